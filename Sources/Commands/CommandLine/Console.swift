internal import Glibc
internal import Text

/// Where a command writes: results to standard output, messages to standard error.
final class Console: Sendable {
    /// Whether a person sees the messages.
    let isTerminal: Bool
    private let outputDescriptor: Int32
    private let errorDescriptor: Int32

    /// The process's own streams.
    init(output: Int32 = STDOUT_FILENO, error: Int32 = STDERR_FILENO) {
        outputDescriptor = output
        errorDescriptor = error
        isTerminal = isatty(error) == 1
    }

    /// Writes a result.
    func write(_ bytes: [UInt8]) { Self.write(bytes, to: outputDescriptor) }

    /// Writes a result.
    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes a line for a person.
    func message(_ text: String) { Self.write(Array((text + "\n").utf8), to: errorDescriptor) }

    /// Writes one finding.
    func report(_ diagnostic: Diagnostic) { message(diagnostic.rendered) }

    /// Writes findings in their order.
    func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics.sorted(by: Diagnostic.precedes) { report(diagnostic) }
    }

    /// A reader that went away (`| head`) is no error.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if put < 0, errno == EINTR { continue }
                if put <= 0 { return }
                done += put
            }
        }
    }
}

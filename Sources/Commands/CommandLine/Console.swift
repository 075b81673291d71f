internal import Files
internal import Glibc
internal import Synchronization
internal import Text

/// Where a command reads and writes: results to standard output, messages to standard error.
final class Console: Sendable {
    /// Whether a person sees the messages.
    let isTerminal: Bool
    /// Where a command reads from.
    let inputDescriptor: Int32
    private let outputDescriptor: Int32
    private let errorDescriptor: Int32
    /// The error number of the first result that could not be written; 0 as long as all could.
    private let firstFailure = Mutex<Int32>(0)

    /// The process's own streams.
    init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, error: Int32 = STDERR_FILENO) {
        inputDescriptor = input
        outputDescriptor = output
        errorDescriptor = error
        isTerminal = isatty(error) == 1
    }

    /// Writes a result.
    ///
    /// A reader that went away (`| head`) is no error; a full disk is one, which `outputFailure` remembers.
    func write(_ bytes: [UInt8]) {
        let number = Self.write(bytes, to: outputDescriptor)
        if number != 0, number != EPIPE { firstFailure.withLock { if $0 == 0 { $0 = number } } }
    }

    /// Writes a result.
    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes a line for a person.
    func message(_ text: String) { _ = Self.write(Array((text + "\n").utf8), to: errorDescriptor) }

    /// Says to a person that the work is done; a command that succeeds in a pipe or a script says nothing.
    func confirm(_ text: String) { if isTerminal { message(text) } }

    /// Says to a person how far a long work is, on one line that the next such call replaces; an empty text removes it.
    func progress(_ text: String) {
        guard isTerminal else { return }
        _ = Self.write(Array("\r\u{1B}[K\(text)".utf8), to: errorDescriptor)
    }

    /// Writes one finding.
    func report(_ diagnostic: Diagnostic) { message(diagnostic.rendered) }

    /// Writes findings in their order.
    func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics.sorted(by: Diagnostic.precedes) { report(diagnostic) }
    }

    /// Writes a result that must arrive: whoever does not read it cannot ask for it again.
    func writeSurely(_ text: String) throws(FileError) {
        let number = Self.write(Array(text.utf8), to: outputDescriptor)
        if number != 0 { throw FileError("write", "<stdout>", number: number) }
    }

    /// Why results did not arrive; nil when they did.
    var outputFailure: FileError? {
        let number = firstFailure.withLock { $0 }
        return number == 0 ? nil : FileError("write", "<stdout>", number: number)
    }

    /// The columns of the terminal that shows the results; nil when they go into a file or a pipe.
    var outputWidth: Int? {
        guard isatty(outputDescriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(outputDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// The number of the error that ended the writing; 0 when all was written.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if put < 0, errno == EINTR { continue }
                if put < 0 { return errno }
                if put == 0 { return EIO }
                done += put
            }
            return 0
        }
    }
}

// What a command reads.
extension Console {
    /// Whether there is a person who can be asked.
    var canAsk: Bool { isTerminal && isatty(inputDescriptor) == 1 }

    /// Everything that standard input has.
    func readInput() throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(inputDescriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw FileError("read", "<stdin>", number: errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Asks a person and returns the answer without its line end; empty when there is none.
    ///
    /// - Parameter isSecret: the terminal does not show what is typed.
    func ask(_ question: String, isSecret: Bool = false) -> String {
        _ = Self.write(Array(question.utf8), to: errorDescriptor)
        var before = termios()
        let isHidden = isSecret && tcgetattr(inputDescriptor, &before) == 0
        if isHidden {
            var silent = before
            silent.c_lflag &= ~tcflag_t(ECHO)
            _ = tcsetattr(inputDescriptor, TCSAFLUSH, &silent)
        }
        defer {
            if isHidden {
                _ = tcsetattr(inputDescriptor, TCSAFLUSH, &before)
                message("")
            }
        }
        var answer: [UInt8] = []
        var byte: UInt8 = 0
        while answer.count < 4096 {
            let count = read(inputDescriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            if count <= 0 || byte == 0x0A { break }
            answer.append(byte)
        }
        return String(decoding: answer, as: UTF8.self)
    }
}

internal import Files
internal import Synchronization

/// The program `minify` of tdewolff, which parses JavaScript: it renames variables and rewrites statements as Hugo does,
/// which has it built in (`docs/decisions/0043-scripts-by-minify.md`).
///
/// It gets a script on standard input and nothing else of the site.
final class ScriptProgram: Sendable {
    private let words: [String]
    /// What was made of which script: pages have the same ones.
    private let known = Mutex<[[UInt8]: [UInt8]]>([:])
    /// Bytes that are kept, at most.
    private static let limit = 16 << 20
    private let size = Mutex(0)

    /// Nil where it is not installed, or where another program has its name.
    ///
    /// - Parameters:
    ///   - name: what is looked for on the path.
    ///   - keepsNames: whether variables keep theirs.
    init?(_ name: String = "minify", keepsNames: Bool = false) {
        guard let run = try? Subprocess([name, "--version"]), run.status == 0,
            run.output.starts(with: Array("minify v2.".utf8))
        else { return nil }
        words = [name, "--type=js"] + (keepsNames ? ["--js-keep-var-names"] : [])
    }

    /// The shorter script; nil where the program does not understand it.
    func minified(_ bytes: [UInt8]) -> [UInt8]? {
        guard !bytes.isEmpty else { return bytes }
        if let result = known.withLock({ $0[bytes] }) { return result }
        guard let run = try? Subprocess(words, input: bytes), run.status == 0 else { return nil }
        let isKept = size.withLock { size in
            size += bytes.count + run.output.count
            return size <= Self.limit
        }
        if isKept { known.withLock { $0[bytes] = run.output } }
        return run.output
    }
}

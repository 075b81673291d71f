internal import Files
internal import Synchronization

/// The program `minify` of tdewolff, which parses JavaScript and the paths of SVG: it renames variables, rewrites statements
/// and shortens paths as Hugo does, which has it built in (`docs/decisions/0043-scripts-by-minify.md`).
///
/// It gets a script or a picture on standard input and nothing else of the site.
final class MinifyProgram: Sendable {
    /// What it reads.
    enum Kind: String {
        case script = "js"
        case picture = "svg"
    }

    private let name: String
    private let keepsNames: Bool
    /// What was made of which bytes: pages have the same ones.
    private let known = Mutex<[Kind: [[UInt8]: [UInt8]]]>([:])
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
        self.name = name
        self.keepsNames = keepsNames
    }

    /// The shorter bytes; nil where the program does not understand them.
    func minified(_ bytes: [UInt8], as kind: Kind) -> [UInt8]? {
        guard !bytes.isEmpty else { return bytes }
        if let result = known.withLock({ $0[kind]?[bytes] }) { return result }
        let words = [name, "--type=" + kind.rawValue] + (keepsNames ? ["--js-keep-var-names"] : [])
        guard let run = try? Subprocess(words, input: bytes), run.status == 0 else { return nil }
        let isKept = size.withLock { size in
            size += bytes.count + run.output.count
            return size <= Self.limit
        }
        if isKept { known.withLock { $0[kind, default: [:]][bytes] = run.output } }
        return run.output
    }
}

internal import DataFormats
internal import Files
internal import Glibc
internal import HugoMarkdown
internal import Text
internal import Values

extension Command {
    /// `keyport markdown`.
    static let markdown = Command(
        ["markdown"], "Render Markdown files to standard output.", operands: "[FILE…]", count: 0...Int.max,
        options: [
            .flag("commonmark", nil, "CommonMark alone, every extension off"),
            .flag("unsafe", nil, "keep HTML that stands in the text"),
        ],
        discussion: """
            Reads standard input without a FILE. Each file is a document of its own, and the HTML of one follows that of the
            other. Front matter is skipped; shortcodes need a site and are left as they are.
            """,
        examples: ["keyport markdown page.md", "echo '*hello*' | keyport markdown"]
    ) { arguments, console in
        var options = arguments.flag("commonmark") ? MarkdownOptions.commonMark : MarkdownOptions.hugo
        if arguments.flag("unsafe") { options.unsafe = true }
        let renderer = MarkdownRenderer(options: options)
        let paths: [String?] = arguments.operands.isEmpty ? [nil] : arguments.operands
        for path in paths {
            let file = try Input.file(path)
            let start = arguments.flag("commonmark") ? 0 : try FrontMatter.split(file).bodyOffset
            console.write(try renderer.render(file.bytes[min(start, file.bytes.count)...]).html)
        }
        return .done
    }
}

/// The input of a command: a file, or standard input.
enum Input {
    /// The content of `path`; nil and `-` are standard input.
    static func file(_ path: String?) throws(Diagnostic) -> SourceFile {
        guard let path, path != "-" else { return SourceFile(path: "<stdin>", bytes: standardInput()) }
        do throws(FileError) {
            return SourceFile(path: path, bytes: try FileSystem.read(path))
        } catch {
            throw error.diagnostic
        }
    }

    /// The content of `path`, of which `-` is the console's input; what cannot be read is an error.
    static func delivery(_ path: String, _ console: Console) throws(Diagnostic) -> SourceFile {
        guard path == "-" else { return try file(path) }
        do throws(FileError) {
            return SourceFile(path: "<stdin>", bytes: try console.readInput())
        } catch {
            throw error.diagnostic
        }
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}

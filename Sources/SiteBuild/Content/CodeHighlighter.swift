internal import Text
internal import Values

/// Writes fenced code as Hugo does: the wrapper and, where a lexer is there, Chroma's classes.
struct CodeHighlighter: Sendable {
    private let settings: MarkdownSettings

    init(_ settings: MarkdownSettings) { self.settings = settings }

    /// Whether there is a lexer for a language.
    static func knows(language: String) -> Bool { false }

    /// The HTML of a block of code.
    ///
    /// - Parameter options: options of this block over those of the site, keys in lower case.
    func html(code: String, language: String, options: ValueMap, attributes: ValueMap) -> [UInt8] {
        var writer = ByteWriter(capacity: code.utf8.count + 128)
        writer.write(literal: "<div class=\"highlight\"><pre tabindex=\"0\" class=\"chroma\"><code")
        if !language.isEmpty {
            writer.write(literal: " class=\"language-")
            writer.writeHTMLEscaped(language, style: .goHTML)
            writer.write(literal: "\" data-lang=\"")
            writer.writeHTMLEscaped(language, style: .goHTML)
            writer.write(literal: "\"")
        }
        writer.write(literal: ">")
        writer.writeHTMLEscaped(code, style: .goHTML)
        writer.write(literal: "\n</code></pre></div>")
        return writer.bytes
    }
}

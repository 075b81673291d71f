import Glibc
import HugoMarkdown
import Testing
import Text
import Values

/// Renders the files that a script names, so that it can compare them with another program's.
///
/// `KEYPORT_MARKDOWN_LIST` is a file with one path a line, `KEYPORT_MARKDOWN_MARKUP` the site's `markup` as JSON; beside
/// each file the HTML is written with `.html` added, and, where `KEYPORT_MARKDOWN_PAGE` is set, what a page says of it.
@Suite struct DirectoryRendering {
    @Test(.enabled(if: getenv("KEYPORT_MARKDOWN_LIST") != nil))
    func rendersListedFiles() throws {
        guard let list = getenv("KEYPORT_MARKDOWN_LIST").flatMap({ readText(String(cString: $0)) }) else { return }
        let markup = getenv("KEYPORT_MARKDOWN_MARKUP").map { String(cString: $0) } ?? "{}"
        let settings = try JSON.parse(SourceFile(path: "markup", text: markup)).mapValue ?? ValueMap()
        let options = MarkdownOptions(markup: settings, emoji: settings["emoji"]?.boolValue ?? false)
        let isPage = getenv("KEYPORT_MARKDOWN_PAGE").map { $0.pointee != 0 } ?? false
        let renderer = MarkdownRenderer(options: options)
        for path in list.split(separator: "\n") {
            guard var text = readText(String(path)) else { continue }
            if isPage { text = dividing(text) }
            // What Hugo refuses as well is left out; the script looks only at what Hugo built.
            guard let rendered = try? renderer.render(text) else { continue }
            let output = isPage ? page(rendered, options) : rendered.html
            let file = try #require(fopen(path + ".html", "wb"))
            fwrite(output, 1, output.count, file)
            fclose(file)
        }
    }

    /// `text` with its divider as the renderer gets it.
    private func dividing(_ text: String) -> String {
        guard let range = text.firstRange(of: "<!--more-->") else { return text }
        let rest = text[range.upperBound...].drop { $0.isWhitespace }
        return text[..<range.lowerBound] + String(decoding: Summary.divider, as: UTF8.self) + rest
    }

    private func page(_ rendered: RenderedMarkdown, _ options: MarkdownOptions) -> [UInt8] {
        let summary = Summary(divided: rendered.html) ?? Summary(automatic: rendered.html, words: 12)
        let isDivided = Summary(divided: rendered.html) != nil
        let content = isDivided ? summary.content : rendered.html
        let plain = PlainText(html: content)
        let contents = rendered.tableOfContents(
            startLevel: options.contentsStartLevel, endLevel: options.contentsEndLevel, ordered: options.contentsOrdered
        )
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        let fields = [
            (".TableOfContents", contents),
            (".Fragments.Identifiers", rendered.fragments.identifiers.joined(separator: "|")),
            (".Summary", text(summary.html)), (".ContentWithoutSummary", text(summary.rest)),
            (".Truncated", "\(summary.isTruncated)"), (".Plain", plain.string),
            (".PlainWords", plain.words.joined(separator: "|")), (".WordCount", "\(plain.wordCount)"),
            (".FuzzyWordCount", "\(plain.fuzzyWordCount)"), (".ReadingTime", "\(plain.readingTime)"),
        ]
        return content + Array(fields.map { "\n@@ \($0)\n\($1)" }.joined().utf8)
    }
}

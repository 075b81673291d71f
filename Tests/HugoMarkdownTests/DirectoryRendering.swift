import Glibc
import HugoMarkdown
import Testing
import Text
import Values

/// Renders the files that a script names, so that it can compare them with another program's.
///
/// `KEYPORT_MARKDOWN_LIST` is a file with one path a line; beside each the HTML is written with `.html` added.
@Suite struct DirectoryRendering {
    @Test(.enabled(if: getenv("KEYPORT_MARKDOWN_LIST") != nil))
    func rendersListedFiles() throws {
        guard let list = getenv("KEYPORT_MARKDOWN_LIST").flatMap({ readText(String(cString: $0)) }) else { return }
        var options = MarkdownOptions.hugo
        let flags = getenv("KEYPORT_MARKDOWN_FLAGS").map { String(cString: $0) } ?? ""
        if flags.contains("unsafe") { options.unsafe = true }
        if flags.contains("block") { options.blockAttributes = true }
        if flags.contains("emoji") { options.emoji = true }
        let renderer = MarkdownRenderer(options: options)
        for path in list.split(separator: "\n") {
            guard let text = readText(String(path)) else { continue }
            let rendered = try renderer.render(text)
            var output = rendered.html
            if flags.contains("toc") { output += Array(rendered.tableOfContents(startLevel: 1, endLevel: 6).utf8) }
            let file = try #require(fopen(path + ".html", "wb"))
            fwrite(output, 1, output.count, file)
            fclose(file)
        }
    }
}

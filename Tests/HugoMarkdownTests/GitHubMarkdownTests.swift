import HugoMarkdown
import Testing
import Text
import Values

@Suite struct GitHubMarkdownTests {
    /// The examples that the specification shows as HTML, where it shows the others as XHTML.
    static let plainHTML: Set<Int> = [279, 280]

    @Test(arguments: SpecificationExample.load("gfm-0.29.txt"))
    func rendersTheExample(_ example: SpecificationExample) throws {
        var options = MarkdownOptions.gfm
        options.xhtml = !Self.plainHTML.contains(example.number)
        let rendered = try MarkdownRenderer(options: options).render(example.markdown)
        #expect(normalized(String(decoding: rendered.html, as: UTF8.self)) == normalized(example.html))
    }
}

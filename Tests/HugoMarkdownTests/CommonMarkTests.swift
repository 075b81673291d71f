import HugoMarkdown
import Testing

@Suite struct CommonMarkTests {
    @Test(arguments: SpecificationExample.load("commonmark-0.30.txt"))
    func rendersTheExample(_ example: SpecificationExample) throws {
        let rendered = try MarkdownRenderer(options: .commonMark).render(example.markdown)
        // The specification's and Goldmark's quotations and empty items differ in line breaks only.
        #expect(normalized(String(decoding: rendered.html, as: UTF8.self)) == normalized(example.html))
    }

    @Test func loadsEveryExample() {
        #expect(SpecificationExample.load("commonmark-0.30.txt").count == 652)
    }
}

/// `html` without line breaks beside tags, as the specification's own test program compares.
func normalized(_ html: String) -> String {
    var result = html
    for (from, to) in [("<li>\n", "<li>"), ("\n</li>", "</li>"), ("<blockquote>\n", "<blockquote>"), ("%5b", "%5B")] {
        result = result.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
    }
    return result
}

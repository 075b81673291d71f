import HugoMarkdown
import Testing
import Text
import Values

@Suite struct SummaryTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func endsAtTheDivider() throws {
        let source = Array("Intro *em*.".utf8) + Summary.divider + Array("Rest [x](/y).".utf8)
        let html = try MarkdownRenderer().render(source).html
        let summary = try #require(Summary(divided: html))
        #expect(text(summary.html) == "<p>Intro <em>em</em>.</p>")
        #expect(text(summary.rest) == "<p>Rest <a href=\"/y\">x</a>.</p>")
        #expect(text(summary.content) == "<p>Intro <em>em</em>.</p>\n<p>Rest <a href=\"/y\">x</a>.</p>")
        #expect(summary.isTruncated)
    }

    @Test func endsWithTheParagraphThatReachesTheNumberOfWords() {
        let html = Array("<p>one two</p>\n<p>three four</p>\n<p>five</p>\n".utf8)
        let summary = Summary(automatic: html, words: 3)
        #expect(text(summary.html) == "<p>one two</p>\n<p>three four</p>")
        #expect(text(summary.rest) == "<p>five</p>")
        #expect(!Summary(automatic: html, words: 70).isTruncated)
    }

    /// Each case is HTML, and what the real Hugo makes of it with `summaryLength = 3`.
    @Test func takesTheWholeElementThatASummaryEndsIn() throws {
        let cases = caseFile("automatic-summaries.txt").split(separator: "\n==\n")
        #expect(cases.count > 80)
        for text in cases {
            let parts = text.split(separator: /\n-- (?:summary|rest)(?:\n|$)/, omittingEmptySubsequences: false)
            let html = try #require(parts.first)
            let summary = Summary(automatic: Array(html.utf8), words: 3)
            #expect(self.text(summary.html) == parts[1], "\(html)")
            #expect(self.text(summary.rest) == parts[2].trimmingSuffix("\n"), "\(html)")
        }
    }

    @Test func closesElementsInTimeProportionalToTheirNumber() {
        let html =
            String(repeating: "<b>", count: 50_000) + "<p>one two three four</p>"
            + String(repeating: "</i>", count: 50_000) + String(repeating: "</b>", count: 50_000)
        #expect(Summary(automatic: Array(html.utf8), words: 2).html.count == html.utf8.count)
    }

    @Test func stripsTagsAsHugoDoes() {
        let plain = PlainText(html: Array("<h2 id=\"h\">Head</h2>\n<p>Just &amp; <em>x</em>.</p>\n<p>Rest</p>\n".utf8))
        #expect(plain.string == "Head Just &amp; x.\nRest\n")
        #expect(plain.wordCount == 5)
        #expect(plain.fuzzyWordCount == 100)
        #expect(plain.readingTime == 1)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ suffix: String) -> Substring { hasSuffix(suffix) ? dropLast(suffix.count) : self }
}

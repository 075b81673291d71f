import Testing
import Text

@Suite struct DiagnosticTests {
    @Test func printsPathLineColumnAndCaret() {
        let file = SourceFile(path: "content/a.md", text: "one\ntwo é three\n")
        let offset = Array("one\ntwo é ".utf8).count
        let diagnostic = Diagnostic(
            code: "x.y", "three is odd", at: SourceRange(file, at: offset), notes: ["a fact"], suggestion: "write four")
        #expect(
            diagnostic.rendered == """
                content/a.md:2:7: error: three is odd
                    two é three
                          ^
                  note: a fact
                  help: write four
                """)
    }

    @Test func showsNoControlCharacterOfAHostileFile() {
        let file = SourceFile(path: "a", text: "\u{1B}[31mred\u{7}")
        let diagnostic = Diagnostic(code: "x", "bad \u{1B}[0m", at: SourceRange(file, at: 0))
        #expect(!diagnostic.rendered.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func cutsALongLineAroundTheCaret() {
        let file = SourceFile(path: "a", text: String(repeating: "x", count: 10_000))
        let diagnostic = Diagnostic(code: "x", "m", at: SourceRange(file, at: 5_000))
        #expect(diagnostic.rendered.utf8.count < 600)
    }

    @Test(arguments: [
        ("titel", "title"), ("callot", "callout"), ("Pemalink", "Permalink"), ("zzz", nil), ("", nil),
    ])
    func suggestsTheNearestName(_ typed: String, _ expected: String?) {
        #expect(nearestName(to: typed, among: ["title", "callout", "Permalink"]) == expected)
    }
}

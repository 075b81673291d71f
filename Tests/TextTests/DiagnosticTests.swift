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

    /// Places are counted from marks; each must be what counting from the start gives.
    @Test func countsPlacesInALongFile() {
        for size in [0, 1, 1023, 1024, 1025, 5000] {
            let bytes = (0..<size).map { Array("a\né".utf8)[$0 * 7 % 11 % 4] }
            let file = SourceFile(path: "a", bytes: bytes)
            var (line, column, byte) = (1, 1, 0)
            for offset in 0...size {
                #expect(file.position(of: offset) == (line, column))
                #expect(file.bytePosition(of: offset) == (line, byte))
                guard offset < size else { break }
                if bytes[offset] == 0x0A {
                    (line, column, byte) = (line + 1, 1, 0)
                } else {
                    if bytes[offset] & 0xC0 != 0x80 { column += 1 }
                    byte += 1
                }
            }
        }
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

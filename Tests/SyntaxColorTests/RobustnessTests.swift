import SyntaxColor
import Testing

@Suite struct RobustnessTests {
    /// A small generator, so that a failure can be repeated.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let pieces: [String] = [
        "\"", "'", "`", "\\", "$", "{", "}", "(", ")", "[", "]", "<", ">", "/", "*", "#", "-", "=", ":", ";", ",", ".",
        "|",
        "&", "%", "@", "!", "?", "+", "~", "^", "\n", "\n\n", " ", "  ", "\t", "0", "1.5e3", "0x1f", "a", "if", "def ",
        "class ", "func ", "import ", "é", "\u{1F600}", "\u{0}", "<<EOF\n", "EOF\n", "/*", "*/", "//", "${", "\"\"\"",
        "'''",
        "<script>", "</script>", "<?php", "?>", "&amp;", "- ", "key: ", "---\n", "|\n  ", "#if 0\n", "#endif\n", "%(",
        "r#\"",
    ]

    @Test(arguments: SyntaxHighlighter().languages)
    func tokensTogetherAreTheText(_ language: String) throws {
        var numbers = Numbers(state: 7)
        for round in 0..<60 {
            var code: [UInt8] = []
            for _ in 0..<Int.random(in: 0...80, using: &numbers) {
                if round % 3 == 0 {
                    code.append(UInt8.random(in: 0...255, using: &numbers))
                } else {
                    code += Array((Self.pieces.randomElement(using: &numbers) ?? "").utf8)
                }
            }
            code.removeAll { $0 == 0x0D }
            let tokens = try #require(SyntaxHighlighter().tokens(code: code, language: language))
            let together = tokens.flatMap(\.text)
            // Some languages are read as if the text ended with a line break.
            #expect(together == code || together == code + [0x0A], "\(language) of \(code)")
            #expect(!tokens.contains { $0.text.isEmpty })
        }
    }

    @Test(arguments: SyntaxHighlighter().languages)
    func endsForHostileText(_ language: String) throws {
        let unit = [
            "[", "{", "(", "<", "\"", "'", "`", "\\\"", "$(", "${", "/*", "<!--", "<<a", "\"\"\"", "a", " ", "\n", "- ",
            "a b",
        ]
        for text in unit {
            let code = Array(String(repeating: text, count: 4_000).utf8)
            let tokens = try #require(SyntaxHighlighter().tokens(code: code, language: language))
            #expect(tokens.reduce(0) { $0 + $1.text.count } >= code.count)
        }
    }

    /// Ends that never come, each looked for again and again: what that costs is bounded by counting, not by the clock.
    @Test(arguments: [("java", "/* \"\\\" "), ("yaml", "::"), ("hcl", " \t"), ("make", "\n\n"), ("ruby", "%q( ")])
    func readsTheSameInALongHostileTextEachTime(_ language: String, _ unit: String) throws {
        let code = Array(String(repeating: unit, count: 20_000).utf8)
        let first = try #require(SyntaxHighlighter().tokens(code: code, language: language))
        let second = try #require(SyntaxHighlighter().tokens(code: code, language: language))
        #expect(first.map(\.text) == second.map(\.text))
        #expect(first.map(\.kind) == second.map(\.kind))
        #expect(first.reduce(0) { $0 + $1.text.count } >= code.count)
    }

    @Test func carriageReturnsBecomeLineBreaks() throws {
        let tokens = try #require(SyntaxHighlighter().tokens(code: Array("a\r\nb\rc\r".utf8), language: "text"))
        #expect(tokens.flatMap(\.text) == Array("a\nb\nc\n".utf8))
    }

    @Test func keepsBytesThatAreNoUTF8() {
        let html = SyntaxHighlighter().html(code: [0x61, 0xFF, 0xFE, 0x62], language: "bash")
        #expect(html.contains(0xFF) && html.contains(0xFE))
    }
}

import GoTemplates
import Testing
import Text
import Values

@Suite("Hostile templates")
struct HostileTemplateTests {
    private static let words = [
        "{{", "}}", "{{-", "-}}", " ", " ", "\n", ".", ".a", ".list", "$", "$x", ":=", "=", "|", "(", ")", ",", "\"s\"",
        "`r`", "'c'", "1", "-2.5", "0x", "true", "nil", "if", "else", "end", "range", "with", "define \"d\"",
        "template \"d\"", "block \"b\" .", "break", "continue", "printf", "index", "and", "or", "eq", "try", "return",
        "len", "/*", "*/", "<a href=\"", "\">", "<script>", "</script>", "'", "`", "${", "}", "/", "<style>", "url(",
        "</style>", "<!--", "-->", "<p title=", ">", "<textarea>", "\\", "é", "\u{0}", "\u{FFFD}", "x.y", "<", "&amp;",
    ]

    private func attempt(_ bytes: [UInt8]) {
        for mode in [TemplateMode.html, .text] {
            guard
                let file = try? TemplateFile.parse(
                    SourceFile(path: "t", bytes: bytes), name: "t", mode: mode, functions: TemplateCase.functions)
            else { continue }
            var output = ByteWriter()
            let limits = ExecutionLimits(steps: 2_000, outputBytes: 100_000, depth: 50)
            try? file.standalone().execute(
                dot: TemplateCase.data, context: TemplateExecution(limits: limits), into: &output)
        }
    }

    @Test(arguments: [
        "{{ $x := 1 }}{{ if 1 }}{{ block \"b\" . }}{{ ( }}",
        "{{ range $i, $x := .list }}{{ with 1 }}{{ block \"b\" . }}",
    ])
    func reportsAnErrorInABlockAmongVariables(_ text: String) {
        #expect(throws: Diagnostic.self) {
            try TemplateFile.parse(
                SourceFile(path: "t", text: text), name: "t", mode: .html, functions: TemplateCase.functions)
        }
    }

    /// Tags that never end: as many steps as letters, not their square.
    @Test(arguments: ["<a", "<a\t", "<a\t\n", "<", "\t", "<a/\t", "<a b\t"])
    func truncatesMarksThatAreNoTags(_ mark: String) throws {
        let text = "<a" + String(repeating: mark, count: 200_000)
        let file = try TemplateFile.parse(
            SourceFile(path: "t", text: "{{ truncate 300000 (.x | safeHTML) }}"), name: "t", mode: .text,
            functions: .standard)
        var output = ByteWriter()
        try file.standalone().execute(
            dot: .map(["x": .string(text)]), context: TemplateExecution(limits: ExecutionLimits()), into: &output)
        #expect(output.count > 0)
    }

    @Test func refusesATextThatGrowsBeyondMeasure() throws {
        let file = try TemplateFile.parse(
            SourceFile(path: "t", text: "{{ $x := strings.Repeat 40000000 `x` }}{{ len $x }}{{ len (print $x $x) }}"),
            name: "t", mode: .text, functions: .standard)
        var output = ByteWriter()
        let error = #expect(throws: Diagnostic.self) {
            try file.standalone().execute(
                dot: .null, context: TemplateExecution(limits: ExecutionLimits()), into: &output)
        }
        #expect(error?.message.contains("error calling print: the result is too large") == true)
        #expect(output.bytes == Array("40000000".utf8))
    }

    @Test(arguments: 0..<8)
    func survivesRandomTokens(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<1_500 {
            var text = ""
            for _ in 0..<(random.next() % 40 + 1) { text += Self.words[Int(random.next() % UInt64(Self.words.count))] }
            attempt(Array(text.utf8))
        }
    }

    @Test func survivesDamagedTemplates() {
        var random = SplitMix(state: 99)
        for situation in TemplateCase.load("language.txt") + TemplateCase.load("escaping.txt") {
            for _ in 0..<6 {
                var bytes = Array(situation.template.utf8)
                guard !bytes.isEmpty else { continue }
                for _ in 0..<(random.next() % 3 + 1) {
                    let index = Int(random.next() % UInt64(bytes.count))
                    switch random.next() % 3 {
                    case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                    case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: index)
                    default: if bytes.count > 1 { bytes.remove(at: index) }
                    }
                }
                attempt(bytes)
            }
        }
    }

    @Test(arguments: [
        String(repeating: "{{ if 1 }}", count: 5_000),
        String(repeating: "{{ (", count: 1) + String(repeating: "(", count: 5_000),
        String(repeating: "{{ if 0 }}{{ else ", count: 3_000), "{{ " + String(repeating: ".a", count: 20_000) + " }}",
        String(repeating: "{{ range 1 }}", count: 60) + String(repeating: "{{ end }}", count: 60),
        "<script>" + String(repeating: "`${", count: 10_000),
        "{{ 1" + String(repeating: " | print", count: 20_000) + " }}",
        String(repeating: "<", count: 100_000), String(repeating: "</", count: 50_000),
    ])
    func survivesDeepNesting(_ text: String) {
        attempt(Array(text.utf8))
    }
}

/// A random number generator with a seed, so that a failure can be repeated.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

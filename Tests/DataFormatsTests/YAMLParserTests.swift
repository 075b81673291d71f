import DataFormats
import Testing
import Text
import Values

@Suite struct YAMLParserTests {
    /// What Hugo 0.168 makes of each (`printf "%T %v"` on it).
    @Test(arguments: [
        ("1", "u1"), ("-1", "i-1"), ("0x1F", "u31"), ("0o17", "u15"), ("017", "u15"), ("1_000", "u1000"), ("+5", "u5"),
        ("0b11", "u3"), ("18446744073709551615", "u18446744073709551615"),
        ("18446744073709551616", "\"18446744073709551616\""), ("08", "\"08\""), ("1.5", "1.5f"), (".5", "0.5f"),
        ("1.", "1.0f"), ("1e3", "\"1e3\""), ("1.5e+10", "15000000000.0f"), ("12e03", "\"12e03\""),
        ("1_000.5", "1000.5f"), (".inf", "inff"), ("-.inf", "-inff"), ("True", "true"), ("yes", "\"yes\""),
        ("on", "\"on\""), ("y", "\"y\""), ("~", "null"), ("", "null"), ("2024-01-02", "\"2024-01-02\""),
        ("1:30", "\"1:30\""), ("v1.2.3", "\"v1.2.3\""), ("1.2.3", "\"1.2.3\""), ("\"1\"", "\"1\""),
        ("!!str 5", "\"5\""), ("!!int \"5\"", "5"), ("!!float 5", "5.0f"), ("!custom x", "\"x\""),
        ("!!timestamp 2024-01-02", "t2024-01-02T00:00:00Z"), ("|\n  a\n  b", "\"a\\nb\\n\""),
        (">\n  a\n  b", "\"a b\\n\""), ("[1, a, {x: 1}]", "[u1 \"a\" {x: u1}]"),
    ])
    func resolvesScalarsAsHugoDoes(_ text: String, _ expected: String) throws {
        let document = try parseData(SourceFile(path: "a.yaml", text: "k: \(text)\n"), as: .yaml)
        #expect(notation(document.map["k"] ?? "missing") == expected)
    }

    @Test(arguments: [
        ("a: &x {q: 1, r: 2}\nb: {<<: *x, r: 3}", "{a: {q: u1, r: u2}, b: {r: u3, q: u1}}"),
        ("a: &x {q: 1}\nb:\n  <<: [*x, {q: 2, z: 9}]\n  k: 1", "{a: {q: u1}, b: {k: u1, q: u1, z: u9}}"),
        ("1: a\ntrue: b", "{1: \"a\", true: \"b\"}"),
        ("--- \na: 1\n---\nb: 2", "{a: u1}"),
        ("# nothing", "null"),
        ("\u{FEFF}a: 1\r\nb: 2\r\n", "{a: u1, b: u2}"),
    ])
    func makesMaps(_ text: String, _ expected: String) throws {
        #expect(notation(try parseData(SourceFile(path: "a.yaml", text: text), as: .yaml).value) == expected)
    }

    @Test(arguments: [
        ("title: \"x\nfoo: [\n", "1:8", "could not find end character of double-quoted text"),
        ("title: 'x\n", "1:8", "could not find end character of single-quoted text"),
        ("a: b\n  c: d\n", "1:4", "mapping value is not allowed"),
        ("a:\n  - b: c: d\n", "2:8", "mapping value is not allowed"),
        ("a: @b\n", "1:4", "'@' is a reserved character"),
        ("a: \"\\q\"\n", "1:6", "found unknown escape character 'q'"),
        ("a: \"\\é\"\n", "1:6", "found unknown escape character 'é'"),
        ("a: b\n\tc: d\n", "2:1", "cannot start any token"),
        ("a: {b: c\nd: e\n", "2:1", "',' or '}' must be specified"),
        ("a: 1\nb: é: c\n", "2:4", "mapping value is not allowed"),
        ("a: 1\na: 2\n", "2:1", "already defined"),
        ("a: *nope\n", "1:5", "could not find alias \"nope\""),
        ("a:\n\t- b\n", "2:1", "cannot start any token"),
        ("a: [1, 2\nb: 3\n", "2:1", "',' or ']' must be specified"),
        ("? [a]\n: b\n", "1:3", "a key must be text"),
        ("a: !!int x\n", "1:4", "no whole number"),
    ])
    func reportsErrorsAtTheirPlace(_ text: String, _ place: String, _ message: String) {
        let file = SourceFile(path: "a.yaml", text: text)
        let error = #expect(throws: Diagnostic.self) { try parseData(file, as: .yaml) }
        #expect(error?.rendered.hasPrefix("a.yaml:\(place): error:") == true, "\(error?.rendered ?? "")")
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test func findsTheBeginningOfATextOfManyLinesSoon() {
        // Each line is looked at once: the product of both counts would take hours.
        let text =
            "a: b\n" + String(repeating: "    c\n", count: 50_000) + "    " + String(repeating: "d", count: 200_000)
            + ": e"
        let error = #expect(throws: Diagnostic.self) {
            try parseData(SourceFile(path: "a.yaml", text: text), as: .yaml)
        }
        #expect(error?.rendered.hasPrefix("a.yaml:1:4: error:") == true)
    }

    @Test func refusesABillionLaughs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        let error = #expect(throws: Diagnostic.self) { try parseData(SourceFile(path: "a", text: text), as: .yaml) }
        #expect(error?.code == "yaml.size")
    }

    @Test(arguments: ["[", "{a: ", "- "]) func refusesEndlessNesting(_ unit: String) {
        let file = SourceFile(path: "a", text: String(repeating: unit, count: 100_000))
        let error = #expect(throws: Diagnostic.self) { try parseData(file, as: .yaml) }
        #expect(error?.code == "yaml.depth" || error?.code == "yaml.syntax")
    }

    @Test(arguments: [
        (["a"], "1"), (["m", "K"], "é"), (["l", "1", "x"], "[2]"), (["nope"], nil),
    ])
    func findsTheBytesOfAValue(_ path: [String], _ expected: String?) throws {
        let file = SourceFile(path: "a", text: "a: 1\nm:\n  k: é\nl:\n  - 1\n  - x: [2]\n")
        let range = try parseData(file, as: .yaml).range(ofKeyPath: path)
        #expect(range.map { String(decoding: file.bytes[$0], as: UTF8.self) } == expected)
    }
}

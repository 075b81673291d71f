import DataFormats
import Testing
import Text
import Values

@Suite struct TOMLParserTests {
    @Test(arguments: [
        ("a = 1", "{a: i1}"), ("a = -0x1", nil), ("a = 1.5\nb = inf", "{a: 1.5f, b: inff}"),
        ("a = [1, \"x\", {b = true}]", "{a: [i1 \"x\" {b: true}]}"),
        ("d = 2024-01-02", "{d: l2024-01-02}"),
        ("d = 2024-01-02T03:04:05.5-05:00", "{d: t2024-01-02T03:04:05.5-05:00}"),
        ("d = 2024-01-02 03:04:05", "{d: l2024-01-02T03:04:05}"),
        ("t = 03:04:05", "{t: l03:04:05}"),
        ("[a.b]\nc = 'x'\n[[l]]\nx = 1\n[[l]]\nx = 2", "{a: {b: {c: \"x\"}}, l: [{x: i1} {x: i2}]}"),
        ("a = \"\"\"\nx\ny\"\"\"", "{a: \"x\\ny\"}"), ("", "{}"),
    ])
    func makesValues(_ text: String, _ expected: String?) throws {
        let document = try? parseData(SourceFile(path: "a.toml", text: text), as: .toml)
        #expect(document.map { notation($0.value) } == expected)
    }

    @Test(arguments: [
        ("a = 1\nb = \n", "2:5"), ("a = 1\na = 2\n", "2:1"), ("é = \"x\n", "1:1"), ("[a\n", "1:3"),
        ("a = 1\n[\nb = 2\n", "2:2"), ("a = 1\n[[\n", "2:3"),
    ])
    func reportsErrorsOnTheirLine(_ text: String, _ place: String) throws {
        let error = #expect(throws: Diagnostic.self) {
            try parseData(SourceFile(path: "a.toml", text: text), as: .toml)
        }
        let line = place.prefix { $0 != ":" }
        #expect(error?.rendered.hasPrefix("a.toml:\(line):") == true, "\(error?.rendered ?? "")")
    }

    @Test(arguments: [("", "a.", "a = 1"), ("a = ", "[", ""), ("a = ", "{a=", ""), ("[", "a.", "a]")])
    func refusesEndlessNesting(_ head: String, _ unit: String, _ tail: String) {
        let file = SourceFile(path: "a.toml", text: head + String(repeating: unit, count: 100_000) + tail)
        #expect(throws: Diagnostic.self) { try parseData(file, as: .toml) }
    }

    @Test func aTextOfManyPointsIsNoDeepKey() throws {
        let dots = String(repeating: ".", count: 500)
        let document = try parseData(SourceFile(path: "a", text: "a = \"\(dots)\" # \(dots)\nb = '\(dots)'"), as: .toml)
        #expect(document.map["b"]?.stringValue == dots)
    }

    @Test(arguments: [(["a"], "1"), (["m", "K"], "\"é\""), (["l", "1", "x"], "[2]"), (["nope"], nil)])
    func findsTheBytesOfAValue(_ path: [String], _ expected: String?) throws {
        let file = SourceFile(path: "a", text: "+++\na = 1\nl = [1, {x = [2]}]\n[m]\nk = \"é\"\n+++\n")
        let range = try FrontMatter.split(file).range(ofKeyPath: path)
        #expect(range.map { String(decoding: file.bytes[$0], as: UTF8.self) } == expected)
    }
}

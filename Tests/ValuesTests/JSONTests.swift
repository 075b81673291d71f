import Testing
import Text
import Values

@Suite struct JSONTests {
    @Test(arguments: [
        ("null", "<nil>"), (" true ", "true"), ("[1, -2 ,3]", "[1,-2,3]"), ("{\"b\":1,\"a\":[]}", "{\"b\":1,\"a\":[]}"),
        ("{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2}"), ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"), ("18446744073709551615", "18446744073709551615"),
        ("18446744073709551616", "18446744073709552000"), ("1.50", "1.5"), ("1e3", "1000"), ("-0.0", "-0"),
        ("\"a\\u00e9\\ud83d\\ude00\\/\\n\"", "\"aé😀/\\n\""), ("\"\\ud800x\"", "\"\u{FFFD}x\""),
        ("\"\\ud800\\ud83d\\ude00\"", "\"\u{FFFD}😀\""), ("\u{FEFF}{}", "{}"),
    ])
    func readsAndWritesBack(_ text: String, _ expected: String) throws {
        let value = try JSON.parse(Array(text.utf8))
        let written = value.isNull ? "<nil>" : try JSON.string(value, options: .init(sortedKeys: false))
        #expect(written == expected)
    }

    @Test func yieldsTheKindsOfNumbersThatAreAskedFor() throws {
        let text = Array("[1, 18446744073709551615, 1.0]".utf8)
        guard case .list(let exact) = try JSON.parse(text),
            case .list(let floats) = try JSON.parse(text, numbers: .float)
        else {
            Issue.record("no list")
            return
        }
        #expect(exact.map(kind) == ["int", "uint", "float"])
        #expect(floats.map(kind) == ["float", "float", "float"])
    }

    private func kind(_ value: Value) -> String {
        switch value {
        case .int: return "int"
        case .uint: return "uint"
        case .float: return "float"
        default: return "other"
        }
    }

    @Test(arguments: [
        ("", "1:1", "unexpected end of the text"), ("{\n  \"a\": 1,\n}", "2:9", "unexpected ','"),
        ("[1 2]", "1:4", "unexpected '2'"), ("{\"a\" 1}", "1:6", "expected ':'"), ("[01]", "1:3", "begin with 0"),
        ("{a: 1}", "1:2", "expected a key"), ("1 2", "1:3", "after the value"), ("[\"abc", "1:2", "not closed"),
        ("[\"a\nb\"]", "1:4", "control character"), ("[\"\\x\"]", "1:3", "unknown escape"), ("[1.]", "1:4", "digit"),
        ("[1e]", "1:4", "digit"), ("[-]", "1:3", "digit"), ("[nul]", "1:2", "expected a value"),
        ("[1e999]", "1:2", "too large"), ("[\"\\u12g4\"]", "1:3", "four hexadecimal"), ("\"\\", "1:2", "escape"),
        ("'a'", "1:1", "expected a value"),
    ])
    func namesThePlaceOfAnError(_ text: String, _ place: String, _ message: String) throws {
        let problem = try #require(throws: Diagnostic.self) {
            try JSON.parse(SourceFile(path: "a.json", text: text))
        }
        #expect(problem.rendered.hasPrefix("a.json:\(place): error: "), "\(problem.rendered)")
        #expect(problem.message.contains(message), "\(problem.message)")
    }

    @Test func refusesBytesThatAreNoUTF8() throws {
        for bytes: [UInt8] in [
            [0x22, 0x61, 0xFF, 0x22], [0x22, 0x5C, 0x6E, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
        ] {
            let problem = try #require(throws: Diagnostic.self) { try JSON.parse(bytes) }
            #expect(problem.code == "json.encoding")
        }
    }

    @Test func readsNestingUpToTheLimit() throws {
        let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        _ = try JSON.parse(Array(deep.utf8))
        let problem = try #require(throws: Diagnostic.self) { try JSON.parse(Array(("[" + deep + "]").utf8)) }
        #expect(problem.code == "json.depth")
        _ = try #require(throws: Diagnostic.self) { try JSON.parse([UInt8](repeating: 0x5B, count: 1_000_000)) }
    }

    @Test func recordsWhereKeysAndValuesStand() throws {
        let text = #"{"a": {"b": [10, "x"]}, "c": null}"#
        let file = SourceFile(path: "a.json", text: text)
        let ranges = try JSON.parseWithRanges(file).ranges
        func source(_ range: Range<Int>?) -> String? { range.map { String(decoding: file.bytes[$0], as: UTF8.self) } }
        #expect(source(ranges.range(ofKeyPath: ["a", "b", "1"])) == "\"x\"")
        #expect(source(ranges.range(ofKeyPath: ["a"])) == "{\"b\": [10, \"x\"]}")
        #expect(source(ranges.keyRange(ofKeyPath: ["a", "b"])) == "\"b\"")
        #expect(source(ranges.range(ofKeyPath: ["c"])) == "null")
        #expect(ranges.range(ofKeyPath: ["a", "b", "2"]) == nil)
    }

    @Test(arguments: [
        (1e21, "1e+21"), (1e20, "100000000000000000000"), (1e-6, "0.000001"), (1e-7, "1e-7"), (1.5e-10, "1.5e-10"),
        (123456789.125, "123456789.125"), (0.1, "0.1"), (.leastNonzeroMagnitude, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (-2, "-2"),
    ])
    func writesFloatsAsGo(_ number: Double, _ expected: String) throws {
        #expect(try JSON.string(.float(number)) == expected)
    }

    @Test func refusesWhatJSONCannotHold() {
        #expect(throws: ValueError.self) { try JSON.string(.list([.float(.nan)])) }
        #expect(throws: ValueError.self) { try JSON.string(.float(-.infinity)) }
    }

    @Test func escapesAsGo() throws {
        let text = "<a href=\"x\">&\u{2028}\u{2029}\u{1}\u{8}\u{C}\t\\\u{7F}</a>"
        #expect(
            try JSON.string(.string(text), options: .go)
                == #""\u003ca href=\"x\"\u003e\u0026\u2028\u2029\u0001\b\f\t\\"# + "\u{7F}" + #"\u003c/a\u003e""#)
        #expect(try JSON.string(.string("<&>")) == "\"<&>\"")
    }

    @Test func indentsAsGo() throws {
        let value: Value = ["b": [1, 2], "a": [:], "c": [], "d": ["x": .null]]
        #expect(
            try JSON.string(value, options: .init(indent: "  ")) == """
                {
                  "a": {},
                  "b": [
                    1,
                    2
                  ],
                  "c": [],
                  "d": {
                    "x": null
                  }
                }
                """)
    }

    @Test func writesEveryKindOfValue() throws {
        let time = ZonedTime(year: 2026, month: 4, day: 24, hour: 9, nanoseconds: 500_000_000)
        let value: Value = .list([.time(time), .duration(1500), .html("<b>"), .uint(.max)])
        #expect(
            try JSON.string(value) == #"["2026-04-24T09:00:00.5Z",1500,"<b>",18446744073709551615]"#)
    }
}

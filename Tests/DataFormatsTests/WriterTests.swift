import DataFormats
import Testing
import Text
import Values

@Suite struct WriterTests {
    private func value(_ toml: String) throws -> Value {
        try parseData(SourceFile(path: "a.toml", text: toml), as: .toml).value
    }

    /// What Hugo 0.168 makes of the same data with `transform.Remarshal "toml"`.
    @Test(arguments: [
        ("a = 1.5\nb = inf\nc = -inf\nd = nan", "a = 1.5\nb = inf\nc = -inf\nd = nan\n"),
        ("i = \"a\\u0000b\\u007F\\u0001\"", "i = \"a\\u0000b\\u007F\\u0001\"\n"),
        ("\"\" = 1\n\"a b.c\" = 2\n\"é\" = 3", "'' = 1\n'a b.c' = 2\n'é' = 3\n"),
        ("\"it's\" = 1\n\"k\\n\\u0000\" = [1.0, inf]", "\"it's\" = 1\n\"k\\n\\u0000\" = [1.0, inf]\n"),
        ("l = [[], {}]\n[[q]]\n[[q]]\nx = 1", "l = [[], {}]\n\n[[q]]\n[[q]]\n  x = 1\n"),
        ("[a.b]\nc = 1\n[d]", "[a]\n  [a.b]\n    c = 1\n\n[d]\n"),
    ])
    func writesTOMLThatReadsTheSame(_ source: String, _ expected: String) throws {
        let data = try value(source)
        let text = try TOMLWriter.text(of: data.mapValue ?? ValueMap())
        #expect(text == expected)
        #expect(notation(try value(text)) == notation(data))
    }

    @Test(arguments: [
        ("b = inf\nc = -inf\nd = nan", "b: .inf\nc: -.inf\nd: .nan\n"),
        ("i = \"a\\u0000b\\u007F\\u0001\"", "i: \"a\\u0000b\\u007f\\u0001\"\n"),
        ("s = \"a\\u2029b\\n\\u0085\\\"\"", "s: \"a\\u2029b\\n\\u0085\\\"\"\n"),
        ("s = \"\\n\\n\"", "s: \"\\n\\n\"\n"), ("s = \"\\na\\n\\n\"", "s: |+\n\n  a\n\n"),
        // An accent makes one character with the quote or the blank before it.
        ("s = \"'\u{301}\"", "s: '''\u{301}'\n"), ("s = \"a\\n \u{301}b\"", "s: \"a\\n \u{301}b\"\n"),
        ("\"a\\nb\" = [{}]", "\"a\\nb\":\n- {}\n"),
    ])
    func writesYAMLThatReadsTheSame(_ source: String, _ expected: String) throws {
        let data = try value(source)
        let text = try YAMLWriter.text(of: data)
        #expect(text == expected)
        let again = try parseData(SourceFile(path: "a.yaml", text: text), as: .yaml)
        #expect(notation(again.value) == notation(data))
    }

    @Test func writesTimesInYAMLAsHugoDoes() throws {
        #expect(try YAMLWriter.text(of: try value("t = 2020-01-01T00:00:00Z")) == "t: 2020-01-01T00:00:00Z\n")
    }
}

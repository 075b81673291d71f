import GoTemplates
import Testing
import Text
import Values

/// The functions as templates call them: through pipes, with methods on what they give.
@Suite struct FunctionsInTemplatesTests {
    private func render(_ template: String) throws -> String {
        let source = SourceFile(path: "t.txt", text: template)
        let file = try TemplateFile.parse(source, name: "t.txt", mode: .text, functions: .standard)
        var output = ByteWriter()
        _ = try TemplateExecution().render(TemplateLibrary().link(file), dot: .null, into: &output)
        return output.string
    }

    @Test(arguments: [
        ("{{ (time.AsTime \"2020-03-04\").Month }}", "March"),
        ("{{ ((time.AsTime \"2020-03-04\").AddDate 0 1 0).Format \"2006-01-02\" }}", "2020-04-04"),
        ("{{ ((time.AsTime \"2020-03-04\").Sub (time.AsTime \"2020-03-01\")).Hours }}", "72"),
        ("{{ (urls.Parse \"https://ex.org/a?b=1\").Query.Get \"b\" }}", "1"),
        ("{{ $s := newScratch }}{{ $s.Set \"a\" 1 }}{{ $s.Add \"a\" 2 }}{{ $s.Get \"a\" }}", "3"),
        (
            "{{ range where (slice (dict \"a\" 1 \"n\" \"x\") (dict \"a\" 2 \"n\" \"y\")) \"a\" \">\" 1 }}{{ .n }}{{ end }}",
            "y"
        ),
        ("{{ \"a-b\" | humanize | printf \"%s!\" }}", "A b!"),
        ("{{ apply (slice \"a\" \"b\") \"upper\" \".\" | jsonify }}", "[\"A\",\"B\"]"),
        ("{{ range first 2 (sort (slice 3 1 2)) }}{{ . }},{{ end }}", "1,2,"),
        ("{{ default \"x\" .nope }}", "x"),
        ("{{ math.Pi | printf \"%.2f\" }} {{ len (seq 3) }}", "3.14 3"),
    ])
    func worksInATemplate(_ template: String, _ want: String) throws {
        #expect(try render(template) == want)
    }
}

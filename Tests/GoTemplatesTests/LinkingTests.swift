import GoTemplates
import Testing
import Text
import Values

@Suite("Linking")
struct LinkingTests {
    private func file(_ name: String, _ text: String, mode: TemplateMode = .html) throws -> TemplateFile {
        try TemplateFile.parse(
            SourceFile(path: "layouts/" + name, text: text), name: name, mode: mode, functions: Self.functions)
    }

    /// The engine's functions with the one that Hugo's `partial` is.
    static let functions: FunctionTable = {
        var table = TemplateCase.functions
        table.register("partial", 1...2) { call in
            guard let execution = call.context as? TemplateExecution else { throw ValueError("no execution") }
            return try execution.partial(named: call.arguments[0].goString, dot: call.argument(1) ?? .null)
        }
        return table
    }()

    private func render(_ template: Template, _ dot: Value = "dot", library: TemplateLibrary? = nil) throws -> String {
        var output = ByteWriter()
        let execution = TemplateExecution(partials: { library?.partial(named: $0) })
        try template.execute(dot: dot, context: execution, into: &output)
        return output.string
    }

    @Test func executesTheBaseWithTheBlocksOfTheLayout() throws {
        let base = try file(
            "baseof.html", "<main>{{ block \"main\" . }}base{{ end }}|{{ block \"side\" . }}side{{ end }}</main>")
        let layout = try file("page.html", "{{/* c */}}\n{{ define \"main\" }}[{{ . }}]{{ end }}\n")
        #expect(layout.startsWithDefine)
        #expect(try render(TemplateLibrary().link(layout, base: base)) == "<main>[dot]|side</main>")
    }

    @Test func anEmptyDefinitionDoesNotReplaceABlock() throws {
        let base = try file("baseof.html", "{{ block \"main\" . }}base{{ end }}")
        let layout = try file("page.html", "{{ define \"main\" }} {{ end }}")
        #expect(try render(TemplateLibrary().link(layout, base: base)) == "base")
    }

    @Test func seesTheDefinitionsOfEveryPartial() throws {
        let library = TemplateLibrary([try file("_partials/a.html", "{{ define \"shared\" }}<{{ . }}>{{ end }}")])
        let layout = try file("page.html", "{{ template \"shared\" . }}")
        #expect(try render(library.link(layout)) == "<dot>".replacing("<dot>", with: "&lt;dot>"))
    }

    @Test(arguments: [
        ("x {{ . }}", "[x dot]"), ("x{{ return slice 1 2 }}y", "[[1 2]]"), ("a{{ return }}b", "[a]"),
        ("{{ if true }}{{ return 1 }}{{ end }}{{ return 2 }}", "[1]"),
        ("{{ range slice 1 2 3 }}{{ if eq . 2 }}{{ return . }}{{ end }}{{ end }}", "[2]"),
        ("{{ template \"d\" . }}c{{ define \"d\" }}{{ return \"from d\" }}{{ end }}", "[from d]"),
        ("<b>{{ \"<\" }}</b>", "[<b>&lt;</b>]"),
    ])
    func partialsReturnTheirOutputOrAValue(_ text: String, wanted: String) throws {
        let library = TemplateLibrary([try file("_partials/p.html", text)])
        let layout = try file("page.html", "[{{ partial \"p.html\" . }}]")
        #expect(try render(library.link(layout), library: library) == wanted)
        let short = try file("page.html", "[{{ partial \"p\" . }}]")
        #expect(try render(library.link(short), library: library) == wanted)
    }

    @Test(arguments: ["_partials/inline/x.html", "partials/inline/x.html"])
    func findsInlinePartials(_ name: String) throws {
        let layout = try file(
            "page.html", "{{ partial \"inline/x.html\" 1 }}{{ define \"\(name)\" }}<i>{{ . }}</i>{{ end }}")
        #expect(try render(TemplateLibrary().link(layout)) == "<i>1</i>")
    }

    @Test(arguments: ["_partials/x.html", "partials/x.html"], ["_partials/x.html", "partials/x.html"])
    func executesPartialsByTheNamesOfBothFolders(_ stored: String, _ asked: String) throws {
        let library = TemplateLibrary([try file(stored, "x{{ . }}")])
        let layout = try file("page.html", "{{ template \"\(asked)\" . }}")
        #expect(try render(library.link(layout)) == "xdot")
    }

    @Test func keepsNamesOfPlainTextApart() throws {
        let library = TemplateLibrary([
            try file("_partials/x.html", "html"), try file("_partials/x.html", "text {{ \"<\" }}", mode: .text),
        ])
        let layout = try file("list.txt", "{{ template \"_partials/x.html\" . }}", mode: .text)
        #expect(try render(library.link(layout)) == "text <")
    }

    @Test func namesTheChainOfTemplatesInAnError() throws {
        let library = TemplateLibrary([try file("_partials/p.html", "line\n{{ .nope.x.y }} {{ .Title.Foo }}")])
        let layout = try file("all.html", "<p>\n{{ partial \"p.html\" . }}")
        let error = #expect(throws: Diagnostic.self) {
            try render(library.link(layout), ["Title": "t"], library: library)
        }
        #expect(
            error?.message
                == "execute of template failed: template: _partials/p.html:2:25: executing \"_partials/p.html\" at "
                + "<.Title.Foo>: can't evaluate field Foo in type interface {}")
        #expect(error?.location?.file.path == "layouts/_partials/p.html")
        #expect(error?.notes == ["called from all.html:2:3: executing \"all.html\" at <partial \"p.html\" .>"])
    }

    @Test func namesTheNearestPartFunctionOrTemplate() throws {
        let layout = try file("all.html", "{{ if .t }}{{ printfs \"a\" }}{{ end }}{{ . }}")
        #expect(try render(TemplateLibrary().link(layout), ["t": false]) == "map[t:false]")
        let error = #expect(throws: Diagnostic.self) { try render(TemplateLibrary().link(layout), ["t": true]) }
        #expect(
            error?.message.contains(
                "all.html:1:14: executing \"all.html\" at <printfs>: function \"printfs\" not defined") == true)
        #expect(error?.suggestion == "did you mean printf?")
        let missing = #expect(throws: Diagnostic.self) {
            try render(TemplateLibrary().link(try file("all.html", "{{ partial \"no.html\" . }}")))
        }
        #expect(missing?.message.hasSuffix("error calling partial: partial \"no.html\" not found") == true)
    }

    @Test(arguments: [
        "{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}", "{{ partial \"self.html\" . }}",
        "{{ range 1000000000000 }}{{ end }}", "{{ range 5000 }}{{ range 5000 }}{{ end }}{{ end }}",
        "{{ range 100000 }}0123456789{{ end }}", "{{ with try (partial \"self.html\" .) }}{{ .Err }}{{ end }}",
    ])
    func stopsTemplatesWithoutEnd(_ text: String) throws {
        let library = TemplateLibrary([try file("_partials/self.html", "x{{ partial \"self.html\" . }}")])
        let template = library.link(try file("all.html", text))
        let limits = ExecutionLimits(steps: 200_000, outputBytes: 500_000)
        let execution = TemplateExecution(limits: limits, partials: { library.partial(named: $0) })
        var output = ByteWriter()
        let error = #expect(throws: Diagnostic.self) {
            try template.execute(dot: .null, context: execution, into: &output)
        }
        #expect(error?.code == "template.limit")
        #expect(error?.message.contains("exceeded") == true)
    }

    @Test func isExecutedFromSeveralThreadsAtOnce() async throws {
        let library = TemplateLibrary([try file("_partials/p.html", "<i>{{ . }}</i>")])
        let template = library.link(
            try file("all.html", "{{ range $i, $e := . }}{{ partial \"p.html\" $e }}<a href=\"{{ $e }}\">{{ end }}"))
        let outputs = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<16 {
                group.addTask { try? self.render(template, ["a b", "<"], library: library) }
            }
            return await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(outputs == ["<i>a b</i><a href=\"a%20b\"><i>&lt;</i><a href=\"%3c\">"])
    }

    @Test func knowsWhatAFileAsksFor() throws {
        let shortcode = try file("_shortcodes/x.html", "{{ with .Inner }}{{ . }}{{ end }}{{ partial \"x\" . }}")
        #expect(shortcode.uses(field: "Inner"))
        #expect(!shortcode.uses(field: "Get"))
        #expect(shortcode.calls(function: "partial"))
        #expect(!shortcode.calls(function: "partials.Include"))
    }
}

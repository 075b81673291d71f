internal import GoTemplates
internal import Text
internal import Values

extension Command {
    /// `keyport template`.
    static let template = Command(
        ["template"], "Execute one template with data to standard output.", operands: "FILE", count: 1...1,
        options: [
            .value("data", nil, "FILE", "a JSON file: the dot of the template"),
            .flag("text", nil, "plain text, nothing is escaped; without it the output is escaped as HTML"),
        ],
        examples: ["keyport template page.html --data page.json"]
    ) { arguments, console in
        let file = try Input.file(arguments.operands.first)
        var dot = Value.null
        if let path = arguments.value("data") { dot = try JSON.parse(try Input.file(path), numbers: .exact) }
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        let template = try TemplateFile.parse(
            file, name: name, mode: arguments.flag("text") ? .text : .html, functions: .withoutSite)
        var output = ByteWriter()
        do {
            try template.standalone().execute(dot: dot, context: TemplateExecution(), into: &output)
        } catch {
            // What was written before the error is shown, as Go's packages do.
            console.write(output.bytes)
            throw error
        }
        console.write(output.bytes)
        return .done
    }
}

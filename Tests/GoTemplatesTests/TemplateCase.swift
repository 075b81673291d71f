import Glibc
import GoTemplates
import Testing
import Text
import Values

/// One situation from a case file: a template, and what it makes of the data of the file `data.json` beside it.
///
/// Cases are separated by lines `=== name`; a line `---` parts the template from what is wanted. A wanted text that
/// begins with `ERROR ` names a part of the error's message instead.
struct TemplateCase: Sendable, CustomTestStringConvertible {
    let file: String
    let name: String
    let template: String
    let wanted: String

    var testDescription: String { "\(file): \(name)" }

    static let folder = String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex)) + "/Cases/"

    static func load(_ file: String) -> [TemplateCase] {
        var cases: [TemplateCase] = []
        var text = "\n" + String(decoding: bytes(of: folder + file), as: UTF8.self)
        if text.hasSuffix("\n") { text.removeLast() }
        for part in text.split(separator: "\n=== ") {
            guard let nameEnd = part.firstIndex(of: "\n") else { continue }
            let body = part[part.index(after: nameEnd)...]
            guard let separator = body.firstRange(of: "\n---\n") else { continue }
            let wanted = String(body[separator.upperBound...])
            cases.append(
                TemplateCase(
                    file: file, name: String(part[..<nameEnd]), template: String(body[..<separator.lowerBound]),
                    wanted: wanted))
        }
        return cases
    }

    static let data: Value = {
        let file = SourceFile(path: "data.json", bytes: bytes(of: folder + "data.json"))
        return (try? JSON.parse(file)) ?? .null
    }()

    /// The engine's functions with the few of Hugo's that make values the cases need.
    static let functions: FunctionTable = {
        var table = FunctionTable.hugoBase
        let kinds: [(String, SafeText.Kind)] = [
            ("safeHTML", .html), ("safeURL", .url), ("safeJS", .javaScript), ("safeCSS", .css),
            ("safeHTMLAttr", .htmlAttribute),
        ]
        for (name, kind) in kinds {
            table.register(name, 1...1) { .safe(SafeText($0.arguments[0].goString, kind)) }
        }
        table.register("slice", 0...Int.max) { .list($0.arguments) }
        table.register("dict", 0...Int.max) { call in
            var map = ValueMap()
            for index in stride(from: 0, to: call.arguments.count - 1, by: 2) {
                map[call.arguments[index].goString] = call.arguments[index + 1]
            }
            return .map(map)
        }
        return table
    }()

    private static func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// The output, or `ERROR` with the message.
    func run(_ mode: TemplateMode) -> String {
        do throws(Diagnostic) {
            let source = SourceFile(path: "t.html", text: template)
            let file = try TemplateFile.parse(source, name: "t.html", mode: mode, functions: Self.functions)
            var output = ByteWriter()
            try file.standalone().execute(dot: Self.data, context: TemplateExecution(), into: &output)
            return output.string
        } catch {
            return "ERROR " + error.message
        }
    }

    /// Whether `output` is what is wanted.
    func accepts(_ output: String) -> Bool {
        guard wanted.hasPrefix("ERROR ") else { return output == wanted }
        return output.hasPrefix("ERROR ") && output.contains(wanted.dropFirst(6))
    }
}

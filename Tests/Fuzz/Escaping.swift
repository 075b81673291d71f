import FuzzInput
import GoTemplates
import Text
import Values

/// The word that the data hide in an element, and that no template may write as one.
private let element = Array("<evil".utf8)

/// A template of HTML, escaped by context and executed. Without the functions that declare a text safe, nothing of the data
/// becomes an element, whatever the template.
@_cdecl("LLVMFuzzerTestOneInput")
public func escaping(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let source = SourceFile(path: "t.html", bytes: FuzzInput(start, count).bytes)
    // The template itself may write any element.
    let text = String(decoding: source.bytes, as: UTF8.self)
    if text.utf8.count >= 4, text.contains("evil") { return 0 }
    do throws(Diagnostic) {
        let file = try TemplateFile.parse(source, name: "t.html", mode: .html, functions: .hugoBase)
        let execution = TemplateExecution(limits: ExecutionLimits(steps: 500, outputBytes: 1 << 18, depth: 30))
        var output = ByteWriter()
        try file.standalone().execute(dot: data, context: execution, into: &output)
        let bytes = output.bytes
        for index in bytes.indices where bytes[index] == element[0] {
            require(!bytes[index...].starts(with: element), "data became an element")
        }
        require(!isUTF8(source.bytes) || isUTF8(bytes), "UTF-8 became something else")
    } catch {
        require(!error.rendered.isEmpty, "an error without words")
    }
    return 0
}

private let hostile =
    "<evil>\"'`\\--></script></style></title></textarea>{}()[];:/*${}<!--\u{0}\n\u{2028}é&amp;=javascript:"

private let data: Value = [
    "html": .string(hostile), "url": .string("http://x.org/?q=a b&c=\"<evil>\""), "n": 17, "f": 2.5, "t": true,
    "null": nil, "list": ["a", .string(hostile)], "m": ["one": .string(hostile), "<evil>": 2],
    "js": .safe(SafeText("f('</evil>')", .javaScript)), "css": .safe(SafeText("a: b", .css)),
    "path": .safe(SafeText("javascript:alert(1)", .url)), "attribute": .safe(SafeText("dir=\"ltr\"", .htmlAttribute)),
]

import FuzzInput
import GoTemplates
import Text
import Values

/// A template file: lexed, parsed, asked what it uses, and executed with every function that needs no site, within
/// small limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func templates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let source = SourceFile(path: "t.html", bytes: FuzzInput(start, count).bytes)
    do throws(Diagnostic) {
        let file = try TemplateFile.parse(source, name: "t.html", mode: .text, functions: .standard)
        _ = (file.definedNames, file.startsWithDefine)
        _ = (file.uses(field: "Inner"), file.calls(function: "partial"))
        let template = file.standalone()
        let execution = TemplateExecution(limits: ExecutionLimits(steps: 2000, outputBytes: 1 << 20, depth: 50))
        var output = ByteWriter()
        try template.execute(dot: data, context: execution, into: &output)
    } catch {
        require(!error.rendered.isEmpty, "an error without words")
    }
    return 0
}

private let data: Value = [
    "s": "str", "html": "<b>\"bold\" & 'it'</b>", "empty": "", "n": 17, "zero": 0, "f": 2.5, "t": true, "null": nil,
    "list": ["a", "b", "c"], "nums": [3, 4, 5], "none": [], "m": ["one": 1, "two": 2],
    "people": [["name": "Ann", "tags": ["x", "y"]], ["name": "Bob", "tags": []]],
    "time": .time(ZonedTime(seconds: 1_700_000_000)),
]

internal import Text
internal import Values

// The face stands first so that other rooms can build on it; each parser replaces its line here.
private func pending(_ file: SourceFile, _ name: String) -> Diagnostic {
    Diagnostic(code: "data.pending", "\(name) cannot be read yet", path: file.path)
}

enum JSONData {
    static func parse(_ file: SourceFile, bounds: Range<Int>) throws(Diagnostic) -> Value {
        throw pending(file, "JSON")
    }
    static func range(of path: [String], in file: SourceFile, bounds: Range<Int>) -> Range<Int>? { nil }
}

enum XMLParser {
    static func parse(_ file: SourceFile, bounds: Range<Int>) throws(Diagnostic) -> Value { throw pending(file, "XML") }
}

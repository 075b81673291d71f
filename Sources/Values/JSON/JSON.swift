package import Text

/// JSON (RFC 8259) to values and back.
package enum JSON {
    /// What numbers become.
    package enum Numbers: Sendable {
        /// Whole numbers become `.int`, or `.uint` beyond it; those beyond both, and all others, `.float`.
        case exact
        /// Every number becomes `.float`, as Go's `encoding/json` reads into `any`.
        case float
    }

    /// The value in `file`; throws at the first byte that is no JSON.
    ///
    /// A key that stands twice keeps its last value. Bytes that are no UTF-8, nesting beyond 512 and text after the
    /// value are errors; a byte order mark is skipped.
    package static func parse(_ file: SourceFile, numbers: Numbers = .exact) throws(Diagnostic) -> Value {
        try parse(file, numbers: numbers, records: false).value
    }

    /// The value that `bytes` write; `file` is the path that an error names.
    package static func parse(
        _ bytes: [UInt8], file: String = "JSON", numbers: Numbers = .exact
    ) throws(Diagnostic) -> Value {
        try parse(SourceFile(path: file, bytes: bytes), numbers: numbers)
    }

    /// The value in `file` with the place of each value and key.
    package static func parseWithRanges(
        _ file: SourceFile, numbers: Numbers = .exact
    ) throws(Diagnostic) -> (value: Value, ranges: SourceTree) {
        let (value, tree) = try parse(file, numbers: numbers, records: true)
        return (value, tree ?? SourceTree(range: 0..<file.bytes.count))
    }

    private static func parse(
        _ file: SourceFile, numbers: Numbers, records: Bool
    ) throws(Diagnostic) -> (value: Value, tree: SourceTree?) {
        var result: (value: Value, tree: SourceTree?) = (.null, nil)
        var problem: JSONProblem?
        file.bytes.withUnsafeBufferPointer { bytes in
            var parser = JSONParser(bytes, numbers: numbers, recordsRanges: records)
            do throws(JSONProblem) {
                result = try parser.document()
            } catch {
                problem = error
            }
        }
        if let problem { throw problem.diagnostic(in: file) }
        return result
    }
}

/// The places of a value and of everything in it, as byte ranges of its file.
package indirect enum SourceTree: Sendable {
    /// A value without parts.
    case leaf(Range<Int>)
    /// A list with the places of its elements.
    case list(Range<Int>, [SourceTree])
    /// A map with the places of its keys and values; of a key that stands twice the last.
    case map(Range<Int>, [String: (key: Range<Int>, value: SourceTree)])

    /// A value without parts.
    package init(range: Range<Int>) { self = .leaf(range) }

    /// The place of the whole value.
    package var range: Range<Int> {
        switch self {
        case .leaf(let range), .list(let range, _), .map(let range, _): return range
        }
    }

    /// The place of the value that `path` leads to, elements of lists by their number, or nil.
    package func range(ofKeyPath path: some Sequence<String>) -> Range<Int>? { self[path]?.range }

    /// The place of the last key of `path`, or nil where the path ends in a list or nowhere.
    package func keyRange(ofKeyPath path: [String]) -> Range<Int>? {
        guard let last = path.last, case .map(_, let members) = self[path.dropLast()] else { return nil }
        return members[last]?.key
    }

    /// The part that `path` leads to, or nil.
    package subscript(path: some Sequence<String>) -> SourceTree? {
        var current = self
        for step in path {
            switch current {
            case .leaf: return nil
            case .list(_, let elements):
                guard let index = Int(step), elements.indices.contains(index) else { return nil }
                current = elements[index]
            case .map(_, let members):
                guard let member = members[step] else { return nil }
                current = member.value
            }
        }
        return current
    }
}

/// What stopped the parser, before the file is at hand.
struct JSONProblem: Error {
    let code: String
    let message: String
    let range: Range<Int>
    var suggestion: String?

    func diagnostic(in file: SourceFile) -> Diagnostic {
        Diagnostic(code: code, message, at: SourceRange(file, range), suggestion: suggestion)
    }
}

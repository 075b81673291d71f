internal import CLibYAML
internal import Text

/// The events of libyaml over a part of a file, one at a time, with errors at their place in the whole file.
final class YAMLEvents {
    /// What an event is.
    enum Kind {
        case streamEnd
        case documentStart
        case documentEnd
        case scalar
        case alias
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
        case other
    }

    private let file: SourceFile
    private let bounds: Range<Int>
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private var holdsEvent = false

    /// Reads `bounds` of `file` out of `bytes`, which is the content of `file` and outlives this object.
    init(_ file: SourceFile, bounds: Range<Int>, bytes: UnsafeBufferPointer<UInt8>) {
        self.file = file
        self.bounds = bounds
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        if let base = bytes.baseAddress {
            yaml_parser_set_input_string(parser, base + bounds.lowerBound, bounds.count)
        } else {
            yaml_parser_set_input_string(parser, "", 0)
        }
    }

    deinit {
        if holdsEvent { yaml_event_delete(event) }
        yaml_parser_delete(parser)
        parser.deallocate()
        event.deallocate()
    }

    /// Goes on to the next event.
    func advance() throws(Diagnostic) -> Kind {
        if holdsEvent { yaml_event_delete(event) }
        holdsEvent = false
        guard yaml_parser_parse(parser, event) != 0 else { throw failure }
        holdsEvent = true
        switch event.pointee.type {
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SCALAR_EVENT: return .scalar
        case YAML_ALIAS_EVENT: return .alias
        case YAML_SEQUENCE_START_EVENT: return .sequenceStart
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT: return .mappingStart
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .other
        }
    }

    /// The text of a scalar event.
    var text: String {
        let scalar = event.pointee.data.scalar
        return String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    }

    /// Whether a scalar event has neither quotes nor a block indicator.
    var isPlain: Bool { event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

    /// The tag of a scalar event, written out, or nil.
    var scalarTag: String? { event.pointee.data.scalar.tag.map { String(cString: $0) } }

    /// The anchor of a scalar, sequence or mapping event, or the name of an alias event.
    func anchor(of kind: Kind) -> String? {
        switch kind {
        case .scalar: return event.pointee.data.scalar.anchor.map { String(cString: $0) }
        case .alias: return event.pointee.data.alias.anchor.map { String(cString: $0) }
        case .sequenceStart: return event.pointee.data.sequence_start.anchor.map { String(cString: $0) }
        case .mappingStart: return event.pointee.data.mapping_start.anchor.map { String(cString: $0) }
        default: return nil
        }
    }

    /// Where the event begins, counted in scalars as libyaml does; `offset(of:)` makes bytes of it.
    var start: Int { event.pointee.start_mark.index }

    /// Where the event ends.
    var end: Int { event.pointee.end_mark.index }

    /// The byte offset in the file of a mark. Counted only for errors and ranges.
    func offset(of mark: Int) -> Int {
        var offset = bounds.lowerBound
        var left = mark
        while offset < bounds.upperBound {
            if file.bytes[offset] & 0xC0 != 0x80 {
                if left == 0 { return offset }
                left -= 1
            }
            offset += 1
        }
        return offset
    }

    /// An error at the present event, or some bytes behind its beginning.
    func diagnostic(code: String, _ message: String, skipping: Int = 0, suggestion: String? = nil) -> Diagnostic {
        let end = offset(of: end)
        return Diagnostic(
            code: code, message, at: SourceRange(file, min(offset(of: start) + skipping, end)..<end),
            suggestion: suggestion)
    }

    private var failure: Diagnostic {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "it cannot be read"
        let context = state.context.map { String(cString: $0) }
        if state.error == YAML_READER_ERROR {
            let place = min(bounds.upperBound, bounds.lowerBound + state.problem_offset)
            return Diagnostic(
                code: "yaml.encoding", "YAML: \(problem)", at: SourceRange(file, at: place),
                suggestion: problem.contains("UTF") ? "save the file as UTF-8" : nil)
        }
        if state.error == YAML_MEMORY_ERROR {
            return Diagnostic(code: "yaml.memory", "YAML: there is not enough memory", path: file.path)
        }
        // What is never closed is an error where it was opened: its end is the end of the data.
        let isUnclosed = problem == "found unexpected end of stream" || problem == "found unexpected document indicator"
        let mark = isUnclosed && context != nil ? state.context_mark : state.problem_mark
        let place = offset(of: mark.index)
        let known = goWording(of: problem, context: context, isUnclosed: isUnclosed, at: place)
        let message = known?.message ?? context.map { "\(problem) \($0)" } ?? problem
        return Diagnostic(
            code: "yaml.syntax", "YAML: \(message)", at: SourceRange(file, at: known?.place ?? place),
            suggestion: Self.wayOut(of: problem))
    }

    /// What the parser of Hugo says of the same mistake, and where: it points at the value, not at where it gave up.
    private func goWording(of problem: String, context: String?, isUnclosed: Bool, at place: Int)
        -> (message: String, place: Int)?
    {
        let byte = place < bounds.upperBound ? file.bytes[place] : 0
        switch problem {
        case _ where isUnclosed && context == "while scanning a quoted scalar":
            return ("could not find end character of \(byte == 0x22 ? "double" : "single")-quoted text", place)
        case "mapping values are not allowed in this context":
            return ("mapping value is not allowed in this context", beginningOfValue(before: place))
        case "found unknown escape character":
            let rest = file.bytes[min(place + 1, bounds.upperBound)..<min(place + 5, bounds.upperBound)]
            let shown = String(decoding: rest, as: UTF8.self).unicodeScalars.first ?? " "
            return ("found unknown escape character '\(Character(shown))'", place + 1)
        case "found character that cannot start any token" where byte == 0x09:
            return ("found character '\\t' that cannot start any token", place)
        case "found character that cannot start any token" where byte == 0x40 || byte == 0x60:
            return ("'\(Character(UnicodeScalar(byte)))' is a reserved character", place)
        case "found character that cannot start any token" where byte == 0x25:
            return ("unexpected directive value. document not started", place)
        case "found a tab character that violates indentation":
            return ("found character '\\t' that cannot start any token", place)
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            let mark = problem.hasSuffix("']'") ? "]" : "}"
            return ("',' or '\(mark)' must be specified", byte == 0x3A ? beginningOfValue(before: place) : place)
        default: return nil
        }
    }

    /// Where the plain text begins that a colon at `place` stands behind: after the colon or the dash before it on its
    /// line, or, where the line goes on with the text of one above, there.
    private func beginningOfValue(before place: Int) -> Int {
        func isBlank(_ offset: Int) -> Bool { file.bytes[offset] == 0x20 || file.bytes[offset] == 0x09 }
        func lineStart(_ offset: Int) -> Int {
            var start = offset
            while start > bounds.lowerBound, file.bytes[start - 1] != 0x0A { start -= 1 }
            return start
        }
        func valueStart(_ start: Int, _ end: Int) -> Int? {
            var offset = end - 2
            while offset >= start {
                if file.bytes[offset] == 0x3A || file.bytes[offset] == 0x2D, isBlank(offset + 1) {
                    var value = offset + 1
                    while value < end, isBlank(value) { value += 1 }
                    return value < end ? value : nil
                }
                offset -= 1
            }
            return nil
        }
        var start = lineStart(place)
        if let value = valueStart(start, place) { return value }
        var textStart = start
        while textStart < place, isBlank(textStart) { textStart += 1 }
        let indentation = textStart - start
        // The line is indented below the one whose text it goes on with.
        while start > bounds.lowerBound {
            let end = start - 1
            start = lineStart(end)
            var above = start
            while above < end, isBlank(above) { above += 1 }
            if above - start < indentation, above < end { return valueStart(start, end) ?? textStart }
        }
        return textStart
    }

    private static func wayOut(of problem: String) -> String? {
        switch problem {
        case "mapping values are not allowed in this context":
            return "put the value in quotes: it holds a colon followed by a blank, or its indentation is off"
        case "found character that cannot start any token":
            return "put the value in quotes, and indent with blanks, not with tabs"
        case "did not find expected key", "could not find expected ':'":
            return "look at the indentation and the quotes of this line and the one before"
        case "did not find expected alphabetic or numeric character":
            return "put the value in quotes: it begins with * or &"
        default: return nil
        }
    }
}

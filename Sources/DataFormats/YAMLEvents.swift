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

    /// An error at the present event.
    func diagnostic(code: String, _ message: String, suggestion: String? = nil) -> Diagnostic {
        Diagnostic(
            code: code, message, at: SourceRange(file, offset(of: start)..<offset(of: end)), suggestion: suggestion)
    }

    private var failure: Diagnostic {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "it cannot be read"
        let context = state.context.map { String(cString: $0) }
        if state.error == YAML_READER_ERROR {
            let place = min(bounds.upperBound, bounds.lowerBound + state.problem_offset)
            return Diagnostic(code: "yaml.encoding", "YAML: \(problem)", at: SourceRange(file, at: place))
        }
        if state.error == YAML_MEMORY_ERROR {
            return Diagnostic(code: "yaml.memory", "YAML: there is not enough memory", path: file.path)
        }
        // What is never closed is an error where it was opened: its end is the end of the data.
        let isUnclosed = problem == "found unexpected end of stream" || problem == "found unexpected document indicator"
        let mark = isUnclosed && context != nil ? state.context_mark : state.problem_mark
        let message: String
        switch problem {
        case _ where isUnclosed && context == "while scanning a quoted scalar":
            message = "the closing quote of this text is missing"
        default:
            message = context.map { "\(problem) \($0)" } ?? problem
        }
        return Diagnostic(
            code: "yaml.syntax", "YAML: \(message)", at: SourceRange(file, at: offset(of: mark.index)),
            suggestion: Self.wayOut(of: problem))
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

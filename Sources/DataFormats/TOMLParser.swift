internal import CTomlPlusPlus
internal import Text
internal import Values

/// Makes values of TOML 1.0: whole numbers are signed, dates with a zone are times, those without are `LocalDateTime`s.
struct TOMLParser {
    /// How many parts a dotted key may have: each makes a table in the one before.
    private static let keyLimit = 100

    private let file: SourceFile
    private let bounds: Range<Int>
    private let events: UnsafeBufferPointer<keyport_toml_event>
    private var index = 0

    private init(_ file: SourceFile, bounds: Range<Int>, events: UnsafeBufferPointer<keyport_toml_event>) {
        self.file = file
        self.bounds = bounds
        self.events = events
    }

    /// The table in `bounds` of `file`.
    static func parse(_ file: SourceFile, bounds: Range<Int>) throws(Diagnostic) -> Value {
        try withEvents(file, bounds: bounds) { parser in parser.value() }
    }

    private static func withEvents<Result>(
        _ file: SourceFile, bounds: Range<Int>, _ body: (inout TOMLParser) -> Result
    ) throws(Diagnostic) -> Result {
        try checkKeys(file, bounds: bounds)
        let parsed = file.bytes.withUnsafeBufferPointer { bytes in
            bytes[bounds].withMemoryRebound(to: CChar.self) { slice in
                keyport_toml_parse(slice.baseAddress, slice.count)
            }
        }
        guard let document = parsed else {
            throw Diagnostic(code: "toml.memory", "TOML: there is not enough memory", path: file.path)
        }
        defer { keyport_toml_free(document) }
        var line: UInt32 = 0
        var column: UInt32 = 0
        if let message = keyport_toml_error(document, &line, &column) {
            let text = sentence(String(cString: message))
            // A key that stands twice is wrong where it begins; toml++ has read its value by then.
            let isRepeated = text.contains("redefine")
            let place = offset(line: Int(line), column: isRepeated ? 1 : Int(column), in: file, bounds: bounds)
            throw Diagnostic(
                code: "toml.syntax", "TOML: \(text)", at: SourceRange(file, at: place),
                suggestion: text.contains("invalid utf-8") ? "save the file as UTF-8" : nil)
        }
        var count = 0
        let events = keyport_toml_events(document, &count)
        var parser = TOMLParser(file, bounds: bounds, events: UnsafeBufferPointer(start: events, count: count))
        return body(&parser)
    }

    private mutating func next() -> keyport_toml_event? {
        guard index < events.count else { return nil }
        index += 1
        return events[index - 1]
    }

    private func text(_ event: keyport_toml_event) -> String {
        guard let start = event.text else { return "" }
        return UnsafeRawBufferPointer(start: start, count: event.length).withMemoryRebound(to: UInt8.self) {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private mutating func value() -> Value {
        guard let event = next() else { return .null }
        switch Int(event.kind) {
        case KEYPORT_TOML_TABLE_BEGIN:
            var map = ValueMap()
            while let key = next(), Int(key.kind) == KEYPORT_TOML_KEY { map[text(key)] = value() }
            return .map(map)
        case KEYPORT_TOML_ARRAY_BEGIN:
            var list: [Value] = []
            while index < events.count, Int(events[index].kind) != KEYPORT_TOML_ARRAY_END { list.append(value()) }
            index += 1
            return .list(list)
        case KEYPORT_TOML_STRING: return .string(text(event))
        case KEYPORT_TOML_INTEGER: return .int64(Int(event.integer))
        case KEYPORT_TOML_FLOAT: return .float(event.number)
        case KEYPORT_TOML_BOOLEAN: return .bool(event.integer != 0)
        case KEYPORT_TOML_TIME:
            return .object(LocalDateTime(date: nil, time: Self.time(event)))
        case KEYPORT_TOML_DATE:
            return .object(LocalDateTime(date: Self.date(event), time: nil))
        case KEYPORT_TOML_LOCAL_DATE_TIME:
            return .object(LocalDateTime(date: Self.date(event), time: Self.time(event)))
        default:
            let zone: TimeZoneRules =
                event.offset_minutes == 0 ? .utc : .fixed(offsetSeconds: Int(event.offset_minutes) * 60)
            var time = ZonedTime(
                year: Int(event.year), month: Int(event.month), day: Int(event.day), hour: Int(event.hour),
                minute: Int(event.minute), second: Int(event.second), zone: zone)
            time.nanoseconds = Int32(event.nanosecond)
            return .time(time)
        }
    }

    private static func date(_ event: keyport_toml_event) -> (year: Int, month: Int, day: Int) {
        (Int(event.year), Int(event.month), Int(event.day))
    }

    private static func time(_ event: keyport_toml_event) -> (hour: Int, minute: Int, second: Int, nanosecond: Int) {
        (Int(event.hour), Int(event.minute), Int(event.second), Int(event.nanosecond))
    }

    /// toml++ opens with what it was doing: `Error while parsing key-value pair: …`.
    private static func sentence(_ message: String) -> String {
        let opening = "Error while parsing "
        return message.hasPrefix(opening) ? "in this " + message.dropFirst(opening.count) : message
    }

    /// The byte offset in the file of a line and column within `bounds`.
    private static func offset(line: Int, column: Int, in file: SourceFile, bounds: Range<Int>) -> Int {
        var offset = bounds.lowerBound
        var current = 1
        while current < line, offset < bounds.upperBound {
            if file.bytes[offset] == 0x0A { current += 1 }
            offset += 1
        }
        var left = column - 1
        while offset < bounds.upperBound, file.bytes[offset] != 0x0A {
            if file.bytes[offset] & 0xC0 != 0x80 {
                if left <= 0 { return offset }
                left -= 1
            }
            offset += 1
        }
        return offset
    }

    /// Refuses keys of very many parts: toml++ frees nested tables by recursion.
    private static func checkKeys(_ file: SourceFile, bounds: Range<Int>) throws(Diagnostic) {
        let bytes = file.bytes
        var parts = 0
        var index = bounds.lowerBound
        while index < bounds.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "."):
                parts += 1
                if parts > keyLimit {
                    throw Diagnostic(
                        code: "toml.depth", "TOML: a key has more than \(keyLimit) parts",
                        at: SourceRange(file, at: index))
                }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                index = endOfString(in: bytes, from: index, before: bounds.upperBound)
                continue
            case UInt8(ascii: "#"):
                while index < bounds.upperBound, bytes[index] != 0x0A { index += 1 }
                continue
            case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "["), 0x0A: parts = 0
            default: break
            }
            index += 1
        }
    }

    private static func endOfString(in bytes: [UInt8], from start: Int, before end: Int) -> Int {
        let quote = bytes[start]
        let isTriple = start + 2 < end && bytes[start + 1] == quote && bytes[start + 2] == quote
        var index = start + (isTriple ? 3 : 1)
        while index < end {
            if bytes[index] == 0x5C, quote == UInt8(ascii: "\"") {
                index += 2
                continue
            }
            if bytes[index] == quote {
                if !isTriple { return index + 1 }
                if index + 2 < end, bytes[index + 1] == quote, bytes[index + 2] == quote { return index + 3 }
            }
            if !isTriple, bytes[index] == 0x0A { return index }
            index += 1
        }
        return end
    }
}

extension TOMLParser {
    /// The bytes of the value that a path of keys (in any case) and indexes leads to.
    static func range(of path: [String], in file: SourceFile, bounds: Range<Int>) -> Range<Int>? {
        let found = try? withEvents(file, bounds: bounds) { parser in parser.find(path[...]) }
        return found ?? nil
    }

    private mutating func find(_ path: ArraySlice<String>) -> Range<Int>? {
        guard let event = next() else { return nil }
        guard let wanted = path.first else { return range(of: event) }
        if Int(event.kind) == KEYPORT_TOML_TABLE_BEGIN {
            while let key = next(), Int(key.kind) == KEYPORT_TOML_KEY {
                if text(key).lowercased() == wanted.lowercased() { return find(path.dropFirst()) }
                skip()
            }
        } else if Int(event.kind) == KEYPORT_TOML_ARRAY_BEGIN {
            var position = 0
            while index < events.count, Int(events[index].kind) != KEYPORT_TOML_ARRAY_END {
                if String(position) == wanted { return find(path.dropFirst()) }
                skip()
                position += 1
            }
        }
        return nil
    }

    private mutating func skip() {
        var depth = 0
        while let event = next() {
            switch Int(event.kind) {
            case KEYPORT_TOML_TABLE_BEGIN, KEYPORT_TOML_ARRAY_BEGIN: depth += 1
            case KEYPORT_TOML_TABLE_END, KEYPORT_TOML_ARRAY_END: depth -= 1
            default: break
            }
            if depth == 0 { return }
        }
    }

    private func range(of event: keyport_toml_event) -> Range<Int> {
        let start = Self.offset(line: Int(event.line), column: Int(event.column), in: file, bounds: bounds)
        let end = Self.offset(line: Int(event.end_line), column: Int(event.end_column), in: file, bounds: bounds)
        return start..<max(start, end)
    }
}

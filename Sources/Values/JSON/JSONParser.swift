/// One pass over the bytes of a JSON text.
struct JSONParser {
    /// How deep lists and maps may nest.
    static let depthLimit = 512

    private let bytes: UnsafeBufferPointer<UInt8>
    private let numbers: JSON.Numbers
    private let recordsRanges: Bool
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, numbers: JSON.Numbers, recordsRanges: Bool) {
        self.bytes = bytes
        self.numbers = numbers
        self.recordsRanges = recordsRanges
    }

    /// The byte at the present place, 0 at the end (NUL is no JSON, so nothing is confused).
    private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// The whole text.
    mutating func document() throws(JSONProblem) -> (value: Value, tree: SourceTree?) {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
        skipSpace()
        let result = try value(depth: 0)
        skipSpace()
        if index < bytes.count {
            throw problem("json.trailing", "unexpected \(shown) after the value", suggestion: "remove what follows")
        }
        return result
    }

    private mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(JSONProblem) -> (value: Value, tree: SourceTree?) {
        let start = index
        let value: Value
        switch current {
        case 0x7B: return try map(depth: depth)
        case 0x5B: return try list(depth: depth)
        case 0x22: value = .string(try string())
        case 0x2D, 0x30...0x39: value = try number()
        case 0x74:
            try word("true")
            value = .bool(true)
        case 0x66:
            try word("false")
            value = .bool(false)
        case 0x6E:
            try word("null")
            value = .null
        case 0x27:
            throw problem(
                "json.syntax", "unexpected \(shown), expected a value", suggestion: "write strings in double quotes")
        default: throw problem("json.syntax", "unexpected \(shown), expected a value")
        }
        return (value, recordsRanges ? .leaf(start..<index) : nil)
    }

    private func checkDepth(_ depth: Int) throws(JSONProblem) {
        if depth >= Self.depthLimit {
            throw problem("json.depth", "lists and maps nest deeper than \(Self.depthLimit)")
        }
    }

    private mutating func list(depth: Int) throws(JSONProblem) -> (value: Value, tree: SourceTree?) {
        try checkDepth(depth)
        let start = index
        index += 1
        var elements: [Value] = []
        var trees: [SourceTree] = []
        skipSpace()
        if current == 0x5D {
            index += 1
        } else {
            while true {
                skipSpace()
                let (value, tree) = try value(depth: depth + 1)
                elements.append(value)
                if let tree { trees.append(tree) }
                skipSpace()
                if current == 0x2C {
                    index += 1
                    try refuseTrailingComma(before: 0x5D)
                } else if current == 0x5D {
                    index += 1
                    break
                } else {
                    throw problem("json.syntax", "unexpected \(shown), expected ',' or ']' in a list")
                }
            }
        }
        return (.list(elements), recordsRanges ? .list(start..<index, trees) : nil)
    }

    private mutating func map(depth: Int) throws(JSONProblem) -> (value: Value, tree: SourceTree?) {
        try checkDepth(depth)
        let start = index
        index += 1
        var map = ValueMap()
        var members: [String: (key: Range<Int>, value: SourceTree)] = [:]
        skipSpace()
        if current == 0x7D {
            index += 1
        } else {
            while true {
                skipSpace()
                guard current == 0x22 else {
                    throw problem(
                        "json.syntax", "unexpected \(shown), expected a key",
                        suggestion: "write keys in double quotes")
                }
                let keyStart = index
                let key = try string()
                let keyEnd = index
                skipSpace()
                guard current == 0x3A else {
                    throw problem("json.syntax", "unexpected \(shown), expected ':' after the key")
                }
                index += 1
                skipSpace()
                let (value, tree) = try value(depth: depth + 1)
                map[key] = value
                if let tree { members[key] = (keyStart..<keyEnd, tree) }
                skipSpace()
                if current == 0x2C {
                    index += 1
                    try refuseTrailingComma(before: 0x7D)
                } else if current == 0x7D {
                    index += 1
                    break
                } else {
                    throw problem("json.syntax", "unexpected \(shown), expected ',' or '}' in a map")
                }
            }
        }
        return (.map(map), recordsRanges ? .map(start..<index, members) : nil)
    }

    private mutating func refuseTrailingComma(before close: UInt8) throws(JSONProblem) {
        let comma = index - 1
        skipSpace()
        if current == close {
            index = comma
            throw problem("json.syntax", "unexpected ',' before the end", suggestion: "remove the last comma")
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONProblem) {
        let start = index
        for offset in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[offset] else {
                index = start
                throw problem("json.syntax", "unexpected \(shown), expected a value")
            }
            index += 1
        }
    }

    // MARK: Strings

    private mutating func string() throws(JSONProblem) -> String {
        let open = index
        index += 1
        let start = index
        // Most strings have no escape and are taken as they stand.
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 {
                let text = try text(UnsafeBufferPointer(rebasing: bytes[start..<index]), at: start)
                index += 1
                return text
            }
            if byte == 0x5C { break }
            if byte < 0x20 { throw controlCharacter() }
            index += 1
        }
        var decoded = [UInt8](bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x22:
                index += 1
                // Escapes make sound UTF-8, so that what is not sound stands in the source.
                if let text = String(validating: decoded, as: UTF8.self) { return text }
                throw invalidUTF8(in: start..<index)
            case 0x5C: try escape(into: &decoded)
            case ..<0x20: throw controlCharacter()
            default:
                decoded.append(byte)
                index += 1
            }
        }
        throw JSONProblem(
            code: "json.string", message: "the string is not closed", range: open..<open + 1,
            suggestion: "close it with '\"'")
    }

    private func text(_ source: UnsafeBufferPointer<UInt8>, at start: Int) throws(JSONProblem) -> String {
        if let text = String(validating: source, as: UTF8.self) { return text }
        throw invalidUTF8(in: start..<start + source.count)
    }

    private func invalidUTF8(in range: Range<Int>) -> JSONProblem {
        var place = range.lowerBound
        var iterator = UnsafeBufferPointer(rebasing: bytes[range]).makeIterator()
        var decoder = UTF8()
        scan: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): place += UTF8.width(scalar)
            case .emptyInput, .error: break scan
            }
        }
        return JSONProblem(
            code: "json.encoding", message: "the string is not valid UTF-8", range: place..<min(place + 1, bytes.count),
            suggestion: "save the file as UTF-8")
    }

    private func controlCharacter() -> JSONProblem {
        problem(
            "json.string", "a control character stands in a string",
            suggestion: "close the string or write the character as an escape such as \\n")
    }

    private mutating func escape(into decoded: inout [UInt8]) throws(JSONProblem) {
        let start = index
        index += 1
        let byte = current
        index += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: decoded.append(byte)
        case 0x62: decoded.append(0x08)
        case 0x66: decoded.append(0x0C)
        case 0x6E: decoded.append(0x0A)
        case 0x72: decoded.append(0x0D)
        case 0x74: decoded.append(0x09)
        case 0x75:
            var unit = try hexUnit(escapeStart: start)
            if unit & 0xFC00 == 0xD800, current == 0x5C, index + 1 < bytes.count, bytes[index + 1] == 0x75 {
                let second = index
                index += 2
                let low = try hexUnit(escapeStart: second)
                if low & 0xFC00 == 0xDC00 {
                    unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
                } else {
                    // The second escape stands for itself.
                    index = second
                }
            }
            // Half of a pair becomes U+FFFD, as in Go.
            let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
            decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default:
            throw JSONProblem(
                code: "json.string", message: "unknown escape in a string", range: start..<min(index, bytes.count),
                suggestion: "write a backslash as \\\\")
        }
    }

    private mutating func hexUnit(escapeStart: Int) throws(JSONProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch current {
            case 0x30...0x39: digit = current - 0x30
            case 0x41...0x46: digit = current - 0x37
            case 0x61...0x66: digit = current - 0x57
            default:
                throw JSONProblem(
                    code: "json.string", message: "\\u takes four hexadecimal digits",
                    range: escapeStart..<min(index, bytes.count))
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(JSONProblem) -> Value {
        let start = index
        let isNegative = current == 0x2D
        if isNegative { index += 1 }
        guard isDigit(current) else { throw problem("json.number", "unexpected \(shown), expected a digit") }
        var magnitude: UInt64 = 0
        var overflows = false
        if current == 0x30 {
            index += 1
            if isDigit(current) {
                throw problem("json.number", "a number does not begin with 0", suggestion: "remove the leading zero")
            }
        } else {
            while isDigit(current) {
                let (product, first) = magnitude.multipliedReportingOverflow(by: 10)
                let (sum, second) = product.addingReportingOverflow(UInt64(current - 0x30))
                overflows = overflows || first || second
                magnitude = sum
                index += 1
            }
        }
        var isWhole = true
        if current == 0x2E {
            isWhole = false
            index += 1
            try digits()
        }
        if current | 0x20 == 0x65 {
            isWhole = false
            index += 1
            if current == 0x2B || current == 0x2D { index += 1 }
            try digits()
        }
        if isWhole, !overflows {
            switch numbers {
            case .float:
                // Up to 2^53 the conversion is exact; beyond it rounds to nearest as the text would.
                return .float(isNegative ? -Double(magnitude) : Double(magnitude))
            case .exact:
                if isNegative, magnitude <= UInt64(Int.max) + 1 { return .int(Int(truncatingIfNeeded: 0 &- magnitude)) }
                if !isNegative { return Int(exactly: magnitude).map { .int($0) } ?? .uint(UInt(magnitude)) }
            }
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            throw JSONProblem(code: "json.number", message: "the number is too large", range: start..<index)
        }
        return .float(number)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private mutating func digits() throws(JSONProblem) {
        guard isDigit(current) else { throw problem("json.number", "unexpected \(shown), expected a digit") }
        while isDigit(current) { index += 1 }
    }

    // MARK: Errors

    /// The byte at the present place as a message names it.
    private var shown: String {
        guard index < bytes.count else { return "end of the text" }
        let byte = bytes[index]
        if byte == 0x22 { return "a string" }
        if byte > 0x20, byte < 0x7F { return "'\(Character(Unicode.Scalar(byte)))'" }
        return "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private func problem(_ code: String, _ message: String, suggestion: String? = nil) -> JSONProblem {
        JSONProblem(code: code, message: message, range: index..<min(index + 1, bytes.count), suggestion: suggestion)
    }
}

internal import Text
internal import Values

// Hugo hands the arguments of nearly every function through the `cast` package, so that a number or safe text does
// where text is wanted; these are its rules and its words.

extension Value {
    /// Go's `cast.ToStringE`: text of a scalar, a time, a safe text or an object that has one; nil is empty.
    func castToString() throws(ValueError) -> String {
        switch self {
        case .null: return ""
        case .bool(let flag): return flag ? "true" : "false"
        case .int(let number), .int64(let number): return String(number)
        case .uint(let number): return String(number)
        case .float(let number): return number.plainDecimal
        case .string(let text): return text
        case .safe(let safe): return safe.text
        case .time, .duration: return goString
        case .object(let object):
            if object.elements == nil, object.keys == nil { return object.goString }
        case .list, .map: break
        }
        throw castFailure("string")
    }

    /// Go's `cast.ToIntE`, with the bases of Go's literals (`0x1F`, `0b11`, `017`) and decimals cut off.
    func castToInt() throws(ValueError) -> Int {
        switch self {
        case .null: return 0
        case .bool(let flag): return flag ? 1 : 0
        case .int(let number), .int64(let number): return number
        case .uint(let number): return Int(truncatingIfNeeded: number)
        case .float(let number): return Int(exactly: number.rounded(.towardZero)) ?? .min
        case .duration(let span): return span
        case .string(let text): return try parseInt(text)
        case .safe(let safe): return try parseInt(safe.text)
        case .object(let object):
            if let number = object.namedNumber { return number }
            throw castFailure("int")
        case .time, .list, .map: throw castFailure("int")
        }
    }

    private func parseInt(_ text: String) throws(ValueError) -> Int {
        if text.isEmpty { return 0 }
        var number = text
        let (whole, decimals, hasPoint) = text.cut(at: UInt8(ascii: "."))
        let digits = whole.first == "-" || whole.first == "+" ? whole.dropFirst() : whole[...]
        if hasPoint, digits.utf8.allSatisfy(\.isDecimalDigit), decimals.utf8.allSatisfy(\.isDecimalDigit) {
            number = digits.isEmpty ? "0" : whole
        }
        switch GoInteger.parse(number) {
        case .number(let value): return value
        case .outOfRange:
            throw castFailure("int", "strconv.ParseInt: parsing \(number.goQuoted): value out of range")
        case .invalid: throw castFailure("int", "strconv.ParseInt: parsing \(number.goQuoted): invalid syntax")
        }
    }

    /// Go's `cast.ToFloat64E`.
    func castToFloat() throws(ValueError) -> Double {
        switch self {
        case .null: return 0
        case .bool(let flag): return flag ? 1 : 0
        case .int(let number), .int64(let number): return Double(number)
        case .uint(let number): return Double(number)
        case .float(let number): return number
        case .duration(let span): return Double(span)
        case .string(let text): return try parseFloat(text)
        case .safe(let safe): return try parseFloat(safe.text)
        case .object(let object):
            if let number = object.namedNumber { return Double(number) }
            throw castFailure("float64")
        case .time, .list, .map: throw castFailure("float64")
        }
    }

    private func parseFloat(_ text: String) throws(ValueError) -> Double {
        if text.isEmpty { return 0 }
        guard let number = Double(text), !text.contains("(") else {
            throw castFailure("float64", "strconv.ParseFloat: parsing \(text.goQuoted): invalid syntax")
        }
        if number.isInfinite, !text.lowercased().contains("inf") {
            throw castFailure("float64", "strconv.ParseFloat: parsing \(text.goQuoted): value out of range")
        }
        return number
    }

    /// Go's `cast.ToBoolE`.
    func castToBool() throws(ValueError) -> Bool {
        switch self {
        case .null: return false
        case .bool(let flag): return flag
        case .int(let number), .int64(let number): return number != 0
        case .uint(let number): return number != 0
        case .float(let number): return number != 0
        case .duration(let span): return span != 0
        case .string, .safe:
            switch stringValue {
            case "1", "t", "T", "true", "TRUE", "True": return true
            case "0", "f", "F", "false", "FALSE", "False", "": return false
            default: throw castFailure("bool")
            }
        case .time, .list, .map, .object: throw castFailure("bool")
        }
    }

    private func castFailure(_ wanted: String, _ reason: String? = nil) -> ValueError {
        let shown = goSprintf("%#v", [self])
        let sentence = "unable to cast \(shown) of type \(goType) to \(wanted)"
        return ValueError(reason.map { sentence + ": " + $0 } ?? sentence)
    }
}

/// Go's `strconv.ParseInt(text, 0, 64)`.
enum GoInteger {
    case number(Int)
    case outOfRange
    case invalid

    static func parse(_ text: String) -> GoInteger {
        var bytes = Array(text.utf8)[...]
        var negative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        var radix = 10
        if bytes.first == UInt8(ascii: "0"), bytes.count > 1 {
            switch bytes[bytes.startIndex + 1] | 0x20 {
            case UInt8(ascii: "x"): radix = 16
            case UInt8(ascii: "o"): radix = 8
            case UInt8(ascii: "b"): radix = 2
            default: radix = 0
            }
            bytes = bytes.dropFirst(radix == 0 ? 1 : 2)
            if radix == 0 { radix = 8 }
        }
        guard let first = bytes.first, first != UInt8(ascii: "_") || text.utf8.first == UInt8(ascii: "0"),
            bytes.last != UInt8(ascii: "_")
        else { return .invalid }
        var value = 0
        var overflow = false
        for byte in bytes {
            if byte == UInt8(ascii: "_") { continue }
            let digit: Int
            switch byte {
            case 0x30...0x39: digit = Int(byte) - 0x30
            case 0x61...0x66: digit = Int(byte) - 0x57
            case 0x41...0x46: digit = Int(byte) - 0x37
            default: return .invalid
            }
            guard digit < radix else { return .invalid }
            let (product, first) = value.multipliedReportingOverflow(by: radix)
            let (sum, second) =
                negative
                ? product.subtractingReportingOverflow(digit)
                : product.addingReportingOverflow(digit)
            overflow = overflow || first || second
            value = overflow ? 0 : sum
        }
        return overflow ? .outOfRange : .number(value)
    }
}

extension UInt8 {
    var isDecimalDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension Double {
    /// Go's `FormatFloat(x, 'f', -1, 64)`: the shortest digits that give the number back, never an exponent.
    var plainDecimal: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Inf" : "+Inf" }
        var text = description
        if text.hasSuffix(".0") { text.removeLast(2) }
        guard let mark = text.firstIndex(of: "e") else { return text }
        let exponent = Int(text[text.index(after: mark)...]) ?? 0
        var mantissa = String(text[..<mark])
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        if !sign.isEmpty { mantissa.removeFirst() }
        let (whole, decimals, _) = mantissa.cut(at: UInt8(ascii: "."))
        let digits = whole + decimals
        let point = whole.utf8.count + exponent
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.utf8.count {
            return sign + digits + String(repeating: "0", count: point - digits.utf8.count)
        }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
}

extension Invocation {
    /// The argument at `index`, nil value where fewer were given.
    subscript(index: Int) -> Value { argument(index) ?? .null }

    /// The text of the argument at `index`.
    func text(_ index: Int) throws(ValueError) -> String { try self[index].castToString() }

    /// The whole number of the argument at `index`.
    func int(_ index: Int) throws(ValueError) -> Int { try self[index].castToInt() }

    /// The text of the argument at `index` where Go's function takes nothing but a string.
    func string(_ index: Int) throws(ValueError) -> String {
        guard let text = self[index].stringValue else {
            throw ValueError("wrong type for value; expected string; got \(self[index].goType)")
        }
        return text
    }

    /// The number of arguments.
    var count: Int { arguments.count }
}

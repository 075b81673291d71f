internal import Values

/// What a plain scalar means, by the rules of goccy/go-yaml 1.18, which Hugo 0.168 uses.
enum YAMLScalar {
    /// The value of a plain scalar.
    static func resolve(_ text: String) -> Value {
        guard let first = text.utf8.first else { return .null }
        switch first {
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "~"):
            if text == "null" || text == "Null" || text == "NULL" || text == "~" { return .null }
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            if text == "true" || text == "True" || text == "TRUE" { return .bool(true) }
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            if text == "false" || text == "False" || text == "FALSE" { return .bool(false) }
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
            switch text {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
            case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
            case ".nan", ".NaN", ".NAN": return .float(.nan)
            default: return number(text) ?? .string(text)
            }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number(text) ?? .string(text)
        default: break
        }
        return .string(text)
    }

    /// A number: decimal, `0x`, `0o`, `0b`, octal with a leading zero, or with exactly one point.
    ///
    /// Underscores may stand anywhere but at the front. What does not fit stays text.
    private static func number(_ text: String) -> Value? {
        var bytes = Array(text.utf8)
        guard bytes.count <= 400 else { return nil }
        if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes.removeFirst() }
        bytes.removeAll { $0 == UInt8(ascii: "_") }
        guard let lead = bytes.first else { return nil }
        let points = bytes.count { $0 == UInt8(ascii: ".") }
        var radix = 10
        if lead == UInt8(ascii: "0"), bytes.count > 1 {
            switch bytes[1] {
            case UInt8(ascii: "x"): (radix, bytes) = (16, Array(bytes[2...]))
            case UInt8(ascii: "o"): (radix, bytes) = (8, Array(bytes[2...]))
            case UInt8(ascii: "b"): (radix, bytes) = (2, Array(bytes[2...]))
            default:
                if points == 0 { (radix, bytes) = (8, Array(bytes[1...])) }
            }
        }
        if radix == 10, points == 1 { return float(bytes, isNegative: isNegative) }
        guard points == 0, !bytes.isEmpty, bytes[0] != UInt8(ascii: "+"), bytes[0] != UInt8(ascii: "-") else {
            return nil
        }
        let digits = String(decoding: bytes, as: UTF8.self)
        if isNegative { return Int("-" + digits, radix: radix).map(Value.int64) }
        return UInt(digits, radix: radix).map(Value.uint)
    }

    private static func float(_ bytes: [UInt8], isNegative: Bool) -> Value? {
        var index = 0
        var digits = 0
        while index < bytes.count, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") {
            if isDigit(bytes[index]) { digits += 1 }
            index += 1
        }
        guard digits > 0 else { return nil }
        if index < bytes.count {
            guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") else { return nil }
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            guard index < bytes.count, bytes[index...].allSatisfy(isDigit) else { return nil }
        }
        // Swift wants digits on both sides of the point, Go does not.
        var text = String(decoding: bytes, as: UTF8.self)
        if text.hasPrefix(".") { text = "0" + text }
        guard let number = Double(text.replacingTrailingPoint), number.isFinite else { return nil }
        return .float(isNegative ? -number : number)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension String {
    /// `1.` as `1.0`, `1.e5` as `1.0e5`.
    fileprivate var replacingTrailingPoint: String {
        guard let point = utf8.firstIndex(of: UInt8(ascii: ".")) else { return self }
        let next = utf8.index(after: point)
        guard next == endIndex || utf8[next] == UInt8(ascii: "e") || utf8[next] == UInt8(ascii: "E") else {
            return self
        }
        return String(self[..<point]) + ".0" + String(self[next...])
    }
}

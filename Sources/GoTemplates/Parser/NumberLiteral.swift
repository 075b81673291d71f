internal import Values

/// What a number in a template means.
enum NumberLiteral {
    /// The value of a number as it is written, an int unless it is written as a float, as Go's "ideal constants".
    ///
    /// Decimal, `0x`, `0o`, `0b` and leading-zero octal integers, `_` between digits, decimal and hexadecimal floats.
    static func value(of text: String) throws(ValueError) -> Value {
        var digits = Substring(text)
        let negative = digits.first == "-"
        if negative || digits.first == "+" { digits = digits.dropFirst() }
        guard !digits.isEmpty else { throw ValueError("illegal number syntax: \(goQuoted(text))") }
        if digits.last == "i" { return try complex(text) }
        let lower = digits.lowercased()
        let isHexadecimal = lower.hasPrefix("0x")
        let looksLikeFloat = lower.contains(".") || (isHexadecimal ? lower.contains("p") : lower.contains("e"))
        if !looksLikeFloat {
            guard let (magnitude, overflow) = integer(lower) else {
                // Go reads `09` as a float and then misses its point.
                let isDecimal = !isHexadecimal && withoutSeparators(lower).flatMap(Double.init) != nil
                throw ValueError("\(isDecimal ? "integer overflow" : "illegal number syntax"): \(goQuoted(text))")
            }
            if overflow { throw ValueError("integer overflow: \(goQuoted(text))") }
            if negative {
                guard magnitude <= Int.min.magnitude else { throw ValueError("integer overflow: \(goQuoted(text))") }
                return .int(magnitude == Int.min.magnitude ? .min : -Int(magnitude))
            }
            guard let value = Int(exactly: magnitude) else { throw ValueError("\(text) overflows int") }
            return .int(value)
        }
        // Go wants the exponent of a hexadecimal float, the C library does not.
        guard let plain = withoutSeparators(lower), !isHexadecimal || lower.contains("p"), let value = Double(plain),
            value.isFinite
        else {
            throw ValueError("illegal number syntax: \(goQuoted(text))")
        }
        return .float(negative ? -value : value)
    }

    /// The value of `4i` or `1+2i`.
    private static func complex(_ text: String) throws(ValueError) -> Value {
        let bytes = Array(text.utf8.dropLast())
        // The sign between the parts is the last that does not belong to an exponent.
        var split = 0
        for index in bytes.indices.dropFirst() where bytes[index] == 0x2B || bytes[index] == 0x2D {
            if ![UInt8(ascii: "e"), UInt8(ascii: "p")].contains(bytes[index - 1] | 0x20) { split = index }
        }
        func part(_ part: ArraySlice<UInt8>) throws(ValueError) -> Double {
            var digits = String(decoding: part, as: UTF8.self)
            // An imaginary part alone is decimal in spite of zeros before it.
            while split == 0, digits.hasPrefix("0"), digits.dropFirst().first?.isNumber == true { digits.removeFirst() }
            switch try? value(of: digits) {
            case .int(let number): return Double(number)
            case .float(let number): return number
            default: throw ValueError("illegal number syntax: \(goQuoted(text))")
            }
        }
        let real = split == 0 ? 0 : try part(bytes[..<split])
        let imaginary = try part(bytes[split...])
        return .object(ComplexNumber(real: real, imaginary: imaginary))
    }

    /// The value of an unsigned integer with its base prefix; nil where it is none.
    private static func integer(_ text: String) -> (value: UInt, overflow: Bool)? {
        var digits = Array(text.utf8)
        var radix: UInt = 10
        if digits.count > 1, digits[0] == 0x30 {
            switch digits[1] {
            case UInt8(ascii: "x"): radix = 16
            case UInt8(ascii: "o"): radix = 8
            case UInt8(ascii: "b"): radix = 2
            default: radix = 8
            }
            digits.removeFirst(digits[1] > 0x39 && digits[1] != 0x5F ? 2 : 1)
            // An underscore may follow the prefix.
            if digits.first == 0x5F { digits.removeFirst() }
        }
        guard !digits.isEmpty, digits.first != 0x5F, digits.last != 0x5F else { return nil }
        var value: UInt = 0
        var overflow = false
        var previous: UInt8 = 0
        for byte in digits {
            defer { previous = byte }
            if byte == 0x5F {
                if previous == 0x5F { return nil }
                continue
            }
            let digit: UInt
            switch byte {
            case 0x30...0x39: digit = UInt(byte - 0x30)
            case 0x61...0x66: digit = UInt(byte - 0x61) + 10
            default: return nil
            }
            guard digit < radix else { return nil }
            let (product, carried) = value.multipliedReportingOverflow(by: radix)
            let (sum, carriedAgain) = product.addingReportingOverflow(digit)
            overflow = overflow || carried || carriedAgain
            value = sum
        }
        return (value, overflow)
    }

    /// The text without the underscores that stand between digits; nil where one stands elsewhere.
    private static func withoutSeparators(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            guard byte == 0x5F else {
                result.append(byte)
                continue
            }
            guard index > 0, index + 1 < bytes.count,
                isDigit(bytes[index - 1]) || bytes[index - 1] == UInt8(ascii: "x"),
                isDigit(bytes[index + 1])
            else { return nil }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// The code point of a character constant with its quotes.
    static func character(_ bytes: ArraySlice<UInt8>) throws(ValueError) -> Value {
        let text = goUnquoted(bytes).map { String(decoding: $0, as: UTF8.self).unicodeScalars }
        guard let text, text.count == 1, let scalar = text.first else {
            throw ValueError("malformed character constant: \(String(decoding: bytes, as: UTF8.self))")
        }
        return .int(Int(scalar.value))
    }
}

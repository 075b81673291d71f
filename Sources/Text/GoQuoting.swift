extension String {
    /// The text in double quotes as Go's `strconv.Quote` and `%q` write it.
    package var goQuoted: String {
        var result = "\""
        for scalar in unicodeScalars { scalar.appendGoEscaped(to: &result, quote: "\"") }
        return result + "\""
    }
}

extension Unicode.Scalar {
    /// Appends the scalar as it stands in a Go string literal.
    package func appendGoEscaped(to result: inout String, quote: Unicode.Scalar) {
        switch self {
        case quote, "\\":
            result += "\\"
            result.unicodeScalars.append(self)
        case "\u{07}": result += "\\a"
        case "\u{08}": result += "\\b"
        case "\u{0C}": result += "\\f"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{0B}": result += "\\v"
        default:
            if isGoPrintable {
                result.unicodeScalars.append(self)
                return
            }
            let digits = String(value, radix: 16)
            let (prefix, width) = value < 0x80 ? ("\\x", 2) : value < 0x10000 ? ("\\u", 4) : ("\\U", 8)
            result += prefix + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
    }

    /// Go's `unicode.IsPrint`: letters, marks, numbers, punctuation, symbols and the space of ASCII.
    package var isGoPrintable: Bool {
        if value < 0x7F { return value >= 0x20 }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }
}

/// Text as Go source writes it: `strconv.Quote` and its family.
package enum GoQuoting {
    /// The text in double quotes with Go's escapes; `asciiOnly` escapes everything beyond ASCII.
    package static func quote(_ text: String, asciiOnly: Bool = false) -> String {
        quote(text, mark: "\"", asciiOnly: asciiOnly)
    }

    /// One character in single quotes.
    package static func quoteScalar(_ text: String, asciiOnly: Bool) -> String {
        quote(text, mark: "'", asciiOnly: asciiOnly)
    }

    private static func quote(_ text: String, mark: Unicode.Scalar, asciiOnly: Bool) -> String {
        var result = String(mark)
        for scalar in text.unicodeScalars { scalar.appendGoEscaped(to: &result, quote: mark, asciiOnly: asciiOnly) }
        result.unicodeScalars.append(mark)
        return result
    }

    /// Whether the text can stand between back quotes on one line.
    package static func canBackquote(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0 != "`" && $0 != "\u{7F}" && $0 != "\u{FEFF}" && ($0.value >= 0x20 || $0 == "\t")
        }
    }
}

extension String {
    /// The text in double quotes as Go's `strconv.Quote` and `%q` write it.
    package var goQuoted: String { GoQuoting.quote(self) }
}

extension Unicode.Scalar {
    /// Appends the scalar as it stands in a Go string literal; `asciiOnly` escapes everything beyond ASCII.
    package func appendGoEscaped(to result: inout String, quote: Unicode.Scalar, asciiOnly: Bool = false) {
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
            if asciiOnly ? value >= 0x20 && value < 0x7F : isGoPrintable {
                result.unicodeScalars.append(self)
                return
            }
            let digits = String(value, radix: 16)
            let (prefix, width) = value < 0x80 ? ("\\x", 2) : value < 0x10000 ? ("\\u", 4) : ("\\U", 8)
            result += prefix + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
    }

    /// Go's `strconv.IsPrint`: letters, marks, numbers, punctuation, symbols and the space of ASCII.
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

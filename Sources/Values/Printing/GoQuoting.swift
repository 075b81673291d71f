/// Text as Go source writes it: `strconv.Quote` and its family.
package enum GoQuoting {
    /// The text in double quotes with Go's escapes; `asciiOnly` escapes everything beyond ASCII.
    package static func quote(_ text: String, asciiOnly: Bool = false) -> String {
        quote(text, mark: "\"", asciiOnly: asciiOnly)
    }

    /// One character in single quotes.
    static func quoteScalar(_ text: String, asciiOnly: Bool) -> String { quote(text, mark: "'", asciiOnly: asciiOnly) }

    private static func quote(_ text: String, mark: Unicode.Scalar, asciiOnly: Bool) -> String {
        var result = String.UnicodeScalarView([mark])
        for scalar in text.unicodeScalars {
            if scalar == mark || scalar == "\\" {
                result.append("\\")
                result.append(scalar)
            } else if asciiOnly ? scalar.value >= 0x20 && scalar.value < 0x7F : isPrintable(scalar) {
                result.append(scalar)
            } else {
                result.append(contentsOf: escape(scalar).unicodeScalars)
            }
        }
        result.append(mark)
        return String(result)
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        func hex(_ width: Int) -> String {
            let digits = String(scalar.value, radix: 16)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        switch scalar.value {
        case 0x07: return "\\a"
        case 0x08: return "\\b"
        case 0x0C: return "\\f"
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0x09: return "\\t"
        case 0x0B: return "\\v"
        case ..<0x20, 0x7F: return "\\x" + hex(2)
        case ..<0x10000: return "\\u" + hex(4)
        default: return "\\U" + hex(8)
        }
    }

    /// Whether Go's `strconv.IsPrint` takes the character as it is: letters, marks, numbers, punctuation, symbols and
    /// the space.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }

    /// Whether the text can stand between back quotes on one line.
    static func canBackquote(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0 != "`" && $0 != "\u{7F}" && $0 != "\u{FEFF}" && ($0.value >= 0x20 || $0 == "\t")
        }
    }
}

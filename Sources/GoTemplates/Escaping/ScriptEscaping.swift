internal import Text
internal import Values

/// Values and text in JavaScript.
enum ScriptEscaping {
    /// A value as an expression: JSON that can stand in a script, between spaces where it would run into a word.
    static func value(_ value: Value) -> String {
        if case .safe(let safe) = value {
            switch safe.kind {
            case .javaScript: return safe.text
            case .javaScriptString: return "\"\(safe.text)\""
            default: break
            }
        }
        let json: String
        do throws(ValueError) {
            json = try JSON.string(value, options: .go)
        } catch {
            let message = error.message.replacing("*/", with: "* /").replacing("</script", with: "\\x3C/script")
            return " /* \(message) */null "
        }
        guard let first = json.utf8.first, let last = json.utf8.last else { return " null " }
        return first.isScriptNamePart || last.isScriptNamePart ? " \(json) " : json
    }

    /// The inside of a string.
    static func string(_ text: String, isEscaped: Bool) -> String {
        escaped(text) { byte in
            switch byte {
            case UInt8(ascii: "\""): "\\u0022"
            case UInt8(ascii: "`"): "\\u0060"
            case UInt8(ascii: "&"): "\\u0026"
            case UInt8(ascii: "'"): "\\u0027"
            case UInt8(ascii: "+"): "\\u002b"
            case UInt8(ascii: "/"): "\\/"
            case UInt8(ascii: "<"): "\\u003c"
            case UInt8(ascii: ">"): "\\u003e"
            case UInt8(ascii: "\\"): isEscaped ? nil : "\\\\"
            default: nil
            }
        }
    }

    /// The inside of a template literal.
    static func template(_ text: String) -> String {
        escaped(text) { byte in
            switch byte {
            case UInt8(ascii: "\""): "\\u0022"
            case UInt8(ascii: "`"): "\\u0060"
            case UInt8(ascii: "&"): "\\u0026"
            case UInt8(ascii: "'"): "\\u0027"
            case UInt8(ascii: "+"): "\\u002b"
            case UInt8(ascii: "/"): "\\/"
            case UInt8(ascii: "<"): "\\u003c"
            case UInt8(ascii: ">"): "\\u003e"
            case UInt8(ascii: "\\"): "\\\\"
            case UInt8(ascii: "$"): "\\u0024"
            case UInt8(ascii: "{"): "\\u007b"
            case UInt8(ascii: "}"): "\\u007d"
            default: nil
            }
        }
    }

    /// The inside of a regular expression; an empty one would begin a comment.
    static func regexp(_ text: String) -> String {
        if text.isEmpty { return "(?:)" }
        return escaped(text) { byte in
            switch byte {
            case UInt8(ascii: "\""): "\\u0022"
            case UInt8(ascii: "$"): "\\$"
            case UInt8(ascii: "&"): "\\u0026"
            case UInt8(ascii: "'"): "\\u0027"
            case UInt8(ascii: "("): "\\("
            case UInt8(ascii: ")"): "\\)"
            case UInt8(ascii: "*"): "\\*"
            case UInt8(ascii: "+"): "\\u002b"
            case UInt8(ascii: "-"): "\\-"
            case UInt8(ascii: "."): "\\."
            case UInt8(ascii: "/"): "\\/"
            case UInt8(ascii: "<"): "\\u003c"
            case UInt8(ascii: ">"): "\\u003e"
            case UInt8(ascii: "?"): "\\?"
            case UInt8(ascii: "["): "\\["
            case UInt8(ascii: "\\"): "\\\\"
            case UInt8(ascii: "]"): "\\]"
            case UInt8(ascii: "^"): "\\^"
            case UInt8(ascii: "{"): "\\{"
            case UInt8(ascii: "|"): "\\|"
            case UInt8(ascii: "}"): "\\}"
            default: nil
            }
        }
    }

    private static func escaped(_ text: String, _ replacement: (UInt8) -> StaticString?) -> String {
        let bytes = Array(text.utf8)[...]
        var writer = ByteWriter(capacity: bytes.count + 16)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if let escape = replacement(byte) {
                writer.write(literal: escape)
            } else if byte < 0x20 {
                writeControl(byte, into: &writer)
            } else if byte == 0xE2, bytes.has("\u{2028}", at: index) || bytes.has("\u{2029}", at: index) {
                // Ends of lines in JavaScript.
                writer.write(bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
                index += 2
            } else {
                writer.write(byte: byte)
            }
            index += 1
        }
        return writer.string
    }

    private static func writeControl(_ byte: UInt8, into writer: inout ByteWriter) {
        switch byte {
        case 0x09: writer.write(literal: "\\t")
        case 0x0A: writer.write(literal: "\\n")
        case 0x0C: writer.write(literal: "\\f")
        case 0x0D: writer.write(literal: "\\r")
        default:
            writer.write(literal: "\\u00")
            let digits = String(byte, radix: 16)
            if digits.utf8.count < 2 { writer.write(byte: 0x30) }
            writer.write(digits)
        }
    }

    /// The function `js` of templates.
    static func builtin(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "'": result += "\\'"
            case "\"": result += "\\\""
            case "<": result += "\\u003C"
            case ">": result += "\\u003E"
            case "&": result += "\\u0026"
            case "=": result += "\\u003D"
            default:
                let isHidden =
                    scalar.value < 0x20
                    || scalar.value > 0x7F
                        && [.control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse].contains(
                            scalar.properties.generalCategory)
                    || (scalar.value > 0x7F && scalar.properties.isWhitespace)
                if isHidden {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// Whether a script with that `type` is JavaScript, or data that is written as it is.
    static func isScriptType(_ type: Bytes) -> Bool {
        let name = type.prefix { $0 != UInt8(ascii: ";") }
        let trimmed = name.drop { $0.isHTMLSpace }.reversed().drop { $0.isHTMLSpace }.reversed()
        switch String(decoding: Array(trimmed), as: UTF8.self).lowercased() {
        case "application/ecmascript", "application/javascript", "application/json", "application/ld+json",
            "application/x-ecmascript", "application/x-javascript", "module", "text/ecmascript", "text/javascript",
            "text/javascript1.0", "text/javascript1.1", "text/javascript1.2", "text/javascript1.3",
            "text/javascript1.4", "text/javascript1.5", "text/jscript", "text/livescript", "text/x-ecmascript",
            "text/x-javascript":
            return true
        default: return false
        }
    }
}

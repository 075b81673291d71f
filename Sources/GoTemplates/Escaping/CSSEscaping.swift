internal import Text

/// Text in CSS.
enum CSSEscaping {
    /// The inside of a string.
    static func string(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var writer = ByteWriter(capacity: bytes.count + 16)
        for (index, byte) in bytes.enumerated() {
            guard let escape = escape(byte) else {
                writer.write(byte: byte)
                continue
            }
            writer.write(literal: escape)
            // A hexadecimal escape ends at a space, which keeps the next character out of it.
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            if byte != UInt8(ascii: "\\"), next.isHexDigit || next.isHTMLSpace { writer.write(byte: 0x20) }
        }
        return writer.string
    }

    private static func escape(_ byte: UInt8) -> StaticString? {
        switch byte {
        case 0x00: "\\0"
        case 0x09: "\\9"
        case 0x0A: "\\a"
        case 0x0C: "\\c"
        case 0x0D: "\\d"
        case UInt8(ascii: "\""): "\\22"
        case UInt8(ascii: "&"): "\\26"
        case UInt8(ascii: "'"): "\\27"
        case UInt8(ascii: "("): "\\28"
        case UInt8(ascii: ")"): "\\29"
        case UInt8(ascii: "+"): "\\2b"
        case UInt8(ascii: "/"): "\\2f"
        case UInt8(ascii: ":"): "\\3a"
        case UInt8(ascii: ";"): "\\3b"
        case UInt8(ascii: "<"): "\\3c"
        case UInt8(ascii: ">"): "\\3e"
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "{"): "\\7b"
        case UInt8(ascii: "}"): "\\7d"
        default: nil
        }
    }

    /// A value: harmless names, numbers and colours as they are, everything else the failsafe.
    static func value(_ text: String) -> String {
        let decoded = decoded(Array(text.utf8)[...])
        var name: [UInt8] = []
        for (index, byte) in decoded.enumerated() {
            switch byte {
            case 0, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
                UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"),
                UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"):
                return Escaper.failsafe
            case UInt8(ascii: "-"):
                // No `<!--`, no `-->`.
                if index > 0, decoded[index - 1] == byte { return Escaper.failsafe }
            default:
                if byte < 0x80, isNamePart(byte) { name.append(byte.lowercased) }
            }
        }
        if name[...].firstIndex(of: "expression") != nil || name[...].firstIndex(of: "mozbinding") != nil {
            return Escaper.failsafe
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Whether a byte may stand in a name of CSS.
    static func isNamePart(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }

    /// The bytes that CSS with its escapes means.
    static func decoded(_ text: Bytes) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "\\") else {
                result.append(text[index])
                index += 1
                continue
            }
            index += 1
            guard index < text.endIndex else { break }
            guard text[index].isHexDigit else {
                result.append(text[index])
                index += 1
                continue
            }
            var value: UInt32 = 0
            var digits = 0
            while index < text.endIndex, digits < 6, text[index].isHexDigit {
                let byte = text[index]
                let digit = UInt32(byte.isASCIIDigit ? byte - 0x30 : (byte | 0x20) - 0x57)
                if value * 16 + digit > 0x10_FFFF { break }
                value = value * 16 + digit
                digits += 1
                index += 1
            }
            result.append(contentsOf: String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
            if text.has("\r\n", at: index) {
                index += 2
            } else if index < text.endIndex, text[index].isHTMLSpace {
                index += 1
            }
        }
        return result
    }
}

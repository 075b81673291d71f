/// Character references in the values of attributes that a template writes out itself.
enum HTMLEntities {
    /// The bytes with their references decoded: numbers, and the names that stand for characters that languages inside
    /// of HTML give a meaning.
    static func decoded(_ text: Bytes) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "&"), let (scalar, end) = reference(text, at: index + 1) {
                result.append(contentsOf: String(Character(scalar)).utf8)
                index = end
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    private static func reference(_ text: Bytes, at start: Int) -> (Unicode.Scalar, Int)? {
        guard start < text.endIndex else { return nil }
        if text[start] == UInt8(ascii: "#") { return number(text, at: start + 1) }
        for (name, scalar) in names where text.has(name, at: start) {
            let end = start + name.utf8CodeUnitCount
            let isClosed = end < text.endIndex && text[end] == UInt8(ascii: ";")
            return (scalar, isClosed ? end + 1 : end)
        }
        return nil
    }

    private static func number(_ text: Bytes, at start: Int) -> (Unicode.Scalar, Int)? {
        var index = start
        var radix: UInt32 = 10
        if index < text.endIndex, text[index] | 0x20 == UInt8(ascii: "x") {
            radix = 16
            index += 1
        }
        let first = index
        var value: UInt32 = 0
        while index < text.endIndex, radix == 16 ? text[index].isHexDigit : text[index].isASCIIDigit {
            let byte = text[index]
            let digit = UInt32(byte.isASCIIDigit ? byte - 0x30 : (byte | 0x20) - 0x57)
            value = min(value &* radix &+ digit, 0x11_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < text.endIndex, text[index] == UInt8(ascii: ";") { index += 1 }
        return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", index)
    }

    private static let names: [(StaticString, Unicode.Scalar)] = [
        ("amp", "&"), ("AMP", "&"), ("lt", "<"), ("LT", "<"), ("gt", ">"), ("GT", ">"), ("quot", "\""),
        ("QUOT", "\""), ("apos;", "'"), ("nbsp", "\u{A0}"), ("num;", "#"), ("quest;", "?"), ("colon;", ":"),
        ("semi;", ";"), ("sol;", "/"), ("bsol;", "\\"), ("lpar;", "("), ("rpar;", ")"), ("lbrace;", "{"),
        ("rbrace;", "}"), ("lcub;", "{"), ("rcub;", "}"), ("grave;", "`"), ("dollar;", "$"), ("comma;", ","),
        ("period;", "."), ("equals;", "="), ("Tab;", "\t"), ("NewLine;", "\n"),
    ]
}

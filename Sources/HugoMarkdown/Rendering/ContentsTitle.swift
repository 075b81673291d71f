internal import Text

/// The text of a heading as the table of contents shows it.
enum ContentsTitle {
    /// `html` without links and comments and with entities as characters.
    static func sanitized(_ html: [UInt8]) -> String {
        // Hugo cleans only what holds a tag.
        guard html.contains(0x3C) else { return String(decoding: html, as: UTF8.self) }
        var output = ByteWriter(capacity: html.count)
        var index = 0
        while index < html.count {
            switch html[index] {
            case 0x3C: index = copyTag(html, index, &output)
            case 0x26: index = copyEntity(html, index, &output)
            case 0x22:
                output.write(literal: "&#34;")
                index += 1
            case 0x27:
                output.write(literal: "&#39;")
                index += 1
            default:
                output.write(byte: html[index])
                index += 1
            }
        }
        // What was taken out leaves no gap.
        let words = output.bytes.split { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
        let text = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self).unicodeScalars
        // At both ends any space goes.
        return String(
            text.drop(while: { $0.isSpace }).reversed().drop(while: { $0.isSpace }).reversed().map(Character.init))
    }

    private static let allowed: Set<String> = [
        "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
        "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]

    private static func copyTag(_ html: [UInt8], _ start: Int, _ output: inout ByteWriter) -> Int {
        if starts(html, with: Array("<!--".utf8), at: start) {
            return find(html, Array("-->".utf8), from: start).map { $0 + 3 } ?? html.count
        }
        guard let end = html[start...].firstIndex(of: 0x3E) else { return html.count }
        let name = html[(start + 1)..<end].drop { $0 == 0x2F }.prefix { isASCIIAlphanumeric($0) }
        if allowed.contains(String(decoding: name, as: UTF8.self).lowercased()) {
            output.write(bytes: html[start..<end].reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.reversed())
            output.write(byte: 0x3E)
        }
        return end + 1
    }

    private static func copyEntity(_ html: [UInt8], _ start: Int, _ output: inout ByteWriter) -> Int {
        guard let end = html[start...].prefix(12).firstIndex(of: 0x3B) else {
            output.write(byte: html[start])
            return start + 1
        }
        let entity = String(decoding: html[start...end], as: UTF8.self)
        if entity.hasPrefix("&#x"), let value = UInt32(entity.dropFirst(3).dropLast(), radix: 16),
            value >= 0x80, let scalar = Unicode.Scalar(value)
        {
            output.write(String(scalar))
            return end + 1
        }
        switch entity {
        case "&quot;": output.write(literal: "&#34;")
        default: output.write(decodingEntity(entity))
        }
        return end + 1
    }
}

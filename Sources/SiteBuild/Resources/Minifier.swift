/// Makes style sheets and scripts smaller without changing what they mean.
enum Minifier {
    /// The bytes with less white space and without comments; a type that is not known comes back as it is.
    static func minified(_ bytes: [UInt8], mediaType: String) -> [UInt8] {
        switch mediaType {
        case "text/css": return CSSMinifier.minified(bytes)
        case "text/javascript", "application/javascript": return script(bytes)
        default: return bytes
        }
    }

    /// Removes comments that fill whole lines, indentation and empty lines: what is safe without a parser.
    private static func script(_ bytes: [UInt8]) -> [UInt8] {
        // A template literal or a block comment may span lines, whose white space then means something.
        guard !bytes.contains(0x60) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var inComment = false
        for line in bytes.split(separator: 0x0A) {
            var text = line.drop { isSpace($0) }
            while let last = text.last, isSpace(last) { text.removeLast() }
            if inComment {
                if let end = text.indices.first(where: {
                    text[$0] == 0x2A && text.index(after: $0) < text.endIndex && text[text.index(after: $0)] == 0x2F
                }) {
                    text = text[(end + 2)...].drop { isSpace($0) }
                    inComment = false
                } else {
                    continue
                }
            }
            if text.starts(with: [0x2F, 0x2F]) { continue }
            if text.starts(with: [0x2F, 0x2A]) {
                if text.suffix(2).elementsEqual([0x2A, 0x2F]) { continue }
                if !containsCommentEnd(text) {
                    inComment = true
                    continue
                }
            }
            if text.isEmpty { continue }
            result.append(contentsOf: text)
            result.append(0x0A)
        }
        return result
    }

    private static func containsCommentEnd(_ text: ArraySlice<UInt8>) -> Bool {
        zip(text, text.dropFirst()).contains { $0 == 0x2A && $1 == 0x2F }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

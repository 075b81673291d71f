/// Makes style sheets and scripts smaller without changing what they mean.
enum Minifier {
    /// The bytes with less white space and without comments; a type that is not known comes back as it is.
    static func minified(_ bytes: [UInt8], mediaType: String) -> [UInt8] {
        switch mediaType {
        case "text/css": return css(bytes)
        case "text/javascript", "application/javascript": return script(bytes)
        default: return bytes
        }
    }

    /// Removes comments and the white space that separates nothing; strings and `url()` stay as they are.
    private static func css(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x27 {
                let end = endOfString(bytes, from: index)
                result.append(contentsOf: bytes[index..<end])
                index = end
            } else if byte == 0x2F, index + 1 < bytes.count, bytes[index + 1] == 0x2A {
                index = endOfComment(bytes, from: index)
                if let last = result.last, !isSpace(last) { result.append(0x20) }
            } else if isSpace(byte) {
                while index < bytes.count, isSpace(bytes[index]) { index += 1 }
                if let last = result.last, !"{};,> ".utf8.contains(last), last != 0x0A { result.append(0x20) }
            } else {
                if result.last == 0x20, "{};,>".utf8.contains(byte) { result.removeLast() }
                // A colon in a declaration needs no space behind it; in a selector a space before it means something.
                if byte == 0x7D, result.last == 0x3B { result.removeLast() }
                result.append(byte)
                index += 1
                if byte == 0x3A {
                    while index < bytes.count, isSpace(bytes[index]), isDeclaration(result) { index += 1 }
                }
            }
        }
        while let last = result.last, isSpace(last) { result.removeLast() }
        return result
    }

    /// Whether the colon at the end of `written` stands behind a property: a word after `{` or `;`.
    private static func isDeclaration(_ written: [UInt8]) -> Bool {
        var index = written.count - 2
        while index >= 0 {
            let byte = written[index]
            let isWord =
                byte == 0x2D || byte == 0x5F || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            if !isWord { return byte == 0x7B || byte == 0x3B }
            index -= 1
        }
        return false
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

    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != bytes[start] {
            index += bytes[index] == 0x5C ? 2 : 1
        }
        return min(bytes.count, index + 1)
    }

    private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 2
        while index + 1 < bytes.count, bytes[index] != 0x2A || bytes[index + 1] != 0x2F { index += 1 }
        return min(bytes.count, index + 2)
    }
}

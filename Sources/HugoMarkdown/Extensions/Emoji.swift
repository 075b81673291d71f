/// The emoji that `:name:` stands for.
package enum Emoji {
    /// The text with every name of an emoji between colons replaced by the emoji.
    package static func replacingNames(in text: String) -> String {
        guard text.utf8.contains(0x3A) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x3A {
                var end = index + 1
                while end < bytes.count, end - index < 64, isNameByte(bytes[end]) { end += 1 }
                if end < bytes.count, bytes[end] == 0x3A,
                    let emoji = bytes.withUnsafeBufferPointer({ EmojiTable.emoji($0[index + 1..<end]) })
                {
                    result.append(contentsOf: emoji.utf8)
                    index = end + 1
                    continue
                }
            }
            result.append(bytes[index])
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The emoji at `index`, where a `:` stands, as numeric entities, and how many bytes its name takes with both colons.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (String, length: Int)? {
        var end = index + 1
        while end < bytes.count, end - index < 64, isNameByte(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == 0x3A, end > index + 1 else { return nil }
        guard let text = EmojiTable.emoji(bytes[index + 1..<end]) else { return nil }
        let entities = text.unicodeScalars.map { $0.value == 0x200D ? "&zwj;" : "&#x\(String($0.value, radix: 16));" }
        return (entities.joined(), end + 1 - index)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isASCIIAlphanumeric(byte) || byte == 0x5F || byte == 0x2B || byte == 0x2D
    }
}

internal import Text

/// Counts words for an automatic summary as Hugo does, markup left out by guessing.
enum SummaryWords {
    /// The words of a stretch of HTML that are probably no markup.
    ///
    /// A word ends before white space or before the last character of the stretch, so that a last word of one
    /// character does not count.
    static func count(_ html: ArraySlice<UInt8>, isCJK: Bool) -> Int {
        html.withUnsafeBufferPointer { bytes in
            var count = 0
            var start = 0
            var index = 0
            func close(at end: Int) {
                if end > start, isWord(bytes[start..<end]) { count += isCJK ? weight(bytes[start..<end]) : 1 }
            }
            while index < bytes.count {
                let space = spaceLength(bytes, at: index)
                var length = max(1, space)
                while index + length < bytes.count, bytes[index + length] & 0xC0 == 0x80 { length += 1 }
                if space > 0 {
                    close(at: index)
                    start = index + length
                } else if index + length == bytes.count {
                    close(at: index)
                }
                index += length
            }
            return count
        }
    }

    /// The characters of a word with any that is not ASCII, else 1.
    private static func weight(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let text = plainText(ofHTML: String(decoding: word, as: UTF8.self))
        let scalars = text.unicodeScalars.count
        return scalars == text.utf8.count ? 1 : scalars
    }

    /// Whether `word` is neither `>` nor a bare tag nor the head of an attribute.
    private static func isWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if word.elementsEqual([0x3E]) { return false }
        func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        if word.first == 0x3C {
            var name = word.dropFirst()
            if name.first == 0x2F { name = name.dropFirst() }
            if name.last == 0x3E { name = name.dropLast() }
            return name.isEmpty || !name.allSatisfy(isLetter)
        }
        let name = word.prefix(while: isLetter)
        let rest = word.dropFirst(name.count)
        let isAttribute =
            !name.isEmpty && rest.count >= 2 && rest.first == 0x3D
            && (rest.dropFirst().first == 0x22 || rest.dropFirst().first == 0x27)
        return !isAttribute
    }
}

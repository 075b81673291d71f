internal import Text

/// The text of rendered content without tags, and its measures: Hugo's `.Plain`, `.WordCount`, `.ReadingTime`.
package struct PlainText: Sendable {
    /// The text; entities stay as they are in the HTML.
    package let string: String
    /// The number of words, by white space; a character of an East Asian language is a word when `isCJK`.
    package let wordCount: Int
    private let isCJK: Bool

    /// The text of `html`.
    package init(html: [UInt8], isCJK: Bool = false) {
        self.init(html: String(decoding: html, as: UTF8.self), isCJK: isCJK)
    }

    /// The text of `html`.
    package init(html: String, isCJK: Bool = false) {
        var text = plainText(ofHTML: html)
        self.isCJK = isCJK
        wordCount = text.withUTF8 { bytes in
            var count = 0
            Self.forEachWord(bytes) { word in
                let scalars = isCJK ? word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } : 0
                count += isCJK && scalars != word.count ? scalars : 1
            }
            return count
        }
        string = text
    }

    /// The words in their order: Hugo's `.PlainWords`.
    package var words: [String] {
        var text = string
        return text.withUTF8 { bytes in
            var words: [String] = []
            Self.forEachWord(bytes) { words.append(String(decoding: $0, as: UTF8.self)) }
            return words
        }
    }

    /// The number of words rounded up to hundreds.
    package var fuzzyWordCount: Int { (wordCount + 99) / 100 * 100 }

    /// The minutes that reading takes, rounded up.
    package var readingTime: Int { isCJK ? (wordCount + 499) / 500 : (wordCount + 211) / 212 }

    private static func forEachWord(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
    ) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let space = spaceLength(bytes, at: index)
            if space > 0 {
                if index > start { body(bytes[start..<index]) }
                start = index + space
            }
            index += max(1, space)
        }
        if index > start { body(bytes[start..<index]) }
    }
}

/// The text of rendered content without tags, and its measures: Hugo's `.Plain`, `.WordCount`, `.ReadingTime`.
package struct PlainText: Sendable {
    /// The text; entities stay as they are in the HTML.
    package let bytes: [UInt8]
    /// The number of words, by white space; a character of an East Asian language is a word when `isCJK`.
    package let wordCount: Int
    private let isCJK: Bool

    /// The text of `html`.
    package init(html: [UInt8], isCJK: Bool = false) {
        bytes = Self.strip(html)
        self.isCJK = isCJK
        wordCount = Self.count(bytes, isCJK: isCJK)
    }

    /// The text.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The number of words rounded up to hundreds.
    package var fuzzyWordCount: Int { (wordCount + 99) / 100 * 100 }

    /// The minutes that reading takes, rounded up.
    package var readingTime: Int { isCJK ? (wordCount + 499) / 500 : (wordCount + 211) / 212 }

    /// `html` without tags, as Hugo strips it: the end of a paragraph and a line break in the page become one line break,
    /// other runs of white space beside a tag one space.
    package static func strip(_ html: [UInt8]) -> [UInt8] {
        guard html.contains(where: { $0 == 0x3C || $0 == 0x3E }) else { return html }
        var output: [UInt8] = []
        output.reserveCapacity(html.count)
        var index = 0
        var inTag = false
        var afterSpace = false
        while index < html.count {
            // Hugo takes every line break for a space first and those of the markup for line breaks again.
            if let length = breakLength(html, at: index) {
                if !inTag { write(0x0A, &output, &afterSpace) }
                index += length
                inTag = false
                continue
            }
            let byte = html[index]
            index += 1
            switch byte {
            case 0x3C: inTag = true
            case 0x3E: inTag = false
            default: if !inTag { write(byte == 0x0A ? 0x20 : byte, &output, &afterSpace) }
            }
        }
        return output
    }

    private static func write(_ byte: UInt8, _ output: inout [UInt8], _ afterSpace: inout Bool) {
        let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if isSpace, afterSpace { return }
        output.append(byte)
        afterSpace = isSpace
    }

    /// The length of `</p>`, `<br>` or `<br />` at `index`.
    private static func breakLength(_ html: [UInt8], at index: Int) -> Int? {
        guard html[index] == 0x3C else { return nil }
        for tag in breaks where starts(html, with: tag, at: index) { return tag.count }
        return nil
    }

    private static let breaks = ["</p>", "<br>", "<br />"].map { Array($0.utf8) }

    private static func count(_ bytes: [UInt8], isCJK: Bool) -> Int {
        var count = 0
        var inWord = false
        var scalars = 0
        var isASCII = true
        func close() {
            if inWord { count += isCJK && !isASCII ? scalars : 1 }
            inWord = false
            scalars = 0
            isASCII = true
        }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar.isSpace {
                close()
            } else {
                inWord = true
                scalars += 1
                if !scalar.isASCII { isASCII = false }
            }
        }
        close()
        return count
    }
}

internal import Text

/// The word that stands for `<!--more-->` while a page goes through Markdown.
enum SummaryDivider {
    /// A word of letters and digits, so that Markdown leaves it alone.
    static let word = Array("HUGOMORE42".utf8)

    /// A page cut at its divider.
    struct Parts {
        /// What stands before the divider.
        let summary: [UInt8]
        /// What stands behind it.
        let rest: [UInt8]
        /// The page without the divider.
        let whole: [UInt8]
    }

    /// Cuts `html` at the divider, without the white space at the cut and the ends; nil when there is none.
    static func split(_ html: [UInt8]) -> Parts? {
        guard let found = html.firstRange(of: word) else { return nil }
        var cut = found
        // The paragraph that the word fills goes with it.
        if html[..<found.lowerBound].suffix(3).elementsEqual("<p>".utf8),
            html[found.upperBound...].starts(with: "</p>".utf8)
        {
            cut = found.lowerBound - 3..<found.upperBound + 4
        }
        let summary = Array(html[..<cut.lowerBound]).trimmed
        let rest = Array(html[cut.upperBound...]).trimmed
        let isWhole = summary.isEmpty || rest.isEmpty
        return Parts(summary: summary, rest: rest, whole: summary + (isWhole ? [] : [0x0A]) + rest)
    }
}

extension [UInt8] {
    /// The bytes without white space at both ends.
    var trimmed: [UInt8] {
        guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
            return []
        }
        return first == 0 && last == count - 1 ? self : Array(self[first...last])
    }
}

/// The first paragraphs of `html` that hold at least `words` words, and whether more follows.
func automaticSummary(of html: [UInt8], words: Int, isCJK: Bool) -> (html: [UInt8], isTruncated: Bool) {
    guard words > 0 else { return (html, false) }
    let close = Array("</p>".utf8)
    var count = 0
    var start = 0
    while let end = html[start...].firstRange(of: close) {
        count += html[start..<end.lowerBound].withUnsafeBufferPointer { countedWords($0, isCJK: isCJK) }
        if count >= words {
            return (Array(html[..<end.upperBound]), html[end.upperBound...].contains { $0 > 0x20 })
        }
        start = end.upperBound
    }
    return (html, false)
}

/// The words between white space, without those that are one whole tag.
private func countedWords(_ html: UnsafeBufferPointer<UInt8>, isCJK: Bool) -> Int {
    var sum = 0
    var index = 0
    while index < html.count {
        while index < html.count, html[index] <= 0x20 { index += 1 }
        guard index < html.count else { break }
        let start = index
        var characters = 0
        while index < html.count, html[index] > 0x20 {
            if html[index] & 0xC0 != 0x80 { characters += 1 }
            index += 1
        }
        if html[start] == 0x3C && html[index - 1] == 0x3E { continue }
        sum += isCJK && characters != index - start ? characters : 1
    }
    return sum
}

/// How many words a text without markup has; with `isCJK` each character beyond ASCII is one.
func wordCount(of text: String, isCJK: Bool) -> Int {
    var text = text
    return text.withUTF8 { countedWords($0, isCJK: isCJK) }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// The range of the first occurrence of `wanted`; the bytes stand in one piece, as those of arrays and slices do.
    func firstRange(of wanted: [UInt8]) -> Range<Int>? {
        guard let first = wanted.first, count >= wanted.count else { return nil }
        let found = withContiguousStorageIfAvailable { bytes -> Int? in
            var index = 0
            let last = bytes.count - wanted.count
            while index <= last {
                if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
                index += 1
            }
            return nil
        }
        guard let offset = found ?? nil else { return nil }
        return startIndex + offset..<startIndex + offset + wanted.count
    }
}

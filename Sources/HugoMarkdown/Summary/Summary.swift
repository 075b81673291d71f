/// The summary of rendered content and what is left: Hugo's `.Summary`, `.ContentWithoutSummary`, `.Truncated`.
package struct Summary: Sendable {
    /// The HTML of the summary.
    package let html: [UInt8]
    /// The HTML of the whole content, without the divider.
    package let content: [UInt8]
    /// The HTML after the summary.
    package let rest: [UInt8]

    /// Whether there is more than the summary.
    package var isTruncated: Bool { html != content }

    /// The text that stands in Markdown for `<!--more-->`: a paragraph of its own that survives rendering.
    package static let divider: [UInt8] = Array("\n\nHUGOMORE42\n\n".utf8)

    private static let mark = Array("HUGOMORE42".utf8)
    private static let open = Array("<p".utf8)
    private static let close = Array("</p>".utf8)

    /// The paragraphs up to the one in which the number of words is reached; all of `html` when `words` is not.
    package init(automatic html: [UInt8], words: Int, isCJK: Bool = false) {
        content = Array(html.trimmingSpace)
        var end = words > 0 ? html.count : 0
        var position = 0
        var count = 0
        while words > 0, let closing = find(html, Self.close, from: position) {
            count += Self.words(html[position..<closing], isCJK: isCJK)
            position = closing + Self.close.count
            if count >= words {
                end = position
                break
            }
        }
        self.html = Array(html[..<end].trimmingSpace)
        rest = end == html.count ? [] : Array(html[end...].trimmingSpace)
    }

    /// What stands before the divider in `html`; nil when there is none.
    ///
    /// A divider that is alone in its paragraph takes the paragraph along; one inside a paragraph cuts it.
    package init?(divided html: [UInt8]) {
        guard let found = find(html, Self.mark) else { return nil }
        var low = found
        var start = found
        while start > 0, html[start - 1] == 0x20 || html[start - 1] == 0x0A || html[start - 1] == 0x0D { start -= 1 }
        var isAlone = false
        if start > 0, html[start - 1] == 0x3E, let tag = html[..<start].lastIndex(of: 0x3C),
            starts(html, with: Self.open, at: tag)
        {
            low = tag
            isAlone = true
        }
        let after = found + Self.mark.count
        let closing = find(html, Self.close, from: after).map { $0 + Self.close.count } ?? html.count
        var high = isAlone ? closing : after
        if high < html.count, html[high] == 0x0A { high += 1 }
        content = Array((html[..<low] + html[high...]).trimmingSpace)
        if isAlone {
            self.html = Array(html[..<low].trimmingSpace)
            rest = Array(html[high...].trimmingSpace)
        } else {
            self.html = Array((html[..<low] + html[after..<closing]).trimmingSpace)
            rest = Array(html[closing...].trimmingSpace)
        }
    }

    /// The words of a stretch of HTML that are probably no markup.
    private static func words(_ html: ArraySlice<UInt8>, isCJK: Bool) -> Int {
        var count = 0
        for word in html.split(whereSeparator: { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }) where !isMarkup(word) {
            guard isCJK else {
                count += 1
                continue
            }
            let text = PlainText.strip(Array(word))
            let scalars = text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            count += scalars == text.count ? 1 : scalars
        }
        return count
    }

    /// Whether `word` is `>`, a bare tag or the head of an attribute.
    private static func isMarkup(_ word: ArraySlice<UInt8>) -> Bool {
        if word.elementsEqual([0x3E]) { return true }
        func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        if word.first == 0x3C {
            var name = word.dropFirst()
            if name.first == 0x2F { name = name.dropFirst() }
            if name.last == 0x3E { name = name.dropLast() }
            return !name.isEmpty && name.allSatisfy(isLetter)
        }
        let name = word.prefix(while: isLetter)
        let rest = word.dropFirst(name.count)
        return !name.isEmpty && rest.count >= 2 && rest.first == 0x3D
            && (rest.dropFirst().first == 0x22 || rest.dropFirst().first == 0x27)
    }
}

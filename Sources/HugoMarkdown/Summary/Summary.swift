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
    private static let close = Array("</p>".utf8)

    /// The paragraphs up to the one in which the number of words is reached; all of `html` when `words` is not.
    ///
    /// Where that paragraph stands in a quotation, a list or another element, the whole of the outermost one is taken.
    package init(automatic html: [UInt8], words: Int, isCJK: Bool = false) {
        content = Array(html.trimmingSpace)
        guard words > 0 else {
            self.html = []
            rest = content
            return
        }
        var end = html.count
        var position = 0
        var count = 0
        while let closing = find(html, Self.close, from: position) {
            count += SummaryWords.count(html[position..<closing], isCJK: isCJK)
            if count >= words {
                end = OpenElements.balancedEnd(html, cut: closing + Self.close.count)
                break
            }
            // Hugo goes on at the `>` of the end tag, which then begins the first word of the next paragraph.
            position = closing + Self.close.count - 1
        }
        self.html = Array(html[..<end].trimmingSpace)
        rest = Array(html[end...].trimmingSpace)
    }

    /// What stands before the divider in `html`; nil when there is none.
    ///
    /// A divider that is alone in its paragraph takes the paragraph along; one inside a paragraph cuts it. Pages that are
    /// written in HTML are cut at the divider itself.
    package init?(divided html: [UInt8], isWrittenInHTML: Bool = false) {
        guard let found = find(html, Self.mark) else { return nil }
        let after = found + Self.mark.count
        if isWrittenInHTML {
            content = Array((html[..<found] + html[after...]).trimmingSpace)
            self.html = Array(html[..<found].trimmingSpace)
            rest = Array(html[after...].trimmingSpace)
            return
        }
        let paragraph = Self.openingParagraph(html, before: found)
        let low = paragraph ?? found
        let closing = find(html, Self.close, from: after).map { $0 + Self.close.count } ?? html.count
        var high = paragraph == nil ? after : closing
        if high < html.count, html[high] == 0x0A { high += 1 }
        content = Array((html[..<low] + html[high...]).trimmingSpace)
        if paragraph == nil {
            self.html = Array((html[..<low] + html[after..<closing]).trimmingSpace)
            rest = Array(html[closing...].trimmingSpace)
        } else {
            self.html = Array(html[..<low].trimmingSpace)
            rest = Array(html[high...].trimmingSpace)
        }
    }

    /// Where the tag of a paragraph begins that stands before `offset` with only white space between; Hugo also steps
    /// back over three bytes at the end of another tag when there was a paragraph before, so over a `<b>`.
    private static func openingParagraph(_ html: [UInt8], before offset: Int) -> Int? {
        let firstEnd = endOfFirstParagraphTag(html, before: offset)
        var index = offset - 1
        while index >= 0 {
            if html[index] == 0x3E {
                let tag = (html[..<index].lastIndex(of: 0x3E) ?? -1) + 1
                if let start = (tag..<index).first(where: { html[$0] == 0x3C && html[$0 + 1] == 0x70 }) { return start }
                if let firstEnd, firstEnd.end <= index + 1 {
                    index -= firstEnd.length
                    continue
                }
                if index >= 4, let start = [index - 4, index - 5].first(where: { beginsDiv(html, at: $0) }) {
                    index = start - 1
                    continue
                }
            }
            let byte = html[index]
            guard byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) else { return nil }
            index -= 1
        }
        return nil
    }

    private static func beginsDiv(_ html: [UInt8], at index: Int) -> Bool {
        starts(html, with: Array("<div".utf8), at: index)
    }

    /// The end and the length of the first `<p>`, which may hold one byte more.
    private static func endOfFirstParagraphTag(_ html: [UInt8], before offset: Int) -> (end: Int, length: Int)? {
        var from = 0
        while let start = find(html, [0x3C, 0x70], from: from), start + 2 < offset {
            if html[start + 2] == 0x3E { return (start + 3, 3) }
            if start + 3 < offset, html[start + 3] == 0x3E { return (start + 4, 4) }
            from = start + 2
        }
        return nil
    }
}

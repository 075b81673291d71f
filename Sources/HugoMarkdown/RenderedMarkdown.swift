/// A document after rendering.
package struct RenderedMarkdown: Sendable {
    /// The HTML.
    package var html: [UInt8]
    /// The headings in their order.
    package var headings: [RenderedHeading]
    /// The names that stand in the document, headings' and others', unsorted.
    package var identifiers: [String]
    /// Whether HTML of the source was left out because `unsafe` is off.
    package var omittedRawHTML: Bool

    /// The headings as a tree: Hugo's `.Fragments`.
    package var fragments: Fragments { Fragments(headings: headings, identifiers: identifiers) }

    /// The table of contents as HTML, from the first to the last level; -1 is all.
    package func tableOfContents(startLevel: Int = 2, endLevel: Int = 3, ordered: Bool = false) -> String {
        fragments.html(startLevel: startLevel, endLevel: endLevel, ordered: ordered)
    }

    /// The HTML without the one paragraph around it, when there is exactly one: what `markdownify` returns.
    package var inlineHTML: [UInt8] {
        trimmingLoneParagraph(html)
    }
}

/// A heading after rendering.
package struct RenderedHeading: Sendable, Hashable {
    /// 1 to 6.
    package var level: Int
    /// Its name, empty when it has none.
    package var id: String
    /// The text as a table of contents shows it: inline markup without links.
    package var titleHTML: String
    /// The text without markup.
    package var plain: String
}

/// `html` without the paragraph around it when it is one paragraph and nothing else.
func trimmingLoneParagraph(_ html: [UInt8]) -> [UInt8] {
    var start = 0
    var end = html.count
    while end > start, html[end - 1] == 0x0A || html[end - 1] == 0x20 || html[end - 1] == 0x0D || html[end - 1] == 0x09
    {
        end -= 1
    }
    while start < end, html[start] == 0x0A || html[start] == 0x20 { start += 1 }
    let open = Array("<p>".utf8)
    let close = Array("</p>".utf8)
    guard end - start >= 7, html[start..<start + 3].elementsEqual(open), html[end - 4..<end].elementsEqual(close)
    else { return html }
    // A second paragraph inside means that the first one is not alone.
    var index = start + 3
    while index + 3 <= end {
        if html[index] == 0x3C, html[index + 1] == 0x70, html[index + 2] == 0x3E { return html }
        index += 1
    }
    return Array(html[start + 3..<end - 4])
}

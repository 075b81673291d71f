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

    init(html: [UInt8], headings: [RenderedHeading], identifiers: [String], omittedRawHTML: Bool) {
        self.html = html
        self.headings = headings
        self.identifiers = identifiers
        self.omittedRawHTML = omittedRawHTML
    }

    /// HTML that was no Markdown: nothing is known of its headings.
    package init(plain html: [UInt8]) {
        self.init(html: html, headings: [], identifiers: [], omittedRawHTML: false)
    }

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
///
/// As Hugo has it, a text with one paragraph among other blocks loses the white space at its ends.
package func trimmingLoneParagraph(_ html: [UInt8]) -> [UInt8] {
    let open = Array("<p>".utf8)
    let close = Array("</p>".utf8)
    guard let first = find(html, open), find(html, open, from: first + open.count) == nil else { return html }
    let trimmed = html.trimmingSpace
    guard trimmed.starts(with: open), trimmed.suffix(close.count).elementsEqual(close) else { return Array(trimmed) }
    return Array(trimmed.dropFirst(open.count).dropLast(close.count).trimmingSpace)
}

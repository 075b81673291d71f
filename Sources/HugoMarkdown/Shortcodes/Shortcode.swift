package import Values

/// A stretch of a page's body: text, a shortcode, or the line that ends the summary.
package enum ContentItem: Sendable {
    /// Bytes of the source as they stand; an escaped shortcode comes as several of these without its comment marks.
    case text(Range<Int>)
    /// A shortcode with all it encloses.
    case shortcode(Shortcode)
    /// `<!--more-->` with the white space after it.
    case summaryDivider(Range<Int>)
}

/// A call such as `{{< figure src="a.png" >}}` with all that stands up to its closing tag.
package struct Shortcode: Sendable {
    /// What stands after the name.
    package enum Arguments: Sendable {
        /// Nothing.
        case none
        /// Values found by position.
        case positional([Value])
        /// Values found by name.
        case named(ValueMap)
    }

    /// The name, which may hold `/`; an inline shortcode's without `.inline` loses nothing: it is part of the name.
    package var name: String
    /// From the opening braces to the end of the closing tag, or of the only tag.
    package var range: Range<Int>
    /// The opening tag.
    package var openingTag: Range<Int>
    /// Whether it is written with `%`: its output is Markdown.
    package var isMarkdown: Bool
    /// Whether it is defined where it stands.
    package var isInline = false
    /// Whether a closing tag ends it.
    package var hasClosingTag = false
    /// Whether it is written `{{< x />}}`.
    package var isSelfClosing = false
    /// What stands after the name.
    package var arguments = Arguments.none
    /// How many siblings come before.
    package var ordinal: Int
    /// How many shortcodes are around it.
    package var level: Int
    /// The white space before the opening tag when nothing else stands before it on its line.
    package var indentation: Range<Int>
    /// What it encloses.
    package var inner: [ContentItem] = []

    /// The bytes between the tags; nil when there are none.
    package var innerRange: Range<Int>? {
        guard let first = inner.first, let last = inner.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }
}

extension ContentItem {
    /// The bytes it covers.
    package var range: Range<Int> {
        switch self {
        case .text(let range), .summaryDivider(let range): return range
        case .shortcode(let shortcode): return shortcode.range
        }
    }
}

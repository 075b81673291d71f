package import Values

/// What a site puts in the place of the renderer's own markup; a hook that answers nil leaves that markup.
///
/// Every hook returns the HTML that stands for the node. An error ends the rendering and reaches its caller.
package struct RenderHooks {
    /// A link, bare addresses among them.
    package var link: ((LinkContext) throws -> [UInt8]?)?
    /// An image.
    package var image: ((ImageContext) throws -> [UInt8]?)?
    /// A heading.
    package var heading: ((HeadingContext) throws -> [UInt8]?)?
    /// Fenced code.
    package var codeBlock: ((CodeBlockContext) throws -> [UInt8]?)?
    /// A quotation or an alert.
    package var blockquote: ((BlockquoteContext) throws -> [UInt8]?)?
    /// A table.
    package var table: ((TableContext) throws -> [UInt8]?)?
    /// A stretch between passthrough delimiters.
    package var passthrough: ((PassthroughContext) throws -> [UInt8]?)?
    /// Fenced code that no hook took: the whole `<div class="highlight">…</div>`.
    package var highlight: ((CodeBlockContext) throws -> [UInt8]?)?

    /// No hooks.
    package init() {}
}

/// A link as its hook sees it.
package struct LinkContext: Sendable {
    /// Where it leads, as written, escapes resolved.
    package let destination: String
    /// The title, empty when there is none.
    package let title: String
    /// The rendered text.
    package let text: String
    /// The text without markup.
    package let plainText: String
    /// How many links of its kind came before.
    package let ordinal: Int
}

/// An image as its hook sees it.
package struct ImageContext: Sendable {
    /// Where it lies, as written, escapes resolved.
    package let destination: String
    /// The title, empty when there is none.
    package let title: String
    /// The rendered description.
    package let text: String
    /// The description without markup.
    package let plainText: String
    /// How many images came before.
    package let ordinal: Int
    /// Whether it stands alone and lone images are not wrapped in a paragraph.
    package let isBlock: Bool
    /// Its attributes.
    package let attributes: ValueMap
}

/// A heading as its hook sees it.
package struct HeadingContext: Sendable {
    /// 1 to 6.
    package let level: Int
    /// Its name, empty when it has none.
    package let anchor: String
    /// The rendered text.
    package let text: String
    /// The text without markup.
    package let plainText: String
    /// How many headings came before.
    package let ordinal: Int
    /// Its attributes, `id` among them.
    package let attributes: ValueMap
}

/// Fenced code as its hook and the highlighter see it.
package struct CodeBlockContext: Sendable {
    /// The language, empty when none is named.
    package let language: String
    /// The code without the line breaks at its end.
    package let inner: String
    /// How many blocks of fenced code came before.
    package let ordinal: Int
    /// The attributes that name no highlighting option.
    package let attributes: ValueMap
    /// The attributes that are highlighting options, such as `linenos`; keys in lower case.
    package let options: ValueMap
    /// The 1-based line of the opening fence in the rendered text.
    package let line: Int
}

/// A quotation as its hook sees it.
package struct BlockquoteContext: Sendable {
    /// `regular` or `alert`.
    package let type: String
    /// The kind of an alert in lower case, else empty.
    package let alertType: String
    /// The rendered title of an alert, else empty.
    package let alertTitle: String
    /// `+`, `-` or empty.
    package let alertSign: String
    /// The rendered content.
    package let text: String
    /// How many quotations came before.
    package let ordinal: Int
    /// Its attributes.
    package let attributes: ValueMap
}

/// A table as its hook sees it.
package struct TableContext: Sendable {
    /// One cell.
    package struct Cell: Sendable {
        /// The rendered content.
        package let text: String
        /// `left`, `center`, `right` or empty.
        package let alignment: String
    }

    /// The rows of the head.
    package let head: [[Cell]]
    /// The rows of the body.
    package let body: [[Cell]]
    /// How many tables came before.
    package let ordinal: Int
    /// Its attributes.
    package let attributes: ValueMap
}

/// A stretch between passthrough delimiters as its hook sees it.
package struct PassthroughContext: Sendable {
    /// `inline` or `block`.
    package let type: String
    /// What stands between the delimiters.
    package let inner: String
    /// How many such stretches came before.
    package let ordinal: Int
    /// Its attributes.
    package let attributes: ValueMap
}

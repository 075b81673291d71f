/// What the renderer understands beyond CommonMark and how it writes; Hugo's `markup` settings.
package struct MarkdownOptions: Sendable, Hashable {
    /// How the names of headings are made when none is given.
    package enum HeadingIDStyle: String, Sendable, Hashable {
        /// Hugo's default: letters and digits of any script, lower case.
        case github
        /// As `github` without what is not ASCII; accents fall off their letters.
        case githubASCII = "github-ascii"
        /// Runs of other characters become one hyphen.
        case blackfriday
    }

    /// The texts that stand for quotes, dashes and dots; an empty text leaves what was written.
    package struct Typographer: Sendable, Hashable {
        /// Opens a single quotation.
        package var leftSingleQuote = "&lsquo;"
        /// Closes a single quotation.
        package var rightSingleQuote = "&rsquo;"
        /// Opens a quotation.
        package var leftDoubleQuote = "&ldquo;"
        /// Closes a quotation.
        package var rightDoubleQuote = "&rdquo;"
        /// Stands for `--`.
        package var enDash = "&ndash;"
        /// Stands for `---`.
        package var emDash = "&mdash;"
        /// Stands for `...`.
        package var ellipsis = "&hellip;"
        /// Stands for `<<`.
        package var leftAngleQuote = "&laquo;"
        /// Stands for `>>`.
        package var rightAngleQuote = "&raquo;"
        /// Stands for the mark in `don't`.
        package var apostrophe = "&rsquo;"

        /// Goldmark's entities.
        package init() {}
    }

    /// What opens and closes a stretch that Markdown must leave alone.
    package struct Delimiters: Sendable, Hashable {
        /// The opening bytes.
        package var open: String
        /// The closing bytes.
        package var close: String

        /// A pair of delimiters.
        package init(open: String, close: String) {
            self.open = open
            self.close = close
        }
    }

    /// How a table is written.
    package enum TableMarkup: Sendable, Hashable {
        /// As Hugo's own template for tables writes it, indented by tabs, alignment as `style`.
        case hugo
        /// As the specification of GitHub's Markdown shows it, alignment as `align`.
        case gfm
    }

    /// Tables with pipes.
    package var tables = true
    /// How a table is written.
    package var tableMarkup = TableMarkup.hugo
    /// `~~struck~~`.
    package var strikethrough = true
    /// Bare addresses become links.
    package var linkify = true
    /// The protocol of an address that names none.
    package var linkifyProtocol = "https"
    /// `- [x] done`.
    package var taskLists = true
    /// `: what it means`.
    package var definitionLists = true
    /// `[^1]`.
    package var footnotes = true
    /// The text of the link that leads back from a footnote.
    package var footnoteBacklink = "&#x21a9;&#xfe0e;"
    /// Whether the names of footnotes begin with the name of their document.
    package var footnoteIDPrefix = false
    /// The texts for quotes and dashes, nil when they stay as written.
    package var typographer: Typographer? = Typographer()
    /// `:smile:`; a setting of the site, not of its markup.
    package var emoji = false
    /// Stretches that are left alone inside a paragraph.
    package var passthroughInline: [Delimiters] = []
    /// Stretches that are left alone and stand for themselves.
    package var passthroughBlock: [Delimiters] = []
    /// `~~deleted~~` as an extra.
    package var extraDelete = false
    /// `++inserted++`.
    package var extraInsert = false
    /// `==marked==`.
    package var extraMark = false
    /// `~sub~`.
    package var extraSubscript = false
    /// `^sup^`.
    package var extraSuperscript = false
    /// Whether a line break between two East Asian characters vanishes.
    package var eastAsianLineBreaks = false
    /// Whether a space behind a backslash vanishes.
    package var escapedSpace = false
    /// Whether HTML in the source is kept.
    package var unsafe = false
    /// Whether a line break in the source is one in the page.
    package var hardWraps = false
    /// Whether empty elements end in ` />`.
    package var xhtml = false
    /// Whether headings get names.
    package var headingIDs = true
    /// How the names of headings are made.
    package var headingIDStyle = HeadingIDStyle.github
    /// Whether the terms of a definition list get names.
    package var definitionTermIDs = false
    /// `{#id .class}` after a heading.
    package var headingAttributes = true
    /// `{.class}` on a line after a block.
    package var blockAttributes = false
    /// Whether an image that is alone in its paragraph stays in it.
    package var wrapsLoneImages = true
    /// Whether fenced code goes to the highlighter.
    package var highlightsCodeFences = true
    /// The first level of the table of contents.
    package var contentsStartLevel = 2
    /// The last level of the table of contents; -1 is all.
    package var contentsEndLevel = 3
    /// Whether the table of contents is an ordered list.
    package var contentsOrdered = false

    /// Hugo's defaults.
    package init() {}

    /// Hugo's defaults.
    package static let hugo = MarkdownOptions()

    /// CommonMark and nothing else, HTML kept, written as the specification writes it.
    package static let commonMark: MarkdownOptions = {
        var options = MarkdownOptions()
        options.tables = false
        options.strikethrough = false
        options.linkify = false
        options.taskLists = false
        options.definitionLists = false
        options.footnotes = false
        options.typographer = nil
        options.unsafe = true
        options.xhtml = true
        options.headingIDs = false
        options.headingAttributes = false
        options.highlightsCodeFences = false
        return options
    }()

    /// CommonMark with the tables, strikethrough, addresses and task lists of GitHub's Markdown.
    package static let gfm: MarkdownOptions = {
        var options = MarkdownOptions.commonMark
        options.tables = true
        options.tableMarkup = .gfm
        options.strikethrough = true
        options.linkify = true
        options.linkifyProtocol = "http"
        options.taskLists = true
        return options
    }()
}

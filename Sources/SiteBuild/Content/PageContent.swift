internal import HugoMarkdown
internal import Text
internal import Values

/// What a page renders to.
final class PageContent: Sendable {
    /// The whole content.
    let html: SafeText
    /// The summary: what the front matter says, what stands before `<!--more-->`, or the first words.
    let summary: String
    /// Whether the content goes on after the summary.
    let isTruncated: Bool
    /// What stands behind the divider; nil where none was set.
    private let rest: String?
    /// The headings as a tree.
    let fragments: Fragments
    /// The table of contents as HTML.
    let tableOfContents: String
    /// Whether live data stand in it.
    let isLive: Bool
    private let isCJK: Bool
    private let cachedPlain = Lazy<String>()
    private let cachedWords = Lazy<[String]>()
    private let cachedCount = Lazy<Int>()

    init(
        html: [UInt8], summary: String, isTruncated: Bool, rest: [UInt8]?, fragments: Fragments,
        tableOfContents: String, isCJK: Bool, isLive: Bool
    ) {
        self.html = SafeText(String(decoding: html, as: UTF8.self), .html)
        self.summary = summary
        self.isTruncated = isTruncated
        self.rest = rest.map { String(decoding: $0, as: UTF8.self) }
        self.fragments = fragments
        self.tableOfContents = tableOfContents
        self.isCJK = isCJK
        self.isLive = isLive
    }

    /// The content without its summary, where a divider was set.
    var withoutSummary: String { rest ?? html.text }

    /// The content without markup.
    var plain: String {
        cachedPlain.get { PlainText(html: html.text).string }
    }

    /// The words of ``plain``.
    var plainWords: [String] {
        cachedWords.get { PlainText(html: html.text).words }
    }

    /// How many words it has; each character of a text without spaces is one. The plain text is let go again.
    var wordCount: Int { cachedCount.get { PlainText(html: html.text, isCJK: isCJK).wordCount } }

    /// How many minutes it takes to read.
    var readingTime: Int { isCJK ? (wordCount + 499) / 500 : (wordCount + 211) / 212 }
}

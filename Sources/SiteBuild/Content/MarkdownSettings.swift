internal import HugoMarkdown
internal import SiteModel
internal import SyntaxColor
internal import Values

/// How a site reads Markdown and colours code, from its `markup` settings.
struct MarkdownSettings: Sendable {
    /// The options of the renderer.
    let options: MarkdownOptions
    /// The `markup.highlight` settings.
    let highlight: HighlightOptions

    init(_ configuration: SiteConfiguration) {
        self.options = MarkdownOptions(markup: configuration.markup, emoji: configuration.enableEmoji)
        var highlight = HighlightOptions()
        highlight.set(configuration.markup["highlight"]?.mapValue ?? ValueMap())
        self.highlight = highlight
    }
}

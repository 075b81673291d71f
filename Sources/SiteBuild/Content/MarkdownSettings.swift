internal import HugoMarkdown
internal import SiteModel
internal import Values

/// How a site reads Markdown and colours code, from its `markup` settings.
struct MarkdownSettings: Sendable {
    /// The options of the renderer.
    let options: MarkdownOptions
    /// The `markup.highlight` settings, keys in lower case.
    let highlight: ValueMap

    init(_ configuration: SiteConfiguration) {
        self.options = MarkdownOptions(markup: configuration.markup, emoji: configuration.enableEmoji)
        highlight = configuration.markup["highlight"]?.mapValue ?? ValueMap(foldsCase: true)
    }
}

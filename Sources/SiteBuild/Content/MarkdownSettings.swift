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
    /// Whether links go through the hook that Keyport brings along.
    let linkHook: EmbeddedHookUse
    /// Whether images do.
    let imageHook: EmbeddedHookUse

    init(_ configuration: SiteConfiguration) {
        self.options = MarkdownOptions(markup: configuration.markup, emoji: configuration.enableEmoji)
        var highlight = HighlightOptions()
        // The names of old, which what stands below markup overrides.
        var old = ValueMap()
        if let usesClasses = configuration.raw["pygmentsuseclasses"]?.boolValue {
            old["noClasses"] = .bool(!usesClasses)
        }
        if let style = configuration.raw["pygmentsstyle"] { old["style"] = style }
        if let guesses = configuration.raw["pygmentscodefencesguesssyntax"] { old["guessSyntax"] = guesses }
        highlight.set(old)
        highlight.set(configuration.markup["highlight"]?.mapValue ?? ValueMap())
        self.highlight = highlight
        linkHook = EmbeddedHookUse("link", configuration)
        imageHook = EmbeddedHookUse("image", configuration)
    }
}

extension PageObject {
    /// A renderer for texts of this page.
    func markdownRenderer(_ hooks: RenderHooks = RenderHooks()) -> MarkdownRenderer {
        let options = context.markdown.options
        var renderer = MarkdownRenderer(options: options, hooks: hooks)
        if options.footnoteIDPrefix {
            let digits = ValueHash.hexadecimal(ValueHash.of(page.path))
            renderer.footnotePrefix = "h" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        return renderer
    }
}

/// When a render hook that Keyport brings along is used.
enum EmbeddedHookUse: Sendable {
    /// Whatever hooks the site has.
    case always
    /// Where the site has none.
    case fallback
    /// Not at all.
    case never

    /// What `markup.goldmark.renderHooks` says of the hook `kind`; `auto` is where languages share the resources of a page,
    /// so that relative addresses would miss them. Hugo takes a single one that the configuration names for several.
    init(_ kind: String, _ configuration: SiteConfiguration) {
        let goldmark = configuration.markup["goldmark"]?.mapValue
        let settings = goldmark?["renderhooks"]?.mapValue?[kind]?.mapValue
        switch settings?["useembedded"]?.stringValue?.lowercased() {
        case "always": self = .always
        case "fallback": self = .fallback
        case "never": self = .never
        default:
            let languages = configuration.raw["languages"]?.mapValue ?? ValueMap()
            let haveHosts = languages.contains { $0.1.mapValue?["baseurl"] != nil }
            let isAuto = !languages.isEmpty && !haveHosts && !configuration.duplicatesResourceFiles
            self = isAuto || settings?["enabledefault"]?.boolValue == true ? .fallback : .never
        }
    }
}

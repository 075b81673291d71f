/// What a template file is for, or what a page asks for: the attributes by which one is found for the other.
///
/// The attributes and their weights are those of Hugo's template lookup since 0.146
/// (https://gohugo.io/templates/lookup-order/).
struct LayoutDescriptor: Sendable, Hashable {
    /// What the file is used as.
    enum Category: Sendable, Hashable {
        /// A page's own template.
        case layout
        /// The frame around layouts.
        case base
        /// A render hook of Markdown.
        case markup
        /// A shortcode.
        case shortcode
        /// A partial.
        case partial
    }

    /// The page kind: home, section, page, taxonomy, term; empty is any.
    var kind = ""
    /// The name of the layout file: list, single, all, or one of its own.
    var layout = ""
    /// The layout that the front matter asks for.
    var userLayout = ""
    /// Whether only that layout will do (`.Render "summary"`).
    var userLayoutMustMatch = false
    /// The output format; empty is any of the media type.
    var outputFormat = ""
    /// The media type.
    var mediaType = ""
    /// The language; empty is any.
    var language = ""
    /// The kind of render hook: link, codeblock.
    var variant1 = ""
    /// What narrows a render hook: the language of a code block.
    var variant2 = ""
    /// Whether the output is plain text.
    var isPlainText = false
    /// Whether plain text serves all the same: a shortcode written with `%`, whose output is Markdown.
    var allowsPlainText = false
}

/// How well a template fits a page; a `primary` of zero is not at all.
struct LayoutWeight: Sendable, Equatable {
    var primary = 0
    var secondary = 0
    var tertiary = 0
    /// How many folders the template stands above the page.
    var distance = 0

    func hasEqualWeights(_ other: LayoutWeight) -> Bool {
        primary == other.primary && secondary == other.secondary && tertiary == other.tertiary
    }
}

extension LayoutDescriptor {
    /// How well `other`, a template's descriptor, fits this one, a page's.
    func weight(
        of other: LayoutDescriptor, category: Category, defaultLanguage: String, defaultOutputFormat: String
    ) -> LayoutWeight {
        if userLayoutMustMatch, userLayout != other.layout { return LayoutWeight() }
        var weight = LayoutWeight()
        if accepts(other, category: category) { weight = fit(of: other, defaultLanguage: defaultLanguage) }
        guard weight.primary <= 0 else { return weight }
        // What is of another language is of no use, where another format may be.
        guard other.language.isEmpty || other.language == language else { return weight }
        if category == .markup, variant1 == other.variant1,
            variant2 == other.variant2 || (!variant2.isEmpty && other.variant2.isEmpty)
        {
            // A hook of another format is better than none, but the default format has its own built in.
            if outputFormat != other.outputFormat, outputFormat == defaultOutputFormat { return weight }
            weight.primary = 1
        }
        if category == .shortcode, allowsPlainText || isPlainText || !other.isPlainText { weight.primary = 1 }
        return weight
    }

    /// Whether a layout that this describes may stand in the frame that `base` describes: for other pages than those of
    /// the layout a frame is no candidate.
    func canStand(in base: LayoutDescriptor) -> Bool {
        if base.isPlainText, !isPlainText { return false }
        if !base.kind.isEmpty {
            if base.kind != kind { return false }
            if layout == (base.kind == "page" ? "list" : "single") { return false }
        }
        if !base.layout.isEmpty, base.layout != "all", base.layout != layout { return false }
        if !base.language.isEmpty, !language.isEmpty, base.language != language { return false }
        return base.mediaType == mediaType
    }

    private func accepts(_ other: LayoutDescriptor, category: Category) -> Bool {
        // HTML in plain text will do, plain text in HTML would not be escaped.
        if other.isPlainText, !isPlainText, !allowsPlainText { return false }
        if !other.kind.isEmpty, other.kind != kind { return false }
        if !other.layout.isEmpty, other.layout != "all", userLayout.isEmpty || userLayout != other.layout,
            other.layout != layout
        {
            return false
        }
        if !other.language.isEmpty, other.language != language { return false }
        if !other.outputFormat.isEmpty, other.outputFormat != outputFormat {
            if mediaType != other.mediaType { return false }
            var skip =
                category == .layout
                && (kind.isEmpty || (kind != other.kind && layout != other.layout && other.layout != "all"))
            if !userLayout.isEmpty { skip = skip && userLayout != other.layout }
            if skip { return false }
        }
        if other.mediaType != mediaType { return false }
        if !other.variant1.isEmpty, other.variant1 != variant1 { return false }
        if !other.variant2.isEmpty, other.variant2 != variant2 { return false }
        return true
    }

    private func fit(of other: LayoutDescriptor, defaultLanguage: String) -> LayoutWeight {
        var weight = LayoutWeight(primary: 1)
        if !other.kind.isEmpty, other.kind == kind {
            weight.primary += 5
            weight.secondary = 1
        }
        if !other.layout.isEmpty, other.layout == layout {
            weight.primary += 4
            weight.secondary = 1
        } else if other.layout == "all" {
            weight.primary += 2
            weight.secondary = 1
        }
        if !userLayout.isEmpty, userLayout == other.layout {
            weight.primary += 6
            weight.secondary = 2
        }
        if (!other.language.isEmpty && other.language == language)
            || (other.language.isEmpty && language == defaultLanguage)
        {
            weight.primary += 1
            weight.tertiary += 1
        }
        if !other.outputFormat.isEmpty, other.outputFormat == outputFormat {
            weight.primary += 4
            weight.tertiary += 1
        }
        if !other.mediaType.isEmpty, other.mediaType == mediaType {
            weight.primary += 1
            weight.tertiary += 1
        }
        if !other.variant1.isEmpty, other.variant1 == variant1 { weight.primary += 6 }
        if !other.variant2.isEmpty, other.variant2 == variant2 { weight.primary += 4 }
        return weight
    }
}

internal import HugoMarkdown
internal import SiteModel
internal import Text
internal import Values

/// Renders the body of a page: shortcodes first, then Markdown, then the shortcodes' output in its places.
struct ContentRenderer {
    private let page: PageObject
    private let environment: RenderEnvironment
    private let markdown: MarkdownSettings

    init(page: PageObject, caller: any EvaluationContext) {
        self.page = page
        environment = RenderEnvironment.of(caller)?.enteringContent(of: page) ?? RenderEnvironment(page: page)
        markdown = page.context.markdown
    }

    /// The content of the page, which `state` owns.
    func render(_ items: [ContentItem], of state: PageContentState) throws -> PageContent {
        try environment.watchingLiveData { try content(items, state) }.result
    }

    private func content(_ items: [ContentItem], _ state: PageContentState) throws -> PageContent {
        let source = page.page.source
        let bodyLength = page.page.body.count
        // A body in one piece needs no copy; an escaped shortcode leaves pieces although nothing is put in.
        let needsPlaceholders = !items.allSatisfy { item in
            if case .text(let range) = item { return range.count == bodyLength }
            return false
        }
        var outputs: [[UInt8]] = []
        var text: [UInt8] = []
        var divider = false
        let placeholders = ShortcodePlaceholders(avoiding: needsPlaceholders ? source.bytes : [])
        if needsPlaceholders {
            text.reserveCapacity(source.bytes.count)
            let shortcodes = ShortcodeRenderer(page: page, environment: environment)
            for item in items {
                switch item {
                case .text(let range): text.append(contentsOf: source.bytes[range])
                case .summaryDivider:
                    text.append(contentsOf: Summary.divider)
                    divider = true
                case .shortcode(let shortcode):
                    let output = try shortcodes.render(shortcode)
                    if shortcodes.writesMarkdown(shortcode) {
                        text.append(contentsOf: output)
                    } else {
                        text.append(contentsOf: placeholders.placeholder(outputs.count))
                        outputs.append(output)
                    }
                }
            }
        }
        let isHTML = page.page.markup == "html"
        var rendered: RenderedMarkdown
        if isHTML {
            rendered = RenderedMarkdown(plain: needsPlaceholders ? text : Array(page.page.body))
        } else {
            if needsPlaceholders { state.begin(text) }
            let renderer = page.markdownRenderer(RenderHookAdapter(page: page, environment: environment).hooks())
            rendered = try renderer.render(needsPlaceholders ? text[...] : page.page.body)
            if rendered.omittedRawHTML { warnOfOmittedHTML() }
        }
        if needsPlaceholders {
            rendered.html = placeholders.expand(rendered.html) { number in
                if number == PageContentState.contentsNumber { return placeholders.placeholder(number) }
                return number < outputs.count ? outputs[number] : []
            }
        }
        // In a page that is written in HTML Hugo finds no headings.
        var contents =
            isHTML
            ? ""
            : rendered.tableOfContents(
                startLevel: markdown.options.contentsStartLevel, endLevel: markdown.options.contentsEndLevel,
                ordered: markdown.options.contentsOrdered)
        if !outputs.isEmpty {
            contents = String(
                decoding: placeholders.expand(Array(contents.utf8)) { $0 < outputs.count ? outputs[$0] : [] },
                as: UTF8.self)
        }
        state.fill(&rendered.html, &contents, page: page)
        return content(rendered.html, fragments: rendered.fragments, contents: contents, hasDivider: divider)
    }

    /// The content that was rendered, with its summary.
    private func content(_ whole: [UInt8], fragments: Fragments, contents: String, hasDivider: Bool) -> PageContent {
        let isCJK = page.page.isCJKLanguage
        let divided = hasDivider ? Summary(divided: whole, isWrittenInHTML: page.page.markup == "html") : nil
        let html = divided?.content ?? whole
        let written = page.page.summary
        // A divider wins over what the front matter says, and that over the first words.
        guard divided != nil || written.isEmpty else {
            return PageContent(
                html: html, summary: markdownified(written), isTruncated: false, rest: nil,
                fragments: fragments, tableOfContents: contents, isCJK: isCJK,
                isLive: environment.usesLiveData)
        }
        // Before a divider at the head stands nothing: the first words are the summary then.
        let parts =
            divided.flatMap { $0.html.isEmpty ? nil : $0 }
            ?? Summary(automatic: html, words: page.context.model.configuration.summaryLength, isCJK: isCJK)
        return PageContent(
            html: html, summary: String(decoding: parts.html, as: UTF8.self), isTruncated: parts.isTruncated,
            rest: (divided ?? parts).rest, fragments: fragments, tableOfContents: contents, isCJK: isCJK,
            isLive: environment.usesLiveData)
    }

    private func markdownified(_ text: String) -> String {
        let rendered = try? page.markdownRenderer().render(text)
        return rendered.map { String(decoding: $0.inlineHTML, as: UTF8.self) } ?? text
    }

    /// The body with its shortcodes rendered and everything else left as it is.
    func textWithShortcodes(_ items: [ContentItem]) throws -> String {
        var text: [UInt8] = []
        for item in items {
            switch item {
            case .text(let range): text.append(contentsOf: page.page.source.bytes[range])
            case .summaryDivider: break
            case .shortcode(let shortcode):
                text.append(contentsOf: try ShortcodeRenderer(page: page, environment: environment).render(shortcode))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The headings of a text.
    func fragments(of text: [UInt8]) throws -> Fragments {
        try page.markdownRenderer().render(text).fragments
    }

    /// The body with a word in the place of each shortcode; nil where one of them writes Markdown, which may be a heading.
    func text(withoutShortcodes items: [ContentItem]) -> [UInt8]? {
        let shortcodes = ShortcodeRenderer(page: page, environment: environment)
        let placeholders = ShortcodePlaceholders(avoiding: page.page.source.bytes)
        var text: [UInt8] = []
        var count = 0
        for item in items {
            switch item {
            case .text(let range): text.append(contentsOf: page.page.source.bytes[range])
            case .summaryDivider: text.append(contentsOf: Summary.divider)
            case .shortcode(let shortcode):
                guard !shortcodes.writesMarkdown(shortcode) else { return nil }
                text.append(contentsOf: placeholders.placeholder(count))
                count += 1
            }
        }
        return text
    }

    private func warnOfOmittedHTML() {
        page.context.build.findings.add(
            Diagnostic(
                .warning, code: "markdown.raw-html", "raw HTML was left out of the page", path: page.page.source.path,
                suggestion: "set markup.goldmark.renderer.unsafe = true to keep it"))
    }
}

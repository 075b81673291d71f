internal import HugoMarkdown
internal import SiteModel
internal import Text
internal import Values

/// Renders a text that a template hands over, shortcodes in it included.
struct StringRenderer {
    private let page: PageObject
    private let environment: RenderEnvironment

    init(page: PageObject, environment: RenderEnvironment) throws {
        self.page = page
        self.environment = try environment.enteringText()
    }

    /// The HTML of `text`.
    func render(_ text: String, isInline: Bool) throws -> String {
        let file = SourceFile(path: page.page.source.path, text: text)
        let items = try ShortcodeParser(file: file, range: 0..<file.bytes.count, findsSummaryDivider: false) { name in
            page.context.build.templates.usesInner(shortcode: name)
        }.parse()
        let placeholders = ShortcodePlaceholders(avoiding: file.bytes)
        var outputs: [[UInt8]] = []
        var source: [UInt8] = []
        let shortcodes = ShortcodeRenderer(page: page, environment: environment, source: file)
        for item in items {
            switch item {
            case .text(let range), .summaryDivider(let range): source.append(contentsOf: file.bytes[range])
            case .shortcode(let shortcode):
                let output = try shortcodes.render(shortcode)
                if shortcodes.writesMarkdown(shortcode) {
                    source.append(contentsOf: output)
                } else {
                    source.append(contentsOf: placeholders.placeholder(outputs.count))
                    outputs.append(output)
                }
            }
        }
        let renderer = page.markdownRenderer(RenderHookAdapter(page: page, environment: environment).hooks())
        let rendered = try renderer.render(source)
        let html = placeholders.expand(rendered.html) { number in
            number < outputs.count ? outputs[number] : []
        }
        return String(decoding: isInline ? trimmingLoneParagraph(html) : html, as: UTF8.self)
    }
}

internal import HugoMarkdown
internal import SiteModel
internal import Text
internal import Values

/// Runs the templates of shortcodes, the enclosed ones first.
struct ShortcodeRenderer {
    private let page: PageObject
    private let environment: RenderEnvironment
    /// The text that the shortcodes stand in: the page's, or one that a template handed over.
    private let source: SourceFile

    init(page: PageObject, environment: RenderEnvironment, source: SourceFile? = nil) {
        self.page = page
        self.environment = environment
        self.source = source ?? page.page.source
    }

    /// What the shortcode writes.
    func render(_ shortcode: Shortcode, parent: ShortcodeObject? = nil) throws -> [UInt8] {
        if shortcode.isInline { return try renderInline(shortcode) }
        let templates = page.context.build.templates
        guard
            let template = templates.shortcode(
                shortcode.name, isMarkdown: shortcode.isMarkdown, page: page, target: environment.target)
        else {
            throw Diagnostic(
                code: "shortcode.incompatible",
                "failed to render shortcode \"\(shortcode.name)\": no compatible template found for shortcode \"\(shortcode.name)\"",
                at: SourceRange(source, shortcode.openingTag),
                suggestion: "a template of plain text writes into HTML only where the shortcode is called with {{% %}}")
        }
        // The enclosed shortcodes need their parent, the parent needs their output: the dot is made without the inner
        // text for them first.
        let forChildren = ShortcodeObject(shortcode, page: page, source: source, parent: parent, inner: "")
        var inner: [UInt8] = []
        for item in shortcode.inner {
            switch item {
            case .text(let range): inner.append(contentsOf: source.bytes[range])
            case .summaryDivider(let range): inner.append(contentsOf: source.bytes[range])
            case .shortcode(let child): inner.append(contentsOf: try render(child, parent: forChildren))
            }
        }
        if shortcode.isMarkdown, parent != nil || !writesMarkdown(shortcode) { inner = try markdown(inner) }
        let dot = forChildren.with(inner: String(decoding: inner, as: UTF8.self))
        var output = ByteWriter(capacity: inner.count + 256)
        do {
            try templates.execute(template, dot: .object(dot), environment: environment, into: &output)
        } catch var finding as Diagnostic {
            if let location = finding.location, isOfStandardTheme(location.file) {
                // Who calls a shortcode of the program has not written its template: the call is what is wrong.
                let place = location.file.position(of: location.range.lowerBound)
                finding.notes.insert("in \(location.file.path):\(place.line):\(place.column)", at: 0)
                finding.location = SourceRange(source, shortcode.openingTag)
                throw finding
            }
            let place = source.position(of: shortcode.openingTag.lowerBound)
            finding.notes.append(
                "in shortcode \"\(shortcode.name)\" at \(source.path):\(place.line):\(place.column)")
            if finding.location == nil, finding.path == nil {
                finding.location = SourceRange(source, shortcode.openingTag)
            }
            throw finding
        }
        return indented(output.bytes, shortcode)
    }

    /// Whether what the shortcode writes is Markdown of the page around it.
    func writesMarkdown(_ shortcode: Shortcode) -> Bool {
        shortcode.isMarkdown && !page.context.build.templates.isOfOldKind(shortcode: shortcode.name)
    }

    private func isOfStandardTheme(_ file: SourceFile) -> Bool {
        page.context.model.configuration.standardThemeFolder.map { file.path.hasPrefix($0 + "/") } ?? false
    }

    /// What a shortcode that is written with `%` inside another encloses is Markdown.
    private func markdown(_ inner: [UInt8]) throws -> [UInt8] {
        let renderer = page.markdownRenderer(RenderHookAdapter(page: page, environment: environment).hooks())
        let rendered = try renderer.render(inner)
        return inner.contains(0x0A) ? rendered.html : rendered.inlineHTML
    }

    /// The lines after the first one, indented as the tag is.
    private func indented(_ output: [UInt8], _ shortcode: Shortcode) -> [UInt8] {
        let indentation = source.bytes[shortcode.indentation.clamped(to: 0..<source.bytes.count)]
        guard shortcode.inner.isEmpty, !indentation.isEmpty else { return output }
        var result: [UInt8] = []
        for (index, byte) in output.enumerated() {
            result.append(byte)
            // Behind the last line break no line follows.
            if byte == 0x0A, index + 1 < output.count { result.append(contentsOf: indentation) }
        }
        return result
    }

    /// A shortcode whose template stands in the content itself; off unless the configuration allows it.
    private func renderInline(_ shortcode: Shortcode) throws -> [UInt8] {
        let isAllowed =
            page.context.model.configuration.section("security")["enableinlineshortcodes"]?.boolValue ?? false
        guard isAllowed else {
            page.context.build.findings.add(
                Diagnostic(
                    .warning, code: "shortcode.inline", "inline shortcodes are off",
                    at: SourceRange(source, shortcode.openingTag),
                    suggestion: "set security.enableInlineShortcodes = true"))
            return []
        }
        guard let text = inlineTemplate(of: shortcode) else {
            throw Diagnostic(
                code: "shortcode.inline-undefined", "no earlier definition of shortcode \"\(shortcode.name)\" found",
                at: SourceRange(source, shortcode.openingTag),
                suggestion: "write its template between the tags where it is first called")
        }
        return try page.context.build.templates.renderInline(
            text, name: shortcode.name,
            dot: ShortcodeObject(shortcode, page: page, source: source, parent: nil, inner: ""),
            environment: environment)
    }

    /// What an inline shortcode encloses, or what the one of its name that last came before it in the page does.
    private func inlineTemplate(of shortcode: Shortcode) -> String? {
        var range = shortcode.hasClosingTag ? shortcode.innerRange ?? 0..<0 : nil
        if range == nil, source.path == page.page.source.path, let items = try? page.contentState.parsed(page) {
            for item in items {
                guard case .shortcode(let other) = item, other.isInline, other.name == shortcode.name,
                    other.hasClosingTag, other.range.upperBound <= shortcode.range.lowerBound
                else { continue }
                range = other.innerRange ?? 0..<0
            }
        }
        return range.map { String(decoding: source.bytes[$0.clamped(to: 0..<source.bytes.count)], as: UTF8.self) }
    }
}

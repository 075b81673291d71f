internal import HugoMarkdown
internal import SiteModel
internal import Text
internal import Values

/// Runs the site's render hook templates for the Markdown renderer.
struct RenderHookAdapter {
    private let page: PageObject
    private let environment: RenderEnvironment
    private var templates: SiteTemplates { page.context.build.templates }

    init(page: PageObject, environment: RenderEnvironment) {
        self.page = page
        self.environment = environment
    }

    /// The hooks for which a template is there; the others stay nil, so that the renderer does not prepare for them.
    func hooks() -> RenderHooks {
        var hooks = RenderHooks()
        if let hook = hook("link", embedded: page.context.markdown.linkHook) {
            hooks.link = { try run(hook, "goldmark.linkContext", linkFields($0)) }
        }
        if let hook = hook("image", embedded: page.context.markdown.imageHook) {
            hooks.image = { try run(hook, "goldmark.imageContext", imageFields($0)) }
        }
        if let hook = hook("heading") {
            hooks.heading = { try run(hook, "goldmark.headingContext", headingFields($0)) }
        }
        if let hook = hook("table") {
            hooks.table = { try run(hook, "tables.tableContext", tableFields($0), sourceText: "") }
        }
        if templates.hasHook("blockquote") {
            hooks.blockquote = { context in
                guard let hook = hook("blockquote", variant: context.type) else { return nil }
                return try run(hook, "blockquotes.blockquoteContext", blockquoteFields(context), sourceText: "")
            }
        }
        if templates.hasHook("passthrough") {
            hooks.passthrough = { context in
                guard let hook = hook("passthrough", variant: context.type) else { return nil }
                return try run(
                    hook, "passthrough.passthroughContext",
                    [
                        "Type": .string(context.type), "Inner": .string(context.inner),
                        "Ordinal": .int(context.ordinal), "Attributes": .map(context.attributes),
                    ], sourceText: context.inner)
            }
        }
        let hasCodeHook = templates.hasHook("codeblock")
        let highlighter = CodeHighlighter(page.context.markdown)
        hooks.codeBlock = { context in
            guard hasCodeHook, let hook = hook("codeblock", variant: context.language.lowercased()) else { return nil }
            return try run(hook, "codeblocks.codeBlockContext", codeFields(context), sourceText: context.inner)
        }
        hooks.highlight = { context in
            highlighter.fence(
                code: context.inner.isEmpty ? "" : context.inner + "\n", language: context.language,
                options: [context.options], attributes: context.attributes, ordinal: context.ordinal
            ).html
        }
        return hooks
    }

    /// The template of a hook; one of Keyport's own serves as the site's settings have it.
    private func hook(_ kind: String, variant: String = "", embedded: EmbeddedHookUse = .never) -> LayoutFile? {
        switch embedded {
        case .always: return templates.embeddedHook(kind)
        case .fallback: break
        case .never: guard templates.hasHook(kind) else { return nil }
        }
        let found = templates.hook(kind, variant: variant, page: page, target: environment.target)
        return found?.isEmbedded == true && embedded == .never ? nil : found
    }

    /// Runs a hook; `sourceText` is what the page's source holds of the element, by which `.Position` finds it.
    private func run(
        _ template: LayoutFile, _ goType: String, _ fields: ValueMap, sourceText: String? = nil
    ) throws -> [UInt8] {
        var fields = fields
        // Where a hook says what is wrong; not every node of the tree knows its line.
        if fields["Position"] == nil { fields["Position"] = .string("\"\(page.page.source.path)\"") }
        fields["Page"] = .object(page)
        fields["PageInner"] = .object(page)
        let dot: any ValueObject
        if let sourceText {
            dot = PositionedRecord(
                goType, fields, source: page.page.source, from: page.page.bodyOffset, text: sourceText)
        } else {
            dot = RecordObject(goType, fields)
        }
        var output = ByteWriter(capacity: 256)
        try templates.execute(template, dot: .object(dot), environment: environment, into: &output)
        return output.bytes
    }

    private func linkFields(_ context: LinkContext) -> ValueMap {
        [
            "Destination": .string(context.destination), "Title": .string(context.title), "Text": .html(context.text),
            "PlainText": .string(context.plainText), "Ordinal": .int(context.ordinal),
        ]
    }

    private func imageFields(_ context: ImageContext) -> ValueMap {
        [
            "Destination": .string(context.destination), "Title": .string(context.title), "Text": .html(context.text),
            "PlainText": .string(context.plainText), "Ordinal": .int(context.ordinal),
            "IsBlock": .bool(context.isBlock), "Attributes": .map(context.attributes),
        ]
    }

    private func headingFields(_ context: HeadingContext) -> ValueMap {
        [
            "Level": .int(context.level), "Anchor": .string(context.anchor), "Text": .html(context.text),
            "PlainText": .string(context.plainText), "Ordinal": .int(context.ordinal),
            "Attributes": .map(context.attributes),
        ]
    }

    private func codeFields(_ context: CodeBlockContext) -> ValueMap {
        [
            "Type": .string(context.language), "Inner": .string(context.inner), "Ordinal": .int(context.ordinal),
            "Attributes": .map(context.attributes), "Options": .map(context.options),
            // What `transform.HighlightCodeBlock` takes.
            "Language": .string(context.language),
        ]
    }

    private func blockquoteFields(_ context: BlockquoteContext) -> ValueMap {
        [
            "Type": .string(context.type), "AlertType": .string(context.alertType),
            "AlertTitle": .html(context.alertTitle), "AlertSign": .string(context.alertSign),
            "Text": .html(context.text), "Ordinal": .int(context.ordinal), "Attributes": .map(context.attributes),
        ]
    }

    private func tableFields(_ context: TableContext) -> ValueMap {
        func rows(_ rows: [[TableContext.Cell]]) -> Value {
            .list(
                rows.map { row in
                    .list(
                        row.map { cell in
                            .object(
                                RecordObject(
                                    "tables.cell", ["Text": .html(cell.text), "Alignment": .string(cell.alignment)]))
                        })
                })
        }
        return [
            "THead": rows(context.head), "TBody": rows(context.body), "Ordinal": .int(context.ordinal),
            "Attributes": .map(context.attributes),
        ]
    }
}

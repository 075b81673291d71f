package import Values

extension MarkdownOptions {
    /// Hugo's defaults changed by the `markup` table of a site's configuration; unknown settings are left alone.
    ///
    /// `emoji` is the site's `enableEmoji`.
    package init(markup: ValueMap, emoji: Bool = false) {
        self.init()
        self.emoji = emoji
        let markup = SettingsTable(markup)
        let goldmark = markup.table("goldmark")
        let extensions = goldmark.table("extensions")
        extensions.read("table", into: &tables)
        extensions.read("strikethrough", into: &strikethrough)
        extensions.read("linkify", into: &linkify)
        extensions.read("linkifyProtocol", into: &linkifyProtocol)
        extensions.read("taskList", into: &taskLists)
        extensions.read("definitionList", into: &definitionLists)
        decodeFootnotes(extensions)
        decodeTypographer(extensions)
        decodePassthrough(extensions.table("passthrough"))
        let extras = extensions.table("extras")
        extras.table("delete").read("enable", into: &extraDelete)
        extras.table("insert").read("enable", into: &extraInsert)
        extras.table("mark").read("enable", into: &extraMark)
        extras.table("subscript").read("enable", into: &extraSubscript)
        extras.table("superscript").read("enable", into: &extraSuperscript)
        let cjk = extensions.table("cjk")
        var cjkEnabled = false
        cjk.read("enable", into: &cjkEnabled)
        if cjkEnabled {
            cjk.read("eastAsianLineBreaks", into: &eastAsianLineBreaks)
            cjk.read("escapedSpace", into: &escapedSpace)
        }
        let renderer = goldmark.table("renderer")
        renderer.read("unsafe", into: &unsafe)
        renderer.read("hardWraps", into: &hardWraps)
        renderer.read("xhtml", into: &xhtml)
        decodeParser(goldmark.table("parser"))
        markup.table("highlight").read("codeFences", into: &highlightsCodeFences)
        let contents = markup.table("tableOfContents")
        contents.read("startLevel", into: &contentsStartLevel)
        contents.read("endLevel", into: &contentsEndLevel)
        contents.read("ordered", into: &contentsOrdered)
    }

    private mutating func decodeFootnotes(_ extensions: SettingsTable) {
        // Older sites write `footnote = true`, newer ones a table.
        extensions.read("footnote", into: &footnotes)
        let footnote = extensions.table("footnote")
        footnote.read("enable", into: &footnotes)
        footnote.read("backlinkHTML", into: &footnoteBacklink)
        footnote.read("enableAutoIDPrefix", into: &footnoteIDPrefix)
    }

    private mutating func decodeTypographer(_ extensions: SettingsTable) {
        var enabled = true
        extensions.read("typographer", into: &enabled)
        let table = extensions.table("typographer")
        var disabled = false
        table.read("disable", into: &disabled)
        guard enabled, !disabled else {
            typographer = nil
            return
        }
        var texts = Typographer()
        table.read("leftSingleQuote", into: &texts.leftSingleQuote)
        table.read("rightSingleQuote", into: &texts.rightSingleQuote)
        table.read("leftDoubleQuote", into: &texts.leftDoubleQuote)
        table.read("rightDoubleQuote", into: &texts.rightDoubleQuote)
        table.read("enDash", into: &texts.enDash)
        table.read("emDash", into: &texts.emDash)
        table.read("ellipsis", into: &texts.ellipsis)
        table.read("leftAngleQuote", into: &texts.leftAngleQuote)
        table.read("rightAngleQuote", into: &texts.rightAngleQuote)
        table.read("apostrophe", into: &texts.apostrophe)
        typographer = texts
    }

    private mutating func decodePassthrough(_ passthrough: SettingsTable) {
        var enabled = false
        passthrough.read("enable", into: &enabled)
        guard enabled else { return }
        let delimiters = passthrough.table("delimiters")
        passthroughInline = delimiters.pairs("inline")
        passthroughBlock = delimiters.pairs("block")
    }

    private mutating func decodeParser(_ parser: SettingsTable) {
        parser.read("autoHeadingID", into: &headingIDs)
        parser.read("autoDefinitionTermID", into: &definitionTermIDs)
        var style = headingIDStyle.rawValue
        parser.read("autoIDType", into: &style)
        parser.read("autoHeadingIDType", into: &style)
        headingIDStyle = HeadingIDStyle(rawValue: style) ?? .github
        parser.read("wrapStandAloneImageWithinParagraph", into: &wrapsLoneImages)
        let attribute = parser.table("attribute")
        attribute.read("title", into: &headingAttributes)
        attribute.read("block", into: &blockAttributes)
    }
}

/// A table of settings whose keys are found in any case.
private struct SettingsTable {
    private let values: ValueMap

    init(_ values: ValueMap) {
        self.values = values.foldsCase ? values : values.foldingCase()
    }

    func table(_ key: String) -> SettingsTable {
        SettingsTable(values[key.lowercased()]?.mapValue ?? ValueMap(foldsCase: true))
    }

    func read(_ key: String, into target: inout Bool) {
        if let value = values[key.lowercased()]?.boolValue { target = value }
    }

    func read(_ key: String, into target: inout String) {
        if let value = values[key.lowercased()]?.stringValue { target = value }
    }

    func read(_ key: String, into target: inout Int) {
        if let value = values[key.lowercased()]?.intValue { target = value }
    }

    func pairs(_ key: String) -> [MarkdownOptions.Delimiters] {
        (values[key.lowercased()]?.listValue ?? []).compactMap { pair in
            guard let pair = pair.listValue, pair.count == 2, let open = pair[0].stringValue,
                let close = pair[1].stringValue, !open.isEmpty, !close.isEmpty
            else { return nil }
            return .init(open: open, close: close)
        }
    }
}

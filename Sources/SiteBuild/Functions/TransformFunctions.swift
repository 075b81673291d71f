internal import GoTemplates
internal import HugoMarkdown
internal import SiteModel
internal import Text
internal import Values

/// The functions of `transform` that need a site: Markdown, highlighting, reading of data.
enum TransformFunctions {
    /// Adds them.
    static func add(to table: inout FunctionTable) {
        table.register("transform.Markdownify", aliases: ["markdownify"], 1...1) { call in
            let environment = try SiteFunctions.environment(call)
            // As in Hugo the home page renders it: a hook's `.Page` is that one, whichever page asks.
            let home = environment.context.object(environment.context.model.home) ?? environment.page
            return .html(
                try home.renderString(
                    call.arguments[0].isNull ? "" : call.arguments[0].goString,
                    environment: environment.enteringString(of: home), isInline: true))
        }
        table.register("transform.Highlight", aliases: ["highlight"], 2...3) { call in
            let environment = try SiteFunctions.environment(call)
            let highlighter = CodeHighlighter(environment.context.markdown)
            let bytes = highlighter.html(
                code: call.arguments[0].goString, language: call.arguments[1].goString,
                options: try options(call.argument(2) ?? .null), attributes: ValueMap())
            return .html(String(decoding: bytes, as: UTF8.self))
        }
        table.register("transform.CanHighlight", 1...1) { call in
            .bool(CodeHighlighter.knows(language: call.arguments[0].goString))
        }
        table.register("transform.HighlightCodeBlock", 1...2) { call in
            try highlightCodeBlock(call)
        }
        table.register("transform.Emojify", aliases: ["emojify"], 1...1) { call in
            .html(Emoji.replacingNames(in: call.arguments[0].goString))
        }
    }

    /// `linenos=table,hl_lines=1 3` or a map, as options with lower-case keys; what Hugo refuses is an error in its words.
    static func options(_ value: Value) throws -> ValueMap {
        if case .map(let map) = value { return map.foldingCase() }
        var options = ValueMap(foldsCase: true)
        let text = (value.stringValue ?? "")[...].trimmingSpaces
        if text.isEmpty { return options }
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            let key = pair[0].trimmingSpaces.lowercased()
            guard pair.count == 2 else { throw ValueError("invalid Highlight option: \(key)") }
            options[key] = try option(key, pair[1].trimmingSpaces)
        }
        return options
    }

    /// The names of the options that are numbers and flags, as Hugo's errors have them.
    private static let numberNames = ["linenostart": "LineNoStart", "tabwidth": "TabWidth"]
    private static let flagNames = [
        "noclasses": "NoClasses", "hl_inline": "Hl_inline", "anchorlinenos": "AnchorLineNos",
        "guesssyntax": "GuessSyntax", "linenumbersintable": "LineNumbersInTable",
    ]

    private static func option(_ key: String, _ text: String) throws -> Value {
        if let name = numberNames[key], !text.isEmpty {
            guard let number = Int(text) else {
                throw ValueError(
                    "1 error(s) decoding:\n\n* cannot parse '\(name)' as int: strconv.ParseInt: parsing \"\(text)\": invalid syntax"
                )
            }
            return .int(number)
        }
        if let name = flagNames[key] {
            switch text {
            case "1", "t", "T", "true", "TRUE", "True": return true
            case "0", "f", "F", "false", "FALSE", "False", "": return false
            default:
                throw ValueError(
                    "1 error(s) decoding:\n\n* cannot parse '\(name)' as bool: strconv.ParseBool: parsing \"\(text)\": invalid syntax"
                )
            }
        }
        return .string(text)
    }

    private static func highlightCodeBlock(_ call: Invocation) throws -> Value {
        let environment = try SiteFunctions.environment(call)
        guard case .object(let block) = call.arguments[0], let code = block.value(forKey: "Inner")?.stringValue else {
            throw ValueError("HighlightCodeBlock needs the context of a code block render hook")
        }
        let own = block.value(forKey: "Options")?.mapValue ?? ValueMap(foldsCase: true)
        let (bytes, inner) = CodeHighlighter(environment.context.markdown).fence(
            code: code, language: block.value(forKey: "Language")?.stringValue ?? "",
            options: [own, try options(call.argument(1) ?? .null)],
            attributes: block.value(forKey: "Attributes")?.mapValue ?? ValueMap(),
            ordinal: block.value(forKey: "Ordinal")?.intValue ?? 0)
        return .object(
            RecordObject(
                "highlight.HighlightResult",
                [
                    "Wrapped": .html(String(decoding: bytes, as: UTF8.self)),
                    "Inner": .html(String(decoding: bytes[inner], as: UTF8.self)),
                ]))
    }
}

extension PageObject {
    /// The HTML of a Markdown text in the light of this page: its hooks, its settings.
    func rendered(_ text: String, environment: RenderEnvironment, isInline: Bool) throws -> String {
        let renderer = markdownRenderer(RenderHookAdapter(page: self, environment: environment).hooks())
        let rendered = try renderer.render(text)
        return String(decoding: isInline ? rendered.inlineHTML : rendered.html, as: UTF8.self)
    }

    /// `.RenderString`: shortcodes, then Markdown.
    func renderString(_ call: Invocation) throws -> Value {
        var isInline = true
        if call.arguments.count == 2, case .map(let options) = call.arguments[0] {
            isInline = options["display"]?.stringValue != "block"
        }
        let text = call.arguments[call.arguments.count - 1].goString
        let environment = RenderEnvironment.of(call.context)?.enteringString(of: self) ?? RenderEnvironment(page: self)
        return .html(try renderString(text, environment: environment, isInline: isInline))
    }

    /// The HTML of a text with shortcodes in it, as `.RenderString` and `markdownify` give it.
    fileprivate func renderString(_ text: String, environment: RenderEnvironment, isInline: Bool) throws -> String {
        guard text.utf8.contains(0x7B), text.contains("{{<") || text.contains("{{%") else {
            return try rendered(text, environment: environment, isInline: isInline)
        }
        return try StringRenderer(page: self, environment: environment).render(text, isInline: isInline)
    }

    /// `.Render "summary"`: a content view.
    func renderView(_ name: String, caller: any EvaluationContext) throws -> Value {
        guard let target = RenderEnvironment.of(caller)?.target ?? page.targets.first else { return .html("") }
        let environment = RenderEnvironment(page: self, target: target, outer: RenderEnvironment.of(caller))
        let templates = context.build.templates
        guard let found = templates.layout(of: self, target: target, view: name.isEmpty ? nil : name) else {
            throw ValueError("no template found for view \"\(name)\" of page \(page.path)")
        }
        var output = ByteWriter(capacity: 1024)
        try templates.execute(
            found.layout, base: found.base, dot: .object(self), environment: environment, into: &output)
        return .html(output.string)
    }
}

extension Substring {
    /// The text without spaces around it.
    var trimmingSpaces: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

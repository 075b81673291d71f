internal import GoTemplates
internal import HugoMarkdown
internal import SiteModel
internal import Text
internal import Values

/// The template functions that need a site, added to those that need none.
enum SiteFunctions {
    /// The whole table for building a site.
    static func table(adding extra: (inout FunctionTable) -> Void = { _ in }) -> FunctionTable {
        var table = FunctionTable.standard
        addSite(to: &table)
        addAddresses(to: &table)
        addLanguage(to: &table)
        addPartials(to: &table)
        TransformFunctions.add(to: &table)
        DataFunctions.add(to: &table)
        ResourceFunctions.add(to: &table)
        FileFunctions.add(to: &table)
        KindFunctions.add(to: &table)
        ImageFunctions.add(to: &table)
        ToolFunctions.add(to: &table)
        DeferredBlocks.add(to: &table)
        extra(&table)
        table.registerApply()
        return table
    }

    /// The environment of a call.
    static func environment(_ call: Invocation) throws -> RenderEnvironment {
        guard let environment = RenderEnvironment.of(call.context) else {
            throw ValueError("this function needs a site")
        }
        return environment
    }

    private static func addSite(to table: inout FunctionTable) {
        table.register("site", 0...0) { .object(try environment($0).context.site) }
        table.register("page", 0...0) { .object(try environment($0).asking) }
        table.register("hugo", 0...0) { .object(HugoObject(try environment($0).context)) }
        for name in [
            "Version", "Generator", "Environment", "IsProduction", "IsDevelopment", "IsServer", "IsExtended",
            "IsMultilingual", "IsMultihost", "WorkingDir", "BuildDate", "CommitHash", "GoVersion", "Sites", "Data",
            "Store", "Deps",
        ] {
            let symbol = Symbol(name)
            table.register("hugo." + name, 0...0) { call in
                let hugo = HugoObject(try environment(call).context)
                return try hugo.members[symbol].map { try $0.call(hugo, call) } ?? .null
            }
        }
    }

    private static func addAddresses(to table: inout FunctionTable) {
        table.register("urls.RelURL", aliases: ["relURL"], 1...1) { call in
            .string(try environment(call).context.addresses.relative(address(call)))
        }
        table.register("urls.AbsURL", aliases: ["absURL"], 1...1) { call in
            .string(try environment(call).context.addresses.absolute(address(call)))
        }
        table.register("urls.RelLangURL", aliases: ["relLangURL"], 1...1) { call in
            .string(try environment(call).context.addresses.relative(address(call), inLanguage: true))
        }
        table.register("urls.AbsLangURL", aliases: ["absLangURL"], 1...1) { call in
            .string(try environment(call).context.addresses.absolute(address(call), inLanguage: true))
        }
        for (name, alias, isRelative) in [("urls.Ref", "ref", false), ("urls.RelRef", "relref", true)] {
            table.register(name, aliases: [alias], 2...2) { call in
                guard case .object(let object) = call.arguments[0] else {
                    throw ValueError("\(alias) needs a page as its first argument")
                }
                return try reference(of: object, call, isRelative: isRelative)
            }
        }
        // As the addresses of pages: with the case, without the accents where the configuration says so.
        let plain = table.function(named: "urls.URLize")
        table.register("urls.URLize", aliases: ["urlize"], 1...1) { call in
            let configuration = try environment(call).context.model.configuration
            let (keepsCase, dropsAccents) = (configuration.disablePathToLower, configuration.removePathAccents)
            guard keepsCase || dropsAccents, let text = call.arguments[0].stringValue else {
                return try plain?.call(call) ?? .null
            }
            return .string(urlized(text, keepingCase: keepsCase, removingAccents: dropsAccents))
        }
        table.register("urls.Anchorize", aliases: ["anchorize"], 1...1) { call in
            .string(
                HeadingIDs.anchorize(
                    call.arguments[0].goString, style: try environment(call).context.markdown.options.headingIDStyle)
            )
        }
    }

    /// The text that is to become an address; nil is none.
    private static func address(_ call: Invocation) -> String {
        call.arguments[0].isNull ? "" : call.arguments[0].goString
    }

    /// `ref` of a page, or of a shortcode, whose place an error then names.
    private static func reference(of object: any ValueObject, _ call: Invocation, isRelative: Bool) throws -> Value {
        let name = Symbol(isRelative ? "RelRef" : "Ref")
        guard let member = object.members[name] else {
            throw ValueError("invalid Page in Ref: \(object.goType)")
        }
        return try member.call(object, Invocation([call.arguments[1]], context: call.context))
    }

    private static func addLanguage(to table: inout FunctionTable) {
        table.register("lang.Translate", aliases: ["i18n", "T", "translate"], 1...2) { call in
            let environment = try environment(call)
            let key = call.arguments[0].goString
            let data = call.argument(1) ?? .null
            let translations = environment.context.translations
            guard let text = translations.text(key, count: count(in: data)) else {
                return .string(translations.placeholder(for: key))
            }
            guard text.utf8.contains(0x7B) else { return .string(text) }
            do {
                let bytes = try environment.context.build.templates.executeText(
                    text, name: "i18n/\(key)", mode: .text, dot: dot(for: data), environment: environment)
                return .string(String(decoding: bytes, as: UTF8.self))
            } catch let failure as Diagnostic {
                // As in Hugo, a text that cannot be made of what it is given is empty.
                environment.log(
                    TemplateMessage(
                        .warning,
                        "Failed to get translated string for language \"\(translations.language)\" and ID "
                            + "\"\(key)\": \(failure.message)"))
                return ""
            }
        }
    }

    /// What picks the plural form: a number, or `Count` of a map.
    private static func count(in data: Value) -> Value? {
        switch data {
        case .int, .int64, .uint, .float: return data
        case .string(let text): return Double(text) == nil ? nil : data
        case .map(let map): return map["Count"] ?? map["count"]
        default: return nil
        }
    }

    /// An int is the dot as `.Count`, anything else as it is.
    private static func dot(for data: Value) -> Value {
        switch data {
        case .int(let count), .int64(let count): return .object(CountObject(count))
        default: return data
        }
    }

    private static func addPartials(to table: inout FunctionTable) {
        table.register("partials.Include", aliases: ["partial"], 1...Int.max) { call in
            let name = call.arguments[0].goString
            return try include(name, call.argument(1) ?? .null, call)
        }
        table.register("partials.IncludeCached", aliases: ["partialCached"], 2...Int.max) { call in
            let name = call.arguments[0].goString
            let environment = try environment(call)
            var key = environment.context.language.language.key + "\0" + name
            for variant in call.arguments.dropFirst(2) { key += "\0" + variantKey(variant) }
            return try environment.context.build.partialCache.value(key, for: environment) {
                try environment.withoutDraws { try include(name, call.arguments[1], call) }
            }
        }
        table.register("templates.Exists", 1...1) { call in
            let name = call.arguments[0].goString
            let templates = try environment(call).context.build.templates
            for folder in ["_partials/", "partials/"] where name.hasPrefix(folder) {
                return .bool(templates.partial(named: String(name.dropFirst(folder.count))) != nil)
            }
            return .bool(templates.exists(path: name))
        }
    }

    /// What tells two variants of a cached partial apart; a page by its path.
    private static func variantKey(_ value: Value) -> String {
        if case .object(let object) = value, let page = object as? PageObject { return "page:" + page.page.path }
        return value.goString
    }

    private static func include(_ name: String, _ dot: Value, _ call: Invocation) throws -> Value {
        guard let execution = call.context as? TemplateExecution else {
            throw ValueError("a partial needs a template that includes it")
        }
        if let template = execution.partial(named: name.withoutLeadingSlash) {
            return try execution.value(of: template, dot: dot)
        }
        let names = try environment(call).context.build.templates.partialNames.map(withoutFolder)
        let near = nearestName(to: name, among: names)
        throw ValueError(
            "partial \"\(name)\" not found" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }

    private static func withoutFolder(_ path: String) -> String {
        for folder in ["_partials/", "partials/"] where path.hasPrefix(folder) {
            return String(path.dropFirst(folder.count))
        }
        return path
    }
}

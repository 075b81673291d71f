internal import GoTemplates
internal import SiteModel
internal import Values

/// A site as templates see it: `.Site` and `site`.
final class SiteObject: ValueObject {
    unowned let context: SiteContext
    let store = Scratch()

    init(_ context: SiteContext) { self.context = context }

    var members: MemberTable { Self.table }
    var goType: String { "*hugolib.Site" }
    var goString: String { "Site(\"\(context.language.language.key)\")" }

    /// The fields that `jsonify` writes.
    var dataValue: Value? {
        [
            "Title": .string(context.model.configuration.title),
            "BaseURL": .string(context.model.configuration.baseURL),
            "Params": .map(context.params),
        ]
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        addFacts(to: &table)
        addPages(to: &table)
        return table
    }()

    private static func addFacts(to table: inout MemberTable) {
        table.field("Title", of: SiteObject.self) { .string($0.context.model.configuration.title) }
        table.field("BaseURL", of: SiteObject.self) { .string($0.context.model.configuration.baseURL) }
        table.field("Params", of: SiteObject.self) { .map($0.context.params) }
        table.field("Copyright", of: SiteObject.self) { .string($0.context.model.configuration.copyright) }
        table.field("Data", of: SiteObject.self) { .map($0.context.model.data) }
        table.field("Language", of: SiteObject.self) { .object($0.context.language) }
        table.field("Languages", of: SiteObject.self) { site in
            .list(site.context.build.sites.map { .object($0.language) })
        }
        table.field("LanguageCode", of: SiteObject.self) { .string($0.context.language.language.locale) }
        table.field("LanguagePrefix", of: SiteObject.self) { .string($0.context.language.language.prefix) }
        table.field("IsMultiLingual", of: SiteObject.self) { .bool($0.context.build.sites.count > 1) }
        table.field("Lastmod", of: SiteObject.self) { .time($0.context.model.lastModified ?? .zero) }
        table.field("LastChange", of: SiteObject.self) { .time($0.context.model.lastModified ?? .zero) }
        table.field("BuildDrafts", of: SiteObject.self) { .bool($0.context.model.configuration.buildDrafts) }
        table.field("Config", of: SiteObject.self) { .map(configuration($0.context.model.configuration)) }
        table.field("Hugo", of: SiteObject.self) { .object(HugoObject($0.context)) }
        table.field("Store", of: SiteObject.self) { .object($0.store) }
        table.field("Scratch", of: SiteObject.self) { .object($0.store) }
        table.method("Param", of: SiteObject.self, 1...1) { site, call in
            site.context.params.value(atPath: try call.string(0, of: "Param")) ?? .null
        }
    }

    /// A field that content adapters, which make the pages, cannot ask for.
    private static func assembled(
        _ name: String, in table: inout MemberTable, _ get: @escaping @Sendable (SiteContext) throws -> Value
    ) {
        table.field(name, of: SiteObject.self) { site in
            try site.checkAssembled()
            return try get(site.context)
        }
    }

    private func checkAssembled() throws(ValueError) {
        guard context.model.isAssembled else {
            throw ValueError("this method cannot be called before the site is fully initialized")
        }
    }

    private static func addPages(to table: inout MemberTable) {
        assembled("Home", in: &table) { $0.value(of: $0.model.home) }
        assembled("Pages", in: &table) { .object($0.pages) }
        assembled("AllPages", in: &table) { .object(PageCollection($0.build.allPages)) }
        assembled("RegularPages", in: &table) { .object($0.regularPages) }
        assembled("Sections", in: &table) { .object($0.collection($0.model.sections)) }
        assembled("MainSections", in: &table) { .list($0.mainSections.map { .string($0) }) }
        assembled("Menus", in: &table) { .object($0.menus) }
        assembled("Taxonomies", in: &table) { .object($0.taxonomies) }
        table.field("SitemapAbsURL", of: SiteObject.self) { site in
            .string(site.context.model.standalonePages.first { $0.kind == .sitemap }?.permalink ?? "")
        }
        table.field("Sites", of: SiteObject.self) { .object($0.context.sites) }
        table.method("GetPage", of: SiteObject.self, 1...2) { site, call in
            // The older form names the kind first: GetPage "section" "docs".
            try site.checkAssembled()
            let path = try call.string(call.arguments.count - 1, of: "GetPage")
            return try site.context.lookup.page(path, from: nil)
        }
        table.method("RenderString", of: SiteObject.self, 1...2) { site, call in
            guard let home = site.context.object(site.context.model.home) else { return .html("") }
            return try home.renderString(call)
        }
    }

    /// What `.Site.Config` still shows in Hugo: the services and the privacy settings, with the services that older sites name
    /// at the root of their configuration.
    private static func configuration(_ configuration: SiteConfiguration) -> ValueMap {
        var services = configuration.section("services")
        for (old, service, member) in [
            ("googleanalytics", "googleanalytics", "id"), ("disqusshortname", "disqus", "shortname"),
        ] {
            guard let value = configuration.raw[old]?.stringValue, !value.isEmpty else { continue }
            var settings = services[service]?.mapValue ?? ValueMap(foldsCase: true)
            if settings[member]?.stringValue ?? "" == "" { settings[member] = .string(value) }
            services[service] = .map(settings)
        }
        return ValueMap(
            [("Services", .map(services)), ("Privacy", .map(configuration.section("privacy")))], foldsCase: true)
    }
}

/// The sites of all languages: `.Sites` and `hugo.Sites`.
final class SiteCollection: ValueObject {
    private let sites: [SiteObject]

    init(_ sites: [SiteObject]) { self.sites = sites }

    var members: MemberTable { Self.table }
    var goType: String { "page.Sites" }
    var elements: [Value]? { sites.map { .object($0) } }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("First", of: SiteCollection.self) { $0.sites.first.map { .object($0) } ?? .null }
        table.field("Default", of: SiteCollection.self) { list in
            let site = list.sites.first { $0.context.language.language.isDefault } ?? list.sites.first
            return site.map { .object($0) } ?? .null
        }
        return table
    }()
}

/// A language: `.Language`.
final class LanguageObject: ValueObject {
    let language: Language
    private let params: ValueMap

    init(_ language: Language, params: ValueMap) {
        self.language = language
        self.params = params
    }

    var members: MemberTable { Self.table }
    var goType: String { "*langs.Language" }
    var goString: String { language.key }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Lang", of: LanguageObject.self) { .string($0.language.key) }
        table.field("Name", of: LanguageObject.self) { .string($0.language.key) }
        table.field("Label", of: LanguageObject.self) { .string($0.language.label) }
        table.field("LanguageName", of: LanguageObject.self) { .string($0.language.label) }
        table.field("Locale", of: LanguageObject.self) { .string($0.language.locale) }
        table.field("LanguageCode", of: LanguageObject.self) { .string($0.language.locale) }
        table.field("Direction", of: LanguageObject.self) { .string($0.language.direction) }
        table.field("LanguageDirection", of: LanguageObject.self) { .string($0.language.direction) }
        table.field("Weight", of: LanguageObject.self) { .int($0.language.weight) }
        table.field("IsDefault", of: LanguageObject.self) { .bool($0.language.isDefault) }
        table.field("Params", of: LanguageObject.self) { .map($0.params) }
        return table
    }()
}

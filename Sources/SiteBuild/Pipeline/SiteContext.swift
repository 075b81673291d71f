internal import Files
internal import GoTemplates
internal import SiteModel
internal import Values

/// One site (of one language) while it is built: the model with the objects that templates hold.
///
/// Everything is made once before the first template runs and does not change, so threads share it without locks.
final class SiteContext: @unchecked Sendable {
    /// The model.
    let model: Site
    /// The build that the site is a part of.
    unowned let build: BuildSession
    /// Addresses of the site.
    let addresses: Addresses
    private(set) var objects: [ObjectIdentifier: PageObject] = [:]
    private(set) var language: LanguageObject
    private let cachedPages = Lazy<PageCollection>()
    private let cachedRegularPages = Lazy<PageCollection>()
    private let cachedMenus = Lazy<MenuList>()
    private let cachedTaxonomies = Lazy<TaxonomyList>()
    private let cachedMainSections = Lazy<[String]>()
    private let cachedSite = Lazy<SiteObject>()
    private let cachedLookup = Lazy<PageLookup>()
    private let cachedTranslations = Lazy<Translations>()
    private let cachedMarkdown = Lazy<MarkdownSettings>()
    private let cachedAssets = Lazy<Assets>()
    private let cachedParams = Lazy<ValueMap>()
    private let cachedImageSettings = Lazy<ImageSettings>()
    private let cachedMinifier = Lazy<Minifier>()
    private let cachedRoot = Lazy<String>()
    /// Whether some page has an address in a format that is not its first.
    let hasSeveralAddresses: Bool
    /// How the language writes dates and numbers.
    let locale: LocaleRules?

    init(_ model: Site, build: BuildSession) {
        self.model = model
        self.build = build
        addresses = Addresses(model.configuration)
        locale = LocaleRules.named([model.language.locale, model.language.key])
        hasSeveralAddresses = model.allPages.contains {
            $0.targets.dropFirst().contains(where: \.format.isPermalinkable)
        }
        language = LanguageObject(model.language, params: model.configuration.params)
        for page in model.allPages + model.standalonePages + [model.home] {
            let identity = ObjectIdentifier(page)
            guard objects[identity] == nil else { continue }
            objects[identity] = PageObject(page, context: self)
            for resource in page.resources {
                guard let inner = resource.page else { continue }
                objects[ObjectIdentifier(inner)] = PageObject(inner, resource: resource, context: self)
            }
        }
    }

    /// The site as templates see it.
    var site: SiteObject { cachedSite.get { SiteObject(self) } }
    /// The sites of all languages.
    var sites: SiteCollection { SiteCollection(build.sites.map(\.site)) }
    /// Every page that is listed.
    var pages: PageCollection { cachedPages.get { collection(model.pages) } }
    /// The regular pages that are listed.
    var regularPages: PageCollection { cachedRegularPages.get { collection(model.regularPages) } }
    /// The menus.
    var menus: MenuList { cachedMenus.get { MenuList(model.menus, context: self) } }
    /// The taxonomies.
    var taxonomies: TaxonomyList { cachedTaxonomies.get { TaxonomyList(model.taxonomies, context: self) } }
    /// Finding pages by what templates and content call them.
    var lookup: PageLookup { cachedLookup.get { PageLookup(self) } }
    /// The strings of the language.
    var translations: Translations { cachedTranslations.get { Translations(self) } }
    /// How Markdown is read.
    var markdown: MarkdownSettings { cachedMarkdown.get { MarkdownSettings(model.configuration) } }

    /// The zone of dates that name none.
    var timeZone: TimeZoneRules {
        let name = model.configuration.timeZone
        return name.isEmpty ? .utc : (try? TimeZoneRules.named(name)) ?? .utc
    }

    /// The parameters of the site; `mainSections` is there even when the configuration does not set it.
    var params: ValueMap {
        let configured = model.configuration.params
        guard model.isAssembled, configured["mainsections"] == nil else { return configured }
        return cachedParams.get {
            var params = configured
            params["mainsections"] = .list(mainSections.map { .string($0) })
            return params
        }
    }

    /// How pictures are made.
    var imageSettings: ImageSettings {
        cachedImageSettings.get {
            let configuration = model.configuration
            return ImageSettings(configuration.section("imaging"), isSet: configuration.raw["imaging"] != nil)
        }
    }

    /// Whether the configuration asks for pages that are minified.
    var minifiesOutput: Bool { model.configuration.section("minify")["minifyoutput"]?.boolValue ?? false }

    /// What makes pages and resources smaller.
    var minifier: Minifier {
        cachedMinifier.get {
            let section = model.configuration.section("minify")
            var minifier = Minifier()
            for kind in ["html", "css", "js", "json", "svg", "xml"]
            where section["disable" + kind]?.boolValue == true {
                minifier.disabled.insert(kind)
            }
            let keepsNames = section.value(atPath: "tdewolff.js.keepvarnames")?.boolValue ?? false
            guard (try? ProgramPolicy(model.configuration.section("security")))?.allowsNone == false else {
                return minifier
            }
            minifier.program = MinifyProgram(build.options.scriptMinifier, keepsNames: keepsNames)
            return minifier
        }
    }

    /// The folder of the site by its whole path: `hugo.WorkingDir`.
    var workingDirectory: String {
        cachedRoot.get {
            let folder = model.configuration.sourceDirectory
            return (try? FileSystem.realPath(folder)) ?? folder
        }
    }

    /// The whole path of a file that is named as the site's folder was; templates cut `hugo.WorkingDir` off it.
    func wholePath(of file: String) -> String {
        if file.hasPrefix("/") { return file }
        let folder = model.configuration.sourceDirectory
        return workingDirectory + "/" + (file.dropping(prefix: folder + "/") ?? file)
    }

    /// The files of the assets folders.
    var assets: Assets {
        cachedAssets.get {
            let folders = model.configuration.mounts(of: .assets).map { ($0.source, $0.target, MountFilter($0)) }
            return Assets(self, folders: folders, extra: build.options.extraAssets)
        }
    }

    /// The sections that hold the site's main content: as configured, else the one with the most pages.
    var mainSections: [String] {
        cachedMainSections.get {
            if let known = build.options.part?.mainSections[language.language.key] { return known }
            if let configured = model.configuration.params["mainsections"]?.listValue
                ?? model.configuration.raw["mainsections"]?.listValue
            {
                return configured.compactMap(\.stringValue)
            }
            var counts: [String: Int] = [:]
            // Those that no list shows count too, as in Hugo.
            for page in model.allPages where page.kind == .page && !page.section.isEmpty {
                counts[page.section, default: 0] += 1
            }
            return [counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""]
        }
    }

    /// The object of a page; pages of other languages are found in their own site.
    func object(_ page: Page?) -> PageObject? {
        guard let page else { return nil }
        build.trace?.note(page)
        let identity = ObjectIdentifier(page)
        if let own = objects[identity] { return own }
        for other in build.sites where other !== self {
            if let found = other.objects[identity] { return found }
        }
        return nil
    }

    /// The object of a page as a value, nil where there is no page.
    func value(of page: Page?) -> Value { object(page).map { .object($0) } ?? .null }

    /// A list of pages for templates.
    func collection(_ pages: [Page]) -> PageCollection { PageCollection(pages.compactMap { object($0) }) }
}

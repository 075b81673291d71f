internal import DataFormats
internal import Text
package import Values

/// All pages of one language with what connects them.
///
/// Owns its pages, which point to one another: keep the site for as long as one of its pages is used.
package final class Site: @unchecked Sendable {
    /// The configuration of this language.
    package let configuration: SiteConfiguration
    /// The language.
    package let language: Language
    /// The home page.
    package internal(set) var home: Page
    /// Every page that is listed, of every kind, in Hugo's default order (`.Site.Pages`).
    package internal(set) var pages: [Page] = []
    /// The regular pages that are listed, in Hugo's default order (`.Site.RegularPages`).
    package internal(set) var regularPages: [Page] = []
    /// The sections directly below the home page (`.Site.Sections`).
    package internal(set) var sections: [Page] = []
    /// Every page that is written or listed, those that no list shows too, by path.
    package internal(set) var allPages: [Page] = []
    /// 404.html, sitemap.xml and robots.txt, as far as they are on.
    package internal(set) var standalonePages: [Page] = []
    /// The taxonomies in the order of their plural names.
    package internal(set) var taxonomies: [Taxonomy] = []
    /// The menus by name; the entries of each in their order, those with a parent below it.
    package internal(set) var menus: [String: [MenuEntry]] = [:]
    /// The data files as one map.
    package internal(set) var data = ValueMap()
    /// The strings of each language as they stand in the `i18n` folders, by key of the language.
    package internal(set) var strings: [String: ValueMap] = [:]
    /// The newest change of all pages (`.Site.Lastmod`).
    package internal(set) var lastModified: ZonedTime?
    /// The sites of all languages, this one among them, in the order of the languages.
    package internal(set) var siblings: SiteList

    /// Whether the pages are there; not yet while content adapters run.
    package private(set) var isAssembled = true

    var pagesByPath: [String: Page] = [:]
    var pagesByName: [String: [Page]] = [:]

    init(configuration: SiteConfiguration, language: Language, home: Page, siblings: SiteList) {
        self.configuration = configuration
        self.language = language
        self.home = home
        self.siblings = siblings
    }

    /// A site of a home page alone, for templates that run before there are pages.
    convenience init(withoutPages configuration: SiteConfiguration) {
        let language = configuration.language
        let home = Page(
            kind: .home, path: "/", file: nil, source: SourceFile(path: "/", bytes: []), frontMatter: .none,
            bundleKind: .branch, language: language)
        self.init(configuration: configuration, language: language, home: home, siblings: SiteList())
        home.title = configuration.title
        home.site = self
        isAssembled = false
    }

    deinit {
        // Pages hold one another; without this a server would keep every build it ever made.
        for page in allPages + standalonePages + [home] { page.unlink() }
    }

    /// The page with that logical path in any case: `/docs/intro`; nil when there is none.
    package func page(path: String) -> Page? {
        pagesByPath[path] ?? pagesByPath[path.lowercased()]
    }
}

/// The sites of all languages, held without owning them.
package struct SiteList: Sendable {
    struct Weak: Sendable {
        weak let site: Site?
    }

    var entries: [Weak] = []

    /// The sites in the order of their languages.
    package var sites: [Site] { entries.compactMap(\.site) }
}

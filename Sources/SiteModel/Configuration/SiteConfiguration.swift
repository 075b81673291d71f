package import Text
package import Values

/// The configuration of a site in one language, merged from all its files, with Hugo's defaults where it says nothing.
///
/// Names are Hugo's. Paths of folders are as configured: relative to `sourceDirectory`.
package struct SiteConfiguration: Sendable {
    /// Everything as one map with keys in lower case, themes merged in, before defaults: for what has no field here.
    package internal(set) var raw = ValueMap(foldsCase: true)
    /// The files it was read from, the ones that win last.
    package internal(set) var files: [SourceFile] = []
    /// What is worth a warning, such as names that Hugo has given up.
    package internal(set) var warnings: [Diagnostic] = []
    /// The folder of the site as it was given.
    package internal(set) var sourceDirectory = "."
    /// `production`, `development` or another name.
    package internal(set) var environment = "production"

    /// The address of the site with a `/` at its end; Hugo's example when none is configured.
    package internal(set) var baseURL = "https://example.org/"
    /// The title.
    package internal(set) var title = ""
    /// The tag of the language (`locale`, `languageCode`); empty when it is not configured.
    package internal(set) var locale = ""
    /// The copyright notice.
    package internal(set) var copyright = ""
    /// The parameters, keys in lower case.
    package internal(set) var params = ValueMap(foldsCase: true)
    /// The name of the time zone that dates without one are in; empty is UTC.
    package internal(set) var timeZone = ""

    /// The folder of new pages' templates.
    package internal(set) var archetypeDir = "archetypes"
    /// The folder of files that templates process.
    package internal(set) var assetDir = "assets"
    /// The folder of the content.
    package internal(set) var contentDir = "content"
    /// The folder of the data files.
    package internal(set) var dataDir = "data"
    /// The folder of the languages' strings.
    package internal(set) var i18nDir = "i18n"
    /// The folder of the templates.
    package internal(set) var layoutDir = "layouts"
    /// The folder the site is written to.
    package internal(set) var publishDir = "public"
    /// The folder of cached results.
    package internal(set) var resourceDir = "resources"
    /// The folders that are copied.
    package internal(set) var staticDir = ["static"]
    /// The folder of the themes.
    package internal(set) var themesDir = "themes"
    /// The names of the themes, the one that wins first.
    package internal(set) var themes: [String] = []
    /// What of the disk is laid over the components; within one component the first that has a file wins.
    package internal(set) var mounts: [Mount] = []

    /// Whether drafts are built.
    package internal(set) var buildDrafts = false
    /// Whether pages of the future are built.
    package internal(set) var buildFuture = false
    /// Whether expired pages are built.
    package internal(set) var buildExpired = false
    /// Whether addresses in the output are made absolute.
    package internal(set) var canonifyURLs = false
    /// Whether addresses in the output are made relative to their page.
    package internal(set) var relativeURLs = false
    /// Whether section titles made from folder names are capitalised.
    package internal(set) var capitalizeListTitles = true
    /// Whether section titles made from folder names are put in the plural.
    package internal(set) var pluralizeListTitles = true
    /// How titles are capitalised: `ap`, `chicago`, `go`, `firstupper`, `none`.
    package internal(set) var titleCaseStyle = "ap"
    /// The language of content that names none.
    package internal(set) var defaultContentLanguage = "en"
    /// Whether the default language has its key in its addresses too.
    package internal(set) var defaultContentLanguageInSubdir = false
    /// Whether no alias pages are written.
    package internal(set) var disableAliases = false
    /// Whether no redirect to the default language is written.
    package internal(set) var disableDefaultLanguageRedirect = false
    /// Whether the home page gets no generator tag.
    package internal(set) var disableHugoGeneratorInject = false
    /// Kinds of pages that are not made, in lower case: `taxonomy`, `rss`, `404`.
    package internal(set) var disableKinds: Set<String> = []
    /// Whether addresses keep their case.
    package internal(set) var disablePathToLower = false
    /// Whether `:smile:` is a smile.
    package internal(set) var enableEmoji = false
    /// Whether dates may come from Git.
    package internal(set) var enableGitInfo = false
    /// Whether a string without translation is marked.
    package internal(set) var enableMissingTranslationPlaceholders = false
    /// Whether robots.txt is written.
    package internal(set) var enableRobotsTXT = false
    /// Whether the length of a text without spaces is counted in characters.
    package internal(set) var hasCJKLanguage = false
    /// The entry of the main menu that sections are put into, or empty.
    package internal(set) var sectionPagesMenu = ""
    /// The words of a summary.
    package internal(set) var summaryLength = 70
    /// `error` or `warning`: what a broken ref is.
    package internal(set) var refLinksErrorLevel = "error"
    /// What a broken ref links to.
    package internal(set) var refLinksNotFoundURL = ""
    /// Whether accents are removed from addresses.
    package internal(set) var removePathAccents = false
    /// The output format of pages that say nothing.
    package internal(set) var defaultOutputFormat = "html"
    /// The pages of a pager.
    package internal(set) var pagerSize = 10
    /// The part of the address of pagers.
    package internal(set) var pagerPath = "page"
    /// Whether the first pager has no alias.
    package internal(set) var disablePagerAliases = false
    /// How many items a feed has; -1 is all.
    package internal(set) var rssLimit = -1
    /// Whether `.Next` follows the order of lists (`asc`) or the other way (`desc`).
    package internal(set) var nextPrevSortOrder = "desc"
    /// The same for `.NextInSection`.
    package internal(set) var nextPrevInSectionSortOrder = "desc"
    /// What the sitemap says by default.
    package internal(set) var sitemap = SitemapConfiguration()
    /// Which kinds of content may be used: patterns of media types, `! text/html` excludes.
    package internal(set) var allowedContent: [String] = ["! ^text/html$", "! ^text/org$"]
    /// Patterns of the variables of the environment that templates may read: `security.funcs.getenv`.
    package internal(set) var allowedVariables: [String] = ["^HUGO_", "^KEYPORT_", "^CI$"]

    /// The taxonomies: singular and plural, in the order of the plurals.
    package internal(set) var taxonomies: [(singular: String, plural: String)] = []
    /// The patterns of addresses.
    package internal(set) var permalinks = PermalinkConfiguration()
    /// Which sections have ugly addresses.
    package internal(set) var uglyURLs = UglyURLs.none
    /// Where dates come from.
    package internal(set) var dateSources = DateSources()
    /// The names of the output formats of each kind.
    package internal(set) var outputs: [PageKind: [String]] = [:]
    /// Every output format, built in or configured, by name.
    package internal(set) var outputFormats: [String: OutputFormat] = [:]
    /// Every media type, built in or configured, in the order of their names.
    package internal(set) var mediaTypes: [MediaType] = MediaType.builtIn
    /// The menus as configured: a list of entries for each name.
    package internal(set) var menus = ValueMap(foldsCase: true)
    /// `markup` as configured.
    package internal(set) var markup = ValueMap(foldsCase: true)
    /// `related`, `imaging`, `privacy`, `services`, `security`, `minify`, `build` and the like as configured.
    package func section(_ name: String) -> ValueMap { raw[name]?.mapValue ?? ValueMap(foldsCase: true) }
    /// The cascades of the whole site.
    package internal(set) var cascades: [Cascade] = []

    /// Every language that is not disabled, in its order; at least one.
    package internal(set) var languages: [Language] = []
    /// The language that this configuration is for.
    package internal(set) var language = Language(
        key: "en", label: "", locale: "en", direction: "", weight: 0, index: 0, isDefault: true, prefix: "")

    /// Whether each language has copies of its own of the files that stand beside the content.
    package var duplicatesResourceFiles: Bool {
        markup["goldmark"]?.mapValue?["duplicateresourcefiles"]?.castBool ?? false
    }
    /// Whether there are several languages.
    package var isMultilingual: Bool { languages.count > 1 }

    init() {}

    /// The mounts of one component, the one that wins first.
    package func mounts(of component: SiteComponent) -> [Mount] { mounts.filter { $0.component == component } }

    /// The path of `baseURL` without a `/` at its end: `/sub`, or empty.
    package var basePath: String {
        let bytes = Array(baseURL.utf8)
        var start = 0
        if let scheme = baseURL.range(ofBytes: "://") {
            start = scheme.upperBound
            while start < bytes.count, bytes[start] != 0x2F { start += 1 }
        }
        var end = bytes.count
        while end > start, bytes[end - 1] == 0x2F { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Whether content of a media type is taken: `security.allowContent`, which denies HTML and Org unless it is set.
    package func allowsContent(ofType type: String) -> Bool { AllowList(allowedContent).accepts(type) }

    /// Whether templates may read a variable of the environment, which may hold secrets of the machine that builds.
    package func allowsVariable(_ name: String) -> Bool { AllowList(allowedVariables).accepts(name) }

    /// The media type of a file with this extension; `MediaType.unknown` when nobody knows it.
    ///
    /// One that is named like the extension comes first: `xml` is `application/xml`, not the feed that has the same extension.
    package func mediaType(fileExtension: String) -> MediaType {
        let wanted = fileExtension.lowercased()
        return mediaTypes.first { $0.firstSuffix == wanted && $0.subType == wanted }
            ?? mediaTypes.first { $0.firstSuffix == wanted } ?? mediaTypes.first { $0.suffixes.contains(wanted) }
            ?? MediaType.ofSystem[wanted] ?? .unknown
    }
}

/// What a site's input gets wrong; every finding, not only the first.
package struct SiteError: Error, Sendable {
    /// The findings.
    package let diagnostics: [Diagnostic]

    /// An error with its findings.
    package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

extension String {
    /// The byte range of the first occurrence of `needle`.
    func range(ofBytes needle: String) -> Range<Int>? {
        let hay = Array(utf8)
        let wanted = Array(needle.utf8)
        guard !wanted.isEmpty, hay.count >= wanted.count else { return nil }
        for start in 0...(hay.count - wanted.count) where hay[start..<start + wanted.count].elementsEqual(wanted) {
            return start..<start + wanted.count
        }
        return nil
    }
}

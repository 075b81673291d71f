package import DataFormats
package import Text
package import Values

/// One page of the site: its data and its place among the others. It renders nothing.
///
/// Assembled by `ContentTree.load` on one thread and never changed after that, which is why it may be shared although
/// its links are variables: pages point to one another, so they cannot all be given when a page is made.
package final class Page: @unchecked Sendable {
    /// What the page is.
    package let kind: PageKind
    /// The logical path, lower case, without extension and language: `/docs/intro`; `/` for the home page.
    package let path: String
    /// Where its content stands; nil for a page that no file holds.
    package let file: ContentFile?
    /// The bytes of the file, or of the content that was generated.
    package let source: SourceFile
    /// The front matter as it is written, without the cascade.
    package let frontMatter: FrontMatter
    /// How it holds resources; nil for a page that is one file.
    package let bundleKind: BundleKind?
    /// The language.
    package let language: Language

    /// The title; of a page without one, what Hugo makes of its path.
    package internal(set) var title = ""
    /// The short title; `title` when there is none.
    package internal(set) var linkTitle = ""
    /// What the page is about.
    package internal(set) var description = ""
    /// What the front matter gives as the summary.
    package internal(set) var summary = ""
    /// The keywords.
    package internal(set) var keywords: [String] = []
    /// The commits that changed its file, the newest first, when the site asks git.
    package internal(set) var commits: [GitCommit] = []
    /// Who answers for its file.
    package internal(set) var codeOwners: [String] = []
    /// The four dates.
    package internal(set) var dates = PageDates()
    /// The place in lists; zero is none and stands last.
    package internal(set) var weight = 0
    /// Whether it is a draft.
    package internal(set) var isDraft = false
    /// What picks its layouts: the front matter's `type`, else the section, else `page`.
    package internal(set) var type = ""
    /// Whether the front matter, or what cascades to it, names the type.
    package internal(set) var hasOwnType = false
    /// The layout that the front matter asks for, or an empty string.
    package internal(set) var layout = ""
    /// The last part of the address that the front matter asks for, or an empty string.
    package internal(set) var slug = ""
    /// The address that the front matter asks for, or an empty string.
    package internal(set) var url = ""
    /// The notation of the content: `markdown`, `html`, or what the front matter says.
    package internal(set) var markup = "markdown"
    /// Whether the text is Chinese, Japanese or Korean: as the front matter says, else found in it where the site asks.
    package internal(set) var isCJKLanguage = false
    /// What binds the translations of one page where their paths do not.
    package internal(set) var translationKey = ""
    /// Which parts take part in the build.
    package internal(set) var buildOptions = BuildOptions()
    /// Everything of the front matter and the cascade, keys in lower case: `.Params`.
    package internal(set) var params = ValueMap(foldsCase: true)
    /// What the sitemap says about it.
    package internal(set) var sitemap = SitemapConfiguration()
    /// The output formats it is written in, the main one first.
    package internal(set) var outputFormats: [OutputFormat] = []
    /// The aliases as paths below the site, without the path of `baseURL`: `/old/place` or `/old.html` (`.Aliases`).
    package internal(set) var aliases: [String] = []
    /// The files below the destination folder that redirect from the aliases, in the same order.
    package internal(set) var aliasOutputPaths: [String] = []
    /// The menus of the front matter as they are written.
    var menus: Value?
    /// The menu entries that its front matter makes.
    package internal(set) var menuEntries: [MenuEntry] = []

    /// The place in Hugo's default order among all pages of the site: sort by it instead of comparing again.
    package internal(set) var rank = 0
    /// Whether it is left out of everything because it is a draft, of the future or expired. Only list pages stay then,
    /// since others stand below them.
    package internal(set) var isHidden = false

    /// The site it belongs to.
    package internal(set) weak var site: Site?
    /// The section, the taxonomy or the home page above it; nil for the home page.
    package internal(set) var parent: Page?
    /// What the page lists in Hugo's default order (`.Pages`): pages and sections below a section or the home page, the
    /// terms of a taxonomy, the pages of a term.
    package internal(set) var pages: [Page] = []
    /// The regular pages among `pages`; of the home page all of the site's top level (`.RegularPages`).
    package internal(set) var regularPages: [Page] = []
    /// The regular pages of the section and of all below it (`.RegularPagesRecursive`), in default order.
    package internal(set) var regularPagesRecursive: [Page] = []
    /// The sections directly below (`.Sections`).
    package internal(set) var sections: [Page] = []
    /// The files of its bundle, by weight of metadata and name.
    package internal(set) var resources: [PageResource] = []
    /// The page that follows in the site's order (`.Next`); Hugo's next is the one before in the list.
    package internal(set) var next: Page?
    /// The page that precedes in the site's order (`.Prev`).
    package internal(set) var previous: Page?
    /// The page that follows within the section.
    package internal(set) var nextInSection: Page?
    /// The page that precedes within the section.
    package internal(set) var previousInSection: Page?
    /// The same page in all languages, itself among them, in the order of the languages.
    package internal(set) var allTranslations: [Page] = []
    /// The terms it carries, by the plural name of the taxonomy, in the order of the front matter (`.GetTerms`).
    package internal(set) var terms: [String: [Page]] = [:]
    /// The taxonomy, for a page of kind taxonomy or term.
    package internal(set) var taxonomy: Taxonomy?
    /// The term, for a page of kind term.
    package internal(set) var term: Taxonomy.Term?

    /// The address with the path of `baseURL` in front; empty when it has none.
    package internal(set) var relPermalink = ""
    /// The whole address; empty when the page has none.
    package internal(set) var permalink = ""
    /// Where each output format goes.
    package internal(set) var targets: [PageTarget] = []
    /// The folder below the destination folder that its files go into; there is one for a page that is not written too.
    var resourceFolder: String?

    init(
        kind: PageKind, path: String, file: ContentFile?, source: SourceFile, frontMatter: FrontMatter,
        bundleKind: BundleKind?, language: Language
    ) {
        self.kind = kind
        self.path = path
        self.file = file
        self.source = source
        self.frontMatter = frontMatter
        self.bundleKind = bundleKind
        self.language = language
    }

    /// The offset in `source` at which the content begins.
    package var bodyOffset: Int { frontMatter.bodyOffset }

    /// The content without the front matter.
    package var body: ArraySlice<UInt8> { source.bytes[min(bodyOffset, source.bytes.count)...] }

    /// Whether this is the home page.
    package var isHome: Bool { kind == .home }

    /// The first part of the path, for pages and sections; empty for the home page and pages beside it.
    package var section: String {
        guard !kind.isStandalone else { return "" }
        let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: true)
        guard let first = parts.first else { return "" }
        if kind == .page, parts.count == 1 { return "" }
        return String(Substring(first))
    }

    /// The section it stands in, or itself when it is a section or the home page (`.CurrentSection`).
    package var currentSection: Page? { kind.isNode ? self : parent }

    /// The section directly below the home page above this page, or the home page (`.FirstSection`).
    package var firstSection: Page? {
        guard var page = currentSection else { return nil }
        while let above = page.parent, !above.isHome { page = above }
        return page
    }

    /// The pages above, the nearest first, the home page last (`.Ancestors`).
    package var ancestors: [Page] {
        var result: [Page] = []
        var page = parent
        while let above = page {
            result.append(above)
            page = above.parent
        }
        return result
    }

    /// Whether `other` stands below this page (`.IsAncestor`).
    package func isAncestor(of other: Page) -> Bool {
        guard self !== other, kind.isNode else { return false }
        var page = other.parent
        while let above = page {
            if above === self { return true }
            page = above.parent
        }
        return false
    }

    /// The same page in other languages.
    package var translations: [Page] { allTranslations.filter { $0 !== self } }

    /// The path below the destination folder of the main output format: `docs/intro/index.html`; empty when none.
    package var outputPath: String { targets.first?.outputPath ?? "" }

    /// Where the page goes in `format`, or nil when it is not written in it.
    package func target(for format: OutputFormat) -> PageTarget? {
        targets.first { $0.format.name == format.name }
    }

    /// The place of a key of the front matter, for an error about its value; the head of the file when it has none.
    package func location(ofKey key: String...) -> SourceRange {
        frontMatter.document?.location(ofKeyPath: key) ?? SourceRange(source, at: 0)
    }
}

extension Page {
    /// Forgets the other pages, so that a site that is let go is freed.
    func unlink() {
        parent = nil
        pages = []
        regularPages = []
        regularPagesRecursive = []
        sections = []
        next = nil
        previous = nil
        nextInSection = nil
        previousInSection = nil
        allTranslations = []
        terms = [:]
        taxonomy = nil
        term = nil
        menuEntries = []
        resources = []
    }
}

/// What a page is; the raw value is Hugo's word for it.
package enum PageKind: String, Sendable, Hashable, CaseIterable {
    /// The home page.
    case home
    /// A folder with its list of pages.
    case section
    /// A regular page.
    case page
    /// The list of the terms of one taxonomy.
    case taxonomy
    /// The list of the pages that carry one term.
    case term
    /// The page for addresses that do not exist.
    case notFound = "404"
    /// The list of all addresses of one language.
    case sitemap
    /// The list of the sitemaps of several languages.
    case sitemapIndex = "sitemapindex"
    /// The file that tells crawlers what to visit.
    case robotsText = "robotstxt"

    /// Whether pages of this kind hold lists of other pages: Hugo's `IsNode`.
    package var isNode: Bool {
        switch self {
        case .home, .section, .taxonomy, .term: return true
        case .page, .notFound, .sitemap, .sitemapIndex, .robotsText: return false
        }
    }

    /// Whether this is one of the files beside the content: 404.html, sitemap.xml, robots.txt.
    package var isStandalone: Bool {
        switch self {
        case .notFound, .sitemap, .sitemapIndex, .robotsText: return true
        case .home, .section, .page, .taxonomy, .term: return false
        }
    }
}

/// How a page holds resources.
package enum BundleKind: String, Sendable, Hashable {
    /// A folder with an `index` file: one page with its files.
    case leaf
    /// A folder with an `_index` file: a list page with its files.
    case branch
}

/// The patterns of addresses by kind and section.
package struct PermalinkConfiguration: Sendable {
    /// The pattern of each section (or type) of pages, sections, taxonomies and terms, by kind.
    package var patterns: [PageKind: [String: String]] = [:]

    /// No patterns.
    package init() {}
}

/// Which pages have addresses such as `/docs/intro.html`.
package enum UglyURLs: Sendable {
    /// None.
    case none
    /// All.
    case all
    /// Those of the sections that are named and true.
    case sections([String: Bool])

    /// Whether pages of `section` have ugly addresses.
    package func apply(to section: String) -> Bool {
        switch self {
        case .none: return false
        case .all: return true
        case .sections(let sections): return sections[section] ?? sections[section.lowercased()] ?? false
        }
    }
}

/// Where each date of a page comes from: names of front matter keys in lower case, or `:filename`, `:fileModTime`,
/// `:git`; the first that gives one wins.
package struct DateSources: Sendable {
    /// Of `.Date`.
    package var date = ["date", "publishdate", "pubdate", "published", "lastmod", "modified"]
    /// Of `.ExpiryDate`.
    package var expiryDate = ["expirydate", "unpublishdate"]
    /// Of `.Lastmod`.
    package var lastModified = [":git", "lastmod", "modified", "date", "publishdate", "pubdate", "published"]
    /// Of `.PublishDate`.
    package var publishDate = ["publishdate", "pubdate", "published", "date"]

    /// Hugo's defaults.
    package init() {}
}

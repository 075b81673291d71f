internal import Text

/// The patterns of addresses and the pages that they are for.
package struct PermalinkConfiguration: Sendable {
    /// A pattern with what it is for.
    struct Rule: Sendable {
        /// The kinds of its pages; nil for all that can have a pattern.
        var kinds: Glob?
        /// The logical paths of its pages; nil for all.
        var path: Glob?
        /// The pattern: `/:year/:slug/`.
        var pattern: String
        /// The keys under which the configuration has it.
        var keys: [String]
    }

    /// In the order in which they are asked.
    var rules: [Rule] = []

    /// No patterns.
    package init() {}

    /// The pattern for a page of a kind at a logical path; nil when it has none.
    package func pattern(of kind: PageKind, path: String) -> String? {
        guard [.page, .home, .section, .taxonomy, .term].contains(kind) else { return nil }
        return rules.first { rule in
            rule.kinds?.matches(kind.rawValue) != false && rule.path?.matches(path) != false
        }?.pattern
    }

    /// Adds a pattern for a section: itself and all below it, or, for `/`, the pages beside the home page.
    ///
    /// - Throws: when the name of the section is no pattern.
    mutating func add(
        _ pattern: String, kind: PageKind, section: String, keys: [String]
    ) throws(Glob.PatternError) {
        var name = section[...]
        while name.hasPrefix("/") || name.hasPrefix(" ") { name.removeFirst() }
        while name.hasSuffix("/") || name.hasSuffix(" ") { name.removeLast() }
        let path = name.isEmpty ? "/*" : "/{\(name),\(name)/**}"
        rules.append(
            Rule(kinds: try Glob(kind.rawValue), path: try Glob(path), pattern: pattern, keys: keys))
    }
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

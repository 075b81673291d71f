internal import Values

/// Gives list pages without dates the newest ones of what stands below them.
///
/// By path, not by section: a page counts for every list page without dates of its own above it, whatever dates stand
/// between them. The rules are those that Hugo shows.
struct DateAggregation {
    private let nodes: [String: PageMaterial]
    /// All pages by path: of equal instants the first counts, and it brings its zone.
    private let materials: [(path: String, page: Page)]
    private let now: ZonedTime
    private var newest: [String: PageDates] = [:]

    init(nodes: [String: PageMaterial], leaves: [String: PageMaterial], now: ZonedTime) {
        self.nodes = nodes
        materials = (Array(nodes.values) + Array(leaves.values)).compactMap { material in
            material.page.map { (material.path, $0) }
        }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.now = now
    }

    /// Sets the dates of the home page, sections, taxonomies and terms that have none.
    ///
    /// - Returns: the newest change of all pages but terms (`.Site.Lastmod`).
    mutating func apply(_ taxonomies: [Taxonomy]) -> ZonedTime? {
        var lastModified: ZonedTime?
        open { $0 != .term }
        for (path, page) in materials where page.kind != .term {
            lastModified = PageDates.later(lastModified, page.dates.lastModified)
            raise(above: path, page.dates)
        }
        settle()
        // The terms come after all others, and see the dates that these have now.
        open { $0 == .term || $0 == .taxonomy }
        for taxonomy in taxonomies {
            for term in taxonomy.allTerms {
                guard let path = term.page?.path else { continue }
                for entry in term.entries {
                    // Hugo gives the dates of the home page to the taxonomy, but not to the term.
                    if !entry.page.isHome { raise(path, entry.page.dates) }
                    raise(above: path, entry.page.dates)
                }
            }
        }
        for (path, page) in materials where page.kind == .term && !page.isHidden { raise(above: path, page.dates) }
        settle()
        return lastModified
    }

    /// Lets the list pages of some kinds that have no dates be raised.
    private mutating func open(_ takes: (PageKind) -> Bool) {
        newest = [:]
        for (path, page) in materials where takes(page.kind) && page.dates.isEmpty { newest[path] = PageDates() }
    }

    private mutating func raise(_ path: String, _ dates: PageDates) { newest[path]?.raise(to: dates, now: now) }

    private mutating func raise(above path: String, _ dates: PageDates) {
        guard !dates.isEmpty, !newest.isEmpty else { return }
        var path = path
        while path != "/", !path.isEmpty {
            path = parentPath(path)
            raise(path.isEmpty ? "/" : path, dates)
        }
    }

    private func settle() {
        for (path, dates) in newest {
            guard let page = nodes[path]?.page else { continue }
            page.dates.date = dates.date
            page.dates.lastModified = dates.lastModified
            page.dates.publishDate = dates.publishDate
        }
    }
}

extension PageDates {
    fileprivate var isEmpty: Bool { date == nil && lastModified == nil && publishDate == nil && expiryDate == nil }

    fileprivate mutating func raise(to other: PageDates, now: ZonedTime) {
        date = Self.later(date, other.date)
        lastModified = Self.later(lastModified, other.lastModified)
        // What is to come is no news yet.
        if let publish = other.publishDate, publish < now { publishDate = Self.later(publishDate, publish) }
    }

    fileprivate static func later(_ left: ZonedTime?, _ right: ZonedTime?) -> ZonedTime? {
        guard let left else { return right }
        guard let right else { return left }
        return left < right ? right : left
    }
}

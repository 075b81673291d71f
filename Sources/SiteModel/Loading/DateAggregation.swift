internal import Values

/// Gives list pages without dates the newest ones of what stands below them.
///
/// By path, not by section: a page counts for every list page without dates of its own above it, whatever dates stand
/// between them. The rules are those that Hugo shows.
struct DateAggregation {
    private let nodes: [String: PageMaterial]
    private let leaves: [String: PageMaterial]
    private let now: ZonedTime
    private var newest: [String: PageDates] = [:]

    init(nodes: [String: PageMaterial], leaves: [String: PageMaterial], now: ZonedTime) {
        self.nodes = nodes
        self.leaves = leaves
        self.now = now
    }

    /// Sets the dates of the home page, sections, taxonomies and terms that have none.
    ///
    /// - Returns: the newest change of all pages but terms (`.Site.Lastmod`).
    mutating func apply(_ taxonomies: [Taxonomy]) -> ZonedTime? {
        var lastModified: ZonedTime?
        open { $0 != .term }
        for material in Array(nodes.values) + Array(leaves.values) {
            guard let page = material.page, page.kind != .term else { continue }
            if let change = page.dates.lastModified { lastModified = max(lastModified ?? change, change) }
            raise(above: material.path, page.dates)
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
        for node in nodes.values {
            if let page = node.page, page.kind == .term, !page.isHidden { raise(above: node.path, page.dates) }
        }
        settle()
        return lastModified
    }

    /// Lets the list pages of some kinds that have no dates be raised.
    private mutating func open(_ takes: (PageKind) -> Bool) {
        newest = [:]
        for (path, node) in nodes {
            if let page = node.page, takes(page.kind), page.dates.isEmpty { newest[path] = PageDates() }
        }
    }

    private mutating func raise(_ path: String, _ dates: PageDates) { newest[path]?.raise(to: dates, now: now) }

    private mutating func raise(above path: String, _ dates: PageDates) {
        guard !dates.isEmpty else { return }
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

    private static func later(_ left: ZonedTime?, _ right: ZonedTime?) -> ZonedTime? {
        guard let left else { return right }
        guard let right else { return left }
        return left < right ? right : left
    }
}

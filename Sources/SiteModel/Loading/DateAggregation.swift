internal import Values

/// Gives list pages without dates the newest ones of what stands below them.
enum DateAggregation {
    static func apply(
        nodes: [String: PageMaterial], leaves: [String: PageMaterial], taxonomies: [Taxonomy], now: ZonedTime
    ) {
        var newest: [ObjectIdentifier: PageDates] = [:]
        func raise(_ node: PageMaterial, _ dates: PageDates) {
            newest[ObjectIdentifier(node), default: PageDates()].raise(to: dates, now: now)
        }
        func settle(_ node: PageMaterial) {
            guard let page = node.page else { return }
            let below = newest[ObjectIdentifier(node)] ?? PageDates()
            if page.dates.isEmpty {
                page.dates.date = below.date
                page.dates.lastModified = below.lastModified
                page.dates.publishDate = below.publishDate
            }
            // The home page is as old as its pages, whatever the taxonomies have.
            guard let parent = node.parent, page.kind != .taxonomy else { return }
            raise(parent, page.dates)
            raise(parent, below)
        }
        for leaf in leaves.values {
            if let page = leaf.page, let parent = leaf.parent { raise(parent, page.dates) }
        }
        // Those deepest down first: a path always sorts behind that of the list page above it.
        let ordered = nodes.values.sorted { $1.path.utf8.lexicographicallyPrecedes($0.path.utf8) }
        let groups: Set<PageKind> = [.taxonomy, .term]
        for node in ordered where node.path != "/" && !groups.contains(node.page?.kind ?? .section) { settle(node) }
        // Terms see the dates of sections, but not those of the home page.
        for taxonomy in taxonomies {
            for term in taxonomy.terms {
                guard let page = term.page, let node = nodes[page.path] else { continue }
                for entry in term.entries {
                    if !entry.page.isHome {
                        raise(node, entry.page.dates)
                    } else if let parent = node.parent {
                        raise(parent, entry.page.dates)
                    }
                }
            }
        }
        for node in ordered where node.path != "/" && groups.contains(node.page?.kind ?? .section) { settle(node) }
        if let home = nodes["/"] { settle(home) }
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

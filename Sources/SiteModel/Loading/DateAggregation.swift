internal import Values

/// Gives list pages without dates the newest ones of what stands below them.
enum DateAggregation {
    static func apply(nodes: [String: PageMaterial], leaves: [String: PageMaterial], taxonomies: [Taxonomy]) {
        var newest: [ObjectIdentifier: PageDates] = [:]
        func raise(_ node: PageMaterial, _ dates: PageDates) {
            newest[ObjectIdentifier(node), default: PageDates()].raise(to: dates)
        }
        for leaf in leaves.values {
            if let page = leaf.page, let parent = leaf.parent { raise(parent, page.dates) }
        }
        for taxonomy in taxonomies {
            for term in taxonomy.terms {
                guard let page = term.page, let node = nodes[page.path] else { continue }
                for entry in term.entries { raise(node, entry.page.dates) }
            }
        }
        // Those deepest down first: a path always sorts behind that of the list page above it.
        for node in nodes.values.sorted(by: { $1.path.utf8.lexicographicallyPrecedes($0.path.utf8) }) {
            guard let page = node.page else { continue }
            let below = newest[ObjectIdentifier(node)] ?? PageDates()
            if page.dates.isEmpty {
                page.dates.date = below.date
                page.dates.lastModified = below.lastModified
                page.dates.publishDate = below.publishDate
            }
            guard let parent = node.parent else { continue }
            raise(parent, page.dates)
            raise(parent, below)
        }
    }
}

extension PageDates {
    fileprivate var isEmpty: Bool { date == nil && lastModified == nil && publishDate == nil && expiryDate == nil }

    fileprivate mutating func raise(to other: PageDates) {
        date = Self.later(date, other.date)
        lastModified = Self.later(lastModified, other.lastModified)
        publishDate = Self.later(publishDate, other.publishDate)
    }

    private static func later(_ left: ZonedTime?, _ right: ZonedTime?) -> ZonedTime? {
        guard let left else { return right }
        guard let right else { return left }
        return left < right ? right : left
    }
}

internal import Text
internal import Values

/// Hugo's default order of pages: weight, zero last; then date, the newest first; then link title; then path.
package final class PageOrder {
    private let weight: Int
    private let seconds: Int
    private let title: CollationKey
    private let page: Page
    /// Hugo compares the names of the files here, and gives one to list pages that have none; few need it.
    private lazy var path =
        page.file.map { LogicalPath.normalized($0.path) }
        ?? (page.kind.isNode ? (page.isHome ? "" : page.path) + "/_index.md" : page.path)

    /// - Parameter weight: what counts for the weight of the page; nil for its own.
    init(_ page: Page, weight: Int? = nil) {
        self.weight = weight ?? page.weight
        // A page without a date stands where Go's zero time stands.
        seconds = page.dates.date?.seconds ?? -62_135_596_800
        title = CollationKey(page.linkTitle)
        self.page = page
    }

    /// Whether `left` stands before `right`.
    static func precedes(_ left: PageOrder, _ right: PageOrder) -> Bool {
        if left.weight != right.weight {
            if left.weight == 0 || right.weight == 0 { return right.weight == 0 }
            return left.weight < right.weight
        }
        if left.seconds != right.seconds { return left.seconds > right.seconds }
        if left.title != right.title { return left.title < right.title }
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }

    /// The pages of several sites in this order.
    package static func sorted(_ pages: [Page]) -> [Page] {
        pages.enumerated().map { ($0.offset, $0.element, PageOrder($0.element)) }.sorted { left, right in
            if precedes(left.2, right.2) { return true }
            return !precedes(right.2, left.2) && left.0 < right.0
        }.map(\.1)
    }

    /// The pages in this order, each with its rank set.
    static func ranked(_ pages: [Page]) -> [Page] {
        let sorted = pages.map { ($0, PageOrder($0)) }.sorted { precedes($0.1, $1.1) }.map(\.0)
        for (rank, page) in sorted.enumerated() { page.rank = rank }
        return sorted
    }
}

/// A way to group pages, such as tags, with its terms.
///
/// Assembled by `ContentTree.load` and never changed after that.
package final class Taxonomy: @unchecked Sendable {
    /// A term with the pages that carry it.
    package final class Term: @unchecked Sendable {
        /// One page with its weight in this term.
        package struct Entry: Sendable {
            /// The weight that `tags_weight` gives; zero is none and stands last.
            package let weight: Int
            /// The page.
            package let page: Page
        }

        /// The term as it is in addresses and as a key: `c-sharp`.
        package let key: String
        /// The term as the last page by path that carries it writes it, as in Hugo: `C Sharp`.
        package let name: String
        /// The page of the term; nil when its kind is disabled.
        package internal(set) weak var page: Page?
        /// The pages in the order by weight in the term, then Hugo's default order.
        package internal(set) var entries: [Entry] = []

        init(key: String, name: String) {
            self.key = key
            self.name = name
        }

        /// The entries in the order in which the page of the term lists them, once they are sorted.
        ///
        /// To Hugo a weight of -1 says that there is none to compare, which is no strict order: with one among the
        /// entries the way it sorts (by insertion, by path at first) is part of the result.
        var listed: [Entry] {
            var entries = entries.filter { $0.page.buildOptions.list != .never }
            guard entries.count <= 2_000, entries.contains(where: { $0.weight == -1 }) else { return entries }
            entries.sort { $0.page.path.utf8.lexicographicallyPrecedes($1.page.path.utf8) }
            for index in entries.indices.dropFirst() {
                var place = index
                while place > 0, Self.precedes(entries[place], entries[place - 1]) {
                    entries.swapAt(place, place - 1)
                    place -= 1
                }
            }
            return entries
        }

        private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
            if left.weight != right.weight, left.weight != -1, right.weight != -1 { return left.weight < right.weight }
            return left.page.rank < right.page.rank
        }
    }

    /// The key of the configuration: `tag`.
    package let singular: String
    /// The value of the configuration: `tags`.
    package let plural: String
    /// The page of the taxonomy; nil when its kind is disabled.
    package internal(set) weak var page: Page?
    /// The terms in the order of their keys.
    package internal(set) var terms: [Term] = []
    /// The same with those whose pages stand in no list of the site.
    var allTerms: [Term] = []

    init(singular: String, plural: String) {
        self.singular = singular
        self.plural = plural
    }

    /// The term with that key.
    package func term(_ key: String) -> Term? { terms.first { $0.key == key } }
}

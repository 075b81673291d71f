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
    }

    /// The key of the configuration: `tag`.
    package let singular: String
    /// The value of the configuration: `tags`.
    package let plural: String
    /// The page of the taxonomy; nil when its kind is disabled.
    package internal(set) weak var page: Page?
    /// The terms in the order of their keys.
    package internal(set) var terms: [Term] = []

    init(singular: String, plural: String) {
        self.singular = singular
        self.plural = plural
    }

    /// The term with that key.
    package func term(_ key: String) -> Term? { terms.first { $0.key == key } }
}

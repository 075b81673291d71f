internal import SiteModel
internal import Text
internal import Values

/// All taxonomies by their plural names: `.Site.Taxonomies`.
final class TaxonomyList: ValueObject {
    private let names: [String]
    private let taxonomies: [String: TaxonomyObject]
    private unowned let context: SiteContext

    init(_ taxonomies: [Taxonomy], context: SiteContext) {
        self.context = context
        names = taxonomies.map(\.plural).sorted()
        self.taxonomies = Dictionary(
            taxonomies.map { ($0.plural.lowercased(), TaxonomyObject($0, context: context)) }
        ) { first, _ in first }
    }

    var members: MemberTable { MemberTable() }
    var goType: String { "page.TaxonomyList" }
    var keys: [String]? { names }
    func value(forKey key: String) -> Value? { taxonomies[key.lowercased()].map { .object($0) } }
    var missingElement: Value { .object(TaxonomyObject(nil, context: context)) }
}

/// One taxonomy: its terms with their pages; one that is not there has none.
final class TaxonomyObject: ValueObject {
    private let taxonomy: Taxonomy?
    private unowned let context: SiteContext

    init(_ taxonomy: Taxonomy?, context: SiteContext) {
        self.taxonomy = taxonomy
        self.context = context
    }

    var members: MemberTable { Self.table }
    var goType: String { "page.Taxonomy" }
    var keys: [String]? { terms.map(\.key) }
    var missingElement: Value { .object(TermPages(nil, context: context)) }

    private var terms: [Taxonomy.Term] { taxonomy?.terms ?? [] }

    func value(forKey key: String) -> Value? {
        taxonomy?.term(key).map { .object(TermPages($0, context: context)) }
    }

    private func entries(_ precedes: (TermEntry, TermEntry) -> Bool) -> Value {
        let entries = terms.map { TermEntry($0, context: context) }
        return .object(OrderedTaxonomy(entries.sortedStably(by: precedes)))
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Alphabetical", of: TaxonomyObject.self) { taxonomy in
            taxonomy.entries { CollationKey($0.term.key) < CollationKey($1.term.key) }
        }
        table.field("ByCount", of: TaxonomyObject.self) { taxonomy in
            taxonomy.entries { left, right in
                if left.term.entries.count != right.term.entries.count {
                    return left.term.entries.count > right.term.entries.count
                }
                return PageOrder.text(left.term.key, right.term.key)
            }
        }
        table.method("Get", of: TaxonomyObject.self, 1...1) { taxonomy, call in
            taxonomy.value(forKey: try call.string(0, of: "Get").lowercased()) ?? taxonomy.missingElement
        }
        table.method("Count", of: TaxonomyObject.self, 1...1) { taxonomy, call in
            .int(taxonomy.taxonomy?.term(try call.string(0, of: "Count"))?.entries.count ?? 0)
        }
        table.field("Page", of: TaxonomyObject.self) { $0.context.value(of: $0.taxonomy?.page) }
        return table
    }()
}

/// The pages of a term with their weights in it, none of a term that is not there: `page.WeightedPages`.
final class TermPages: ValueObject {
    private let term: Taxonomy.Term?
    private unowned let context: SiteContext

    init(_ term: Taxonomy.Term?, context: SiteContext) {
        self.term = term
        self.context = context
    }

    var members: MemberTable { Self.table }
    var goType: String { "page.WeightedPages" }
    var elements: [Value]? {
        entries.compactMap { entry in
            context.object(entry.page).map { .object(WeightedPage($0, weight: entry.weight)) }
        }
    }

    private var entries: [Taxonomy.Term.Entry] { term?.entries ?? [] }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Pages", of: TermPages.self) { .object($0.context.collection($0.entries.map(\.page))) }
        table.field("Count", of: TermPages.self) { .int($0.entries.count) }
        table.field("Len", of: TermPages.self) { .int($0.entries.count) }
        table.field("Page", of: TermPages.self) { pages in
            guard let term = pages.term else { throw ValueError("WeightedPages is empty") }
            return pages.context.value(of: term.page)
        }
        return table
    }()
}

/// A page of a term; it answers for the page in everything.
final class WeightedPage: ValueObject {
    private let page: PageObject
    private let weight: Int

    init(_ page: PageObject, weight: Int) {
        self.page = page
        self.weight = weight
    }

    var members: MemberTable { Self.table }
    var goType: String { "page.WeightedPage" }
    var goString: String { "WeightedPage(\(weight),\"\(page.page.title)\")" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Page", of: WeightedPage.self) { .object($0.page) }
        table.field("Weight", of: WeightedPage.self) { .int($0.weight) }
        for name in [
            "Title", "LinkTitle", "RelPermalink", "Permalink", "Params", "Date", "Description", "Kind", "Section",
        ] {
            let symbol = Symbol(name)
            table.method(name, of: WeightedPage.self, 0...0) { entry, call in
                try entry.page.members[symbol].map { try $0.call(entry.page, call) } ?? .null
            }
        }
        return table
    }()
}

/// A term in an ordered taxonomy: what `.ByCount` and `.Alphabetical` list.
final class TermEntry: ValueObject {
    let term: Taxonomy.Term
    private unowned let context: SiteContext

    init(_ term: Taxonomy.Term, context: SiteContext) {
        self.term = term
        self.context = context
    }

    var members: MemberTable { Self.table }
    var goType: String { "page.OrderedTaxonomyEntry" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Name", of: TermEntry.self) { .string($0.term.key) }
        table.field("Term", of: TermEntry.self) { .string($0.term.key) }
        table.field("Count", of: TermEntry.self) { .int($0.term.entries.count) }
        table.field("Page", of: TermEntry.self) { $0.context.value(of: $0.term.page) }
        table.field("Pages", of: TermEntry.self) { .object($0.context.collection($0.term.entries.map(\.page))) }
        table.field("WeightedPages", of: TermEntry.self) { .object(TermPages($0.term, context: $0.context)) }
        return table
    }()
}

/// Terms in an order: `page.OrderedTaxonomy`.
final class OrderedTaxonomy: ValueObject {
    private let entries: [TermEntry]

    init(_ entries: [TermEntry]) { self.entries = entries }

    var members: MemberTable { Self.table }
    var goType: String { "page.OrderedTaxonomy" }
    var elements: [Value]? { entries.map { .object($0) } }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Reverse", of: OrderedTaxonomy.self) { .object(OrderedTaxonomy($0.entries.reversed())) }
        return table
    }()
}

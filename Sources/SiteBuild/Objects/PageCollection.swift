internal import SiteModel
internal import Text
internal import Values

/// A list of pages with the methods that Hugo gives it: `.Pages`.
final class PageCollection: ValueObject {
    /// The pages.
    let pages: [PageObject]
    private let list: [Value]
    private let cachedRelated = Lazy<RelatedPages>()
    /// Whether the pages are those of a term: they stand in the order of the weights that they have there, which goes
    /// before their own.
    private let isOfTerm: Bool

    init(_ pages: [PageObject], isOfTerm: Bool = false) {
        self.pages = pages
        self.isOfTerm = isOfTerm
        list = pages.map { .object($0) }
    }

    var members: MemberTable { Self.table }
    var goType: String { "page.Pages" }
    var elements: [Value]? { list }
    var goString: String { "Pages(\(pages.count))" }

    func list(of elements: [Value]) -> Value { Self.value(of: elements) }

    func isEqual(to other: any ValueObject) -> Bool {
        guard let other = other as? PageCollection else { return false }
        return pages.elementsEqual(other.pages) { $0.page === $1.page }
    }

    /// `elements` as pages when they all are, else as a plain list.
    static func value(of elements: [Value]) -> Value {
        var pages: [PageObject] = []
        pages.reserveCapacity(elements.count)
        for element in elements {
            guard case .object(let object) = element, let page = object as? PageObject else { return .list(elements) }
            pages.append(page)
        }
        return .object(PageCollection(pages))
    }

    /// The same pages in the order of `precedes`; equal ones keep theirs.
    private func sorted(_ precedes: (PageObject, PageObject) -> Bool) -> Value {
        .object(PageCollection(pages.sortedStably(by: precedes)))
    }

    /// The pages that are related to a page, or to what a map of options says: `document`, `indices`, `namedSlices`.
    private func related(to wanted: Value, caller: any EvaluationContext) throws -> [PageObject] {
        guard let context = pages.first?.context else { return [] }
        let index = try cachedRelated.get {
            try RelatedPages(pages, configuration: context.model.configuration, caller: caller)
        }
        if case .object(let object) = wanted, let page = object as? PageObject {
            return try index.of(page, caller: caller)
        }
        guard let options = wanted.mapValue?.foldingCase() else {
            throw ValueError("argument of type \(wanted.goType) not supported")
        }
        var page: PageObject?
        if case .object(let object)? = options["document"] { page = object as? PageObject }
        let slices = (options["namedslices"]?.listValue ?? []).compactMap(\.mapValue).flatMap { map in
            map.map { ($0.lowercased(), $1.listValue ?? [$1]) }
        }
        let names = (options["indices"]?.listValue ?? []).compactMap { $0.stringValue?.lowercased() }
        let fragments = (options["fragments"]?.listValue ?? []).compactMap(\.stringValue)
        return try index.of(page, indices: names, extra: slices, fragments: fragments, caller: caller)
    }

    private static func defaultOrder(_ left: PageObject, _ right: PageObject) -> Bool {
        PageOrder.standard(left.page, right.page)
    }

    private func byDate(_ date: @escaping (Page) -> ZonedTime?) -> Value {
        sorted { left, right in
            let leftTime = date(left.page) ?? .zero
            let rightTime = date(right.page) ?? .zero
            if leftTime != rightTime { return leftTime < rightTime }
            return Self.defaultOrder(left, right)
        }
    }

    /// By a text as readers expect it, whatever its case and accents.
    private func byText(_ text: (PageObject) -> String) -> Value {
        let keyed = pages.map { (page: $0, key: CollationKey(text($0))) }
        return .object(PageCollection(keyed.sortedStably { $0.key < $1.key }.map(\.page)))
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Len", of: PageCollection.self) { .int($0.pages.count) }
        table.field("ByWeight", of: PageCollection.self) { $0.isOfTerm ? .object($0) : $0.sorted(defaultOrder) }
        table.field("ByTitle", of: PageCollection.self) { $0.byText { $0.page.title } }
        table.field("ByLinkTitle", of: PageCollection.self) { $0.byText { $0.page.linkTitle } }
        table.field("ByDate", of: PageCollection.self) { $0.byDate { $0.dates.date } }
        table.field("ByLastmod", of: PageCollection.self) { $0.byDate { $0.dates.lastModified } }
        table.field("ByPublishDate", of: PageCollection.self) { $0.byDate { $0.dates.publishDate } }
        table.field("ByExpiryDate", of: PageCollection.self) { $0.byDate { $0.dates.expiryDate } }
        table.method("ByLength", of: PageCollection.self, 0...0) { list, call in
            let lengths = try list.pages.map { ($0, try $0.content(for: call.context).html.text.utf8.count) }
            return .object(PageCollection(lengths.sortedStably { $0.1 < $1.1 }.map(\.0)))
        }
        table.field("ByLanguage", of: PageCollection.self) { list in
            list.sorted { left, right in
                if left.page.language.index != right.page.language.index {
                    return left.page.language.index < right.page.language.index
                }
                return defaultOrder(left, right)
            }
        }
        table.method("ByParam", of: PageCollection.self, 1...1) { list, call in
            let key = try call.string(0, of: "ByParam")
            let keyed = list.pages.map { page in
                let value = page.param(key)
                return (page: page, value: value, text: value.stringValue.map { CollationKey($0) })
            }
            let order = keyed.sortedStably { left, right in
                if left.value.isNull != right.value.isNull { return right.value.isNull }
                if let left = left.text, let right = right.text { return left < right }
                return (Value.compare(left.value, right.value) ?? 0) < 0
            }
            return .object(PageCollection(order.map(\.page)))
        }
        table.field("Reverse", of: PageCollection.self) { .object(PageCollection($0.pages.reversed())) }
        table.method("Limit", of: PageCollection.self, 1...1) { list, call in
            .object(PageCollection(Array(list.pages.prefix(max(0, try call.int(0, of: "Limit"))))))
        }
        table.method("Next", of: PageCollection.self, 1...1) { list, call in
            try list.neighbour(of: call, step: -1)
        }
        table.method("Prev", of: PageCollection.self, 1...1) { list, call in
            try list.neighbour(of: call, step: 1)
        }
        table.method("Related", of: PageCollection.self, 1...1) { list, call in
            .object(PageCollection(try list.related(to: call.arguments[0], caller: call.context)))
        }
        PageGroup.addMethods(to: &table)
        return table
    }()

    private func neighbour(of call: Invocation, step: Int) throws -> Value {
        guard case .object(let object) = call.arguments[0], let page = object as? PageObject else {
            throw ValueError("the page to look for is missing")
        }
        guard let index = pages.firstIndex(where: { $0.page === page.page }) else { return .null }
        let wanted = index + step
        return pages.indices.contains(wanted) ? .object(pages[wanted]) : .null
    }
}

/// The orders that Hugo sorts pages by.
enum PageOrder {
    /// Weight (zero last), then the newer, then the link title, then the path.
    static func standard(_ left: Page, _ right: Page) -> Bool {
        if left.weight != right.weight {
            if left.weight == 0 { return false }
            if right.weight == 0 { return true }
            return left.weight < right.weight
        }
        let leftDate = left.dates.date ?? .zero
        let rightDate = right.dates.date ?? .zero
        if leftDate != rightDate { return rightDate < leftDate }
        if left.linkTitle != right.linkTitle { return text(left.linkTitle, right.linkTitle) }
        return left.path < right.path
    }

    /// Text by its bytes without regard to the case of ASCII first, then with it: how Hugo sorts the names of menus.
    static func text(_ left: String, _ right: String) -> Bool {
        func folded(_ text: String) -> some Sequence<UInt8> {
            text.utf8.lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        }
        if folded(left).elementsEqual(folded(right)) { return left.utf8.lexicographicallyPrecedes(right.utf8) }
        return folded(left).lexicographicallyPrecedes(folded(right))
    }
}

extension Array {
    /// The elements in the order of `precedes`; those that are equal keep their order.
    func sortedStably(by precedes: (Element, Element) throws -> Bool) rethrows -> [Element] {
        try enumerated().sorted { left, right in
            if try precedes(left.element, right.element) { return true }
            if try precedes(right.element, left.element) { return false }
            return left.offset < right.offset
        }.map(\.element)
    }
}

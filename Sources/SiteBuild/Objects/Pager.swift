internal import SiteModel
internal import Synchronization
internal import Values

/// How the list of a page is cut into pagers; fixed by the first call of `.Paginate` or `.Paginator`.
struct PaginationState: Sendable {
    /// The elements of each pager.
    let parts: [[Value]]
    /// The list that was cut.
    let list: Value
    /// How many elements a pager has.
    let size: Int
    /// The address of each pager.
    let addresses: [String]
}

/// One part of a list that is cut over several pages: `.Paginator`.
final class Pager: ValueObject {
    private let state: PaginationState
    /// From 1.
    let number: Int

    init(_ state: PaginationState, number: Int) {
        self.state = state
        self.number = number
    }

    var members: MemberTable { Self.table }
    var goType: String { "*page.Pager" }

    func isEqual(to other: any ValueObject) -> Bool { (other as? Pager)?.number == number }

    private var elementsOfPager: [Value] {
        state.parts.indices.contains(number - 1) ? state.parts[number - 1] : []
    }

    private var groups: [PageGroup] { Self.groups(elementsOfPager) }

    private static func groups(_ elements: [Value]) -> [PageGroup] {
        elements.compactMap { element in
            guard case .object(let object) = element else { return nil }
            return object as? PageGroup
        }
    }

    /// How many pages or other elements a part has; groups count with their pages.
    private static func count(_ part: [Value]) -> Int {
        let groups = groups(part)
        return groups.isEmpty ? part.count : groups.reduce(0) { $0 + $1.pages.pages.count }
    }

    private func pager(_ number: Int) -> Value {
        (1...max(1, state.parts.count)).contains(number) ? .object(Pager(state, number: number)) : .null
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("PageNumber", of: Pager.self) { .int($0.number) }
        table.field("URL", of: Pager.self) { pager in
            .string(
                pager.state.addresses.indices.contains(pager.number - 1) ? pager.state.addresses[pager.number - 1] : "")
        }
        table.field("Pages", of: Pager.self) { pager in
            pager.groups.isEmpty ? PageCollection.value(of: pager.elementsOfPager) : .object(PageCollection([]))
        }
        table.field("PageGroups", of: Pager.self) { .object(PageGroups($0.groups)) }
        table.field("NumberOfElements", of: Pager.self) { .int(count($0.elementsOfPager)) }
        table.field("HasPrev", of: Pager.self) { .bool($0.number > 1) }
        table.field("HasNext", of: Pager.self) { .bool($0.number < $0.state.parts.count) }
        table.field("Prev", of: Pager.self) { $0.number > 1 ? $0.pager($0.number - 1) : .null }
        table.field("Next", of: Pager.self) { $0.pager($0.number + 1) }
        table.field("First", of: Pager.self) { $0.pager(1) }
        table.field("Last", of: Pager.self) { $0.pager(max(1, $0.state.parts.count)) }
        table.field("Pagers", of: Pager.self) { pager in
            .list((1...max(1, pager.state.parts.count)).map { .object(Pager(pager.state, number: $0)) })
        }
        table.field("PageSize", of: Pager.self) { .int($0.state.size) }
        table.field("PagerSize", of: Pager.self) { .int($0.state.size) }
        table.field("TotalPages", of: Pager.self) { .int($0.state.parts.count) }
        table.field("TotalNumberOfElements", of: Pager.self) { pager in
            .int(pager.state.parts.reduce(0) { $0 + count($1) })
        }
        return table
    }()
}

extension PageObject {
    /// The pager of the running rendering over `list`, or over the pages below when none is given.
    func paginate(_ list: Value?, size: Value?, caller: any EvaluationContext) throws -> Value {
        guard page.kind.isNode else {
            throw ValueError("pagination not supported for this page: \(page.path)")
        }
        let environment = RenderEnvironment.of(caller)
        let configuration = context.model.configuration
        let count = size?.intValue ?? configuration.pagerSize
        guard count > 0 else { throw ValueError("'pagerSize' configuration setting must be positive") }
        // The home page lists the regular pages of the whole site, a taxonomy its terms.
        let standard: Value
        switch page.kind {
        case .home: standard = .object(context.regularPages)
        case .taxonomy, .term: standard = .object(pages)
        default: standard = .object(regularPages)
        }
        let state = pagination.withLock { states -> PaginationState in
            if let known = states[formatName(of: environment?.target)] { return known }
            let fresh = PaginationState(
                parts: Self.parts(of: list ?? standard, size: count), list: list ?? standard, size: count, addresses: []
            )
            let numbered = PaginationState(
                parts: fresh.parts, list: fresh.list, size: count,
                addresses: (1...max(1, fresh.parts.count)).map { address(ofPager: $0, target: environment?.target) })
            states[formatName(of: environment?.target)] = numbered
            return numbered
        }
        return .object(Pager(state, number: environment?.pagerNumber ?? 1))
    }

    private static func parts(of list: Value, size: Int) -> [[Value]] {
        if case .object(let object) = list, let groups = object as? PageGroups { return parts(of: groups, size: size) }
        let elements = list.listValue ?? []
        return stride(from: 0, to: elements.count, by: size).map {
            Array(elements[$0..<min($0 + size, elements.count)])
        }
    }

    /// Cuts the pages of groups; a group may go on in the next part.
    private static func parts(of groups: PageGroups, size: Int) -> [[Value]] {
        let pages = groups.groups.enumerated().flatMap { index, group in group.pages.pages.map { (index, $0) } }
        return stride(from: 0, to: pages.count, by: size).map { start in
            var part: [(index: Int, pages: [PageObject])] = []
            for (index, page) in pages[start..<min(start + size, pages.count)] {
                if part.last?.index == index {
                    part[part.count - 1].pages.append(page)
                } else {
                    part.append((index, [page]))
                }
            }
            return part.map { .object(PageGroup(key: groups.groups[$0.index].key, pages: $0.pages)) }
        }
    }

    /// The address of a pager: the page's own for the first, `page/2/` below it for the second.
    func address(ofPager number: Int, target: PageTarget?) -> String {
        let base = target?.relPermalink ?? page.relPermalink
        guard number > 1 else { return base }
        let folder =
            base.hasSuffix("/") ? base : String(base.prefix(through: base.lastIndex(of: "/") ?? base.startIndex))
        let pagers = context.model.configuration.pagerPath
        if base.hasSuffix("/") { return "\(folder)\(pagers)/\(number)/" }
        guard let target, target.isUgly else {
            let file = target?.outputPath.split(separator: "/").last.map(String.init) ?? "index.html"
            return "\(folder)\(pagers)/\(number)/\(file)"
        }
        return context.addresses.relative(ofOutputPath: target.outputPath(ofPager: number, in: pagers))
    }

    private func formatName(of target: PageTarget?) -> String {
        target?.format.name ?? page.targets.first?.format.name ?? ""
    }

    /// Whether the template of `target` asked for a pager.
    func isPaginated(_ target: PageTarget) -> Bool { pagination.withLock { $0[target.format.name] != nil } }

    /// How many pagers the page has in the format of `target`; 1 when its template cut no list.
    func pagerCount(_ target: PageTarget) -> Int {
        max(1, pagination.withLock { $0[target.format.name]?.parts.count ?? 1 })
    }
}

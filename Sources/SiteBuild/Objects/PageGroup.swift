internal import SiteModel
internal import Values

/// Pages that share a key: what `.Pages.GroupBy` and its family give.
final class PageGroup: ValueObject {
    let key: Value
    let pages: PageCollection

    init(key: Value, pages: [PageObject]) {
        self.key = key
        self.pages = PageCollection(pages)
    }

    var members: MemberTable { Self.table }
    var goType: String { "page.PageGroup" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Key", of: PageGroup.self) { $0.key }
        table.field("Pages", of: PageGroup.self) { .object($0.pages) }
        // In Go a group is a list of pages with a key: `.ByTitle` of it sorts them.
        let list = PageCollection([]).members
        for name in list.names where name != "Key" && name != "Pages" {
            guard let member = list[Symbol(name)] else { continue }
            table.method(name, of: PageGroup.self, member.arity) { try member.call($0.pages, $1) }
        }
        return table
    }()
}

/// A list of groups: `page.PagesGroup`.
final class PageGroups: ValueObject {
    let groups: [PageGroup]

    init(_ groups: [PageGroup]) { self.groups = groups }

    var members: MemberTable { Self.table }
    var goType: String { "page.PagesGroup" }
    var elements: [Value]? { groups.map { .object($0) } }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Len", of: PageGroups.self) { .int($0.groups.reduce(0) { $0 + $1.pages.pages.count }) }
        table.field("Reverse", of: PageGroups.self) { .object(PageGroups($0.groups.reversed())) }
        return table
    }()
}

extension PageGroup {
    /// Adds the grouping methods of a list of pages.
    static func addMethods(to table: inout MemberTable) {
        table.method("GroupBy", of: PageCollection.self, 1...2) { list, call in
            let name = try call.string(0, of: "GroupBy")
            return try group(list.pages, descending: call.isDescending(1)) { page in
                try page.members[Symbol(name)].map { try $0.call(page, Invocation([], context: call.context)) } ?? .null
            }
        }
        table.method("GroupByParam", of: PageCollection.self, 1...2) { list, call in
            let key = try call.string(0, of: "GroupByParam")
            return group(list.pages.filter { !$0.param(key).isNull }, descending: call.isDescending(1)) {
                $0.param(key)
            }
        }
        let dates: [(String, @Sendable (PageObject) -> ZonedTime?)] = [
            ("GroupByDate", { $0.page.dates.date }), ("GroupByPublishDate", { $0.page.dates.publishDate }),
            ("GroupByExpiryDate", { $0.page.dates.expiryDate }), ("GroupByLastmod", { $0.page.dates.lastModified }),
        ]
        for (name, date) in dates {
            table.method(name, of: PageCollection.self, 1...2) { list, call in
                let layout = try call.string(0, of: name)
                return groupByDate(list.pages, layout: layout, isReversed: !isAscending(call.argument(1)), date)
            }
        }
        table.method("GroupByParamDate", of: PageCollection.self, 2...3) { list, call in
            let key = try call.string(0, of: "GroupByParamDate")
            let layout = try call.string(1, of: "GroupByParamDate")
            return groupByDate(list.pages, layout: layout, isReversed: !isAscending(call.argument(2))) { page in
                if let time = page.param(key).time(in: .utc) { return time }
                return page.param(key).stringValue.flatMap { ZonedTime.parseHugo($0, defaultZone: .utc) }
            }
        }
    }

    private static func group(
        _ pages: [PageObject], descending: Bool, by key: (PageObject) throws -> Value
    ) rethrows -> Value {
        var order: [(key: Value, pages: [PageObject])] = []
        var positions: [String: Int] = [:]
        for page in pages {
            let value = try key(page)
            let text = value.goString
            if let position = positions[text] {
                order[position].pages.append(page)
            } else {
                positions[text] = order.count
                order.append((value, [page]))
            }
        }
        var sorted = order.sortedStably { (Value.compare($0.key, $1.key) ?? 0) < 0 }
        if descending { sorted.reverse() }
        return .object(PageGroups(sorted.map { PageGroup(key: $0.key, pages: $0.pages) }))
    }

    /// Whether the word for the order of dates leaves them as they are sorted at first: the oldest in front.
    private static func isAscending(_ order: Value?) -> Bool {
        ["asc", "rev", "reverse"].contains(order?.stringValue?.lowercased() ?? "")
    }

    /// - Parameter isReversed: whether the newest stand in front, and pages of one instant in reverse.
    private static func groupByDate(
        _ pages: [PageObject], layout: String, isReversed: Bool, _ date: (PageObject) -> ZonedTime?
    ) -> Value {
        var dated = pages.sortedStably { (date($0) ?? .zero).seconds < (date($1) ?? .zero).seconds }
        if isReversed { dated.reverse() }
        var groups: [(key: String, pages: [PageObject])] = []
        for page in dated {
            let key = (date(page) ?? .zero).format(goLayout: layout)
            if groups.last?.key == key {
                groups[groups.count - 1].pages.append(page)
            } else {
                groups.append((key, [page]))
            }
        }
        return .object(PageGroups(groups.map { PageGroup(key: .string($0.key), pages: $0.pages) }))
    }
}

extension Invocation {
    /// The text of an argument.
    func string(_ index: Int, of name: String) throws -> String {
        guard let text = argument(index)?.stringValue else {
            throw ValueError("\(name): argument \(index + 1) must be a string")
        }
        return text
    }

    /// The whole number of an argument, also when it is written as text.
    func int(_ index: Int, of name: String) throws -> Int {
        if let number = argument(index)?.intValue ?? argument(index)?.stringValue.flatMap({ Int($0) }) { return number }
        throw ValueError("\(name): argument \(index + 1) must be a number")
    }

    /// Whether an argument says `desc`, or as much.
    func isDescending(_ index: Int) -> Bool {
        ["desc", "rev", "reverse"].contains(argument(index)?.stringValue?.lowercased() ?? "")
    }
}

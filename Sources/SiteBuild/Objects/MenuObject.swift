internal import SiteModel
internal import Values

/// The menus by name: `.Site.Menus`.
final class MenuList: ValueObject {
    private let menus: [String: Menu]

    init(_ menus: [String: [MenuEntry]], context: SiteContext) {
        self.menus = menus.mapValues { Menu($0.map { MenuEntryObject($0, context: context) }) }
    }

    var members: MemberTable { MemberTable() }
    var goType: String { "navigation.Menus" }
    var keys: [String]? { menus.keys.sorted() }
    func value(forKey key: String) -> Value? {
        // A menu nobody filled is empty, not missing, so that themes may range over it.
        .object(menus[key] ?? menus[key.lowercased()] ?? Menu([]))
    }
}

/// The entries of one menu, or those below an entry.
final class Menu: ValueObject {
    private let entries: [MenuEntryObject]

    init(_ entries: [MenuEntryObject]) { self.entries = entries }

    var members: MemberTable { Self.table }
    var goType: String { "navigation.Menu" }
    var elements: [Value]? { entries.map { .object($0) } }

    func list(of elements: [Value]) -> Value {
        let entries = elements.compactMap { element -> MenuEntryObject? in
            guard case .object(let object) = element else { return nil }
            return object as? MenuEntryObject
        }
        return entries.count == elements.count ? .object(Menu(entries)) : .list(elements)
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Reverse", of: Menu.self) { .object(Menu($0.entries.reversed())) }
        table.method("Limit", of: Menu.self, 1...1) { menu, call in
            .object(Menu(Array(menu.entries.prefix(max(0, try call.int(0, of: "Limit"))))))
        }
        table.field("ByWeight", of: Menu.self) { menu in
            .object(
                Menu(
                    menu.entries.sortedStably { left, right in
                        if left.entry.weight != right.entry.weight {
                            if left.entry.weight == 0 { return false }
                            return right.entry.weight == 0 || left.entry.weight < right.entry.weight
                        }
                        return PageOrder.text(left.entry.name, right.entry.name)
                    }))
        }
        table.field("ByName", of: Menu.self) { menu in
            .object(Menu(menu.entries.sortedStably { PageOrder.text($0.entry.name, $1.entry.name) }))
        }
        return table
    }()
}

/// One entry of a menu.
final class MenuEntryObject: ValueObject {
    let entry: MenuEntry
    private unowned let context: SiteContext

    init(_ entry: MenuEntry, context: SiteContext) {
        self.entry = entry
        self.context = context
    }

    var members: MemberTable { Self.table }
    var goType: String { "*navigation.MenuEntry" }

    func isEqual(to other: any ValueObject) -> Bool {
        (other as? MenuEntryObject).map { $0.entry === entry } ?? false
    }

    func list(of elements: [Value]) -> Value { Menu([]).list(of: elements) }

    private var children: Menu { Menu(entry.children.map { MenuEntryObject($0, context: context) }) }

    /// Whether `page` is what the entry leads to. As in Hugo an entry that has an address but no page never is, and the
    /// name of the menu does not matter.
    static func isCurrent(_ page: PageObject, entry: Value?) -> Bool {
        guard let target = object(entry)?.entry.page else { return false }
        return target === page.page
    }

    /// Whether `page` stands below what the entry leads to.
    static func hasCurrent(_ page: PageObject, entry: Value?) -> Bool {
        guard let wanted = object(entry) else { return false }
        func holds(_ entry: MenuEntry, depth: Int) -> Bool {
            guard depth < 32 else { return false }
            // The section that an entry leads to is above all its pages; the home page does not count.
            if let target = entry.page, target.kind == .section, target.isAncestor(of: page.page) { return true }
            return entry.children.contains { $0.page === page.page || holds($0, depth: depth + 1) }
        }
        return holds(wanted.entry, depth: 0)
    }

    private static func object(_ value: Value?) -> MenuEntryObject? {
        guard case .object(let object) = value ?? .null else { return nil }
        return object as? MenuEntryObject
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Name", of: MenuEntryObject.self) { .string($0.entry.name) }
        table.field("Title", of: MenuEntryObject.self) { .string($0.entry.title) }
        table.field("URL", of: MenuEntryObject.self) { .string($0.entry.url) }
        table.field("ConfiguredURL", of: MenuEntryObject.self) { .string($0.entry.url) }
        table.field("PageRef", of: MenuEntryObject.self) { .string($0.entry.pageRef) }
        table.field("Menu", of: MenuEntryObject.self) { .string($0.entry.menu) }
        table.field("Identifier", of: MenuEntryObject.self) { .string($0.entry.identifier) }
        table.field("KeyName", of: MenuEntryObject.self) { .string($0.entry.keyName) }
        table.field("Parent", of: MenuEntryObject.self) { .string($0.entry.parent) }
        table.field("Pre", of: MenuEntryObject.self) { .html($0.entry.pre) }
        table.field("Post", of: MenuEntryObject.self) { .html($0.entry.post) }
        table.field("Weight", of: MenuEntryObject.self) { .int($0.entry.weight) }
        table.field("Params", of: MenuEntryObject.self) { .map($0.entry.params) }
        table.field("Page", of: MenuEntryObject.self) { $0.context.value(of: $0.entry.page) }
        table.field("Children", of: MenuEntryObject.self) { .object($0.children) }
        table.field("HasChildren", of: MenuEntryObject.self) { .bool(!$0.entry.children.isEmpty) }
        return table
    }()
}

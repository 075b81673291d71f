internal import HugoMarkdown
internal import Values

/// The headings of a page as a tree: `.Fragments`.
final class FragmentsObject: ValueObject {
    private let fragments: Fragments

    init(_ fragments: Fragments) { self.fragments = fragments }

    var members: MemberTable { Self.table }
    var goType: String { "*tableofcontents.Fragments" }

    var dataValue: Value? {
        [
            "Headings": .list(fragments.headings.map { .object(HeadingObject($0)) }),
            "Identifiers": fragments.identifiers.isEmpty
                ? .null : .list(fragments.identifiers.map { .string($0) }),
            "HeadingsMap": .map(
                ValueMap(
                    fragments.headingsByID.sorted { $0.key < $1.key }.map {
                        ($0.key, .object(HeadingObject($0.value)))
                    })),
        ]
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Headings", of: FragmentsObject.self) { fragments in
            .list(fragments.fragments.headings.map { .object(HeadingObject($0)) })
        }
        table.field("HeadingsMap", of: FragmentsObject.self) { fragments in
            .map(
                ValueMap(
                    fragments.fragments.headingsByID.sorted { $0.key < $1.key }.map {
                        ($0.key, .object(HeadingObject($0.value)))
                    }))
        }
        table.field("Identifiers", of: FragmentsObject.self) { .object(IdentifierList($0.fragments.identifiers)) }
        table.method("ToHTML", of: FragmentsObject.self, 3...3) { fragments, call in
            .html(
                fragments.fragments.html(
                    startLevel: try call.int(0, of: "ToHTML"), endLevel: try call.int(1, of: "ToHTML"),
                    ordered: call.argument(2)?.boolValue ?? false))
        }
        return table
    }()
}

/// The names in a page with what Hugo asks of them.
final class IdentifierList: ValueObject {
    private let names: [String]

    init(_ names: [String]) { self.names = names }

    var members: MemberTable { Self.table }
    var goType: String { "collections.SortedStringSlice" }
    var goString: String { "[\(names.joined(separator: " "))]" }
    var elements: [Value]? { names.map { .string($0) } }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.method("Contains", of: IdentifierList.self, 1...1) { list, call in
            .bool(list.names.contains(try call.string(0, of: "Contains")))
        }
        table.method("Count", of: IdentifierList.self, 1...1) { list, call in
            let wanted = try call.string(0, of: "Count")
            return .int(list.names.reduce(0) { $0 + ($1 == wanted ? 1 : 0) })
        }
        return table
    }()
}

/// One heading of ``FragmentsObject``.
final class HeadingObject: ValueObject {
    private let heading: Fragments.Heading

    init(_ heading: Fragments.Heading) { self.heading = heading }

    var members: MemberTable { Self.table }
    var goType: String { "*tableofcontents.Heading" }

    /// Levels end at 6, and so do headings in headings.
    var dataValue: Value? {
        let inner = heading.headings
        return [
            "ID": .string(heading.id), "Level": .int(heading.level), "Title": .string(heading.title),
            "Headings": inner.isEmpty ? .null : .list(inner.map { .object(HeadingObject($0)) }),
        ]
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("ID", of: HeadingObject.self) { .string($0.heading.id) }
        table.field("Level", of: HeadingObject.self) { .int($0.heading.level) }
        table.field("Title", of: HeadingObject.self) { .string($0.heading.title) }
        table.field("Headings", of: HeadingObject.self) { heading in
            .list(heading.heading.headings.map { .object(HeadingObject($0)) })
        }
        return table
    }()
}

internal import Values

/// The number that a translated text counts: the dot of a text in `i18n`, and its `.Count`.
final class CountObject: ValueObject {
    private let count: Int

    init(_ count: Int) { self.count = count }

    var members: MemberTable { Self.table }
    var goType: String { "i18n.intCount" }
    var goString: String { String(count) }
    var namedNumber: Int? { count }
    var dataValue: Value? { .int(count) }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Count", of: CountObject.self) { .int($0.count) }
        return table
    }()
}

internal import Values

/// What `keyVals` makes: a key with values, for the named slices of related pages.
final class KeyValues: ValueObject {
    private let key: Value
    private let values: [Value]

    init(key: Value, values: [Value]) {
        self.key = key
        self.values = values
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Key", of: KeyValues.self) { $0.key }
        table.field("Values", of: KeyValues.self) { .list($0.values) }
        table.field("String", of: KeyValues.self) { .string($0.goString) }
        return table
    }()

    var members: MemberTable { Self.table }
    var goType: String { "types.KeyValues" }
    var goString: String { key.goString + ": " + Value.list(values).goString }
}

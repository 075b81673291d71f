internal import Values

/// A thing with fixed fields and no methods, such as what a render hook gets.
final class RecordObject: ValueObject {
    let goType: String
    private let fields: ValueMap

    /// A record of `fields` that errors call `goType`.
    init(_ goType: String, _ fields: ValueMap) {
        self.goType = goType
        self.fields = fields
    }

    var members: MemberTable { MemberTable() }
    func value(forKey key: String) -> Value? { fields[key] }
}

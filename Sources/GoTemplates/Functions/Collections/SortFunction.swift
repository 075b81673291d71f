internal import Text
internal import Values

/// `sort LIST [PATH] [ORDER]`: stable; texts in the order of names, numbers by value, times by instant.
func sortValues(_ call: Invocation) throws -> Value {
    let sequence = call[0]
    guard !sequence.isNull else { throw ValueError("sequence must be provided") }
    var name = call.count > 1 ? try call.text(1) : ""
    let descends = call.count > 2 ? try call.text(2).lowercased() == "desc" : false
    var elements: [Value]
    if let list = sequence.listValue {
        elements = list
    } else if let map = sequence.mapValue {
        elements = map.collatedKeys.map { map[$0] ?? .null }
        if name.isEmpty { return .list(descends ? elements.reversed() : elements) }
    } else if case .object(let object) = sequence, let keys = object.keys {
        elements = keys.map { object.value(forKey: $0) ?? .null }
    } else {
        throw ValueError("can't sort \(sequence.goType)")
    }
    if name == "value" { name = "" }
    // Each element's key is made once; comparing then touches no element.
    var keyed: [(key: SortKey, element: Value)] = []
    keyed.reserveCapacity(elements.count)
    let path = name.isEmpty ? nil : ElementPath(name)
    for element in elements {
        guard let path else {
            keyed.append((SortKey(element), element))
            continue
        }
        do {
            keyed.append((SortKey(try path.value(in: element, context: call.context) ?? .null), element))
        } catch let failure as ElementPath.Failure {
            switch failure {
            case .invalid: throw ValueError("can't evaluate an invalid value")
            case .unknown(let name, let type):
                let shown = sequence.mapValue == nil ? type : "interface {}"
                throw ValueError("\(name) is neither a struct field, a method nor a map element of type \(shown)")
            }
        }
    }
    if descends {
        keyed.sort { SortKey.compare($1.key, $0.key) < 0 }
    } else {
        keyed.sort { SortKey.compare($0.key, $1.key) < 0 }
    }
    return sequence.list(of: keyed.map(\.element))
}

/// What one element is sorted by.
private enum SortKey {
    case text(CollationKey)
    case value(Value)

    init(_ value: Value) {
        self = value.stringValue.map { .text(CollationKey($0)) } ?? .value(value)
    }

    static func compare(_ left: SortKey, _ right: SortKey) -> Int {
        switch (left, right) {
        case (.text(let one), .text(let other)): return one < other ? -1 : other < one ? 1 : 0
        case (.value(let one), .value(let other)): return Value.compare(one, other) ?? 0
        // Beside a number a text counts as zero.
        case (.text, .value(let other)): return Value.compare(0, other) ?? 0
        case (.value(let one), .text): return Value.compare(one, 0) ?? 0
        }
    }
}

extension ValueMap {
    /// The keys in the order of names, in which Hugo sorts a map and joins its values.
    var collatedKeys: [String] {
        keys.map { (CollationKey($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

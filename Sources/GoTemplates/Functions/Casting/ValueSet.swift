internal import Values

extension Value {
    /// The number, whatever its type; nil for anything else.
    var number: Double? {
        switch self {
        case .int(let number), .int64(let number): return Double(number)
        case .uint(let number): return Double(number)
        case .float(let number): return number
        case .duration(let span): return Double(span)
        default: return nil
        }
    }
}

/// A value as a key of a set: equal keys are equal values, as `in`, `uniq` and their kin see them.
enum ValueKey: Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case time(Int, Int32)
    case object(ObjectIdentifier)

    /// Nil for what has no key: lists and maps are compared one by one.
    init?(_ value: Value) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .int(let number), .int64(let number): self = .number(Double(number))
        case .uint(let number): self = .number(Double(number))
        case .float(let number): self = .number(number)
        case .duration(let span): self = .number(Double(span))
        case .string(let text): self = .text(text)
        case .safe(let safe): self = .text(safe.text)
        case .time(let time): self = .time(time.seconds, time.nanoseconds)
        case .object(let object): self = .object(ObjectIdentifier(object))
        case .list, .map: return nil
        }
    }
}

/// A set of values: constant time for scalars, one by one for lists, maps and objects that are equal without being one.
struct ValueSet {
    private var keys: Set<ValueKey> = []
    private var others: [Value] = []

    init(_ values: [Value] = []) {
        for value in values { insert(value) }
    }

    /// Adds a value; false when it was there.
    @discardableResult mutating func insert(_ value: Value) -> Bool {
        if let key = ValueKey(value) {
            return keys.insert(key).inserted
        }
        if others.contains(where: { Value.isEqual($0, value) }) { return false }
        others.append(value)
        return true
    }

    /// Whether an equal value was added.
    func contains(_ value: Value) -> Bool {
        if let key = ValueKey(value) { return keys.contains(key) }
        return others.contains { Value.isEqual($0, value) }
    }
}

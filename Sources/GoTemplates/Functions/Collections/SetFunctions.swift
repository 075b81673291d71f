internal import Values

extension FunctionTable {
    /// Lists as sets: `in`, `intersect`, `union`, `complement`, `symdiff`, `uniq`.
    mutating func registerSets() {
        register("collections.In", aliases: ["in"], 2...2) { .bool(Self.contains($0[0], $0[1])) }
        register("collections.Intersect", aliases: ["intersect"], 2...2) { .list(try Self.intersect($0[0], $0[1])) }
        register("collections.Union", aliases: ["union"], 2...2, Self.union)
        register("collections.Complement", aliases: ["complement"], 0...Int.max) { call in
            guard call.count >= 2 else { throw ValueError("complement needs at least two arguments") }
            let universe = call[call.count - 1]
            guard let all = universe.listValue else {
                throw ValueError("arguments to complement must be slices or arrays")
            }
            var excluded = ValueSet()
            for argument in call.arguments.dropLast() {
                guard let list = argument.listValue else { throw ValueError("arguments must be slices or arrays") }
                for value in list { excluded.insert(value) }
            }
            return universe.list(of: all.filter { !excluded.contains($0) })
        }
        register("collections.SymDiff", aliases: ["symdiff"], 2...2) { call in
            guard let first = call[0].listValue, let second = call[1].listValue else {
                throw ValueError("arguments must be slices or arrays")
            }
            var seen = ValueSet()
            var result: [Value] = []
            for (list, other) in [(second, ValueSet(first)), (first, ValueSet(second))] {
                for value in list where !other.contains(value) && seen.insert(value) { result.append(value) }
            }
            return call[1].list(of: result)
        }
        register("collections.Uniq", aliases: ["uniq"], 1...1) { call in
            if call[0].isNull { return .list([]) }
            guard let list = call[0].listValue else { throw ValueError("type \(call[0].goType) not supported") }
            var seen = ValueSet()
            return call[0].list(of: list.filter { seen.insert($0) })
        }
    }

    /// Whether a list holds an equal value, or a text the bytes of another.
    static func contains(_ container: Value, _ value: Value) -> Bool {
        if container.isNull || value.isNull { return false }
        if let list = container.listValue {
            return list.contains { Value.isEqual($0, value) }
        }
        guard let text = try? container.castToString(), let part = try? value.castToString() else { return false }
        return text.goContains(part)
    }

    /// The values of the first list that are in the second, each once.
    static func intersect(_ first: Value, _ second: Value) throws(ValueError) -> [Value] {
        if first.isNull || second.isNull { return [] }
        guard let one = first.listValue else { throw ValueError("can't iterate over \(first.goType)") }
        guard let other = second.listValue else { throw ValueError("can't iterate over \(second.goType)") }
        for value in one + other where value.mapValue != nil || value.listValue != nil {
            throw ValueError("intersect does not support slices or arrays of uncomparable types")
        }
        let wanted = ValueSet(other)
        var seen = ValueSet()
        return one.filter { wanted.contains($0) && seen.insert($0) }
    }

    private static func union(_ call: Invocation) throws(ValueError) -> Value {
        if call[0].isNull, call[1].isNull { return .list([]) }
        if call[0].isNull, call[1].listValue != nil { return call[1] }
        if call[1].isNull, call[0].listValue != nil { return call[0] }
        guard let first = call[0].listValue else { throw ValueError("can't iterate over \(call[0].goType)") }
        guard let second = call[1].listValue else { throw ValueError("can't iterate over \(call[1].goType)") }
        if first.isEmpty, case .list = call[0] { return call[1] }
        if second.isEmpty { return call[0] }
        // Go's lists have a type; numbers and texts do not mix, and Hugo then gives nothing.
        if first.allSatisfy({ $0.number != nil }), second.allSatisfy({ $0.stringValue != nil }) { return .list([]) }
        if first.allSatisfy({ $0.stringValue != nil }), second.allSatisfy({ $0.number != nil }) { return .list([]) }
        var seen = ValueSet()
        return call[0].list(of: (first + second).filter { seen.insert($0) })
    }
}

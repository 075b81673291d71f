internal import Text
internal import Values

extension FunctionTable {
    /// Maps and look-ups: `dict`, `merge`, `index`, `isset`, `querify`, `delimit`, and `where`, `sort`.
    mutating func registerMaps() {
        register("collections.Dictionary", aliases: ["dict"], 0...Int.max, Self.dictionary)
        register("collections.Merge", aliases: ["merge"], 0...Int.max, Self.merge)
        register("collections.Index", aliases: ["index"], 1...Int.max, Self.index)
        register("collections.IsSet", aliases: ["isSet", "isset"], 2...2, Self.isSet)
        register("collections.KeyVals", aliases: ["keyVals"], 1...Int.max) { call in
            .object(KeyValues(key: call[0], values: Array(call.arguments.dropFirst())))
        }
        register("collections.Querify", aliases: ["querify"], 0...Int.max) { .string(try Self.querify($0)) }
        register("collections.Delimit", aliases: ["delimit"], 2...3) { .string(try Self.delimit($0)) }
        register("collections.Where", aliases: ["where"], 2...Int.max, filter)
        register("collections.Sort", aliases: ["sort"], 1...3, sortValues)
        register("collections.NewScratch", aliases: ["newScratch"], 0...0) { _ in .object(Scratch()) }
    }

    private static func dictionary(_ call: Invocation) throws(ValueError) -> Value {
        guard call.count % 2 == 0 else { throw ValueError("invalid dictionary call") }
        var map = ValueMap()
        for index in stride(from: 0, to: call.count, by: 2) {
            if let key = call[index].stringValue {
                map[key] = .some(call[index + 1])
                continue
            }
            guard let list = call[index].listValue, !list.isEmpty else { throw ValueError("invalid dictionary key") }
            var keys: [String] = []
            for key in list {
                guard let text = key.stringValue else { throw ValueError("invalid dictionary key") }
                keys.append(text)
            }
            set(&map, keys[...], call[index + 1])
        }
        return .map(map)
    }

    private static let nestingLimit = 500

    /// Sets a value in maps inside each other.
    private static func set(_ map: inout ValueMap, _ keys: ArraySlice<String>, _ value: Value) {
        guard let key = keys.first, keys.count <= nestingLimit else { return }
        if keys.count == 1 {
            map[key] = .some(value)
            return
        }
        var inner = map[key]?.mapValue ?? ValueMap()
        set(&inner, keys.dropFirst(), value)
        map[key] = .map(inner)
    }

    private static func merge(_ call: Invocation) throws(ValueError) -> Value {
        guard call.count >= 2 else { throw ValueError("merge requires at least two parameters") }
        var result = call[call.count - 1]
        for source in call.arguments.dropLast().reversed() {
            guard let target = result.mapValue else {
                throw ValueError("destination must be a map, got \(result.isNull ? "<nil>" : result.goType)")
            }
            // A map that is not there, such as a parameter that no page sets, has nothing to add.
            if source.isNull { continue }
            guard let map = source.mapValue else { throw ValueError("source must be a map, got \(source.goType)") }
            result = .map(merging(map, into: target, depth: 0))
        }
        return result
    }

    /// `target` with what only `source` has, maps inside merged alike; keys differ without regard to case.
    private static func merging(_ source: ValueMap, into target: ValueMap, depth: Int) -> ValueMap {
        guard depth < nestingLimit else { return target }
        var result = target
        var names: [String: String] = [:]
        for key in target.keys { names[key.lowercased()] = key }
        for (key, value) in source {
            guard let known = names[key.lowercased()] else {
                result[key] = .some(value)
                continue
            }
            if let inner = value.mapValue, let own = target[known]?.mapValue {
                result[known] = .map(merging(inner, into: own, depth: depth + 1))
            }
        }
        return result
    }

    private static func isSet(_ call: Invocation) throws(ValueError) -> Value {
        switch call[0] {
        case .map(let map):
            guard let key = call[1].stringValue else { return false }
            // A map that finds its keys in any case holds them in lower case, and Hugo does not fold here.
            return .bool(map[key] != nil && (!map.foldsCase || key == key.lowercased()))
        case .object(let object) where object.elements == nil:
            guard object.keys != nil, let key = call[1].stringValue else { return false }
            return .bool(object.value(forKey: key) != nil)
        default:
            guard let list = call[0].listValue else { return false }
            guard let index = try? call[1].castToInt() else {
                throw ValueError("isset unable to use key of type \(call[1].goType) as index")
            }
            return .bool(list.count > index)
        }
    }

    private static func querify(_ call: Invocation) throws(ValueError) -> String {
        let failure = ValueError(
            "expected a map, a slice with an even number of elements, or an even number of scalar values, and each "
                + "key must be a string")
        var pairs: [(key: String, value: String)] = []
        if call.count == 1, let map = call[0].mapValue {
            for (key, value) in map { pairs.append((key, try value.castToString())) }
        } else {
            let values = call.count == 1 ? call[0].listValue : call.arguments
            guard let values, values.count % 2 == 0 else { throw failure }
            for index in stride(from: 0, to: values.count, by: 2) {
                pairs.append((try values[index].castToString(), try values[index + 1].castToString()))
            }
        }
        let sorted = pairs.enumerated().sorted { left, right in
            left.element.key.utf8.elementsEqual(right.element.key.utf8)
                ? left.offset < right.offset
                : left.element.key.utf8.lexicographicallyPrecedes(right.element.key.utf8)
        }
        return sorted.map { pair in
            urlEscaped(pair.element.key, for: .queryComponent) + "="
                + urlEscaped(pair.element.value, for: .queryComponent)
        }.joined(separator: "&")
    }

    private static func delimit(_ call: Invocation) throws(ValueError) -> String {
        let separator = try call.text(1)
        let last = call.count > 2 ? try call.text(2) : separator
        let values: [Value]
        if let list = call[0].listValue {
            values = list
        } else if let map = call[0].mapValue {
            values = map.collatedKeys.map { map[$0] ?? .null }
        } else {
            throw ValueError("can't iterate over \(call[0].isNull ? "<nil>" : call[0].goType)")
        }
        var writer = ByteWriter()
        for (index, value) in values.enumerated() {
            if index > 0 { writer.write(index == values.count - 1 ? last : separator) }
            // What has no text stands for nothing.
            writer.write((try? value.castToString()) ?? "")
        }
        return writer.string
    }
}

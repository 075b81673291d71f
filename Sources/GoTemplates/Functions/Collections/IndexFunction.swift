internal import Values

extension FunctionTable {
    /// `index X KEY…`: what stands under the keys one after the other; nil where there is nothing.
    static func index(_ call: Invocation) throws -> Value {
        var keys = Array(call.arguments.dropFirst())
        if keys.count == 1, let list = keys[0].listValue { keys = list }
        var value = call[0]
        for key in keys {
            do {
                value = try element(of: value, at: key)
            } catch {
                throw ValueError(
                    "index of type \(call[0].goType) with args \(Value.list(keys).goString) failed: \(error.message)")
            }
        }
        return value
    }

    private static func element(of value: Value, at key: Value) throws(ValueError) -> Value {
        switch value {
        case .null: return .null
        case .map(let map): return map[try mapKey(key)] ?? .null
        case .object(let object):
            if let list = object.elements { return try item(of: list.count, at: key).map { list[$0] } ?? .null }
            if object.keys != nil { return object.value(forKey: try mapKey(key)) ?? object.missingElement }
            throw ValueError("can't index item of type \(value.goType)")
        case .list(let list): return try item(of: list.count, at: key).map { list[$0] } ?? .null
        case .string, .safe:
            let bytes = Array((value.stringValue ?? "").utf8)
            return try item(of: bytes.count, at: key).map { .uint(UInt(bytes[$0])) } ?? .null
        default: throw ValueError("can't index item of type \(value.goType)")
        }
    }

    private static func mapKey(_ key: Value) throws(ValueError) -> String {
        if let text = key.stringValue { return text }
        if key.isNull { throw ValueError("value is nil; should be of type string") }
        throw ValueError("value has type \(key.goType); should be string")
    }

    /// The position that a key names, or nil when it is out of range.
    private static func item(of count: Int, at key: Value) throws(ValueError) -> Int? {
        switch key.unnamed {
        case .int(let index), .int64(let index): return index >= 0 && index < count ? index : nil
        case .uint(let index): return index < UInt(count) ? Int(index) : nil
        case .null: throw ValueError("cannot index slice/array with nil")
        default: throw ValueError("cannot index slice/array with type \(key.goType)")
        }
    }
}

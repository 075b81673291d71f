internal import Text
internal import Values

extension FunctionTable {
    /// The functions that Go's `text/template` has of its own.
    package static let goBuiltins: FunctionTable = {
        var table = FunctionTable()
        table.add(TemplateFunction("and", arity: 1...Int.max, form: .and) { _ in .null }, as: ["and"])
        table.add(TemplateFunction("or", arity: 1...Int.max, form: .or) { _ in .null }, as: ["or"])
        table.register("not", 1...1) { .bool(!$0.arguments[0].isTruthy) }
        table.register("len", 1...1) { .int(try GoBuiltins.length($0.arguments[0])) }
        table.register("index", 1...Int.max) { try GoBuiltins.index($0.arguments[0], $0.arguments.dropFirst()) }
        table.register("slice", 1...Int.max) { try GoBuiltins.slice($0.arguments[0], $0.arguments.dropFirst()) }
        table.register("print", 0...Int.max) { .string(goSprint($0.arguments)) }
        table.register("println", 0...Int.max) { .string(goSprintln($0.arguments)) }
        table.register("printf", 1...Int.max) { call in
            guard let format = call.arguments[0].stringValue else {
                throw ValueError("wrong type for value; expected string; got \(call.arguments[0].goType)")
            }
            return .string(goSprintf(format, Array(call.arguments.dropFirst())))
        }
        table.register("html", 0...Int.max) { .string(HTMLEscaping.builtin(GoBuiltins.joined($0.arguments))) }
        table.register("js", 0...Int.max) { .string(ScriptEscaping.builtin(GoBuiltins.joined($0.arguments))) }
        table.register("urlquery", 0...Int.max) { .string(URLEscaping.query(GoBuiltins.joined($0.arguments))) }
        table.register("call", 1...Int.max) { call in
            let function = call.arguments[0]
            if function.isNull { throw ValueError("call of nil") }
            throw ValueError("non-function of type \(function.goType)")
        }
        table.register("eq", 1...Int.max) { .bool(try GoBuiltins.isEqual($0.arguments)) }
        table.register("ne", 2...2) { .bool(try !GoBuiltins.isEqual($0.arguments)) }
        table.register("lt", 2...2) { .bool(try GoBuiltins.isLess($0.arguments[0], $0.arguments[1])) }
        table.register("le", 2...2) { .bool(try GoBuiltins.isLessOrEqual($0.arguments[0], $0.arguments[1])) }
        table.register("gt", 2...2) { .bool(try !GoBuiltins.isLessOrEqual($0.arguments[0], $0.arguments[1])) }
        table.register("ge", 2...2) { .bool(try !GoBuiltins.isLess($0.arguments[0], $0.arguments[1])) }
        return table
    }()

    /// Go's own functions with what Hugo's engine adds to the language: `try` and `return`.
    package static let hugoBase: FunctionTable = {
        var table = goBuiltins
        table.add(TemplateFunction("try", arity: 1...1, form: .attempt) { _ in .null }, as: ["try"])
        table.add(TemplateFunction("return", arity: 0...Int.max, form: .giveBack) { _ in .null }, as: ["return"])
        return table
    }()
}

/// What Go's own template functions do.
enum GoBuiltins {
    /// The arguments as one text: a single string as it is, others as `print` writes them.
    static func joined(_ arguments: [Value]) -> String {
        if arguments.count == 1, case .string(let text) = arguments[0] { return text }
        return goSprint(arguments.map { $0.isNull ? .string("<no value>") : $0 })
    }

    static func length(_ value: Value) throws(ValueError) -> Int {
        switch value {
        case .string(let text): return text.utf8.count
        case .safe(let safe): return safe.text.utf8.count
        case .list(let list): return list.count
        case .map(let map): return map.count
        case .null: throw ValueError("len of nil pointer")
        case .object(let object):
            if let count = object.elements?.count ?? object.keys?.count { return count }
        default: break
        }
        throw ValueError("len of type \(value.goType)")
    }

    static func index(_ item: Value, _ indexes: ArraySlice<Value>) throws(ValueError) -> Value {
        if item.isNull { throw ValueError("index of untyped nil") }
        var item = item
        for index in indexes {
            switch item {
            case .null: throw ValueError("index of nil pointer")
            case .list(let list): item = list[try position(index, count: list.count)]
            case .string(let text):
                item = .uint(UInt(Array(text.utf8)[try position(index, count: text.utf8.count)]))
            case .safe(let safe):
                item = .uint(UInt(Array(safe.text.utf8)[try position(index, count: safe.text.utf8.count)]))
            case .map(let map): item = map[try key(index)] ?? .null
            case .object(let object):
                if let elements = object.elements {
                    item = elements[try position(index, count: elements.count)]
                } else if object.keys != nil {
                    item = object.value(forKey: try key(index)) ?? .null
                } else {
                    throw ValueError("can't index item of type \(item.goType)")
                }
            default: throw ValueError("can't index item of type \(item.goType)")
            }
        }
        return item
    }

    private static func key(_ index: Value) throws(ValueError) -> String {
        if let text = index.stringValue { return text }
        if index.isNull { throw ValueError("value is nil; should be of type string") }
        throw ValueError("value has type \(index.goType); should be string")
    }

    /// A checked index; `count` itself is one when a slice may end there.
    private static func position(_ index: Value, count: Int, closed: Bool = false) throws(ValueError) -> Int {
        let number: Int
        switch index.unnamed {
        case .int(let value), .int64(let value): number = value
        case .uint(let value): number = Int(clamping: value)
        case .null: throw ValueError("cannot index slice/array with nil")
        default: throw ValueError("cannot index slice/array with type \(index.goType)")
        }
        guard number >= 0, number < count || (closed && number == count) else {
            throw ValueError("index out of range: \(number)")
        }
        return number
    }

    static func slice(_ item: Value, _ indexes: ArraySlice<Value>) throws(ValueError) -> Value {
        if item.isNull { throw ValueError("slice of untyped nil") }
        if indexes.count > 3 { throw ValueError("too many slice indexes: \(indexes.count)") }
        let count: Int
        switch item {
        case .string, .safe:
            if indexes.count == 3 { throw ValueError("cannot 3-index slice a string") }
            count = item.stringValue?.utf8.count ?? 0
        default:
            guard let list = item.listValue else { throw ValueError("can't slice item of type \(item.goType)") }
            count = list.count
        }
        var bounds = [0, count]
        for (offset, index) in indexes.enumerated() {
            let bound = try position(index, count: count, closed: true)
            if offset < bounds.count { bounds[offset] = bound } else { bounds.append(bound) }
        }
        guard bounds[0] <= bounds[1] else { throw ValueError("invalid slice index: \(bounds[0]) > \(bounds[1])") }
        if bounds.count > 2, bounds[1] > bounds[2] {
            throw ValueError("invalid slice index: \(bounds[1]) > \(bounds[2])")
        }
        let range = bounds[0]..<bounds[1]
        if let list = item.listValue { return .list(Array(list[range])) }
        let bytes = Array((item.stringValue ?? "").utf8)[range]
        return .string(String(decoding: bytes, as: UTF8.self))
    }

    // MARK: Comparison

    /// The kinds that Go compares with each other.
    private enum Basic {
        case bool(Bool)
        case int(Int)
        case uint(UInt)
        case float(Double)
        case string(String)

        init?(_ value: Value) {
            switch value.unnamed {
            case .bool(let flag): self = .bool(flag)
            case .int(let number), .int64(let number), .duration(let number): self = .int(number)
            case .uint(let number): self = .uint(number)
            case .float(let number): self = .float(number)
            case .string(let text): self = .string(text)
            case .safe(let safe): self = .string(safe.text)
            default: return nil
            }
        }
    }

    static func isEqual(_ arguments: [Value]) throws(ValueError) -> Bool {
        guard let first = arguments.first, arguments.count > 1 else {
            throw ValueError("missing argument for comparison")
        }
        for other in arguments.dropFirst() where try isEqual(first, other) { return true }
        return false
    }

    private static func isEqual(_ left: Value, _ right: Value) throws(ValueError) -> Bool {
        switch (Basic(left), Basic(right)) {
        case (.bool(let left), .bool(let right)): return left == right
        case (.int(let left), .int(let right)): return left == right
        case (.uint(let left), .uint(let right)): return left == right
        case (.int(let left), .uint(let right)): return left >= 0 && UInt(left) == right
        case (.uint(let left), .int(let right)): return right >= 0 && UInt(right) == left
        case (.float(let left), .float(let right)): return left == right
        case (.string(let left), .string(let right)): return left == right
        case (nil, nil):
            if left.isNull || right.isNull { return left.isNull && right.isNull }
            switch (left, right) {
            case (.object(let left), .object(let right)): return left.isEqual(to: right)
            case (.time(let left), .time(let right)): return left == right
            default: throw ValueError("non-comparable type \(left.goString): \(left.goType)")
            }
        default:
            if left.isNull || right.isNull { return false }
            throw ValueError("incompatible types for comparison")
        }
    }

    static func isLess(_ left: Value, _ right: Value) throws(ValueError) -> Bool {
        switch (Basic(left), Basic(right)) {
        case (.int(let left), .int(let right)): return left < right
        case (.uint(let left), .uint(let right)): return left < right
        case (.int(let left), .uint(let right)): return left < 0 || UInt(left) < right
        case (.uint(let left), .int(let right)): return right >= 0 && left < UInt(right)
        case (.float(let left), .float(let right)): return left < right
        case (.string(let left), .string(let right)): return left.utf8.lexicographicallyPrecedes(right.utf8)
        case (nil, _), (_, nil), (.bool, .bool): throw ValueError("invalid type for comparison")
        default: throw ValueError("incompatible types for comparison")
        }
    }

    static func isLessOrEqual(_ left: Value, _ right: Value) throws(ValueError) -> Bool {
        if try isLess(left, right) { return true }
        return try isEqual(left, right)
    }
}

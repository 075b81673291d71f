internal import Values

extension FunctionTable {
    /// The namespace `compare`.
    mutating func registerCompare() {
        register("compare.Eq", aliases: ["eq"], 0...Int.max) { call in
            try Self.requireArgument(call, "eq")
            return .bool(call.arguments.dropFirst().contains { Value.isEqual(call[0], $0) })
        }
        register("compare.Ne", aliases: ["ne"], 0...Int.max) { call in
            try Self.requireArgument(call, "ne")
            return .bool(call.arguments.dropFirst().allSatisfy { !Value.isEqual(call[0], $0) })
        }
        registerOrder("compare.Lt", "lt") { $0 < 0 }
        registerOrder("compare.Le", "le") { $0 <= 0 }
        registerOrder("compare.Gt", "gt") { $0 > 0 }
        registerOrder("compare.Ge", "ge") { $0 >= 0 }
        register("compare.Default", aliases: ["default"], 1...2) { call in
            call.count == 2 && Self.isGiven(call[1]) ? call[1] : call[0]
        }
        register("compare.Conditional", aliases: ["cond"], 3...3) { $0[0].isTruthy ? $0[1] : $0[2] }
    }

    private mutating func registerOrder(_ name: String, _ alias: String, _ holds: @escaping @Sendable (Int) -> Bool) {
        register(name, aliases: [alias], 0...Int.max) { call in
            try Self.requireArgument(call, alias)
            return .bool(call.arguments.dropFirst().allSatisfy { Value.compare(call[0], $0).map(holds) ?? false })
        }
    }

    private static func requireArgument(_ call: Invocation, _ name: String) throws(ValueError) {
        guard call.count > 1 else {
            throw ValueError("wrong number of args for \(name): want at least \(call.count + 1) got \(call.count)")
        }
    }

    /// Whether `default` takes a value as set: false is a value, the empty text and zero are none.
    private static func isGiven(_ value: Value) -> Bool {
        switch value {
        case .null: return false
        case .bool: return true
        default: return value.isTruthy
        }
    }
}

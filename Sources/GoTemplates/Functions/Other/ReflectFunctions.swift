internal import Values

extension FunctionTable {
    /// The functions of the namespace `reflect` that need no site.
    mutating func registerReflect() {
        register("reflect.IsMap", 1...1) { call in
            if case .object(let object) = call[0] { return .bool(object.keys != nil) }
            return .bool(call[0].mapValue != nil)
        }
        register("reflect.IsSlice", 1...1) { .bool($0[0].listValue != nil) }
    }
}

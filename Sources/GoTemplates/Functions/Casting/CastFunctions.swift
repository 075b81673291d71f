internal import Values

extension FunctionTable {
    /// The namespace `cast`.
    mutating func registerCast() {
        register("cast.ToInt", aliases: ["int"], 1...1) { .int(try $0.int(0)) }
        register("cast.ToFloat", aliases: ["float"], 1...1) { .float(try $0[0].castToFloat()) }
        register("cast.ToString", aliases: ["string"], 1...1) { .string(try $0.text(0)) }
    }
}

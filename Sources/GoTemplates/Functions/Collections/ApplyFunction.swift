internal import Values

extension FunctionTable {
    /// Registers `apply`, which calls the functions that are in the table at this moment.
    ///
    /// Whoever adds functions to the standard ones calls this again at the end.
    package mutating func registerApply() {
        let table = self
        register("collections.Apply", aliases: ["apply"], 2...Int.max) { call in
            let name = try call.string(1)
            if name == "apply" || name == "collections.Apply" {
                throw ValueError("can't apply myself (no turtles allowed)")
            }
            if call[0].isNull { return .list([]) }
            guard let function = table.function(named: name) else { throw ValueError("can't find function \(name)") }
            guard let list = call[0].listValue else { throw ValueError("can't apply over \(call[0].goString)") }
            let template = Array(call.arguments.dropFirst(2))
            guard function.arity.contains(template.count) else {
                throw ValueError("wrong number of args for \(name)")
            }
            return .list(
                try list.map { element in
                    let arguments = template.map { argument in
                        argument.stringValue.map { $0 == "." } == true ? element : argument
                    }
                    return try function.call(Invocation(arguments, context: call.context))
                })
        }
    }
}

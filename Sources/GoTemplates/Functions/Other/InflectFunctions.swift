internal import Values

extension FunctionTable {
    /// The namespace `inflect`.
    mutating func registerInflect() {
        register("inflect.Humanize", aliases: ["humanize"], 1...1) { call in
            let text = try call.text(0)
            guard !text.isEmpty else { return "" }
            return .string(try Humanizing.humanize(text))
        }
        register("inflect.Pluralize", aliases: ["pluralize"], 1...1) { .string(Inflection.pluralize(try $0.text(0))) }
        register("inflect.Singularize", aliases: ["singularize"], 1...1) {
            .string(Inflection.singularize(try $0.text(0)))
        }
    }
}

internal import RegularExpressions
internal import Values

extension FunctionTable {
    /// `findRE`, `findRESubmatch` and `replaceRE`.
    mutating func registerPatterns() {
        register("strings.FindRE", aliases: ["findRE"], 2...3) { call in
            let expression = try compile(try call.string(0))
            let subject = MatchSubject(try call.text(1))
            let limit = call.count > 2 ? try call.int(2) : -1
            let matches = try searching { () throws(RegularExpressionError) in
                try expression.allMatches(in: subject, limit: limit)
            }
            return .list(matches.map { .string(subject.text($0.range)) })
        }
        register("strings.FindRESubmatch", aliases: ["findRESubmatch"], 2...3) { call in
            let expression = try compile(try call.string(0))
            let subject = MatchSubject(try call.text(1))
            let limit = call.count > 2 ? try call.int(2) : -1
            let matches = try searching { () throws(RegularExpressionError) in
                try expression.allMatches(in: subject, limit: limit)
            }
            return .list(
                matches.map { match in
                    .list((0..<match.count).map { .string(match.range(of: $0).map(subject.text) ?? "") })
                })
        }
        register("strings.ReplaceRE", aliases: ["replaceRE"], 3...4) { call in
            let expression = try compile(try call.text(0))
            let template = try call.text(1)
            let text = try call.text(2)
            let limit = call.count > 3 ? try call.int(3) : -1
            return .string(
                try searching { () throws(RegularExpressionError) in
                    try expression.replacing(in: text, with: template, limit: limit)
                })
        }
    }
}

/// The compiled form of a pattern that a template wrote.
func compile(_ pattern: String) throws(ValueError) -> RegularExpression {
    do {
        return try RegularExpression.cached(go: pattern)
    } catch {
        throw ValueError(error.message)
    }
}

/// Gives an error of the search the shape of an error of a function.
func searching<Result>(_ body: () throws(RegularExpressionError) -> Result) throws(ValueError) -> Result {
    do {
        return try body()
    } catch {
        throw ValueError(error.message)
    }
}

/// Makes the value of one property shorter.
struct CSSValueMinifier {
    private let property: String

    /// - Parameter property: the name in lower case.
    init(property: String) { self.property = property }

    /// The value in as few characters as it takes; a value with blocks or loose parentheses as it stands.
    func minified(_ tokens: [CSSToken]) -> String {
        var tokens = tokens
        var important = ""
        if tokens.count > 2, tokens[tokens.count - 2].isDelimiter("!"), tokens[tokens.count - 1].text == "important" {
            tokens.removeLast(2)
            important = "!important"
        }
        guard let values = values(tokens) else {
            return oldFilter(tokens).map(\.text).joined() + important
        }
        var shorter = shortened(values, function: "", depth: 0)
        if !shorter.isEmpty, shorter.count <= 100 {
            shorter = CSSPropertyRules(property: property).applied(to: shorter)
        }
        return written(shorter) + important
    }

    /// `progid:DXImageTransform.Microsoft.Alpha(Opacity=50)` as `alpha(opacity=50)`.
    private func oldFilter(_ tokens: [CSSToken]) -> [CSSToken] {
        guard property == "filter", tokens.count == 11,
            tokens[..<7].map(\.text).joined() == "progid:DXImageTransform.Microsoft.Alpha(",
            tokens[7].text.lowercased() == "opacity"
        else { return tokens }
        return [.identifier("alpha("), .identifier("opacity")] + tokens[8...]
    }

    // MARK: Reading and writing

    /// The values without the white space between them, functions with their arguments; nil when it is no such list.
    private func values(_ tokens: [CSSToken]) -> [CSSToken]? {
        var result: [CSSToken] = []
        var isSeparated = true
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            let separates = token.kind == .whitespace || token.kind == .comma || token.isDelimiter("/")
            if token.kind != .function, token.nesting != 0 { return nil }
            if !isSeparated, !separates { return nil }
            if separates {
                if token.kind != .whitespace { result.append(token) }
                isSeparated = true
                index += 1
            } else if token.kind == .function {
                let (function, end) = function(tokens, at: index, depth: 0)
                result.append(function)
                isSeparated = true
                index = end
            } else {
                result.append(token)
                isSeparated = token.kind == .url
                index += 1
            }
        }
        return result
    }

    private func function(_ tokens: [CSSToken], at start: Int, depth: Int) -> (CSSToken, Int) {
        var function = tokens[start]
        var level = 0
        var index = start + 1
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .rightParenthesis {
                if level == 0 { return (function, index + 1) }
                level -= 1
            } else if token.kind == .leftParenthesis {
                level += 1
            }
            if token.kind == .function, depth < 32 {
                let (inner, end) = self.function(tokens, at: index, depth: depth + 1)
                function.arguments.append(inner)
                index = end
            } else {
                function.arguments.append(token)
                index += 1
            }
        }
        return (function, index)
    }

    private func written(_ values: [CSSToken]) -> String {
        var text = ""
        var isSeparated = true
        for value in values {
            let isSlash = value.isDelimiter("/")
            if !isSeparated, value.kind != .comma, !isSlash { text += " " }
            text += plain(value)
            isSeparated = value.kind == .comma || isSlash || value.kind == .function || value.kind == .url
        }
        return text
    }

    private func plain(_ token: CSSToken) -> String {
        token.kind == .function ? token.text + token.arguments.map(plain).joined() + ")" : token.text
    }

    // MARK: Single values

    private static let integers: Set<String> = ["z-index", "counter-increment", "counter-reset", "orphans", "widows"]
    private static let unitsOfZero: Set<String> = [
        "px", "mm", "q", "cm", "in", "pt", "pc", "ch", "em", "ex", "rem", "vh", "vw", "vmin", "vmax", "deg", "grad",
        "rad",
        "turn",
    ]
    /// Functions in which a zero keeps its unit.
    private static let exactFunctions: Set<String> = [
        "attr", "calc", "clamp", "env", "max", "min", "hsl", "hsla", "rgb", "rgba", "local", "var", "linear-gradient",
        "radial-gradient", "alpha", "repeat",
    ]

    private func shortened(_ values: [CSSToken], function: String, depth: Int) -> [CSSToken] {
        values.map { value in
            var value = value
            switch value.kind {
            case .number where !Self.integers.contains(property): value.text = CSSNumber.shortest(value.text)
            case .percentage: value.text = CSSNumber.shortest(value.text.dropLast()) + "%"
            case .dimension: value.text = dimension(value.text, function: function)
            case .string: value.text = joiningLines(value.text)
            case .url: value.text = address(value.text)
            case .function:
                value.arguments = shortened(value.arguments, function: value.word, depth: depth + 1)
                return CSSColorFunction(value)?.shortest ?? value
            default: break
            }
            return value
        }
    }

    private func dimension(_ text: String, function: String) -> String {
        let unit = text.reversed().prefix { $0.isASCII && $0.isLetter }.reversed().map(String.init).joined()
            .lowercased()
        let number = CSSNumber.shortest(text.dropLast(unit.count))
        let drops = Self.unitsOfZero.contains(unit) && property != "flex" && !Self.exactFunctions.contains(function)
        return number == "0" && drops ? "0" : number + unit
    }

    /// A text without its line breaks that a backslash takes back.
    private func joiningLines(_ text: String) -> String {
        text.replacing("\\\r\n", with: "").replacing("\\\n", with: "")
    }

    private func address(_ text: String) -> String {
        guard text.utf8.count > 10 else { return text }
        var inner = text.dropFirst(4).dropLast().trimmingSpace
        var quote = "\""
        if inner.utf8.count > 1, let first = inner.first, first == "\"" || first == "'" {
            quote = String(first)
            inner = joiningLines(String(inner.dropFirst().dropLast()))
        }
        return CSSLexer.isPlainAddress(inner) ? "url(\(inner))" : "url(\(quote)\(inner)\(quote))"
    }
}

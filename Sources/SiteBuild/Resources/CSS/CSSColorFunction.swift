/// A function that gives a colour.
struct CSSColorFunction {
    private var token: CSSToken
    private var values: [Double] = []

    /// Nil when it is no such function, or not one of plain numbers.
    init?(_ token: CSSToken) {
        guard ["rgb", "rgba", "hsl", "hsla"].contains(token.word) else { return nil }
        self.token = token
        self.token.arguments = token.arguments
        for (index, argument) in token.arguments.enumerated() {
            if index % 2 == 0 {
                guard argument.kind == .number || argument.kind == .percentage else { return nil }
                let text = argument.kind == .number ? argument.text : String(argument.text.dropLast())
                guard var number = Double(text.hasPrefix(".") ? "0" + text : text.replacing("-.", with: "-0.")) else {
                    return nil
                }
                if argument.kind == .percentage { number = min(max(number / 100, 0), 1) }
                values.append(number)
            } else {
                let isSlash = index == 5 && argument.isDelimiter("/")
                guard argument.kind == .comma || (index != 5 && argument.kind == .whitespace) || isSlash else {
                    return nil
                }
            }
        }
    }

    private static let tiny = 0.00001

    /// The colour as it is written shortest.
    var shortest: CSSToken {
        var token = token
        var values = values
        let name = token.word
        if values.count == 4 {
            if values.allSatisfy({ $0 < Self.tiny }) { return .identifier("transparent") }
            if values[3] > 1 - Self.tiny {
                values.removeLast()
                token.arguments.removeLast(2)
                if name.hasSuffix("a") { token.text = String(token.text.dropLast(2)) + "(" }
            }
        }
        guard values.count == 3 else {
            if values.count == 4, let last = token.arguments.indices.last {
                token.arguments[last] = shorterFraction(token.arguments[last])
            }
            return token
        }
        if name.hasPrefix("rgb") {
            let parts = (0..<3).map { token.arguments[$0 * 2].kind == .number ? values[$0] / 255 : values[$0] }
            return CSSColor.token(red: parts[0], green: parts[1], blue: parts[2])
        }
        guard
            name == "hsl"
                || (token.arguments[0].kind == .number && token.arguments[2].kind == .percentage
                    && token.arguments[4].kind == .percentage)
        else { return token }
        var hue = values[0] / 360
        hue -= hue.rounded(.towardZero)
        let (red, green, blue) = CSSColor.rgb(
            hue: hue < 0 ? hue + 1 : hue, saturation: values[1], lightness: values[2])
        return CSSColor.token(red: red, green: green, blue: blue)
    }

    /// `50%` as `.5`, and `.05` as `5%`.
    private func shorterFraction(_ token: CSSToken) -> CSSToken {
        let text = token.text
        if token.kind == .percentage, text.utf8.count == 3, text.hasSuffix("0%") {
            return .number("." + text.prefix(1))
        }
        guard token.kind == .number, text.hasPrefix(".0"), text.utf8.count > 2 else { return token }
        if text.hasPrefix(".00") { return CSSToken(kind: .percentage, text: "." + text.dropFirst(3) + "%") }
        return text.utf8.count == 3 ? CSSToken(kind: .percentage, text: text.suffix(1) + "%") : token
    }
}

/// What the value of a property may leave out, property by property.
struct CSSPropertyRules {
    private let property: String

    init(property: String) { self.property = property }

    /// The value without what means nothing; `values` is not empty.
    func applied(to values: [CSSToken]) -> [CSSToken] {
        switch property {
        case "font": return font(values)
        case "font-family": return values.map(family)
        case "font-weight": return [weight(values[0])] + values.dropFirst()
        case "margin", "padding", "border-width": return sides(values)
        case "border", "border-bottom", "border-left", "border-right", "border-top", "column-rule":
            return line(values, without: ["none", "currentcolor", "medium"])
        case "outline": return line(values, without: ["invert", "none", "medium"])
        case "text-decoration": return line(values, without: ["currentcolor", "none", "solid"])
        case "text-emphasis": return line(values, without: ["currentcolor", "none"])
        case "text-shadow": return values.map(CSSColor.shortest)
        case "color", "background-color", "caret-color", "outline-color", "fill", "stroke":
            return [CSSColor.shortest(values[0])] + values.dropFirst()
        case "border-color":
            let colors = values.map { $0.word == "currentcolor" ? .identifier("initial") : CSSColor.shortest($0) }
            return colors.allSatisfy { $0 == colors[0] } ? [colors[0]] : colors
        case "border-left-color", "border-right-color", "border-top-color", "border-bottom-color",
            "text-decoration-color", "text-emphasis-color":
            let first = values[0].word == "currentcolor" ? CSSToken.identifier("initial") : CSSColor.shortest(values[0])
            return [first] + values.dropFirst()
        case "background": return layers(values, CSSBackgroundRules.layer)
        case "background-size": return layers(values, CSSBackgroundRules.size)
        case "background-repeat": return layers(values, CSSBackgroundRules.repetition)
        case "background-position": return layers(values, CSSBackgroundRules.position)
        case "box-shadow": return layers(values, shadow)
        case "flex": return flex(values)
        case "flex-basis":
            return [values[0].word == "initial" ? .identifier("auto") : withoutUnit(values[0])] + values.dropFirst()
        case "order", "flex-grow": return initial(values, as: "0")
        case "flex-shrink": return initial(values, as: "1")
        case "unicode-range": return CSSUnicodeRanges.shortest(values)
        default: return values
        }
    }

    /// Each part between commas, made shorter.
    private func layers(_ values: [CSSToken], _ shorter: ([CSSToken]) -> [CSSToken]) -> [CSSToken] {
        var result: [CSSToken] = []
        for (number, part) in values.split(omittingEmptySubsequences: false, whereSeparator: { $0.kind == .comma })
            .enumerated()
        {
            if number > 0 { result.append(CSSToken(kind: .comma, text: ",")) }
            result += part.isEmpty ? [] : shorter(Array(part))
        }
        return result
    }

    private func initial(_ values: [CSSToken], as number: String) -> [CSSToken] {
        [values[0].word == "initial" ? .number(number) : values[0]] + values.dropFirst()
    }

    private func withoutUnit(_ value: CSSToken) -> CSSToken {
        value.kind != .number && value.isZero ? .number("0") : value
    }

    // MARK: Fonts

    private func weight(_ value: CSSToken) -> CSSToken {
        switch value.word {
        case "normal": return .number("400")
        case "bold": return .number("700")
        default: return value
        }
    }

    private func family(_ value: CSSToken) -> CSSToken {
        guard value.kind == .string, value.text.utf8.count > 2 else { return value }
        let name = value.text.lowercased()
        let words = name.dropFirst().dropLast().split(separator: " ", omittingEmptySubsequences: false)
        let needsNoQuotes = words.allSatisfy { CSSLexer.isIdentifier($0) }
        return CSSToken(kind: .string, text: needsNoQuotes ? String(name.dropFirst().dropLast()) : name)
    }

    private static let sizes: Set<String> = [
        "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "smaller", "larger", "inherit",
        "initial", "unset",
    ]

    /// Size and family at the end, what stands before the size in any order.
    private func font(_ values: [CSSToken]) -> [CSSToken] {
        guard values.count > 1 else { return values }
        var values = values
        var size = values.count - 1
        if let comma = values.dropFirst(2).firstIndex(where: { $0.kind == .comma }) { size = comma - 1 }
        size -= 1
        while size > 0 {
            if values[size - 1].isDelimiter("/") { break }
            if values[size].kind != .identifier, values[size].kind != .string { break }
            if Self.sizes.contains(values[size].word) { break }
            size -= 1
        }
        guard size >= 0 else { return values }
        for index in (size + 1)..<values.count { values[index] = family(values[index]) }
        if values[size + 1].text.hasPrefix("-") { values[size + 1].text = "'\(values[size + 1].text)'" }
        guard size > 0 else { return values }
        var index = size
        if index > 1, values[index - 1].isDelimiter("/") {
            if values[index].word == "normal" { values.removeSubrange(index - 1...index) }
            index -= 2
        }
        index -= 1
        while index >= 0 {
            if values[index].word == "normal" || values[index] == .number("400") {
                values.remove(at: index)
            } else if values[index].word == "bold" {
                values[index] = .number("700")
            }
            index -= 1
        }
        return values
    }

    // MARK: Boxes

    /// Top, right, bottom, left without those that repeat another.
    private func sides(_ values: [CSSToken]) -> [CSSToken] {
        switch values.count {
        case 2 where values[0] == values[1]: return [values[0]]
        case 3 where values[0] == values[2]: return values[0] == values[1] ? [values[0]] : Array(values[..<2])
        case 4 where values[1] == values[3]:
            guard values[0] == values[2] else { return Array(values[..<3]) }
            return values[0] == values[1] ? [values[0]] : Array(values[..<2])
        default: return values
        }
    }

    private func line(_ values: [CSSToken], without words: Set<String>) -> [CSSToken] {
        let rest = values.filter { !words.contains($0.word) }.map(CSSColor.shortest)
        return rest.isEmpty ? [.identifier("none")] : rest
    }

    private func shadow(_ values: [CSSToken]) -> [CSSToken] {
        if values.count == 1, values[0].word == "initial" { return [.identifier("none")] }
        var values = values
        var lengths = values.indices.filter { values[$0].isLength }
        for count in [4, 3] where lengths.count == count && values[lengths[count - 1]].isZero {
            values.remove(at: lengths[count - 1])
            lengths.removeLast()
        }
        return values
    }

    private func flex(_ values: [CSSToken]) -> [CSSToken] {
        if values.count == 2, values[0].kind == .number {
            return values[1].kind != .number && values[1].isZero ? [values[0]] : values
        }
        guard values.count == 3, values[0].kind == .number, values[1].kind == .number,
            values[0].text.utf8.count == 1, values[1].text.utf8.count == 1
        else { return values }
        if values[2].word == "auto" {
            switch values[0].text + values[1].text {
            case "01": return [.identifier("initial")]
            case "11": return [.identifier("auto")]
            case "00": return [.identifier("none")]
            default: return values
            }
        }
        if values[2].isZero { return values[1].text == "1" ? [values[0]] : Array(values[..<2]) }
        return values
    }
}

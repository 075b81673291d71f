/// Backgrounds, one layer at a time.
enum CSSBackgroundRules {
    private static let repetitions: Set<String> = ["space", "round", "repeat", "no-repeat"]
    private static let places: Set<String> = ["left", "right", "top", "bottom", "center"]

    /// A size whose second part is what it is anyway.
    static func size(_ values: [CSSToken]) -> [CSSToken] {
        values.count == 2 && values[1].word == "auto" ? [values[0]] : values
    }

    /// A repetition in two words as one.
    static func repetition(_ values: [CSSToken]) -> [CSSToken] {
        guard values.count == 2, values[0].kind == .identifier, values[1].kind == .identifier else { return values }
        switch (values[0].word, values[1].word) {
        case let (first, second) where first == second: return [values[0]]
        case ("repeat", "no-repeat"): return [.identifier("repeat-x")]
        case ("no-repeat", "repeat"): return [.identifier("repeat-y")]
        default: return values
        }
    }

    /// A place of one or two parts as numbers.
    static func position(_ values: [CSSToken]) -> [CSSToken] {
        guard values.count == 1 || values.count == 2 else { return values }
        var values = values
        let isUpright = { (value: CSSToken) in value.word == "top" || value.word == "bottom" }
        if values.count == 1, isUpright(values[0]) { return values }
        if values.count == 2, isUpright(values[0]) || ["left", "right"].contains(values[1].word) {
            values.swapAt(0, 1)
        }
        var result: [CSSToken] = []
        for (index, value) in values.enumerated() {
            switch value.word {
            case "left", "top": result.append(.number("0"))
            case "right", "bottom": result.append(CSSToken(kind: .percentage, text: "100%"))
            case "center":
                if index == 0 { result.append(CSSToken(kind: .percentage, text: "50%")) }
            default:
                if index == 1, value.kind == .percentage, value.text == "50%" { continue }
                result.append(value.kind == .percentage && value.isZero ? .number("0") : value)
            }
        }
        return result
    }

    /// A whole layer of `background`.
    static func layer(_ values: [CSSToken]) -> [CSSToken] {
        var values = values
        if let slash = values.firstIndex(where: { $0.isDelimiter("/") }) { shortenSize(&values, behind: slash) }
        var result: [CSSToken] = []
        var origin: Int?
        var index = 0
        while index < values.count {
            let value = CSSColor.shortest(values[index])
            let word = value.word
            index += 1
            if repetitions.contains(word), index < values.count, repetitions.contains(values[index].word) {
                let short = repetition([value, values[index]])
                index += 1
                if short.map(\.word) != ["repeat"] { result += short }
            } else if ["none", "scroll", "transparent"].contains(word) || value.text == "#0000" {
                continue
            } else if word == "padding-box", origin == nil {
                origin = result.count
                result.append(value)
            } else if word == "border-box", let place = origin {
                result.remove(at: place)
                origin = nil
            } else if isPlace(value), word != "var" {
                var end = index
                while end < values.count, isPlace(values[end]) { end += 1 }
                let short = position([value] + values[index..<end])
                index = end
                let hasSize = end < values.count && values[end].isDelimiter("/")
                if hasSize {
                    result += short
                    result.append(values[end])
                    index = end + 1
                    while index < values.count, isPlace(values[index]) || values[index].word == "auto" {
                        result.append(values[index])
                        index += 1
                    }
                } else if !(short.count == 2 && short.allSatisfy(\.isZero)) {
                    result += short
                }
            } else {
                result.append(value)
            }
        }
        return result.isEmpty ? [.number("0"), .number("0")] : result
    }

    private static func isPlace(_ value: CSSToken) -> Bool {
        value.kind == .number || value.isLengthOrPercentage || places.contains(value.word)
    }

    private static func isSize(_ value: CSSToken) -> Bool {
        value.kind == .number || value.isLengthOrPercentage || value.word == "auto"
    }

    private static func shortenSize(_ values: inout [CSSToken], behind slash: Int) {
        guard slash + 1 < values.count, isSize(values[slash + 1]) else { return }
        let isPair = slash + 2 < values.count && isSize(values[slash + 2])
        let short = isPair ? size(Array(values[slash + 1...slash + 2])) : [values[slash + 1]]
        let isNothing = short.count == 1 && short[0].word == "auto"
        values.replaceSubrange(slash...slash + (isPair ? 2 : 1), with: isNothing ? [] : [values[slash]] + short)
    }
}

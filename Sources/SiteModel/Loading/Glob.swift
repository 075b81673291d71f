/// Patterns of paths as Hugo knows them: `*` within a part, `**` over parts, `?`, `{a,b}`, `[a-z]`, `\x`.
package enum Glob {
    /// Whether `text` matches `pattern` in any case.
    package static func matches(_ pattern: String, _ text: String) -> Bool {
        let text = Array(text.lowercased().unicodeScalars)
        return alternatives(of: Array(pattern.lowercased().unicodeScalars)).contains { matches($0, text) }
    }

    /// How many patterns the braces of one may stand for.
    private static let alternativeLimit = 256

    /// The pattern once for each choice of its braces.
    private static func alternatives(of pattern: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var done: [[Unicode.Scalar]] = []
        var open: [[Unicode.Scalar]] = [pattern]
        while let next = open.popLast() {
            guard done.count + open.count < alternativeLimit, let braces = firstBraces(in: next) else {
                done.append(next)
                continue
            }
            for choice in braces.choices.reversed() {
                open.append(next[..<braces.range.lowerBound] + choice + next[braces.range.upperBound...])
            }
        }
        return done
    }

    private static func firstBraces(
        in pattern: [Unicode.Scalar]
    ) -> (range: Range<Int>, choices: [[Unicode.Scalar]])? {
        guard let start = pattern.firstIndex(of: "{") else { return nil }
        var depth = 0
        var choices: [[Unicode.Scalar]] = []
        var current: [Unicode.Scalar] = []
        for index in start..<pattern.count {
            let scalar = pattern[index]
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            if depth == 0 { return (start..<index + 1, choices + [current]) }
            if scalar == ",", depth == 1 {
                choices.append(current)
                current = []
            } else if index > start {
                current.append(scalar)
            }
        }
        return nil
    }

    /// One state for each place in the pattern: time grows with the product of both lengths, never faster.
    private static func matches(_ pattern: [Unicode.Scalar], _ text: [Unicode.Scalar]) -> Bool {
        let steps = compile(pattern)
        var active = [Bool](repeating: false, count: steps.count + 1)
        active[0] = true
        spread(&active, steps)
        for scalar in text {
            var next = [Bool](repeating: false, count: steps.count + 1)
            for (index, step) in steps.enumerated() where active[index] {
                switch step {
                case .star: if scalar != "/" { next[index] = true }
                case .doubleStar: next[index] = true
                case .any: if scalar != "/" { next[index + 1] = true }
                case .one(let wanted): if scalar == wanted { next[index + 1] = true }
                case .set(let ranges, let isNegated):
                    if ranges.contains(where: { $0.contains(scalar) }) != isNegated { next[index + 1] = true }
                }
            }
            active = next
            spread(&active, steps)
        }
        return active[steps.count]
    }

    private enum Step {
        case star
        case doubleStar
        case any
        case one(Unicode.Scalar)
        case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private static func spread(_ active: inout [Bool], _ steps: [Step]) {
        for (index, step) in steps.enumerated() where active[index] {
            switch step {
            case .star, .doubleStar: active[index + 1] = true
            default: break
            }
        }
    }

    private static func compile(_ pattern: [Unicode.Scalar]) -> [Step] {
        var steps: [Step] = []
        var index = 0
        while index < pattern.count {
            let scalar = pattern[index]
            index += 1
            switch scalar {
            case "*":
                if index < pattern.count, pattern[index] == "*" {
                    index += 1
                    steps.append(.doubleStar)
                } else {
                    steps.append(.star)
                }
            case "?": steps.append(.any)
            case "\\" where index < pattern.count:
                steps.append(.one(pattern[index]))
                index += 1
            case "[":
                guard let end = pattern[index...].firstIndex(of: "]") else {
                    steps.append(.one(scalar))
                    continue
                }
                steps.append(set(pattern[index..<end]))
                index = end + 1
            default: steps.append(.one(scalar))
            }
        }
        return steps
    }

    private static func set(_ inside: ArraySlice<Unicode.Scalar>) -> Step {
        var inside = inside
        let isNegated = inside.first == "!" || inside.first == "^"
        if isNegated { inside.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        var scalars = Array(inside)[...]
        while let first = scalars.popFirst() {
            if scalars.first == "-", scalars.count > 1, let last = scalars.dropFirst().first {
                scalars.removeFirst(2)
                if first <= last { ranges.append(first...last) }
            } else {
                ranges.append(first...first)
            }
        }
        return .set(ranges, isNegated: isNegated)
    }
}

/// A pattern of paths as Hugo has it: `*` within a folder, `**` across folders, `?`, `[a-z]`, `[!abc]`, `{a,b}`, `\x`.
///
/// Case does not matter. The rules are those of the program, which the table in the tests records; time grows with
/// pattern times text, never faster, since all ways through the pattern are walked at once.
package struct Glob: Sendable {
    /// What is wrong with a pattern.
    package struct PatternError: Error, Sendable, Hashable {
        /// One sentence.
        package let message: String
    }

    private enum Step {
        case one(Unicode.Scalar)
        case any
        case star
        case doubleStar
        case range(ClosedRange<Unicode.Scalar>, isNegated: Bool)
        case list([Unicode.Scalar], isNegated: Bool)
        /// Goes on at each of the places; the choices of a brace.
        case fork([Int])
        /// Goes on elsewhere; the end of a choice.
        case jump(Int)
    }

    private let steps: [Step]

    /// Reads a pattern.
    package init(_ pattern: String) throws(PatternError) {
        var parser = Parser(pattern: Array(pattern.lowercased().unicodeScalars))
        try parser.parse()
        steps = parser.steps
    }

    /// Whether the whole of `text` fits the pattern.
    package func matches(_ text: String) -> Bool {
        var active = [Bool](repeating: false, count: steps.count + 1)
        var next = active
        var pending: [Int] = []
        enter(0, &active, &pending)
        for scalar in text.lowercased().unicodeScalars {
            var isAlive = false
            for place in steps.indices where active[place] {
                active[place] = false
                guard let following = following(place, scalar) else { continue }
                isAlive = true
                enter(following, &next, &pending)
            }
            guard isAlive else { return false }
            active[steps.count] = false
            swap(&active, &next)
        }
        return active[steps.count]
    }

    /// Where the walk goes on when the step at `place` takes `scalar`.
    private func following(_ place: Int, _ scalar: Unicode.Scalar) -> Int? {
        switch steps[place] {
        case .one(let wanted): return scalar == wanted ? place + 1 : nil
        case .any: return scalar == "/" ? nil : place + 1
        case .star: return scalar == "/" ? nil : place
        case .doubleStar: return place
        case .range(let range, let isNegated): return range.contains(scalar) != isNegated ? place + 1 : nil
        case .list(let list, let isNegated): return list.contains(scalar) != isNegated ? place + 1 : nil
        case .fork, .jump: return nil
        }
    }

    /// Marks a place and all that can be reached from it without a character.
    private func enter(_ place: Int, _ active: inout [Bool], _ pending: inout [Int]) {
        pending.append(place)
        while let place = pending.popLast() {
            if active[place] { continue }
            active[place] = true
            guard place < steps.count else { continue }
            switch steps[place] {
            case .star, .doubleStar: pending.append(place + 1)
            case .fork(let places): pending.append(contentsOf: places)
            case .jump(let place): pending.append(place)
            case .one, .any, .range, .list: break
            }
        }
    }

    /// Turns a pattern into steps.
    private struct Parser {
        let pattern: [Unicode.Scalar]
        var steps: [Step] = []
        private var index = 0
        private var braces: [Brace] = []

        /// A brace that is open: the place of its fork, the first steps of its choices, and the ends of those before.
        private struct Brace {
            let fork: Int
            var choices: [Int]
            var ends: [Int]
        }

        init(pattern: [Unicode.Scalar]) { self.pattern = pattern }

        mutating func parse() throws(PatternError) {
            while index < pattern.count {
                let scalar = pattern[index]
                index += 1
                switch scalar {
                case "*": addStar()
                case "?": steps.append(.any)
                case "\\" where index < pattern.count:
                    steps.append(.one(pattern[index]))
                    index += 1
                case "[": try addSet()
                case "{":
                    braces.append(Brace(fork: steps.count, choices: [steps.count + 1], ends: []))
                    steps.append(.fork([]))
                case "," where !braces.isEmpty:
                    braces[braces.count - 1].ends.append(steps.count)
                    steps.append(.jump(0))
                    braces[braces.count - 1].choices.append(steps.count)
                case "}" where !braces.isEmpty: closeBrace()
                default: steps.append(.one(scalar))
                }
            }
            if !braces.isEmpty { throw PatternError(message: "a { is not closed") }
        }

        private mutating func addStar() {
            var isDouble = false
            while index < pattern.count, pattern[index] == "*" {
                isDouble = true
                index += 1
            }
            steps.append(isDouble ? .doubleStar : .star)
        }

        private mutating func closeBrace() {
            guard let brace = braces.popLast() else { return }
            steps[brace.fork] = .fork(brace.choices)
            for end in brace.ends { steps[end] = .jump(steps.count) }
        }

        private mutating func addSet() throws(PatternError) {
            guard let end = pattern[index...].firstIndex(of: "]") else {
                throw PatternError(message: "a [ is not closed")
            }
            var inside = pattern[index..<end]
            index = end + 1
            let isNegated = inside.first == "!"
            if isNegated { inside.removeFirst() }
            guard let first = inside.first, let last = inside.last else {
                throw PatternError(message: "a [ has nothing inside")
            }
            guard inside.dropFirst().first == "-" else {
                steps.append(.list(Array(inside), isNegated: isNegated))
                return
            }
            guard inside.count == 3, first <= last else {
                throw PatternError(message: "[\(String(String.UnicodeScalarView(inside)))] is no range")
            }
            steps.append(.range(first...last, isNegated: isNegated))
        }
    }
}

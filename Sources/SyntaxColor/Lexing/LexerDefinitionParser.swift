/// Reads the text form of a lexer definition.
struct LexerDefinitionParser {
    /// A line that is not understood.
    struct Failure: Error, Equatable {
        let line: Int
        let reason: String
    }

    private var definition = LexerDefinition()
    private var state: String?
    private var words: String?
    private var lists: [String: [Substring]] = [:]
    /// The lists whose words also belong to a list.
    private var includedLists: [String: [Substring]] = [:]

    /// Only what stands before the states: names, aliases, file names.
    static func parseHeader(_ text: String) -> LexerDefinition {
        var parser = LexerDefinitionParser()
        // Every build reads the headers of all languages: what follows them is not looked at.
        var rest = text[...]
        while !rest.isEmpty {
            let end = rest.utf8.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = rest[..<end]
            rest = rest[end...].dropFirst()
            if line.hasPrefix("state ") || line.hasPrefix("words ") || line.hasPrefix("let ") { break }
            try? parser.parse(line, number: 0)
        }
        return parser.definition
    }

    static func parse(_ text: String) throws(Failure) -> LexerDefinition {
        var parser = LexerDefinitionParser()
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            try parser.parse(line, number: number)
        }
        for (name, ownWords) in parser.lists {
            var list = ownWords
            for other in parser.includedLists[name] ?? [] {
                guard let more = parser.lists[String(other)] else {
                    throw Failure(line: number, reason: "no words \(other)")
                }
                list += more
            }
            parser.definition.fragments[name] = WordPattern.pattern(list)
        }
        guard parser.definition.states["root"] != nil else { throw Failure(line: number, reason: "no state root") }
        return parser.definition
    }

    private mutating func parse(_ line: Substring, number: Int) throws(Failure) {
        if line.utf8.allSatisfy({ $0 == 0x20 }) || line.hasPrefix("//") { return }
        if line.utf8.first == 0x20 {
            if let words {
                lists[words, default: []] += line.split(separator: " ")
            } else if let state {
                let entry = try Self.entry(line, number: number)
                definition.states[state, default: []].append(entry)
            } else {
                throw Failure(line: number, reason: "a rule outside of a state")
            }
            return
        }
        let parts = line.split(separator: " ", maxSplits: 1)
        let rest = parts.count > 1 ? parts[1] : ""
        state = nil
        words = nil
        switch parts[0] {
        case "name": definition.name = String(rest)
        case "alias": definition.aliases += rest.split(separator: " ").map(String.init)
        case "file": definition.fileNames += rest.split(separator: " ").map(String.init)
        case "priority": definition.priority = Int(rest) ?? 1
        case "flags": for flag in rest.split(separator: " ") { try setFlag(flag, number: number) }
        case "words":
            let names = rest.split(separator: " ")
            guard let name = names.first else { throw Failure(line: number, reason: "words need a name") }
            words = String(name)
            lists[String(name), default: []] += []
            includedLists[String(name), default: []] += names.dropFirst()
        case "within": definition.outerLanguage = String(rest)
        case "let":
            let pair = rest.split(separator: " ", maxSplits: 1)
            guard pair.count == 2 else { throw Failure(line: number, reason: "let needs a name and a pattern") }
            definition.fragments[String(pair[0])] = String(pair[1])
        case "state":
            state = String(rest)
            if definition.states[String(rest)] == nil { definition.states[String(rest)] = [] }
        default: throw Failure(line: number, reason: "unknown word \(parts[0])")
        }
    }

    private mutating func setFlag(_ flag: Substring, number: Int) throws(Failure) {
        switch flag {
        case "ignore-case": definition.ignoresCase = true
        case "dot-all": definition.dotMatchesNewline = true
        case "one-line": definition.isMultiline = false
        case "ensure-newline": definition.ensuresNewline = true
        default: throw Failure(line: number, reason: "unknown flag \(flag)")
        }
    }

    private static func entry(_ line: Substring, number: Int) throws(Failure) -> LexerDefinition.Entry {
        let parts = line.split(separator: " ", maxSplits: 2)
        if parts.count == 2, parts[0] == "use" { return .include(String(parts[1])) }
        guard parts.count >= 2 else { throw Failure(line: number, reason: "a rule needs a kind and a move") }
        // What follows the two columns is the pattern; spaces between are columns too, so a pattern writes its first
        // space as `[ ]`.
        var pattern = parts.count > 2 ? parts[2] : ""
        while pattern.utf8.first == 0x20 { pattern = pattern.dropFirst() }
        let kinds = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        var emissions: [LexerDefinition.Emission] = []
        for kind in kinds where !(kind.isEmpty && kinds.count == 2 && emissions.count == 1) {
            emissions.append(try emission(kind, number: number))
        }
        var moves: [LexerDefinition.Move] = []
        for move in parts[1].split(separator: ",") where move != "-" {
            if move == "=" {
                moves.append(.pushSame)
            } else if move.hasPrefix("^") {
                guard let depth = move == "^" ? 1 : Int(move.dropFirst()), depth > 0 else {
                    throw Failure(line: number, reason: "not a move: \(move)")
                }
                moves.append(.pop(depth))
            } else {
                moves.append(.push(String(move)))
            }
        }
        return .rule(
            LexerDefinition.Rule(
                pattern: String(pattern), emissions: emissions, isByGroup: kinds.count > 1, moves: moves))
    }

    private static func emission(_ text: Substring, number: Int) throws(Failure) -> LexerDefinition.Emission {
        if text == "." { return .nothing }
        if text == "t" { return .token(.text) }
        if text.hasPrefix("@") { return .state(String(text.dropFirst())) }
        if text.hasPrefix("<"), let end = text.lastIndex(of: ">") {
            let kind = text[text.index(after: end)...]
            let other = kind.isEmpty ? nil : TokenClass(cssName: kind)
            guard kind.isEmpty || other != nil else { throw Failure(line: number, reason: "unknown kind \(kind)") }
            return .language(String(text[..<end].dropFirst()), other: other)
        }
        if text.hasPrefix("$"), let group = text.dropFirst().first?.wholeNumberValue {
            let kind = text.dropFirst(2)
            if kind.isEmpty { return .named(group: group) }
            guard let unknown = TokenClass(cssName: kind) else {
                throw Failure(line: number, reason: "unknown kind \(kind)")
            }
            return .named(group: group, unknown: unknown)
        }
        guard let kind = TokenClass(cssName: text) else {
            throw Failure(line: number, reason: "unknown kind \(text)")
        }
        return .token(kind)
    }
}

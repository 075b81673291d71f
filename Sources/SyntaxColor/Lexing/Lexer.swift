internal import RegularExpressions

/// A language ready to read text: its states with all patterns of a state compiled as one.
final class Lexer: Sendable {
    /// What a rule does; names are resolved to indexes.
    struct Action: Sendable {
        enum Emission: Sendable {
            case nothing
            case token(TokenClass)
            case state(Int)
            case language(String, other: TokenClass?)
            case named(group: Int, unknown: TokenClass)
        }

        enum Move: Sendable {
            case push(Int)
            case pushSame
            case pop(Int)
        }

        let emissions: [Emission]
        let isByGroup: Bool
        let moves: [Move]
    }

    struct State: Sendable {
        let patterns: OrderedPatterns
        let actions: [Action]
    }

    /// Why a definition cannot be used.
    struct Failure: Error {
        let reason: String
    }

    let definition: LexerDefinition
    let states: [State]
    /// The state to begin in.
    let root: Int
    /// The most groups of any pattern.
    let groupLimit: Int

    init(_ definition: LexerDefinition) throws(Failure) {
        self.definition = definition
        let names = definition.states.keys.sorted()
        let indexes = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
        // As in .NET, whose dialect Chroma uses.
        var options: RegularExpression.Options = [.unicodeClasses]
        if definition.ignoresCase { options.insert(.ignoringCase) }
        if definition.dotMatchesNewline { options.insert(.dotMatchesNewline) }
        if definition.isMultiline { options.insert(.multiline) }
        var states: [State] = []
        for name in names {
            var rules: [LexerDefinition.Rule] = []
            try Self.collect(name, definition, into: &rules, depth: 0)
            var patterns: [String] = []
            var actions: [Action] = []
            for rule in rules {
                patterns.append(try Self.expand(rule.pattern, definition.fragments, depth: 0))
                actions.append(try Self.resolve(rule, indexes))
            }
            do {
                states.append(State(patterns: try OrderedPatterns(patterns, options: options), actions: actions))
            } catch {
                throw Failure(reason: "\(definition.name), state \(name): \(error.message)")
            }
        }
        self.states = states
        root = indexes["root"] ?? 0
        groupLimit = states.map(\.patterns.groupCount).max() ?? 0
    }

    private static func collect(
        _ state: String, _ definition: LexerDefinition, into rules: inout [LexerDefinition.Rule], depth: Int
    ) throws(Failure) {
        guard depth < 20 else { throw Failure(reason: "states that include each other: \(state)") }
        guard let entries = definition.states[state] else { throw Failure(reason: "no state \(state)") }
        for entry in entries {
            switch entry {
            case .rule(let rule): rules.append(rule)
            case .include(let other): try collect(other, definition, into: &rules, depth: depth + 1)
            }
        }
    }

    private static func expand(
        _ pattern: String, _ fragments: [String: String], depth: Int
    ) throws(Failure) -> String {
        guard depth < 20 else { throw Failure(reason: "fragments that use each other") }
        let bytes = Array(pattern.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x7B, index + 2 < bytes.count, bytes[index + 1] == 0x7B, isLetter(bytes[index + 2]),
                let end = (index + 2..<bytes.count - 1).first(where: { bytes[$0] == 0x7D && bytes[$0 + 1] == 0x7D })
            {
                let name = String(decoding: bytes[index + 2..<end], as: UTF8.self)
                guard let fragment = fragments[name] else { throw Failure(reason: "no fragment \(name)") }
                result += Array("(?:\(try expand(fragment, fragments, depth: depth + 1)))".utf8)
                index = end + 2
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func resolve(_ rule: LexerDefinition.Rule, _ indexes: [String: Int]) throws(Failure) -> Action {
        var emissions: [Action.Emission] = []
        for emission in rule.emissions {
            switch emission {
            case .nothing: emissions.append(.nothing)
            case .token(let kind): emissions.append(.token(kind))
            case .language(let name, let other): emissions.append(.language(name, other: other))
            case .named(let group, let unknown): emissions.append(.named(group: group, unknown: unknown))
            case .state(let name):
                guard let index = indexes[name] else { throw Failure(reason: "no state \(name)") }
                emissions.append(.state(index))
            }
        }
        var moves: [Action.Move] = []
        for move in rule.moves {
            switch move {
            case .pop(let depth): moves.append(.pop(depth))
            case .pushSame: moves.append(.pushSame)
            case .push(let name):
                guard let index = indexes[name] else { throw Failure(reason: "no state \(name)") }
                moves.append(.push(index))
            }
        }
        return Action(emissions: emissions, isByGroup: rule.isByGroup, moves: moves)
    }
}

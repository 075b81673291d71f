/// A language as its definition writes it: names, switches, states and their rules; the text form is described in
/// `docs/decisions/0003-lexers.md`.
struct LexerDefinition: Sendable {
    /// What a match becomes.
    enum Emission: Sendable, Equatable {
        /// No token; the rule only moves between states.
        case nothing
        /// One kind.
        case token(TokenClass)
        /// Read again from a state of the same language.
        case state(String)
        /// Read as another language, by its name or alias; what that leaves to others is of the given kind.
        case language(String, other: TokenClass? = nil)
        /// Read as the language that a piece of the match names, one kind where nobody knows that.
        case named(group: Int, unknown: TokenClass = .text)
    }

    /// A step between states.
    enum Move: Sendable, Equatable {
        case push(String)
        case pushSame
        case pop(Int)
    }

    /// A pattern and what follows from its match.
    struct Rule: Sendable, Equatable {
        let pattern: String
        /// One for the whole match, or one a group.
        let emissions: [Emission]
        /// Whether `emissions` are those of the groups.
        let isByGroup: Bool
        let moves: [Move]
    }

    /// A line of a state.
    enum Entry: Sendable, Equatable {
        case rule(Rule)
        case include(String)
    }

    var name = ""
    var aliases: [String] = []
    /// The language that stands around this one, as HTML around the actions of a template: what has the kind `other`
    /// is read as that, all of it as one text.
    var outerLanguage: String?
    var fileNames: [String] = []
    /// Where several languages claim a file name the highest wins.
    var priority = 1
    var ignoresCase = false
    var dotMatchesNewline = false
    /// Whether `^` and `$` match at line breaks.
    var isMultiline = true
    /// Whether the text is read as if it ended with a line break.
    var ensuresNewline = false
    /// Pieces of patterns by name, `{{name}}` in a pattern.
    var fragments: [String: String] = [:]
    var states: [String: [Entry]] = [:]
}

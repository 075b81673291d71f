/// A piece of a style sheet, as the syntax of CSS cuts it.
struct CSSToken: Equatable {
    /// What a piece is.
    enum Kind: Equatable {
        case identifier, function, atKeyword, hash, string, url, number, percentage, dimension, unicodeRange
        case whitespace, comment, delimiter, colon, semicolon, comma, customProperty
        case leftBrace, rightBrace, leftBracket, rightBracket, leftParenthesis, rightParenthesis
    }

    var kind: Kind
    /// The text as it stands there; of a function its name with the parenthesis.
    var text: String
    /// What a function is given, once its parentheses were matched.
    var arguments: [CSSToken] = []

    /// The word in lower case: of a function its name, empty for what is neither that nor an identifier.
    var word: String {
        switch kind {
        case .identifier: return text.lowercased()
        case .function: return text.dropLast().lowercased()
        default: return ""
        }
    }

    /// Whether it is that one character.
    func isDelimiter(_ character: Character) -> Bool { kind == .delimiter && text.first == character }

    /// A number, or one with a unit, that is zero; numbers have been shortened before this is asked.
    var isZero: Bool {
        (kind == .dimension || kind == .percentage || kind == .number) && text.utf8.first == 0x30
    }

    var isLength: Bool {
        switch kind {
        case .dimension: return true
        case .number: return isZero
        case .function: return ["calc", "min", "max", "clamp", "attr", "var", "env"].contains(word)
        default: return false
        }
    }

    var isLengthOrPercentage: Bool { kind == .percentage || isLength }

    /// Whether it opens (1) or closes (-1) something.
    var nesting: Int {
        switch kind {
        case .leftParenthesis, .leftBrace, .leftBracket, .function: return 1
        case .rightParenthesis, .rightBrace, .rightBracket: return -1
        default: return 0
        }
    }

    static func identifier(_ text: String) -> CSSToken { CSSToken(kind: .identifier, text: text) }
    static func number(_ text: String) -> CSSToken { CSSToken(kind: .number, text: text) }
}

/// A piece of a template's source; its text is a range of the file's bytes.
struct Token {
    enum Kind: UInt8 {
        /// What is wrong stands in the lexer's `failure`.
        case error
        case endOfFile
        case text
        case leftDelimiter
        case rightDelimiter
        case space
        case assign
        case declare
        case pipe
        case leftParenthesis
        case rightParenthesis
        /// A punctuation character without a meaning of its own, such as `,`.
        case character
        case characterConstant
        case string
        case rawString
        case number
        case complexNumber
        case bool
        case identifier
        /// `.name`
        case field
        /// `$name` or `$`
        case variable
        case dot
        case keywordNil
        case keywordBlock
        case keywordBreak
        case keywordContinue
        case keywordDefine
        case keywordElse
        case keywordEnd
        case keywordIf
        case keywordRange
        case keywordTemplate
        case keywordWith
    }

    let kind: Kind
    /// Byte offsets in the file, half-open.
    let range: Range<Int>
}

extension Token.Kind {
    /// The keyword that `word` is, or nil.
    static func keyword(_ word: some StringProtocol) -> Token.Kind? {
        switch word {
        case "nil": .keywordNil
        case "block": .keywordBlock
        case "break": .keywordBreak
        case "continue": .keywordContinue
        case "define": .keywordDefine
        case "else": .keywordElse
        case "end": .keywordEnd
        case "if": .keywordIf
        case "range": .keywordRange
        case "template": .keywordTemplate
        case "with": .keywordWith
        case "true", "false": .bool
        default: nil
        }
    }
}

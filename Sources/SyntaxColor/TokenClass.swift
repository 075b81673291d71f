/// What a piece of code is, with the short names that Pygments gave its CSS classes and that Chroma and Hugo keep.
///
/// A kind belongs to a group (strings) and a category (literals); a style that says nothing of the kind colours it as
/// those.
package enum TokenClass: UInt8, CaseIterable, Sendable {
    case text
    case whitespace
    case error
    case other
    case keyword
    case keywordConstant
    case keywordDeclaration
    case keywordNamespace
    case keywordPseudo
    case keywordReserved
    case keywordType
    case name
    case nameAttribute
    case nameBuiltin
    case nameBuiltinPseudo
    case nameClass
    case nameConstant
    case nameDecorator
    case nameEntity
    case nameException
    case nameFunction
    case nameFunctionMagic
    case nameLabel
    case nameNamespace
    case nameOther
    case nameProperty
    case nameTag
    case nameVariable
    case nameVariableClass
    case nameVariableGlobal
    case nameVariableInstance
    case nameVariableMagic
    case literal
    case literalDate
    case string
    case stringAffix
    case stringBacktick
    case stringChar
    case stringDelimiter
    case stringDoc
    case stringDouble
    case stringEscape
    case stringHeredoc
    case stringInterpol
    case stringOther
    case stringRegex
    case stringSingle
    case stringSymbol
    case number
    case numberBin
    case numberFloat
    case numberHex
    case numberInteger
    case numberIntegerLong
    case numberOct
    case `operator`
    case operatorWord
    case punctuation
    case comment
    case commentHashbang
    case commentMultiline
    case commentSingle
    case commentSpecial
    case commentPreproc
    case commentPreprocFile
    case generic
    case genericDeleted
    case genericEmph
    case genericError
    case genericHeading
    case genericInserted
    case genericOutput
    case genericPrompt
    case genericStrong
    case genericSubheading
    case genericTraceback
    case genericUnderline

    /// The CSS class, empty for plain text.
    package var cssName: String { Self.cssNames[Int(rawValue)] }

    /// The kind of a CSS class.
    package init?(cssName: some StringProtocol) {
        guard let index = Self.cssNames.firstIndex(where: { $0 == cssName }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// In the order of the cases.
    private static let cssNames = [
        "", "w", "err", "x", "k", "kc", "kd", "kn", "kp", "kr", "kt", "n", "na", "nb", "bp", "nc", "no", "nd",
        "ni", "ne", "nf", "fm", "nl", "nn", "nx", "py", "nt", "nv", "vc", "vg", "vi", "vm", "l", "ld", "s", "sa",
        "sb", "sc", "dl", "sd", "s2", "se", "sh", "si", "sx", "sr", "s1", "ss", "m", "mb", "mf", "mh", "mi", "il",
        "mo", "o", "ow", "p", "c", "ch", "cm", "c1", "cs", "cp", "cpf", "g", "gd", "ge", "gr", "gh", "gi", "go",
        "gp", "gs", "gu", "gt", "gl",
    ]

    /// The group that a style falls back to, `category` where there is none of its own.
    var group: TokenClass {
        switch rawValue {
        case Self.string.rawValue...Self.stringSymbol.rawValue: .string
        case Self.number.rawValue...Self.numberOct.rawValue: .number
        case Self.commentPreproc.rawValue...Self.commentPreprocFile.rawValue: .commentPreproc
        default: category
        }
    }

    /// The broadest kind that this one belongs to.
    var category: TokenClass {
        switch rawValue {
        case Self.keyword.rawValue...Self.keywordType.rawValue: .keyword
        case Self.name.rawValue...Self.nameVariableMagic.rawValue: .name
        case Self.literal.rawValue...Self.numberOct.rawValue: .literal
        case Self.operator.rawValue...Self.operatorWord.rawValue: .operator
        case Self.comment.rawValue...Self.commentPreprocFile.rawValue: .comment
        case Self.generic.rawValue...Self.genericUnderline.rawValue: .generic
        case Self.whitespace.rawValue: .text
        default: self
        }
    }
}

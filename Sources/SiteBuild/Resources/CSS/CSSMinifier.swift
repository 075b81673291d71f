/// Makes a style sheet shorter without changing what it means, with the result that Hugo's minifier has, so that
/// fingerprints agree. What a style sheet breaks is written as it stands.
struct CSSMinifier {
    private let tokens: [CSSToken]
    private var index = 0
    private var out = ""
    /// A semicolon that is written when something follows.
    private var owesSemicolon = false
    /// Whether white space or a comment stood before the token that was taken last.
    private var hadSpace = false
    private var hadComment = false

    private init(_ bytes: [UInt8]) { tokens = CSSLexer.tokens(bytes) }

    /// The shorter style sheet; bytes that are no UTF-8 come out as they went in.
    static func minified(_ bytes: [UInt8]) -> [UInt8] {
        guard String(validating: bytes, as: UTF8.self) != nil else { return shown(minified(hidden(bytes))) }
        var minifier = CSSMinifier(bytes)
        minifier.writeRules(depth: 0)
        return Array(minifier.out.utf8)
    }

    /// Where signs stand that have no meaning and no case: in the area for private use.
    private static let hiding: UInt32 = 0xE000

    /// A text with a sign without meaning for each byte above ASCII.
    private static func hidden(_ bytes: [UInt8]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append(byte < 0x80 ? Unicode.Scalar(byte) : Unicode.Scalar(hiding + UInt32(byte)) ?? "\u{FFFD}")
        }
        return Array(String(text).utf8)
    }

    /// The bytes behind the signs that ``hidden(_:)`` made.
    private static func shown(_ bytes: [UInt8]) -> [UInt8] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            UInt8(truncatingIfNeeded: scalar.value >= hiding ? scalar.value - hiding : scalar.value)
        }
    }

    private static let depthLimit = 64

    // MARK: Reading

    private mutating func next() -> CSSToken? {
        hadSpace = false
        hadComment = false
        while index < tokens.count {
            let token = tokens[index]
            index += 1
            switch token.kind {
            case .whitespace: hadSpace = true
            case .comment: hadComment = true
            default: return token
            }
        }
        return nil
    }

    private mutating func paySemicolon() {
        if owesSemicolon { out += ";" }
        owesSemicolon = false
    }

    /// Whether the token that was taken last begins a rule, and not a declaration.
    private func opensBlock() -> Bool {
        var depth = 0
        for token in tokens[max(0, index - 1)...].prefix(4096) {
            if depth == 0 {
                if token.kind == .leftBrace { return true }
                if token.kind == .semicolon || token.kind == .rightBrace { return false }
            }
            if token.kind != .leftBrace, token.kind != .rightBrace { depth += token.nesting }
        }
        return false
    }

    // MARK: Rules

    /// Writes rules up to the brace that closes them, or to the end of the style sheet.
    private mutating func writeRules(depth: Int) {
        while index < tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .whitespace: index += 1
            case .comment:
                index += 1
                if depth == 0, token.text.hasPrefix("/*!") { writeKeptComment(token.text) }
            case .rightBrace where depth > 0:
                index += 1
                return
            case .atKeyword: writeAtRule(depth: depth)
            default: writeRuleset(depth: depth, isNested: false)
            }
        }
    }

    private mutating func writeKeptComment(_ text: String) {
        paySemicolon()
        // White space in it becomes one line break where there is one, else one space.
        var words = ""
        var space: Character?
        for character in text.dropFirst(3).dropLast(text.hasSuffix("*/") ? 2 : 0) {
            if character.isWhitespace {
                space = character.isNewline || space == "\n" ? "\n" : " "
            } else {
                if let space, !words.isEmpty { words.append(space) }
                space = nil
                words.append(character)
            }
        }
        out += "/*!" + words + "*/"
    }

    private static let ruleBlocks: Set<String> = ["document", "keyframes", "layer", "media", "supports"]

    private mutating func writeAtRule(depth: Int) {
        guard let keyword = next() else { return }
        var head = keyword.text.lowercased()
        var name = head.dropFirst()
        if name.hasPrefix("-"), let dash = name.dropFirst().firstIndex(of: "-") {
            name = name[name.index(after: dash)...]
        }
        var values: [CSSToken] = []
        var level = 0
        var skipsSpace = false
        while let token = next() {
            if token.kind == .leftBrace, level == 0 {
                return writeAtBlock(head + values.map(\.text).joined(), name: String(name), depth: depth)
            }
            if level == 0, token.kind == .semicolon || token.kind == .rightBrace {
                if token.kind == .rightBrace { index -= 1 }
                break
            }
            level += token.nesting
            if values.isEmpty, token.kind == .leftParenthesis || token.kind == .leftBracket { hadSpace = false }
            if token.text == "," || token.text == ":" {
                skipsSpace = true
            } else if hadSpace, !skipsSpace, token.kind != .rightParenthesis {
                values.append(CSSToken(kind: .whitespace, text: " "))
            } else {
                skipsSpace = false
            }
            if token.kind == .leftParenthesis { skipsSpace = true }
            values.append(token)
        }
        if name == "import", values.count == 2, values[1].kind == .url {
            let address = values[1].text.dropFirst(4).dropLast().trimmingSpace
            let isQuoted = address.hasPrefix("\"") || address.hasPrefix("'")
            values[1].text = isQuoted ? address : "\"\(address)\""
        }
        paySemicolon()
        head += values.map(\.text).joined()
        out += head + ";"
    }

    private mutating func writeAtBlock(_ head: String, name: String, depth: Int) {
        if skipsEmptyBlock() { return }
        paySemicolon()
        out += head + "{"
        if depth >= Self.depthLimit || !(Self.ruleBlocks.contains(name) || name == "font-face" || name == "page") {
            writeUnknownBlock()
        } else if name == "font-face" || name == "page" {
            writeDeclarations(depth: depth + 1)
        } else {
            writeRules(depth: depth + 1)
        }
        out += "}"
        owesSemicolon = false
    }

    /// Passes over a block with nothing in it; whether there was one.
    private mutating func skipsEmptyBlock() -> Bool {
        let rest = tokens[index...].drop { [.whitespace, .comment, .semicolon].contains($0.kind) }
        guard let end = rest.first, end.kind == .rightBrace else { return false }
        index = rest.startIndex + 1
        return true
    }

    /// Writes a block whose content is not known, as it stands.
    private mutating func writeUnknownBlock() {
        while index < tokens.count, tokens[index].kind == .whitespace || tokens[index].kind == .comment { index += 1 }
        var level = 0
        while index < tokens.count {
            let token = tokens[index]
            index += 1
            if token.kind == .rightBrace, level == 0 { return }
            level += token.nesting
            if token.kind != .comment { out += token.text }
        }
    }

    private mutating func writeRuleset(depth: Int, isNested: Bool) {
        var selectors: [CSSToken] = []
        var skipsSpace = true
        var inAttribute = false
        var level = 0
        while let token = next() {
            if token.kind == .leftBrace, level == 0 {
                if skipsEmptyBlock() { return }
                paySemicolon()
                writeSelectors(selectors)
                out += "{"
                depth >= Self.depthLimit ? writeUnknownBlock() : writeDeclarations(depth: depth + 1)
                out += "}"
                owesSemicolon = false
                return
            }
            if level == 0, token.kind == .semicolon || token.kind == .rightBrace {
                // A declaration where only rules can be.
                paySemicolon()
                out += selectors.map(\.text).joined()
                if token.kind == .semicolon { out += ";" } else { index -= 1 }
                return
            }
            level += token.nesting
            if isNested {
                // Hugo leaves the white space in selectors inside of a rule.
                if hadSpace, !selectors.isEmpty { selectors.append(CSSToken(kind: .whitespace, text: " ")) }
            } else if [",", ">", "+", "~"].contains(token.text) {
                skipsSpace = true
            } else if hadSpace, !skipsSpace, !inAttribute {
                selectors.append(CSSToken(kind: .whitespace, text: " "))
            } else {
                skipsSpace = false
            }
            if token.kind == .leftBracket { inAttribute = true }
            if token.kind == .rightBracket { inAttribute = false }
            selectors.append(token)
        }
        // The style sheet ended where its block should be.
    }

    private mutating func writeSelectors(_ selectors: [CSSToken]) {
        var inAttribute = false
        var isClass = false
        for token in selectors {
            var text = token.text
            if inAttribute {
                if token.kind == .string, text.utf8.count > 2, CSSLexer.isIdentifier(text.dropFirst().dropLast()) {
                    text = String(text.dropFirst().dropLast())
                } else if token.kind == .rightBracket {
                    inAttribute = false
                } else if token.kind == .identifier, text == "i" || text == "I" {
                    text = " " + text
                }
            } else if token.kind == .identifier {
                if !isClass { text = text.lowercased() }
                isClass = false
            } else if token.isDelimiter(".") {
                isClass = true
            } else if token.kind == .leftBracket {
                inAttribute = true
            }
            out += text
        }
    }

    // MARK: Declarations

    /// Writes declarations, and rules among them, up to the brace that closes them.
    private mutating func writeDeclarations(depth: Int) {
        while true {
            guard let token = next() else { return }
            switch token.kind {
            case .semicolon: continue
            case .rightBrace: return
            case .atKeyword:
                index -= 1
                writeAtRule(depth: depth)
            case .customProperty: writeCustomProperty(token)
            case .identifier, .delimiter:
                if opensBlock() {
                    index -= 1
                    writeRuleset(depth: depth, isNested: true)
                } else {
                    writeDeclaration(token)
                }
            default: writeBroken(token)
            }
        }
    }

    private mutating func writeCustomProperty(_ name: CSSToken) {
        guard let colon = next(), colon.kind == .colon else { return }
        paySemicolon()
        var value = ""
        var level = 0
        while index < tokens.count {
            let token = tokens[index]
            if level == 0, token.kind == .semicolon || token.kind == .rightBrace { break }
            level += token.nesting
            value += token.text
            index += 1
        }
        let trimmed = value.trimmingSpace
        out += name.text + ":" + (trimmed.isEmpty && !value.isEmpty ? " " : trimmed)
        owesSemicolon = true
    }

    private mutating func writeDeclaration(_ first: CSSToken) {
        var name = first.text.lowercased()
        // A star in front hides a property from all but one old browser.
        if first.isDelimiter("*"), let rest = next() { name += rest.text.lowercased() }
        let before = index
        guard let colon = next(), colon.kind == .colon else {
            index = before
            return writeBroken(first)
        }
        var values: [CSSToken] = []
        var level = 0
        var skipsSpace = true
        while let token = next() {
            if level == 0, token.kind == .semicolon || token.kind == .rightBrace {
                if token.kind == .rightBrace { index -= 1 }
                break
            }
            level += token.nesting
            if [",", "/", ":", "!", "="].contains(token.text) {
                skipsSpace = true
            } else if hadSpace || hadComment, !skipsSpace {
                values.append(CSSToken(kind: .whitespace, text: " "))
            } else {
                skipsSpace = false
            }
            values.append(token)
        }
        paySemicolon()
        out += name + ":" + CSSValueMinifier(property: name).minified(values)
        owesSemicolon = true
    }

    /// Writes what is no declaration, up to the semicolon behind it.
    private mutating func writeBroken(_ start: CSSToken) {
        paySemicolon()
        if hadSpace, start.kind != .identifier, start.kind != .delimiter { out += " " }
        out += start.text
        var level = start.nesting
        while let token = next() {
            if level == 0, token.kind == .semicolon || token.kind == .rightBrace {
                if token.kind == .rightBrace { index -= 1 } else { owesSemicolon = true }
                return
            }
            level += token.nesting
            if hadSpace { out += " " }
            out += token.text
        }
    }
}

extension StringProtocol {
    /// The text without the white space at both ends.
    var trimmingSpace: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}

/// Cuts a template into tokens, text outside actions and the words inside them.
///
/// A single pass over the bytes; text tokens come without the white space that `{{-` and `-}}` take away, comments do
/// not come at all. The first error ends the stream.
struct Lexer {
    private let input: [UInt8]
    private var position = 0
    private var parenthesisDepth = 0
    /// The offset of the `{{` that is open.
    private var actionStart = 0
    private var tokens: [Token] = []
    /// The words of the error token that ends the stream.
    private(set) var failure = ""

    private static let openBrace = UInt8(ascii: "{")
    private static let closeBrace = UInt8(ascii: "}")

    /// The tokens of `input`, and what is wrong when the last one is an error.
    static func tokens(of input: [UInt8]) -> (tokens: [Token], failure: String) {
        var lexer = Lexer(input: input)
        lexer.run()
        return (lexer.tokens, lexer.failure)
    }

    private init(input: [UInt8]) {
        self.input = input
        tokens.reserveCapacity(input.count / 8)
    }

    private mutating func run() {
        while lexText() {
            guard lexAction() else { return }
        }
    }

    private mutating func emit(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, range: start..<position))
    }

    private mutating func fail(_ message: String, at range: Range<Int>) -> Bool {
        failure = message
        tokens.append(Token(kind: .error, range: range))
        return false
    }

    // MARK: Text

    /// Text up to the next action, the opening of that action; false at the end of the file.
    private mutating func lexText() -> Bool {
        while true {
            let start = position
            guard let open = nextOpening(from: position) else {
                position = input.count
                if position > start { emit(.text, from: start) }
                emit(.endOfFile, from: position)
                return false
            }
            var end = open
            let trims = open + 3 < input.count && input[open + 2] == UInt8(ascii: "-") && Self.isSpace(input[open + 3])
            if trims { while end > start, Self.isSpace(input[end - 1]) { end -= 1 } }
            if end > start {
                position = end
                emit(.text, from: start)
            }
            position = open
            let afterMarker = open + 2 + (trims ? 2 : 0)
            if has("/*", at: afterMarker) {
                guard lexComment(from: afterMarker) else { return false }
                continue
            }
            position = open + 2
            emit(.leftDelimiter, from: open)
            position = afterMarker
            actionStart = open
            parenthesisDepth = 0
            return true
        }
    }

    private func nextOpening(from start: Int) -> Int? {
        var index = start
        return input.withUnsafeBufferPointer { bytes in
            while index + 1 < bytes.count {
                if bytes[index] == Self.openBrace, bytes[index + 1] == Self.openBrace { return index }
                index += 1
            }
            return nil
        }
    }

    /// A comment from its `/*` to behind its `}}`; false when it is not closed.
    private mutating func lexComment(from start: Int) -> Bool {
        var index = start + 2
        while index + 1 < input.count, !(input[index] == UInt8(ascii: "*") && input[index + 1] == UInt8(ascii: "/")) {
            index += 1
        }
        guard index + 1 < input.count else { return fail("unclosed comment", at: position..<start + 2) }
        position = index + 2
        guard let close = closing(at: position) else {
            return fail("comment ends before closing delimiter", at: position..<min(position + 1, input.count))
        }
        finish(close)
        return true
    }

    // MARK: Actions

    /// Where an action ends: the end of its `}}` and whether the white space behind it goes.
    private struct Closing {
        let start: Int
        let end: Int
        let trims: Bool
    }

    private func closing(at index: Int) -> Closing? {
        if index + 1 < input.count, Self.isSpace(input[index]), input[index + 1] == UInt8(ascii: "-"),
            has("}}", at: index + 2)
        {
            return Closing(start: index + 2, end: index + 4, trims: true)
        }
        return has("}}", at: index) ? Closing(start: index, end: index + 2, trims: false) : nil
    }

    private mutating func finish(_ close: Closing) {
        position = close.end
        if close.trims { while position < input.count, Self.isSpace(input[position]) { position += 1 } }
    }

    /// The tokens of one action with its closing; false after an error.
    private mutating func lexAction() -> Bool {
        while true {
            if let close = closing(at: position) {
                guard parenthesisDepth == 0 else { return fail("unclosed left paren", at: position..<position + 1) }
                tokens.append(Token(kind: .rightDelimiter, range: close.start..<close.end))
                finish(close)
                return true
            }
            guard position < input.count else { return fail("unclosed action", at: actionStart..<actionStart + 2) }
            guard lexInside() else { return false }
        }
    }

    private mutating func lexInside() -> Bool {
        let start = position
        let byte = input[position]
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D:
            repeat { position += 1 } while position < input.count && Self.isSpace(input[position])
            // The last space may belong to ` -}}`.
            if closing(at: position - 1)?.trims == true { position -= 1 }
            if position > start { emit(.space, from: start) }
        case UInt8(ascii: "="):
            position += 1
            emit(.assign, from: start)
        case UInt8(ascii: ":"):
            guard has(":=", at: position) else { return fail("expected :=", at: start..<start + 1) }
            position += 2
            emit(.declare, from: start)
        case UInt8(ascii: "|"):
            position += 1
            emit(.pipe, from: start)
        case UInt8(ascii: "\""):
            return lexQuoted(by: byte, kind: .string, failure: "unterminated quoted string")
        case UInt8(ascii: "'"):
            return lexQuoted(by: byte, kind: .characterConstant, failure: "unterminated character constant")
        case UInt8(ascii: "`"):
            position += 1
            while position < input.count, input[position] != byte { position += 1 }
            guard position < input.count else { return fail("unterminated raw quoted string", at: start..<start + 1) }
            position += 1
            emit(.rawString, from: start)
        case UInt8(ascii: "$"):
            return lexName(kind: .variable, alone: .variable)
        case UInt8(ascii: "."):
            if position + 1 < input.count, Self.isDigit(input[position + 1]) { return lexNumber() }
            return lexName(kind: .field, alone: .dot)
        case UInt8(ascii: "+"), UInt8(ascii: "-"), 0x30...0x39:
            return lexNumber()
        case UInt8(ascii: "("):
            position += 1
            parenthesisDepth += 1
            emit(.leftParenthesis, from: start)
        case UInt8(ascii: ")"):
            parenthesisDepth -= 1
            guard parenthesisDepth >= 0 else { return fail("unexpected right paren", at: start..<start + 1) }
            position += 1
            emit(.rightParenthesis, from: start)
        default:
            if wordLength(at: position) > 0 { return lexIdentifier() }
            guard byte > 0x20, byte < 0x7F else {
                return fail("unrecognized character in action: \(describe(at: start))", at: start..<start + 1)
            }
            position += 1
            emit(.character, from: start)
        }
        return true
    }

    /// `"…"` or `'…'`: a backslash takes the next character along, a line end or the end of the file is an error.
    private mutating func lexQuoted(by quote: UInt8, kind: Token.Kind, failure: String) -> Bool {
        let start = position
        position += 1
        while position < input.count, input[position] != quote, input[position] != 0x0A {
            if input[position] == UInt8(ascii: "\\"), position + 1 < input.count, input[position + 1] != 0x0A {
                position += 1
            }
            position += 1
        }
        guard position < input.count, input[position] == quote else { return fail(failure, at: start..<start + 1) }
        position += 1
        emit(kind, from: start)
        return true
    }

    /// `.name` or `$name`; the sign alone is `alone`.
    private mutating func lexName(kind: Token.Kind, alone: Token.Kind) -> Bool {
        let start = position
        position += 1
        if atTerminator() {
            emit(alone, from: start)
            return true
        }
        skipWord()
        guard atTerminator() else { return badCharacter() }
        emit(kind, from: start)
        return true
    }

    private mutating func lexIdentifier() -> Bool {
        let start = position
        skipWord()
        guard atTerminator() else { return badCharacter() }
        let word = String(decoding: input[start..<position], as: UTF8.self)
        emit(Token.Kind.keyword(word) ?? .identifier, from: start)
        return true
    }

    private mutating func badCharacter() -> Bool {
        fail("bad character \(describe(at: position))", at: position..<min(position + 1, input.count))
    }

    // MARK: Numbers

    private mutating func lexNumber() -> Bool {
        let start = position
        guard scanNumber() else { return badNumber(from: start) }
        if position < input.count, input[position] == UInt8(ascii: "+") || input[position] == UInt8(ascii: "-") {
            guard scanNumber(), input[position - 1] == UInt8(ascii: "i") else { return badNumber(from: start) }
            emit(.complexNumber, from: start)
        } else {
            emit(.number, from: start)
        }
        return true
    }

    private mutating func badNumber(from start: Int) -> Bool {
        let text = String(decoding: input[start..<min(position, input.count)], as: UTF8.self)
        return fail("bad number syntax: \(goQuoted(text))", at: start..<max(start, min(position, input.count)))
    }

    private mutating func accept(_ matches: (UInt8) -> Bool) -> Bool {
        guard position < input.count, matches(input[position]) else { return false }
        position += 1
        return true
    }

    private mutating func acceptSign() {
        _ = accept { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    }

    /// The shape of a number, checked in earnest when it is decoded; false when a letter follows it.
    private mutating func scanNumber() -> Bool {
        acceptSign()
        var isDigit: (UInt8) -> Bool = { Self.isDigit($0) || $0 == UInt8(ascii: "_") }
        var base = 10
        if accept({ $0 == UInt8(ascii: "0") }) {
            if accept({ $0 | 0x20 == UInt8(ascii: "x") }) {
                base = 16
                isDigit = { Self.isDigit($0) || (0x61...0x66).contains($0 | 0x20) || $0 == UInt8(ascii: "_") }
            } else if accept({ $0 | 0x20 == UInt8(ascii: "o") }) {
                base = 8
                isDigit = { (0x30...0x37).contains($0) || $0 == UInt8(ascii: "_") }
            } else if accept({ $0 | 0x20 == UInt8(ascii: "b") }) {
                base = 2
                isDigit = { $0 == 0x30 || $0 == 0x31 || $0 == UInt8(ascii: "_") }
            }
        }
        while accept(isDigit) {}
        if accept({ $0 == UInt8(ascii: ".") }) { while accept(isDigit) {} }
        let exponent: UInt8? = base == 10 ? UInt8(ascii: "e") : base == 16 ? UInt8(ascii: "p") : nil
        if let exponent, accept({ $0 | 0x20 == exponent }) {
            acceptSign()
            while accept({ Self.isDigit($0) || $0 == UInt8(ascii: "_") }) {}
        }
        _ = accept { $0 == UInt8(ascii: "i") }
        if wordLength(at: position) > 0 {
            position += 1
            return false
        }
        return true
    }

    // MARK: Characters

    private func has(_ text: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + text.utf8CodeUnitCount <= input.count else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<wanted.count where input[index + offset] != wanted[offset] { return false }
            return true
        }
    }

    /// Whether what follows may stand behind a name.
    private func atTerminator() -> Bool {
        guard position < input.count else { return true }
        switch input[position] {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ":"),
            UInt8(ascii: "("), UInt8(ascii: ")"):
            return true
        default:
            return has("}}", at: position)
        }
    }

    private mutating func skipWord() {
        while true {
            let length = wordLength(at: position)
            if length == 0 { return }
            position += length
        }
    }

    /// The bytes of the letter, digit or underscore at `index`; 0 when there is none.
    private func wordLength(at index: Int) -> Int {
        guard index < input.count else { return 0 }
        let byte = input[index]
        if byte < 0x80 { return Self.isWord(byte) ? 1 : 0 }
        let (scalar, length) = self.scalar(at: index)
        guard let scalar else { return 0 }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return length
        default:
            return 0
        }
    }

    private func scalar(at index: Int) -> (Unicode.Scalar?, Int) {
        let end = min(index + 4, input.count)
        var decoder = UTF8()
        var bytes = input[index..<end].makeIterator()
        if case .scalarValue(let scalar) = decoder.decode(&bytes) { return (scalar, UTF8.width(scalar)) }
        return (nil, 1)
    }

    /// A character as Go's `%#U` shows it: `U+0021 '!'`.
    private func describe(at index: Int) -> String {
        guard index < input.count else { return "end of file" }
        let scalar = scalar(at: index).0 ?? "\u{FFFD}"
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return scalar.value < 0x20 || scalar.value == 0x7F ? code : "\(code) '\(scalar)'"
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
}

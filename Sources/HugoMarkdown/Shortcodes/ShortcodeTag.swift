internal import Values

/// One tag `{{< … >}}` or `{{% … %}}`.
struct ShortcodeTag {
    /// What a tag does.
    enum Kind {
        /// Opens a shortcode, or is all of it.
        case opening
        /// `{{< x />}}`.
        case selfClosing
        /// `{{< /x >}}`.
        case closing
    }

    var kind = Kind.opening
    var name = ""
    var isMarkdown = false
    var isInline = false
    var arguments = Shortcode.Arguments.none
    var range = 0..<0
    /// Where the name of a closing tag begins.
    var nameOffset = 0
}

/// Why a tag is none, in Hugo's words.
struct ShortcodeError: Error {
    let code: String
    let message: String
    let offset: Int
    var suggestion: String?
}

/// Reads one tag by the rules of Hugo's lexer.
struct ShortcodeTagScanner {
    let bytes: [UInt8]
    let limit: Int
    var position: Int
    private let start: Int
    private let closer: UInt8
    private var tag = ShortcodeTag()
    private var nameOffset = 0
    private var positional: [Value] = []
    private var named = ValueMap()
    private var hasPositional = false
    private var hasNamed = false

    /// A scanner at the opening braces, which must be `{{<` or `{{%`.
    init(bytes: [UInt8], at start: Int, limit: Int) {
        self.bytes = bytes
        self.start = start
        self.limit = limit
        tag.isMarkdown = bytes[start + 2] == 0x25
        closer = tag.isMarkdown ? 0x25 : 0x3E
        position = start + 3
    }

    private func byte(_ ahead: Int = 0) -> UInt8? {
        position + ahead < limit ? bytes[position + ahead] : nil
    }

    private var atClosingBraces: Bool {
        byte() == closer && byte(1) == 0x7D && byte(2) == 0x7D
    }

    /// An error at the present position, or at `offset`: where Hugo's lexer stands when it gives up.
    private func error(_ code: String, _ message: String, at offset: Int? = nil, help: String? = nil) -> ShortcodeError
    {
        ShortcodeError(code: "shortcode." + code, message: message, offset: offset ?? position, suggestion: help)
    }

    /// What stands where only letters, digits, quotes and the end of the tag may.
    private func unexpected(help: String? = nil) -> ShortcodeError {
        let end = min(limit, position + scalarLength(at: position))
        let shown = String(decoding: bytes[position..<end], as: UTF8.self)
        let number = String(shown.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        return error(
            "unexpected-character",
            "unrecognized character in shortcode action: U+\(String(repeating: "0", count: max(0, 4 - number.utf8.count)))"
                + "\(number) '\(shown)'. Note: Parameters with non-alphanumeric args must be quoted",
            help: help)
    }

    /// The tag; `wasNamed` says whether any shortcode was named before.
    mutating func scan(wasNamed: Bool) throws(ShortcodeError) -> ShortcodeTag {
        var slashes = 0
        while true {
            if atClosingBraces {
                position += 3
                break
            }
            guard let current = byte() else {
                throw error(
                    "unclosed-action", "unclosed shortcode action",
                    help: "end the tag that begins in line \(lineOfStart) with \(closingText)")
            }
            if isSpace(current) {
                position += 1
            } else if current == 0x2F {
                if !wasNamed, tag.name.isEmpty {
                    throw error("none-open", "got closing shortcode, but none is open")
                }
                slashes += 1
                position += 1
            } else if tag.name.isEmpty {
                try scanName(isClosing: slashes > 0)
                if slashes > 0 { return try finishClosingTag() }
            } else if slashes > 0 {
                // After the slash of a self-closing tag a name would begin again.
                try scanName(isClosing: true)
                return try finishClosingTag()
            } else {
                try scanArgument()
            }
        }
        if slashes > 0 { tag.kind = tag.name.isEmpty ? .closing : .selfClosing }
        if hasNamed {
            tag.arguments = .named(named)
        } else if hasPositional {
            tag.arguments = .positional(positional)
        }
        tag.range = start..<position
        return tag
    }

    private var lineOfStart: Int { bytes[..<start].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 } }

    private var closingText: String { tag.isMarkdown ? "%}}" : ">}}" }

    private mutating func finishClosingTag() throws(ShortcodeError) -> ShortcodeTag {
        while !atClosingBraces {
            guard let current = byte(), isSpace(current) else {
                throw error("unclosed", "unclosed shortcode", help: "a closing tag holds nothing but its name")
            }
            position += 1
        }
        position += 3
        tag.kind = .closing
        tag.range = start..<position
        tag.nameOffset = nameOffset
        return tag
    }

    private mutating func scanName(isClosing: Bool) throws(ShortcodeError) {
        let nameStart = position
        guard let length = wordLength(at: position), length > 0 else { throw unexpected() }
        nameOffset = position
        while let current = byte() {
            if let length = wordLength(at: position), length > 0 {
                position += length
            } else if current == 0x2F {
                // `{{< x/>}}` reads the slash as part of the name, as Hugo does.
                position += 1
            } else if current == 0x2E {
                guard bytes[(position + 1)..<limit].starts(with: Array("inline ".utf8)) else {
                    throw error("period-in-name", "period in shortcode name only allowed for inline identifiers")
                }
                tag.isInline = true
                position += 1
            } else {
                break
            }
        }
        tag.name = String(decoding: bytes[nameStart..<position], as: UTF8.self)
    }

    // MARK: Arguments

    private mutating func scanArgument() throws(ShortcodeError) {
        guard let current = byte() else { return }
        switch current {
        case 0x22:
            let argument = position + 1
            let text = try quoted(escaped: false)
            try addPositional(.string(text), text, at: argument)
        case 0x60:
            let argument = position + 1
            let text = try raw()
            try addPositional(.string(text), text, at: argument)
        case 0x5C where byte(1) == 0x22:
            position += 1
            let argument = position + 1
            let text = try quoted(escaped: true)
            try addPositional(.string(text), text, at: argument)
        case 0x5C where byte(1) == 0x60:
            throw error("escape", "unrecognized escape character")
        case 0x5C:
            position += 1
        default:
            guard let length = wordLength(at: position), length > 0 else {
                throw unexpected(help: "put the argument in double quotes, and end the tag with \(closingText)")
            }
            try scanWord()
        }
    }

    private mutating func scanWord() throws(ShortcodeError) {
        let wordStart = position
        while let current = byte() {
            if let length = wordLength(at: position), length > 0 {
                position += length
            } else if current == 0x2E, position > wordStart {
                position += 1
            } else {
                break
            }
        }
        let word = String(decoding: bytes[wordStart..<position], as: UTF8.self)
        guard byte() == 0x3D else {
            try addPositional(typed(word), word, at: wordStart)
            return
        }
        if hasPositional {
            throw error(
                "mixed-arguments",
                "got named parameter '\(word)'. Cannot mix named and positional parameters", at: wordStart)
        }
        hasNamed = true
        position += 1
        skipSpace()
        let value: Value
        switch byte() {
        case 0x22: value = .string(try quoted(escaped: false))
        case 0x5C:
            position += 1
            value = .string(try quoted(escaped: true))
        case 0x60: value = .string(try raw())
        default:
            let valueStart = position
            while let current = byte(), !isSpace(current) { position += 1 }
            value = typed(String(decoding: bytes[valueStart..<position], as: UTF8.self))
        }
        named[word] = value
    }

    private mutating func addPositional(_ value: Value, _ text: String, at offset: Int) throws(ShortcodeError) {
        if hasNamed {
            throw error(
                "mixed-arguments",
                "got positional parameter '\(text)'. Cannot mix named and positional parameters", at: offset)
        }
        hasPositional = true
        positional.append(value)
    }

    private mutating func skipSpace() {
        while let current = byte(), isSpace(current) { position += 1 }
    }

    /// A text in double quotes; `escaped` when its own quotes are written `\"`, as inside another shortcode's argument.
    private mutating func quoted(escaped: Bool) throws(ShortcodeError) -> String {
        guard byte() == 0x22 else { throw error("unterminated-string", unterminated("")) }
        position += 1
        var text: [UInt8] = []
        let textStart = position
        while let current = byte() {
            switch current {
            case 0x5C where byte(1) == 0x22:
                if escaped {
                    position += 2
                    return String(decoding: text, as: UTF8.self)
                }
                text.append(0x22)
                position += 2
            case 0x5C where byte(1) == 0x60:
                throw error("escape", "unrecognized escape character")
            case 0x22:
                let range = textStart..<position
                position += 1
                // Hugo drops every backslash of a text that holds an escaped quote, and none of one that does not.
                if text.count == range.count { return String(decoding: text, as: UTF8.self) }
                return String(decoding: text.filter { $0 != 0x5C }, as: UTF8.self)
            case 0x0A:
                throw error(
                    "unterminated-string", unterminated(String(decoding: bytes[textStart..<position], as: UTF8.self)),
                    at: textStart, help: "use backticks for a text of several lines")
            default:
                text.append(current)
                position += 1
            }
        }
        throw error(
            "unterminated-string", unterminated(String(decoding: bytes[textStart..<position], as: UTF8.self)),
            at: textStart)
    }

    private func unterminated(_ text: String) -> String {
        "unterminated quoted string in shortcode parameter-argument: '\(text.utf8.count > 80 ? "…" : text)'"
    }

    private mutating func raw() throws(ShortcodeError) -> String {
        position += 1
        let textStart = position
        while let current = byte() {
            position += 1
            if current == 0x60 { return String(decoding: bytes[textStart..<position - 1], as: UTF8.self) }
        }
        throw error("unterminated-string", "unterminated raw string in shortcode parameter-argument", at: textStart)
    }

    // MARK: Characters

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private func scalarLength(at offset: Int) -> Int {
        guard offset < limit else { return 0 }
        switch bytes[offset] {
        case 0xC2...0xDF: return 2
        case 0xE0...0xEF: return 3
        case 0xF0...0xF4: return 4
        default: return 1
        }
    }

    /// The length of the letter, digit, `_` or `-` at `offset`; nil or 0 where there is none.
    private func wordLength(at offset: Int) -> Int? {
        guard offset < limit else { return nil }
        let byte = bytes[offset]
        if byte < 0x80 { return isASCIIAlphanumeric(byte) || byte == 0x5F || byte == 0x2D ? 1 : 0 }
        let end = min(limit, offset + scalarLength(at: offset))
        guard let scalar = String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first else { return 0 }
        return isLetterOrDigit(scalar) ? end - offset : 0
    }
}

/// A bare argument as a truth value, a number or text.
private func typed(_ text: String) -> Value {
    if text == "true" { return true }
    if text == "false" { return false }
    var digits = text[...]
    if digits.first == "-" { digits = digits.dropFirst() }
    guard let first = digits.utf8.first, first >= 0x30, first <= 0x39 else { return .string(text) }
    if digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        return Int(text).map { .int($0) } ?? .string(text)
    }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }) {
        return Double(text).map { .float($0) } ?? .string(text)
    }
    return .string(text)
}

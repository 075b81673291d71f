/// Cuts a style sheet into tokens; nothing is an error, what fits nowhere is a delimiter.
struct CSSLexer {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// All tokens.
    static func tokens(_ bytes: [UInt8]) -> [CSSToken] {
        var lexer = CSSLexer(bytes)
        var tokens: [CSSToken] = []
        while let token = lexer.next() { tokens.append(token) }
        return tokens
    }

    /// Whether a text is one identifier and nothing else.
    static func isIdentifier(_ text: some StringProtocol) -> Bool {
        let lexer = CSSLexer(Array(text.utf8))
        return !text.isEmpty && lexer.endOfName(from: 0, isIdentifier: true) == lexer.bytes.count
    }

    /// Whether an address needs no quotes.
    static func isPlainAddress(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\"'()\\".utf8.contains($0) }
    }

    private func at(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    private mutating func take(_ kind: CSSToken.Kind, to end: Int) -> CSSToken {
        let end = min(max(end, index + 1), bytes.count)
        defer { index = end }
        return CSSToken(kind: kind, text: String(decoding: bytes[index..<end], as: UTF8.self))
    }

    private mutating func next() -> CSSToken? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        switch byte {
        case 0x20, 0x09...0x0D:
            let end = bytes[index...].firstIndex { !Self.isSpace($0) } ?? bytes.count
            return take(.whitespace, to: end)
        case 0x2F where at(1) == 0x2A:
            return take(.comment, to: end(of: [0x2A, 0x2F], from: index + 2))
        case 0x22, 0x27: return take(.string, to: endOfString(from: index))
        case 0x23:
            let end = endOfName(from: index + 1, isIdentifier: false)
            return end > index + 1 ? take(.hash, to: end) : take(.delimiter, to: index + 1)
        case 0x40:
            let end = endOfName(from: index + 1, isIdentifier: true)
            return end > index + 1 ? take(.atKeyword, to: end) : take(.delimiter, to: index + 1)
        case 0x3A: return take(.colon, to: index + 1)
        case 0x3B: return take(.semicolon, to: index + 1)
        case 0x2C: return take(.comma, to: index + 1)
        case 0x7B: return take(.leftBrace, to: index + 1)
        case 0x7D: return take(.rightBrace, to: index + 1)
        case 0x5B: return take(.leftBracket, to: index + 1)
        case 0x5D: return take(.rightBracket, to: index + 1)
        case 0x28: return take(.leftParenthesis, to: index + 1)
        case 0x29: return take(.rightParenthesis, to: index + 1)
        case 0x7E, 0x7C, 0x5E, 0x24, 0x2A:
            return take(.delimiter, to: index + (at(1) == 0x3D ? 2 : 1))
        default: break
        }
        if let number = number() { return number }
        if byte | 0x20 == 0x75, at(1) == 0x2B, Self.isHexadecimal(at(2)) || at(2) == 0x3F {
            var end = index + 2
            while end < bytes.count, Self.isHexadecimal(bytes[end]) || bytes[end] == 0x3F || bytes[end] == 0x2D {
                end += 1
            }
            return take(.unicodeRange, to: end)
        }
        let isCustom = byte == 0x2D && at(1) == 0x2D
        let end = endOfName(from: index, isIdentifier: !isCustom)
        guard end > index else { return take(.delimiter, to: index + 1) }
        if isCustom { return take(.customProperty, to: end) }
        guard end < bytes.count, bytes[end] == 0x28 else { return take(.identifier, to: end) }
        if bytes[index..<end].elementsEqual("url".utf8, by: { $0 | 0x20 == $1 }),
            let close = endOfAddress(from: end + 1)
        {
            return take(.url, to: close)
        }
        return take(.function, to: end + 1)
    }

    private mutating func number() -> CSSToken? {
        var end = index
        if end < bytes.count, bytes[end] == 0x2B || bytes[end] == 0x2D { end += 1 }
        let start = end
        while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
        var digits = end - start
        if end + 1 < bytes.count, bytes[end] == 0x2E, Self.isDigit(bytes[end + 1]) {
            end += 1
            while end < bytes.count, Self.isDigit(bytes[end]) {
                end += 1
                digits += 1
            }
        }
        guard digits > 0 else { return nil }
        if end + 1 < bytes.count, bytes[end] | 0x20 == 0x65 {
            var exponent = end + 1
            if bytes[exponent] == 0x2B || bytes[exponent] == 0x2D { exponent += 1 }
            let first = exponent
            while exponent < bytes.count, Self.isDigit(bytes[exponent]) { exponent += 1 }
            if exponent > first { end = exponent }
        }
        if end < bytes.count, bytes[end] == 0x25 { return take(.percentage, to: end + 1) }
        let unit = endOfName(from: end, isIdentifier: true)
        return unit > end ? take(.dimension, to: unit) : take(.number, to: end)
    }

    /// Where a name that begins at `start` ends; an identifier does not begin with a digit.
    private func endOfName(from start: Int, isIdentifier: Bool) -> Int {
        var end = start
        if isIdentifier {
            if end < bytes.count, bytes[end] == 0x2D { end += 1 }
            guard end < bytes.count, Self.isNameStart(bytes[end]) || bytes[end] == 0x5C else { return start }
        }
        while end < bytes.count {
            if bytes[end] == 0x5C, end + 1 < bytes.count, bytes[end + 1] != 0x0A {
                end += 2
            } else if Self.isNameStart(bytes[end]) || Self.isDigit(bytes[end]) || bytes[end] == 0x2D {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private func endOfString(from start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, bytes[end] != bytes[start] { end += bytes[end] == 0x5C ? 2 : 1 }
        return min(end + 1, bytes.count)
    }

    /// Where `url(` ends behind its parenthesis; nil when what stands in it is no address.
    private func endOfAddress(from start: Int) -> Int? {
        var end = start
        while end < bytes.count, Self.isSpace(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] == 0x22 || bytes[end] == 0x27 {
            end = endOfString(from: end)
        } else {
            while end < bytes.count, !Self.isSpace(bytes[end]), !"\"'()".utf8.contains(bytes[end]) {
                end += bytes[end] == 0x5C ? 2 : 1
            }
        }
        while end < bytes.count, Self.isSpace(bytes[end]) { end += 1 }
        return end < bytes.count && bytes[end] == 0x29 ? end + 1 : nil
    }

    private func end(of mark: [UInt8], from start: Int) -> Int {
        var end = start
        while end + mark.count <= bytes.count {
            if bytes[end..<end + mark.count].elementsEqual(mark) { return end + mark.count }
            end += 1
        }
        return bytes.count
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    private static func isNameStart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte >= 0x80
    }
}

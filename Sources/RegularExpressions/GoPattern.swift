/// Go's `regexp/syntax` (RE2) read and written again in the dialect of PCRE2.
///
/// What both write alike but mean differently is spelt out (`\s` has no vertical tab in Go, `\v` is one character),
/// every literal is escaped, groups lose their names, and what Go refuses (look-around, back references, possessive
/// operators) is refused with Go's message. The order of the checks is that of Go's parser, so the message is too.
struct GoPattern {
    /// A pattern for PCRE2 with the names of its groups, group 0 first.
    struct Translation: Equatable {
        var source: String
        var groupNames: [String]
    }

    /// Translates `pattern`, or throws Go's `error parsing regexp: …`.
    static func translate(_ pattern: String) throws(RegularExpressionError) -> Translation {
        var reader = GoPattern(pattern: pattern)
        try reader.read()
        return Translation(source: String(decoding: reader.output, as: UTF8.self), groupNames: reader.groupNames)
    }

    /// What the largest repetition inside an item multiplies to; Go refuses more than `repeatLimit`.
    private struct Frame {
        var itemStart: Int?
        /// Whether a repetition operator follows the item already.
        var isRepeated = false
        /// Where flags that follow the item begin; what repeats the item stands behind them.
        var flagsStart: Int?
        /// The flags that hold here, of `imsU`, and those that held when the item began.
        var flags: Set<UInt8> = []
        var itemFlags: Set<UInt8> = []
        var itemRepeat = 1
        /// How many groups the translation put around the item.
        var enclosures = 0
        var largestRepeat = 1
    }

    private static let repeatLimit = 1_000
    private static let allFlags = Array("imsU".utf8)
    private static let depthLimit = 200

    private let pattern: String
    private let bytes: [UInt8]
    private var index = 0
    private var output: [UInt8] = []
    private var groupNames = [""]
    private var frames = [Frame()]
    /// Where the repetition operator began that stands right before `index`.
    private var lastRepeat: Int?

    private init(pattern: String) {
        self.pattern = pattern
        bytes = Array(pattern.utf8)
        output.reserveCapacity(bytes.count * 2)
    }

    private func failure(_ reason: String, _ excerpt: String) -> RegularExpressionError {
        RegularExpressionError("error parsing regexp: \(reason): `\(excerpt)`")
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    private func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private var flags: Set<UInt8> { frames.last?.flags ?? [] }

    private mutating func emit(_ literal: StaticString) {
        literal.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    /// Opens a new item: what a repetition operator after it repeats.
    private mutating func beginItem() {
        frames[frames.count - 1].itemStart = output.count
        frames[frames.count - 1].isRepeated = false
        frames[frames.count - 1].flagsStart = nil
        frames[frames.count - 1].enclosures = 0
        frames[frames.count - 1].itemFlags = flags
        frames[frames.count - 1].itemRepeat = 1
    }

    private mutating func emitScalar(_ value: UInt32) {
        emit("\\x{")
        output.append(contentsOf: String(value, radix: 16).utf8)
        emit("}")
    }

    private mutating func read() throws(RegularExpressionError) {
        while let current = byte(at: index) {
            let repeatBefore = lastRepeat
            lastRepeat = nil
            switch current {
            case UInt8(ascii: "("): try readOpening()
            case UInt8(ascii: ")"):
                guard frames.count > 1 else { throw failure("unexpected )", pattern) }
                let inner = frames.removeLast()
                frames[frames.count - 1].itemRepeat = inner.largestRepeat
                emit(")")
                index += 1
            case UInt8(ascii: "|"):
                frames[frames.count - 1].itemStart = nil
                emit("|")
                index += 1
            case UInt8(ascii: "^"):
                beginItem()
                emit("(?:^)")
                index += 1
            case UInt8(ascii: "$"):
                beginItem()
                emit("(?:$)")
                index += 1
            case UInt8(ascii: "."):
                beginItem()
                emit(".")
                index += 1
            case UInt8(ascii: "["): try readClass()
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
                try readRepeat(operatorEnd: index + 1, times: 1, after: repeatBefore)
            case UInt8(ascii: "{"):
                if let (end, low, high) = bounds() {
                    let valid =
                        low >= 0 && low <= Self.repeatLimit && high <= Self.repeatLimit
                        && (high < 0 || low <= high)
                    guard valid else { throw failure("invalid repeat count", text(index..<end)) }
                    try readRepeat(operatorEnd: end, times: max(low, high), after: repeatBefore)
                } else {
                    readLiteral()
                }
            case UInt8(ascii: "\\"): try readEscape()
            default: readLiteral()
            }
        }
        guard frames.count == 1 else { throw failure("missing closing )", pattern) }
    }

    private mutating func readLiteral() {
        beginItem()
        let current = bytes[index]
        if current < 0x80 {
            emitASCII(current)
            index += 1
            return
        }
        repeat {
            output.append(bytes[index])
            index += 1
        } while index < bytes.count && bytes[index] & 0xC0 == 0x80
    }

    private mutating func emitASCII(_ value: UInt8) {
        let isWord = value.isASCIIWord
        if !isWord, value > 0x20, value < 0x7F { output.append(0x5C) }
        if isWord || value >= 0x20, value != 0x7F {
            output.append(value)
        } else {
            emitScalar(UInt32(value))
        }
    }

    // MARK: Groups

    /// `(`, `(?:`, `(?flags)`, `(?flags:`, `(?P<name>`, `(?<name>`.
    private mutating func readOpening() throws(RegularExpressionError) {
        guard frames.count < Self.depthLimit else { throw failure("expression nests too deeply", pattern) }
        guard byte(at: index + 1) == UInt8(ascii: "?") else {
            beginItem()
            emit("(")
            groupNames.append("")
            frames.append(Frame(flags: flags))
            index += 1
            return
        }
        let named: Int?
        if byte(at: index + 2) == UInt8(ascii: "P"), byte(at: index + 3) == UInt8(ascii: "<") {
            named = index + 4
        } else if byte(at: index + 2) == UInt8(ascii: "<") {
            named = index + 3
        } else {
            named = nil
        }
        if let start = named {
            guard let end = bytes[min(start, bytes.count)...].firstIndex(of: UInt8(ascii: ">")) else {
                throw failure("invalid named capture", text(index..<bytes.count))
            }
            guard start < end, bytes[start..<end].allSatisfy(\.isASCIIWord) else {
                throw failure("invalid named capture", text(index..<(end + 1)))
            }
            beginItem()
            emit("(")
            groupNames.append(text(start..<end))
            frames.append(Frame(flags: flags))
            index = end + 1
            return
        }
        try readFlags()
    }

    private mutating func readFlags() throws(RegularExpressionError) {
        let start = index
        var offset = index + 2
        var negative = false
        var sawFlag = false
        var changed = flags
        while let flag = byte(at: offset) {
            offset += 1
            switch flag {
            case UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "U"):
                sawFlag = true
                if negative { changed.remove(flag) } else { changed.insert(flag) }
                continue
            case UInt8(ascii: "-") where !negative:
                negative = true
                sawFlag = false
                continue
            case UInt8(ascii: ":"), UInt8(ascii: ")"):
                if negative, !sawFlag { break }
                if flag == UInt8(ascii: ":") {
                    beginItem()
                    frames.append(Frame(flags: changed))
                } else {
                    frames[frames.count - 1].flags = changed
                    if frames[frames.count - 1].flagsStart == nil { frames[frames.count - 1].flagsStart = output.count }
                }
                output.append(contentsOf: bytes[start..<offset])
                index = offset
                return
            default: break
            }
            break
        }
        while let follow = byte(at: offset), follow & 0xC0 == 0x80 { offset += 1 }
        throw failure("invalid or unsupported Perl syntax", text(start..<offset))
    }

    // MARK: Repetition

    private mutating func readRepeat(
        operatorEnd: Int, times: Int, after repeatBefore: Int?
    ) throws(RegularExpressionError) {
        let start = index
        var end = operatorEnd
        let lazy = byte(at: end) == UInt8(ascii: "?")
        if lazy { end += 1 }
        if let repeatBefore {
            throw failure("invalid nested repetition operator", text(repeatBefore..<end))
        }
        let top = frames.count - 1
        guard let itemStart = frames[top].itemStart else {
            throw failure("missing argument to repetition operator", text(start..<end))
        }
        if times > 1 {
            let product = frames[top].itemRepeat * times
            guard product <= Self.repeatLimit else { throw failure("invalid repeat count", text(start..<operatorEnd)) }
            frames[top].itemRepeat = product
            frames[top].largestRepeat = max(frames[top].largestRepeat, product)
        }
        frames[top].largestRepeat = max(frames[top].largestRepeat, frames[top].itemRepeat)
        if frames[top].isRepeated || frames[top].flagsStart != nil {
            try encloseItem(from: itemStart)
        }
        output.append(contentsOf: bytes[start..<end])
        frames[top].isRepeated = true
        index = end
        lastRepeat = start
    }

    /// Makes one group of the item that begins at `start`, so that an operator can follow.
    ///
    /// In Go, flags and `\Q\E` are nothing that stands between an item and its operator: `a(?i)*` repeats `a` (which minds
    /// its case), and `a*\Q\E+` repeats `a*`. In PCRE2 the first is an error and the second a possessive operator.
    private mutating func encloseItem(from start: Int) throws(RegularExpressionError) {
        let top = frames.count - 1
        frames[top].enclosures += 1
        guard frames.count + frames[top].enclosures < Self.depthLimit else {
            throw failure("expression nests too deeply", pattern)
        }
        let end = frames[top].flagsStart ?? output.count
        let item = output[start..<end]
        let later = output[end...]
        var enclosed = Array(later) + Array("(?".utf8)
        if !later.isEmpty {
            // The flags now stand before the item, which must not see them.
            let held = frames[top].itemFlags
            enclosed += Self.allFlags.filter { held.contains($0) }
            enclosed += [UInt8(ascii: "-")] + Self.allFlags.filter { !held.contains($0) }
        }
        enclosed += [UInt8(ascii: ":")] + item + [UInt8(ascii: ")")]
        output.replaceSubrange(start..., with: enclosed)
        frames[top].flagsStart = nil
    }

    /// `{n}`, `{n,}` or `{n,m}` at `index`: the end, n and m (-1 for none); nil where the brace is a literal.
    private func bounds() -> (end: Int, low: Int, high: Int)? {
        var offset = index + 1
        guard let low = number(&offset) else { return nil }
        var high = low
        if byte(at: offset) == UInt8(ascii: ",") {
            offset += 1
            if byte(at: offset) == UInt8(ascii: "}") {
                high = -1
            } else {
                guard let most = number(&offset) else { return nil }
                high = most
                if most < 0 { return byte(at: offset) == UInt8(ascii: "}") ? (offset + 1, -1, -1) : nil }
            }
        }
        guard byte(at: offset) == UInt8(ascii: "}") else { return nil }
        return (offset + 1, low, high)
    }

    /// A decimal number without leading zeros; -1 when it is far too large.
    private func number(_ offset: inout Int) -> Int? {
        let start = offset
        while let digit = byte(at: offset), digit.isASCIIDigit { offset += 1 }
        guard offset > start else { return nil }
        if offset - start > 1, bytes[start] == UInt8(ascii: "0") { return nil }
        return offset - start > 8 ? -1 : Int(text(start..<offset))
    }

    // MARK: Escapes

    private mutating func readEscape() throws(RegularExpressionError) {
        switch byte(at: index + 1) {
        case UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "b"), UInt8(ascii: "B"):
            beginItem()
            emit("(?:")
            output.append(contentsOf: bytes[index..<(index + 2)])
            emit(")")
            index += 2
        case UInt8(ascii: "Q"):
            index += 2
            while index < bytes.count {
                if bytes[index] == 0x5C, byte(at: index + 1) == UInt8(ascii: "E") {
                    index += 2
                    return
                }
                readLiteral()
            }
        case UInt8(ascii: "p"), UInt8(ascii: "P"):
            beginItem()
            try readProperty()
        case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "w"), UInt8(ascii: "W"):
            beginItem()
            output.append(contentsOf: bytes[index..<(index + 2)])
            index += 2
        case UInt8(ascii: "s"):
            beginItem()
            emit("[\\t\\n\\f\\r ]")
            index += 2
        case UInt8(ascii: "S"):
            beginItem()
            emit("[^\\t\\n\\f\\r ]")
            index += 2
        default:
            beginItem()
            emitScalar(try readEscapedScalar())
        }
    }

    /// The character that the escape at `index` stands for.
    private mutating func readEscapedScalar() throws(RegularExpressionError) -> UInt32 {
        let start = index
        guard let kind = byte(at: index + 1) else { throw failure("trailing backslash at end of expression", "") }
        var end = index + 2
        while let follow = byte(at: end), kind >= 0x80, follow & 0xC0 == 0x80 { end += 1 }
        let refused = failure("invalid escape sequence", text(start..<end))
        index = end
        switch kind {
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            // A single digit from 1 to 7 would be a back reference.
            if kind != UInt8(ascii: "0") {
                guard let next = byte(at: index), next.isOctalDigit else { throw refused }
            }
            var value = UInt32(kind - 0x30)
            var more = 2
            while more > 0, let next = byte(at: index), next.isOctalDigit {
                value = value * 8 + UInt32(next - 0x30)
                index += 1
                more -= 1
            }
            return value
        case UInt8(ascii: "x"): return try readHexadecimal(start)
        case UInt8(ascii: "a"): return 7
        case UInt8(ascii: "f"): return 12
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "v"): return 11
        default:
            let isLiteral = kind < 0x80 && (kind == UInt8(ascii: "_") || !kind.isASCIIWord)
            guard isLiteral else { throw refused }
            return UInt32(kind)
        }
    }

    private mutating func readHexadecimal(_ start: Int) throws(RegularExpressionError) -> UInt32 {
        guard let first = byte(at: index) else { throw failure("invalid escape sequence", text(start..<index)) }
        if first == UInt8(ascii: "{") {
            index += 1
            var value: UInt32 = 0
            var digits = 0
            while let next = byte(at: index), next != UInt8(ascii: "}") {
                guard let digit = next.hexadecimalValue else {
                    throw failure("invalid escape sequence", text(start..<(index + 1)))
                }
                value = value * 16 + UInt32(digit)
                digits += 1
                index += 1
                guard value <= 0x10FFFF else { throw failure("invalid escape sequence", text(start..<index)) }
            }
            guard byte(at: index) == UInt8(ascii: "}"), digits > 0 else {
                throw failure("invalid escape sequence", text(start..<min(index + 1, bytes.count)))
            }
            index += 1
            // PCRE2 refuses half of a surrogate pair; no text holds one.
            return (0xD800...0xDFFF).contains(value) ? 0x10FFFF : value
        }
        guard let high = first.hexadecimalValue, let low = byte(at: index + 1)?.hexadecimalValue else {
            let bad = first.hexadecimalValue == nil ? index + 1 : index + 2
            throw failure("invalid escape sequence", text(start..<bad))
        }
        index += 2
        return UInt32(high) * 16 + UInt32(low)
    }

    /// `\pL`, `\PL`, `\p{Greek}`, `\p{^Greek}`.
    private mutating func readProperty() throws(RegularExpressionError) {
        let start = index
        var negated = bytes[index + 1] == UInt8(ascii: "P")
        var end = index + 3
        guard let first = byte(at: index + 2) else {
            throw failure("invalid character class range", text(start..<bytes.count))
        }
        var nameRange = (index + 2)..<min(end, bytes.count)
        if first == UInt8(ascii: "{") {
            guard let close = bytes[(index + 2)...].firstIndex(of: UInt8(ascii: "}")) else {
                throw failure("invalid character class range", text(start..<bytes.count))
            }
            end = close + 1
            nameRange = (index + 3)..<close
        }
        var name = text(nameRange)
        if name.hasPrefix("^") {
            negated.toggle()
            name.removeFirst()
        }
        guard let property = UnicodeProperty(goName: name) else {
            throw failure("invalid character class range", text(start..<end))
        }
        emit(negated ? "\\P{" : "\\p{")
        output.append(contentsOf: property.pcreName.utf8)
        emit("}")
        index = end
    }

    // MARK: Classes

    private mutating func readClass() throws(RegularExpressionError) {
        let start = index
        beginItem()
        emit("[")
        index += 1
        if byte(at: index) == UInt8(ascii: "^") {
            emit("^")
            index += 1
        }
        var isFirst = true
        while isFirst || byte(at: index) != UInt8(ascii: "]") {
            isFirst = false
            guard index < bytes.count else { throw failure("missing closing ]", text(start..<bytes.count)) }
            if try readNamedClass() { continue }
            if bytes[index] == 0x5C, try readClassEscape() { continue }
            let rangeStart = index
            let low = try readClassScalar(start)
            var high = low
            if byte(at: index) == UInt8(ascii: "-"), let next = byte(at: index + 1), next != UInt8(ascii: "]") {
                index += 1
                high = try readClassScalar(start)
                guard low <= high else { throw failure("invalid character class range", text(rangeStart..<index)) }
            }
            emitScalar(low)
            if high > low {
                emit("-")
                emitScalar(high)
            }
        }
        emit("]")
        index += 1
    }

    private static let posixNames: Set<String> = [
        "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
        "word", "xdigit",
    ]

    /// `[:alpha:]` or `[:^alpha:]` inside a class.
    private mutating func readNamedClass() throws(RegularExpressionError) -> Bool {
        guard bytes[index] == UInt8(ascii: "["), byte(at: index + 1) == UInt8(ascii: ":") else { return false }
        var end = index + 2
        while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: ":") && bytes[end + 1] == UInt8(ascii: "]")) {
            end += 1
        }
        guard end + 1 < bytes.count else { return false }
        let name = text((index + 2)..<end)
        guard Self.posixNames.contains(name.hasPrefix("^") ? String(name.dropFirst()) : name) else {
            throw failure("invalid character class range", text(index..<(end + 2)))
        }
        output.append(contentsOf: bytes[index..<(end + 2)])
        index = end + 2
        return true
    }

    /// `\d`, `\pL` and their like inside a class; false where the escape is a single character.
    private mutating func readClassEscape() throws(RegularExpressionError) -> Bool {
        switch byte(at: index + 1) {
        case UInt8(ascii: "p"), UInt8(ascii: "P"):
            try readProperty()
            return true
        case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "w"), UInt8(ascii: "W"):
            output.append(contentsOf: bytes[index..<(index + 2)])
        case UInt8(ascii: "s"): emit("\\t\\n\\f\\r\\x20")
        case UInt8(ascii: "S"): emit("\\S\\x0b")
        default: return false
        }
        index += 2
        return true
    }

    private mutating func readClassScalar(_ classStart: Int) throws(RegularExpressionError) -> UInt32 {
        guard let current = byte(at: index) else {
            throw failure("missing closing ]", text(classStart..<bytes.count))
        }
        if current == 0x5C { return try readEscapedScalar() }
        var end = index + 1
        while let follow = byte(at: end), follow & 0xC0 == 0x80 { end += 1 }
        let scalar = text(index..<end).unicodeScalars.first?.value ?? 0xFFFD
        index = end
        return scalar
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isOctalDigit: Bool { self >= 0x30 && self <= 0x37 }
    var isASCIIWord: Bool {
        isASCIIDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F
    }
    var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: return self - 0x30
        case 0x41...0x46: return self - 0x37
        case 0x61...0x66: return self - 0x57
        default: return nil
        }
    }
}

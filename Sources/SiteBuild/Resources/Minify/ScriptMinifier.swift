/// Takes comments and white space out of JavaScript, and the semicolons that a brace or the end makes needless.
///
/// It knows the words of the language and no more: names stay, and so does a line break where one could end a statement.
/// A script in which a slash may be a division or a pattern, or whose text or pattern does not end, stays as it is.
struct ScriptMinifier {
    private let bytes: [UInt8]
    private var index = 0
    private var out: [UInt8] = []
    /// The last word that was written; empty behind a sign.
    private var word: ArraySlice<UInt8> = []

    private struct Unclear: Error {}

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The shorter script.
    static func minified(_ bytes: [UInt8]) -> [UInt8] {
        var minifier = ScriptMinifier(bytes)
        do {
            try minifier.run()
        } catch {
            return bytes
        }
        while minifier.out.last == UInt8(ascii: ";"), minifier.canDropSemicolon { minifier.out.removeLast() }
        return minifier.out
    }

    private mutating func run() throws {
        while index < bytes.count {
            let gap = try skipGap()
            guard index < bytes.count else { return }
            let byte = bytes[index]
            if gap.breaks, needsBreak(before: byte) {
                out.append(0x0A)
            } else if gap.isThere, needsSpace(before: byte) {
                out.append(0x20)
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): try takeText(byte)
            case UInt8(ascii: "`"): try takeTemplate()
            case UInt8(ascii: "/"): try takeSlash()
            case _ where Self.isWord(byte): takeWord()
            default:
                if byte == UInt8(ascii: "}") {
                    while out.last == UInt8(ascii: ";") && canDropSemicolon { out.removeLast() }
                }
                out.append(byte)
                index += 1
                word = []
            }
        }
    }

    /// `for(;;)}` and an empty statement as a body keep theirs: behind a bracket, a label, `else` and `do`.
    private var canDropSemicolon: Bool {
        guard out.count > 1 else { return false }
        let before = out[..<(out.count - 1)]
        if let last = before.last, ");:".utf8.contains(last) { return false }
        return !["else", "do"].contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// White space and comments; whether there were any, and whether a line ended in them.
    private mutating func skipGap() throws -> (isThere: Bool, breaks: Bool) {
        let start = index
        var breaks = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                breaks = true
                index += 1
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C {
                index += 1
            } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
                // Licences are kept where they stand.
                if index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "!") { throw Unclear() }
                index += 2
                while index + 1 < bytes.count,
                    !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/"))
                {
                    breaks = breaks || bytes[index] == 0x0A
                    index += 1
                }
                guard index + 1 < bytes.count else { throw Unclear() }
                index += 2
            } else {
                break
            }
        }
        return (index > start, breaks)
    }

    private func needsSpace(before next: UInt8) -> Bool {
        guard let last = out.last else { return false }
        if Self.isWord(last), Self.isWord(next) { return true }
        // `1 .toFixed()`: the dot would be that of the number.
        if next == UInt8(ascii: "."), let first = word.first, (0x30...0x39).contains(first) { return true }
        // `a + +b`, `a - --b`, and a division before a pattern or a comment.
        return last == next && [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(next)
    }

    /// Whether the line that ended may have ended a statement.
    private func needsBreak(before next: UInt8) -> Bool {
        guard let last = out.last else { return false }
        if ";{,([:?=&|^~!<>*%.".utf8.contains(last) { return false }
        if ")],;}:?=&|^<>*%.".utf8.contains(next) { return false }
        return true
    }

    private mutating func takeWord() {
        let start = index
        while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
        word = bytes[start..<index]
        out.append(contentsOf: word)
    }

    private mutating func takeText(_ quote: UInt8) throws {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == 0x0A { throw Unclear() }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < bytes.count else { throw Unclear() }
        index += 1
        out.append(contentsOf: bytes[start..<index])
        word = []
    }

    /// A template is taken as it is, what stands in its braces too.
    private mutating func takeTemplate() throws {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "`") {
            if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
                // Inside of braces there may be texts with any sign; only what is plain is gone through.
                index += 2
                var depth = 1
                while index < bytes.count, depth > 0 {
                    switch bytes[index] {
                    case UInt8(ascii: "{"): depth += 1
                    case UInt8(ascii: "}"): depth -= 1
                    case UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"): throw Unclear()
                    default: break
                    }
                    index += 1
                }
            } else {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
        }
        guard index < bytes.count else { throw Unclear() }
        index += 1
        out.append(contentsOf: bytes[start..<index])
        word = []
    }

    /// Words behind which a slash begins a pattern.
    private static let keywords = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof",
    ]

    private mutating func takeSlash() throws {
        let last = out.last { !HTMLTag.isSpace($0) }
        if let last,
            Self.isWord(last) || last == UInt8(ascii: "]") || last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
        {
            // A name, or a word behind which a pattern stands: only the functions around it tell.
            if word.elementsEqual("yield".utf8) || word.elementsEqual("await".utf8) { throw Unclear() }
            if !Self.keywords.contains(where: { word.elementsEqual($0.utf8) }) {
                out.append(UInt8(ascii: "/"))
                index += 1
                word = []
                return
            }
        } else if last == UInt8(ascii: ")") || last == UInt8(ascii: "}") || last == UInt8(ascii: "`") {
            throw Unclear()
        }
        let start = index
        index += 1
        var isClass = false
        while index < bytes.count, bytes[index] != UInt8(ascii: "/") || isClass {
            switch bytes[index] {
            case 0x0A: throw Unclear()
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): isClass = true
            case UInt8(ascii: "]"): isClass = false
            default: break
            }
            index += 1
        }
        guard index < bytes.count else { throw Unclear() }
        index += 1
        while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
        out.append(contentsOf: bytes[start..<index])
        word = []
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        HTMLTag.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
            || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "\\") || byte >= 0x80
    }
}

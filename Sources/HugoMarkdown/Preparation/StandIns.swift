internal import Text

/// What stands in the parsed text for something that libcmark must not touch.
///
/// An extension's mark, an escaped character or an entity would lose its origin in libcmark's tree. So the text is
/// changed before it is parsed: each such place becomes characters that Markdown gives no meaning and counts as
/// punctuation, and after parsing they are read as what they stand for, or, inside code and HTML, as they were.
struct StandIns {
    /// What a numbered stand-in means in running text.
    enum Meaning {
        /// Text, such as the character of an entity.
        case text([UInt8])
        /// HTML that is written as it is, such as the entity of a quote.
        case markup(String)
        /// A reference to a footnote.
        case footnote(Int)
        /// `{#id .class}` after a heading.
        case attributes(AttributeList)
        /// A stretch between passthrough delimiters.
        case passthrough(inner: [UInt8], isBlock: Bool)
        /// The box of a task, directly before what would make a link of it.
        case taskBox(isDone: Bool)
        /// Nothing: what makes an empty item one that interrupts a paragraph.
        case filler
        /// A line that is not in the source, and ends a table before what would underline a heading.
        case divider
        /// White space at the head of a line, which is no part of code that goes on there.
        case indentation
    }

    /// One numbered stand-in.
    struct Entry {
        let original: [UInt8]
        let meaning: Meaning
    }

    private(set) var entries: [Entry] = []
    private var numbers: [[UInt8]: Int] = [:]
    /// The number of what fills an item: like an empty text it stands for nothing in the source, and is another thing.
    private var fillerNumber: Int?

    // The marks of the Siddham script are punctuation to libcmark and rarer in sites than anything else it knows;
    // their code points share three bytes. To libcmark 0.30 only the first nine of them are punctuation, which matters beside
    // emphasis: they go to what is frequent there. Where a source holds one, it is escaped like the rest.
    private static let lead: [UInt8] = [0xF0, 0x91, 0x97]
    private static let first: UInt8 = 0x81
    private static let startCode: UInt8 = 5
    private static let endCode: UInt8 = 6
    private static let literalCode: UInt8 = 22
    /// The `_` of a bare address, which must not begin emphasis.
    static let underscoreCode: UInt8 = 17
    /// The `~` of a bare address, which must not strike text through.
    static let tildeCode: UInt8 = 18
    /// The `&` of a bare address, where there are no entities.
    static let ampersandCode: UInt8 = 19
    /// The backtick of a bare address, which must not begin code.
    static let backtickCode: UInt8 = 20

    /// The characters whose escape must be remembered, by code; none for what begins and ends a numbered stand-in.
    private static let escapable: [UInt8] = Array("\"'-.~\0\0<>,[]=+^:@".utf8)

    /// The code for the escape of `byte`, or nil where libcmark may unescape it.
    static func escapeCode(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x22: return 0
        case 0x27: return 1
        case 0x2D: return 2
        case 0x2E: return 3
        case 0x7E: return 4
        case 0x3A: return 15
        case 0x40: return 16
        case 0x3C: return 7
        case 0x3E: return 8
        case 0x2C: return 9
        case 0x5B: return 10
        case 0x5D: return 11
        case 0x3D: return 12
        case 0x2B: return 13
        case 0x5E: return 14
        default: return nil
        }
    }

    /// Appends the stand-in of an escaped character.
    static func append(escape code: UInt8, to output: inout [UInt8]) {
        output.append(contentsOf: lead)
        output.append(first + code)
    }

    /// The code for `byte` in a bare address, or nil where libcmark leaves it alone.
    static func addressCode(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x5F: return underscoreCode
        case 0x7E: return tildeCode
        case 0x26: return ampersandCode
        case 0x60: return backtickCode
        default: return nil
        }
    }

    /// Appends one of the characters that stand-ins are made of.
    static func append(literal byte: UInt8, to output: inout [UInt8]) {
        append(escape: literalCode, to: &output)
        output.append(contentsOf: lead)
        output.append(byte)
    }

    /// Whether the bytes at `index` are a character that stand-ins are made of.
    static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 3 < bytes.count && bytes[index] == 0xF0 && bytes[index + 1] == 0x91 && bytes[index + 2] == 0x97
            && bytes[index + 3] >= first && bytes[index + 3] <= first + literalCode
    }

    /// Appends a numbered stand-in for `original`; equal originals share a number, so that labels stay equal.
    mutating func append(_ original: [UInt8], _ meaning: Meaning, to output: inout [UInt8]) {
        var isFiller = false
        if case .filler = meaning { isFiller = true }
        let number: Int
        if let known = isFiller ? fillerNumber : numbers[original] {
            number = known
        } else {
            number = entries.count
            if isFiller { fillerNumber = number } else { numbers[original] = number }
            entries.append(Entry(original: original, meaning: meaning))
        }
        Self.append(escape: Self.startCode, to: &output)
        output.append(contentsOf: String(number).utf8)
        Self.append(escape: Self.endCode, to: &output)
    }

    /// What stands at `index` of parsed text, where `isMark` holds, and where the text goes on.
    func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Piece, end: Int) {
        let code = bytes[index + 3] - Self.first
        let next = index + 4
        if code == Self.literalCode {
            guard Self.isMark(bytes, at: next) else { return (.nothing, next) }
            return (.literal, next + 4)
        }
        switch code {
        case Self.underscoreCode: return (.character(0x5F, escaped: false), next)
        case Self.tildeCode: return (.character(0x7E, escaped: false), next)
        case Self.ampersandCode: return (.character(0x26, escaped: false), next)
        case Self.backtickCode: return (.character(0x60, escaped: false), next)
        default: break
        }
        if code == Self.startCode {
            var number = 0
            var end = next
            while end < bytes.count, end - next < 9, bytes[end] >= 0x30, bytes[end] <= 0x39 {
                number = number * 10 + Int(bytes[end] - 0x30)
                end += 1
            }
            if Self.isMark(bytes, at: end) { end += 4 }
            return (number < entries.count ? .entry(number) : .nothing, end)
        }
        if code != Self.endCode, Int(code) < Self.escapable.count {
            return (.character(Self.escapable[Int(code)], escaped: true), next)
        }
        return (.nothing, next)
    }

    /// Whether a stretch between passthrough delimiters stands at `index`, where `isMark` holds.
    func isPassthrough(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard case (.entry(let number), _) = read(bytes, at: index), case .passthrough = entries[number].meaning else {
            return false
        }
        return true
    }

    /// One stand-in as read.
    enum Piece {
        /// Half of a stand-in that was torn apart.
        case nothing
        /// A character of a stand-in that the source itself held.
        case literal
        /// A character that is no markup; written with a backslash when `escaped`.
        case character(UInt8, escaped: Bool)
        /// A numbered stand-in.
        case entry(Int)
    }

    /// Whether an escaped `~` ends before `index`; no run of marks begins there.
    static func isEscapedTilde(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
        index >= 4 && isMark(bytes, at: index - 4) && bytes[index - 1] == first + 4
    }

    /// Whether the last thing in a text is a run of backticks that closes nothing.
    func endsInBackticks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 9, Self.isMark(bytes, at: bytes.count - 4) else { return false }
        var start = bytes.count - 5
        while start > 0, bytes[start] >= 0x30, bytes[start] <= 0x39 { start -= 1 }
        start -= 3
        guard start >= 0, Self.isMark(bytes, at: start), case (.entry(let number), bytes.count) = read(bytes, at: start)
        else { return false }
        return entries[number].original.first == 0x60
    }

    /// What begins the text of a table cell when it is parsed on its own, so that no block begins there.
    static let cellGuard: [UInt8] = lead + [first + 21, 0x20]

    /// Whether `bytes` begin with what guards a cell.
    static func beginsWithGuard(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count >= 5 && bytes[0] == 0xF0 && bytes[3] == first + 21 && isMark(bytes, at: 0) && bytes[4] == 0x20
    }

    /// Whether the stand-in of an escaped character is at `index`.
    static func isEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard isMark(bytes, at: index) else { return false }
        let code = bytes[index + 3] - first
        return Int(code) < escapable.count && code != startCode && code != endCode
    }

    /// The attributes at the end of a heading's last text, and the length of that text without them.
    func trailingAttributes(_ bytes: UnsafeBufferPointer<UInt8>) -> (AttributeList, length: Int)? {
        guard bytes.count >= 9, Self.isMark(bytes, at: bytes.count - 4) else { return nil }
        var start = bytes.count - 5
        while start > 0, bytes[start] >= 0x30, bytes[start] <= 0x39 { start -= 1 }
        start -= 3
        guard start >= 0, Self.isMark(bytes, at: start),
            case (.entry(let number), bytes.count) = read(bytes, at: start),
            case .attributes(let attributes) = entries[number].meaning
        else { return nil }
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        return (attributes, start)
    }

    /// `bytes` as they stood in the source: for code and HTML; `inSpan` leaves out what indents the lines of code.
    func restoringOriginal(_ bytes: UnsafeBufferPointer<UInt8>, inSpan: Bool = false) -> [UInt8] {
        var indented = -1
        let text = restoring(bytes) { piece, output in
            switch piece {
            case .character(let byte, let escaped):
                if escaped { output.append(0x5C) }
                output.append(byte)
            case .entry(let number):
                if inSpan, case .indentation = entries[number].meaning {
                    indented = output.count
                    break
                }
                output.append(contentsOf: entries[number].original)
            case .nothing, .literal: break
            }
        }
        // libcmark takes a space off both ends of code, and did not see the one before the indentation.
        if indented == text.count, text.first == 0x20, text.last == 0x20, text.contains(where: { $0 != 0x20 }) {
            return Array(text.dropFirst().dropLast())
        }
        return text
    }

    /// Whether the stand-in `number` is wrapped in a processing instruction where it stands alone on its line.
    private func isWrapped(_ number: Int) -> Bool {
        switch entries[number].meaning {
        case .attributes, .filler, .divider: return true
        default: return false
        }
    }

    /// `bytes` with escapes and entities resolved: for addresses, titles and plain text.
    func restoringText(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        restoring(bytes) { piece, output in
            switch piece {
            case .character(let byte, _): output.append(byte)
            case .entry(let number):
                switch entries[number].meaning {
                case .text(let text): output.append(contentsOf: text)
                case .markup(let html): output.append(contentsOf: decodingEntity(html).utf8)
                case .passthrough: output.append(contentsOf: Self.unescaped(entries[number].original))
                default: output.append(contentsOf: entries[number].original)
                }
            case .nothing, .literal: break
            }
        }
    }

    /// `text` without the backslashes that escape.
    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == 0x5C, index + 1 < text.count, isPunctuation(text[index + 1]) { index += 1 }
            result.append(text[index])
            index += 1
        }
        return result
    }

    /// `bytes` as Hugo's plain text has them: the names of entities are resolved, their numbers are not.
    func plainText(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        if case (.entry(let number), bytes.count) = read(bytes, at: 0) {
            let original = entries[number].original
            if original.starts(with: [0x26, 0x23]) { return original }
            // A comment is no text.
            if original.starts(with: "<!--".utf8) { return [] }
        }
        return restoringText(bytes)
    }

    private func restoring(
        _ bytes: UnsafeBufferPointer<UInt8>, _ write: (Piece, inout [UInt8]) -> Void
    ) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0xF0, Self.isMark(bytes, at: index) {
                let (piece, end) = read(bytes, at: index)
                if case .literal = piece { output.append(contentsOf: bytes[end - 4..<end]) }
                index = end
                if case .entry(let number) = piece, isWrapped(number), output.suffix(2).elementsEqual("<?".utf8),
                    bytes[end...].prefix(2).elementsEqual("?>".utf8)
                {
                    output.removeLast(2)
                    index += 2
                    if case .divider = entries[number].meaning {
                        // The whole line goes, with the indentation that it shares with the next.
                        while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
                        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                        continue
                    }
                }
                write(piece, &output)
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }
}

internal import Text
internal import Values

/// Goes through a text once before libcmark gets it and puts stand-ins where the extensions need them.
///
/// It knows nothing of blocks: whatever it replaces can be put back where it turns out to be code or HTML.
struct SourcePreparer {
    let options: MarkdownOptions
    let bytes: UnsafeBufferPointer<UInt8>
    /// What is known of the text since it was parsed before.
    let hints: PreparationHints
    /// How libcmark divided the text then.
    var outline: BlockOutline? { hints.outline }
    /// What the present line is part of; nil when it is not known.
    var unit: BlockOutline.Unit?
    var prepared = PreparedSource()
    var output: [UInt8] = []
    var copied = 0
    var index = 0
    /// How many marks of quotations stand before the first line of the present paragraph.
    var unitQuotes = 0
    /// The present line of the text for libcmark, and that of the source.
    var line = 1
    var sourceLine = 1
    var labels: [[UInt8]: Int] = [:]
    var foundMarkers: StandInMarkers?
    var passthroughs: [Passthrough] = []
    var addressEnd = 0
    /// Where the code ends that backticks have opened, as far as blocks do not end it before.
    var codeEnd = 0
    /// The same for code that no fence opens.
    var spanEnd = 0
    /// Where the marker of a footnote or definition ends that stands on the present line.
    var markerEnd = 0
    /// Where the present line with a brace ends without and with the white space at its end.
    var braceLine = (last: 0, end: 0)
    /// The first `]:` behind the last line that began with `[`; the end of the text where there is none.
    var labelEnd = -1
    /// Where the last declaration of HTML ends.
    var declarationEnd = 0
    /// Up to where it is known that nothing ends a declaration.
    private var barrenUntil = 0
    /// Where the raw HTML ends that only its own mark ends.
    var rawEnd = 0
    /// The fence that is open.
    var fence: (mark: UInt8, length: Int)?
    /// How many brackets of the present block are open; a bare address is none behind one.
    var openBrackets = 0
    /// The last line at whose beginning a bracket was open.
    var bracketLine = -100
    /// Where the last row of the present table ends.
    var tableEnd = 0
    var backticks = BacktickRuns()
    /// The rest of the present paragraph, and whether its lines are terms.
    var terms = (range: 0..<0, areTerms: false)
    /// Whether the line that begins at `start` may go on with a paragraph, as it was asked for last.
    var goingOn = (start: -1, isQuoted: false, result: false)
    /// The last line that looks like a definition.
    var definitionLine = -10
    /// Where the first end of a comment stands on the line from which places on, nil when there is none.
    var commentEnd: (searched: Range<Int>, end: Int?) = (0..<0, nil)
    let classes: [UInt8]

    /// A pair of delimiters, and up to where it is known that nothing closes it.
    struct Passthrough {
        let open: [UInt8]
        let close: [UInt8]
        let isBlock: Bool
        var barrenUntil = 0

        init?(_ delimiters: MarkdownOptions.Delimiters, isBlock: Bool) {
            open = Array(delimiters.open.utf8)
            close = Array(delimiters.close.utf8)
            self.isBlock = isBlock
            if open.isEmpty || close.isEmpty { return nil }
        }
    }

    /// What definitions and footnotes of this document are parsed with.
    var markers: StandInMarkers {
        mutating get {
            if let foundMarkers { return foundMarkers }
            let found = StandInMarkers(avoidingThoseOf: bytes)
            foundMarkers = found
            return found
        }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, options: MarkdownOptions, hints: PreparationHints) {
        self.bytes = bytes
        self.options = options
        self.hints = hints
        classes = Self.classes(options)
        passthroughs =
            options.passthroughBlock.compactMap { Passthrough($0, isBlock: true) }
            + options.passthroughInline.compactMap { Passthrough($0, isBlock: false) }
    }

    /// Whether `options` ask for anything that needs preparing.
    static func isNeeded(_ options: MarkdownOptions) -> Bool {
        options.tables || options.strikethrough || options.linkify || options.definitionLists || options.footnotes
            || options.typographer != nil || options.emoji || options.headingAttributes || options.blockAttributes
            || options.escapedSpace || !options.passthroughInline.isEmpty || !options.passthroughBlock.isEmpty
            || options.hasExtras
    }

    mutating func prepare() -> PreparedSource {
        if options.footnotes { collectFootnoteLabels() }
        startLine(at: 0)
        while index < bytes.count {
            var next = index
            classes.withUnsafeBufferPointer { table in
                while next < bytes.count, table[Int(bytes[next])] == 0 { next += 1 }
            }
            index = next
            if next < bytes.count { step(bytes[next]) }
        }
        prepared.noteLine(line + 1, is: sourceLine + 1)
        if copied > 0 || !output.isEmpty {
            output.append(contentsOf: bytes[copied...])
            prepared.text = output
        }
        return prepared
    }

    // MARK: Copying

    /// Copies what stands before `offset` and goes on after `end`.
    mutating func replace(from offset: Int, to end: Int) {
        if output.isEmpty { output.reserveCapacity(bytes.count + bytes.count / 8 + 64) }
        output.append(contentsOf: bytes[copied..<offset])
        copied = end
        index = end
    }

    mutating func step(_ byte: UInt8) {
        if index < addressEnd {
            stepInsideAddress(byte)
            return
        }
        if index < declarationEnd, byte != 0x0A, byte != 0x0D, byte != 0xF0 {
            index += 1
            return
        }
        switch byte {
        case 0x0A:
            index += 1
            beginLine()
        case 0x0D:
            if index < spanEnd, index + 1 < bytes.count, bytes[index + 1] == 0x0A, !followsHeading(index + 1) {
                // Goldmark keeps it in code that goes on over the end of the line.
                replace(from: index, to: index + 1)
                prepared.standIns.append([0x0D], .text([]), to: &output)
                prepared.hasStandIns = true
                return
            }
            index += 1
            if index >= bytes.count || bytes[index] != 0x0A {
                beginLine()
            }
        case 0x5C: stepBackslash()
        case 0x26: stepEntity()
        case 0x3C: stepAngle()
        case 0x60: if !stepPassthrough() { stepBackticks() }
        case 0x7B: if !stepBrace() { index += 1 }
        case 0x5B:
            if !stepBracket() {
                if index >= codeEnd { openBrackets += 1 }
                index += 1
            }
        case 0x5D where options.linkify:
            if stepPassthrough() { return }
            if index >= codeEnd, openBrackets > 0 { openBrackets -= 1 }
            index += 1
        case 0x3A, 0x2E: stepAddress(byte)
        case 0x7E:
            prepared.hasTilde = true
            if !stepPassthrough() { index += 1 }
        case 0xF0 where StandIns.isMark(bytes, at: index):
            let mark = bytes[index + 3]
            replace(from: index, to: index + 4)
            StandIns.append(literal: mark, to: &output)
            prepared.hasStandIns = true
        default:
            if byte == 0x5E || byte == 0x3D || byte == 0x2B { prepared.hasExtraMarks = true }
            if !stepPassthrough() { index += 1 }
        }
    }

    private mutating func beginLine() {
        line += 1
        sourceLine += 1
        prepared.noteLine(line, is: sourceLine)
        startLine(at: index)
    }

    mutating func stepBackslash() {
        if stepPassthrough() { return }
        if options.escapedSpace, index + 1 < bytes.count, bytes[index + 1] == 0x20 {
            replace(from: index, to: index + 2)
            prepared.standIns.append([0x5C, 0x20], .text([]), to: &output)
            prepared.hasStandIns = true
            return
        }
        guard index + 1 < bytes.count, let code = StandIns.escapeCode(bytes[index + 1]) else {
            // A pair is taken as one, so that the second of two backslashes escapes nothing.
            index += index + 1 < bytes.count && bytes[index + 1] != 0x0A && bytes[index + 1] != 0x0D ? 2 : 1
            return
        }
        let start = index
        replace(from: start, to: start + 2)
        StandIns.append(escape: code, to: &output)
        prepared.hasStandIns = true
    }

    mutating func stepEntity() {
        guard let (text, end) = punctuationEntity(at: index) ?? entityAfterAddress() else {
            index += 1
            return
        }
        let start = index
        let original = Array(bytes[start..<end])
        replace(from: start, to: end)
        prepared.standIns.append(original, .text(text), to: &output)
        prepared.hasStandIns = true
    }

    /// The entity at which a bare address ends; as a character it would be read as part of it.
    func entityAfterAddress() -> ([UInt8], end: Int)? {
        guard index == addressEnd, index > 0, let semicolon = bytes[index...].prefix(36).firstIndex(of: 0x3B) else {
            return nil
        }
        let name = bytes[(index + 1)..<semicolon]
        if let text = CharacterReferences.characters(
            named: String(decoding: bytes[(index + 1)...semicolon], as: UTF8.self))
        {
            return (Array(text.utf8), semicolon + 1)
        }
        return name.allSatisfy(isASCIIAlphanumeric) ? ([0x26], index + 1) : nil
    }

    /// Two angles are a quotation mark before they can be HTML.
    mutating func stepAngle() {
        if stepComment() || stepClosingTag() || stepDestination() { return }
        stepDeclaration()
        guard let typographer = options.typographer, index + 1 < bytes.count, bytes[index + 1] == 0x3C else {
            index += 1
            return
        }
        replace(from: index, to: index + 2)
        prepared.standIns.append([0x3C, 0x3C], .markup(typographer.leftAngleQuote), to: &output)
        prepared.hasStandIns = true
    }

    /// The end tag of an element whose start opens HTML of its own: to Goldmark that end tag opens none.
    private mutating func stepClosingTag() -> Bool {
        guard index + 2 < bytes.count, bytes[index + 1] == 0x2F,
            ["pre>", "script>", "style>"].contains(where: { name in
                bytes[(index + 2)...].prefix(name.utf8.count).elementsEqual(name.utf8) { $0 | 0x20 == $1 | 0x20 }
            }), mayBeginBlock(index)
        else { return false }
        replace(from: index, to: index)
        prepared.standIns.append([], .filler, to: &output)
        prepared.hasStandIns = true
        index += 2
        return true
    }

    /// A destination in angles that goes over the end of a line behind a backslash, which libcmark lets pass.
    private mutating func stepDestination() -> Bool {
        guard index > 1, bytes[index - 1] == 0x28, bytes[index - 2] == 0x5D else { return false }
        var end = index + 1
        while end < bytes.count, end - index < 2_000, bytes[end] != 0x3E, bytes[end] != 0x3C, bytes[end] != 0x0A {
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x0A, bytes[end - 1] == 0x5C else { return false }
        let start = index
        replace(from: start, to: start + 1)
        prepared.standIns.append([0x3C], .text([0x3C]), to: &output)
        prepared.hasStandIns = true
        return true
    }

    /// A declaration, whose first `>` ends it whatever stands before that.
    private mutating func stepDeclaration() {
        guard index + 2 < bytes.count, bytes[index + 1] == 0x21, bytes[index + 2] >= 0x41, bytes[index + 2] <= 0x5A,
            index >= codeEnd
        else { return }
        if outline == nil { prepared.isGuessed = true }
        guard unit != nil || !isBlank(max(0, index - 4)..<index) || index < 4 else { return }
        let isBlock = unit == nil && mayBeginBlock(index)
        let limit = unit?.end ?? bytes.count
        // What was gone through for one that stands before holds no end.
        var end = max(index, barrenUntil)
        defer { if end < bytes.count, bytes[end] != 0x3E { barrenUntil = end } }
        while end < limit, end - index < 2_000, bytes[end] != 0x3E {
            if !isBlock, bytes[end] == 0x7C && index < tableEnd { return }
            if !isBlock, bytes[end] == 0x0A, !mayGoOn(withLineAt: end + 1, isQuoted: true) { return }
            // Behind a blank line it is more likely that nothing was to be declared.
            if bytes[end] == 0x0A, end + 1 < bytes.count, bytes[end + 1] == 0x0A { return }
            end += 1
        }
        if end < limit, bytes[end] == 0x3E { declarationEnd = end + 1 }
    }

    /// A comment in a line that libcmark, which knows an older rule, would take for text: one with `--` inside.
    mutating func stepComment() -> Bool {
        guard index + 4 < bytes.count, bytes[index + 1] == 0x21, bytes[index + 2] == 0x2D, bytes[index + 3] == 0x2D
        else { return false }
        let beginsBlock = unit == nil && mayBeginBlock(index)
        if beginsBlock, outline != nil { return false }
        if !commentEnd.searched.contains(index) {
            var end = index + 2
            while end + 2 < bytes.count, bytes[end] != 0x0A,
                !(bytes[end] == 0x2D && bytes[end + 1] == 0x2D && bytes[end + 2] == 0x3E)
            { end += 1 }
            let isFound = end + 2 < bytes.count && bytes[end] == 0x2D
            commentEnd = (index..<end + 1, isFound ? end + 3 : nil)
        }
        if beginsBlock, commentEnd.end == nil { prepared.isGuessed = true }
        var end = commentEnd.end ?? 0
        if bytes[index + 4] == 0x3E { end = index + 5 }
        if bytes[index + 4] == 0x2D, index + 5 < bytes.count, bytes[index + 5] == 0x3E { end = index + 6 }
        guard end > index + 4, index >= tableEnd || end <= cellEnd(from: index) else { return false }
        let inner = index + 4 < end - 3 ? bytes[(index + 4)..<(end - 3)] : bytes[index..<index]
        var isOld = !inner.isEmpty && inner.first != 0x3E && !inner.starts(with: [0x2D, 0x3E]) && inner.last != 0x2D
        var offset = inner.startIndex
        while isOld, offset + 1 < inner.endIndex {
            if inner[offset] == 0x2D, inner[offset + 1] == 0x2D { isOld = false }
            offset += 1
        }
        if isOld { return false }
        if beginsBlock {
            prepared.isGuessed = true
            return false
        }
        let original = Array(bytes[index..<end])
        replace(from: index, to: end)
        prepared.standIns.append(
            original, .markup(options.unsafe ? String(decoding: original, as: UTF8.self) : ""), to: &output)
        prepared.hasStandIns = true
        return true
    }

    /// Whether nothing but white space and marks of quotations and lists stands before `offset` on its line.
    func mayBeginBlock(_ offset: Int) -> Bool {
        if offset >= markerEnd, offset - markerEnd < 4, markerEnd > 0, isBlank(markerEnd..<offset) { return true }
        var before = offset
        while before > 0, offset - before < 200 {
            let byte = bytes[before - 1]
            if byte == 0x0A || byte == 0x0D { return true }
            let isListMark = byte == 0x2D || byte == 0x2A || byte == 0x2B || byte == 0x2E || byte == 0x29
            guard byte == 0x20 || byte == 0x09 || byte == 0x3E || isListMark || (byte >= 0x30 && byte <= 0x39) else {
                return false
            }
            before -= 1
        }
        return before == 0
    }

    /// An entity for a character that the typographer or another extension would take for its mark.
    ///
    /// Numbers of other characters are taken too: a plain text shows them as they were written.
    func punctuationEntity(at start: Int) -> ([UInt8], end: Int)? {
        var end = start + 1
        while end < bytes.count, end - start < 9, bytes[end] != 0x3B {
            guard isASCIIAlphanumeric(bytes[end]) || bytes[end] == 0x23 else { return nil }
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x3B, end > start + 1 else { return nil }
        let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
        if name.hasPrefix("#") {
            let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            guard digits.count <= (isHexadecimal ? 6 : 7), digits.first?.isHexDigit == true,
                let value = UInt32(digits, radix: isHexadecimal ? 16 : 10)
            else { return nil }
            let scalar = value == 0 ? nil : Unicode.Scalar(value)
            return (Array(String(scalar ?? "\u{FFFD}").utf8), end + 1)
        }
        let value: UInt8? =
            switch name {
            case "quot", "QUOT": 0x22
            case "apos": 0x27
            case "lt", "LT": 0x3C
            case "gt", "GT": 0x3E
            case "colon": 0x3A
            case "period": 0x2E
            case "commat": 0x40
            case "lsqb", "lbrack": 0x5B
            case "rsqb", "rbrack": 0x5D
            default: nil
            }
        return value.map { ([$0], end + 1) }
    }

    // MARK: Classes

    /// 1 for a byte that `step` has to see.
    private static func classes(_ options: MarkdownOptions) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: 256)
        func set(_ bytes: UInt8...) { for byte in bytes { table[Int(byte)] = 1 } }
        set(0x0A, 0x0D, 0x5C, 0xF0, 0x60)
        // The plain text of a heading has entities as they were written, whatever else is on.
        set(0x26, 0x3C)
        if options.headingAttributes { set(0x7B) }
        if options.footnotes { set(0x5B) }
        if options.linkify { set(0x3A, 0x2E, 0x5F, 0x5B, 0x5D) }
        if options.strikethrough || options.extraSubscript { set(0x7E) }
        if options.hasExtras { set(0x5E, 0x3D, 0x2B) }
        for delimiters in options.passthroughInline + options.passthroughBlock {
            if let first = delimiters.open.utf8.first { set(first) }
        }
        return table
    }
}

extension MarkdownOptions {
    /// Whether any of the extra marks is on.
    var hasExtras: Bool { extraDelete || extraInsert || extraMark || extraSubscript || extraSuperscript }
}

/// Whether `byte` may stand in a bare address after its host.
func isAddressByte(_ byte: UInt8) -> Bool {
    if isASCIIAlphanumeric(byte) { return true }
    switch byte {
    case 0x2D, 0x40, 0x3A, 0x25, 0x5F, 0x2B, 0x2E, 0x7E, 0x23, 0x24, 0x21, 0x3F, 0x26, 0x2F, 0x3D, 0x28, 0x29, 0x3B,
        0x2C, 0x27, 0x22, 0x3E, 0x5E, 0x7B, 0x7D, 0x5B, 0x5D, 0x60:
        return true
    default: return false
    }
}

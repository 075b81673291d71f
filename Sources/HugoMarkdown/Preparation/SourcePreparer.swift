internal import Text
internal import Values

/// Goes through a text once before libcmark gets it and puts stand-ins where the extensions need them.
///
/// It knows nothing of blocks: whatever it replaces can be put back where it turns out to be code or HTML.
struct SourcePreparer {
    private let options: MarkdownOptions
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Lines that look like definitions or footnotes and are none; nil refuses all.
    private let refusedLines: Set<Int>?
    private var prepared = PreparedSource()
    private var output: [UInt8] = []
    private var copied = 0
    private var index = 0
    private var line = 1
    private var labels: [[UInt8]: Int] = [:]
    private var foundMarkers: StandInMarkers?
    private var passthroughs: [Passthrough] = []
    private var addressEnd = 0
    /// Where the code ends that backticks have opened, as far as blocks do not end it before.
    private var codeEnd = 0
    /// Where the marker of a footnote or definition ends that stands on the present line.
    private var markerEnd = 0
    /// Where the present line with a brace ends without and with the white space at its end.
    private var braceLine = (last: 0, end: 0)
    private var backticks = BacktickRuns()
    /// Where the first end of a comment stands on the line from which places on, nil when there is none.
    private var commentEnd: (searched: Range<Int>, end: Int?) = (0..<0, nil)
    private let classes: [UInt8]

    /// A pair of delimiters, and up to where it is known that nothing closes it.
    private struct Passthrough {
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
    private var markers: StandInMarkers {
        mutating get {
            if let foundMarkers { return foundMarkers }
            let found = StandInMarkers(avoidingThoseOf: bytes)
            foundMarkers = found
            return found
        }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, options: MarkdownOptions, refusedLines: Set<Int>?) {
        self.bytes = bytes
        self.options = options
        self.refusedLines = refusedLines
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
        if copied > 0 || !output.isEmpty {
            output.append(contentsOf: bytes[copied...])
            prepared.text = output
        }
        return prepared
    }

    // MARK: Copying

    /// Copies what stands before `offset` and goes on after `end`.
    private mutating func replace(from offset: Int, to end: Int) {
        if output.isEmpty { output.reserveCapacity(bytes.count + bytes.count / 8 + 64) }
        output.append(contentsOf: bytes[copied..<offset])
        copied = end
        index = end
    }

    private mutating func step(_ byte: UInt8) {
        if index < addressEnd {
            stepInsideAddress(byte)
            return
        }
        switch byte {
        case 0x0A:
            index += 1
            line += 1
            startLine(at: index)
        case 0x0D:
            index += 1
            if index >= bytes.count || bytes[index] != 0x0A {
                line += 1
                startLine(at: index)
            }
        case 0x5C: stepBackslash()
        case 0x26: stepEntity()
        case 0x3C: stepAngle()
        case 0x60: if !stepPassthrough() { stepBackticks() }
        case 0x7B: if !stepBrace() { index += 1 }
        case 0x5B: if !stepBracket() { index += 1 }
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

    private mutating func stepBackslash() {
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

    private mutating func stepEntity() {
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
    private func entityAfterAddress() -> ([UInt8], end: Int)? {
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
    private mutating func stepAngle() {
        if stepComment() { return }
        guard let typographer = options.typographer, index + 1 < bytes.count, bytes[index + 1] == 0x3C else {
            index += 1
            return
        }
        replace(from: index, to: index + 2)
        prepared.standIns.append([0x3C, 0x3C], .markup(typographer.leftAngleQuote), to: &output)
        prepared.hasStandIns = true
    }

    /// A comment in a line that libcmark, which knows an older rule, would take for text: one with `--` inside.
    private mutating func stepComment() -> Bool {
        guard index + 4 < bytes.count, bytes[index + 1] == 0x21, bytes[index + 2] == 0x2D, bytes[index + 3] == 0x2D,
            !mayBeginBlock(index)
        else { return false }
        if !commentEnd.searched.contains(index) {
            var end = index + 2
            while end + 2 < bytes.count, bytes[end] != 0x0A,
                !(bytes[end] == 0x2D && bytes[end + 1] == 0x2D && bytes[end + 2] == 0x3E)
            { end += 1 }
            let isFound = end + 2 < bytes.count && bytes[end] == 0x2D
            commentEnd = (index..<end + 1, isFound ? end + 3 : nil)
        }
        guard let end = commentEnd.end, end > index + 4 else { return false }
        let inner = index + 4 < end - 3 ? bytes[(index + 4)..<(end - 3)] : bytes[index..<index]
        var isOld = !inner.isEmpty && inner.first != 0x3E && !inner.starts(with: [0x2D, 0x3E]) && inner.last != 0x2D
        var offset = inner.startIndex
        while isOld, offset + 1 < inner.endIndex {
            if inner[offset] == 0x2D, inner[offset + 1] == 0x2D { isOld = false }
            offset += 1
        }
        if isOld { return false }
        let original = Array(bytes[index..<end])
        replace(from: index, to: end)
        prepared.standIns.append(
            original, .markup(options.unsafe ? String(decoding: original, as: UTF8.self) : ""), to: &output)
        prepared.hasStandIns = true
        return true
    }

    /// Whether nothing but white space and marks of quotations and lists stands before `offset` on its line.
    private func mayBeginBlock(_ offset: Int) -> Bool {
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
    private func punctuationEntity(at start: Int) -> ([UInt8], end: Int)? {
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

    // MARK: Lines

    /// Looks at the first characters of a line behind the marks of the quotations it may stand in.
    private mutating func startLine(at start: Int) {
        var first = start
        while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == 0x3E { first += 1 }
        guard first < bytes.count else { return }
        switch bytes[first] {
        case 0x7C, 0x2D, 0x3A:
            if options.tables, line > 1, isDelimiterRow(first) { prepared.delimiterRows.append(line) }
            if bytes[first] == 0x3A, options.definitionLists { startDefinition(at: first, lineStart: start) }
        case 0x5B:
            if !prepared.hasLinkDefinitions {
                // A label is not longer than this.
                let label = bytes[first...].prefix(1002)
                if let close = label.firstIndex(of: 0x5D), close + 1 < bytes.count, bytes[close + 1] == 0x3A {
                    prepared.hasLinkDefinitions = true
                }
            }
            if options.footnotes, !labels.isEmpty { startFootnote(at: first, lineStart: start) }
        case 0x7B: if options.blockAttributes { startBlockAttributes(at: first) }
        default: break
        }
        if options.taskLists, first >= copied {
            switch bytes[first] {
            case 0x2D, 0x2A, 0x2B, 0x31: startTask(at: first)
            default: break
            }
        }
    }

    private func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    private func isDelimiterRow(_ first: Int) -> Bool {
        var offset = first
        var hasHyphen = false
        var hasOther = false
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
            switch bytes[offset] {
            case 0x2D: hasHyphen = true
            case 0x7C, 0x3A, 0x20, 0x09: hasOther = true
            default: return false
            }
            offset += 1
        }
        return hasHyphen && hasOther
    }

    private mutating func startDefinition(at colon: Int, lineStart: Int) {
        guard colon + 1 < bytes.count, bytes[colon + 1] == 0x20 || bytes[colon + 1] == 0x09,
            refusedLines?.contains(line) == false
        else { return }
        let end = lineEnd(from: colon)
        prepared.markerLines[line] = .init(
            kind: .definition, column: colon - lineStart + 1, original: Array(bytes[lineStart..<end]))
        replace(from: colon, to: colon + 1)
        markerEnd = colon + 1
        output.append(markers.definition)
        if isBlank(colon + 1..<end) { appendFiller(space: min(4, end - colon - 1), end: end) }
    }

    /// Fills an item that would be empty, and so not interrupt the paragraph of the term.
    ///
    /// A processing instruction ends on its line, so what follows does not go on with it.
    private mutating func appendFiller(space: Int, end: Int) {
        for _ in 0..<space { output.append(0x20) }
        output.append(contentsOf: "<?".utf8)
        prepared.standIns.append([], .filler, to: &output)
        output.append(contentsOf: "?>".utf8)
        prepared.hasStandIns = true
        copied = end
        index = end
    }

    private mutating func startFootnote(at bracket: Int, lineStart: Int) {
        guard let (label, close) = footnoteLabel(at: bracket), close + 1 < bytes.count, bytes[close + 1] == 0x3A,
            let number = labels[label], refusedLines?.contains(line) == false
        else { return }
        let end = lineEnd(from: bracket)
        prepared.markerLines[line] = .init(
            kind: .footnote(number), column: bracket - lineStart + 1, original: Array(bytes[lineStart..<end]))
        // A list item whose content begins at the fourth column: what follows must be indented by four.
        replace(from: bracket, to: close + 2)
        markerEnd = close + 2
        let space = bytes[lineStart..<bracket].reversed().prefix { $0 == 0x20 }.count
        let marker = space == 2 ? markers.indentedFootnote : markers.footnote
        output.append(contentsOf: marker)
        let padding = max(1, 4 - space - marker.count)
        var content = index
        while content < end, bytes[content] == 0x20 || bytes[content] == 0x09 { content += 1 }
        if content < end {
            for _ in 0..<padding { output.append(0x20) }
            copied = content
            index = content
        } else {
            appendFiller(space: padding, end: end)
        }
    }

    /// At the head of a list item: a task's box directly before what would make a link of it.
    private mutating func startTask(at marker: Int) {
        var first = marker
        while first + 1 < bytes.count {
            let byte = bytes[first]
            if byte == 0x2D || byte == 0x2A || byte == 0x2B {
                first += 1
            } else if byte == 0x31, bytes[first + 1] == 0x2E || bytes[first + 1] == 0x29 {
                first += 2
            } else {
                break
            }
            guard first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 else { return }
            while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
        }
        guard first > marker, first + 3 < bytes.count, bytes[first] == 0x5B, bytes[first + 2] == 0x5D,
            bytes[first + 3] == 0x28 || bytes[first + 3] == 0x5B
        else { return }
        let mark = bytes[first + 1]
        guard mark == 0x20 || mark == 0x78 || mark == 0x58 else { return }
        replace(from: first, to: first + 3)
        prepared.standIns.append(
            Array(bytes[first..<first + 3]), .taskBox(isDone: mark != 0x20), to: &output)
        prepared.hasStandIns = true
    }

    private mutating func startBlockAttributes(at brace: Int) {
        let end = lineEnd(from: brace)
        var parser = AttributeParser(bytes, at: brace, limit: end)
        guard let attributes = parser.parse(), isBlank(parser.position..<end) else { return }
        let original = Array(bytes[brace..<end])
        replace(from: brace, to: end)
        // A processing instruction interrupts a paragraph and ends on its line, as block attributes do.
        output.append(contentsOf: "<?".utf8)
        prepared.standIns.append(original, .attributes(attributes), to: &output)
        output.append(contentsOf: "?>".utf8)
        prepared.hasBlockAttributes = true
        prepared.hasStandIns = true
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    // MARK: Heading attributes

    private mutating func stepBrace() -> Bool {
        guard options.headingAttributes else { return false }
        // Found once a line, or a line of braces would be gone through for each of them.
        if index >= braceLine.end {
            let end = lineEnd(from: index)
            var last = end
            while last > index, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
            braceLine = (last, end)
        }
        let (last, end) = braceLine
        guard last > index, bytes[last - 1] == 0x7D, last - index < 2048 else { return false }
        var parser = AttributeParser(bytes, at: index, limit: last)
        guard let attributes = parser.parse(), parser.position == last, isHeading(index, lineEnd: end) else {
            return false
        }
        let start = index
        replace(from: start, to: last)
        prepared.standIns.append(Array(bytes[start..<last]), .attributes(attributes), to: &output)
        prepared.hasStandIns = true
        return true
    }

    /// Whether the line around `offset` may be a heading: `#` at its head, or underlined by the next line.
    private func isHeading(_ offset: Int, lineEnd end: Int) -> Bool {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        // Behind the marks of quotations and lists.
        while start < offset,
            bytes[start] == 0x20 || bytes[start] == 0x09 || bytes[start] == 0x3E || bytes[start] == 0x2D
                || bytes[start] == 0x2A || bytes[start] == 0x2B || bytes[start] == 0x2E || bytes[start] == 0x29
                || (bytes[start] >= 0x30 && bytes[start] <= 0x39)
        {
            start += 1
        }
        if start < offset, bytes[start] == 0x23 { return true }
        var next = end
        if next < bytes.count, bytes[next] == 0x0D { next += 1 }
        if next < bytes.count, bytes[next] == 0x0A { next += 1 }
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x3E { next += 1 }
        guard next < bytes.count, bytes[next] == 0x3D || bytes[next] == 0x2D else { return false }
        let underline = bytes[next]
        while next < bytes.count, bytes[next] == underline { next += 1 }
        return isBlank(next..<lineEnd(from: next))
    }

    // MARK: Footnotes

    private mutating func collectFootnoteLabels() {
        // The `^` is the rarer of the two.
        var search = bytes.firstOffset(of: 0x5E, from: 1)
        while let caret = search {
            let offset = caret - 1
            if bytes[offset] == 0x5B, beginsLine(offset), let (label, close) = footnoteLabel(at: offset),
                close + 1 < bytes.count, bytes[close + 1] == 0x3A, labels[label] == nil
            {
                labels[label] = prepared.footnoteLabels.count
                prepared.footnoteLabels.append(label)
            }
            search = bytes.firstOffset(of: 0x5E, from: caret + 1)
        }
    }

    private func beginsLine(_ offset: Int) -> Bool {
        var before = offset
        while before > 0 {
            switch bytes[before - 1] {
            case 0x0A, 0x0D: return true
            case 0x20, 0x09, 0x3E: before -= 1
            default: return false
            }
        }
        return true
    }

    /// The label of `[^label]` at `bracket` and where its `]` stands.
    private func footnoteLabel(at bracket: Int) -> ([UInt8], close: Int)? {
        guard bracket + 2 < bytes.count, bytes[bracket + 1] == 0x5E else { return nil }
        var close = bracket + 2
        while close < bytes.count, bytes[close] != 0x5D {
            if bytes[close] == 0x0A || bytes[close] == 0x0D || bytes[close] == 0x5B || close - bracket > 500 {
                return nil
            }
            close += 1
        }
        guard close < bytes.count, !isBlank(bracket + 2..<close) else { return nil }
        return (Array(bytes[bracket + 2..<close]), close)
    }

    private mutating func stepBracket() -> Bool {
        if !labels.isEmpty, let (label, close) = footnoteLabel(at: index), let number = labels[label] {
            let start = index
            let original = Array(bytes[start...close])
            replace(from: start, to: close + 1)
            prepared.standIns.append(original, .footnote(number), to: &output)
            prepared.hasStandIns = true
            return true
        }
        return stepPassthrough()
    }

    // MARK: Addresses

    /// At the `:` of `https://` or the `.` of `www.`: up to the end of the address nothing is a mark.
    private mutating func stepAddress(_ byte: UInt8) {
        defer { index += 1 }
        guard options.linkify, index >= codeEnd else { return }
        let start: Int
        if byte == 0x3A {
            guard index + 2 < bytes.count, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F else { return }
            var letters = index
            while letters > 0, index - letters < 6, bytes[letters - 1] >= 0x61, bytes[letters - 1] <= 0x7A {
                letters -= 1
            }
            let name = bytes[letters..<index]
            guard name.elementsEqual("https".utf8) || name.elementsEqual("http".utf8) || name.elementsEqual("ftp".utf8)
            else { return }
            start = letters
        } else {
            guard index >= 3, bytes[index - 1] == 0x77, bytes[index - 2] == 0x77, bytes[index - 3] == 0x77 else {
                return
            }
            start = index - 3
        }
        guard start >= copied, mayBeginAddress(start), let match = Linkify.address(bytes, at: start) else { return }
        addressEnd = start + match.length
    }

    /// Whether the linkifier looks at `start`, and no link or definition of one has its destination there.
    private func mayBeginAddress(_ start: Int) -> Bool {
        guard start > 0 else { return true }
        let before = bytes[start - 1]
        if before == 0x28 { return start < 2 || bytes[start - 2] != 0x5D }
        guard before <= 0x20 else { return before == 0x2A || before == 0x5F || before == 0x7E }
        if markerEnd > 0, markerEnd <= start, start - markerEnd < 200, isBlank(markerEnd..<start) { return true }
        var space = start - 1
        while space > 0, bytes[space - 1] == 0x20 || bytes[space - 1] == 0x09 { space -= 1 }
        return space < 2 || bytes[space - 1] != 0x3A || bytes[space - 2] != 0x5D
    }

    private mutating func stepInsideAddress(_ byte: UInt8) {
        guard let code = StandIns.addressCode(byte) else {
            index += 1
            return
        }
        replace(from: index, to: index + 1)
        StandIns.append(escape: code, to: &output)
        prepared.hasStandIns = true
    }

    // MARK: Code

    /// Takes runs of backticks that nothing closes for text.
    ///
    /// libcmark 0.30 forgets after such a run that a later one of another length can still be closed.
    private mutating func stepBackticks() {
        let start = index
        var end = start
        while end < bytes.count, bytes[end] == 0x60 { end += 1 }
        index = end
        if start >= backticks.end { backticks = BacktickRuns(bytes, from: start) }
        guard backticks.isAlone(end - start) else {
            if start >= codeEnd, let closing = backticks.next(end - start, from: end) {
                codeEnd = closing + end - start
            }
            return
        }
        // Three at the head of a line are a fence.
        if end - start >= 3, beginsBlock(start) { return }
        replace(from: start, to: end)
        let run = Array(bytes[start..<end])
        prepared.standIns.append(run, .text(run), to: &output)
        prepared.hasStandIns = true
    }

    /// Whether only marks of quotations and lists stand before `offset` on its line.
    private func beginsBlock(_ offset: Int) -> Bool {
        var before = offset
        while before > 0 {
            let byte = bytes[before - 1]
            if byte == 0x0A || byte == 0x0D { return true }
            guard !isASCIIAlphanumeric(byte) || (byte >= 0x30 && byte <= 0x39), byte < 0x80, byte != 0x60,
                offset - before < 200
            else { return false }
            before -= 1
        }
        return true
    }

    // MARK: Passthrough

    private mutating func stepPassthrough() -> Bool {
        for number in passthroughs.indices where stepPassthrough(number) { return true }
        return false
    }

    private mutating func stepPassthrough(_ number: Int) -> Bool {
        let pair = passthroughs[number]
        let start = index
        let first = start + pair.open.count
        guard start >= pair.barrenUntil, first < bytes.count, bytes[start] == pair.open[0],
            bytes[start..<first].elementsEqual(pair.open)
        else { return false }
        let close = pair.close
        var end = first
        while end + close.count <= bytes.count {
            if bytes[end] == close[0], bytes[end..<end + close.count].elementsEqual(close),
                close[0] == 0x5C || bytes[end - 1] != 0x5C
            {
                break
            }
            // A blank line ends the paragraph and with it the stretch.
            if bytes[end] == 0x0A {
                var next = end + 1
                while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
                    next += 1
                }
                if next >= bytes.count || bytes[next] == 0x0A {
                    passthroughs[number].barrenUntil = end
                    return false
                }
            }
            end += 1
        }
        guard end + close.count <= bytes.count else {
            passthroughs[number].barrenUntil = bytes.count
            return false
        }
        guard end > first else { return false }
        let inner = Array(bytes[first..<end])
        let original = Array(bytes[start..<end + close.count])
        replace(from: start, to: end + close.count)
        prepared.standIns.append(original, .passthrough(inner: inner, isBlock: pair.isBlock), to: &output)
        prepared.hasStandIns = true
        return true
    }

    // MARK: Classes

    /// 1 for a byte that `step` has to see.
    private static func classes(_ options: MarkdownOptions) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: 256)
        func set(_ bytes: UInt8...) { for byte in bytes { table[Int(byte)] = 1 } }
        set(0x0A, 0x0D, 0x5C, 0xF0, 0x60)
        if options.typographer != nil || options.strikethrough || options.linkify { set(0x26) }
        set(0x3C)
        if options.headingAttributes { set(0x7B) }
        if options.footnotes { set(0x5B) }
        if options.linkify { set(0x3A, 0x2E, 0x5F) }
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

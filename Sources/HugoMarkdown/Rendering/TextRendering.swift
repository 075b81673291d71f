internal import CLibCMark
internal import Text
internal import Values

/// What the text of a document needs a look at, found once for all of its nodes.
struct TextScan {
    /// 1 for each byte at which copying must stop.
    let stops: [UInt8]

    init(options: MarkdownOptions, prepared: PreparedSource) {
        var table = [UInt8](repeating: 0, count: 256)
        func set(_ bytes: UInt8...) { for byte in bytes { table[Int(byte)] = 1 } }
        set(0x26, 0x3C, 0x3E, 0x22)
        if options.typographer != nil { set(0x27, 0x2D, 0x2E) }
        if options.linkify { set(0x3A, 0x2E, 0x40, 0x5B, 0x5D) }
        if options.emoji { set(0x3A) }
        if prepared.hasTilde { set(0x7E) }
        if prepared.hasExtraMarks { set(0x2B, 0x3D, 0x5E) }
        if prepared.hasStandIns { set(0xF0) }
        stops = table
    }
}

extension TreeRenderer {
    /// Writes a text node with all that extensions make of text.
    mutating func writeText(_ node: CommonMarkNode) throws {
        var bytes = node.literal
        if let shortened, shortened.node == node { bytes = UnsafeBufferPointer(rebasing: bytes[..<shortened.length]) }
        var start = StandIns.beginsWithGuard(bytes) ? StandIns.cellGuard.count : 0
        if let (isDone, end) = taskBox(node, bytes, at: start) { start = writeTaskBox(node, bytes, isDone, end) }
        if node.previous?.kind == CMARK_NODE_LINEBREAK || node.previous == nil && followsDefinition(node) {
            // libcmark leaves the indentation behind the definition of a link, and that of a line that lazily goes on
            // after a backslash.
            while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        }
        endsInElement = false
        var index = start
        scan.stops.withUnsafeBufferPointer { stops in
            while index < bytes.count, stops[Int(bytes[index])] == 0 { index += 1 }
        }
        if index == bytes.count {
            out.write(bytes: UnsafeBufferPointer(rebasing: bytes[start...]))
            return
        }
        var run = TextRun(
            text: TextSurroundings(node, bytes, lines, uncounted: uncountedLines), node: node, copied: start,
            consumed: start, index: index)
        while run.index < bytes.count {
            if scan.stops[Int(bytes[run.index])] == 0 {
                run.index += 1
            } else {
                try writeStop(&run)
            }
        }
        endsInElement = run.consumed == bytes.count
        flush(&run, to: bytes.count, next: bytes.count)
    }

    /// Whether a paragraph's first text may stand behind the definition of a link.
    private func followsDefinition(_ text: CommonMarkNode) -> Bool {
        guard let first = text.literal.first, first == 0x20 || first == 0x09, let paragraph = text.parent,
            paragraph.kind == CMARK_NODE_PARAGRAPH
        else { return false }
        return lines.line(paragraph.startLine).dropFirst(max(0, paragraph.startColumn - 1)).first == 0x5B
    }

    /// How far a text node has been written.
    struct TextRun {
        let text: TextSurroundings
        let node: CommonMarkNode
        var copied: Int
        /// The end of what an extension took, where the linkifier looks again.
        var consumed: Int
        var index: Int
    }

    /// Copies what has not been written up to `end` and goes on at `next`.
    private mutating func flush(_ run: inout TextRun, to end: Int, next: Int) {
        if run.copied < end { out.write(bytes: UnsafeBufferPointer(rebasing: run.text.bytes[run.copied..<end])) }
        run.copied = next
        run.index = next
    }

    private mutating func replace(_ run: inout TextRun, _ length: Int, with text: String) {
        escape(&run, length, with: text)
        run.consumed = run.index
    }

    /// As `replace`, for what is text to Goldmark as well.
    private mutating func escape(_ run: inout TextRun, _ length: Int, with text: String) {
        flush(&run, to: run.index, next: run.index + length)
        out.write(text)
    }

    private mutating func writeStop(_ run: inout TextRun) throws {
        let text = run.text
        let index = run.index
        switch text.bytes[index] {
        case 0x26: escape(&run, 1, with: "&amp;")
        case 0x3C:
            if let typographer, text.byte(index + 1) == 0x3C, index + 1 < text.bytes.count {
                replace(&run, 2, with: typographer.texts.leftAngleQuote)
            } else {
                escape(&run, 1, with: "&lt;")
            }
        case 0x3E:
            if let typographer, index + 1 < text.bytes.count, text.bytes[index + 1] == 0x3E {
                replace(&run, 2, with: typographer.texts.rightAngleQuote)
            } else {
                escape(&run, 1, with: "&gt;")
            }
        case 0x22, 0x27:
            if let quote = typographer?.quote(text, at: index, &openQuotes) {
                replace(&run, 1, with: quote)
            } else if text.bytes[index] == 0x22 {
                escape(&run, 1, with: "&quot;")
            } else {
                run.index += 1
            }
        case 0x2D: writeDashes(&run)
        case 0x2E:
            if let typographer, index + 2 < text.bytes.count, text.bytes[index + 1] == 0x2E,
                text.bytes[index + 2] == 0x2E
            {
                replace(&run, 3, with: typographer.texts.ellipsis)
            } else if try !writeAddress(&run) {
                run.index += 1
            }
        case 0x3A: if try !writeEmoji(&run), try !writeAddress(&run) { run.index += 1 }
        case 0x40: if try !writeMail(&run) { run.index += 1 }
        case 0x5B:
            openBrackets += 1
            run.index += 1
        case 0x5D:
            openBrackets = max(0, openBrackets - 1)
            run.index += 1
        case 0xF0: try writeStandIn(&run)
        default:
            if let mark = mark(in: run.node, at: index) {
                replace(&run, mark.length, with: mark.markup)
            } else {
                // The whole run, so that its rest is not taken for a run of its own.
                let byte = text.bytes[index]
                while run.index < text.bytes.count, text.bytes[run.index] == byte { run.index += 1 }
            }
        }
    }

    private mutating func writeDashes(_ run: inout TextRun) {
        let bytes = run.text.bytes
        let index = run.index
        guard let typographer, index + 1 < bytes.count, bytes[index + 1] == 0x2D else {
            run.index += 1
            return
        }
        if index + 2 < bytes.count, bytes[index + 2] == 0x2D {
            replace(&run, 3, with: typographer.texts.emDash)
        } else {
            replace(&run, 2, with: typographer.texts.enDash)
        }
    }

    // MARK: Addresses

    private func mayBeginAddress(_ run: TextRun, _ start: Int) -> Bool {
        guard options.linkify, linkDepth == 0, openBrackets == 0, start >= run.copied else { return false }
        // The linkifier looks where anything else has just been consumed, not only behind white space.
        if start == run.consumed { return true }
        switch run.text.bytes[start - 1] {
        case 0x20, 0x09, 0x0A, 0x0D, 0x28, 0x2A, 0x5F, 0x7E: return true
        default: return false
        }
    }

    private mutating func writeAddress(_ run: inout TextRun) throws -> Bool {
        guard let start = addressStart(run), mayBeginAddress(run, start),
            let match = Linkify.address(run.text.bytes, at: start)
        else { return false }
        flush(&run, to: start, next: start + match.length)
        run.consumed = run.index
        try writeAutolink(match)
        return true
    }

    /// Where the bare address around the index of `run` begins and how long it is.
    func addressLength(_ run: TextRun) -> (start: Int, length: Int)? {
        if run.text.bytes[run.index] == 0x40 {
            guard options.linkify,
                let (start, match) = Linkify.mail(run.text.bytes, at: run.index, limit: run.copied),
                mayBeginAddress(run, start)
            else { return nil }
            return (start, match.length)
        }
        guard let start = addressStart(run), mayBeginAddress(run, start),
            let match = Linkify.address(run.text.bytes, at: start)
        else { return nil }
        return (start, match.length)
    }

    /// Where the address begins whose `://` or `www.` stands at the index of `run`.
    private func addressStart(_ run: TextRun) -> Int? {
        let bytes = run.text.bytes
        var start = run.index
        if bytes[run.index] == 0x3A {
            guard run.index + 2 < bytes.count, bytes[run.index + 1] == 0x2F, bytes[run.index + 2] == 0x2F else {
                return nil
            }
            while start > 0, run.index - start < 6, bytes[start - 1] >= 0x61, bytes[start - 1] <= 0x7A { start -= 1 }
            let name = bytes[start..<run.index]
            guard name.elementsEqual("https".utf8) || name.elementsEqual("http".utf8) || name.elementsEqual("ftp".utf8)
            else { return nil }
        } else {
            guard start >= 3, bytes[start - 1] == 0x77, bytes[start - 2] == 0x77, bytes[start - 3] == 0x77 else {
                return nil
            }
            start -= 3
        }
        return start
    }

    private mutating func writeMail(_ run: inout TextRun) throws -> Bool {
        guard options.linkify,
            let (start, match) = Linkify.mail(run.text.bytes, at: run.index, limit: run.copied),
            mayBeginAddress(run, start)
        else { return false }
        flush(&run, to: start, next: start + match.length)
        run.consumed = run.index
        try writeAutolink(match)
        return true
    }

    private mutating func writeAutolink(_ match: Linkify.Match) throws {
        // Inside an image only text is written.
        if imageDepth > 0 {
            out.writeHTMLEscaped(match.label[...], style: .markdown)
            return
        }
        var destination = match.label
        if match.needsProtocol { destination = Array((options.linkifyProtocol + "://").utf8) + destination }
        try writeAutolink(destination: destination, label: match.label, isMail: match.isMail)
    }

    /// Writes a link whose text is its address.
    mutating func writeAutolink(destination: [UInt8], label: [UInt8], isMail: Bool) throws {
        var destination = destination
        if isMail, !destination.starts(with: Array("mailto:".utf8)) {
            destination = Array("mailto:".utf8) + destination
        }
        if let hook = hooks.link {
            defer { ordinals.autolink += 1 }
            let text = String(decoding: label, as: UTF8.self)
            let context = LinkContext(
                destination: String(decoding: destination, as: UTF8.self), title: "", text: text, plainText: text,
                ordinal: ordinals.autolink)
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
        }
        out.write(literal: "<a href=\"")
        destination.withUnsafeBufferPointer { writeDestination($0) }
        out.write(literal: "\">")
        out.writeHTMLEscaped(label[...], style: .markdown)
        out.write(literal: "</a>")
    }

    // MARK: Other extensions

    private mutating func writeEmoji(_ run: inout TextRun) throws -> Bool {
        guard options.emoji, let (text, length) = Emoji.text(run.text.bytes, at: run.index) else { return false }
        replace(&run, length, with: text)
        return true
    }

    private mutating func writeStandIn(_ run: inout TextRun) throws {
        let bytes = run.text.bytes
        guard StandIns.isMark(bytes, at: run.index) else {
            run.index += 1
            return
        }
        let start = run.index
        let (piece, end) = prepared.standIns.read(bytes, at: start)
        flush(&run, to: run.index, next: end)
        switch piece {
        case .nothing: break
        case .literal: out.write(bytes: UnsafeBufferPointer(rebasing: bytes[end - 4..<end]))
        case .character(let byte, _): out.writeHTMLEscaped([byte][...], style: .markdown)
        case .entry(let number):
            let entry = prepared.standIns.entries[number]
            switch entry.meaning {
            case .text(let text): out.writeHTMLEscaped(text[...], style: .markdown)
            case .markup(let html):
                out.write(html)
                run.consumed = end
            case .footnote:
                writeFootnoteReference(run.node, at: start, entry.original)
                run.consumed = end
            case .taskBox(let isDone):
                if isTask(run.node) {
                    let next = writeTaskBox(run.node, bytes, isDone, end)
                    (run.copied, run.consumed, run.index) = (next, next, next)
                } else {
                    out.write(bytes: entry.original)
                }
            case .filler, .divider, .indentation: break
            case .passthrough(let inner, let isBlock):
                let dividesParagraph = isBlock && imageDepth == 0 && mayBeDivided(run.node.parent)
                if dividesParagraph { closeParagraph() }
                let attributes = dividesParagraph ? dividers.next() : nil
                try writePassthrough(inner, entry.original, isBlock: isBlock, attributes)
                run.consumed = end
                guard dividesParagraph else { break }
                if paragraphStart == nil {
                    // In text without tags the white space around the block goes.
                    while run.index < bytes.count, bytes[run.index] == 0x20 || bytes[run.index] == 0x09 {
                        run.index += 1
                    }
                    run.copied = run.index
                    textStart = out.count
                    dividedAt = out.count
                } else {
                    reopenParagraph()
                }
            case .attributes:
                // Those of a heading are taken off its text before; anywhere else they are text.
                out.writeHTMLEscaped(entry.original[...], style: .markdown)
            }
        }
    }

    /// Whether a block of its own may stand in `block`: in a paragraph, which terms and the cells of tables are none.
    private func mayBeDivided(_ block: CommonMarkNode?) -> Bool {
        guard let block, block.kind == CMARK_NODE_PARAGRAPH, !shape.isTerm(block) else { return false }
        return shape.cells == nil || block.parent != shape.cells?.root || introduction?.text == block
    }

    /// Ends the paragraph before a block that stands in it, or takes its tag back where it is empty so far.
    private mutating func closeParagraph() {
        guard let start = paragraphStart else {
            // Without text before it the block is the first of its item; a definition has no line break then.
            if textStart == out.count {
                if !out.bytes.suffix(4).elementsEqual("<dd>".utf8), out.bytes.last != 0x0A { out.write(byte: 0x0A) }
                return
            }
            // The blank behind the box of a task belongs to the box.
            if taskBoxEnd != out.count {
                while let last = out.bytes.last, last == 0x20 || last == 0x09 { out.bytes.removeLast() }
            }
            out.write(byte: 0x0A)
            return
        }
        if start == out.count, out.bytes.suffix(3).elementsEqual("<p>".utf8) {
            out.bytes.removeLast(3)
        } else {
            out.write(literal: "</p>\n")
        }
    }

    private mutating func reopenParagraph() {
        guard paragraphStart != nil else { return }
        out.write(literal: "<p>")
        paragraphStart = out.count
        paragraphIsDivided = true
    }

    private mutating func writePassthrough(
        _ inner: [UInt8], _ original: [UInt8], isBlock: Bool, _ attributes: AttributeList?
    ) throws {
        defer { ordinals.passthrough += 1 }
        if let hook = hooks.passthrough, imageDepth == 0 {
            let context = PassthroughContext(
                type: isBlock ? "block" : "inline", inner: String(decoding: inner, as: UTF8.self),
                ordinal: ordinals.passthrough, attributes: attributes?.hookMap ?? ValueMap())
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
        }
        out.write(bytes: original)
    }

    /// Whether `node` is the first text of a list item, where the box of a task may stand.
    private func isTask(_ node: CommonMarkNode) -> Bool {
        guard options.taskLists, node.previous == nil,
            let paragraph = introduction?.text == node.parent ? introduction?.paragraph : node.parent,
            paragraph.kind == CMARK_NODE_PARAGRAPH || paragraph.kind == CMARK_NODE_HEADING,
            paragraph.previous == nil, !shape.isTerm(paragraph), let item = paragraph.parent,
            item.kind == CMARK_NODE_ITEM
        else { return false }
        return markerLine(item) == nil
    }

    /// The box of a task at `start`, where the text begins, and where it ends.
    func taskBox(
        _ node: CommonMarkNode, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (isDone: Bool, end: Int)? {
        guard options.taskLists, bytes.count >= start + 3, bytes[start] == 0x5B, bytes[start + 2] == 0x5D else {
            return nil
        }
        let mark = bytes[start + 1]
        let isDone = mark == 0x78 || mark == 0x58
        return (isDone || mark == 0x20 || mark == 0x09) && isTask(node) ? (isDone, start + 3) : nil
    }

    /// Writes the box of a task; where the text goes on. `end` is where the box ends.
    private mutating func writeTaskBox(
        _ node: CommonMarkNode, _ bytes: UnsafeBufferPointer<UInt8>, _ isDone: Bool, _ end: Int
    ) -> Int {
        out.write(
            literal: isDone
                ? "<input checked=\"\" disabled=\"\" type=\"checkbox\"" : "<input disabled=\"\" type=\"checkbox\"")
        out.write(literal: options.xhtml ? " /> " : "> ")
        taskBoxEnd = out.count
        var rest = end
        while rest < bytes.count, bytes[rest] == 0x20 || bytes[rest] == 0x09 { rest += 1 }
        // The white space that belongs to the box may go on over the end of its line.
        if rest == bytes.count { skippedBreak = node.next }
        return rest
    }
}

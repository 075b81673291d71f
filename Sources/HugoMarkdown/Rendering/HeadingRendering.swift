internal import CLibCMark
internal import Text
internal import Values

extension TreeRenderer {
    mutating func enterHeading(_ node: CommonMarkNode) {
        beginBlockText(node)
        shortened = nil
        headingAttributes = AttributeList()
        if options.headingAttributes, prepared.hasStandIns, let last = node.lastChild, last.kind == CMARK_NODE_TEXT,
            let (attributes, length) = prepared.standIns.trailingAttributes(last.literal)
        {
            shortened = (last, lengthWithoutClosingMarks(last, length))
            headingAttributes = attributes
        }
        beginContent()
    }

    /// The length of a heading's last text without the `#` that close the heading before its attributes.
    private func lengthWithoutClosingMarks(_ text: CommonMarkNode, _ length: Int) -> Int {
        guard let heading = text.parent else { return length }
        let line = lines.line(heading.startLine)
        let first = line.startIndex + max(0, heading.startColumn - 1)
        guard first < line.endIndex, line[first] == 0x23 else { return length }
        let bytes = text.literal
        var end = length
        while end > 0, bytes[end - 1] == 0x23 { end -= 1 }
        if end == length || (end == 0 ? text.previous != nil : bytes[end - 1] != 0x20 && bytes[end - 1] != 0x09) {
            return length
        }
        // An escaped mark closes nothing.
        let mark = line.lastIndex(of: 0x23) ?? first
        if let before = line[first...mark].last(where: { $0 != 0x23 }), before == 0x5C { return length }
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return end
    }

    mutating func exitHeading(_ node: CommonMarkNode) throws {
        let content = takeContent()
        let level = Int(cmark_node_get_heading_level(node))
        let plain = plainText(of: node)
        var attributes = headingAttributes
        var id = attributes.text("id") ?? ""
        if !id.isEmpty {
            ids.put(id)
        } else if options.headingIDs, attributes["id"] == nil {
            // Of a heading of several lines the last one names it.
            let line = plain.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
            if !line.isEmpty {
                id = ids.generate(from: line)
                attributes.items.append(.init(name: "id", value: .string(id)))
            }
        }
        // Those on a line of their own come when the heading has its name already.
        if let more = shape.attributes[node] { attributes.add(missingFrom: more) }
        headings.append(
            RenderedHeading(level: level, id: id, titleHTML: try contentsTitle(node, content), plain: plain))
        shortened = nil
        defer { ordinals.heading += 1 }
        if let hook = hooks.heading {
            let context = HeadingContext(
                level: level, anchor: id, text: String(decoding: content, as: UTF8.self), plainText: plain,
                ordinal: ordinals.heading, attributes: attributes.hookMap)
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
        }
        out.write(literal: "<h")
        out.write(integer: level)
        out.write(attributes)
        out.write(byte: 0x3E)
        out.write(bytes: content)
        out.write(literal: "</h")
        out.write(integer: level)
        out.write(literal: ">\n")
    }

    /// The text of a heading for the table of contents: without hooks, links and comments.
    private mutating func contentsTitle(_ node: CommonMarkNode, _ content: [UInt8]) throws -> String {
        var title = content
        if hooks.link != nil || hooks.image != nil || hooks.passthrough != nil || !prepared.footnoteLabels.isEmpty,
            hasHookedChild(node)
        {
            isContentsTitle = true
            defer { isContentsTitle = false }
            let saved = (hooks, ordinals, openQuotes, openBrackets)
            hooks = RenderHooks()
            openQuotes = quotesBeforeBlock
            openBrackets = 0
            beginContent()
            try renderChildren(of: node)
            title = takeContent()
            (hooks, ordinals, openQuotes, openBrackets) = saved
        }
        return ContentsTitle.sanitized(title)
    }

    private func hasHookedChild(_ node: CommonMarkNode) -> Bool {
        var child = node.firstChild
        while let inline = child {
            if inline.kind != CMARK_NODE_TEXT || prepared.hasStandIns || options.linkify { return true }
            child = inline.next
        }
        return false
    }

    // MARK: Plain text

    /// The text under `node` without markup, as Hugo's hooks get it: of a nested element only its first piece.
    mutating func plainText(of node: CommonMarkNode) -> String {
        let savedBrackets = openBrackets
        openBrackets = 0
        defer { openBrackets = savedBrackets }
        var bytes: [UInt8] = []
        var quotes = quotesBeforeBlock
        var child = node.firstChild
        var element = MarkedElement()
        while let inline = child {
            if element.depth > 0, inline.kind != CMARK_NODE_TEXT {
                let before = bytes.count
                if !element.hasPiece { appendFirstPiece(of: inline, &quotes, to: &bytes) }
                element.hasPiece = element.hasPiece || bytes.count > before
                child = inline.next
                continue
            }
            switch inline.kind {
            case CMARK_NODE_TEXT: appendPlain(inline, firstPieceOnly: false, &quotes, &element, to: &bytes)
            case CMARK_NODE_CODE:
                if node.kind == CMARK_NODE_HEADING, inline.endLine > inline.startLine {
                    // Goldmark knows the first line of it, which is nothing when only the mark ends that line.
                    guard inline.startColumn <= lines.line(inline.startLine).count else { break }
                    bytes.append(contentsOf: original(inline.literal))
                    bytes.append(0x0A)
                } else {
                    bytes.append(contentsOf: original(inline.literal))
                }
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: bytes.append(0x0A)
            case CMARK_NODE_HTML_INLINE:
                // Hugo takes tags and comments away, and nothing else.
                let html = original(inline.literal)
                if html.count > 1, html[1] == 0x3F || html[1] == 0x21, !html.starts(with: "<!--".utf8) {
                    bytes.append(contentsOf: html)
                }
            default:
                if inline.kind == CMARK_NODE_LINK, autolinkLabel(inline) != nil { break }
                appendFirstPiece(of: inline, &quotes, to: &bytes)
            }
            child = inline.next
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// An element that a mark of an extension makes of what stands between two runs, while it is gone through.
    private struct MarkedElement {
        /// How many such elements are around the present place.
        var depth = 0
        /// Whether its first piece of text has been taken.
        var hasPiece = false
    }

    private mutating func appendFirstPiece(
        of inline: CommonMarkNode, _ quotes: inout OpenQuotes, to bytes: inout [UInt8]
    ) {
        var first: CommonMarkNode? = inline
        while let nested = first, nested.kind != CMARK_NODE_TEXT, nested.kind != CMARK_NODE_CODE {
            first = nested.firstChild
        }
        guard let first else { return }
        // Of a term the marks in an element have not been looked at yet.
        if let parent = first.parent, marks[first] == nil { collectMarks(parent) }
        if first.kind == CMARK_NODE_CODE {
            bytes.append(contentsOf: original(first.literal))
        } else {
            var element = MarkedElement()
            appendPlain(first, firstPieceOnly: true, &quotes, &element, to: &bytes)
        }
    }

    private func original(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let code = prepared.hasStandIns ? prepared.standIns.restoringOriginal(bytes, inSpan: true) : Array(bytes)
        guard code.contains(0x26) else { return code }
        // Hugo resolves the names of entities in the whole of a plain text, code as well.
        var output: [UInt8] = []
        var index = 0
        while index < code.count {
            if code[index] == 0x26, let end = code[index...].prefix(36).firstIndex(of: 0x3B), end > index + 1,
                code[(index + 1)..<end].allSatisfy(isASCIIAlphanumeric),
                let text = CharacterReferences.characters(
                    named: String(decoding: code[(index + 1)...end], as: UTF8.self))
            {
                output.append(contentsOf: text.utf8)
                index = end + 1
            } else {
                output.append(code[index])
                index += 1
            }
        }
        return output
    }

    /// Whether Goldmark makes two pieces of a text at `byte`, a mark that pairs with nothing.
    private func endsPiece(_ byte: UInt8) -> Bool {
        byte == 0x2A || byte == 0x5F || byte == 0x60 || byte == 0x5B
            || byte == 0x7E && (options.strikethrough || options.extraDelete || options.extraSubscript)
    }

    /// Appends what of the mark at `index` belongs to the piece before it: all but backticks, which are one of their own.
    private func appendEnd(
        of bytes: UnsafeBufferPointer<UInt8>, at index: Int, isFirst: Bool, to output: inout [UInt8]
    ) {
        guard isFirst || bytes[index] != 0x60 else { return }
        output.append(contentsOf: bytes[index...].prefix(bytes[index] == 0x5B ? 1 : .max).prefix { $0 == bytes[index] })
    }

    private mutating func appendPlain(
        _ node: CommonMarkNode, firstPieceOnly: Bool, _ quotes: inout OpenQuotes, _ element: inout MarkedElement,
        to output: inout [UInt8]
    ) {
        var bytes = node.literal
        if let shortened, shortened.node == node {
            bytes = UnsafeBufferPointer(rebasing: bytes[..<shortened.length])
        }
        let text = TextSurroundings(node, bytes, lines)
        var index = StandIns.beginsWithGuard(bytes) ? StandIns.cellGuard.count : 0
        if index == 0 { index = taskBox(node, bytes, at: 0)?.end ?? 0 }
        if index > 0 {
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        }
        var run = TextRun(text: text, node: node, copied: 0, consumed: 0, index: 0)
        let begin = output.count
        var pieceStart = begin
        defer { if element.depth > 0, output.count > pieceStart { element.hasPiece = true } }
        while index < bytes.count {
            let byte = bytes[index]
            run.index = index
            if !firstPieceOnly, inlineMarks.isMark(byte), let mark = mark(in: node, at: index) {
                element.depth += mark.opened - mark.closed
                if mark.opened > 0 { element.hasPiece = false }
                index += mark.length
                run.copied = index
                pieceStart = output.count
                continue
            }
            if element.depth > 0 {
                if element.hasPiece {
                    index += 1
                    continue
                }
                if endsPiece(byte) {
                    appendEnd(of: bytes, at: index, isFirst: output.count == pieceStart, to: &output)
                    element.hasPiece = true
                    index += 1
                    continue
                }
            }
            if options.linkify, byte == 0x3A || byte == 0x2E || byte == 0x40, let address = addressLength(run) {
                // An address that became a link has no text of its own.
                output.removeLast(min(output.count - begin, index - address.start))
                if firstPieceOnly { return }
                index = address.start + address.length
                (run.copied, run.consumed) = (index, index)
            } else if let typographer, byte < 0x80,
                let (entity, length) = typographer.replacement(text, at: index, &quotes)
            {
                if firstPieceOnly {
                    if output.count == begin { output.append(contentsOf: decodingEntity(entity).utf8) }
                    return
                }
                output.append(contentsOf: decodingEntity(entity).utf8)
                index += length
                (run.copied, run.consumed) = (index, index)
            } else if byte == 0xF0, prepared.hasStandIns, StandIns.isMark(bytes, at: index) {
                let end = prepared.standIns.read(bytes, at: index).end
                let piece = UnsafeBufferPointer(rebasing: bytes[index..<end])
                // The number of a footnote is no text, nor is what is passed through.
                if footnotes.reference(node, at: index) == nil, !prepared.standIns.isPassthrough(bytes, at: index) {
                    output.append(contentsOf: prepared.standIns.plainText(piece))
                }
                index = end
                run.copied = end
            } else if firstPieceOnly, inlineMarks.isMark(byte), let mark = mark(in: node, at: index), mark.opened > 0,
                output.count == begin
            {
                index += mark.length
            } else if firstPieceOnly, mark(in: node, at: index) != nil {
                return
            } else if firstPieceOnly, endsPiece(byte) {
                appendEnd(of: bytes, at: index, isFirst: output.count == begin, to: &output)
                return
            } else {
                if byte == 0x5B { openBrackets += 1 }
                if byte == 0x5D { openBrackets = max(0, openBrackets - 1) }
                output.append(byte)
                index += 1
            }
        }
    }
}

extension Typographer {
    /// What stands for the marks at `index` and how many they are; nil where they stay.
    func replacement(
        _ text: TextSurroundings, at index: Int, _ quotes: inout OpenQuotes
    ) -> (text: String, length: Int)? {
        let bytes = text.bytes
        func has(_ byte: UInt8, _ count: Int) -> Bool {
            index + count <= bytes.count && bytes[index..<index + count].allSatisfy { $0 == byte }
        }
        switch bytes[index] {
        case 0x22, 0x27: return quote(text, at: index, &quotes).map { ($0, 1) }
        case 0x2D:
            if has(0x2D, 3) { return (texts.emDash, 3) }
            return has(0x2D, 2) ? (texts.enDash, 2) : nil
        case 0x2E: return has(0x2E, 3) ? (texts.ellipsis, 3) : nil
        case 0x3C: return has(0x3C, 2) ? (texts.leftAngleQuote, 2) : nil
        case 0x3E: return has(0x3E, 2) ? (texts.rightAngleQuote, 2) : nil
        default: return nil
        }
    }
}

/// The character of an entity of the typographer; other text as it is.
func decodingEntity(_ text: String) -> String {
    switch text {
    case "&lsquo;": return "\u{2018}"
    case "&rsquo;": return "\u{2019}"
    case "&ldquo;": return "\u{201C}"
    case "&rdquo;": return "\u{201D}"
    case "&ndash;": return "\u{2013}"
    case "&mdash;": return "\u{2014}"
    case "&hellip;": return "\u{2026}"
    case "&laquo;": return "\u{AB}"
    case "&raquo;": return "\u{BB}"
    default: return text
    }
}

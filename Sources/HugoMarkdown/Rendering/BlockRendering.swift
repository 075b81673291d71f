internal import CLibCMark
internal import Text
internal import Values

extension TreeRenderer {
    // MARK: Paragraphs

    mutating func enterParagraph(_ node: CommonMarkNode) throws -> Bool {
        if let table = shape.tables[node] {
            try writeTable(table, node)
            if shape.introducesTerm(node), let cells = shape.termLines[node] {
                enterTerms(node)
                try writeTermLines(cells)
                out.write(literal: "</dt>\n")
            }
            return false
        }
        beginBlockText(node)
        dividers = ParagraphDividers(of: node, shape.attributes[node], prepared.standIns)
        if isRule(node) {
            out.write(literal: options.xhtml ? "<hr />\n" : "<hr>\n")
            return false
        }
        if shape.isTerm(node) {
            enterTerms(node)
            if let cells = shape.termLines[node] {
                try writeTermLines(cells)
                return false
            }
        } else if !isTight(node), !isLoneImage(node) {
            out.write(literal: "<p")
            if let attributes = shape.attributes[node], dividers.left == 0 { out.writeAllowed(attributes) }
            out.write(byte: 0x3E)
            paragraphStart = out.count
            paragraphIsDivided = false
        }
        return true
    }

    mutating func exitParagraph(_ node: CommonMarkNode) throws {
        if shape.tables[node] != nil || isRule(node) { return }
        let endsInDivider = dividedAt == out.count
        if shape.isTerm(node) {
            out.write(literal: "</dt>\n")
        } else if isTight(node) {
            var next = node.next
            while let line = next, shape.attributeLines.contains(line) || shape.isFootnoteList(line) {
                next = line.next
            }
            // Goldmark keeps a node for the definition of a link.
            if next != nil && node.firstChild != nil || isFollowedByDefinition(node) {
                // Behind a block of passthrough there is no text that could end.
                if !endsInDivider { out.write(byte: 0x0A) }
            }
        } else if !isLoneImage(node) {
            if let footnote = currentFootnote, nextBlock(node) == nil, node.parent == shape.footnotes[footnote],
                !isFollowedByDefinition(node)
            {
                if paragraphIsDivided, paragraphStart == out.count {
                    out.bytes.removeLast(3)
                    writeBacklinks(footnote)
                    paragraphStart = nil
                    return
                }
                writeBacklinks(footnote)
            }
            if paragraphIsDivided, paragraphStart == out.count {
                // Nothing follows the block that divided the paragraph.
                out.bytes.removeLast(3)
            } else {
                if paragraphIsDivided, let start = paragraphStart, let attributes = dividers.attributes {
                    let text = Array(out.bytes[start...])
                    out.bytes.removeLast(text.count + 1)
                    out.writeAllowed(attributes)
                    out.write(byte: 0x3E)
                    out.write(bytes: text)
                }
                out.write(literal: "</p>\n")
            }
            paragraphStart = nil
        }
    }

    /// Whether a paragraph is the dashes behind a definition of a link: to libcmark they might have underlined a heading,
    /// and became text when there was nothing to underline.
    private func isRule(_ paragraph: CommonMarkNode) -> Bool {
        guard let only = paragraph.firstChild, only.next == nil, only.kind == CMARK_NODE_TEXT else { return false }
        let text = only.literal
        return text.count >= 3 && text.allSatisfy { $0 == 0x2D } && paragraph.startLine < paragraph.endLine
    }

    /// Whether a paragraph's tags are left out.
    func isTight(_ paragraph: CommonMarkNode) -> Bool {
        guard let item = paragraph.parent, let list = item.parent, list.kind == CMARK_NODE_LIST else { return false }
        if let kind = markerLine(item)?.kind {
            // Goldmark takes the tags off the first paragraph only.
            if case .definition = kind {
                return shape.isTightDefinition(item, lines) && isFirstParagraph(paragraph)
            }
            return false
        }
        return shape.isTight(list)
    }

    /// Whether `list` is the list of all footnotes and stands in one of them.
    func holdsFootnotes(_ list: CommonMarkNode) -> Bool {
        footnotesAreUnread && list.parent == shape.footnoteItems.first
    }

    /// The block behind `node` that is still there when attributes and footnotes have been taken away.
    private func nextBlock(_ node: CommonMarkNode) -> CommonMarkNode? {
        var next = node.next
        while let block = next,
            shape.attributeLines.contains(block) || shape.isFootnoteList(block) && !holdsFootnotes(block)
        {
            next = block.next
        }
        return next
    }

    /// Whether the last paragraph of an item is followed by the definition of a link.
    func isFollowedByDefinition(_ paragraph: CommonMarkNode) -> Bool {
        guard nextBlock(paragraph) == nil, let item = paragraph.parent, item.endLine > paragraph.endLine else {
            return false
        }
        for number in (paragraph.endLine + 1)...item.endLine {
            let line = lines.line(number).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
            if let first = line.first { return first == 0x5B && line.contains(0x3A) }
        }
        return false
    }

    private func isFirstParagraph(_ paragraph: CommonMarkNode) -> Bool {
        var before = paragraph.previous
        while let block = before {
            if block.kind == CMARK_NODE_PARAGRAPH, !shape.isTerm(block),
                shape.tables[block].map({ !$0.introduction.source.isEmpty }) ?? true
            {
                return false
            }
            before = block.previous
        }
        return true
    }

    private func isLoneImage(_ paragraph: CommonMarkNode) -> Bool {
        guard !options.wrapsLoneImages, let only = paragraph.firstChild, only.next == nil else { return false }
        return only.kind == CMARK_NODE_IMAGE
    }

    // MARK: Lists

    mutating func enterList(_ node: CommonMarkNode) -> Bool {
        if let first = node.firstChild, let marker = markerLine(first) {
            // Footnotes are written at the end of the document.
            if case .footnote = marker.kind {
                countQuotesOfFootnotes()
                return false
            }
            return true
        }
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        out.write(literal: isOrdered ? "<ol" : "<ul")
        let start = Int(cmark_node_get_list_start(node))
        if isOrdered, start != 1 {
            out.write(literal: " start=\"")
            out.write(integer: start)
            out.write(byte: 0x22)
        }
        if let attributes = shape.attributes[node] {
            out.writeAllowed(attributes, own: ["start", "reversed", "type"])
        }
        out.write(literal: ">\n")
        return true
    }

    mutating func exitList(_ node: CommonMarkNode) {
        if let first = node.firstChild, let marker = markerLine(first) {
            if case .definition = marker.kind, !isContinued(node) { out.write(literal: "</dl>\n") }
            return
        }
        out.write(literal: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n")
    }

    /// Whether further terms go on with a list of definitions.
    private func isContinued(_ list: CommonMarkNode) -> Bool {
        var next = list.next
        while let block = next, shape.isFootnoteList(block), block != shape.firstFootnoteList { next = block.next }
        guard let term = next, shape.isTerm(term) else { return false }
        return shape.definitionList(before: term, lines) == list
    }

    mutating func enterItem(_ node: CommonMarkNode) {
        if markerLine(node) != nil {
            out.write(literal: shape.isTightDefinition(node, lines) ? "<dd>" : "<dd>\n")
            return
        }
        out.write(literal: "<li>")
        if node.firstChild == nil, lines.line(node.startLine).contains(0x3A) {
            // Goldmark keeps a node for the definition of a link.
            out.write(byte: 0x0A)
        }
        var content = node.firstChild
        while let line = content, shape.attributeLines.contains(line) { content = line.next }
        if let first = content, !(shape.isFootnoteList(first) && first.next == nil),
            !(first.kind == CMARK_NODE_PARAGRAPH && isTight(first) && !shape.isTerm(first)
                && !beginsWithDefinition(first)
                && (shape.tables[first].map { $0.introduction.content != nil } ?? true))
        {
            out.write(byte: 0x0A)
        }
    }

    mutating func exitItem(_ node: CommonMarkNode) {
        out.write(literal: markerLine(node) != nil ? "</dd>\n" : "</li>\n")
    }

    /// Whether the definition of a link stands at the head of a paragraph; Goldmark keeps a node for it.
    private func beginsWithDefinition(_ paragraph: CommonMarkNode) -> Bool {
        prepared.hasLinkDefinitions && LinkDefinitions.count(paragraph, lines) > 0
    }

    /// What the line of a list item was before it became one.
    func markerLine(_ item: CommonMarkNode) -> PreparedSource.MarkerLine? {
        prepared.marker(of: item)
    }

    // MARK: Quotations

    /// How deep quotations may stand in each other and still go to their hook; each level copies its content.
    private static let maximumHookDepth = 64

    private var hooksBlockquote: Bool { hooks.blockquote != nil && quoteDepth <= Self.maximumHookDepth }

    mutating func enterBlockquote(_ node: CommonMarkNode) {
        quoteDepth += 1
        if hooksBlockquote { beginContent() } else { writeBlockquoteOpening(node) }
    }

    mutating func exitBlockquote(_ node: CommonMarkNode) throws {
        defer {
            ordinals.blockquote += 1
            quoteDepth -= 1
        }
        if hooksBlockquote, let hook = hooks.blockquote {
            let content = takeContent()
            let context = BlockquoteContext(
                content: content, ordinal: ordinals.blockquote,
                attributes: shape.attributes[node]?.hookMap ?? ValueMap())
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
            writeBlockquoteOpening(node)
            out.write(bytes: content)
        }
        out.write(literal: "</blockquote>\n")
    }

    private mutating func writeBlockquoteOpening(_ node: CommonMarkNode) {
        if let attributes = shape.attributes[node], !attributes.items.isEmpty {
            out.write(literal: "<blockquote")
            out.writeAllowed(attributes, own: ["cite"])
            out.write(byte: 0x3E)
        } else {
            out.write(literal: "<blockquote>\n")
        }
    }

    // MARK: Breaks and HTML

    mutating func writeThematicBreak(_ node: CommonMarkNode) {
        out.write(literal: "<hr")
        if let attributes = shape.attributes[node] {
            out.writeAllowed(attributes, own: ["align", "color", "noshade", "size", "width"])
        }
        out.write(literal: options.xhtml ? " />\n" : ">\n")
    }

    mutating func writeHTMLBlock(_ node: CommonMarkNode) {
        if shape.attributeLines.contains(node) { return }
        if options.unsafe {
            // libcmark ends every line; where the text stops without an end of line Goldmark writes none either.
            let isOpenEnded = isLast(node) && (hasOpenEnd || endsInBlanks(node.literal))
            var literal = node.literal
            if isOpenEnded, literal.last == 0x0A { literal = UnsafeBufferPointer(rebasing: literal.dropLast()) }
            out.write(bytes: spaceOfFootnote(node))
            if lines.endsInCarriageReturn(node.startLine) {
                out.write(bytes: withCarriageReturns(literal, of: node))
            } else if prepared.markerLines.isEmpty {
                writeRaw(literal)
            } else {
                let text = prepared.hasStandIns ? prepared.standIns.restoringOriginal(literal) : Array(literal)
                out.write(bytes: withBlankLines(text, of: node, from: node.startLine))
            }
        } else if !isHTMLComment(node.literal) || !spaceOfFootnote(node).isEmpty {
            out.write(literal: "<!-- raw HTML omitted -->\n")
            if endsBelowFirstLine(node.literal) { out.write(literal: "<!-- raw HTML omitted -->\n") }
            omittedRawHTML = true
        }
    }

    /// The white space between the label of a footnote and the HTML behind it, which is part of that HTML.
    private func spaceOfFootnote(_ node: CommonMarkNode) -> ArraySlice<UInt8> {
        guard node.previous == nil, let item = node.parent, item.startLine == node.startLine,
            let marker = markerLine(item), case .footnote = marker.kind,
            let close = marker.original.firstRange(of: "]:".utf8)
        else { return [] }
        return marker.original[close.upperBound...].prefix { $0 == 0x20 || $0 == 0x09 }
    }

    /// Whether the last line of the text has something in it, and no end.
    private var hasOpenEnd: Bool {
        for byte in lines.text.reversed() where byte != 0x20 && byte != 0x09 { return byte != 0x0A }
        return false
    }

    /// Whether the last line of HTML holds nothing but white space, and has no end in the source.
    private func endsInBlanks(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
        guard html.count > 1, html.last == 0x0A, let last = lines.text.last else { return false }
        return (last == 0x20 || last == 0x09) && html[html.count - 2] == last
    }

    /// Whether nothing comes behind the block.
    private func isLast(_ node: CommonMarkNode) -> Bool {
        var node = node
        while node.next == nil {
            guard let parent = node.parent else { return true }
            node = parent
        }
        return false
    }
}

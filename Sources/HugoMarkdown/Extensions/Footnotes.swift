internal import CLibCMark
internal import Text

/// In what order footnotes are referred to, and how often.
struct FootnoteOrder {
    /// Where a reference stands.
    private struct Place: Hashable {
        let node: CommonMarkNode
        let offset: Int
    }

    /// The numbers of the definitions in the order of their first reference.
    private(set) var referred: [Int] = []
    private var indexes: [Int: Int] = [:]
    private var counts: [Int: Int] = [:]
    private var places: [Place: (index: Int, reference: Int)] = [:]

    /// No footnotes.
    init() {}

    /// Numbers the references under `root` in the order in which Goldmark sees them: the definitions, wherever they
    /// stand, where the first of them does.
    init(_ root: CommonMarkNode, _ shape: DocumentShape, _ standIns: StandIns) {
        var pending = [root]
        var sawDefinitions = false
        while let node = pending.popLast() {
            if let table = shape.tables[node] {
                var contents: [CommonMarkNode] = []
                table.forEachCell { if let content = $0.content { contents.append(content) } }
                if let terms = shape.termLines[node] {
                    if table.introduction.content != nil { contents.removeFirst() }
                    contents.append(contentsOf: terms.compactMap(\.content))
                }
                pending.append(contentsOf: contents.reversed())
                continue
            }
            if let terms = shape.termLines[node] {
                pending.append(contentsOf: terms.compactMap(\.content).reversed())
                continue
            }
            if shape.isFootnoteList(node) {
                // Those that give way to another of the same label refer as well.
                if !sawDefinitions, !shape.footnotesAreUnread {
                    pending.append(contentsOf: shape.footnoteItems.reversed())
                }
                sawDefinitions = true
                continue
            }
            if node.kind == CMARK_NODE_TEXT { number(node, shape, standIns) }
            var child = node.lastChild
            while let inner = child {
                pending.append(inner)
                child = inner.previous
            }
        }
    }

    private mutating func number(_ node: CommonMarkNode, _ shape: DocumentShape, _ standIns: StandIns) {
        let bytes = node.literal
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0xF0, StandIns.isMark(bytes, at: index) else {
                index += 1
                continue
            }
            let (piece, end) = standIns.read(bytes, at: index)
            if case .entry(let number) = piece, case .footnote(let footnote) = standIns.entries[number].meaning,
                shape.footnotes[footnote] != nil
            {
                refer(to: footnote, at: Place(node: node, offset: index))
            }
            index = end
        }
    }

    private mutating func refer(to footnote: Int, at place: Place) {
        if indexes[footnote] == nil {
            referred.append(footnote)
            indexes[footnote] = referred.count
        }
        let count = counts[footnote] ?? 0
        places[place] = (indexes[footnote] ?? 0, count)
        counts[footnote] = count + 1
    }

    /// The 1-based number that a reference shows, and how many references to the same footnote came before.
    func reference(_ node: CommonMarkNode, at offset: Int) -> (index: Int, reference: Int)? {
        places[Place(node: node, offset: offset)]
    }

    /// The number and the references of a footnote that was referred to.
    func references(to footnote: Int) -> (index: Int, count: Int) { (indexes[footnote] ?? 0, counts[footnote] ?? 0) }
}

extension TreeRenderer {
    /// Writes the raised number that leads to a footnote.
    mutating func writeFootnoteReference(_ node: CommonMarkNode, at offset: Int, _ original: [UInt8]) {
        guard let (index, reference) = footnotes.reference(node, at: offset) else {
            out.writeHTMLEscaped(original[...], style: .markdown)
            return
        }
        if imageDepth > 0 || isContentsTitle { return }
        out.write(literal: "<sup id=\"")
        out.write(footnotePrefix)
        out.write(literal: "fnref")
        if reference > 0 { out.write(integer: reference) }
        out.write(byte: 0x3A)
        out.write(integer: index)
        out.write(literal: "\"><a href=\"#")
        out.write(footnotePrefix)
        out.write(literal: "fn:")
        out.write(integer: index)
        out.write(literal: "\" class=\"footnote-ref\" role=\"doc-noteref\">")
        out.write(integer: index)
        out.write(literal: "</a></sup>")
    }

    /// Writes the footnotes that were referred to at the end of the document.
    mutating func writeFootnotes() throws {
        guard !footnotes.referred.isEmpty else { return }
        out.write(literal: "<div class=\"footnotes\" role=\"doc-endnotes\"")
        if let list = shape.firstFootnoteList, let attributes = shape.attributes[list] { out.writeAllowed(attributes) }
        out.write(literal: ">\n")
        out.write(literal: options.xhtml ? "<hr />\n<ol>\n" : "<hr>\n<ol>\n")
        var next = 0
        // Footnotes may refer to further footnotes.
        while next < footnotes.referred.count {
            let footnote = footnotes.referred[next]
            next += 1
            guard let item = shape.footnotes[footnote] else { continue }
            out.write(literal: "<li id=\"")
            out.write(footnotePrefix)
            out.write(literal: "fn:")
            out.write(integer: next)
            out.write(literal: "\">\n")
            currentFootnote = footnote
            if let quotes = quotesOfFootnotes[footnote] { openQuotes = quotes }
            try renderChildren(of: item)
            let endsInText =
                lastBlock(of: item).map {
                    $0.kind == CMARK_NODE_PARAGRAPH && shape.tables[$0] == nil && !isFollowedByDefinition($0)
                } ?? false
            if !endsInText { writeBacklinks(footnote) }
            currentFootnote = nil
            out.write(literal: "</li>\n")
        }
        out.write(literal: "</ol>\n</div>\n")
    }

    /// The last block of a footnote but attributes and further footnotes.
    private func lastBlock(of item: CommonMarkNode) -> CommonMarkNode? {
        var last = item.lastChild
        while let block = last,
            shape.attributeLines.contains(block) || shape.isFootnoteList(block) && !holdsFootnotes(block)
        {
            last = block.previous
        }
        return last
    }

    /// Takes the headings of footnotes that nothing refers to into the contents: to Goldmark all of them stand here.
    mutating func collectHeadingsOfFootnotes() throws {
        for item in shape.footnoteItems {
            guard case .footnote(let number)? = markerLine(item)?.kind,
                footnotes.references(to: number).count == 0
            else { continue }
            var headings: [CommonMarkNode] = []
            BlockWalk.visit(item) { if $0.kind == CMARK_NODE_HEADING { headings.append($0) } }
            guard !headings.isEmpty else { continue }
            let saved = (hooks, ordinals, openQuotes, openBrackets)
            hooks = RenderHooks()
            beginContent()
            for heading in headings { try render(heading) }
            _ = takeContent()
            (hooks, ordinals, openQuotes, openBrackets) = saved
        }
    }

    /// Counts the quotes of all footnotes where the first of them stands: Goldmark reads them there.
    mutating func countQuotesOfFootnotes() {
        guard quotesOfFootnotes.isEmpty, typographer != nil else { return }
        for (footnote, item) in shape.footnotes.sorted(by: { $0.key < $1.key }) {
            quotesOfFootnotes[footnote] = openQuotes
            var pending = [item]
            while let node = pending.popLast() {
                if node.kind == CMARK_NODE_TEXT { countQuotes(node) }
                var child = node.lastChild
                while let inner = child {
                    pending.append(inner)
                    child = inner.previous
                }
            }
        }
    }

    private mutating func countQuotes(_ node: CommonMarkNode) {
        let bytes = node.literal
        guard let typographer, bytes.contains(where: { $0 == 0x22 || $0 == 0x27 }) else { return }
        let text = TextSurroundings(node, bytes, lines)
        for index in bytes.indices where bytes[index] == 0x22 || bytes[index] == 0x27 {
            _ = typographer.quote(text, at: index, &openQuotes)
        }
    }

    /// Writes the links that lead back to the references of a footnote.
    mutating func writeBacklinks(_ footnote: Int) {
        let (index, count) = footnotes.references(to: footnote)
        for reference in 0..<count {
            out.write(literal: "&#160;<a href=\"#")
            out.write(footnotePrefix)
            out.write(literal: "fnref")
            if reference > 0 { out.write(integer: reference) }
            out.write(byte: 0x3A)
            out.write(integer: index)
            out.write(literal: "\" class=\"footnote-backref\" role=\"doc-backlink\">")
            out.write(options.footnoteBacklink)
            out.write(literal: "</a>")
        }
    }
}

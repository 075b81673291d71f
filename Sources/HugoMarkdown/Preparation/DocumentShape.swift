internal import CLibCMark
internal import Text

/// What the blocks of a tree are that libcmark does not know: tables, terms, footnotes, attribute lines.
struct DocumentShape {
    /// The tables, by the paragraph that they were to libcmark.
    var tables: [CommonMarkNode: Table] = [:]
    /// The footnotes' items, by number; the first of equal labels.
    private(set) var footnotes: [Int: CommonMarkNode] = [:]
    /// All items of footnotes in their order.
    private(set) var footnoteItems: [CommonMarkNode] = []
    /// The attributes that follow a block on a line of their own.
    private(set) var attributes: [CommonMarkNode: AttributeList] = [:]
    /// The blocks that hold such attributes, and those that fill an empty item.
    private(set) var attributeLines: Set<CommonMarkNode> = []
    /// The block to which a line of attributes went.
    private var owners: [CommonMarkNode: CommonMarkNode] = [:]
    /// The references to footnotes.
    private(set) var footnoteOrder = FootnoteOrder()
    private var footnoteLists: Set<CommonMarkNode> = []
    private var tightLists: Set<CommonMarkNode> = []
    private var looseLists: Set<CommonMarkNode> = []
    /// The list of footnotes that stands first, where Goldmark gathers them all.
    private(set) var firstFootnoteList: CommonMarkNode?
    private var terms: Set<CommonMarkNode> = []
    private var definitionLists: Set<CommonMarkNode> = []
    /// The tables whose introductions are the terms of the definitions behind them.
    private var introducedTerms: Set<CommonMarkNode> = []
    /// The lines of terms, where they are parsed each on its own.
    var termLines: [CommonMarkNode: [Table.Cell]] = [:]
    /// Whether a line of code or HTML was changed as if a definition or a footnote began there.
    private(set) var hasMarkerInVerbatim = false
    /// What the text has to be prepared for anew.
    private(set) var hints = PreparationHints()
    /// The trees that hold the content of the cells.
    var cells: CellTree?

    /// Nothing but CommonMark.
    init() {}

    /// Looks through the blocks under `root`.
    init(_ root: CommonMarkNode, _ prepared: PreparedSource, _ lines: SourceLines) {
        var accepted: Set<Int> = []
        var paragraphs: [CommonMarkNode] = []
        var verbatim: Set<Int> = []
        // Those that may hold the definition of a link, and with it a blank line that counts in the innermost only.
        var lists: [CommonMarkNode] = []
        BlockWalk.visit(root) { node in
            switch node.kind {
            case CMARK_NODE_LIST:
                readList(node, prepared, lines, &accepted)
                if prepared.hasLinkDefinitions {
                    loosenList(node, lines)
                    lists.append(node)
                }
                if prepared.hasRules { loosenListWithRules(node, prepared, lines) }
            case CMARK_NODE_HTML_BLOCK:
                readAttributeLine(node, prepared, lines)
                addVerbatim(node, prepared, lines, &verbatim)
            case CMARK_NODE_CODE_BLOCK: addVerbatim(node, prepared, lines, &verbatim)
            case CMARK_NODE_PARAGRAPH:
                if prepared.mayHoldTable(node) { paragraphs.append(node) }
            case CMARK_NODE_HEADING:
                // To Goldmark a table is none of the lines of a heading.
                if node.endLine > node.startLine + 1, prepared.mayHoldTable(node),
                    let underline = lines.underline(of: node),
                    Table(node, lines, upTo: underline) != nil
                {
                    hints.underlines.insert(prepared.sourceLine(underline))
                }
            default: break
            }
        }
        for (line, marker) in prepared.markerLines where !accepted.contains(line) {
            if verbatim.contains(line) {
                // Where the code ends may yet change.
                hasMarkerInVerbatim = true
            } else {
                hints.refusedLines.insert(marker.sourceLine)
            }
        }
        guard hints.refusedLines.isEmpty else { return }
        for paragraph in paragraphs where !terms.contains(paragraph) {
            if let table = Table(paragraph, lines) { tables[paragraph] = table }
        }
        for term in terms.union(introducedTerms) { readTermLines(term, prepared, lines) }
        if !tables.isEmpty || !termLines.isEmpty {
            parseCells(root, lines, paragraphs.filter { tables[$0] != nil })
        }
        let special = paragraphs.filter { tables[$0] != nil } + Array(footnoteLists) + Array(terms)
        for list in Set(special.compactMap { $0.parent?.parent } + lists) { tighten(list, lines) }
        if !footnotes.isEmpty { footnoteOrder = FootnoteOrder(root, self, prepared.standIns) }
    }

    /// Adds the changed lines of code or HTML behind its first.
    private func addVerbatim(
        _ node: CommonMarkNode, _ prepared: PreparedSource, _ lines: SourceLines, _ verbatim: inout Set<Int>
    ) {
        guard !prepared.markerLines.isEmpty else { return }
        for line in stride(from: node.startLine + 1, through: lines.end(of: node), by: 1)
        where prepared.markerLines[line] != nil {
            verbatim.insert(line)
        }
    }

    /// Whether the paragraphs of `list` have no tags.
    func isTight(_ list: CommonMarkNode) -> Bool {
        (cmark_node_get_list_tight(list) != 0 || tightLists.contains(list)) && !looseLists.contains(list)
    }

    /// Goldmark forgets a blank line before a table and the like: a list that only such lines make loose is tight.
    private mutating func tighten(_ list: CommonMarkNode, _ lines: SourceLines) {
        guard list.kind == CMARK_NODE_LIST, !isTight(list) else { return }
        var item = list.firstChild
        while let node = item {
            if node.previous != nil, hasBlankLine(before: node, lines) { return }
            var child = node.firstChild?.next
            while let block = child {
                let isTable = tables[block].map { $0.introduction.source.isEmpty } ?? false
                let isDefinition =
                    definitionLists.contains(block)
                    || terms.contains(block) && (block.next?.lastChild.map { isTightDefinition($0, lines) } ?? true)
                if !isTable, !isDefinition, !footnoteLists.contains(block), hasBlankLine(before: block, lines) {
                    return
                }
                child = block.next
            }
            item = node.next
        }
        tightLists.insert(list)
    }

    /// Goldmark keeps the definition of a link as a block: behind a blank line it makes its list loose.
    private mutating func loosenList(_ list: CommonMarkNode, _ lines: SourceLines) {
        var item = list.firstChild
        while let node = item {
            if let first = node.firstChild, first.kind == CMARK_NODE_PARAGRAPH, first.startLine == node.startLine,
                isBlank(lines.line(node.startLine - 1)), LinkDefinitions.count(first, lines) > 0
            {
                looseLists.insert(list)
                return
            }
            var number = node.startLine + 1
            var child = node.firstChild
            var before: CommonMarkNode?
            while number <= node.endLine {
                while let block = child, block.endLine < number {
                    before = block
                    child = block.next
                }
                if let block = child, block.startLine <= number {
                    number = block.endLine + 1
                    continue
                }
                let line = lines.line(number).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
                if line.first == 0x5B, line.contains(0x3A), isBlank(lines.line(number - 1)),
                    !lines.line(number, isInLastItemOf: before)
                {
                    looseLists.insert(list)
                    return
                }
                number += 1
            }
            item = node.next
        }
    }

    /// libcmark forgets the blank line behind a rule, and that in a fence which nothing closes.
    private mutating func loosenListWithRules(_ list: CommonMarkNode, _ prepared: PreparedSource, _ lines: SourceLines)
    {
        guard cmark_node_get_list_tight(list) != 0 else { return }
        func beginsFootnote(_ block: CommonMarkNode) -> Bool {
            guard let item = block.firstChild, case .footnote? = prepared.marker(of: item)?.kind else { return false }
            return true
        }
        func isForgotten(before block: CommonMarkNode) -> Bool {
            var last = block.previous
            while let node = last, node.kind == CMARK_NODE_LIST || node.kind == CMARK_NODE_ITEM {
                last = node.lastChild
            }
            guard let last, !beginsFootnote(block), hasBlankLine(before: block, lines) else { return false }
            return last.kind == CMARK_NODE_THEMATIC_BREAK || last.kind == CMARK_NODE_CODE_BLOCK && lines.isFence(last)
        }
        var item = list.firstChild
        while let node = item {
            var child = node.firstChild
            while let block = child, !isForgotten(before: block) { child = block.next }
            if child != nil || isForgotten(before: node) {
                looseLists.insert(list)
                return
            }
            item = node.next
        }
    }

    private func isBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
    }

    private func hasBlankLine(before block: CommonMarkNode, _ lines: SourceLines) -> Bool {
        isBlank(lines.line(block.startLine - 1))
    }

    /// Whether `node` is a paragraph whose lines are terms.
    func isTerm(_ node: CommonMarkNode?) -> Bool {
        if terms.isEmpty { return false }
        return node.map { terms.contains($0) } ?? false
    }

    /// Whether `node` is a list of definitions.
    func isDefinitionList(_ node: CommonMarkNode?) -> Bool { node.map { definitionLists.contains($0) } ?? false }

    /// Whether the first footnote of the document holds another: to Goldmark the list of footnotes stands in itself then,
    /// and their text is never read.
    var footnotesAreUnread: Bool {
        guard footnoteItems.count > 1, let first = footnoteItems.first else { return false }
        var ancestor = footnoteItems[1].parent
        while let block = ancestor, block != first { ancestor = block.parent }
        return ancestor != nil
    }

    /// Whether a footnote stands in a list item.
    var hasFootnoteInItem: Bool { footnoteItems.contains { $0.parent?.parent?.kind == CMARK_NODE_ITEM } }

    /// Whether the introduction of a table is the term of the definitions behind it.
    func introducesTerm(_ node: CommonMarkNode) -> Bool {
        !introducedTerms.isEmpty && introducedTerms.contains(node)
    }

    /// The list of definitions to which the term `paragraph` belongs as well; to Goldmark footnotes but the first of a
    /// document do not stand between, and the definition of a link does.
    func definitionList(before paragraph: CommonMarkNode, _ lines: SourceLines) -> CommonMarkNode? {
        var previous = paragraph.previous
        while let list = previous, isFootnoteList(list), list != firstFootnoteList { previous = list.previous }
        guard let list = previous, isDefinitionList(list), LinkDefinitions.count(paragraph, lines) == 0 else {
            return nil
        }
        guard list == paragraph.previous else { return list }
        var last: CommonMarkNode = list
        while last.kind == CMARK_NODE_LIST || last.kind == CMARK_NODE_ITEM, let inner = last.lastChild { last = inner }
        var number = max(last.kind == CMARK_NODE_ITEM ? last.startLine : last.endLine, last.startLine) + 1
        while number < paragraph.startLine, isBlank(lines.line(number)) { number += 1 }
        guard number < paragraph.startLine else { return list }
        let line = lines.line(number).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
        return line.first == 0x5B && !lines.line(number, isInLastItemOf: list) ? nil : list
    }

    /// Prepares the lines of `term` to be parsed each on its own, where a mark might reach from one to the next.
    private mutating func readTermLines(_ term: CommonMarkNode, _ prepared: PreparedSource, _ lines: SourceLines) {
        if let table = tables[term] {
            termLines[term] = table.introduction.source.split(separator: 0x0A).map {
                Table.Cell(source: Array($0.trimmingSpace))
            }
            return
        }
        var isPlain = !prepared.hasTilde && !prepared.hasExtraMarks
        var hasBreak = false
        var child = term.firstChild
        while let inline = child {
            switch inline.kind {
            case CMARK_NODE_TEXT: break
            case CMARK_NODE_SOFTBREAK: hasBreak = true
            case CMARK_NODE_LINEBREAK: (hasBreak, isPlain) = (true, false)
            default: isPlain = false
            }
            child = inline.next
        }
        guard !isPlain, hasBreak || term.startLine < term.endLine else { return }
        termLines[term] = Table.text(of: term, lines).dropFirst(LinkDefinitions.count(term, lines)).map {
            Table.Cell(source: Array($0.trimmingSpace))
        }
    }

    /// Whether `node` is a list of footnotes.
    func isFootnoteList(_ node: CommonMarkNode) -> Bool { footnoteLists.contains(node) }

    private mutating func readList(
        _ list: CommonMarkNode, _ prepared: PreparedSource, _ lines: SourceLines, _ accepted: inout Set<Int>
    ) {
        guard !prepared.markerLines.isEmpty, let first = list.firstChild, prepared.marker(of: first) != nil
        else { return }
        let table = list.previous.flatMap {
            $0.kind == CMARK_NODE_PARAGRAPH && prepared.mayHoldTable($0) ? Table($0, lines) : nil
        }
        var item = list.firstChild
        while let node = item {
            guard let marker = prepared.marker(of: node) else { return }
            switch marker.kind {
            case .footnote(let number):
                if footnotes[number] == nil { footnotes[number] = node }
                footnoteItems.append(node)
                footnoteLists.insert(list)
                if firstFootnoteList == nil { firstFootnoteList = list }
            case .definition:
                guard let term = list.previous, term.kind == CMARK_NODE_PARAGRAPH, isFollowed(term, by: list, lines),
                    !isIndented(node, lines)
                else {
                    // It may be the term of those behind it: they are judged when it is text.
                    while let next = item?.next {
                        accepted.insert(next.startLine)
                        item = next
                    }
                    return
                }
                // The table takes the paragraph away, but where it has an introduction, or where definitions stand before it.
                if let table, !isDefinitionList(term.previous) || hasBlankLine(before: list, lines) {
                    guard !table.introduction.source.isEmpty, !hasBlankLine(before: list, lines) else {
                        if !hasBlankLine(before: list, lines) { hints.textDefinitions.insert(marker.sourceLine) }
                        while let next = item?.next {
                            accepted.insert(next.startLine)
                            item = next
                        }
                        return
                    }
                    introducedTerms.insert(term)
                } else {
                    terms.insert(term)
                }
                definitionLists.insert(list)
            }
            accepted.insert(node.startLine)
            item = node.next
        }
    }

    /// Whether nothing but blank lines stands between a paragraph and the list behind it: the definition of a link is
    /// no term.
    private func isFollowed(_ paragraph: CommonMarkNode, by list: CommonMarkNode, _ lines: SourceLines) -> Bool {
        var number = list.startLine - 1
        while number > paragraph.endLine {
            guard isBlank(lines.line(number)) else { return false }
            number -= 1
        }
        return true
    }

    /// Whether a definition has white space before its colon.
    private func isIndented(_ item: CommonMarkNode, _ lines: SourceLines) -> Bool {
        guard let container = item.parent?.parent else { return false }
        var quotes = 0
        var ancestor: CommonMarkNode? = container
        while let node = ancestor {
            if node.kind == CMARK_NODE_BLOCK_QUOTE { quotes += 1 }
            ancestor = node.parent
        }
        let before = lines.line(item.startLine).prefix(max(0, item.startColumn - 1))
        // A tab that reaches over the beginning of the content counts as well.
        let column = SourceLines.column(after: before) - lines.column(behind: quotes, quotesOf: item.startLine)
        guard container.kind == CMARK_NODE_ITEM else { return column > 0 }
        return column > lines.contentColumn(of: container) - lines.column(behind: quotes, quotesOf: container.startLine)
    }

    private mutating func readAttributeLine(_ node: CommonMarkNode, _ prepared: PreparedSource, _ lines: SourceLines) {
        guard prepared.hasStandIns else { return }
        let literal = UnsafeBufferPointer(rebasing: node.literal.drop { $0 == 0x20 || $0 == 0x09 })
        guard literal.count > 12, literal.starts(with: "<?".utf8),
            StandIns.isMark(literal, at: 2), case (.entry(let number), _) = prepared.standIns.read(literal, at: 2)
        else { return }
        switch prepared.standIns.entries[number].meaning {
        case .filler, .divider: attributeLines.insert(node)
        default: break
        }
        guard case .attributes(let list) = prepared.standIns.entries[number].meaning else { return }
        attributeLines.insert(node)
        guard var block = node.previous else { return }
        let before = lines.line(node.startLine - 1)
        // libcmark ends HTML that its own line ends a line too early.
        let last = attributeLines.contains(block) ? block.startLine : block.endLine
        let isDirect = last >= node.startLine - 1
        if isDirect, attributeLines.contains(block) {
            // A line of attributes that went to its block is no block any more.
            guard let owner = owners[block] else { return }
            block = owner
        }
        // An empty quotation is a block as well.
        let isEmptyQuotation =
            block.kind == CMARK_NODE_BLOCK_QUOTE && block.endLine == node.startLine - 1
            && before.count { $0 == 0x3E }
                > lines.line(node.startLine).prefix { $0 == 0x20 || $0 == 0x3E }.count { $0 == 0x3E }
        guard isEmptyQuotation || before.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }) else { return }
        // Between them the definition of a link may stand, which takes the attributes with it.
        if block.kind == CMARK_NODE_CODE_BLOCK || !isDirect { return }
        owners[node] = block
        attributes[block, default: AttributeList()].add(missingFrom: list)
    }
}

/// Visits every block of a tree without recursion.
enum BlockWalk {
    static func visit(_ root: CommonMarkNode, _ body: (CommonMarkNode) -> Void) {
        var node = root
        while true {
            let kind = node.kind
            body(node)
            let isContainer =
                kind == CMARK_NODE_DOCUMENT || kind == CMARK_NODE_BLOCK_QUOTE || kind == CMARK_NODE_LIST
                || kind == CMARK_NODE_ITEM
            if isContainer, let child = node.firstChild {
                node = child
                continue
            }
            while true {
                if node == root { return }
                if let next = node.next {
                    node = next
                    break
                }
                guard let parent = node.parent else { return }
                node = parent
            }
        }
    }
}

extension PreparedSource {
    /// What the line of a list item was before it became one.
    func marker(of item: CommonMarkNode) -> MarkerLine? {
        guard !markerLines.isEmpty, let marker = markerLines[item.startLine], marker.column == item.startColumn else {
            return nil
        }
        return marker
    }

    /// Whether a line that may be a delimiter row is among the lines of `paragraph` after the first.
    func mayHoldTable(_ paragraph: CommonMarkNode) -> Bool {
        if delimiterRows.isEmpty { return false }
        let end = paragraph.endLine
        let first = paragraph.startLine + 1
        var low = 0
        var high = delimiterRows.count
        while low < high {
            let middle = (low + high) / 2
            if delimiterRows[middle] < first { low = middle + 1 } else { high = middle }
        }
        return low < delimiterRows.count && delimiterRows[low] <= end
    }
}

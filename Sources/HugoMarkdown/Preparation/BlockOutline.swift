internal import CLibCMark

/// Which blocks the lines of a source belong to, as libcmark divided them when it parsed the text before.
///
/// What stands over several lines, such as code in backticks, ends with its block. A text is prepared without knowledge of
/// blocks at first; where that made a difference it is prepared once more with the outline of the tree that came out.
struct BlockOutline: Equatable {
    /// What a line is part of.
    enum Kind: UInt8 {
        /// A blank line, the definition of a link, or what is no leaf.
        case other
        /// A paragraph or a heading.
        case text
        /// A line of terms.
        case term
        /// The rows of a table.
        case table
        /// Code or HTML.
        case verbatim
    }

    /// The text that is parsed as one, in bytes of the source.
    struct Unit: Equatable {
        var kind = Kind.other
        var start = 0
        var end = 0
    }

    /// What each line is part of.
    private var units: [Unit]
    /// The lines, from 1, on which the footnotes in list items begin, and the column at which the content of the item does.
    private(set) var footnoteColumns: [Int: Int] = [:]
    /// Where each table ends, by the line of its head.
    private(set) var tables: [Int: Int] = [:]

    /// The outline of `source`, whose tree is `root`; `lines` are those that were parsed.
    init(
        _ root: CommonMarkNode, _ shape: DocumentShape, _ prepared: PreparedSource, _ lines: SourceLines,
        _ source: SourceLines
    ) {
        var units = [Unit](repeating: Unit(), count: source.count + 1)
        /// Notes the lines of the parsed text from `first` to `last`.
        func note(_ kind: Kind, _ first: Int, _ last: Int) {
            let begin = prepared.sourceLine(first)
            // A stretch that is passed through has lines of the source that the text has not.
            let end = min(prepared.sourceLine(last + 1) - 1, source.count)
            guard begin >= 1, begin <= end else { return }
            let unit = Unit(kind: kind, start: source.start(of: begin), end: source.start(of: end + 1))
            for line in begin...end { units[line] = unit }
        }
        var footnotes: [Int: Int] = [:]
        var tables: [Int: Int] = [:]
        BlockWalk.visit(root) { node in
            switch node.kind {
            case CMARK_NODE_HEADING: note(.text, node.startLine, lines.end(of: node))
            case CMARK_NODE_PARAGRAPH:
                if let table = shape.tables[node] {
                    let head = node.startLine + table.headLine
                    if table.headLine > 0 { note(.text, node.startLine, head - 1) }
                    note(.table, head, node.endLine)
                    let line = prepared.sourceLine(head)
                    if line < units.count { tables[line] = units[line].end }
                } else if shape.isTerm(node) {
                    // To Goldmark each line of terms is a text of its own.
                    for line in stride(from: node.startLine, through: node.endLine, by: 1) { note(.term, line, line) }
                } else {
                    note(.text, node.startLine, node.endLine)
                }
            case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
                if !shape.attributeLines.contains(node) { note(.verbatim, node.startLine, lines.end(of: node)) }
            case CMARK_NODE_ITEM:
                if case .footnote? = prepared.marker(of: node)?.kind, let item = node.parent?.parent,
                    item.kind == CMARK_NODE_ITEM, item.startLine < node.startLine
                {
                    footnotes[prepared.sourceLine(node.startLine)] = lines.contentColumn(of: item)
                }
            default: break
            }
        }
        self.units = units
        footnoteColumns = footnotes
        self.tables = tables
    }

    /// What the 1-based `line` of the source is part of.
    func unit(_ line: Int) -> Unit { line < units.count ? units[line] : Unit() }
}

internal import CLibCMark
internal import Text

/// A table as its source lines show it; the cells' content is a node of a tree of its own.
struct Table {
    /// Where the text of a column stands.
    enum Alignment: String {
        case none = ""
        case left
        case center
        case right
    }

    /// One cell.
    struct Cell {
        /// The source without the white space around it.
        let source: [UInt8]
        /// The paragraph that holds its content; nil for an empty cell.
        var content: CommonMarkNode?
        /// Where its text stands; a cell that the source leaves out has none.
        var alignment = Alignment.none
    }

    let alignments: [Alignment]
    /// How many lines of the paragraph stand before the head.
    let headLine: Int
    /// The lines of the paragraph before the table; nil content when there are none.
    var introduction: Cell
    var head: [Cell]
    var body: [[Cell]]

    /// The table in a paragraph, or in the lines before `end` of a heading; nil when there is none.
    init?(_ paragraph: CommonMarkNode, _ lines: SourceLines, upTo end: Int? = nil) {
        var rows = Self.text(of: paragraph, lines)
        if let end { rows.removeLast(max(0, rows.count - max(0, end - paragraph.startLine))) }
        let definitions = LinkDefinitions.count(rows)
        rows.removeFirst(definitions)
        guard rows.count > 1 else { return nil }
        for index in 1..<rows.count {
            guard let alignments = Self.alignments(rows[index].trimmingSpace),
                !Self.isIndented(paragraph, index + definitions, lines)
            else {
                continue
            }
            let head = Self.cells(rows[index - 1].trimmingSpace, limit: .max)
            guard head.count <= alignments.count else { return nil }
            self.alignments = alignments
            headLine = index - 1 + definitions
            self.head = Self.aligned(head, alignments)
            while self.head.count < alignments.count { self.head.append(Cell(source: [])) }
            var introduction: [UInt8] = []
            for row in rows[..<(index - 1)] {
                if !introduction.isEmpty { introduction.append(0x0A) }
                introduction.append(contentsOf: row)
            }
            self.introduction = Cell(source: introduction)
            body = rows[(index + 1)...].map { row in
                var cells = Self.aligned(Self.cells(row.trimmingSpace, limit: alignments.count), alignments)
                while cells.count < alignments.count { cells.append(Cell(source: [])) }
                return cells
            }
            return
        }
        return nil
    }

    /// The lines of a paragraph without the marks of the blocks around it.
    static func text(of paragraph: CommonMarkNode, _ lines: SourceLines) -> [ArraySlice<UInt8>] {
        var quotes = 0
        var parent = paragraph.parent
        while let node = parent {
            if node.kind == CMARK_NODE_BLOCK_QUOTE { quotes += 1 }
            parent = node.parent
        }
        let first = paragraph.startLine
        let last = min(paragraph.endLine, lines.count)
        guard first <= last else { return [] }
        return (first...last).map { number in
            let line = lines.line(number)
            var rest = line[...]
            if number == first {
                rest = rest.dropFirst(max(0, paragraph.startColumn - 1))
            } else {
                rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
                for _ in 0..<quotes where rest.first == 0x3E {
                    rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
                }
            }
            // White space at the end may be a line break.
            return Array(rest.drop { $0 == 0x20 || $0 == 0x09 })[...]
        }
    }

    /// Whether the line at `index` of a paragraph begins with four columns of white space, counted in the innermost block around
    /// the paragraph that the line is not lazily part of.
    private static func isIndented(_ paragraph: CommonMarkNode, _ index: Int, _ lines: SourceLines) -> Bool {
        var containers: [CommonMarkNode] = []
        var ancestor = paragraph.parent
        while let block = ancestor, containers.count < 200 {
            if block.kind == CMARK_NODE_ITEM || block.kind == CMARK_NODE_BLOCK_QUOTE { containers.append(block) }
            ancestor = block.parent
        }
        let line = lines.line(paragraph.startLine + index)
        var begin = 0
        var quotes = 0
        var place = line.startIndex
        for block in containers.reversed() {
            let space = line[place...].prefix { $0 == 0x20 || $0 == 0x09 }
            if block.kind == CMARK_NODE_ITEM {
                var content = lines.contentColumn(of: block)
                if quotes > 0 {
                    content +=
                        lines.column(behind: quotes, quotesOf: paragraph.startLine + index)
                        - lines.column(behind: quotes, quotesOf: block.startLine)
                }
                guard SourceLines.column(after: line[..<space.endIndex]) >= content else { break }
                begin = content
            } else {
                guard space.endIndex < line.endIndex, line[space.endIndex] == 0x3E else { break }
                place = space.endIndex + 1
                quotes += 1
                begin = SourceLines.column(after: line[..<place])
                if place < line.endIndex, line[place] == 0x20 { begin += 1 }
            }
        }
        let end = line[place...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
        return SourceLines.column(after: line[..<end]) - begin > 3
    }

    /// The alignments that the delimiter row `row` gives; nil when it is none.
    static func alignments(_ row: ArraySlice<UInt8>) -> [Alignment]? {
        // Nothing but hyphens would have underlined a heading, had the line not gone on lazily with the one before.
        guard row.contains(0x2D),
            row.allSatisfy({ $0 == 0x2D || $0 == 0x7C || $0 == 0x3A || $0 == 0x20 || $0 == 0x09 })
        else { return nil }
        var columns = row.split(separator: 0x7C, omittingEmptySubsequences: false).map { $0.trimmingSpace }
        if columns.first?.isEmpty == true { columns.removeFirst() }
        if columns.last?.isEmpty == true { columns.removeLast() }
        var alignments: [Alignment] = []
        for column in columns {
            let isLeft = column.first == 0x3A
            let isRight = column.count > 1 && column.last == 0x3A
            let hyphens = column.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == 0x2D }) else { return nil }
            switch (isLeft, isRight) {
            case (true, true): alignments.append(.center)
            case (true, false): alignments.append(.left)
            case (false, true): alignments.append(.right)
            case (false, false): alignments.append(.none)
            }
        }
        return alignments.isEmpty ? nil : alignments
    }

    private static func aligned(_ cells: [Cell], _ alignments: [Alignment]) -> [Cell] {
        zip(cells, alignments).map { Cell(source: $0.source, alignment: $1) }
    }

    private static func cells(_ row: ArraySlice<UInt8>, limit: Int) -> [Cell] {
        var cells: [Cell] = []
        var rest = row
        if rest.first == 0x7C { rest = rest.dropFirst() }
        if rest.last == 0x7C { rest = rest.dropLast() }
        var start = rest.startIndex
        while start < rest.endIndex, cells.count < limit {
            var end = start
            while end < rest.endIndex, rest[end] != 0x7C || (end > row.startIndex && row[end - 1] == 0x5C) { end += 1 }
            cells.append(Cell(source: unescaped(rest[start..<end].trimmingSpace)))
            start = end + 1
        }
        return cells
    }

    /// `source` with each `\|` as the pipe that it stands for where there is code, which knows no escapes.
    private static func unescaped(_ source: ArraySlice<UInt8>) -> [UInt8] {
        guard source.contains(0x7C), source.contains(0x60) else { return Array(source) }
        var result: [UInt8] = []
        var index = source.startIndex
        // Lengths of runs that nothing behind them closes.
        var alone: Set<Int> = []
        func runEnd(_ start: Int) -> Int { source[start...].firstIndex { $0 != 0x60 } ?? source.endIndex }
        while index < source.endIndex {
            guard source[index] == 0x60 else {
                result.append(source[index])
                index += 1
                continue
            }
            let open = runEnd(index)
            let length = open - index
            var end = open
            var isClosed = false
            if !alone.contains(length) {
                while !isClosed, let run = source[end...].firstIndex(of: 0x60) {
                    end = runEnd(run)
                    isClosed = end - run == length
                }
            }
            guard isClosed else {
                alone.insert(length)
                result.append(contentsOf: source[index..<open])
                index = open
                continue
            }
            for byte in source[index..<end] {
                if byte == 0x7C, result.last == 0x5C { result.removeLast() }
                result.append(byte)
            }
            index = end
        }
        return result
    }
}

/// The tree that holds the content of every cell of a document.
final class CellTree {
    private let tree: CommonMarkTree

    /// The document node.
    var root: CommonMarkNode { tree.root }

    init?(_ source: [UInt8]) {
        let span = source.span
        guard let tree = span.withUnsafeBufferPointer({ CommonMarkTree($0) }) else { return nil }
        self.tree = tree
    }
}

extension DocumentShape {
    /// Parses the content of all cells at once, and that of terms, with the link definitions of the document before them.
    mutating func parseCells(_ root: CommonMarkNode, _ lines: SourceLines, _ ordered: [CommonMarkNode]) {
        var source: [UInt8] = []
        var count = 0
        var hasBracket = false
        func add(_ cell: Table.Cell) {
            guard !cell.source.isEmpty else { return }
            if cell.source.contains(0x5B) { hasBracket = true }
            source.append(contentsOf: StandIns.cellGuard)
            source.append(contentsOf: cell.source)
            source.append(contentsOf: "\n\n".utf8)
            count += 1
        }
        let terms = Array(termLines.keys)
        for paragraph in ordered { tables[paragraph]?.forEachCell(add) }
        for term in terms { termLines[term]?.forEach(add) }
        if hasBracket { source = LinkDefinitions.source(root, lines) + source }
        guard count > 0, let cells = CellTree(source) else { return }
        self.cells = cells
        // The cells are the last paragraphs of that tree.
        var contents: [CommonMarkNode] = []
        var node = cells.root.lastChild
        while let paragraph = node, contents.count < count {
            contents.append(paragraph)
            node = paragraph.previous
        }
        func fill(_ cell: inout Table.Cell) {
            if !cell.source.isEmpty { cell.content = contents.popLast() }
        }
        for paragraph in ordered { tables[paragraph]?.updateEachCell(fill) }
        for term in terms {
            guard let lines = termLines[term] else { continue }
            for index in lines.indices {
                var cell = lines[index]
                fill(&cell)
                termLines[term]?[index] = cell
            }
        }
    }
}

extension Table {
    /// Calls `body` with each cell in the order in which they are written.
    func forEachCell(_ body: (Cell) -> Void) {
        body(introduction)
        head.forEach(body)
        for row in self.body { row.forEach(body) }
    }

    /// Calls `change` with each cell in the order in which they are written.
    mutating func updateEachCell(_ change: (inout Cell) -> Void) {
        change(&introduction)
        for index in head.indices { change(&head[index]) }
        for row in body.indices {
            for index in body[row].indices { change(&body[row][index]) }
        }
    }
}

internal import CLibCMark

/// The lines of the text that libcmark parsed, found by the numbers that its nodes carry.
struct SourceLines {
    /// The whole text.
    let text: UnsafeBufferPointer<UInt8>
    /// Where each line begins, and the end of the text.
    private let starts: [Int]

    /// Splits `text` where libcmark does: at `\n`, `\r\n` and `\r`.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        var starts = [0]
        starts.reserveCapacity(text.count / 24)
        if text.firstOffset(of: 0x0D) == nil {
            var search = text.firstOffset(of: 0x0A)
            while let end = search {
                starts.append(end + 1)
                search = text.firstOffset(of: 0x0A, from: end + 1)
            }
        } else {
            var index = 0
            while index < text.count {
                let byte = text[index]
                index += 1
                if byte == 0x0A || (byte == 0x0D && !(index < text.count && text[index] == 0x0A)) {
                    starts.append(index)
                }
            }
        }
        if starts[starts.count - 1] != text.count { starts.append(text.count) }
        self.starts = starts
    }

    /// The number of lines.
    var count: Int { starts.count - 1 }

    /// The bytes of the 1-based `line` without its line ending; empty beyond the end.
    func line(_ line: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        guard line >= 1, line <= count else { return text[0..<0] }
        var end = starts[line]
        let start = starts[line - 1]
        while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
        return text[start..<end]
    }

    /// Where the 1-based `line` begins; the end of the text behind the last.
    func start(of line: Int) -> Int { line >= 1 && line < starts.count ? starts[line - 1] : text.count }

    /// The last line of code, HTML, or a heading; libcmark counts one more for some, and one less for others.
    func end(of leaf: CommonMarkNode) -> Int {
        let end = leaf.endLine
        switch leaf.kind {
        case CMARK_NODE_HEADING: return underline(of: leaf) ?? leaf.startLine
        case CMARK_NODE_CODE_BLOCK where end > leaf.startLine && isFence(leaf):
            // One that ends with the block around it ends where the next line begins.
            let first = line(leaf.startLine).dropFirst(max(0, leaf.startColumn - 1))
            let last = line(end).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
            let count = leaf.literal.count { $0 == 0x0A }
            let isClosed = last.first == first.first && last.prefix { $0 == last.first }.count > 2
            return isClosed ? end : min(end, leaf.startLine + count)
        case CMARK_NODE_HTML_BLOCK:
            // One that ends on a line of its own does so a line too early.
            return max(leaf.startLine, leaf.startLine + leaf.literal.count { $0 == 0x0A } - 1)
        default: return end
        }
    }

    /// The line that underlines a heading; nil where its mark stands before it. libcmark may count a line more.
    func underline(of heading: CommonMarkNode) -> Int? {
        let first = line(heading.startLine)
        guard first.dropFirst(max(0, heading.startColumn - 1)).first != 0x23 else { return nil }
        var number = heading.startLine + 1
        while number <= heading.endLine {
            let content = line(number).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
            if let mark = content.first, mark == 0x3D || mark == 0x2D,
                content.drop(while: { $0 == mark }).allSatisfy({ $0 == 0x20 || $0 == 0x09 })
            {
                return number
            }
            number += 1
        }
        return nil
    }

    /// The byte before the `\n` of the 1-based `line`; nil where there is none.
    func lastByte(_ line: Int) -> UInt8? {
        guard line >= 1, line < starts.count else { return nil }
        let end = starts[line] - 1
        return end > starts[line - 1] ? text[end - 1] : nil
    }

    /// Whether the lines of the text end in `\r\n`, as the 1-based `line` does.
    func endsInCarriageReturn(_ line: Int) -> Bool {
        guard line >= 1, line < starts.count, starts[line] - starts[line - 1] >= 2 else { return false }
        return text[starts[line] - 1] == 0x0A && text[starts[line] - 2] == 0x0D
    }

    /// The column at which the content of a list item begins, from zero.
    func contentColumn(of item: CommonMarkNode) -> Int {
        let line = line(item.startLine)
        let start = min(line.endIndex, line.startIndex + max(0, item.startColumn - 1))
        let digits = line[start...].prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        let end = min(line.endIndex, start + digits + 1)
        let column = Self.column(after: line[..<end])
        let space = line[end...].prefix { $0 == 0x20 || $0 == 0x09 }
        let width = Self.column(after: line[..<space.endIndex]) - column
        return column + (width > 4 || space.endIndex == line.endIndex ? 1 : width)
    }

    /// The column behind the marks of `count` quotations at the head of the 1-based `number`, and the space that belongs to the
    /// last of them.
    func column(behind count: Int, quotesOf number: Int) -> Int {
        let line = line(number)
        var place = line.startIndex
        for _ in 0..<count {
            let mark = line[place...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
            guard mark < line.endIndex, line[mark] == 0x3E else { break }
            place = mark + 1
            if place < line.endIndex, line[place] == 0x20 { place += 1 }
        }
        return Self.column(after: line[..<place])
    }

    /// Whether the 1-based `number` is a line of the last item of `list` by its indentation; false for any other block.
    func line(_ number: Int, isInLastItemOf list: CommonMarkNode?) -> Bool {
        guard let list, list.kind == CMARK_NODE_LIST, let item = list.lastChild else { return false }
        let space = line(number).prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
        return Self.column(after: space) >= contentColumn(of: item)
    }

    /// The column behind `text`, where tabs go on to the next multiple of four.
    static func column(after text: some Sequence<UInt8>) -> Int {
        text.reduce(0) { $1 == 0x09 ? ($0 / 4 + 1) * 4 : $0 + 1 }
    }

    /// Whether a code block begins with a fence.
    func isFence(_ code: CommonMarkNode) -> Bool { !code.fenceInfo.isEmpty || isFenced(code) }

    /// Whether a code block that names no language begins with a fence; libcmark does not say.
    ///
    /// Indented code may begin with what looks like a fence, but then that is the first line of the code; the first
    /// line in a fence never is the fence itself, for that would close it.
    func isFenced(_ code: CommonMarkNode) -> Bool {
        let line = line(code.startLine)
        let start = line.startIndex + max(0, code.startColumn - 1)
        guard start + 3 <= line.endIndex, text[start] == 0x60 || text[start] == 0x7E, text[start + 1] == text[start],
            text[start + 2] == text[start]
        else { return false }
        let literal = code.literal
        let rest = text[start..<line.endIndex]
        return !(literal.count > rest.count && literal.starts(with: rest) && literal[rest.count] == 0x0A)
    }
}

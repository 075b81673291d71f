internal import Text

/// The lines of tables, and which lines may go on with a paragraph.
extension SourcePreparer {
    /// Where the content of the line at `start` begins behind white space and the marks of quotations, and where it ends.
    func content(ofLineAt start: Int) -> Range<Int> {
        var first = start
        while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == 0x3E { first += 1 }
        return first..<max(first, lineEnd(from: first))
    }

    func nextLine(after end: Int) -> Int {
        var next = end
        if next < bytes.count, bytes[next] == 0x0D { next += 1 }
        if next < bytes.count, bytes[next] == 0x0A { next += 1 }
        return next
    }

    /// Whether the line at `start` is the head of a table: the next one is a delimiter row of at least as many columns.
    func beginsTable(at start: Int) -> Bool {
        let head = content(ofLineAt: start)
        guard !head.isEmpty, head.count < 65_536, !isFence(contentStart(head.lowerBound)) else { return false }
        let row = content(ofLineAt: nextLine(after: head.upperBound))
        guard let mark = row.first.map({ bytes[$0] }), mark == 0x7C || mark == 0x2D || mark == 0x3A, row.count < 65_536,
            isDelimiterRow(row.lowerBound), bytes[row].contains(where: { $0 == 0x7C || $0 == 0x3A })
        else { return false }
        return columns(head) <= columns(row)
    }

    private func columns(_ row: Range<Int>) -> Int {
        let cells = bytes[row].trimmingSpace
        var count = 1
        var index = cells.startIndex
        while index < cells.endIndex {
            if cells[index] == 0x7C, index > cells.startIndex, index < cells.endIndex - 1, cells[index - 1] != 0x5C {
                count += 1
            }
            index += 1
        }
        return count
    }

    /// Whether the line at `start` may go on with a paragraph before it: no other block begins there.
    mutating func mayGoOn(withLineAt start: Int, isQuoted: Bool) -> Bool {
        if let unit { return start < unit.end }
        // Many places of one line may ask for the next.
        if goingOn.start == start, goingOn.isQuoted == isQuoted { return goingOn.result }
        goingOn = (start, isQuoted, isText(start, isQuoted: isQuoted))
        return goingOn.result
    }

    private func isText(_ start: Int, isQuoted: Bool) -> Bool {
        let line = content(ofLineAt: start)
        guard let first = bytes[line].first else { return false }
        let second = line.count > 1 ? bytes[line.lowerBound + 1] : 0x0A
        if !isQuoted, bytes[start..<line.lowerBound].contains(0x3E) { return false }
        switch first {
        case 0x23: return false
        case 0x3A: if options.definitionLists, second == 0x20 || second == 0x09 { return false }
        case 0x5B: if second == 0x5E { return false }
        default: break
        }
        return !isFence(line.lowerBound) && contentStart(line.lowerBound) == line.lowerBound && !beginsTable(at: start)
    }

    /// Where the paragraph of the table ends whose head begins at `start`: before a blank line or another block.
    private func endOfTable(from start: Int) -> Int {
        let head = content(ofLineAt: start)
        let isQuoted = bytes[start..<head.lowerBound].contains(0x3E)
        let delimiters = content(ofLineAt: nextLine(after: head.upperBound))
        // Behind the head and the delimiter row.
        var line = nextLine(after: delimiters.upperBound)
        while line < bytes.count {
            let row = content(ofLineAt: line)
            if bytes[row].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { break }
            let rowIsQuoted = bytes[line..<row.lowerBound].contains(0x3E)
            if isFence(row.lowerBound) || bytes[row.lowerBound] == 0x23 || contentStart(row.lowerBound) > row.lowerBound
                || !isQuoted && rowIsQuoted
            {
                break
            }
            line = nextLine(after: row.upperBound)
        }
        return line
    }

    /// Finds the end of the table whose head the line at `start` is.
    mutating func startTable(at start: Int) {
        if outline != nil {
            guard let unit, unit.kind == .table, unit.start == start else { return }
            tableEnd = unit.end
        } else {
            guard beginsTable(at: start) else { return }
            tableEnd = endOfTable(from: start)
            prepared.tables[sourceLine] = tableEnd
        }
        codeEnd = min(codeEnd, start)
        spanEnd = min(spanEnd, start)
    }
}

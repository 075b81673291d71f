internal import Text
internal import Values

/// Stretches in which nothing else is a mark: addresses, code, and what is passed through.
extension SourcePreparer {
    // MARK: Addresses

    /// At the `:` of `https://` or the `.` of `www.`: up to the end of the address nothing is a mark.
    mutating func stepAddress(_ byte: UInt8) {
        defer { index += 1 }
        guard options.linkify, index >= codeEnd else { return }
        let isInBrackets = openBrackets > 0 && index >= tableEnd
        if isInBrackets, outline != nil || line - bracketLine > 100 { return }
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
        if line - bracketLine <= 100, outline == nil { prepared.isGuessed = true }
        if !isInBrackets { addressEnd = start + match.length }
    }

    /// Whether the linkifier looks at `start`, and no link or definition of one has its destination there.
    func mayBeginAddress(_ start: Int) -> Bool {
        guard start > 0 else { return true }
        let before = bytes[start - 1]
        if before == 0x28 { return start < 2 || bytes[start - 2] != 0x5D }
        if before == 0x7C { return start < tableEnd }
        if before == 0x3E, mayBeginBlock(start) { return true }
        guard before <= 0x20 else { return before == 0x2A || before == 0x5F || before == 0x7E }
        if markerEnd > 0, markerEnd <= start, start - markerEnd < 200, isBlank(markerEnd..<start) { return true }
        var space = start - 1
        while space > 0, bytes[space - 1] == 0x20 || bytes[space - 1] == 0x09 { space -= 1 }
        return space < 2 || bytes[space - 1] != 0x3A || bytes[space - 2] != 0x5D
    }

    mutating func stepInsideAddress(_ byte: UInt8) {
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
    mutating func stepBackticks() {
        let start = index
        var end = start
        while end < bytes.count, bytes[end] == 0x60 { end += 1 }
        index = end
        if start < tableEnd {
            stepBackticksInCell(start, end)
            return
        }
        if start >= backticks.end { backticks = BacktickRuns(bytes, from: start, limit: unit?.end) }
        if outline == nil, start >= codeEnd, !closesOnLine(end - start, from: end),
            end - start < 3 || !beginsBlock(start) || isIndentedBehindText(start)
        {
            prepared.isGuessed = true
        }
        guard backticks.isAlone(end - start) else {
            if start >= codeEnd, let closing = backticks.next(end - start, from: end) {
                if unit == nil, end - start < 3, standsInTerms(end), bytes[end..<closing].contains(0x0A) {
                    // To Goldmark each line of terms is a text of its own.
                    replaceByText(start..<end)
                    return
                }
                codeEnd = closing + end - start
                if unit != nil || end - start < 3 || !beginsBlock(start) { spanEnd = codeEnd }
            }
            return
        }
        // Three at the head of a line are a fence.
        if end - start >= 3, unit == nil,
            beginsBlock(start) || markerEnd > 0 && markerEnd <= start && isBlank(markerEnd..<start)
        {
            return
        }
        replaceByText(start..<end)
    }

    /// Whether another run of `length` backticks stands on the line from `start` on.
    private func closesOnLine(_ length: Int, from start: Int) -> Bool {
        var place = start
        while place < bytes.count, bytes[place] != 0x0A, place - start < 4096 {
            guard bytes[place] == 0x60 else {
                place += 1
                continue
            }
            let first = place
            while place < bytes.count, bytes[place] == 0x60 { place += 1 }
            if place - first == length { return true }
        }
        return false
    }

    /// Whether four columns stand before `offset` on its line, and text on the line before: then it may be no fence.
    private func isIndentedBehindText(_ offset: Int) -> Bool {
        let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let space = bytes[start..<offset].prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
        guard start > 0, SourceLines.column(after: space) > 3 else { return false }
        var before = start - 1
        while before > 0, bytes[before - 1] != 0x0A { before -= 1 }
        return !bytes[before..<start - 1].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E || $0 == 0x0D }
    }

    private mutating func replaceByText(_ range: Range<Int>) {
        replace(from: range.lowerBound, to: range.upperBound)
        let text = Array(bytes[range])
        prepared.standIns.append(text, .text(text), to: &output)
        prepared.hasStandIns = true
    }

    /// Whether definitions follow the paragraph in which `offset` stands.
    private mutating func standsInTerms(_ offset: Int) -> Bool {
        guard options.definitionLists else { return false }
        if terms.range.contains(offset) { return terms.areTerms }
        var end = offset
        var areTerms = false
        var blankLines = 0
        while end < bytes.count {
            if bytes[end] == 0x0A {
                let next = lineContent(from: end + 1)
                if next + 1 < bytes.count, bytes[next] == 0x3A, bytes[next + 1] == 0x20 || bytes[next + 1] == 0x09 {
                    areTerms = true
                    break
                }
                // One blank line may stand before them.
                let isBlank = next >= bytes.count || bytes[next] == 0x0A || bytes[next] == 0x0D
                if blankLines > 0 || next >= bytes.count { break }
                if isBlank {
                    blankLines = 1
                    end = next
                    if bytes[next] == 0x0D { end += 1 }
                    continue
                }
            }
            end += 1
        }
        terms = (offset..<end + 1, areTerms)
        return areTerms
    }

    private func lineContent(from start: Int) -> Int {
        var first = start
        while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == 0x3E { first += 1 }
        return first
    }

    /// As `stepBackticks` in the row of a table, where code ends with its cell.
    private mutating func stepBackticksInCell(_ start: Int, _ end: Int) {
        if start < codeEnd { return }
        let limit = cellEnd(from: end)
        var place = end
        while place < limit {
            guard bytes[place] == 0x60 else {
                place += 1
                continue
            }
            let first = place
            while place < limit, bytes[place] == 0x60 { place += 1 }
            if place - first == end - start {
                codeEnd = place
                return
            }
        }
        replaceByText(start..<end)
    }

    /// Where the cell of a table ends in which `offset` stands; of a very long one only its beginning counts.
    func cellEnd(from offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, end - offset < 4096 {
            if bytes[end] == 0x7C, bytes[end - 1] != 0x5C { break }
            end += 1
        }
        return end
    }

    /// Whether only marks of quotations and lists stand before `offset` on its line.
    func beginsBlock(_ offset: Int) -> Bool {
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

    /// Whether the line of `offset` begins with the mark of a quotation.
    func standsInQuotation(_ offset: Int) -> Bool {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        while start < offset, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        return bytes[start] == 0x3E
    }

    mutating func stepPassthrough() -> Bool {
        for number in passthroughs.indices where stepPassthrough(number) { return true }
        return false
    }

    mutating func stepPassthrough(_ number: Int) -> Bool {
        let pair = passthroughs[number]
        let start = index
        // Code that began before is code.
        if start < codeEnd { return false }
        let first = start + pair.open.count
        guard start >= pair.barrenUntil, first < bytes.count, bytes[start] == pair.open[0],
            bytes[start..<first].elementsEqual(pair.open)
        else { return false }
        let close = pair.close
        var end = first
        let limit = start < tableEnd ? cellEnd(from: first) : unit?.end ?? bytes.count
        // Asked for at the first end of a line only: the line before it may be long, and the lines behind it many.
        var isQuoted: Bool?
        while end + close.count <= limit {
            if bytes[end] == close[0], bytes[end..<end + close.count].elementsEqual(close),
                close[0] == 0x5C || bytes[end - 1] != 0x5C
            {
                break
            }
            // A blank line ends the paragraph and with it the stretch.
            if bytes[end] == 0x0A, unit == nil {
                if outline == nil { prepared.isGuessed = true }
                var next = end + 1
                while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
                    next += 1
                }
                // So does another block that begins there.
                let quoted = isQuoted ?? standsInQuotation(start)
                isQuoted = quoted
                if next >= bytes.count || bytes[next] == 0x0A || !mayGoOn(withLineAt: end + 1, isQuoted: quoted) {
                    passthroughs[number].barrenUntil = end
                    return false
                }
            }
            end += 1
        }
        guard end + close.count <= limit else {
            passthroughs[number].barrenUntil = limit
            return false
        }
        guard end > first else { return false }
        let inner = Array(bytes[first..<end])
        let original = Array(bytes[start..<end + close.count])
        sourceLine += original.count { $0 == 0x0A }
        replace(from: start, to: end + close.count)
        prepared.standIns.append(original, .passthrough(inner: inner, isBlock: pair.isBlock), to: &output)
        prepared.hasStandIns = true
        return true
    }
}

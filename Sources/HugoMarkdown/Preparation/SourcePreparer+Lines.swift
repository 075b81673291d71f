internal import Text
internal import Values

/// What the beginning of a line tells: delimiter rows, definitions, footnotes, tasks, attributes.
extension SourcePreparer {
    // MARK: Lines

    /// Looks at the first characters of a line behind the marks of the quotations it may stand in.
    mutating func startLine(at start: Int) {
        var first = start
        while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == 0x3E { first += 1 }
        guard first < bytes.count else { return }
        switch bytes[first] {
        case 0x7C, 0x2D, 0x3A:
            if options.tables, line > 1, isDelimiterRow(first) { prepared.delimiterRows.append(line) }
            if bytes[first] == 0x3A, options.definitionLists { startDefinition(at: first, lineStart: start) }
        case 0x5B:
            if !prepared.hasLinkDefinitions {
                // Found once, or a text of brackets would be gone through for each of its lines.
                if labelEnd < first { labelEnd = nextLabelEnd(from: first) }
                // A label is not longer than this.
                prepared.hasLinkDefinitions = labelEnd < bytes.count && labelEnd - first < 1002
            }
            if options.footnotes, !labels.isEmpty { startFootnote(at: first, lineStart: start) }
        case 0x7B: if options.blockAttributes { startBlockAttributes(at: first) }
        default: break
        }
        if !prepared.hasRules { startRule(at: first) }
        if options.taskLists, first >= copied {
            switch bytes[first] {
            case 0x2D, 0x2A, 0x2B, 0x31: startTask(at: first)
            default: break
            }
        }
    }

    /// Notes a line that may be a rule, behind the marks of lists as well: it ends in three of its marks.
    private mutating func startRule(at first: Int) {
        switch bytes[first] {
        case 0x2A, 0x2B, 0x2D, 0x5F, 0x30...0x39: break
        default: return
        }
        var index = lineEnd(from: first)
        var count = 0
        var mark: UInt8 = 0
        while index > first, count < 3 {
            index -= 1
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 { continue }
            guard byte == 0x2A || byte == 0x2D || byte == 0x5F, count == 0 || byte == mark else { return }
            mark = byte
            count += 1
        }
        if count == 3 { prepared.hasRules = true }
    }

    private func nextLabelEnd(from start: Int) -> Int {
        var place = start
        while let bracket = bytes.firstOffset(of: 0x5D, from: place) {
            place = bracket + 1
            if place < bytes.count, bytes[place] == 0x3A { return bracket }
        }
        return bytes.count
    }

    func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    func isDelimiterRow(_ first: Int) -> Bool {
        var offset = first
        var hasHyphen = false
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
            switch bytes[offset] {
            case 0x2D: hasHyphen = true
            case 0x7C, 0x3A, 0x20, 0x09: break
            default: return false
            }
            offset += 1
        }
        return hasHyphen
    }

    mutating func startDefinition(at colon: Int, lineStart: Int) {
        guard colon + 1 < bytes.count, bytes[colon + 1] == 0x20 || bytes[colon + 1] == 0x09,
            refusedLines?.contains(line) == false
        else { return }
        let end = lineEnd(from: colon)
        prepared.markerLines[line] = .init(
            kind: .definition, column: colon - lineStart + 1, original: Array(bytes[lineStart..<end]))
        replace(from: colon, to: colon + 1)
        markerEnd = colon + 1
        output.append(markers.definition)
        if isBlank(colon + 1..<end) { appendFiller(space: min(4, end - colon - 1), end: end) }
    }

    /// Fills an item that would be empty, and so not interrupt the paragraph of the term.
    ///
    /// A processing instruction ends on its line, so what follows does not go on with it.
    mutating func appendFiller(space: Int, end: Int) {
        for _ in 0..<space { output.append(0x20) }
        output.append(contentsOf: "<?".utf8)
        prepared.standIns.append([], .filler, to: &output)
        output.append(contentsOf: "?>".utf8)
        prepared.hasStandIns = true
        copied = end
        index = end
    }

    mutating func startFootnote(at bracket: Int, lineStart: Int) {
        guard let (label, close) = footnoteLabel(at: bracket), close + 1 < bytes.count, bytes[close + 1] == 0x3A,
            let number = labels[label], refusedLines?.contains(line) == false
        else { return }
        let end = lineEnd(from: bracket)
        prepared.markerLines[line] = .init(
            kind: .footnote(number), column: bracket - lineStart + 1, original: Array(bytes[lineStart..<end]))
        // A list item whose content begins at the fourth column: what follows must be indented by four.
        replace(from: bracket, to: close + 2)
        markerEnd = close + 2
        let space = bytes[lineStart..<bracket].reversed().prefix { $0 == 0x20 }.count
        let marker = space == 2 ? markers.indentedFootnote : markers.footnote
        output.append(contentsOf: marker)
        let padding = max(1, 4 - space - marker.count)
        var content = index
        while content < end, bytes[content] == 0x20 || bytes[content] == 0x09 { content += 1 }
        if content < end {
            for _ in 0..<padding { output.append(0x20) }
            copied = content
            index = content
        } else {
            appendFiller(space: padding, end: end)
        }
    }

    /// At the head of a list item: a task's box directly before what would make a link of it.
    mutating func startTask(at marker: Int) {
        var first = marker
        while first + 1 < bytes.count {
            let byte = bytes[first]
            if byte == 0x2D || byte == 0x2A || byte == 0x2B {
                first += 1
            } else if byte == 0x31, bytes[first + 1] == 0x2E || bytes[first + 1] == 0x29 {
                first += 2
            } else {
                break
            }
            guard first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 else { return }
            while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
        }
        guard first > marker, first + 3 < bytes.count, bytes[first] == 0x5B, bytes[first + 2] == 0x5D,
            bytes[first + 3] == 0x28 || bytes[first + 3] == 0x5B
        else { return }
        let mark = bytes[first + 1]
        guard mark == 0x20 || mark == 0x78 || mark == 0x58 else { return }
        replace(from: first, to: first + 3)
        prepared.standIns.append(
            Array(bytes[first..<first + 3]), .taskBox(isDone: mark != 0x20), to: &output)
        prepared.hasStandIns = true
    }

    mutating func startBlockAttributes(at brace: Int) {
        let end = lineEnd(from: brace)
        var parser = AttributeParser(bytes, at: brace, limit: end)
        guard let attributes = parser.parse(), isBlank(parser.position..<end) else { return }
        let original = Array(bytes[brace..<end])
        replace(from: brace, to: end)
        // A processing instruction interrupts a paragraph and ends on its line, as block attributes do.
        output.append(contentsOf: "<?".utf8)
        prepared.standIns.append(original, .attributes(attributes), to: &output)
        output.append(contentsOf: "?>".utf8)
        prepared.hasBlockAttributes = true
        prepared.hasStandIns = true
    }

    func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    // MARK: Heading attributes

    mutating func stepBrace() -> Bool {
        guard options.headingAttributes else { return false }
        // Found once a line, or a line of braces would be gone through for each of them.
        if index >= braceLine.end {
            let end = lineEnd(from: index)
            var last = end
            while last > index, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
            braceLine = (last, end)
        }
        let (last, end) = braceLine
        guard last > index, bytes[last - 1] == 0x7D, last - index < 2048 else { return false }
        var parser = AttributeParser(bytes, at: index, limit: last)
        guard let attributes = parser.parse(), parser.position == last, isHeading(index, lineEnd: end) else {
            return false
        }
        let start = index
        replace(from: start, to: last)
        prepared.standIns.append(Array(bytes[start..<last]), .attributes(attributes), to: &output)
        prepared.hasStandIns = true
        return true
    }

    /// Whether the line around `offset` may be a heading: `#` at its head, or underlined by the next line.
    func isHeading(_ offset: Int, lineEnd end: Int) -> Bool {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        // Behind the marks of quotations and lists.
        while start < offset,
            bytes[start] == 0x20 || bytes[start] == 0x09 || bytes[start] == 0x3E || bytes[start] == 0x2D
                || bytes[start] == 0x2A || bytes[start] == 0x2B || bytes[start] == 0x2E || bytes[start] == 0x29
                || (bytes[start] >= 0x30 && bytes[start] <= 0x39)
        {
            start += 1
        }
        if start < offset, bytes[start] == 0x23 { return true }
        var next = end
        if next < bytes.count, bytes[next] == 0x0D { next += 1 }
        if next < bytes.count, bytes[next] == 0x0A { next += 1 }
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x3E { next += 1 }
        guard next < bytes.count, bytes[next] == 0x3D || bytes[next] == 0x2D else { return false }
        let underline = bytes[next]
        while next < bytes.count, bytes[next] == underline { next += 1 }
        return isBlank(next..<lineEnd(from: next))
    }

    // MARK: Footnotes

    mutating func collectFootnoteLabels() {
        // The `^` is the rarer of the two.
        var search = bytes.firstOffset(of: 0x5E, from: 1)
        while let caret = search {
            let offset = caret - 1
            if bytes[offset] == 0x5B, beginsLine(offset), let (label, close) = footnoteLabel(at: offset),
                close + 1 < bytes.count, bytes[close + 1] == 0x3A, labels[label] == nil
            {
                labels[label] = prepared.footnoteLabels.count
                prepared.footnoteLabels.append(label)
            }
            search = bytes.firstOffset(of: 0x5E, from: caret + 1)
        }
    }

    func beginsLine(_ offset: Int) -> Bool {
        var before = offset
        while before > 0 {
            switch bytes[before - 1] {
            case 0x0A, 0x0D: return true
            case 0x20, 0x09, 0x3E: before -= 1
            default: return false
            }
        }
        return true
    }

    /// The label of `[^label]` at `bracket` and where its `]` stands.
    func footnoteLabel(at bracket: Int) -> ([UInt8], close: Int)? {
        guard bracket + 2 < bytes.count, bytes[bracket + 1] == 0x5E else { return nil }
        var close = bracket + 2
        while close < bytes.count, bytes[close] != 0x5D {
            if bytes[close] == 0x0A || bytes[close] == 0x0D || bytes[close] == 0x5B || close - bracket > 500 {
                return nil
            }
            close += 1
        }
        guard close < bytes.count, !isBlank(bracket + 2..<close) else { return nil }
        return (Array(bytes[bracket + 2..<close]), close)
    }

    mutating func stepBracket() -> Bool {
        if !labels.isEmpty, let (label, close) = footnoteLabel(at: index), let number = labels[label] {
            let start = index
            let original = Array(bytes[start...close])
            replace(from: start, to: close + 1)
            prepared.standIns.append(original, .footnote(number), to: &output)
            prepared.hasStandIns = true
            return true
        }
        return stepPassthrough()
    }
}

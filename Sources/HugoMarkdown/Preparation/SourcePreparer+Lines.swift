internal import Text
internal import Values

/// What the beginning of a line tells: delimiter rows, definitions, footnotes, tasks, attributes.
extension SourcePreparer {
    // MARK: Lines

    /// Looks at the first characters of a line behind the marks of the quotations it may stand in.
    mutating func startLine(at start: Int) {
        var first = start
        while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == 0x3E { first += 1 }
        if let outline {
            let known = outline.unit(sourceLine)
            unit = known.kind == .other ? nil : known
            if known.kind == .verbatim {
                // A fence has an effect on its list.
                prepared.hasRules = true
                declarationEnd = max(declarationEnd, min(known.end, lineEnd(from: start)))
                // The marker of a footnote or definition may stand before the first line.
                if known.start != start { return }
            }
        }
        guard first < bytes.count else { return }
        if openBrackets > 0 { startBrackets(at: start) }
        if options.blockAttributes, outline == nil { startRaw(at: first, lineStart: start) }
        if options.tables, start >= tableEnd { startTable(at: start) }
        if hints.underlines.contains(sourceLine), start >= copied { divide(at: start, before: first) }
        if start < first {
            startText(at: start, first)
        } else if unit?.start == start {
            unitQuotes = 0
        }
        switch bytes[first] {
        case 0x60, 0x7E: if first > start, isFence(first) { prepared.hasRules = true }
        case 0x7C, 0x2D, 0x3A:
            if options.tables, line > 1, isDelimiterRow(first) { prepared.delimiterRows.append(line) }
            if bytes[first] == 0x3A, options.definitionLists {
                if hints.textDefinitions.contains(sourceLine), start >= copied {
                    divide(at: start, before: first)
                } else {
                    startDefinition(at: first, lineStart: start)
                }
            }
        case 0x5B:
            if options.footnotes, !labels.isEmpty { startFootnote(at: first, lineStart: start) }
            if options.definitionLists, line - definitionLine < 4, first >= copied, first - start < 2 {
                startTerm(at: first)
            }
        case 0x7B:
            if options.blockAttributes, first >= rawEnd, unit?.kind != .verbatim { startBlockAttributes(at: first) }
        default: break
        }
        if options.footnotes && !labels.isEmpty || options.blockAttributes, first >= copied {
            var content = contentStart(first)
            // A quotation may stand in an item.
            while content > first, content < bytes.count, bytes[content] == 0x3E {
                var next = content + 1
                while next < bytes.count, bytes[next] == 0x20 { next += 1 }
                content = contentStart(next)
            }
            if content > first, content < bytes.count {
                if bytes[content] == 0x5B, options.footnotes, !labels.isEmpty {
                    startFootnote(at: content, lineStart: start, isInItem: true)
                } else if bytes[content] == 0x7B, options.blockAttributes, content >= rawEnd, unit?.kind != .verbatim {
                    startBlockAttributes(at: content)
                }
            }
        }
        if !prepared.hasLinkDefinitions { startLinkDefinition(at: contentStart(first)) }
        if !prepared.hasRules { startRule(at: first) }
        startBareMarker(at: first, lineStart: start)
        if options.taskLists, first >= copied {
            switch bytes[first] {
            case 0x2D, 0x2A, 0x2B, 0x30...0x39: startTask(at: first, lineStart: start)
            default: break
            }
        }
    }

    /// A marker of a list with nothing behind it on its line, where that ends in `\r\n`: to Goldmark that is text.
    private mutating func startBareMarker(at first: Int, lineStart start: Int) {
        let end = lineEnd(from: first)
        guard end > first, end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A, end - first < 200,
            first >= copied, unit?.kind != .verbatim
        else { return }
        var marker = end - 1
        switch bytes[marker] {
        case 0x2A, 0x2B, 0x2D: break
        case 0x2E, 0x29:
            while marker > first, bytes[marker - 1] >= 0x30, bytes[marker - 1] <= 0x39 { marker -= 1 }
            if marker == end - 1 { return }
        default: return
        }
        guard contentStart(first) == marker else { return }
        // Three of them are a rule.
        let marks = bytes[first..<end].reversed().lazy.filter { $0 != 0x20 && $0 != 0x09 }
        if marks.prefix(3).count(where: { $0 == bytes[marker] }) == 3 { return }
        // Alone on its line it may underline a heading.
        if bytes[marker] == 0x2D, marker == first, start > 0 {
            let before = bytes[..<max(0, start - 2)].last { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }
            if let before, before != 0x0A, before != 0x0D { return }
        }
        replace(from: end, to: end)
        prepared.standIns.append([], .text([]), to: &output)
        prepared.hasStandIns = true
    }

    /// Forgets brackets that are open where another block begins.
    private mutating func startBrackets(at start: Int) {
        if outline != nil {
            if unit == nil || unit?.start == start { openBrackets = 0 }
            return
        }
        bracketLine = line
        let isQuoted = standsInQuotation(start - 1)
        if followsHeading(start) || !mayGoOn(withLineAt: start, isQuoted: isQuoted) { openBrackets = 0 }
    }

    /// At a line that begins with white space or the mark of a quotation up to `first` and may go on with a paragraph.
    private mutating func startText(at start: Int, _ first: Int) {
        if outline != nil {
            guard let unit, unit.kind == .text else { return }
            if unit.start == start { unitQuotes = bytes[start..<first].count { $0 == 0x3E } }
            guard unit.start < start, first >= copied else { return }
            if start < spanEnd { dropIndentation(of: start) }
            // To Goldmark the mark of a quotation is punctuation directly before what stands behind it.
            if bytes[first - 1] == 0x3E, Self.isEmphasis(bytes[first]) {
                replace(from: first, to: first)
                prepared.standIns.append([], .text([]), to: &output)
                prepared.hasStandIns = true
            }
        } else if start < spanEnd {
            prepared.isGuessed = true
        } else if bytes[first - 1] == 0x3E, Self.isEmphasis(bytes[first]), first + 1 < bytes.count,
            !isASCIIAlphanumeric(bytes[first + 1]), bytes[first + 1] != 0x20
        {
            prepared.isGuessed = true
        }
    }

    private static func isEmphasis(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x5F || byte == 0x7E }

    /// Notes a line that may be a rule, behind the marks of lists as well: it ends in three of its marks.
    private mutating func startRule(at first: Int) {
        switch bytes[first] {
        case 0x2A, 0x2B, 0x2D, 0x5F, 0x30...0x39: break
        default: return
        }
        if isFence(contentStart(first)) {
            // It may be left open, and then has the same effect on its list.
            prepared.hasRules = true
            return
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

    /// Where the content of a line begins behind the markers of list items.
    func contentStart(_ first: Int) -> Int {
        var start = first
        while start < bytes.count {
            var end = start
            switch bytes[end] {
            case 0x2A, 0x2B, 0x2D: end += 1
            case 0x30...0x39:
                while end < bytes.count, end - start < 9, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
                guard end < bytes.count, bytes[end] == 0x2E || bytes[end] == 0x29 else { return start }
                end += 1
            default: return start
            }
            let marker = end
            while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
            if end == marker { return start }
            start = end
        }
        return start
    }

    /// Whether three marks of a fence stand at `offset`.
    func isFence(_ offset: Int) -> Bool {
        guard offset + 2 < bytes.count, bytes[offset] == 0x60 || bytes[offset] == 0x7E else { return false }
        return bytes[offset + 1] == bytes[offset] && bytes[offset + 2] == bytes[offset]
    }

    /// At the first character of a line: raw HTML that only its own mark ends, in which there are no attributes.
    private mutating func startRaw(at first: Int, lineStart: Int) {
        let start = contentStart(first)
        if isFence(start) {
            let mark = bytes[start]
            let length = bytes[start...].prefix { $0 == mark }.count
            if fence == nil {
                fence = (mark, length)
            } else if let open = fence, open.mark == mark, length >= open.length {
                fence = nil
            }
            return
        }
        guard fence == nil, first >= rawEnd, start + 2 < bytes.count, bytes[start] == 0x3C else { return }
        let close: [UInt8]
        switch (bytes[start + 1], bytes[start + 2]) {
        case (0x3F, _): close = Array("?>".utf8)
        case (0x21, 0x41...0x5A): close = [0x3E]
        default: return
        }
        let quotes = bytes[lineStart..<first].count { $0 == 0x3E }
        var end = start + 2
        while end + close.count <= bytes.count, !bytes[end..<end + close.count].elementsEqual(close) {
            if bytes[end] == 0x0A, !isInside(end + 1, quotes: quotes, column: start > first ? start - lineStart : 0) {
                rawEnd = end
                prepared.isGuessed = true
                return
            }
            end += 1
        }
        rawEnd = end + close.count <= bytes.count ? lineEnd(from: end) : bytes.count
        if bytes[start..<rawEnd].contains(0x0A) { prepared.isGuessed = true }
    }

    /// Whether the line at `start` stands in as many quotations and, unless it is blank, as far in as its list item asks.
    private func isInside(_ start: Int, quotes: Int, column: Int) -> Bool {
        if quotes == 0, column == 0 { return true }
        let line = content(ofLineAt: start)
        guard bytes[start..<line.lowerBound].count(where: { $0 == 0x3E }) >= quotes else { return false }
        return line.isEmpty || line.lowerBound - start >= column
    }

    /// Ends the paragraph of a table before the line at `start` whose content begins at `first`.
    private mutating func divide(at start: Int, before first: Int) {
        guard start >= copied else { return }
        let prefix = Array(bytes[start..<first])
        replace(from: start, to: start)
        output.append(contentsOf: prefix)
        output.append(contentsOf: "<?".utf8)
        prepared.standIns.append([0x0A], .divider, to: &output)
        output.append(contentsOf: "?>\n".utf8)
        prepared.hasStandIns = true
        line += 1
        prepared.noteLine(line, is: sourceLine)
    }

    /// Takes the white space off the head of a line that goes on with code in backticks: of one that lazily goes on with the
    /// paragraph in a list or a quotation libcmark keeps it.
    private mutating func dropIndentation(of start: Int) {
        // What looks like the mark of a quotation where there is none is text.
        var space = start
        var first = start
        var quotes = 0
        while first < bytes.count {
            while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
            guard first < bytes.count, bytes[first] == 0x3E, quotes < unitQuotes else { break }
            quotes += 1
            first += 1
            space = first
        }
        guard space < first, space >= copied else { return }
        replace(from: space, to: first)
        prepared.standIns.append(Array(bytes[space..<first]), .indentation, to: &output)
        prepared.hasStandIns = true
    }

    /// Whether the line before the one at `start` is a heading, which nothing goes on with.
    func followsHeading(_ start: Int) -> Bool {
        var before = max(0, start - 1)
        while before > 0, bytes[before - 1] != 0x0A { before -= 1 }
        return isHeadingMark(ofLineAt: before)
    }

    /// Whether the line at `start` begins with the mark of a heading.
    func isHeadingMark(ofLineAt start: Int) -> Bool {
        let first = contentStart(content(ofLineAt: start).lowerBound)
        return first < bytes.count && bytes[first] == 0x23
    }

    /// Notes what may be the definition of a link.
    private mutating func startLinkDefinition(at first: Int) {
        guard first < bytes.count, bytes[first] == 0x5B else { return }
        // Found once, or a text of brackets would be gone through for each of its lines.
        if labelEnd < first { labelEnd = nextLabelEnd(from: first) }
        // A label is not longer than this.
        prepared.hasLinkDefinitions = labelEnd < bytes.count && labelEnd - first < 1002
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
            !hints.refuses(sourceLine)
        else { return }
        let end = lineEnd(from: colon)
        definitionLine = line
        prepared.markerLines[line] = .init(
            kind: .definition, column: colon - lineStart + 1, original: Array(bytes[lineStart..<end]),
            sourceLine: sourceLine)
        replace(from: colon, to: colon + 1)
        markerEnd = colon + 1
        output.append(markers.definition)
        var content = colon + 1
        while content < end, bytes[content] == 0x20 || bytes[content] == 0x09 { content += 1 }
        let isSpaced = content > colon + 5 && content < end
        if isSpaced, isSpaces(colon + 1..<content), followsTerm(lineStart) {
            // Goldmark begins code at eight spaces, and takes five of them for the definition.
            let next = content < colon + 9 ? content - 1 : colon + 5
            (copied, index) = (next, next)
        }
        if end - content == 2, bytes[content..<end].allSatisfy({ $0 == markers.definition }) {
            // With its marker that would be a rule.
            replace(from: content, to: content)
            prepared.standIns.append([], .text([]), to: &output)
            prepared.hasStandIns = true
        }
        if isBlank(colon + 1..<end) { appendFiller(space: min(4, end - colon - 1), end: end) }
    }

    private func isSpaces(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 == 0x20 } }

    /// Whether the line before the one at `start`, or before one blank line, is none of a definition.
    private func followsTerm(_ start: Int) -> Bool {
        var end = start
        for _ in 0..<2 {
            end = max(0, end - 1)
            var first = end
            while first > 0, bytes[first - 1] != 0x0A { first -= 1 }
            if !bytes[first..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                return bytes[first] != 0x3A && bytes[first] != 0x20 && bytes[first] != 0x09
            }
            end = first
        }
        return false
    }

    /// Behind definitions what looks like the definition of a link, and has definitions behind it, is a term.
    private mutating func startTerm(at bracket: Int) {
        let end = lineEnd(from: bracket)
        let next = nextLine(after: end)
        guard next + 1 < bytes.count, bytes[next] == 0x3A, bytes[next + 1] == 0x20 || bytes[next + 1] == 0x09,
            bytes[bracket..<end].contains(0x5D)
        else { return }
        replace(from: bracket, to: bracket)
        prepared.standIns.append([], .text([]), to: &output)
        prepared.hasStandIns = true
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

    mutating func startFootnote(at bracket: Int, lineStart: Int, isInItem: Bool = false) {
        guard let (label, close) = footnoteLabel(at: bracket), close + 1 < bytes.count, bytes[close + 1] == 0x3A,
            let number = labels[label], !hints.refuses(sourceLine)
        else { return }
        let column = outline?.footnoteColumns[sourceLine] ?? 0
        var space = isInItem ? 0 : bytes[lineStart..<bracket].reversed().prefix { $0 == 0x20 }.count
        // One space belongs to the mark of a quotation.
        if space > 0, bracket - space > lineStart, bytes[bracket - space - 1] == 0x3E { space -= 1 }
        if !isInItem, column > 0 { space = max(0, SourceLines.column(after: bytes[lineStart..<bracket]) - column) }
        let marker = space == 2 ? markers.indentedFootnote : markers.footnote
        if marker[0] == markers.definition, lineStart > 0, lineStart >= copied, !isInItem {
            // No marker is left that would keep them apart.
            divide(at: lineStart, before: bracket)
        }
        let end = lineEnd(from: bracket)
        prepared.markerLines[line] = .init(
            kind: .footnote(number), column: bracket - lineStart + 1, original: Array(bytes[lineStart..<end]),
            sourceLine: sourceLine)
        // A list item whose content begins at the fourth column: what follows must be indented by four.
        replace(from: bracket, to: close + 2)
        markerEnd = close + 2
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
    mutating func startTask(at marker: Int, lineStart: Int) {
        let first = contentStart(marker)
        guard first > marker, first + 3 < bytes.count, bytes[first] == 0x5B, bytes[first + 2] == 0x5D,
            bytes[first + 3] == 0x28 || bytes[first + 3] == 0x5B
        else { return }
        let mark = bytes[first + 1]
        guard mark == 0x20 || mark == 0x78 || mark == 0x58 else { return }
        if outline == nil {
            prepared.isGuessed = true
        } else if unit?.kind != .text || unit?.start != lineStart {
            return
        }
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
            if bytes[offset] == 0x5B, mayBeginBlock(offset), let (label, close) = footnoteLabel(at: offset),
                close + 1 < bytes.count, bytes[close + 1] == 0x3A, labels[label] == nil
            {
                labels[label] = prepared.footnoteLabels.count
                prepared.footnoteLabels.append(label)
            }
            search = bytes.firstOffset(of: 0x5E, from: caret + 1)
        }
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

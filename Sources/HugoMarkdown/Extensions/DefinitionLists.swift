internal import CLibCMark
internal import Text

extension TreeRenderer {
    /// Writes the terms that were parsed line by line.
    mutating func writeTermLines(_ cells: [Table.Cell]) throws {
        for (number, cell) in cells.enumerated() {
            if number > 0 { writeTermBreak() }
            guard let content = cell.content else { continue }
            beginBlockText(content)
            try renderChildren(of: content)
        }
    }

    /// Opens the first term of a paragraph that definitions follow.
    mutating func enterTerms(_ paragraph: CommonMarkNode) {
        termLine = paragraph.startLine
        if options.definitionTermIDs {
            if let cells = shape.termLines[paragraph] {
                termNames = cells.reversed().map { $0.content.map { plainText(of: $0) } ?? "" }
            } else {
                termNames = plainText(of: paragraph).split(separator: "\n", omittingEmptySubsequences: false).reversed()
                    .map(String.init)
            }
        }
        let goesOn = shape.definitionList(before: paragraph, lines) != nil && !shape.introducesTerm(paragraph)
        // Goldmark takes the indentation off the lines of the first paragraph only.
        keepsIndentation = goesOn && (paragraph.next?.firstChild.map { shape.isTightDefinition($0, lines) } ?? false)
        termColumn = paragraph.parent.map { $0.kind == CMARK_NODE_ITEM ? lines.contentColumn(of: $0) : 0 } ?? 0
        if !goesOn {
            out.write(literal: "<dl")
            if let attributes = shape.attributesOfDefinitionList(paragraph) { out.writeAllowed(attributes) }
            out.write(literal: ">\n")
        }
        writeTermOpening()
    }

    /// Closes a term and opens the next: each line of the paragraph is one.
    mutating func writeTermBreak() {
        out.write(literal: "</dt>\n")
        writeTermOpening()
    }

    /// Writes the attribute that names a term by its text.
    mutating func writeTermName(_ text: String) {
        out.write(literal: " id=\"")
        out.writeHTMLEscaped(Array(ids.generate(from: text, fallback: "term").utf8)[...], style: .markdown)
        out.write(byte: 0x22)
    }

    private mutating func writeTermOpening() {
        openBrackets = 0
        out.write(literal: "<dt")
        if options.definitionTermIDs {
            if let name = termNames.popLast(), !name.isEmpty { writeTermName(name) }
        }
        out.write(byte: 0x3E)
        if keepsIndentation {
            let line = lines.line(termLine)
            var start = line.startIndex
            while start < line.endIndex, line[start] == 0x20 || line[start] == 0x09 || line[start] == 0x3E {
                start += 1
            }
            if let mark = line[..<start].lastIndex(of: 0x3E) {
                for byte in line[(mark + 1)..<start].dropFirst() { out.write(byte: byte) }
            } else if termColumn == 0 {
                for byte in line[..<start] { out.write(byte: byte) }
            } else {
                for _ in 0..<max(0, SourceLines.column(after: line[..<start]) - termColumn) { out.write(byte: 0x20) }
            }
        }
        termLine += 1
    }
}

extension DocumentShape {
    /// The attributes behind the last definition of the list that `term` begins.
    func attributesOfDefinitionList(_ term: CommonMarkNode) -> AttributeList? {
        guard !attributes.isEmpty else { return nil }
        var last = term.next
        while let list = last, let next = list.next, isTerm(next), isDefinitionList(next.next) { last = next.next }
        return last.flatMap { attributes[$0] }
    }

    /// Whether no blank line stands before a definition; then its paragraphs have no tags.
    func isTightDefinition(_ item: CommonMarkNode, _ lines: SourceLines) -> Bool {
        let before = lines.line(item.startLine - 1)
        return before.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }
    }
}

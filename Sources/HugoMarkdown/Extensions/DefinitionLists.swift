internal import CLibCMark
internal import Text

extension TreeRenderer {
    /// Opens the first term of a paragraph that definitions follow.
    mutating func enterTerms(_ paragraph: CommonMarkNode) {
        termLine = paragraph.startLine
        if options.definitionTermIDs {
            termNames = plainText(of: paragraph).split(separator: "\n", omittingEmptySubsequences: false).reversed()
                .map(
                    String.init)
        }
        // Goldmark takes the indentation off the lines of the first paragraph only.
        keepsIndentation =
            shape.isDefinitionList(paragraph.previous) && paragraph.parent?.kind == CMARK_NODE_DOCUMENT
            && (paragraph.next?.firstChild.map { shape.isTightDefinition($0, lines) } ?? false)
        if !shape.isDefinitionList(paragraph.previous) {
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
        out.write(literal: "<dt")
        if options.definitionTermIDs {
            if let name = termNames.popLast(), !name.isEmpty { writeTermName(name) }
        }
        out.write(byte: 0x3E)
        if keepsIndentation {
            for byte in lines.line(termLine) {
                guard byte == 0x20 || byte == 0x09 else { break }
                out.write(byte: byte)
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

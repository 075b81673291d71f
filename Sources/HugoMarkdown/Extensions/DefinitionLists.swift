internal import CLibCMark
internal import Text

extension TreeRenderer {
    /// Opens the first term of a paragraph that definitions follow.
    mutating func enterTerms(_ paragraph: CommonMarkNode) {
        if !shape.isDefinitionList(paragraph.previous) { out.write(literal: "<dl>\n") }
        writeTermOpening()
    }

    /// Closes a term and opens the next: each line of the paragraph is one.
    mutating func writeTermBreak() {
        out.write(literal: "</dt>\n")
        writeTermOpening()
    }

    private mutating func writeTermOpening() {
        out.write(literal: "<dt>")
    }
}

extension DocumentShape {
    /// Whether no blank line stands before a definition; then its paragraphs have no tags.
    func isTightDefinition(_ item: CommonMarkNode, _ lines: SourceLines) -> Bool {
        let before = lines.line(item.startLine - 1)
        return before.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }
    }
}

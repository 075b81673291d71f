/// What is known of a text when it has been parsed, and is prepared once more.
struct PreparationHints {
    /// The lines of the source that looked like a definition or a footnote and are none.
    var refusedLines: Set<Int> = []
    /// Those of them that begin a paragraph behind a table.
    var textDefinitions: Set<Int> = []
    /// The lines that would underline a heading and stand behind a table.
    var underlines: Set<Int> = []
    /// How libcmark divided the text.
    var outline: BlockOutline?
    /// Whether every definition and footnote is refused.
    var refusesAll = false

    /// Whether the 1-based `line` is neither a definition nor a footnote.
    func refuses(_ line: Int) -> Bool { refusesAll || refusedLines.contains(line) }

    /// What stands in `other` as well, but the outline.
    mutating func add(_ other: PreparationHints) {
        refusedLines.formUnion(other.refusedLines)
        textDefinitions.formUnion(other.textDefinitions)
        underlines.formUnion(other.underlines)
    }

    /// Whether there is anything that a text has to be prepared for anew.
    var isEmpty: Bool { refusedLines.isEmpty && textDefinitions.isEmpty && underlines.isEmpty }
}

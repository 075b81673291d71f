internal import Text

/// Rows of text in columns, for a terminal or a file.
struct TextTable {
    /// One column.
    struct Column {
        let title: String
        /// Numbers stand at the right.
        var isNumber = false
    }

    /// What stands in a row below one of the columns.
    private struct Cell {
        let text: String
        /// The columns of a terminal that it takes.
        let width: Int

        /// A text that is shown as it is.
        init(_ text: String) {
            self.text = text
            width = text.terminalWidth
        }

        /// Any text, without what steers a terminal.
        init(cleaning text: String) {
            // Nearly all cells are plain: they are looked at once, and stay as they are.
            let isPlain = text.isPlainText
            self.text = isPlain ? text : text.terminalText
            width = isPlain ? text.utf8.count : self.text.terminalWidth
        }
    }

    let columns: [Column]
    private var rows: [[Cell]] = []
    private var widths: [Int]

    /// A table of those columns.
    init(_ columns: [Column]) {
        self.columns = columns
        widths = columns.map { $0.title.terminalWidth }
    }

    /// Adds a row of as many cells as there are columns.
    mutating func add(_ cells: [String]) {
        let row = cells.map { Cell(cleaning: $0) }
        for (index, cell) in row.enumerated() where widths.indices.contains(index) {
            widths[index] = max(widths[index], cell.width)
        }
        rows.append(row)
    }

    /// The table with its head; the first column gives way where a terminal of `width` columns is too narrow.
    func rendered(width: Int?) -> String {
        var widths = self.widths
        if let width, let first = widths.first {
            let rest = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
            widths[0] = max(min(first, 12), min(first, width - rest))
        }
        var writer = ByteWriter(capacity: (rows.count + 1) * (widths.reduce(0, +) + 2 * widths.count))
        write(columns.map { Cell($0.title) }, widths, into: &writer)
        for row in rows { write(row, widths, into: &writer) }
        return writer.string
    }

    private func write(_ cells: [Cell], _ widths: [Int], into writer: inout ByteWriter) {
        // Gaps are only written before something: no line ends with blanks.
        var gap = 0
        for (index, cell) in cells.enumerated() where widths.indices.contains(index) {
            if index > 0 { gap += 2 }
            var shown = cell.text
            var width = cell.width
            if width > widths[index] {
                shown = shown.cut(toTerminalWidth: widths[index])
                width = shown.terminalWidth
            }
            let blank = max(0, widths[index] - width)
            if columns[index].isNumber { gap += blank }
            // Blanks at the end of a cell are part of the gap.
            let text = shown.utf8.last == 0x20 ? String(shown.reversed().drop { $0 == " " }.reversed()) : shown
            if !text.isEmpty {
                for _ in 0..<gap { writer.write(byte: 0x20) }
                gap = 0
                writer.write(text)
            }
            gap += shown.utf8.count - text.utf8.count
            if !columns[index].isNumber { gap += blank }
        }
        writer.write(byte: 0x0A)
    }
}

extension String {
    /// The text without what steers a terminal or turns the direction of the text around it.
    var terminalText: String {
        if isPlainText { return self }
        let line = singleLine
        // These two are no control characters, but turn the direction of what stands beside them.
        func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200E || scalar.value == 0x200F }
        guard line.unicodeScalars.contains(where: isMark) else { return line }
        var result = ""
        for scalar in line.unicodeScalars { result.unicodeScalars.append(isMark(scalar) ? "\u{FFFD}" : scalar) }
        return result
    }

    /// Whether the text is made of visible ASCII and blanks only, a column each.
    var isPlainText: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

    /// The columns that a terminal gives the text.
    var terminalWidth: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        // Letters of Europe, dashes and dots are a column each, and none of them joins another one.
        let isSimple = unicodeScalars.allSatisfy { 0x20..<0x300 ~= $0.value || 0x2010...0x2027 ~= $0.value }
        return isSimple ? unicodeScalars.count : reduce(0) { $0 + Self.width(of: $1) }
    }

    /// The text, or as much of it as fits with an ellipsis.
    func cut(toTerminalWidth limit: Int) -> String {
        guard terminalWidth > limit else { return self }
        var result = ""
        var used = 0
        for character in self {
            used += Self.width(of: character)
            if used > limit - 1 { break }
            result.append(character)
        }
        return result + "…"
    }

    /// Two columns for what East Asian scripts and emoji take, one for the rest.
    private static func width(of character: Character) -> Int {
        for scalar in character.unicodeScalars {
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
                0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
                0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                return 2
            default: continue
            }
        }
        return 1
    }
}

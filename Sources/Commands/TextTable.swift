internal import Text

/// Rows of text in columns, for a terminal or a file.
struct TextTable {
    /// One column.
    struct Column {
        let title: String
        /// Numbers stand at the right.
        var isNumber = false
    }

    let columns: [Column]
    var rows: [[String]] = []

    /// A table of those columns.
    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row of as many cells as there are columns.
    mutating func add(_ cells: [String]) { rows.append(cells.map(\.terminalText)) }

    /// The table with its head; the first column gives way where a terminal of `width` columns is too narrow.
    func rendered(width: Int?) -> String {
        var widths = columns.map { $0.title.terminalWidth }
        for row in rows {
            for (index, cell) in row.enumerated() where widths.indices.contains(index) {
                widths[index] = max(widths[index], cell.terminalWidth)
            }
        }
        if let width, let first = widths.first {
            let rest = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
            widths[0] = max(min(first, 12), min(first, width - rest))
        }
        var text = line(columns.map(\.title), widths)
        for row in rows { text += line(row, widths) }
        return text
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        for (index, cell) in cells.enumerated() where widths.indices.contains(index) {
            if index > 0 { text += "  " }
            let shown = cell.cut(toTerminalWidth: widths[index])
            let gap = String(repeating: " ", count: max(0, widths[index] - shown.terminalWidth))
            if columns[index].isNumber {
                text += gap + shown
            } else {
                text += shown + (index == cells.count - 1 ? "" : gap)
            }
        }
        while text.last == " " { text.removeLast() }
        return text + "\n"
    }
}

extension String {
    /// The text without what steers a terminal or turns the direction of the text around it.
    var terminalText: String {
        let line = singleLine
        guard line.utf8.contains(where: { $0 >= 0x80 }) else { return line }
        var result = ""
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0x80..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                result.unicodeScalars.append("\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The columns that a terminal gives the text.
    var terminalWidth: Int {
        utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + Self.width(of: $1) }
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

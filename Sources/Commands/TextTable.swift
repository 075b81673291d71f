internal import Files
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
    /// The rows one behind the other, each part laid out by a thread of its own.
    private var parts: [Rows]

    /// A table of those columns without rows.
    init(_ columns: [Column]) {
        self.columns = columns
        parts = [Rows(columns)]
    }

    /// A table with a row for each of `elements`; two threads make many of them.
    init<Element: Sendable>(
        _ columns: [Column], of elements: [Element], _ row: @escaping @Sendable (Element) -> [String]
    ) {
        self.columns = columns
        let empty = Rows(columns)
        func rows(_ range: Range<Int>) -> @Sendable () -> Rows {
            {
                var rows = empty
                rows.reserve(range.count)
                for index in range { rows.add(row(elements[index])) }
                return rows
            }
        }
        let middle = elements.count < 1_000 ? elements.count : elements.count / 2
        let rest = middle < elements.count ? BackgroundResult(rows(middle..<elements.count)) : nil
        parts = [rows(0..<middle)()]
        if let rest { parts.append(rest.value()) }
    }

    /// Adds a row of as many cells as there are columns; what steers a terminal is not taken over.
    mutating func add(_ row: [String]) { parts[parts.count - 1].add(row) }

    /// The table with its head; the first column gives way where a terminal of `width` columns is too narrow.
    func rendered(width: Int?) -> String { String(decoding: bytes(width: width), as: UTF8.self) }

    /// The same as UTF-8.
    func bytes(width: Int?) -> [UInt8] {
        var widths = columns.map { $0.title.terminalWidth }
        for part in parts {
            for (index, width) in part.widths.enumerated() { widths[index] = max(widths[index], width) }
        }
        if let width, let first = widths.first {
            let rest = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
            widths[0] = max(min(first, 12), min(first, width - rest))
        }
        var head = Rows(columns)
        head.add(columns.map(\.title))
        let rest = parts.dropFirst().map { [widths] part in BackgroundResult { part.lines(widths) } }
        return ([head.lines(widths), parts[0].lines(widths)] + rest.map { $0.value() }).reduce(into: []) { $0 += $1 }
    }

    /// A part of the rows.
    private struct Rows: Sendable {
        private let isNumber: [Bool]
        /// The texts of all cells, one behind the other: a list of 10,000 keys has 100,000 of them.
        private var texts: [UInt8] = []
        /// Where the text of each cell ends in `texts`, row by row, and the columns of a terminal that it takes.
        private var cells: [(end: Int, width: Int)] = []
        /// The columns of a terminal that the widest cell of each column takes.
        private(set) var widths: [Int]

        init(_ columns: [Column]) {
            isNumber = columns.map(\.isNumber)
            widths = columns.map { _ in 0 }
        }

        mutating func reserve(_ rows: Int) {
            cells.reserveCapacity(rows * isNumber.count)
            texts.reserveCapacity(rows * isNumber.count * 12)
        }

        mutating func add(_ row: [String]) {
            for (index, width) in widths.enumerated() {
                let text = index < row.count ? row[index] : ""
                // Nearly all cells are plain: they are looked at once, and stay as they are.
                let isPlain = text.isPlainText
                let shown = isPlain ? text : text.terminalText
                let taken = isPlain ? text.utf8.count : shown.terminalWidth
                texts.append(contentsOf: shown.utf8)
                cells.append((texts.count, taken))
                if taken > width { widths[index] = taken }
            }
        }

        /// The lines, with columns of those widths.
        func lines(_ widths: [Int]) -> [UInt8] {
            let rows = isNumber.isEmpty ? 0 : cells.count / isNumber.count
            var line = Line(widths: widths, capacity: rows * (widths.reduce(0, +) + 2 * widths.count))
            var start = 0
            for (index, cell) in cells.enumerated() {
                line.add(texts[start..<cell.end], width: cell.width, isNumber: isNumber[index % isNumber.count])
                start = cell.end
            }
            return line.writer.bytes
        }
    }

    /// The lines, written cell by cell.
    private struct Line {
        let widths: [Int]
        var writer: ByteWriter
        private var column = 0
        /// The blanks that stand before the next cell; no line ends with any.
        private var gap = 0

        init(widths: [Int], capacity: Int) {
            self.widths = widths
            writer = ByteWriter(capacity: capacity)
        }

        mutating func add(_ cell: ArraySlice<UInt8>, width: Int, isNumber: Bool) {
            var text = cell
            var taken = width
            let room = widths[column]
            if taken > room {
                let cut = String(decoding: cell, as: UTF8.self).cut(toTerminalWidth: room)
                text = Array(cut.utf8)[...]
                taken = cut.terminalWidth
            }
            let blank = max(0, room - taken)
            if column > 0 { gap += 2 }
            if isNumber { gap += blank }
            // Blanks at the end of a cell are part of the gap.
            var trailing = 0
            while text.last == 0x20 {
                text.removeLast()
                trailing += 1
            }
            if !text.isEmpty {
                for _ in 0..<gap { writer.write(byte: 0x20) }
                gap = 0
                writer.write(bytes: text)
            }
            gap += trailing
            if !isNumber { gap += blank }
            column += 1
            guard column == widths.count else { return }
            writer.write(byte: 0x0A)
            column = 0
            gap = 0
        }
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

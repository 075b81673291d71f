internal import CLibCMark

/// Finds the definitions of links again, which libcmark takes out of its tree.
enum LinkDefinitions {
    /// The lines of a document that no block of its tree covers, and the paragraphs that may begin with definitions.
    static func source(_ root: CommonMarkNode, _ lines: SourceLines) -> [UInt8] {
        var output: [UInt8] = []
        var next = 1
        BlockWalk.visit(root) { node in
            switch node.kind {
            case CMARK_NODE_PARAGRAPH:
                append(next, node.startLine, lines, &output)
                let first = lines.line(node.startLine).dropFirst(max(0, node.startColumn - 1))
                if first.first == 0x5B, first.contains(0x3A) {
                    for line in Table.text(of: node, lines) {
                        output.append(contentsOf: line)
                        output.append(0x0A)
                    }
                    output.append(0x0A)
                }
                next = max(next, node.endLine + 1)
            case CMARK_NODE_HEADING, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK:
                append(next, node.startLine, lines, &output)
                next = max(next, lines.end(of: node) + 1)
            default: break
            }
        }
        append(next, lines.count + 1, lines, &output)
        return output
    }

    /// Appends the lines from `first` up to `end`; libcmark's numbers of blocks may overlap.
    private static func append(_ first: Int, _ end: Int, _ lines: SourceLines, _ output: inout [UInt8]) {
        guard first < end else { return }
        for number in first..<end {
            let line = lines.line(number).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
            output.append(contentsOf: line)
            output.append(0x0A)
        }
        output.append(0x0A)
    }

    /// How many lines of `paragraph` are definitions, which libcmark has taken off it.
    static func count(_ paragraph: CommonMarkNode, _ lines: SourceLines) -> Int {
        let first = lines.line(paragraph.startLine).dropFirst(max(0, paragraph.startColumn - 1))
        guard first.first == 0x5B, first.contains(0x5D) else { return 0 }
        return count(Table.text(of: paragraph, lines))
    }

    /// How many of `rows`, the lines of a paragraph, are definitions at its beginning.
    static func count(_ rows: [ArraySlice<UInt8>]) -> Int {
        guard rows.first?.first == 0x5B else { return 0 }
        var reader = Reader(bytes: Array(rows.joined(separator: [0x0A])))
        while reader.readDefinition() {}
        return reader.bytes[..<reader.end].count { $0 == 0x0A }
    }

    /// Reads the definitions at the beginning of a text by the rules of CommonMark.
    private struct Reader {
        let bytes: [UInt8]
        /// Where the last definition and the end of its line are passed.
        private(set) var end = 0
        private var index = 0

        init(bytes: [UInt8]) { self.bytes = bytes + [0x0A] }

        private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

        /// Whether a definition stands at the end of those before it.
        mutating func readDefinition() -> Bool {
            index = end
            guard current == 0x5B, readLabel(), current == 0x3A else { return false }
            index += 1
            _ = skipSpace()
            guard readDestination() else { return false }
            let behind = index
            if skipSpace() > behind, readTitle(), readLineEnd() {
                end = index
                return true
            }
            index = behind
            guard readLineEnd() else { return false }
            end = index
            return true
        }

        private mutating func readLabel() -> Bool {
            index += 1
            let start = index
            while let byte = current, index - start < 1000 {
                if byte == 0x5D {
                    index += 1
                    return !bytes[start..<index - 1].allSatisfy { $0 <= 0x20 }
                }
                if byte == 0x5B { return false }
                index += byte == 0x5C ? 2 : 1
            }
            return false
        }

        /// Skips white space and at most one end of a line; where that leads.
        private mutating func skipSpace() -> Int {
            var hasBreak = false
            while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A && !hasBreak {
                if byte == 0x0A { hasBreak = true }
                index += 1
            }
            return index
        }

        private mutating func readDestination() -> Bool {
            if current == 0x3C {
                index += 1
                while let byte = current, byte != 0x0A, byte != 0x3C {
                    index += byte == 0x5C && index + 1 < bytes.count && bytes[index + 1] != 0x0A ? 2 : 1
                    if byte == 0x3E { return true }
                }
                return false
            }
            let start = index
            var depth = 0
            while let byte = current, byte > 0x20 {
                if byte == 0x28 { depth += 1 }
                if byte == 0x29 {
                    depth -= 1
                    if depth < 0 { return false }
                }
                index += byte == 0x5C && index + 1 < bytes.count && bytes[index + 1] > 0x20 ? 2 : 1
            }
            return depth == 0 && index > start
        }

        private mutating func readTitle() -> Bool {
            guard let open = current, open == 0x22 || open == 0x27 || open == 0x28 else { return false }
            let close: UInt8 = open == 0x28 ? 0x29 : open
            index += 1
            while let byte = current {
                index += byte == 0x5C ? 2 : 1
                if byte == close { return true }
            }
            return false
        }

        /// Passes the end of the line, before which there may be white space only.
        private mutating func readLineEnd() -> Bool {
            while let byte = current, byte == 0x20 || byte == 0x09 { index += 1 }
            guard current == 0x0A else { return false }
            index += 1
            return true
        }
    }
}

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
                next = max(next, node.endLine + 1)
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
}

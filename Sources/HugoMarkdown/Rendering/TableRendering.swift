internal import CLibCMark
internal import Text
internal import Values

extension TreeRenderer {
    /// Writes a table and the paragraph that stood before it.
    mutating func writeTable(_ table: Table, _ paragraph: CommonMarkNode) throws {
        if table.introduction.content != nil, !shape.introducesTerm(paragraph) {
            let isTight = isTight(paragraph)
            introduction = table.introduction.content.map { ($0, paragraph) }
            if !isTight {
                out.write(literal: "<p>")
                paragraphStart = out.count
                paragraphIsDivided = false
            }
            if let content = table.introduction.content {
                beginBlockText(content)
                try renderChildren(of: content)
            }
            introduction = nil
            if paragraphIsDivided, paragraphStart == out.count {
                out.bytes.removeLast(3)
            } else {
                // Behind a block of passthrough there is no text that could end.
                if !isTight || dividedAt != out.count { out.write(literal: isTight ? "\n" : "</p>\n") }
            }
            paragraphStart = nil
        }
        let attributes = shape.attributes[paragraph]
        let head = try renderedRow(table.head)
        let body = try table.body.map { try renderedRow($0) }
        defer { ordinals.table += 1 }
        if let hook = hooks.table {
            func cells(_ row: [RenderedCell]) -> [TableContext.Cell] {
                row.map {
                    TableContext.Cell(
                        text: String(decoding: $0.html, as: UTF8.self), alignment: $0.alignment.rawValue)
                }
            }
            let context = TableContext(
                head: [cells(head)], body: body.map(cells), ordinal: ordinals.table,
                attributes: attributes?.hookMap ?? ValueMap())
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
        }
        switch options.tableMarkup {
        case .hugo: writeHugoTable(head, body, attributes)
        case .gfm: writePlainTable(head, body)
        }
    }

    /// A cell with its content rendered.
    struct RenderedCell {
        let html: [UInt8]
        let alignment: Table.Alignment
    }

    private mutating func renderedRow(_ cells: [Table.Cell]) throws -> [RenderedCell] {
        var row: [RenderedCell] = []
        for cell in cells { row.append(RenderedCell(html: try rendered(cell), alignment: cell.alignment)) }
        return row
    }

    /// The HTML of a cell's content.
    private mutating func rendered(_ cell: Table.Cell) throws -> [UInt8] {
        guard let content = cell.content else { return [] }
        beginContent()
        beginBlockText(content)
        try renderChildren(of: content)
        return takeContent()
    }

    private mutating func writeHugoTable(
        _ head: [RenderedCell], _ body: [[RenderedCell]], _ attributes: AttributeList?
    ) {
        func row(_ cells: [RenderedCell], _ tag: String, _ out: inout ByteWriter) {
            out.write(literal: "\t\t\t<tr>\n")
            for cell in cells {
                out.write("\t\t\t\t\t<\(tag)")
                if cell.alignment != .none { out.write(" style=\"text-align: \(cell.alignment.rawValue)\"") }
                out.write(byte: 0x3E)
                out.write(bytes: cell.html)
                out.write("</\(tag)>\n")
            }
            out.write(literal: "\t\t\t</tr>\n")
        }
        out.write(literal: "<table")
        if let attributes { out.write(attributes) }
        out.write(literal: ">\n\t<thead>\n")
        row(head, "th", &out)
        out.write(literal: "\t</thead>\n\t<tbody>\n")
        for cells in body { row(cells, "td", &out) }
        out.write(literal: "\t</tbody>\n</table>\n")
    }

    private mutating func writePlainTable(_ head: [RenderedCell], _ body: [[RenderedCell]]) {
        func row(_ cells: [RenderedCell], _ tag: String, _ out: inout ByteWriter) {
            out.write(literal: "<tr>\n")
            for cell in cells {
                out.write("<\(tag)")
                if cell.alignment != .none { out.write(" align=\"\(cell.alignment.rawValue)\"") }
                out.write(byte: 0x3E)
                out.write(bytes: cell.html)
                out.write("</\(tag)>\n")
            }
            out.write(literal: "</tr>\n")
        }
        out.write(literal: "<table>\n<thead>\n")
        row(head, "th", &out)
        out.write(literal: "</thead>\n")
        if !body.isEmpty {
            out.write(literal: "<tbody>\n")
            for cells in body { row(cells, "td", &out) }
            out.write(literal: "</tbody>\n")
        }
        out.write(literal: "</table>\n")
    }
}

package import Text

/// The figures of a graph as rows and columns, for readers who do not see it and for those who want to copy it.
package struct ChartTable: Sendable, Hashable {
    /// A column.
    package struct Column: Sendable, Hashable {
        /// What stands above it.
        package var title: String
        /// Whether its cells are figures, flush right.
        package var isNumeric: Bool

        /// A column.
        package init(_ title: String, isNumeric: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    /// What the table shows.
    package var caption: String
    /// The columns; the first names its row.
    package var columns: [Column] = []
    /// The rows, a text a column.
    package var rows: [[String]] = []
    /// The sums; empty when there are none.
    package var footer: [String] = []

    /// An empty table.
    package init(caption: String) { self.caption = caption }

    /// Writes `<table class="kc-table">`.
    package func render(into out: inout ByteWriter) {
        out.write(literal: "<table class=\"kc-table\">\n<caption>")
        out.writeHTMLEscaped(caption, style: .goHTML)
        out.write(literal: "</caption>\n<thead><tr>")
        for column in columns {
            out.write(literal: column.isNumeric ? "<th scope=\"col\" class=\"kc-num\">" : "<th scope=\"col\">")
            out.writeHTMLEscaped(column.title, style: .goHTML)
            out.write(literal: "</th>")
        }
        out.write(literal: "</tr></thead>\n<tbody>\n")
        for row in rows { render(row, into: &out) }
        out.write(literal: "</tbody>\n")
        if !footer.isEmpty {
            out.write(literal: "<tfoot>\n")
            render(footer, into: &out)
            out.write(literal: "</tfoot>\n")
        }
        out.write(literal: "</table>\n")
    }

    private func render(_ row: [String], into out: inout ByteWriter) {
        out.write(literal: "<tr>")
        for (index, cell) in row.enumerated() {
            let isNumeric = columns.indices.contains(index) && columns[index].isNumeric
            let name: StaticString = index == 0 ? "th" : "td"
            out.write(literal: "<")
            out.write(literal: name)
            if index == 0 { out.write(literal: " scope=\"row\"") }
            if isNumeric { out.write(literal: " class=\"kc-num\"") }
            out.write(literal: ">")
            out.writeHTMLEscaped(cell, style: .goHTML)
            out.write(literal: "</")
            out.write(literal: name)
            out.write(literal: ">")
        }
        out.write(literal: "</tr>\n")
    }

    /// The table as HTML.
    package var html: [UInt8] {
        var out = ByteWriter()
        render(into: &out)
        return out.bytes
    }
}

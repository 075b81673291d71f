internal import Text

/// A graph on a page: the wide and the narrow drawing, of which the style sheet shows the one that fits the column.
package struct ChartFigure: Sendable {
    /// The graph.
    package var chart: any Chart
    /// What makes its ids unique on the page.
    package var id: String
    /// The widths in pixels for which it is drawn.
    package var wide: Int
    /// The width of the narrow drawing.
    package var narrow: Int
    /// Whether the table of figures stands below, folded.
    package var hasTable: Bool

    /// A figure of `chart`.
    package init(_ chart: any Chart, id: String, wide: Int = 720, narrow: Int = 340, hasTable: Bool = false) {
        self.chart = chart
        self.id = id
        self.wide = wide
        self.narrow = narrow
        self.hasTable = hasTable
    }

    /// The element `<div class="kc-fig">`, in UTF-8; holds neither script nor style.
    package var html: [UInt8] {
        var out = ByteWriter(capacity: 24_000)
        out.write(literal: "<div class=\"kc-fig\">\n")
        out.write(bytes: chart.drawing(width: wide).svg(.inline(id: id + "-w")))
        out.write(bytes: chart.drawing(width: narrow).svg(.inline(id: id + "-n")))
        if hasTable {
            out.write(literal: "<details class=\"kc-data\"><summary>Figures as a table</summary>\n")
            out.write(literal: "<div class=\"kc-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Figures\">\n")
            chart.table.render(into: &out)
            out.write(literal: "</div></details>\n")
        }
        out.write(literal: "</div>\n")
        return out.bytes
    }
}

/// The names and totals of stacked series, in the order of the stack from its top.
struct SeriesLegend {
    /// The series from the top of the stack downwards.
    let series: [ChartSeries]
    /// The side of a swatch.
    private static let swatch = 10.0

    private func total(_ series: ChartSeries) -> String { ChartNumber.text(series.total) }

    /// The width of the column form: the names, at most `limit` wide, and the totals.
    func columnWidth(style: TextStyle, limit: Double) -> Double {
        let names = min(limit, series.map { style.width(of: $0.name) }.max() ?? 0)
        let totals = series.map { style.width(of: total($0)) }.max() ?? 0
        return (Self.swatch + 8 + names + 14 + totals).rounded(.up)
    }

    /// Draws one below the other, totals flush right, from the corner (`x`, `y`); a table to read.
    func drawColumn(on canvas: inout Canvas, x: Double, y: Double, width: Double) {
        let style = canvas.labelStyle
        let totals = series.map { style.width(of: total($0)) }.max() ?? 0
        let room = width - Self.swatch - 8 - 14 - totals
        var names: [(text: String, x: Double, y: Double)] = []
        var numbers: [(text: String, x: Double, y: Double)] = []
        for (row, entry) in series.enumerated() {
            let baseline = y + Double(row) * 20 + 12
            drawSwatch(on: &canvas, entry, x: x, y: baseline - 9.5)
            names.append((style.clipped(entry.name, to: room), x + Self.swatch + 8, baseline))
            numbers.append((total(entry), x + width, baseline))
        }
        canvas.text(.ink, style, names)
        canvas.text(.muted, style, .end, numbers)
    }

    /// Draws in rows that break where the drawing ends; returns the y below.
    func drawRows(on canvas: inout Canvas, y: Double) -> Double {
        let style = canvas.labelStyle
        var x = 0.0
        var baseline = y + 12
        var labels: [(text: String, x: Double, y: Double)] = []
        for entry in series {
            let number = total(entry)
            let room = min(180, canvas.width - Self.swatch - 24 - style.width(of: number))
            // One text, so that the count follows its name in whatever font they are read.
            let label = "\(style.clipped(entry.name, to: room)) \(number)"
            let width = Self.swatch + 6 + style.width(of: label)
            if x > 0 && x + width > canvas.width {
                x = 0
                baseline += 18
            }
            drawSwatch(on: &canvas, entry, x: x, y: baseline - 9)
            labels.append((label, x + Self.swatch + 6, baseline))
            x += width + 14
        }
        canvas.text(.ink, style, labels)
        return baseline + 8
    }

    private func drawSwatch(on canvas: inout Canvas, _ series: ChartSeries, x: Double, y: Double) {
        var path = SVGPath()
        path.rectangle(Box(x: x, y: y.rounded(), width: Self.swatch, height: Self.swatch))
        canvas.fill(.series(series.slot), path)
    }
}

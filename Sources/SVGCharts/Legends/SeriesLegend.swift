/// The names and totals of stacked series, in the order of the stack from its baseline.
struct SeriesLegend {
    /// The series from the baseline upwards.
    let series: [ChartSeries]
    /// The side of a swatch.
    private static let swatch = 10.0

    private func total(_ series: ChartSeries) -> String { ChartNumber.text(series.total) }

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
            let label = "\(BidiText.isolated(style.clipped(entry.name, to: room))) \(number)"
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

/// Grid lines with their counts at the left.
struct ValueAxis {
    /// The scale.
    let scale: LinearScale

    /// The room that the counts need, with the gap to the plot.
    func gutter(style: TextStyle) -> Double {
        (scale.ticks.map { style.width(of: ChartNumber.text($0)) }.max() ?? 0).rounded(.up) + 8
    }

    /// Draws the lines from `left` to `right` above the baseline at `bottom`.
    func draw(on canvas: inout Canvas, left: Double, right: Double, bottom: Double) {
        let style = canvas.labelStyle
        var lines = SVGPath()
        var labels: [(text: String, x: Double, y: Double)] = []
        for tick in scale.ticks {
            let y = bottom - scale.height(tick).rounded()
            if tick > 0 { lines.horizontal(x: left, y: y, length: right - left) }
            labels.append((ChartNumber.text(tick), left - 8, y + (style.size * 0.36).rounded()))
        }
        canvas.stroke(.grid, width: 1, lines)
        canvas.text(.muted, style, .end, labels)
    }
}

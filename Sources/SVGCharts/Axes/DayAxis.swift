/// The labels below days: the first, then one a week, each centred under its band.
struct DayAxis {
    /// The days.
    let period: ChartPeriod
    /// Where they stand.
    let band: BandScale
    /// The right end of the baseline.
    let right: Double

    /// The days that carry a label, with its text.
    ///
    /// In a calendar month these are 1, 8, 15, 22 and 29. The month is named at the first label and wherever it changes.
    func labels(style: TextStyle) -> [(index: Int, text: String)] {
        let strides = period.count <= 10 ? [1, 2, 3, 7] : period.count <= 15 ? [2, 7] : [7, 14, 28, 56, 112, 224]
        var labels: [(index: Int, text: String)] = []
        for stride in strides {
            labels = []
            var month = 0
            for index in Swift.stride(from: 0, to: period.count, by: stride) {
                let day = period.day(index)
                labels.append((index, day.month == month ? String(day.day) : day.short))
                month = day.month
            }
            let widest = labels.map { style.width(of: $0.text) }.max() ?? 0
            if band.step * Double(stride) >= widest + 8 || labels.count == 1 { break }
        }
        return labels
    }

    /// Draws the baseline, ticks and labels under the plot whose lower edge is `y`; returns the y below.
    func draw(on canvas: inout Canvas, y: Double) -> Double {
        var line = SVGPath()
        line.horizontal(x: band.start, y: y, length: right - band.start)
        let style = canvas.labelStyle
        let labels = labels(style: style)
        for label in labels { line.vertical(x: band.middle(label.index).rounded(), y: y + 1, length: 4) }
        canvas.stroke(.axis, width: 1, line)
        canvas.text(.muted, style, .middle, labels.map { ($0.text, band.middle($0.index), y + 18) })
        return y + 24
    }
}

/// A word-sized graph of days: bars without a text, for a cell of a table.
package struct Sparkline: Chart {
    /// Whose days these are.
    package var name: String
    /// The colour, as in `ChartSeries.slot`.
    package var slot: Int
    /// What is counted.
    package var unit: String
    /// The days.
    package var period: ChartPeriod
    /// The tokens of each day.
    package var values: [Int]
    /// How far the figures reach.
    package var reach: DataReach

    /// A graph of `values`.
    package init(
        name: String, slot: Int, unit: String = "CI tokens", period: ChartPeriod, values: [Int],
        reach: DataReach = DataReach()
    ) {
        self.name = name
        self.slot = slot
        self.unit = unit
        self.period = period
        self.values = values
        self.reach = reach
    }

    /// The width at which it is meant to stand.
    package static let width = 124
    private static let height = 28.0

    private func value(_ index: Int) -> Int { values.indices.contains(index) ? max(0, values[index]) : 0 }

    private func state(_ index: Int) -> DataReach.State { reach.state(of: period.day(index)) }

    private func isCounted(_ index: Int) -> Bool { state(index) == .past || state(index) == .running }

    /// The drawing, `width` by 28 pixels.
    package func drawing(width: Int) -> ChartDrawing {
        var canvas = Canvas(width: width)
        let band = BandScale(count: period.count, start: 0, width: canvas.width)
        let step = band.step >= 1.5 ? band.step.rounded(.down) : band.step
        let bar = max(0.5, step >= 3 ? step - 1 : step * 0.75)
        let scaleTop = max(1, (0..<period.count).filter(isCounted).map(value).max() ?? 0)
        let bottom = Self.height - 2
        var bars = SVGPath()
        var running = SVGPath()
        var zeros = SVGPath()
        var missing: [Box] = []
        for index in 0..<period.count {
            let middle = step * (Double(index) + 0.5)
            switch state(index) {
            case .future: continue
            case .missing: missing.append(Box(x: middle - bar / 2, y: 4, width: bar, height: bottom - 4))
            case .past, .running:
                let value = self.value(index)
                if value == 0 {
                    zeros.horizontal(x: middle - bar / 2, y: bottom - 0.5, length: bar)
                } else {
                    let height = max(1, (Double(value) / Double(scaleTop) * (Self.height - 4)).rounded())
                    if state(index) == .running {
                        running.vertical(x: middle, y: bottom, length: -height, thickness: bar)
                    } else {
                        bars.vertical(x: middle, y: bottom, length: -height, thickness: bar)
                    }
                }
            }
        }
        var ground = SVGPath()
        ground.horizontal(x: 0, y: bottom + 1, length: step * Double(period.count))
        canvas.stroke(.grid, width: 1, ground)
        canvas.fillMissing(missing)
        canvas.stroke(.series(slot), width: bar, bars)
        // Too thin for stripes: the day that still grows is paler.
        canvas.stroke(.series(slot), width: bar, opacity: 0.6, running)
        canvas.stroke(.axis, width: 1, zeros)
        let total = (0..<period.count).filter(isCounted).map(value).saturatedSum()
        var description = "\(unit), \(period.text): \(ChartNumber.exact(total)) in total"
        if let peak = (0..<period.count).filter(isCounted).max(by: { (value($0), $1) < (value($1), $0) }),
            value(peak) > 0
        {
            description += ", peak \(ChartNumber.exact(value(peak))) on \(period.day(peak).short)"
        }
        return canvas.drawing(
            height: Self.height, title: "\(name): \(ChartNumber.text(total))", description: description + ".",
            layout: "kc-spark")
    }

    /// The drawing in place, with ids that begin with `id`.
    package func inline(id: String) -> [UInt8] { drawing(width: Self.width).svg(.inline(id: id)) }

    /// A row a day.
    package var table: ChartTable {
        var table = ChartTable(caption: "\(unit) a day, \(name), \(period.text) (\(period.zone))")
        table.columns = [.init("Day"), .init("Tokens", isNumeric: true)]
        for index in 0..<period.count {
            let text: String
            switch state(index) {
            case .future: text = "not yet"
            case .missing: text = "no data"
            case .past, .running: text = ChartNumber.exact(value(index))
            }
            table.rows.append([period.day(index).iso, text])
        }
        return table
    }
}

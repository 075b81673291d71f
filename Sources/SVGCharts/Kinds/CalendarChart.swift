/// Days as squares in weeks; the more tokens, the larger the square.
///
/// Size carries the figure, so that neither a pale colour nor colour blindness hides it, and print keeps it.
package struct CalendarChart: Chart {
    /// The subject.
    package var title: String
    /// What is counted.
    package var unit: String
    /// The days.
    package var period: ChartPeriod
    /// The tokens of each day.
    package var values: [Int]
    /// How far the figures reach.
    package var reach: DataReach

    /// A calendar of `values`.
    package init(
        title: String, unit: String = "CI tokens", period: ChartPeriod, values: [Int], reach: DataReach = DataReach()
    ) {
        self.title = title
        self.unit = unit
        self.period = period
        self.values = values
        self.reach = reach
    }

    private func value(_ index: Int) -> Int { values.indices.contains(index) ? max(0, values[index]) : 0 }
    private func state(_ index: Int) -> DataReach.State { reach.state(of: period.day(index)) }
    private func isCounted(_ index: Int) -> Bool { state(index) == .past || state(index) == .running }

    /// The upper bounds of the four sizes: the quarters of the ranked days that are not zero, so that one spike does
    /// not make all other days small.
    private var bounds: [Int] {
        let ranked = (0..<period.count).filter(isCounted).map(value).filter { $0 > 0 }.sorted()
        guard let largest = ranked.last else { return [] }
        var bounds: [Int] = []
        for quarter in 1...4 {
            let bound = quarter == 4 ? largest : ranked[(ranked.count * quarter - 1) / 4]
            if bound > (bounds.last ?? 0) { bounds.append(bound) }
        }
        return bounds
    }

    /// The drawing for a column of `width` pixels.
    package func drawing(width: Int) -> ChartDrawing {
        var canvas = Canvas(width: width)
        let style = TextStyle(size: 11)
        var y = Heading(
            title: title, subtitle: "\(unit) a day, \(period.text) (\(period.zone))",
            stamp: reach.dataTo.map { "data to \($0)" }
        ).draw(on: &canvas)
        let gutter = 34.0
        let offset = period.start.weekday
        let weeks = max(1, (period.count + offset + 6) / 7)
        // As many weeks a row as leave a square of ten pixels; the rest goes into further rows of equal length.
        let most = max(1, Int((canvas.width - gutter) / 11))
        let blocks = (weeks + most - 1) / most
        let perBlock = (weeks + blocks - 1) / blocks
        // A month alone has room for larger squares.
        let cell = min(weeks <= 8 ? 30 : 22, ((canvas.width - gutter) / Double(perBlock)).rounded(.down))
        let bounds = self.bounds

        var paths = [SVGPath](repeating: SVGPath(), count: max(1, bounds.count))
        var zeros = SVGPath()
        var today = SVGPath()
        var missing: [Box] = []
        var targets: [(box: Box, text: String)] = []
        var weekdays: [(text: String, x: Double, y: Double)] = []
        var months: [(text: String, x: Double, y: Double)] = []
        let blockHeight = 18 + cell * 7 + 10
        for block in 0..<blocks {
            let top = y + Double(block) * blockHeight + 18
            for (row, name) in [(0, "Mon"), (2, "Wed"), (4, "Fri")] where cell >= 8 {
                weekdays.append((name, 0, top + (Double(row) + 0.5) * cell + 4))
            }
        }
        for (week, name) in monthLabels(weeks: weeks, perBlock: perBlock, cell: cell, style: style) {
            let top = y + Double(week / perBlock) * blockHeight + 12
            months.append((name, gutter + Double(week % perBlock) * cell, top))
        }
        for index in 0..<period.count {
            let day = period.day(index)
            let week = (index + offset) / 7
            let block = week / perBlock
            let x = gutter + Double(week % perBlock) * cell
            let top = y + Double(block) * blockHeight + 18
            let box = Box(x: x, y: top + Double(day.weekday) * cell, width: cell, height: cell)
            let inner = cell - 2
            let square = { (share: Double) -> Box in
                let side = max(1, (inner * share).rounded())
                let inset = 1 + ((inner - side) / 2 * 10).rounded() / 10
                return Box(x: box.x + inset, y: box.y + inset, width: side, height: side)
            }
            switch state(index) {
            case .future: zeros.rectangle(square(0.1))
            case .missing: missing.append(square(1))
            case .past, .running:
                let value = self.value(index)
                if value == 0 {
                    zeros.horizontal(x: box.x + cell * 0.25, y: box.y + cell / 2, length: (cell * 0.5).rounded())
                } else {
                    let level = bounds.firstIndex { value <= $0 } ?? bounds.count - 1
                    let share = bounds.count == 1 ? 1 : 0.4 + 0.6 * Double(level) / Double(bounds.count - 1)
                    paths[level].rectangle(square(share))
                }
                if state(index) == .running {
                    today.rectangle(Box(x: box.x + 0.5, y: box.y + 0.5, width: cell - 1, height: cell - 1))
                }
            }
            targets.append((box, hoverText(index)))
        }
        canvas.text(.muted, style, months)
        canvas.text(.muted, style, weekdays)
        canvas.fillMissing(missing)
        canvas.stroke(.axis, width: 1, zeros)
        for path in paths { canvas.fill(.accent, path) }
        canvas.stroke(.ink, width: 1, dash: "2 2", today)
        y += Double(blocks) * blockHeight
        y = drawLegend(on: &canvas, bounds: bounds, hasMissing: !missing.isEmpty, cell: min(cell, 14), y: y)
        canvas.hover(targets)
        return canvas.drawing(height: y, title: title, description: description)
    }

    /// The months by the week above which they stand.
    ///
    /// The first week of a row has one, and each week that begins in another month than the one before. Of two that
    /// would touch, the later stays.
    private func monthLabels(
        weeks: Int, perBlock: Int, cell: Double, style: TextStyle
    ) -> [(week: Int, name: String)] {
        var labels: [(week: Int, name: String)] = []
        var month = 0
        for week in 0..<weeks {
            let first = period.day(max(0, week * 7 - period.start.weekday))
            guard first < period.end, week % perBlock == 0 || first.month != month else { continue }
            month = first.month
            let name = ChartDay.shortMonths[month - 1]
            let width = style.width(of: name)
            if let last = labels.last, last.week / perBlock == week / perBlock,
                Double(week - last.week) * cell < style.width(of: last.name) + 6
            {
                labels.removeLast()
            }
            let place = Double(week % perBlock) * cell
            if place + width <= Double(perBlock) * cell || week % perBlock == 0 { labels.append((week, name)) }
        }
        return labels
    }

    private func drawLegend(
        on canvas: inout Canvas, bounds: [Int], hasMissing: Bool, cell: Double, y: Double
    ) -> Double {
        let style = TextStyle(size: 11)
        var entries: [(share: Double?, text: String)] = [(nil, "0")]
        var lower = 1
        for (level, bound) in bounds.enumerated() {
            let share = bounds.count == 1 ? 1 : 0.4 + 0.6 * Double(level) / Double(bounds.count - 1)
            let upper = ChartNumber.text(bound)
            let text = lower == bound ? upper : "\(ChartNumber.text(lower))–\(upper)"
            entries.append((share, text))
            lower = bound.addingSaturated(1)
        }
        if hasMissing { entries.append((-1, "no data")) }
        var x = 0.0
        var baseline = y + 14
        var squares = SVGPath()
        var zero = SVGPath()
        var missing: [Box] = []
        var labels: [(text: String, x: Double, y: Double)] = []
        for entry in entries {
            let width = cell + 5 + style.width(of: entry.text)
            if x > 0 && x + width > canvas.width {
                x = 0
                baseline += 18
            }
            let middle = baseline - 4
            if let share = entry.share {
                let side = share < 0 ? cell - 2 : max(1, ((cell - 2) * share).rounded())
                let box = Box(x: x + (cell - side) / 2, y: middle - side / 2, width: side, height: side)
                if share < 0 { missing.append(box) } else { squares.rectangle(box) }
            } else {
                zero.horizontal(x: x + cell * 0.25, y: middle, length: cell * 0.5)
            }
            labels.append((entry.text, x + cell + 5, baseline))
            x += width + 14
        }
        canvas.stroke(.axis, width: 1, zero)
        canvas.fillMissing(missing)
        canvas.fill(.accent, squares)
        canvas.text(.muted, style, labels)
        return baseline + 8
    }

    private func hoverText(_ index: Int) -> String {
        let day = period.day(index)
        switch state(index) {
        case .future: return "\(day.short): not yet"
        case .missing: return "\(day.short): no data"
        case .running: return "\(day.short) so far: \(ChartNumber.text(value(index)))"
        case .past: return "\(day.short): \(ChartNumber.text(value(index)))"
        }
    }

    private var description: String {
        let counted = (0..<period.count).filter(isCounted)
        var text = "\(unit) a day, \(period.text) (\(period.zone)): "
        guard !counted.isEmpty else { return text + "no data yet." }
        text += "\(ChartNumber.exact(counted.map(value).saturatedSum())) in total"
        let used = counted.filter { value($0) > 0 }.count
        text += " on \(used) of \(counted.count) days."
        if let peak = counted.max(by: { (value($0), $1) < (value($1), $0) }), value(peak) > 0 {
            text += " Peak \(ChartNumber.exact(value(peak))) on \(period.day(peak).long)."
        }
        return text
    }

    /// A row a day.
    package var table: ChartTable {
        var table = ChartTable(caption: "\(title), \(period.text) (\(period.zone))")
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

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
        let offset = period.start.weekday
        let weeks = max(1, (period.count + offset + 6) / 7)
        let bounds = self.bounds
        let grid = weeks <= 6 ? Grid(weeks: weeks, width: canvas.width) : Grid(columnsFor: weeks, width: canvas.width)
        let cell = grid.slot.width

        var paths = [SVGPath](repeating: SVGPath(), count: max(1, bounds.count))
        var zeros = SVGPath()
        var lines = SVGPath()
        var today = SVGPath()
        var missing: [Box] = []
        var targets: [(box: Box, text: String)] = []
        var weekdays: [(text: String, x: Double, y: Double)] = []
        var months: [(text: String, x: Double, y: Double)] = []
        var counts: [(text: String, x: Double, y: Double)] = []
        if grid.hasWeeksAsRows {
            for (column, name) in Self.weekdays.enumerated() {
                weekdays.append((name, Double(column) * grid.cell.width + 6, y + 12))
            }
            for week in 0..<weeks {
                lines.horizontal(x: 0, y: y + grid.top + Double(week) * grid.cell.height, length: canvas.width)
            }
        } else {
            for block in 0..<grid.blocks {
                let top = y + Double(block) * grid.blockHeight + grid.top
                for row in [0, 2, 4] where cell >= 8 {
                    weekdays.append((Self.weekdays[row], 0, top + (Double(row) + 0.5) * cell + 4))
                }
            }
            for (week, name) in monthLabels(weeks: weeks, perBlock: grid.weeksPerBlock, cell: cell, style: style) {
                let top = y + Double(week / grid.weeksPerBlock) * grid.blockHeight + 12
                months.append((name, grid.gutter + Double(week % grid.weeksPerBlock) * cell, top))
            }
        }
        for index in 0..<period.count {
            let day = period.day(index)
            let (box, slot) = grid.place(week: (index + offset) / 7, weekday: day.weekday, top: y)
            let inner = cell - 2
            let square = { (share: Double) -> Box in
                let side = max(1, (inner * share).rounded())
                let inset = 1 + ((inner - side) / 2 * 10).rounded() / 10
                return Box(x: slot.x + inset, y: slot.y + inset, width: side, height: side)
            }
            if grid.hasWeeksAsRows {
                let isNamed = (index == 0 || day.day == 1) && style.width(of: day.short) + 10 <= slot.x - box.x
                months.append((isNamed ? day.short : String(day.day), box.x + 6, box.y + 16))
            }
            switch state(index) {
            case .future: zeros.rectangle(square(0.1))
            case .missing: missing.append(square(1))
            case .past, .running:
                let value = self.value(index)
                if value == 0 {
                    zeros.horizontal(x: slot.x + cell * 0.25, y: slot.y + cell / 2, length: (cell * 0.5).rounded())
                } else {
                    let level = bounds.firstIndex { value <= $0 } ?? bounds.count - 1
                    let share = bounds.count == 1 ? 1 : 0.4 + 0.6 * Double(level) / Double(bounds.count - 1)
                    paths[level].rectangle(square(share))
                }
                let count = ChartNumber.text(value)
                if grid.hasWeeksAsRows, !canvas.isNarrow, style.width(of: count) + 10 <= slot.x - box.x {
                    counts.append((count, box.x + 6, box.y + 33))
                }
                if state(index) == .running {
                    today.rectangle(Box(x: slot.x + 0.5, y: slot.y + 0.5, width: cell - 1, height: cell - 1))
                }
            }
            targets.append((box, hoverText(index)))
        }
        canvas.stroke(.grid, width: 1, lines)
        canvas.text(.ink, style, counts)
        canvas.text(.muted, style, months)
        canvas.text(.muted, style, weekdays)
        canvas.fillMissing(missing)
        canvas.stroke(.axis, width: 1, zeros)
        for path in paths { canvas.fill(.accent, path) }
        canvas.stroke(.ink, width: 1, dash: "2 2", today)
        y += Double(grid.blocks) * grid.blockHeight
        y = drawLegend(on: &canvas, bounds: bounds, hasMissing: !missing.isEmpty, cell: min(cell, 14), y: y)
        canvas.hover(targets)
        return canvas.drawing(height: y, title: title, description: description)
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// Where the days stand: a month as on a wall, its weeks as rows over the whole width; more weeks as columns, in as many
    /// blocks as are needed.
    private struct Grid {
        let hasWeeksAsRows: Bool
        let blocks: Int
        let weeksPerBlock: Int
        let gutter: Double
        /// From the upper edge of a block to its days.
        let top: Double
        let blockHeight: Double
        /// The place of a day.
        let cell: Box
        /// The largest square, within the place of its day.
        let slot: Box

        /// Weeks as rows; beside its date and its count a day has its square.
        init(weeks: Int, width: Double) {
            hasWeeksAsRows = true
            (blocks, weeksPerBlock, gutter, top) = (1, weeks, 0, 20)
            cell = Box(x: 0, y: 0, width: (width / 7).rounded(.down), height: width < 480 ? 34 : 42)
            let side = width < 480 ? 18.0 : 28
            slot = Box(x: min(56, cell.width - side - 4), y: (cell.height - side) / 2, width: side, height: side)
            blockHeight = top + cell.height * Double(weeks) + 6
        }

        /// Weeks as columns: as many in a block as leave a square of ten pixels, the blocks of equal length.
        init(columnsFor weeks: Int, width: Double) {
            hasWeeksAsRows = false
            (gutter, top) = (34, 18)
            let most = max(1, Int((width - gutter) / 11))
            blocks = (weeks + most - 1) / most
            weeksPerBlock = (weeks + blocks - 1) / blocks
            let side = min(22, ((width - gutter) / Double(weeksPerBlock)).rounded(.down))
            cell = Box(x: 0, y: 0, width: side, height: side)
            slot = cell
            blockHeight = top + side * 7 + 10
        }

        /// The place of a day and of its square, in a drawing whose first block begins at `top`.
        func place(week: Int, weekday: Int, top y: Double) -> (box: Box, slot: Box) {
            let x: Double
            let upper: Double
            if hasWeeksAsRows {
                x = Double(weekday) * cell.width
                upper = y + top + Double(week) * cell.height
            } else {
                x = gutter + Double(week % weeksPerBlock) * cell.width
                upper = y + Double(week / weeksPerBlock) * blockHeight + top + Double(weekday) * cell.height
            }
            return (
                Box(x: x, y: upper, width: cell.width, height: cell.height),
                Box(x: x + slot.x, y: upper + slot.y, width: slot.width, height: slot.height)
            )
        }
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

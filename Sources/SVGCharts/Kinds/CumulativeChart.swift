/// What was used from the start of a period on, against its quota, with a projection to its end.
package struct CumulativeChart: Chart {
    /// Where the use of a running period is heading.
    package struct Projection: Sendable, Hashable {
        /// The tokens expected at the end.
        package var total: Int
        /// The lower edge of the band at the end.
        package var low: Int
        /// The upper edge of the band at the end.
        package var high: Int
        /// How it was computed, as it follows "Dashed: ", such as `mean of the last 7 days, band of 80%`.
        package var method: String
        /// The running sum expected at the end of the running day and of each later one; empty for a straight line.
        package var path: [Int]

        /// A projection.
        package init(total: Int, low: Int, high: Int, method: String, path: [Int] = []) {
            self.total = total
            self.low = min(low, total)
            self.high = max(high, total)
            self.method = method
            self.path = path
        }

        /// The sum expected at the end of the day that comes `later` days after the running one, of `count` days that
        /// are left with it, when `used` tokens are used now.
        ///
        /// Never below what is used already, and at the end the total.
        func sum(_ later: Int, of count: Int, used: Int) -> Int {
            guard later + 1 < count else { return total }
            if path.count == count, path.indices.contains(later) {
                return min(max(path[later], used), max(total, used))
            }
            let share = (Double(later) + 0.5) / max(0.5, Double(count) - 0.5)
            return Int(clampingRounded: Double(used) + share * (Double(total) - Double(used)))
        }

        /// The edge of the band where the line has come to `sum`: it widens as the line rises.
        func edge(_ end: Int, at sum: Int, used: Int) -> Int {
            guard total > used else { return sum }
            let share = (Double(sum) - Double(used)) / (Double(total) - Double(used))
            return max(used, Int(clampingRounded: Double(sum) + share * (Double(end) - Double(total))))
        }
    }

    /// The finding; nil for the one that the figures give.
    package var title: String?
    /// What is counted.
    package var unit: String
    /// The days.
    package var period: ChartPeriod
    /// The tokens of each day.
    package var values: [Int]
    /// The tokens that the period may use; nil is unlimited.
    package var quota: Int?
    /// Percentages of the quota that have a line.
    package var thresholds: [Int]
    /// How far the figures reach.
    package var reach: DataReach
    /// Where it is heading; nil for a period that is over or that has no figures yet.
    package var projection: Projection?
    /// The day on which the quota is expected to run out; nil lets the projection say it.
    package var runsOutOn: ChartDay?
    /// Days with a rule.
    package var flags: [DayFlag]

    /// A graph of the running sum of `values`.
    package init(
        title: String? = nil, unit: String = "CI tokens", period: ChartPeriod, values: [Int], quota: Int?,
        thresholds: [Int] = [], reach: DataReach = DataReach(), projection: Projection? = nil,
        runsOutOn: ChartDay? = nil, flags: [DayFlag] = []
    ) {
        self.title = title
        self.unit = unit
        self.period = period
        self.values = values
        self.quota = quota.map { max(0, $0) }
        self.thresholds = thresholds
        self.reach = reach
        self.projection = projection
        self.runsOutOn = runsOutOn
        self.flags = flags
    }

    // MARK: Figures

    /// The running sum at the end of each day that has begun.
    private var sums: [Int] {
        var sum = 0
        var sums: [Int] = []
        for index in 0..<period.count {
            let state = reach.state(of: period.day(index))
            if state == .future { break }
            if state != .missing && values.indices.contains(index) { sum = sum.addingSaturated(max(0, values[index])) }
            sums.append(sum)
        }
        return sums
    }

    /// What is known of the day on which the quota is used up.
    private enum Crossing: Equatable {
        case past(ChartDay)
        case expected(ChartDay)
    }

    private func crossing(_ sums: [Int]) -> Crossing? {
        guard let quota, quota > 0 else { return nil }
        if let index = sums.firstIndex(where: { $0 >= quota }) { return .past(period.day(index)) }
        if let runsOutOn, runsOutOn < period.end { return .expected(runsOutOn) }
        guard let projection, projection.total >= quota, let used = sums.last, projection.total > used else {
            return nil
        }
        let later = (0..<projectedDays).first { projection.sum($0, of: projectedDays, used: used) >= quota }
        return .expected(period.day(min(period.count - 1, sums.count - 1 + (later ?? projectedDays))))
    }

    private func finding(_ sums: [Int]) -> String {
        guard let used = sums.last else { return "No \(unit) used yet" }
        let count = ChartNumber.text(used)
        guard let quota else { return "\(count) \(unit) used" }
        var text = "\(count) of \(ChartNumber.text(quota)) \(unit) used (\(ChartNumber.percent(used, ofQuota: quota)))"
        switch crossing(sums) {
        case .past(let day): text += ", quota reached on \(day.short)"
        case .expected(let day): text += ", runs out about \(day.short)"
        case nil: break
        }
        return text
    }

    // MARK: Drawing

    /// The drawing for a column of `width` pixels.
    ///
    /// The quota is named along its line; where nothing is free there, in the column beside the plot.
    package func drawing(width: Int) -> ChartDrawing {
        let along = drawing(width: width, namesQuotaBeside: false)
        return along.isNamed ? along.drawing : drawing(width: width, namesQuotaBeside: true).drawing
    }

    private func drawing(width: Int, namesQuotaBeside: Bool) -> (drawing: ChartDrawing, isNamed: Bool) {
        var isNamed = true
        var canvas = Canvas(width: width)
        let sums = self.sums
        let title = self.title ?? finding(sums)
        var y = Heading(
            title: title, subtitle: "\(unit) since the start, \(period.text) (\(period.zone))",
            stamp: reach.dataTo.map { "data to \($0)" }
        ).draw(on: &canvas)
        let style = canvas.labelStyle

        let plotHeight = min(320, max(210, (canvas.width * 0.33 / 10).rounded() * 10))
        let maximum = max(sums.last ?? 0, max(quota ?? 0, isRunning ? projection?.high ?? 0 : 0))
        let scale = LinearScale(maximum: maximum, length: plotHeight)
        let axis = ValueAxis(scale: scale)
        let left = axis.gutter(style: style)
        let rawLabels = sideLabels(sums, namesQuota: namesQuotaBeside)
        let bold = TextStyle(size: style.size, isBold: true)
        let widths = rawLabels.flatMap { label in label.lines.map { (label.isBold ? bold : style).width(of: $0) } }
        let right = canvas.width - (widths.max().map { ($0 + 8).rounded(.up) } ?? 0)
        let band = BandScale(count: period.count, start: left, width: right - left, isExact: true)
        let points = points(sums, band: band)

        var wanted: [FlagStrip.Flag] = []
        if isRunning, let point = points.last, let used = sums.last {
            var name = ChartNumber.text(used)
            if let quota { name += " (\(ChartNumber.percent(used, ofQuota: quota)))" }
            wanted.append(
                .init(x: point.x, names: ["today: \(name)", name, "today"], tone: .ink, dash: "2 3"))
        }
        switch crossing(sums) {
        case .past(let day):
            if let index = period.index(of: day) {
                wanted.append(
                    .init(
                        x: band.middle(index), names: ["ran out \(day.short)", day.short], tone: .quota, dash: "4 3"))
            }
        case .expected(let day):
            if let index = period.index(of: day) {
                wanted.append(
                    .init(
                        x: band.middle(index), names: ["runs out ≈ \(day.short)", "≈ \(day.short)"], tone: .quota,
                        dash: "4 3"))
            }
        case nil: break
        }
        for flag in flags {
            guard let index = period.index(of: flag.day) else { continue }
            wanted.append(
                .init(
                    x: band.middle(index), names: ["\(flag.name), \(flag.day.short)", flag.name], tone: .sunset,
                    dash: "7 3 1 3"))
        }
        let placed = FlagStrip(style: style, bounds: left...max(left, canvas.width), rows: 3).place(wanted)
        let top = y + 8 + Double((placed.map(\.row).max() ?? -1) + 1) * 16
        let bottom = (top + plotHeight).rounded()

        axis.draw(on: &canvas, left: left, right: right, bottom: bottom)
        drawThresholds(on: &canvas, band: band, scale: scale, bottom: bottom)
        let states = (0..<period.count).map { reach.state(of: period.day($0)) }
        let missing = states.indices.filter { states[$0] == .missing }
        DayStateMark(band: band, top: bottom - plotHeight, bottom: bottom).drawMissing(on: &canvas, indices: missing)
        RuleMark(top: top, bottom: bottom).draw(placed, style: style, on: &canvas)
        let hasProjection = drawProjection(on: &canvas, from: points.last, band: band, scale: scale, bottom: bottom)
        drawLine(on: &canvas, points: points, states: states, scale: scale, bottom: bottom, start: left)
        if let quota {
            var path = SVGPath()
            path.horizontal(x: left, y: bottom - scale.height(quota).rounded(), length: band.width)
            canvas.stroke(.quota, width: 2, path)
        }
        let shown = drawSideLabels(
            on: &canvas,
            rawLabels.map { label in
                var label = label
                label.target = bottom - scale.height(Int(clampingRounded: label.target)).rounded()
                return label
            }, x: right + 8, top: bottom - plotHeight, bottom: bottom + 4)
        if let quota, !namesQuotaBeside {
            let label = LineLabel(
                text: Self.name(quota), style: bold, span: left + 6...max(left + 6, right - 6),
                rows: bottom - plotHeight - 6...bottom)
            let place = label.place(along: bottom - scale.height(quota).rounded(), on: canvas)
            isNamed = place != nil
            canvas.text(.quota, bold, place.map { [(label.text, $0.x, $0.y)] } ?? [])
        }
        y = DayAxis(period: period, band: band, right: right).draw(on: &canvas, y: bottom)
        var notes: [String] = []
        if hasProjection, let projection {
            notes.append(
                "Dashed: projection, \(projection.method): \(ChartNumber.text(projection.low)) to "
                    + "\(ChartNumber.text(projection.high)) at the end."
            )
        }
        if shown.filter({ $0.hasSuffix("%") }).count < lines.count {
            notes.append("Dotted: \(lines.map { "\($0)%" }.joined(separator: ", ")) of the quota.")
        }
        notes += DayStateMark.notes(zero: false, missing: !missing.isEmpty, running: false)
        y = Footnotes(sentences: notes).draw(on: &canvas, y: y)
        canvas.hover(
            (0..<period.count).map { index in
                (
                    Box(x: band.left(index), y: bottom - plotHeight, width: band.step, height: plotHeight),
                    hoverText(index, sums: sums)
                )
            })
        return (canvas.drawing(height: max(y, 40), title: title, description: description(sums)), isNamed)
    }

    private var isRunning: Bool { reach.today.flatMap { period.index(of: $0) } != nil }

    /// The days from the running one to the end.
    private var projectedDays: Int {
        reach.today.flatMap { period.index(of: $0) }.map { period.count - $0 } ?? 0
    }

    private func points(_ sums: [Int], band: BandScale) -> [(x: Double, sum: Int)] {
        sums.enumerated().map { index, sum in
            let isToday = reach.state(of: period.day(index)) == .running
            let share = isToday ? max(0.05, Double(reach.todayPermille) / 1000) : 1
            return (band.left(index) + band.step * share, sum)
        }
    }

    private static func name(_ quota: Int) -> String { "Quota \(ChartNumber.text(quota))" }

    /// The thresholds that have a line of their own, in ascending order; none without a quota to take a part of.
    private var lines: [Int] {
        guard let quota, quota > 0 else { return [] }
        return Set(thresholds.filter { (1..<100).contains($0) }).sorted()
    }

    private func drawThresholds(on canvas: inout Canvas, band: BandScale, scale: LinearScale, bottom: Double) {
        guard let quota else { return }
        var path = SVGPath()
        for percent in lines {
            let y = bottom - scale.height(Self.part(percent, of: quota)).rounded()
            path.horizontal(x: band.start, y: y, length: band.width)
        }
        canvas.stroke(.quota, width: 1, dash: "1 4", path)
    }

    private static func part(_ percent: Int, of quota: Int) -> Int {
        Int(clamping: Int128(quota) * Int128(percent) / 100)
    }

    private func drawProjection(
        on canvas: inout Canvas, from start: (x: Double, sum: Int)?, band: BandScale, scale: LinearScale, bottom: Double
    ) -> Bool {
        guard isRunning, let projection, let start, start.x < band.end else { return false }
        let first = period.count - projectedDays
        let sums = (0..<projectedDays).map { projection.sum($0, of: projectedDays, used: start.sum) }
        func edge(_ end: Int) -> [(x: Double, y: Double)] {
            sums.enumerated().map { later, sum in
                let value = projection.edge(end, at: sum, used: start.sum)
                return (band.left(first + later) + band.step, bottom - scale.height(value))
            }
        }
        let here = (x: start.x, y: bottom - scale.height(start.sum))
        var area = SVGPath()
        area.line([here] + edge(projection.high) + edge(projection.low).reversed(), isClosed: true)
        canvas.fill(.accent, opacity: 0.16, area)
        var line = SVGPath()
        line.line([here] + edge(projection.total))
        canvas.stroke(.accent, width: 2, dash: "5 4", line)
        return true
    }

    private func drawLine(
        on canvas: inout Canvas, points: [(x: Double, sum: Int)], states: [DataReach.State], scale: LinearScale,
        bottom: Double, start: Double
    ) {
        guard let last = points.last else { return }
        let all = [(x: start, y: bottom)] + points.map { (x: $0.x, y: bottom - scale.height($0.sum)) }
        var area = SVGPath()
        area.line(all + [(last.x, bottom)], isClosed: true)
        canvas.fill(.accent, opacity: 0.12, area)
        var solid = SVGPath()
        var gaps = SVGPath()
        var run: [(x: Double, y: Double)] = [all[0]]
        for index in points.indices {
            if states[index] == .missing {
                if run.count > 1 { solid.line(run) }
                gaps.line([all[index], all[index + 1]])
                run = [all[index + 1]]
            } else {
                run.append(all[index + 1])
            }
        }
        if run.count > 1 { solid.line(run) }
        canvas.stroke(.accent, width: 2, dash: "1 3", gaps)
        canvas.stroke(.accent, width: 2.5, roundJoin: true, solid)
        var dot = SVGPath()
        dot.disc(x: last.x, y: bottom - scale.height(last.sum), radius: 3.5)
        canvas.fill(.accent, dot)
    }

    /// The labels at the ends of the lines, beside the plot; their targets are still counts.
    private func sideLabels(_ sums: [Int], namesQuota: Bool) -> [LabelColumn.Label] {
        var labels: [LabelColumn.Label] = []
        if let quota {
            if namesQuota {
                labels.append(
                    .init(
                        lines: ["Quota", ChartNumber.text(quota)], target: Double(quota), isNeeded: true, tone: .quota,
                        isBold: true))
            }
            for percent in lines.reversed() {
                labels.append(
                    .init(
                        lines: ["\(percent)%"], target: Double(Self.part(percent, of: quota)), isNeeded: false,
                        tone: .quota))
            }
        }
        if isRunning, let projection {
            labels.append(
                .init(
                    lines: ["≈ \(ChartNumber.text(projection.total))"], target: Double(projection.total),
                    isNeeded: true,
                    tone: .ink))
        } else if let used = sums.last, sums.count == period.count {
            labels.append(
                .init(
                    lines: [ChartNumber.text(used)], target: Double(used), isNeeded: true, tone: .ink, isBold: true))
        }
        return labels
    }

    /// Draws the labels that find room and returns their first lines.
    private func drawSideLabels(
        on canvas: inout Canvas, _ labels: [LabelColumn.Label], x: Double, top: Double, bottom: Double
    ) -> [String] {
        let size = canvas.labelStyle.size
        let column = LabelColumn(lineHeight: 15, bounds: top...bottom)
        let placed = column.place(labels)
        for label in placed {
            let style = TextStyle(size: size, isBold: label.isBold)
            let first = label.middle - Double(label.lines.count) * 7.5 + 11
            canvas.text(
                label.tone, style,
                label.lines.enumerated().map { ($0.element, x, (first + Double($0.offset) * 15).rounded()) })
        }
        return placed.compactMap(\.lines.first)
    }

    // MARK: Words

    private func hoverText(_ index: Int, sums: [Int]) -> String {
        let day = period.day(index)
        let state = reach.state(of: day)
        if state == .missing { return "\(day.short): no data" }
        guard sums.indices.contains(index) else {
            guard isRunning, let projection, let used = sums.last else { return "\(day.short): not yet" }
            let expected = projection.sum(index + 1 - sums.count, of: projectedDays, used: used)
            return "\(day.short): about \(ChartNumber.text(expected)) expected"
        }
        let added = index == 0 ? sums[0] : sums[index] - sums[index - 1]
        var text = "\(day.short)\(state == .running ? " so far" : ""): \(ChartNumber.text(sums[index]))"
        if let quota { text += ", \(ChartNumber.percent(sums[index], ofQuota: quota)) of the quota" }
        return text + " (+\(ChartNumber.text(added)))"
    }

    private func description(_ sums: [Int]) -> String {
        var text = "\(unit) used from the start of the period, \(period.text) (\(period.zone)): "
        guard let used = sums.last else { return text + "no data yet." }
        text += ChartNumber.exact(used)
        if let quota {
            text += " of a quota of \(ChartNumber.exact(quota)), \(ChartNumber.percent(used, ofQuota: quota))"
        } else {
            text += ", without a quota"
        }
        if let dataTo = reach.dataTo { text += ", data to \(dataTo)" }
        text += "."
        switch crossing(sums) {
        case .past(let day): text += " The quota was reached on \(day.long)."
        case .expected(let day): text += " At this pace the quota runs out about \(day.long)."
        case nil: break
        }
        if isRunning, let projection {
            text += " Expected at the end: \(ChartNumber.exact(projection.total))"
            text += " (\(ChartNumber.exact(projection.low)) to \(ChartNumber.exact(projection.high));"
            text += " \(projection.method))."
        }
        for flag in flags where period.index(of: flag.day) != nil { text += " \(flag.name): \(flag.day.long)." }
        let missing = (0..<period.count).filter { reach.state(of: period.day($0)) == .missing }.count
        if missing > 0 { text += " \(missing) day\(missing == 1 ? "" : "s") without data." }
        return text
    }

    /// A row a day: the tokens of the day, their running sum, and its share of the quota.
    package var table: ChartTable {
        var table = ChartTable(caption: "\(unit) used since the start, \(period.text) (\(period.zone))")
        table.columns = [
            .init("Day"), .init("Tokens", isNumeric: true), .init("In all", isNumeric: true),
        ]
        if quota != nil { table.columns.append(.init("Of quota", isNumeric: true)) }
        let sums = self.sums
        for index in 0..<period.count {
            let day = period.day(index)
            let state = reach.state(of: day)
            var row = [state == .running ? "\(day.iso) (so far)" : day.iso]
            if sums.indices.contains(index), state != .missing {
                row.append(ChartNumber.exact(index == 0 ? sums[0] : sums[index] - sums[index - 1]))
                row.append(ChartNumber.exact(sums[index]))
                if let quota { row.append(ChartNumber.percent(sums[index], ofQuota: quota)) }
            } else {
                row.append(state == .missing ? "no data" : "not yet")
                row += [String](repeating: "", count: table.columns.count - 2)
            }
            table.rows.append(row)
        }
        return table
    }
}

extension Int {
    /// The nearest whole number, held at the ends of the range; 0 for what is no number.
    init(clampingRounded value: Double) {
        guard value.isFinite else {
            self = 0
            return
        }
        self = Int(exactly: value.rounded()) ?? (value < 0 ? Int.min : Int.max)
    }
}

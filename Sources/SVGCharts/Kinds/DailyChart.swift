/// Tokens a day, stacked by key.
package struct DailyChart: Chart {
    /// The subject; nil for "Tokens a day by key".
    package var title: String?
    /// What is counted.
    package var unit: String
    /// The days.
    package var period: ChartPeriod
    /// The series from the baseline upwards; more than six become the five largest and "other".
    package var series: [ChartSeries]
    /// How far the figures reach.
    package var reach: DataReach
    /// Days with a rule.
    package var flags: [DayFlag]

    /// A graph of `series` over the days of `period`.
    package init(
        title: String? = nil, unit: String = "CI tokens", period: ChartPeriod, series: [ChartSeries],
        reach: DataReach = DataReach(), flags: [DayFlag] = []
    ) {
        self.title = title
        self.unit = unit
        self.period = period
        // What a series says of days that are not known yet, or not known at all, counts nowhere.
        let known = (0..<period.count).map { index in
            let state = reach.state(of: period.day(index))
            return state == .past || state == .running
        }
        self.series = Self.folded(
            series.map { entry in
                var entry = entry
                entry.values = known.indices.map { known[$0] ? entry.value($0) : 0 }
                return entry
            })
        self.reach = reach
        self.flags = flags
    }

    /// At most six series, or the five largest and the grey rest; the order is kept.
    static func folded(_ series: [ChartSeries]) -> [ChartSeries] {
        guard series.count > 6 else { return series }
        let ranked = series.indices.sorted {
            (series[$1].total, $0) < (series[$0].total, $1)
        }
        // A series that already is "other" stays in the rest.
        let kept = Set(ranked.filter { Tone.series(series[$0].slot) != .other }.prefix(5))
        let rest = series.indices.filter { !kept.contains($0) }
        let count = rest.map { series[$0].values.count }.max() ?? 0
        let sums = (0..<count).map { day in rest.map { series[$0].value(day) }.saturatedSum() }
        return series.indices.filter { kept.contains($0) }.map { series[$0] }
            + [ChartSeries(name: "\(rest.count) others", slot: -1, values: sums)]
    }

    private var heading: String {
        if let title { return title }
        return series.count == 1 ? "Tokens a day, \(series[0].name)" : "Tokens a day by key"
    }

    /// Whether there is something that the heading has not said: a single series is named there.
    private var hasLegend: Bool { series.count > 1 || series.contains { !heading.contains($0.name) } }

    private var totals: [Int] {
        (0..<period.count).map { index in
            isCounted(index) ? series.map { $0.value(index) }.saturatedSum() : 0
        }
    }

    private func isCounted(_ index: Int) -> Bool {
        let state = reach.state(of: period.day(index))
        return state == .past || state == .running
    }

    /// The drawing for a column of `width` pixels.
    package func drawing(width: Int) -> ChartDrawing {
        var canvas = Canvas(width: width)
        let totals = self.totals
        let title = heading
        var y = Heading(
            title: title, subtitle: "\(unit), \(period.text) (\(period.zone))",
            stamp: reach.dataTo.map { "data to \($0)" }
        ).draw(on: &canvas)

        let style = canvas.labelStyle
        if hasLegend { y = SeriesLegend(series: series).drawRows(on: &canvas, y: y + 2) }

        let plotHeight = min(300, max(210, (canvas.width * 0.31 / 10).rounded() * 10))
        let scale = LinearScale(maximum: totals.max() ?? 0, length: plotHeight)
        let axis = ValueAxis(scale: scale)
        let left = axis.gutter(style: style)
        let right = canvas.width
        let band = BandScale(count: period.count, start: left, width: right - left)

        var wanted: [FlagStrip.Flag] = []
        if let today = reach.today, let index = period.index(of: today) {
            wanted.append(.init(x: band.middle(index), names: ["today"], tone: .ink, dash: "2 3"))
        }
        for flag in flags {
            guard let index = period.index(of: flag.day) else { continue }
            wanted.append(
                .init(
                    x: band.middle(index), names: ["\(flag.name), \(flag.day.short)", flag.name], tone: .sunset,
                    dash: "7 3 1 3"))
        }
        let strip = FlagStrip(style: style, bounds: left...max(left, right), rows: 3)
        let placed = strip.place(wanted)
        let top = y + 8 + Double((placed.map(\.row).max() ?? -1) + 1) * 16
        let bottom = (top + plotHeight).rounded()

        axis.draw(on: &canvas, left: left, right: right, bottom: bottom)
        RuleMark(top: top, bottom: bottom).draw(placed, style: style, on: &canvas)

        let states = (0..<period.count).map { reach.state(of: period.day($0)) }
        let counted = states.indices.filter { states[$0] == .past || states[$0] == .running }
        let missing = states.indices.filter { states[$0] == .missing }
        let zero = counted.filter { totals[$0] == 0 && states[$0] == .past }
        let marks = DayStateMark(band: band, top: bottom - plotHeight, bottom: bottom)
        marks.drawMissing(on: &canvas, indices: missing)
        let heights = StackMark(series: series, scale: scale, band: band, bottom: bottom)
            .draw(on: &canvas, indices: counted)
        marks.drawZero(on: &canvas, indices: zero)
        let running = states.firstIndex(of: .running)
        if let running { marks.drawRunning(on: &canvas, index: running, height: heights[running] ?? 0) }
        y = DayAxis(period: period, band: band, right: right).draw(on: &canvas, y: bottom)
        let isRunningShown = running.map { heights[$0] != nil } ?? false
        y = Footnotes(
            sentences: DayStateMark.notes(
                zero: !zero.isEmpty && zero.count < counted.count, missing: !missing.isEmpty, running: isRunningShown)
        ).draw(on: &canvas, y: y)
        let form = hoverForm
        let names = series.map { BidiText.isolated(TextStyle.cut($0.name, to: form.length)) }
        canvas.hover(
            (0..<period.count).map { index in
                (
                    Box(x: band.left(index), y: bottom - plotHeight, width: band.step, height: plotHeight),
                    hoverText(index, total: totals[index], names: names, count: form.count)
                )
            })
        return canvas.drawing(height: max(y, 40), title: title, description: description(totals))
    }

    /// What a day says under the pointer: of `count` series by `names`, of the others together.
    private func hoverText(_ index: Int, total: Int, names: [String], count: Int) -> String {
        let day = period.day(index)
        switch reach.state(of: day) {
        case .future: return "\(day.short): not yet"
        case .missing: return "\(day.short): no data"
        case .running, .past: break
        }
        let text = "\(day.short)\(reach.state(of: day) == .running ? " so far" : ""): \(ChartNumber.text(total))"
        // From the top of the stack, as it is seen.
        let shown = series.indices.reversed().filter { series[$0].value(index) > 0 }
        guard !shown.isEmpty, series.count > 1 || total > 0 else { return text }
        let ranked = shown.sorted { (series[$1].value(index), $0) < (series[$0].value(index), $1) }
        let kept = ranked.prefix(count)
        var parts = shown.filter(kept.contains).map { "\(names[$0]) \(ChartNumber.text(series[$0].value(index)))" }
        let rest = ranked.dropFirst(count).map { series[$0].value(index) }
        if !rest.isEmpty { parts.append("\(rest.count) more \(ChartNumber.text(rest.saturatedSum()))") }
        return text + " (\(parts.joined(separator: ", ")))"
    }

    /// How many series the text under the pointer names, the largest of the day first, and in how many characters each.
    ///
    /// The texts of all days share some 1.4 KB, so that a month of six keys stays within 10 KB; the table has everything.
    /// It hangs on names and days alone: a changed figure changes no other line.
    private var hoverForm: (count: Int, length: Int) {
        let room = max(34, 1400 / max(1, period.count) - 12)
        let longest = series.map { $0.name.unicodeScalars.count }.max() ?? 0
        for count in stride(from: max(1, series.count), to: 1, by: -1) {
            let length = room / count - 6
            if length >= min(longest, 11) { return (count, max(length, 8)) }
        }
        return (1, max(room - 6, 8))
    }

    private func description(_ totals: [Int]) -> String {
        let sum = totals.saturatedSum()
        var text = "\(unit) a day, \(period.text) (\(period.zone)): "
        let hasDays = (0..<period.count).contains { isCounted($0) }
        guard hasDays else { return text + "no data yet." }
        text += "\(ChartNumber.exact(sum)) in total"
        if let dataTo = reach.dataTo { text += ", data to \(dataTo)" }
        text += "."
        if let peak = totals.indices.max(by: { (totals[$0], $1) < (totals[$1], $0) }), totals[peak] > 0 {
            text += " Peak \(ChartNumber.exact(totals[peak])) on \(period.day(peak).long)."
        }
        let ranked = series.filter { $0.total > 0 }.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
        if !ranked.isEmpty {
            text += " By key: "
            text += ranked.map { entry in
                "\(BidiText.isolated(entry.name)) \(ChartNumber.exact(entry.total)) (\(ChartNumber.percent(entry.total, of: sum)))"
            }.joined(separator: ", ")
            text += "."
        }
        let missing = (0..<period.count).filter { reach.state(of: period.day($0)) == .missing }.count
        if missing > 0 { text += " \(missing) day\(missing == 1 ? "" : "s") without data." }
        return text
    }

    /// A row a day, a column a series.
    package var table: ChartTable {
        var table = ChartTable(caption: "\(heading), \(unit), \(period.text) (\(period.zone))")
        table.columns = [.init("Day")] + [.init("Total", isNumeric: true)]
        table.columns += series.map { .init($0.name, isNumeric: true) }
        let totals = self.totals
        for index in 0..<period.count {
            let day = period.day(index)
            let cells: [String]
            switch reach.state(of: day) {
            case .future: cells = ["not yet"] + series.map { _ in "" }
            case .missing: cells = ["no data"] + series.map { _ in "" }
            case .past, .running:
                cells =
                    [ChartNumber.exact(totals[index])] + series.map { ChartNumber.exact($0.value(index)) }
            }
            let label = reach.state(of: day) == .running ? "\(day.iso) (so far)" : day.iso
            table.rows.append([label] + cells)
        }
        table.footer =
            ["Total", ChartNumber.exact(totals.saturatedSum())] + series.map { ChartNumber.exact($0.total) }
        return table
    }
}

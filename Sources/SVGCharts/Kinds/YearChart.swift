/// The months of a year, each against its quota.
package struct YearChart: Chart {
    /// What is known of a month.
    package enum State: Sendable, Hashable {
        /// The period is over.
        case closed
        /// The period is running.
        case running
        /// The period has not begun.
        case future
        /// Nothing is known of it.
        case missing
    }

    /// A period of about a month.
    package struct Month: Sendable, Hashable {
        /// The day on which it starts.
        package var start: ChartDay
        /// What is known of it.
        package var state: State
        /// The tokens that were used.
        package var tokens: Int
        /// The tokens that it may use; nil is unlimited.
        package var quota: Int?
        /// The tokens expected at its end, while it is running.
        package var projected: Int?
        /// The tokens of the same month a year before, where they are known.
        package var previous: Int?

        /// A month.
        package init(
            start: ChartDay, state: State, tokens: Int, quota: Int?, projected: Int? = nil, previous: Int? = nil
        ) {
            self.start = start
            self.state = state
            self.tokens = max(0, tokens)
            self.quota = quota.map { max(0, $0) }
            self.projected = projected
            self.previous = previous
        }

        /// `Nov 2026`.
        var shortName: String { "\(ChartDay.shortMonths[start.month - 1]) \(start.year)" }

        /// `November 2026`, or the first day where a period does not start with its month.
        var name: String {
            start.day == 1 ? "\(ChartDay.months[start.month - 1]) \(start.year)" : "from \(start.long)"
        }
    }

    /// The subject.
    package var title: String
    /// What is counted.
    package var unit: String
    /// The zone whose midnights part the months.
    package var zone: String
    /// The months, first to last.
    package var months: [Month]
    /// Up to when there are data.
    package var dataTo: String?

    /// A graph of `months`.
    package init(
        title: String, unit: String = "CI tokens", zone: String = "UTC", months: [Month], dataTo: String? = nil
    ) {
        self.title = title
        self.unit = unit
        self.zone = zone
        self.months = months
        self.dataTo = dataTo
    }

    private func isCounted(_ month: Month) -> Bool { month.state == .closed || month.state == .running }

    private var subtitle: String {
        guard let first = months.first, let last = months.last else { return "\(unit) a period (\(zone))" }
        let range = first == last ? first.name : "\(first.name) – \(last.name)"
        return "\(unit) a period, \(range) (\(zone))"
    }

    /// The drawing for a column of `width` pixels.
    ///
    /// The last quota is named along its line; where nothing is free there, beside the plot.
    package func drawing(width: Int) -> ChartDrawing {
        let along = drawing(width: width, namesQuotaBeside: false)
        return along.isNamed ? along.drawing : drawing(width: width, namesQuotaBeside: true).drawing
    }

    private func drawing(width: Int, namesQuotaBeside: Bool) -> (drawing: ChartDrawing, isNamed: Bool) {
        var isNamed = true
        var canvas = Canvas(width: width)
        let style = canvas.labelStyle
        var y = Heading(title: title, subtitle: subtitle, stamp: dataTo.map { "data to \($0)" }).draw(on: &canvas)
        let plotHeight = min(280, max(210, (canvas.width * 0.28 / 10).rounded() * 10))
        let figures = months.flatMap { month -> [Int] in
            [month.quota ?? 0, isCounted(month) ? month.tokens : 0, month.projected ?? 0, month.previous ?? 0]
        }
        let scale = LinearScale(maximum: figures.max() ?? 0, length: plotHeight)
        let axis = ValueAxis(scale: scale)
        let left = axis.gutter(style: style)
        let bold = TextStyle(size: style.size, isBold: true)
        let quotaLines = months.last?.quota.map { ["Quota", ChartNumber.text($0)] } ?? []
        // The lines of the quota are drawn last: what is free along the last of them is known then.
        let side = namesQuotaBeside ? (quotaLines.map { bold.width(of: $0) }.max() ?? 0) + 8 : 0
        let right = canvas.width - side.rounded(.up)
        let band = BandScale(count: months.count, start: left, width: right - left)
        let bottom = (y + 18 + plotHeight).rounded()
        axis.draw(on: &canvas, left: left, right: right, bottom: bottom)
        drawBars(on: &canvas, band: band, scale: scale, bottom: bottom)
        if let quota = months.last?.quota {
            let level = bottom - scale.height(quota).rounded()
            if namesQuotaBeside {
                let first = level - Double(quotaLines.count) * 7.5 + 11
                canvas.text(
                    .quota, bold,
                    quotaLines.enumerated().map { ($0.element, right + 8, (first + Double($0.offset) * 15).rounded()) })
            } else {
                let same = months.reversed().prefix { $0.quota == quota && $0.state != .missing }.count
                // A line that is shorter than its name has it at its end all the same.
                let text = quotaLines.joined(separator: " ")
                let start = max(left + 2, min(band.left(months.count - same) + 2, right - bold.width(of: text) - 12))
                let label = LineLabel(
                    text: text, style: bold, span: start...max(start, right),
                    rows: bottom - plotHeight - 18...bottom, startsAtRight: true)
                let place = label.place(along: level, on: canvas)
                isNamed = place != nil
                canvas.text(.quota, bold, place.map { [(label.text, $0.x, $0.y)] } ?? [])
            }
        }
        y = drawMonthAxis(on: &canvas, band: band, right: right, y: bottom)
        y = Footnotes(sentences: notes).draw(on: &canvas, y: y)
        canvas.hover(
            months.enumerated().map { index, month in
                (
                    Box(x: band.left(index), y: bottom - plotHeight, width: band.step, height: plotHeight),
                    hoverText(month)
                )
            })
        return (canvas.drawing(height: max(y, 40), title: title, description: description), isNamed)
    }

    private var notes: [String] {
        var notes: [String] = []
        if months.contains(where: { $0.previous != nil }) { notes.append("Grey: the same month a year before.") }
        if months.contains(where: { $0.state == .running && $0.tokens > 0 }) {
            let hasProjection = months.contains { $0.state == .running && $0.projected != nil }
            notes.append(hasProjection ? "Striped: still running; dashed: expected." : "Striped: still running.")
        }
        if months.contains(where: { $0.state == .missing }) { notes.append("Hatched: no data.") }
        if let steps = quotaSteps { notes.append(steps) }
        return notes
    }

    /// The quotas with the months from which they held, where there were several; the last has its label at the line.
    private var quotaSteps: String? {
        var steps: [(quota: Int?, since: Month)] = []
        for month in months
        where month.state != .missing && (steps.isEmpty || steps[steps.count - 1].quota != month.quota) {
            steps.append((month.quota, month))
        }
        guard steps.count > 1, steps.count <= 4 else { return nil }
        let words = steps.enumerated().map { index, step in
            let count = step.quota.map { ChartNumber.text($0) } ?? "unlimited"
            return index == 0
                ? count : "\(count) from \(step.since.start.day == 1 ? step.since.shortName : step.since.start.short)"
        }
        return "Quota \(words.joined(separator: ", then "))."
    }

    private func drawBars(
        on canvas: inout Canvas, band: BandScale, scale: LinearScale, bottom: Double
    ) {
        var before = SVGPath()
        var bars = SVGPath()
        var zeros = SVGPath()
        var quotas = SVGPath()
        var expected = SVGPath()
        var missing: [Box] = []
        var running: [Box] = []
        let hasBefore = months.contains { $0.previous != nil }
        let wide = hasBefore ? (band.bar * 0.62).rounded(.down) : min(band.bar, 56)
        let slim = hasBefore ? (band.bar * 0.34).rounded(.down) : 0
        for (index, month) in months.enumerated() {
            // A month without a bar beside it stands alone above its name.
            let pair = month.previous == nil ? 0 : slim + 1
            let start = (band.middle(index) - (wide + pair) / 2).rounded()
            let barLeft = start + pair
            if let previous = month.previous {
                let height = previous > 0 ? max(1, scale.height(previous).rounded()) : 0
                if height > 0 { before.rectangle(Box(x: start, y: bottom - height, width: slim, height: height)) }
            }
            switch month.state {
            case .future: break
            case .missing:
                // A low sign: months without data must not be louder than those with.
                missing.append(Box(x: barLeft, y: bottom - 24, width: wide, height: 24))
            case .closed, .running:
                let height = month.tokens > 0 ? max(1, scale.height(month.tokens).rounded()) : 0
                let box = Box(x: barLeft, y: bottom - height, width: wide, height: height)
                if height > 0 {
                    bars.rectangle(box)
                    if month.state == .running { running.append(box) }
                } else {
                    zeros.horizontal(x: barLeft, y: bottom - 2, length: wide)
                }
                if month.state == .running, let projected = month.projected {
                    let full = scale.height(projected).rounded()
                    if full > height + 1 {
                        expected.rectangle(
                            Box(x: barLeft + 0.5, y: bottom - full, width: wide - 1, height: full - height))
                    }
                }
            }
            if let quota = month.quota, month.state != .missing {
                quotas.horizontal(x: band.left(index), y: bottom - scale.height(quota).rounded(), length: band.step)
            }
        }
        canvas.fillMissing(missing)
        canvas.fill(.axis, before)
        canvas.fill(.accent, bars)
        canvas.coverRunning(running)
        canvas.stroke(.accent, width: 1, dash: "4 3", expected)
        canvas.stroke(.axis, width: 2, zeros)
        canvas.stroke(.quota, width: 2, quotas)
    }

    /// Months, the figures where they fit, and, where they are not all of one year, the year below the first and below each
    /// January: one year stands in the subtitle.
    private func drawMonthAxis(on canvas: inout Canvas, band: BandScale, right: Double, y: Double) -> Double {
        let style = canvas.labelStyle
        var line = SVGPath()
        line.horizontal(x: band.start, y: y, length: right - band.start)
        canvas.stroke(.axis, width: 1, line)
        var names: [(text: String, x: Double, y: Double)] = []
        var years: [(text: String, x: Double, y: Double)] = []
        let full = months.map { $0.start.day == 1 ? ChartDay.shortMonths[$0.start.month - 1] : $0.start.short }
        let isFull = full.allSatisfy { style.width(of: $0) + 4 <= band.step }
        let stride = isFull ? 1 : max(1, Int((style.width(of: "W") + 4) / band.step) + 1)
        for (index, month) in months.enumerated() where index % stride == 0 {
            let letter = ChartDay.shortMonths[month.start.month - 1].prefix(1)
            names.append((isFull ? full[index] : String(letter), band.middle(index), y + 17))
        }
        var starts: [(year: Int, index: Int, count: Int)] = []
        for (index, month) in months.enumerated() {
            if starts.last?.year == month.start.year {
                starts[starts.count - 1].count += 1
            } else {
                starts.append((month.start.year, index, 1))
            }
        }
        let counts = months.map { isCounted($0) ? ChartNumber.text($0.tokens) : "" }
        let hasCounts = !canvas.isNarrow && counts.allSatisfy { style.width(of: $0) + 6 <= band.step }
        let hasYears = starts.count > 1
        let yearBaseline = y + (hasCounts ? 33 : 17) + (hasYears ? 16 : 0)
        // Where two years start close together the one with more months keeps its label.
        for start in hasYears ? starts.sorted(by: { ($1.count, $0.index) < ($0.count, $1.index) }) : [] {
            let text = String(start.year)
            let width = style.width(of: text)
            let x = band.middle(start.index) - width / 2
            if years.allSatisfy({ abs($0.x - x) >= width + 8 }) { years.append((text, x, yearBaseline)) }
        }
        canvas.text(.muted, style, .middle, names)
        if hasCounts {
            canvas.text(
                .ink, style, .middle,
                counts.enumerated().filter { !$0.element.isEmpty }.map { ($0.element, band.middle($0.offset), y + 33) })
        }
        canvas.text(.muted, style, years)
        return yearBaseline + 6
    }

    private func hoverText(_ month: Month) -> String {
        var text = "\(month.name): "
        switch month.state {
        case .future: return text + "not yet"
        case .missing: return text + "no data"
        case .closed, .running: break
        }
        text += ChartNumber.text(month.tokens)
        if let quota = month.quota {
            text += " of \(ChartNumber.text(quota)) (\(ChartNumber.percent(month.tokens, ofQuota: quota)))"
        }
        if month.state == .running { text += " so far" }
        if let projected = month.projected { text += ", about \(ChartNumber.text(projected)) expected" }
        if let previous = month.previous { text += "; a year before \(ChartNumber.text(previous))" }
        return text
    }

    private var description: String {
        let counted = months.filter(isCounted)
        guard !counted.isEmpty else { return "\(subtitle): no data yet." }
        var text = "\(subtitle): \(ChartNumber.exact(counted.map(\.tokens).saturatedSum())) in total."
        let largest = counted.enumerated().max { ($0.element.tokens, $1.offset) < ($1.element.tokens, $0.offset) }
        if let peak = largest?.element {
            text += " Most in \(peak.name), \(ChartNumber.exact(peak.tokens))."
        }
        let over = counted.filter { month in month.quota.map { month.tokens > $0 } ?? false }
        if !over.isEmpty { text += " Over the quota: \(over.map(\.name).joined(separator: ", "))." }
        return text
    }

    /// A row a month.
    package var table: ChartTable {
        var table = ChartTable(caption: "\(title), \(subtitle)")
        table.columns = [.init("Period")]
        table.columns += ["Tokens", "Quota", "Of quota", "Year before"].map { .init($0, isNumeric: true) }
        for month in months {
            var row = [month.state == .running ? "\(month.name) (so far)" : month.name]
            switch month.state {
            case .future: row.append("not yet")
            case .missing: row.append("no data")
            case .closed, .running: row.append(ChartNumber.exact(month.tokens))
            }
            row.append(month.quota.map(ChartNumber.exact) ?? "unlimited")
            row.append(
                isCounted(month) ? month.quota.map { ChartNumber.percent(month.tokens, ofQuota: $0) } ?? "" : "")
            row.append(month.previous.map(ChartNumber.exact) ?? "")
            table.rows.append(row)
        }
        return table
    }
}

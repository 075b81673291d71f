package import KeyLedger
package import SVGCharts
internal import Values

// From figures to graphs. Everything that a graph says is computed before it is drawn.
extension LedgerFigures {
    /// What a graph is asked to show.
    package struct GraphRequest: Sendable, Hashable {
        /// Which graph.
        package var graph: UsageGraph
        /// The period; nil for the running one.
        package var period: BillingPeriod?
        /// How many periods, ending with that one.
        package var last: Int
        /// Which usage.
        package var filter: UsageFilter

        /// A request.
        package init(_ graph: UsageGraph, period: BillingPeriod? = nil, last: Int = 1, filter: UsageFilter = .all) {
            self.graph = graph
            self.period = period
            self.last = max(1, min(last, 120))
            self.filter = filter
        }

        /// What makes the ids of the drawing unique on a page: requests that differ have ids that differ.
        package var id: String {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            let kind = filter.kind?.rawValue ?? ""
            let parts = [
                period?.name ?? "", String(last), filter.key ?? "", filter.project ?? "", filter.provider ?? "", kind,
            ]
            for part in parts {
                for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                hash = (hash ^ 0xff) &* 0x100_0000_01b3
            }
            return "\(graph.rawValue)-\(String(hash, radix: 36))"
        }
    }

    /// The graph that was asked for.
    package func chart(_ request: GraphRequest) throws(LedgerError) -> any Chart {
        let period = request.period ?? currentPeriod
        switch request.graph {
        case .sparkline: return try sparkline(request)
        case .year: return try year(around: period, filter: request.filter)
        case .calendar:
            if request.period == nil && request.last == 1 { return try calendarOfTheYear(filter: request.filter) }
            return calendar(try figures(of: period, last: request.last, filter: request.filter))
        case .daily: return try daily(try figures(of: period, last: request.last, filter: request.filter))
        case .cumulative: return try cumulative(try figures(of: period, last: request.last, filter: request.filter))
        case .keys: return try shares(try figures(of: period, last: request.last, filter: request.filter))
        case .projects:
            let figures = try figures(of: period, last: request.last, filter: request.filter)
            return parts(figures, figures.projects, title: "Share by project", without: "no project")
        case .providers:
            let figures = try figures(of: period, last: request.last, filter: request.filter)
            return parts(figures, figures.providers, title: "Share by provider", without: "no provider")
        }
    }

    // MARK: Kinds

    /// Tokens a day by key.
    package func daily(_ figures: UsageFigures) throws(LedgerError) -> DailyChart {
        var kept: [(part: UsageFigures.KeyPart, slot: Int)] = []
        var taken = Set<Int>()
        let limit = figures.keys.count > 6 ? 5 : 6
        for part in figures.keys where kept.count < limit {
            let slot = try colorSlot(ofKey: part.id)
            // Two keys of one colour in one graph could not be told apart: the smaller goes to the rest.
            if taken.insert(slot).inserted { kept.append((part, slot)) }
        }
        var values = [String: [Int]](
            uniqueKeysWithValues: kept.map { ($0.part.id, [Int](repeating: 0, count: figures.days.count)) })
        var rest = [Int](repeating: 0, count: figures.days.count)
        for (index, day) in figures.days.enumerated() {
            for entry in day.keys {
                if values[entry.key] != nil {
                    values[entry.key]?[index] = entry.tokens
                } else {
                    rest[index] = rest[index].addingSaturated(entry.tokens)
                }
            }
        }
        var series = kept.map { ChartSeries(name: $0.part.name, slot: $0.slot, values: values[$0.part.id] ?? []) }
        let others = figures.keys.count - kept.count
        if others > 0 {
            series.append(ChartSeries(name: "\(others) other\(others == 1 ? "" : "s")", slot: -1, values: rest))
        }
        let title: String?
        if let id = figures.filter.key {
            title = "Tokens a day, \(try name(ofKey: id, in: figures.period))"
        } else if let project = figures.filter.project {
            title = "Tokens a day by key, \(project.isEmpty ? "no project" : project)"
        } else {
            title = nil
        }
        return DailyChart(
            title: title, unit: Self.unit, period: chartPeriod(figures), series: series, reach: try reach(figures),
            flags: flags(figures))
    }

    /// The running sum against the quota.
    package func cumulative(_ figures: UsageFigures) throws(LedgerError) -> CumulativeChart {
        let projection = figures.forecast.map { forecast in
            CumulativeChart.Projection(
                total: forecast.tokens, low: forecast.low, high: forecast.high, method: Self.method(forecast.method),
                path: expected(figures, forecast))
        }
        return CumulativeChart(
            unit: Self.unit, period: chartPeriod(figures), values: figures.days.map(\.tokens), quota: figures.quota,
            thresholds: figures.thresholds.map(\.percent), reach: try reach(figures), projection: projection,
            runsOutOn: figures.runsOutOn.map { ChartDay($0) }, flags: flags(figures))
    }

    /// The running sum that is expected at the end of today and of each later day.
    private func expected(_ figures: UsageFigures, _ forecast: UsageForecast) -> [Int] {
        guard let today = figures.days.firstIndex(where: { $0.phase == .running }) else { return [] }
        return forecast.cumulative.dropFirst(today).map { Int(exactly: $0.rounded()) ?? Int.max }
    }

    private static func method(_ method: UsageForecast.Method) -> String {
        switch method {
        case .actual: return "actual use"
        case .elapsedTime: return "from the time gone by"
        case .weekdayProfile: return "from the last 8 weeks by weekday"
        }
    }

    /// Shares by key.
    package func shares(_ figures: UsageFigures) throws(LedgerError) -> RankedChart {
        var entries: [RankedChart.Entry] = []
        let known = try keys(in: figures.period)
        for part in figures.keys {
            let marks = known[part.id]?.marks ?? [part.state.rawValue]
            entries.append(
                .init(
                    name: part.name, note: marks.joined(separator: ", "), slot: try colorSlot(ofKey: part.id),
                    tokens: part.tokens))
        }
        return RankedChart(
            title: "Share by key", subtitle: subtitle(figures), entries: entries, dataTo: figures.dataToText)
    }

    private func parts(
        _ figures: UsageFigures, _ parts: [UsageFigures.Part], title: String, without: String
    ) -> RankedChart {
        // Projects are no keys: the colours of keys would say something that is not so.
        RankedChart(
            title: title, subtitle: subtitle(figures),
            entries: parts.map { .init(name: $0.name.isEmpty ? without : $0.name, slot: nil, tokens: $0.tokens) },
            dataTo: figures.dataToText)
    }

    private func subtitle(_ figures: UsageFigures) -> String {
        "\(Self.unit), \(chartPeriod(figures).text) (\(figures.zone.name))"
    }

    /// The periods that start in the same year as `period`, and the same ones a year before where there are data.
    package func year(around period: BillingPeriod, filter: UsageFilter = .all) throws(LedgerError) -> YearChart {
        let year = period.firstDay.year
        let known = try periods()
        let earliest = known.first?.start ?? currentPeriod.start
        var months: [YearChart.Month] = []
        var current = period
        while ledger.calendar.period(before: current).firstDay.year == year {
            current = ledger.calendar.period(before: current)
        }
        // A change of the rule can make short periods; no year has more than these.
        while current.firstDay.year == year, months.count < 40 {
            var before: Int?
            if let earlier = try periodAYearBefore(current) { before = try summary(of: earlier, filter: filter).used }
            let day = ChartDay(current.firstDay)
            let quota = filter.isAll ? workspace.quota(on: min(current.lastDay, max(current.firstDay, today))) : nil
            if current.start > now {
                months.append(.init(start: day, state: .future, tokens: 0, quota: quota, previous: before))
            } else if current.end <= earliest {
                months.append(.init(start: day, state: .missing, tokens: 0, quota: quota, previous: before))
            } else {
                let summary = try summary(of: current, filter: filter)
                let isRunning = current.contains(now)
                months.append(
                    .init(
                        start: day, state: isRunning ? .running : .closed, tokens: summary.used,
                        quota: summary.quota, projected: isRunning ? summary.projected : nil, previous: before))
            }
            current = ledger.calendar.period(after: current)
        }
        let hasQuota = months.contains { $0.quota != nil }
        // A year that is over has all its data, whatever came since.
        let isOver = current.start <= now
        let dataTo =
            isOver
            ? ChartDay(ledger.calendar.period(before: current).lastDay).long
            : try summary(of: currentPeriod).dataTo.map(text)
        return YearChart(
            title: hasQuota ? "\(year) against the quota" : "\(year) by period", unit: Self.unit,
            zone: workspace.zone.name, months: months, dataTo: dataTo)
    }

    /// The period with data that began in the same month a year before; nil where there is none.
    func periodAYearBefore(_ period: BillingPeriod) throws(LedgerError) -> BillingPeriod? {
        let day = period.firstDay
        return try periods().first { $0.firstDay.year == day.year - 1 && $0.firstDay.month == day.month }
    }

    /// Every day of the figures as a square.
    package func calendar(_ figures: UsageFigures) -> CalendarChart {
        CalendarChart(
            title: "Every day, \(figures.name)", unit: Self.unit, period: chartPeriod(figures),
            values: figures.days.map(\.tokens), reach: (try? reach(figures)) ?? DataReach())
    }

    /// The 53 weeks that end with today.
    private func calendarOfTheYear(filter: UsageFilter) throws(LedgerError) -> CalendarChart {
        let days = try ledger.recentDays(53 * 7, filter: filter)
        return CalendarChart(
            title: "Every day of the last year", unit: Self.unit, period: chartPeriod(days), values: days.map(\.tokens),
            reach: try reach(days))
    }

    /// The last thirty days, or the days of a period that was asked for.
    private func sparkline(_ request: GraphRequest) throws(LedgerError) -> Sparkline {
        let named = try request.filter.key.map { id throws(LedgerError) in
            try self.name(ofKey: id, in: request.period ?? currentPeriod)
        }
        let name = named ?? request.filter.project ?? workspace.name
        let slot = try request.filter.key.map { id throws(LedgerError) in try colorSlot(ofKey: id) } ?? 0
        if let period = request.period {
            if let id = request.filter.key, request.filter == UsageFilter(key: id) {
                // The days of a key are in the figures of all keys: a report with a row a key counts but once.
                let figures = try figures(of: period, last: request.last)
                return Sparkline(
                    name: name, slot: slot, unit: Self.unit, period: chartPeriod(figures),
                    values: request.last > 1
                        ? figures.days.map { day in day.keys.first { $0.key == id }?.tokens ?? 0 }
                        : try days(ofKey: id, in: period),
                    reach: try reach(figures))
            }
            let figures = try figures(of: period, last: request.last, filter: request.filter)
            return Sparkline(
                name: name, slot: slot, unit: Self.unit, period: chartPeriod(figures),
                values: figures.days.map(\.tokens), reach: try reach(figures))
        }
        let days = try ledger.recentDays(request.last > 1 ? request.last * 30 : 30, filter: request.filter)
        return Sparkline(
            name: name, slot: slot, unit: Self.unit, period: chartPeriod(days), values: days.map(\.tokens),
            reach: try reach(days))
    }

    // MARK: Days

    /// What is counted.
    package static let unit = "CI tokens"

    private var today: CivilDate { now.day(in: workspace.zone) }

    private func chartPeriod(_ figures: UsageFigures) -> ChartPeriod {
        ChartPeriod(
            start: ChartDay(figures.firstDay), end: ChartDay(figures.lastDay).adding(1), zone: figures.zone.name)
    }

    private func chartPeriod(_ days: [(date: CivilDate, tokens: Int)]) -> ChartPeriod {
        let first = days.first?.date ?? today
        return ChartPeriod(
            start: ChartDay(first), end: ChartDay(first).adding(max(1, days.count)), zone: workspace.zone.name)
    }

    private func reach(_ figures: UsageFigures) throws(LedgerError) -> DataReach {
        try reach(from: figures.firstDay, through: figures.lastDay, isRunning: figures.isRunning, zone: figures.zone)
    }

    private func reach(_ days: [(date: CivilDate, tokens: Int)]) throws(LedgerError) -> DataReach {
        try reach(
            from: days.first?.date ?? today, through: days.last?.date ?? today, isRunning: true, zone: workspace.zone)
    }

    /// Which of the days run, are to come, or lie before the first event.
    private func reach(
        from first: CivilDate, through last: CivilDate, isRunning: Bool, zone: TimeZoneRules
    ) throws(LedgerError) -> DataReach {
        let today = now.day(in: zone)
        var permille = 500
        let start = zone.firstInstant(ofDay: today)
        let end = zone.firstInstant(ofDay: today.adding(days: 1))
        if end > start { permille = (now.seconds - start) * 1000 / (end - start) }
        var missing = Set<ChartDay>()
        if let begin = try firstDayWithData() {
            var day = first
            while day < min(begin, last.adding(days: 1)), missing.count < 4000 {
                missing.insert(ChartDay(day))
                day = day.adding(days: 1)
            }
        }
        let dataTo = try summary(of: currentPeriod).dataTo
        return DataReach(
            today: isRunning || today < first ? ChartDay(today) : nil, todayPermille: permille,
            dataTo: dataTo.map { last < today && !isRunning ? ChartDay(last).long : text($0) }, missing: missing)
    }

    private func flags(_ figures: UsageFigures) -> [DayFlag] {
        var flags: [DayFlag] = []
        for rule in workspace.sunsets {
            let isMeant = figures.filter.kind.map { $0 == rule.kind } ?? true
            guard isMeant else { continue }
            if let day = rule.endsOn, day >= figures.firstDay, day <= figures.lastDay {
                flags.append(DayFlag(day: ChartDay(day), name: "\(rule.kind.title) ends"))
            }
            if let day = rule.noNewFrom, day >= figures.firstDay, day <= figures.lastDay {
                flags.append(DayFlag(day: ChartDay(day), name: "no new \(rule.kind.title)"))
            }
        }
        return flags
    }
}

extension ChartDay {
    /// The day of a date.
    init(_ date: CivilDate) { self.init(year: date.year, month: date.month, day: date.day) }
}

internal import Synchronization
internal import Values

extension Ledger {
    /// One period in figures; the running one unless another is named.
    ///
    /// The figures of a period are those that had come when it closed; what came later is among the adjustments of the
    /// period that was open then. A filter leaves quota and thresholds out: they are of the whole workspace.
    package func summary(
        of period: BillingPeriod? = nil, filter: UsageFilter = .all
    ) throws(LedgerError) -> UsageSummary {
        let period = period ?? currentPeriod
        let now = now
        let totals = try allUsage()
        let report = try closedReport(of: period)
        if let report, filter.isAll { return try summary(of: period, report: report, totals: totals, now: now) }
        return try summary(of: period, filter: filter, report: report, totals: totals, now: now)
    }

    /// The figures that the events give.
    func summary(
        of period: BillingPeriod, filter: UsageFilter, report: ClosedReport?, totals: UsageTotals, now: Instant
    ) throws(LedgerError) -> UsageSummary {
        let workspace = workspace
        let position = totals.position(of: period)
        let buckets = position.map { totals.days.bucketsOf[$0] } ?? 0..<0
        let isWanted = totals.selection(filter)
        let rows = totals.cube.rows(in: buckets).filter { $0.listedIn < 0 && isWanted($0) }

        var figures = Figures(days: period.days)
        for row in rows {
            figures.add(
                day: row.bucket - buckets.lowerBound, key: totals.cube.keys[row.key],
                project: row.project < 0 ? "" : totals.cube.projects[row.project],
                provider: row.provider < 0 ? "" : totals.cube.providers[row.provider], tokens: row.tokens,
                events: row.events)
        }
        var adjustments: [UsageSummary.Adjustment] = []
        if let position, filter.isAll {
            var sums: [String: [String: (tokens: Int, events: Int)]] = [:]
            for row in totals.cube.rows where row.listedIn == position {
                let name = totals.days.periods[totals.days.periodOf[row.bucket]].name
                sums[name, default: [:]][totals.cube.keys[row.key], default: (0, 0)].tokens &+= row.tokens
                sums[name, default: [:]][totals.cube.keys[row.key], default: (0, 0)].events &+= row.events
            }
            for (name, byKey) in sums.sorted(by: { $0.key < $1.key }) {
                for (key, sum) in byKey.sorted(by: { $0.key < $1.key }) {
                    adjustments.append(
                        UsageSummary.Adjustment(period: name, key: key, tokens: sum.tokens, events: sum.events))
                }
            }
        }
        return try assemble(
            period: period, filter: filter, figures: figures, names: [:], report: nil,
            isClosed: report != nil, adjustments: adjustments, workspace: workspace, totals: totals, now: now)
    }

    /// The figures that a closed report keeps.
    private func summary(
        of period: BillingPeriod, report: ClosedReport, totals: UsageTotals, now: Instant
    ) throws(LedgerError) -> UsageSummary {
        var figures = Figures(days: period.days)
        for (day, entry) in report.days.enumerated() where day < period.days {
            for (key, tokens) in entry.keys { figures.add(day: day, key: key, tokens: tokens) }
        }
        figures.events = report.events
        figures.projects = Dictionary(report.projects.map { ($0.name, $0.tokens) }, uniquingKeysWith: &+)
        figures.providers = Dictionary(report.providers.map { ($0.name, $0.tokens) }, uniquingKeysWith: &+)
        return try assemble(
            period: period, filter: .all, figures: figures,
            names: Dictionary(report.keys.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
            report: report, isClosed: true, adjustments: report.adjustments, workspace: workspace, totals: totals,
            now: now)
    }

    /// Sums of one period, from whichever source.
    struct Figures {
        var daily: [Int]
        var byDayAndKey: [[String: Int]]
        var keys: [String: Int] = [:]
        var projects: [String: Int] = [:]
        var providers: [String: Int] = [:]
        var events = 0

        init(days: Int) {
            daily = [Int](repeating: 0, count: days)
            byDayAndKey = [[String: Int]](repeating: [:], count: days)
        }

        mutating func add(
            day: Int, key: String, project: String? = nil, provider: String? = nil, tokens: Int, events: Int = 0
        ) {
            guard daily.indices.contains(day) else { return }
            daily[day] &+= tokens
            byDayAndKey[day][key, default: 0] &+= tokens
            keys[key, default: 0] &+= tokens
            if let project { projects[project, default: 0] &+= tokens }
            if let provider { providers[provider, default: 0] &+= tokens }
            self.events &+= events
        }
    }

    private func assemble(
        period: BillingPeriod, filter: UsageFilter, figures: Figures, names: [String: String], report: ClosedReport?,
        isClosed: Bool, adjustments: [UsageSummary.Adjustment], workspace: Workspace, totals: UsageTotals, now: Instant
    ) throws(LedgerError) -> UsageSummary {
        let used = figures.daily.reduce(0, &+)
        let today = now.day(in: period.zone)
        let running = period.contains(now) ? min(today.days(since: period.firstDay), period.days - 1) : nil
        let total = Double(max(used, 1))
        func shares(_ sums: [String: Int]) -> [UsageSummary.NamedShare] {
            sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                UsageSummary.NamedShare(name: $0.key, tokens: $0.value, share: Double($0.value) / total)
            }
        }
        let keyShares = shares(figures.keys).map { share in
            let key = key(id: share.name)
            return UsageSummary.KeyShare(
                id: share.name, name: names[share.name] ?? key?.name ?? share.name,
                state: key?.state(at: now, in: workspace) ?? .deleted, tokens: share.tokens, share: share.share)
        }
        let days = period.dates.enumerated().map { index, date in
            let phase: UsageSummary.Day.Phase =
                now < period.start
                ? .future : running.map { index < $0 ? .past : index == $0 ? .running : .future } ?? .past
            let byKey = figures.byDayAndKey[index]
            return UsageSummary.Day(
                date: date, tokens: figures.daily[index],
                keys: keyShares.compactMap { share in
                    byKey[share.id].map { UsageSummary.Day.KeyTokens(key: share.id, tokens: $0) }
                }, phase: phase)
        }
        let isWhole = filter.isAll
        let quota =
            !isWhole
            ? nil : report.map(\.quota) ?? workspace.quota(on: min(period.lastDay, max(period.firstDay, today)))
        let forecast = forecast(period, figures.daily, running: running, filter: filter, totals: totals, now: now)
        return UsageSummary(
            period: period, filter: filter, now: now, isClosed: isClosed, revision: report?.revision,
            digest: report?.digest, quota: quota, quotaSteps: isWhole ? Self.quotaSteps(workspace, in: period) : [],
            used: used, events: figures.events, left: quota.map { max(0, $0 - used) }, projection: forecast,
            runsOutOn: Self.firstDay(reaching: quota, daily: figures.daily, forecast: forecast, in: period),
            dataTo: totals.cube.dataTo, days: days, keys: keyShares, projects: shares(figures.projects),
            providers: shares(figures.providers),
            previous: previous(of: period, filter: filter, daysElapsed: period.daysElapsed(at: now), totals: totals),
            thresholds: quota.map { quota in
                Self.thresholds(
                    report?.thresholds ?? workspace.thresholds, quota: quota, daily: figures.daily, in: period)
            } ?? [],
            adjustments: adjustments)
    }

    private func forecast(
        _ period: BillingPeriod, _ daily: [Int], running: Int?, filter: UsageFilter, totals: UsageTotals, now: Instant
    ) -> UsageForecast? {
        guard now >= period.start else { return nil }
        var history: [Int] = []
        var partOfDay = 1.0
        if let running, let position = totals.position(of: period) {
            let first = totals.days.bucketsOf[position].lowerBound
            // Days before the first event are not days without use.
            let begin = max(totals.cube.rows.first?.bucket ?? first, first - 56)
            if begin < first { history = totals.daily(begin..<first, filter: filter) }
            let today = first + running
            let start = totals.days.starts[today]
            let end = totals.days.starts[today + 1]
            if end > start { partOfDay = min(1, max(0, Double(now.seconds - start) / Double(end - start))) }
        }
        return UsageForecast(
            days: daily, running: running, partOfDay: partOfDay, history: history, firstWeekday: period.firstDay.weekday
        )
    }

    private func previous(
        of period: BillingPeriod, filter: UsageFilter, daysElapsed: Int, totals: UsageTotals
    ) -> UsageSummary.Previous? {
        guard let position = totals.position(of: period), position > 0 else { return nil }
        let before = totals.days.bucketsOf[position - 1]
        guard let first = totals.cube.rows.first?.bucket, first < before.upperBound else { return nil }
        let days = totals.daily(before, filter: filter)
        return UsageSummary.Previous(
            period: totals.days.periods[position - 1], used: days.reduce(0, &+),
            usedToSameDay: days.prefix(daysElapsed).reduce(0, &+), days: days)
    }

    private static func quotaSteps(_ workspace: Workspace, in period: BillingPeriod) -> [Workspace.QuotaLine] {
        var steps = [Workspace.QuotaLine(from: period.firstDay, tokens: workspace.quota(on: period.firstDay))]
        for line in workspace.quota where line.from > period.firstDay && line.from <= period.lastDay {
            if line.tokens != steps.last?.tokens { steps.append(line) }
        }
        return steps
    }

    static func firstDay(
        reaching quota: Int?, daily: [Int], forecast: UsageForecast?, in period: BillingPeriod
    ) -> CivilDate? {
        guard let quota, quota > 0 else { return nil }
        var sum = 0
        for (day, tokens) in daily.enumerated() {
            sum &+= tokens
            if sum >= quota { return period.firstDay.adding(days: day) }
        }
        return forecast?.cumulative.firstIndex { $0 >= Double(quota) }.map { period.firstDay.adding(days: $0) }
    }

    static func thresholds(
        _ percents: [Int], quota: Int, daily: [Int], in period: BillingPeriod
    ) -> [UsageSummary.Threshold] {
        percents.map { percent in
            let tokens = tokens(at: percent, of: quota)
            var sum = 0
            let day =
                quota > 0
                ? daily.firstIndex {
                    sum &+= $0
                    return sum >= tokens
                } : nil
            return UsageSummary.Threshold(
                percent: percent, tokens: tokens, reachedOn: day.map { period.firstDay.adding(days: $0) })
        }
    }
}

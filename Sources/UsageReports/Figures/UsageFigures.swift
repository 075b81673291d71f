package import KeyLedger
internal import SVGCharts
package import Values

/// What graphs, exports and templates show of one period, or of several in a row.
///
/// One shape for both: `last=3` is the same page as one month, only longer.
package struct UsageFigures: Sendable {
    /// The name of the period, `2026-09 – 2026-11` for several.
    package let name: String
    /// The periods, the oldest first; never empty.
    package let periods: [BillingPeriod]
    /// The moment the figures were made at.
    package let now: Instant
    /// What was asked for.
    package let filter: UsageFilter
    /// Whether every period is closed.
    package let isClosed: Bool
    /// The revision of the closed report, for a single closed period.
    package let revision: Int?
    /// The digest of the lines that the closed report came from.
    package let digest: String?
    /// The tokens of the quota; nil is unlimited, or not meant for the filter.
    package let quota: Int?
    /// The tokens used.
    package let used: Int
    /// The starts counted.
    package let events: Int
    /// What the running period is heading for; nil when none is running.
    package let forecast: UsageForecast?
    /// The day on which the quota was or will be used up.
    package let runsOutOn: CivilDate?
    /// The time of the latest event in the store.
    package let dataTo: Instant?
    /// The days in order, those to come too.
    package let days: [UsageSummary.Day]
    /// The keys with use, the most first, as they were when the newest period ended or as they are while it runs.
    package internal(set) var keys: [KeyPart]
    /// The projects with use, the most first.
    package let projects: [Part]
    /// The providers with use, the most first.
    package let providers: [Part]
    /// The period before; nil for several periods and where the data begin.
    package let previous: UsageSummary.Previous?
    /// The thresholds of the quota.
    package let thresholds: [UsageSummary.Threshold]
    /// What came late for earlier periods.
    package let adjustments: [UsageSummary.Adjustment]

    /// A key with its part.
    package struct KeyPart: Sendable {
        /// The id.
        package let id: String
        /// The name.
        package let name: String
        /// What it was when the period ended, or is while that runs.
        package let state: KeyState
        /// The tokens.
        package let tokens: Int
        /// The part of all, 0 to 1.
        package let share: Double
    }

    /// A project or a provider with its part.
    package struct Part: Sendable, Hashable {
        /// The name; empty for use without one.
        package let name: String
        /// The tokens.
        package let tokens: Int
        /// The part of all, 0 to 1.
        package let share: Double
    }

    /// The figures of one period.
    package init(_ summary: UsageSummary) {
        name = summary.period.name
        periods = [summary.period]
        now = summary.now
        filter = summary.filter
        isClosed = summary.isClosed
        revision = summary.revision
        digest = summary.digest
        quota = summary.quota
        used = summary.used
        events = summary.events
        forecast = summary.period.contains(summary.now) ? summary.projection : nil
        runsOutOn = summary.runsOutOn
        dataTo = summary.dataTo
        days = summary.days
        keys = summary.keys.map(KeyPart.init)
        projects = summary.projects.map(Part.init)
        providers = summary.providers.map(Part.init)
        previous = summary.previous
        thresholds = summary.thresholds
        adjustments = summary.adjustments
    }

    /// The figures of several periods that follow each other, the oldest first; `last` is the newest of them.
    ///
    /// Quotas add up unless one of them is unlimited; a projection, thresholds and a day on which the quota runs out
    /// belong to a single period and are left out.
    package init(merging earlier: [UsageSummary], last: UsageSummary) {
        let summaries = earlier + [last]
        let first = earlier.first ?? last
        name = "\(first.period.name) – \(last.period.name)"
        periods = summaries.map(\.period)
        now = last.now
        filter = last.filter
        isClosed = summaries.allSatisfy(\.isClosed)
        revision = nil
        digest = nil
        var quota: Int? = 0
        for summary in summaries { quota = quota.flatMap { sum in summary.quota.map { sum.addingSaturated($0) } } }
        self.quota = quota
        let used = summaries.reduce(0) { $0.addingSaturated($1.used) }
        self.used = used
        events = summaries.reduce(0) { $0.addingSaturated($1.events) }
        forecast = nil
        runsOutOn = nil
        dataTo = last.dataTo
        days = summaries.flatMap(\.days)
        keys = Self.merged(summaries.map(\.keys), id: \.id, tokens: \.tokens).map { newest, tokens in
            KeyPart(
                id: newest.id, name: newest.name, state: newest.state, tokens: tokens,
                share: Self.share(tokens, of: used))
        }
        projects = Self.merged(summaries.map(\.projects), id: \.name, tokens: \.tokens).map { newest, tokens in
            Part(name: newest.name, tokens: tokens, share: Self.share(tokens, of: used))
        }
        providers = Self.merged(summaries.map(\.providers), id: \.name, tokens: \.tokens).map { newest, tokens in
            Part(name: newest.name, tokens: tokens, share: Self.share(tokens, of: used))
        }
        previous = nil
        thresholds = []
        adjustments = summaries.flatMap(\.adjustments)
    }

    private static func share(_ tokens: Int, of used: Int) -> Double {
        used > 0 ? Double(tokens) / Double(used) : 0
    }

    /// The entries of all lists by id, each as the newest list has it with the sum of its tokens, the most first.
    private static func merged<Entry>(
        _ lists: [[Entry]], id: (Entry) -> String, tokens: (Entry) -> Int
    ) -> [(newest: Entry, tokens: Int)] {
        var sums: [String: (newest: Entry, tokens: Int)] = [:]
        for list in lists {
            for entry in list {
                let before = sums[id(entry)]?.tokens ?? 0
                sums[id(entry)] = (entry, before.addingSaturated(tokens(entry)))
            }
        }
        return sums.sorted { ($1.value.tokens, $0.key) < ($0.value.tokens, $1.key) }.map(\.value)
    }

    /// The newest period.
    package var period: BillingPeriod { periods[periods.count - 1] }
    /// The first instant.
    package var start: Instant { periods[0].start }
    /// The first day.
    package var firstDay: CivilDate { periods[0].firstDay }
    /// The last day.
    package var lastDay: CivilDate { period.lastDay }
    /// The zone of the days.
    package var zone: TimeZoneRules { period.zone }
    /// Whether one of the periods runs.
    package var isRunning: Bool { period.contains(now) }
    /// The tokens left, not below 0; nil when unlimited.
    package var left: Int? { quota.map { max(0, $0 - used) } }
    /// The tokens expected at the end of the running period; nil when none is running.
    package var projected: Int? { forecast?.tokens }

    /// Per cent of the quota to the nearest whole number, as the graphs round, but not 100 before all is used; nil when
    /// unlimited.
    package var percent: Int? {
        guard let quota else { return nil }
        if quota <= 0 { return used > 0 ? 100 : 0 }
        let permille = Int128(max(used, 0)) * 1000 / Int128(quota)
        let percent = Int(clamping: (permille + 5) / 10)
        return used < quota ? min(percent, 99) : percent
    }

    /// Per cent of the quota in the words of the graphs, such as `77%`, `<1%` or `>99%`; nil when unlimited.
    package var percentText: String? {
        quota.map { ChartNumber.percent(used, ofQuota: $0) }
    }
}

extension Int {
    /// The sum, held at the ends of the range; counts come from outside.
    func addingSaturated(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? Int.min : Int.max) : sum
    }
}

extension UsageFigures.KeyPart {
    fileprivate init(_ share: UsageSummary.KeyShare) {
        self.init(id: share.id, name: share.name, state: share.state, tokens: share.tokens, share: share.share)
    }
}

extension UsageFigures.Part {
    fileprivate init(_ share: UsageSummary.NamedShare) {
        self.init(name: share.name, tokens: share.tokens, share: share.share)
    }
}

internal import Values

/// The hour of a period in which most was used.
package struct BusiestHour: Sendable, Hashable {
    /// Its first instant; hours begin with those of the clocks of the workspace's zone.
    package let start: Instant
    /// The tokens used in it.
    package let tokens: Int
}

extension BusiestHour {
    /// The hour with the most tokens of `uses`, which lie in `period`, the earliest of several; nil when nothing was used.
    init?(of uses: [(time: Instant, tokens: Int)], in period: BillingPeriod) {
        let best = Self.hours(of: uses, in: period).max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value > 0 else { return nil }
        self.init(start: Instant(seconds: best.key), tokens: best.value)
    }

    /// The tokens of each hour with use, by the second at which it begins.
    static func hours(of uses: [(time: Instant, tokens: Int)], in period: BillingPeriod) -> [Int: Int] {
        // Where clocks go by halves or quarters of an hour, hours begin there.
        let offset = period.zone.firstInstant(ofDay: period.firstDay) % 3600
        var hours: [Int: Int] = [:]
        for (time, tokens) in uses {
            let seconds = time.seconds - offset
            hours[seconds - (seconds % 3600 + 3600) % 3600 + offset, default: 0] &+= tokens
        }
        return hours
    }
}

extension Ledger {
    /// The hour of `period` with the most tokens, the earliest of several; nil when nothing was used.
    ///
    /// A closed report has it. Else the events of the period are read once: the sums that are kept know days only.
    package func busiestHour(of period: BillingPeriod) throws(LedgerError) -> BusiestHour? {
        let report = try closedReport(of: period)
        if let hour = report?.busiestHour { return hour }
        if let report, report.used <= 0 { return nil }
        let uses = try countedEvents(of: period, in: try allUsage().days) { (time: $0.time, tokens: $0.tokens) }
        return BusiestHour(of: uses, in: period)
    }

    /// What `value` makes of each event that counts in a period, as the sums by those days count it.
    func countedEvents<T>(
        of period: BillingPeriod, in days: DayTable, _ value: (UsageEvent) -> T
    ) throws(LedgerError) -> [T] {
        let grid = DayGrid(days)
        guard let position = days.periods.firstIndex(where: { $0.start == period.start }) else { return [] }
        let closing = period.closesAt.nanoseconds
        let last = days.revisions.filter { $0.period == position }.map(\.through).max() ?? closing
        return try countedEvents(
            from: period.start, to: period.end, arrivingBy: Instant(nanoseconds: max(last, closing)), value
        ) { $0.nanoseconds < closing || grid.isTakenIn(position, arrival: $0.nanoseconds) }
    }

    /// What `value` makes of each event of `[start, end)` that counts: once for a name, and not when it was taken back.
    ///
    /// - Parameters:
    ///   - limit: the last arrival that may count.
    ///   - isCounted: whether what arrived at a time counts here; else it came late and counts elsewhere.
    func countedEvents<T>(
        from start: Instant, to end: Instant, arrivingBy limit: Instant, _ value: (UsageEvent) -> T,
        isCounted: (Instant) -> Bool
    ) throws(LedgerError) -> [T] {
        var counted: [UsageEvent.Name: (arrival: Instant, value: T)] = [:]
        var voided: [UsageEvent.Name: Instant] = [:]
        // A correction lies after its event, and came before the limit.
        let last = max(end, limit.adding(seconds: IngestRules.aheadLimit))
        try engine.forEachEvent(in: start...last) { event in
            let arrival = event.recorded ?? event.time
            if let name = event.voids { voided[name] = min(voided[name] ?? arrival, arrival) }
            guard event.voids == nil, event.time >= start, event.time < end, isCounted(arrival),
                counted[event.name] == nil
            else { return }
            counted[event.name] = (arrival, value(event))
        }
        // A correction that came before its event takes it back where the event stands.
        for (name, arrival) in voided {
            if let event = counted[name], isCounted(max(arrival, event.arrival)) { counted[name] = nil }
        }
        return counted.values.map(\.value)
    }
}

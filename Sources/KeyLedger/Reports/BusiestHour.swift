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
        // A revision takes in what came late.
        let limit = report?.revision ?? 1 == 1 ? period.closesAt : nil
        let uses = try countedEvents(from: period.start, to: period.end, recordedBefore: limit) {
            (time: $0.time, tokens: $0.tokens)
        }
        return BusiestHour(of: uses, in: period)
    }

    /// What `value` makes of each event of `[start, end)` that counts: once for a name, and not when it was taken back.
    ///
    /// - Parameter limit: what was recorded then or later came late and counts elsewhere; nil takes everything in.
    func countedEvents<T>(
        from start: Instant, to end: Instant, recordedBefore limit: Instant?, _ value: (UsageEvent) -> T
    ) throws(LedgerError) -> [T] {
        var counted: [UsageEvent.Name: T] = [:]
        var voided = Set<UsageEvent.Name>()
        // A correction lies after its event, and came before the limit.
        let last = max(end, (limit ?? now).adding(seconds: IngestRules.aheadLimit))
        try engine.forEachEvent(in: start...last) { event in
            if let limit, (event.recorded ?? event.time) >= limit { return }
            if let name = event.voids { voided.insert(name) }
            guard event.voids == nil, event.time >= start, event.time < end, counted[event.name] == nil else { return }
            counted[event.name] = value(event)
        }
        for name in voided { counted[name] = nil }
        return Array(counted.values)
    }
}

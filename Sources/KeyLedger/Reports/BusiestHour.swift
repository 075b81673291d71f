internal import Values

/// The hour of a period in which most was used.
package struct BusiestHour: Sendable, Hashable {
    /// Its first instant; hours begin with those of the clocks of the workspace's zone.
    package let start: Instant
    /// The tokens used in it.
    package let tokens: Int
}

extension Ledger {
    /// The hour of `period` with the most tokens, the earliest of several; nil when nothing was used.
    ///
    /// A closed report has it. Else the events of the period are read once: the sums that are kept know days only.
    package func busiestHour(of period: BillingPeriod) throws(LedgerError) -> BusiestHour? {
        let report = try closedReport(of: period)
        if let hour = report?.busiestHour { return hour }
        if let report, report.used <= 0 { return nil }
        return try busiestHour(of: period, recordedBefore: report?.revision ?? 1 == 1 ? period.closesAt : nil)
    }

    /// The same from the events alone.
    ///
    /// - Parameter limit: what was recorded then or later came late and counts elsewhere; nil for a revision, which
    ///   takes everything in.
    func busiestHour(
        of period: BillingPeriod, recordedBefore limit: Instant?
    ) throws(LedgerError) -> BusiestHour? {
        let best = try hours(of: period, recordedBefore: limit).max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value > 0 else { return nil }
        return BusiestHour(start: Instant(seconds: best.key), tokens: best.value)
    }

    /// The tokens of each hour with use, by the second at which it begins.
    ///
    /// Each event counts once, and not when it was taken back, so that the hours of a period add up to its use.
    func hours(of period: BillingPeriod, recordedBefore limit: Instant?) throws(LedgerError) -> [Int: Int] {
        var counted: [UsageEvent.Name: (hour: Int, tokens: Int)] = [:]
        var voided = Set<UsageEvent.Name>()
        // A correction lies after its event, and came before the limit.
        let last = max(period.end, (limit ?? now).adding(seconds: IngestRules.aheadLimit))
        // Where clocks go by halves or quarters of an hour, hours begin there.
        let offset = period.zone.firstInstant(ofDay: period.firstDay) % 3600
        try engine.forEachEvent(in: period.start...last) { event in
            if let limit, (event.recorded ?? event.time) >= limit { return }
            if let name = event.voids { voided.insert(name) }
            guard event.voids == nil, period.contains(event.time), counted[event.name] == nil else { return }
            let seconds = event.time.seconds - offset
            counted[event.name] = (seconds - (seconds % 3600 + 3600) % 3600 + offset, event.tokens)
        }
        for name in voided { counted[name] = nil }
        var hours: [Int: Int] = [:]
        for (hour, tokens) in counted.values { hours[hour, default: 0] &+= tokens }
        return hours
    }
}

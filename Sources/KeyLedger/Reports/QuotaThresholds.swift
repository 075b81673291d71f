internal import Synchronization
internal import Values

/// A threshold of the quota that a period has reached.
package struct ReachedThreshold: Sendable, Hashable {
    /// The name of the period.
    package let period: String
    /// Per cent of the quota.
    package let percent: Int
    /// The quota of the period.
    package let quota: Int
    /// The tokens that had been used when it was noticed.
    package let used: Int
}

extension Ledger {
    /// The thresholds that open periods have reached and that nobody was told of yet, those of the earlier period first: each
    /// is answered once a period, whoever asks, and the audit log says so. The period before the running one is open until
    /// it closes: what comes late for it counts there.
    ///
    /// A threshold is reached at equality. Use that is taken back, or a quota that is raised, does not bring it back.
    package func fireThresholds() throws(LedgerError) -> [ReachedThreshold] {
        try refresh()
        var fired: [ReachedThreshold] = []
        for period in openPeriods.reversed() {
            let first = state.withLock { Self.openThresholds($0, period, at: now).map(\.tokens).min() }
            guard let first, try knownUse(of: period) >= first else { continue }
            while let one = try fireThreshold(of: period) { fired.append(one) }
        }
        return fired
    }

    /// The periods that have begun and that events can still come for in time, the running one first.
    var openPeriods: [BillingPeriod] {
        let (now, calendar) = (now, calendar)
        var periods = [calendar.period(containing: now)]
        while let period = periods.last.map(calendar.period(before:)), period.closesAt > now,
            period.end.adding(seconds: IngestRules.behindLimit) > now
        {
            periods.append(period)
        }
        return periods
    }

    /// The thresholds of a period that have not been reached, each with the tokens at which it is.
    private static func openThresholds(
        _ state: State, _ period: BillingPeriod, at now: Instant
    ) -> [(percent: Int, tokens: Int, quota: Int)] {
        let day = min(period.lastDay, now.day(in: period.zone))
        guard let quota = state.workspace.quota(on: day), quota > 0 else { return [] }
        return state.workspace.thresholds.compactMap { percent in
            if state.thresholds.contains("\(period.name) \(percent)") { return nil }
            return (percent, tokens(at: percent, of: quota), quota)
        }
    }

    /// Rounded up: at 75 % of 1,001 it takes 751.
    static func tokens(at percent: Int, of quota: Int) -> Int { (quota * percent + 99) / 100 }

    /// Says of the lowest threshold that is reached that it was; nil when none is.
    private func fireThreshold(of period: BillingPeriod) throws(LedgerError) -> ReachedThreshold? {
        try command { draft throws(LedgerError) in
            totals.withLock { $0 = nil }
            let used = try used(in: period)
            let open = Self.openThresholds(draft.state, period, at: draft.now)
            guard let next = open.first(where: { $0.tokens <= used }) else { return nil }
            draft.did(
                "threshold.reached", nil,
                [
                    ("period", .string(period.name)), ("percent", .int(next.percent)), ("quota", .int(next.quota)),
                    ("used", .int(used)),
                ])
            return ReachedThreshold(period: period.name, percent: next.percent, quota: next.quota, used: used)
        }
    }

    /// The use of a period as the last delivery left it, without reading the logs where that is known.
    private func knownUse(of period: BillingPeriod) throws(LedgerError) -> Int {
        let tallies = AcknowledgedSizes.load(store).tallies
        if let tally = tallies.first(where: { $0.start == period.start }) { return tally.used }
        // With the lock, so that nothing is appended between the sum and its note.
        return try store.locked { () throws(LedgerError) in
            totals.withLock { $0 = nil }
            let used = try used(in: period)
            AcknowledgedSizes.note(AcknowledgedSizes.Tally(start: period.start, used: used), in: store)
            return used
        }
    }
}

extension AuditEntry {
    /// The threshold that the line is about, as `PERIOD PERCENT`.
    var threshold: String? {
        guard action == "threshold.reached", let period = detail["period"]?.stringValue,
            let percent = detail["percent"]?.intValue
        else { return nil }
        return "\(period) \(percent)"
    }
}

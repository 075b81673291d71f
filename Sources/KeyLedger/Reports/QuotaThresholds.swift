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
    /// The thresholds that the running period has reached and that nobody was told of yet: each is answered once a period,
    /// whoever asks, and the audit log says so.
    ///
    /// A threshold is reached at equality. Use that is taken back, or a quota that is raised, does not bring it back.
    package func fireThresholds() throws(LedgerError) -> [ReachedThreshold] {
        try refresh()
        let period = currentPeriod
        let first = state.withLock { Self.openThresholds($0, period, at: now).map(\.tokens).min() }
        guard let first, try knownUse(of: period) >= first else { return [] }
        var fired: [ReachedThreshold] = []
        while let one = try fireThreshold(of: period) { fired.append(one) }
        return fired
    }

    /// The thresholds of a period that have not been reached, each with the tokens at which it is.
    private static func openThresholds(
        _ state: State, _ period: BillingPeriod, at now: Instant
    ) -> [(percent: Int, tokens: Int, quota: Int)] {
        guard let quota = state.workspace.quota(on: now.day(in: period.zone)), quota > 0 else { return [] }
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
        if let tally = AcknowledgedSizes.load(store).tally, tally.start == period.start { return tally.used }
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

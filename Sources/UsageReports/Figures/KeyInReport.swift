package import KeyLedger
internal import Synchronization
internal import Values

/// A key as the report of a period knows it: what it was when the period ended, or what it is while the period runs.
package struct KeyInReport: Sendable {
    /// The id.
    package let id: String
    /// The name; in a closed report the one that it was closed with.
    package let name: String
    /// What sort of key it was.
    package let kind: KeyKind
    /// The project that it belongs to; empty without one.
    package let project: String
    /// What it was: of two states the one that a person chose.
    package let state: KeyState
    /// Whether it had not been used for so long that nobody may have missed it.
    package let isStale: Bool
    /// Whether its kind was on its way out.
    package let isLegacy: Bool

    /// What is to be known of it: `deleted` or another state but active, `stale`, `legacy`.
    package var marks: [String] {
        (state == .active ? [] : [state.rawValue]) + (isStale ? ["stale"] : []) + (isLegacy ? ["legacy"] : [])
    }
}

extension LedgerFigures {
    /// The keys as the report of a period knows them, by id.
    ///
    /// Of a period that is over nothing hangs on what was done to keys, or on how they were used, since: states come from
    /// the audit log, uses from the sums of its days. The settings, such as when a kind ends, are those of today.
    func keys(in period: BillingPeriod) throws(LedgerError) -> [String: KeyInReport] {
        if let known = cache.withLock({ $0.keysIn[period.name] }) { return known }
        let keys = period.end <= now ? try keysAtEnd(of: period) : try keysOfToday()
        cache.withLock { $0.keysIn[period.name] = keys }
        return keys
    }

    private func keysOfToday() throws(LedgerError) -> [String: KeyInReport] {
        let keys = try keys().map { figures in
            KeyInReport(
                id: figures.key.id, name: figures.key.name, kind: figures.key.kind, project: figures.key.project ?? "",
                state: figures.state, isStale: figures.isStale, isLegacy: figures.isLegacy)
        }
        return Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func keysAtEnd(of period: BillingPeriod) throws(LedgerError) -> [String: KeyInReport] {
        let summary = try summary(of: period)
        let last = Instant(nanoseconds: period.end.nanoseconds - 1)
        let names = Dictionary(summary.keys.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var result: [String: KeyInReport] = [:]
        for key in try keysThere(at: period.end) {
            let used = try daysOfUse(ofKey: key.id).last { $0 <= period.lastDay }
            let isStale = key.isStale(
                lastUsed: used.map { Instant(seconds: period.zone.firstInstant(ofDay: $0.adding(days: 1))) }, at: last,
                in: workspace)
            let phase = workspace.sunset(of: key.kind)?.phase(on: period.lastDay) ?? .planned
            result[key.id] = KeyInReport(
                id: key.id, name: summary.isClosed ? names[key.id] ?? key.name : key.name, kind: key.kind,
                project: key.project ?? "", state: key.state(at: last, in: workspace), isStale: isStale,
                isLegacy: phase != .planned)
        }
        // An event may name a key that was made later, as when keys were brought in from elsewhere.
        for key in ledger.keys where result[key.id] == nil {
            result[key.id] = KeyInReport(
                id: key.id, name: names[key.id] ?? key.name, kind: key.kind, project: key.project ?? "", state: .active,
                isStale: false, isLegacy: false)
        }
        return result
    }

    /// The keys that there were at a moment, as they were then.
    func keysThere(at moment: Instant) throws(LedgerError) -> [Key] {
        ledger.keys(at: moment, history: try history())
    }

    /// The days on which a key was used, ascending; uses that came after their period had closed are none.
    func daysOfUse(ofKey id: String) throws(LedgerError) -> [CivilDate] {
        if let known = cache.withLock({ $0.daysOfUse }) { return known[id] ?? [] }
        let totals = try ledger.allUsage()
        var buckets: [Int: [Int]] = [:]
        for row in totals.cube.rows where row.listedIn < 0 && row.tokens > 0 && buckets[row.key]?.last != row.bucket {
            buckets[row.key, default: []].append(row.bucket)
        }
        let days = Dictionary(
            uniqueKeysWithValues: buckets.map { (totals.cube.keys[$0.key], $0.value.map { totals.days.dates[$0] }) })
        cache.withLock { $0.daysOfUse = days }
        return days[id] ?? []
    }
}

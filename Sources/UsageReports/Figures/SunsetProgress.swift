package import KeyLedger
package import Values

/// How far the keys of a kind that ends have come by the end of a period, or by now while it runs.
///
/// A closed report says what was so when its period ended: keys that were moved since are still counted in it.
package struct SunsetProgress: Sendable {
    /// A key that still has to move.
    package struct KeyLeft: Sendable {
        /// The id.
        package let id: String
        /// The name.
        package let name: String
        /// The project; empty without one.
        package let project: String
        /// The tokens it used in the period.
        package let tokens: Int
    }

    /// The rule by which the kind ends.
    package let rule: SunsetRule
    /// The day at which all this stands: the last day of the period, or today.
    package let day: CivilDate
    /// Where the kind stands on that day.
    package let phase: SunsetRule.Phase
    /// Days from that day to the end, 0 from the end on; nil without an end.
    package let daysLeft: Int?
    /// The keys of the kind that there ever were by then.
    package let keys: Int
    /// Those that still have to move, the one that used most first: it is whom to move next.
    package let left: [KeyLeft]
    /// The tokens that keys of the kind used in the period.
    package let tokens: Int
    /// Their part of all tokens of the period, 0 to 1.
    package let share: Double

    /// The keys whose use has gone over, that were deleted or disabled, or have ended.
    package var moved: Int { keys - left.count }
    /// Whom to move next: of those left, the key that used most; nil when nobody is left or nobody was used.
    package var next: KeyLeft? { left.first.flatMap { $0.tokens > 0 ? $0 : nil } }
}

extension LedgerFigures {
    /// How far each kind that is known to end had come by the end of the figures; none before it was announced.
    package func sunsets(in figures: UsageFigures) throws(LedgerError) -> [SunsetProgress] {
        let period = figures.period
        let isOver = period.end <= now
        let day = figures.isRunning ? now.day(in: figures.zone) : min(figures.lastDay, now.day(in: figures.zone))
        let known = try keys(in: period)
        let present = try keys()
        let all = isOver ? try keysThere(at: period.end) : present.map(\.key)
        let toMove = Set(present.lazy.filter(\.hasToMove).map(\.key.id))
        let used = Dictionary(figures.keys.map { ($0.id, $0.tokens) }, uniquingKeysWith: { first, _ in first })
        var sunsets: [SunsetProgress] = []
        for rule in workspace.sunsets {
            let phase = rule.phase(on: day)
            guard phase != .planned else { continue }
            let keys = all.filter { $0.kind == rule.kind }
            var left: [SunsetProgress.KeyLeft] = []
            for key in keys {
                let isLeft = isOver ? try hadToMove(key, by: period) : toMove.contains(key.id)
                guard isLeft else { continue }
                let name = known[key.id]?.name ?? key.name
                left.append(
                    .init(id: key.id, name: name, project: key.project ?? "", tokens: used[key.id] ?? 0))
            }
            let tokens = keys.reduce(0) { $0.addingSaturated(used[$1.id] ?? 0) }
            sunsets.append(
                SunsetProgress(
                    rule: rule, day: day, phase: phase, daysLeft: rule.daysLeft(on: day), keys: keys.count,
                    left: left.sorted { ($1.tokens, $0.name, $0.id) < ($0.tokens, $1.name, $1.id) }, tokens: tokens,
                    share: figures.used > 0 ? Double(tokens) / Double(figures.used) : 0))
        }
        return sunsets
    }

    /// Whether a legacy key, as it was when `period` ended, still had to move then.
    ///
    /// Its use had gone over when its successor had been used, and it had not been used on a day after that.
    private func hadToMove(_ key: Key, by period: BillingPeriod) throws(LedgerError) -> Bool {
        for end in [key.deletedAt, key.disabledAt, key.expiresAt] { if let end, end < period.end { return false } }
        guard let successor = key.migratedTo, let begun = try daysOfUse(ofKey: successor).first,
            begun <= period.lastDay
        else { return true }
        let last = try daysOfUse(ofKey: key.id).last { $0 <= period.lastDay }
        return last.map { $0 > begun } ?? false
    }
}

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

extension KeyFigures {
    /// Whether it had to move at a moment that lies behind, by the rule of `hasToMove`.
    ///
    /// Of a use that went on after the moment it is not known whether it was there between the first use of the
    /// successor and the moment; it counts as there.
    func hadToMove(at moment: Instant, successor: KeyFigures?) -> Bool {
        guard isLegacy, key.createdAt <= moment else { return false }
        for end in [key.deletedAt, key.disabledAt, key.expiresAt] { if let end, end <= moment { return false } }
        guard let begun = successor?.firstUsedAt, begun <= moment else { return true }
        return lastUsedAt.map { $0 > begun } ?? false
    }
}

extension LedgerFigures {
    /// How far each kind that is known to end had come by the end of the figures; none before it was announced.
    package func sunsets(in figures: UsageFigures) throws(LedgerError) -> [SunsetProgress] {
        // The last moment of a period that is over.
        let moment = min(now, Instant(nanoseconds: figures.period.end.nanoseconds - 1))
        let day = figures.isRunning ? now.day(in: figures.zone) : min(figures.lastDay, now.day(in: figures.zone))
        let all = try keys()
        let byID = Dictionary(all.map { ($0.key.id, $0) }, uniquingKeysWith: { first, _ in first })
        let used = Dictionary(figures.keys.map { ($0.id, $0.tokens) }, uniquingKeysWith: { first, _ in first })
        return workspace.sunsets.compactMap { rule in
            let phase = rule.phase(on: day)
            guard phase != .planned else { return nil }
            let keys = all.filter { $0.key.kind == rule.kind && $0.key.createdAt <= moment }
            let left = keys.filter {
                moment == now
                    ? $0.hasToMove : $0.hadToMove(at: moment, successor: $0.key.migratedTo.flatMap { byID[$0] })
            }.map {
                SunsetProgress.KeyLeft(
                    id: $0.key.id, name: $0.key.name, project: $0.key.project ?? "", tokens: used[$0.key.id] ?? 0)
            }
            let tokens = keys.reduce(0) { $0.addingSaturated(used[$1.key.id] ?? 0) }
            return SunsetProgress(
                rule: rule, day: day, phase: phase, daysLeft: rule.daysLeft(on: day), keys: keys.count,
                left: left.sorted { ($1.tokens, $0.name, $0.id) < ($0.tokens, $1.name, $1.id) }, tokens: tokens,
                share: figures.used > 0 ? Double(tokens) / Double(figures.used) : 0)
        }
    }
}

package import Values

/// All billing periods of a workspace: the rule in force and those that were in force before.
///
/// A changed rule ends the period that runs at the change at the next bound of the new rule.
package struct BillingCalendar: Sendable {
    /// A rule with the moment from which it was in force.
    package struct Change: Sendable {
        /// When it came into force.
        package let since: Instant
        /// The rule.
        package let rule: PeriodRule

        /// A rule from `since` on.
        package init(since: Instant, rule: PeriodRule) {
            self.since = since
            self.rule = rule
        }
    }

    /// The rule before every change.
    private let first: PeriodRule
    /// The changes, ascending, each of them a real one.
    private let changes: [Change]
    /// Where a changed rule takes over: the first of its bounds after the change.
    private let takeovers: [Instant]
    /// Hours after the end at which a period closes.
    private let closeAfterHours: Int

    /// The calendar of one rule, or of `first` followed by `changes` in any order.
    package init(_ first: PeriodRule, changes: [Change] = [], closeAfterHours: Int = 72) {
        var kept: [Change] = []
        for change in changes.sorted(by: { $0.since < $1.since }) where change.rule != (kept.last?.rule ?? first) {
            kept.append(change)
        }
        // A rule that was replaced before its first bound came never cut anything.
        var effective: [Change] = []
        for (index, change) in kept.enumerated() {
            let takeover = change.rule.bound(change.rule.anchor(after: change.since))
            if index + 1 < kept.count, kept[index + 1].since <= takeover { continue }
            effective.append(change)
        }
        self.first = first
        self.changes = effective
        takeovers = effective.map { $0.rule.bound($0.rule.anchor(after: $0.since)) }
        self.closeAfterHours = min(max(closeAfterHours, 0), 24 * 366)
    }

    /// The rule that cuts what lies around `instant`, by the takeovers.
    private func segment(at instant: Instant) -> Int {
        // Changes are few.
        (takeovers.lastIndex { $0 <= instant } ?? -1) + 1
    }

    private func rule(_ segment: Int) -> PeriodRule {
        segment == 0 ? first : changes[segment - 1].rule
    }

    /// The zone in force at `instant`.
    package func zone(at instant: Instant) -> TimeZoneRules { rule(segment(at: instant)).zone }

    /// The period that `instant` lies in.
    package func period(containing instant: Instant) -> BillingPeriod {
        let segment = segment(at: instant)
        let rule = rule(segment)
        // Once the rule was changed no other bound of it counts: the period that ran then lasts to the takeover.
        let last = segment < takeovers.count ? min(instant, changes[segment].since) : instant
        let anchor = rule.anchor(notAfter: last)
        let start = rule.bound(anchor)
        let next = rule.anchor(year: anchor.year, month: anchor.month + 1)
        var end = rule.bound(next)
        var lastDay = next.adding(days: -1)
        if segment < takeovers.count {
            // The change came within this period: it lasts to the first bound of the new rule after the change.
            let change = changes[segment]
            if end > change.since {
                end = takeovers[segment]
                lastDay = Instant(nanoseconds: end.nanoseconds - 1).day(in: rule.zone)
            }
        }
        return BillingPeriod(
            name: name(of: anchor, start: start, segment: segment), start: start, end: end, firstDay: anchor,
            lastDay: max(lastDay, anchor), zone: rule.zone, closesAt: end.adding(seconds: closeAfterHours * 3600))
    }

    private func name(of anchor: CivilDate, start: Instant, segment: Int) -> String {
        let full = anchor.description
        guard rule(segment).anchorDay == 1 else { return full }
        // A zone changed on the first of a month makes two periods start on the same date.
        if segment > 0, takeovers[segment - 1] == start {
            let before = period(containing: Instant(nanoseconds: start.nanoseconds - 1))
            if before.name == String(full.dropLast(3)) { return full }
        }
        return String(full.dropLast(3))
    }

    /// The period before `period`.
    package func period(before period: BillingPeriod) -> BillingPeriod {
        self.period(containing: Instant(nanoseconds: period.start.nanoseconds - 1))
    }

    /// The period after `period`.
    package func period(after period: BillingPeriod) -> BillingPeriod {
        self.period(containing: period.end)
    }

    /// The period of that name; nil when no period has it.
    package func period(named name: String) -> BillingPeriod? {
        let isMonth = name.utf8.count == 7
        guard let day = CivilDate(isMonth ? name + "-01" : name), 1700...2250 ~= day.year else { return nil }
        // The start may lie a day to either side of the same date in UTC.
        let noon = Instant(seconds: day.dayNumber * 86_400 + 43_200)
        var candidate = period(containing: noon.adding(seconds: -2 * 86_400))
        for _ in 0..<5 {
            if candidate.name == name { return candidate }
            candidate = period(after: candidate)
        }
        return nil
    }

    /// The periods from the one that holds `first` to the one that holds `last`, in order.
    package func periods(from first: Instant, through last: Instant) -> [BillingPeriod] {
        var periods = [period(containing: first)]
        // A hostile span must not run for ever: no store is older than this.
        while let current = periods.last, current.end <= last, periods.count < 12_000 {
            periods.append(period(after: current))
        }
        return periods
    }
}

package import Values

/// The rule that cuts time into periods: a day of the month and a zone.
package struct PeriodRule: Sendable, Hashable {
    /// The day of the month on which a period starts, 1 to 31; a shorter month uses its last day.
    package let anchorDay: Int
    /// The zone whose midnight counts.
    package let zone: TimeZoneRules

    /// A rule; the anchor is kept within 1 to 31.
    package init(anchorDay: Int, zone: TimeZoneRules) {
        self.anchorDay = min(max(anchorDay, 1), 31)
        self.zone = zone
    }

    /// The day on which the period of that month starts. Months beyond 12 or below 1 carry over.
    package func anchor(year: Int, month: Int) -> CivilDate {
        let first = CivilDate(year: year, month: month, day: 1)
        let day = min(anchorDay, CivilDate.daysIn(month: first.month, year: first.year))
        return CivilDate(year: first.year, month: first.month, day: day)
    }

    /// The instant at which that day begins in the zone.
    package func bound(_ day: CivilDate) -> Instant {
        Instant(seconds: zone.firstInstant(ofDay: day))
    }

    /// The last anchor whose bound is not after `instant`. Always from the anchor, never from the bound before.
    func anchor(notAfter instant: Instant) -> CivilDate {
        let day = instant.day(in: zone)
        let candidate = anchor(year: day.year, month: day.month)
        if bound(candidate) <= instant { return candidate }
        return anchor(year: day.year, month: day.month - 1)
    }

    /// The first anchor whose bound is after `instant`.
    func anchor(after instant: Instant) -> CivilDate {
        let last = anchor(notAfter: instant)
        return anchor(year: last.year, month: last.month + 1)
    }

    /// Whether both cut time alike.
    package static func == (left: PeriodRule, right: PeriodRule) -> Bool {
        left.anchorDay == right.anchorDay && left.zone.name == right.zone.name
    }

    /// Feeds the anchor and the zone's name.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(anchorDay)
        hasher.combine(zone.name)
    }
}

/// One month of billing, `[start, end)`.
package struct BillingPeriod: Sendable, Hashable {
    /// `2026-11` where it starts on the first of a month, else `2026-11-15`.
    package let name: String
    /// The first instant.
    package let start: Instant
    /// The first instant that is no longer in it.
    package let end: Instant
    /// The day that `start` begins.
    package let firstDay: CivilDate
    /// The last day with an instant in it.
    package let lastDay: CivilDate
    /// The zone of its days.
    package let zone: TimeZoneRules
    /// When its figures are final.
    package let closesAt: Instant

    /// Whether `instant` lies in it.
    package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    /// The number of its days.
    package var days: Int { lastDay.days(since: firstDay) + 1 }

    /// Its days in order.
    package var dates: [CivilDate] { (0..<days).map { firstDay.adding(days: $0) } }

    /// Days that have begun by `now`, the running one included: 0 before the start, `days` after the end.
    package func daysElapsed(at now: Instant) -> Int {
        if now < start { return 0 }
        if now >= end { return days }
        return now.day(in: zone).days(since: firstDay) + 1
    }

    /// Days until the count starts again: 0 after the end, 1 on the last day.
    package func daysLeft(at now: Instant) -> Int {
        if now >= end { return 0 }
        return lastDay.days(since: max(firstDay, now.day(in: zone))) + 1
    }

    /// Whether both are the same stretch of the same name.
    package static func == (left: BillingPeriod, right: BillingPeriod) -> Bool {
        left.name == right.name && left.start == right.start && left.end == right.end
    }

    /// Feeds name and start.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(start)
    }
}

/// The stretch of days that a graph covers, half-open.
package struct ChartPeriod: Sendable, Hashable {
    /// The first day.
    package var start: ChartDay
    /// The day after the last.
    package var end: ChartDay
    /// The zone whose midnights part the days, such as `UTC`.
    package var zone: String

    /// A period from `start` up to, and without, `end`; an end before the start is an empty period.
    package init(start: ChartDay, end: ChartDay, zone: String) {
        self.start = start
        self.end = max(start, end)
        self.zone = zone
    }

    /// The number of days.
    package var count: Int { end.number - start.number }

    /// The last day.
    package var last: ChartDay { end.adding(-1) }

    /// The day at `index`, 0 for the first.
    package func day(_ index: Int) -> ChartDay { start.adding(index) }

    /// The index of `day`, or nil outside the period.
    package func index(of day: ChartDay) -> Int? {
        day >= start && day < end ? day.number - start.number : nil
    }

    /// `1–30 June 2026`, `15 October – 14 November 2026`.
    package var text: String {
        guard count > 0 else { return start.long }
        let first = start
        let last = self.last
        if first == last { return first.long }
        if first.year != last.year { return "\(first.long) – \(last.long)" }
        let firstMonth = ChartDay.months[first.month - 1]
        if first.month != last.month { return "\(first.day) \(firstMonth) – \(last.long)" }
        return "\(first.day)–\(last.long)"
    }
}

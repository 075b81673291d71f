package import KeyLedger
internal import SVGCharts
internal import Values

/// Everything that the report of a period says, computed once for all of its forms.
package struct ReportFigures: Sendable {
    /// The use of the period, or of a part of it, against that of the period before.
    package struct Change: Sendable, Hashable {
        /// What is compared.
        package enum Extent: String, Sendable, Hashable {
            /// The days that have begun, with the same number of days before.
            case sameDays
            /// The whole of both.
            case whole
        }

        /// What is compared.
        package let extent: Extent
        /// The name of the period before.
        package let period: String
        /// What was used then.
        package let before: Int
        /// What is used now.
        package let now: Int

        /// A comparison.
        package init(extent: Extent, period: String, before: Int, now: Int) {
            self.extent = extent
            self.period = period
            self.before = before
            self.now = now
        }

        /// The change in thousandths to the nearest; nil where nothing was used before.
        package var permille: Int? {
            guard before > 0 else { return nil }
            let scaled = (Int128(now) - Int128(before)) * 2000 / Int128(before)
            return Int(clamping: (scaled + (scaled < 0 ? -1 : 1)) / 2)
        }

        /// `+23%`, `−4%`, `±0%`, `−0.4%`; nil where nothing was used before.
        package var text: String? {
            guard let permille else { return nil }
            if permille == 0 { return now == before ? "±0%" : now > before ? "+0%" : "−0%" }
            let sign = permille < 0 ? "−" : "+"
            let magnitude = permille.magnitude
            if magnitude < 10 { return "\(sign)0.\(magnitude)%" }
            return "\(sign)\(ChartNumber.exact(Int(clamping: (magnitude + 5) / 10)))%"
        }
    }

    /// A key with all that a report says of it.
    package struct KeyRow: Sendable {
        /// The id.
        package let id: String
        /// The name.
        package let name: String
        /// What sort of key it is, in words; empty where `keys.json` has no such key.
        package let kind: String
        /// What is to be known of it: `deleted` or another state but active, `stale`, `legacy`.
        package let marks: [String]
        /// The tokens.
        package let tokens: Int
    }

    /// The use.
    package let usage: UsageFigures
    /// The day with the most tokens, the first of several; nil when nothing was used.
    package let busiestDay: UsageSummary.Day?
    /// The hour with the most tokens; nil when nothing was used.
    package let busiestHour: BusiestHour?
    /// Against the period before: the same number of days while the period runs, and the whole.
    package let changes: [Change]
    /// The keys with use, the most first.
    package let keys: [KeyRow]
    /// How far the kinds that end have come.
    package let sunsets: [SunsetProgress]

    /// The instant of the busiest hour on the clock of the period: `4 Nov 2026, 14:00–15:00 CET`.
    package var busiestHourText: String? {
        busiestHour.map { hour in
            let start = hour.start.zoned(in: usage.zone)
            let end = hour.start.adding(seconds: 3600).zoned(in: usage.zone)
            return "\(start.format(goLayout: "2 Jan 2006, 15:04"))–\(end.format(goLayout: "15:04 MST"))"
        }
    }
}

extension UsageFigures {
    /// Up to when there are data of the figures: the latest event of the store, but not beyond their end; the end itself
    /// once they are closed, so that a report says the same whatever comes later.
    package var ownDataTo: Instant? { isClosed ? period.end : dataTo.map { min($0, period.end) } }

    /// The same in words: `19 Jun 2026, 14:24 CEST`, and the last day where the period is over; nil without data.
    package var dataToText: String? {
        ownDataTo.map { moment in
            moment < period.end
                ? moment.zoned(in: zone).format(goLayout: "2 Jan 2006, 15:04 MST") : ChartDay(lastDay).long
        }
    }

    /// The day with the most tokens, the first of several; nil when nothing was used.
    package var busiestDay: UsageSummary.Day? {
        let busiest = days.enumerated().max { ($0.element.tokens, $1.offset) < ($1.element.tokens, $0.offset) }
        return busiest.flatMap { $0.element.tokens > 0 ? $0.element : nil }
    }

    /// Against the period before: the same number of days while this one runs, and the whole; none where the data begin.
    package var changes: [ReportFigures.Change] {
        guard let previous else { return [] }
        let whole = ReportFigures.Change(
            extent: .whole, period: previous.period.name, before: previous.used, now: used)
        guard isRunning else { return [whole] }
        let sameDays = ReportFigures.Change(
            extent: .sameDays, period: previous.period.name, before: previous.usedToSameDay, now: used)
        return [sameDays, whole]
    }
}

extension LedgerFigures {
    /// All that the report of `period` says.
    package func report(of period: BillingPeriod) throws(LedgerError) -> ReportFigures {
        let usage = try figures(of: period)
        let known = try keys(in: period)
        let rows = usage.keys.map { part in
            let key = known[part.id]
            return ReportFigures.KeyRow(
                id: part.id, name: part.name, kind: key?.kind.title ?? "",
                marks: key?.marks ?? [KeyState.deleted.rawValue], tokens: part.tokens)
        }
        return ReportFigures(
            usage: usage, busiestDay: usage.busiestDay, busiestHour: try busiestHour(of: period),
            changes: usage.changes, keys: rows, sunsets: try sunsets(in: usage))
    }
}

package import Values

/// A closed period that was revised, and when.
package struct PeriodRevision: Sendable, Equatable {
    /// The name of the period.
    package let period: String
    /// When that was.
    package let time: Instant

    /// A revision.
    package init(period: String, time: Instant) {
        self.period = period
        self.time = time
    }
}

/// The days that usage is counted by: a bucket for each day of each period, in order, without gaps.
///
/// A bucket starts at the first instant of its day, or of its period where a changed rule cuts a day in two.
package struct DayTable: Sendable, Equatable {
    /// The periods covered, in order.
    package let periods: [BillingPeriod]
    /// The day of each bucket.
    package let dates: [CivilDate]
    /// The first second of each bucket, ascending, and the first second after the last.
    package let starts: [Int]
    /// The position in `periods` of each bucket.
    package let periodOf: [Int]
    /// The buckets of each period.
    package let bucketsOf: [Range<Int>]
    /// What revisions took in.
    let revisions: [Revision]

    /// What one revision took into its period of what came late: what no report listed that had closed by then.
    struct Revision: Sendable, Equatable {
        /// The position of the period.
        let period: Int
        /// The nanosecond since 1970 from which on the report was open that would have listed it.
        let from: Int
        /// The nanosecond of the revision.
        let through: Int
    }

    /// The buckets of `periods`, which follow each other without gaps, some of which were revised.
    package init(periods: [BillingPeriod], revisions: [PeriodRevision] = []) {
        var dates: [CivilDate] = []
        var starts: [Int] = []
        var periodOf: [Int] = []
        var bucketsOf: [Range<Int>] = []
        for (index, period) in periods.enumerated() {
            let first = dates.count
            for date in period.dates {
                let start = max(period.start.seconds, period.zone.firstInstant(ofDay: date))
                dates.append(date)
                starts.append(start)
                periodOf.append(index)
            }
            bucketsOf.append(first..<dates.count)
        }
        starts.append(periods.last?.end.seconds ?? 0)
        self.periods = periods
        self.dates = dates
        self.starts = starts
        self.periodOf = periodOf
        self.bucketsOf = bucketsOf
        let closings = periods.map(\.closesAt.nanoseconds)
        self.revisions = revisions.compactMap { revision in
            guard let position = periods.firstIndex(where: { $0.name == revision.period }) else { return nil }
            let through = revision.time.nanoseconds
            return Revision(period: position, from: closings.filter { $0 <= through }.max() ?? .min, through: through)
        }
    }

    /// The number of buckets.
    package var count: Int { dates.count }
}

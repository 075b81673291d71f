package import Values

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

    /// The buckets of `periods`, which follow each other without gaps.
    package init(periods: [BillingPeriod]) {
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
    }

    /// The number of buckets.
    package var count: Int { dates.count }
}

/// What counting needs to know of a `DayTable`, as plain numbers: it can be kept in a file and needs no time zone.
struct DayGrid: Sendable, Equatable {
    /// The first second of each bucket, ascending, and the first second after the last.
    var starts: [Int]
    /// The period of each bucket.
    var periodOf: [Int]
    /// The nanosecond since 1970 at which each period closes.
    var closings: [Int]
    /// What revisions took into their periods.
    var revisions: [DayTable.Revision] = []

    init(_ days: DayTable) {
        revisions = days.revisions
        starts = days.starts
        periodOf = days.periodOf
        closings = days.periods.map(\.closesAt.nanoseconds)
    }

    init(starts: [Int], periodOf: [Int], closings: [Int], revisions: [DayTable.Revision] = []) {
        self.revisions = revisions
        self.starts = starts
        self.periodOf = periodOf
        self.closings = closings
    }

    /// The number of buckets.
    var count: Int { periodOf.count }

    /// Whether `other` begins with these days and periods, and counts them by the same revisions.
    func isStart(of other: DayGrid) -> Bool {
        guard other.starts.count >= starts.count, other.closings.count >= closings.count else { return false }
        return other.starts.starts(with: starts) && other.periodOf.starts(with: periodOf)
            && other.closings.starts(with: closings) && other.revisions == revisions
    }

    /// The bucket that a second since 1970 lies in; nil before the first and after the last.
    ///
    /// Days are nearly of one length, so that a division comes within a step or two of the answer.
    func bucket(ofSecond second: Int) -> Int? {
        guard let first = starts.first, let end = starts.last, second >= first, second < end else { return nil }
        var bucket = min((second - first) / 86_400, count - 1)
        while starts[bucket] > second { bucket -= 1 }
        while starts[bucket + 1] <= second { bucket += 1 }
        return bucket
    }

    /// The bucket of a second with its bounds, in seconds, and the nanosecond at which its period closes; nil outside.
    func day(ofSecond second: Int) -> (bucket: Int, start: Int, end: Int, closing: Int)? {
        guard let bucket = bucket(ofSecond: second) else { return nil }
        return (bucket, starts[bucket], starts[bucket + 1], closings[periodOf[bucket]])
    }

    /// Whether a revision took what was recorded at `arrival`, and is late for a period, into that period.
    func isTakenIn(_ period: Int, arrival: Int) -> Bool {
        revisions.contains { $0.period == period && $0.from <= arrival && arrival <= $0.through }
    }

    /// The first period that was still open at `recorded`: the one that lists what came late.
    func openPeriod(at recorded: Int) -> Int? {
        var low = 0
        var high = closings.count
        while low < high {
            let middle = (low + high) / 2
            if closings[middle] <= recorded { low = middle + 1 } else { high = middle }
        }
        return low < closings.count ? low : nil
    }
}

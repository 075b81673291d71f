/// Usage added up by day, key, project and provider: what every figure is taken from.
package struct UsageCube: Sendable {
    /// One sum.
    package struct Row: Sendable, Hashable {
        /// The bucket of the `DayTable` it was counted by.
        package let bucket: Int
        /// The position in `keys`.
        package let key: Int
        /// The position in `projects`; -1 for none.
        package let project: Int
        /// The position in `providers`; -1 for none.
        package let provider: Int
        /// -1 for what came in time; else the position in the table's `periods` of the report that lists it, because it
        /// came after its own period had closed.
        package let listedIn: Int
        /// The sum of the tokens; negative for what was taken back late.
        package let tokens: Int
        /// The number of starts; negative for what was taken back late.
        package let events: Int

        /// A sum.
        package init(
            bucket: Int, key: Int, project: Int, provider: Int, listedIn: Int, tokens: Int, events: Int
        ) {
            self.bucket = bucket
            self.key = key
            self.project = project
            self.provider = provider
            self.listedIn = listedIn
            self.tokens = tokens
            self.events = events
        }
    }

    /// When a key was used.
    package struct Use: Sendable, Hashable {
        /// The first time.
        package let first: Instant
        /// The last time.
        package let last: Instant
        /// How often.
        package let events: Int

        /// Uses.
        package init(first: Instant, last: Instant, events: Int) {
            self.first = first
            self.last = last
            self.events = events
        }
    }

    /// The ids of the keys that have rows, sorted.
    package let keys: [String]
    /// The projects that have rows, sorted.
    package let projects: [String]
    /// The providers that have rows, sorted.
    package let providers: [String]
    /// The sums, ascending by bucket, key, project, provider, report.
    package let rows: [Row]
    /// First and last use by key id.
    package let uses: [String: Use]
    /// The time of the latest event.
    package let dataTo: Instant?

    /// A cube of sums that somebody else made; they are put in order.
    package init(
        keys: [String], projects: [String], providers: [String], rows: [Row], uses: [String: Use], dataTo: Instant?
    ) {
        self.keys = keys
        self.projects = projects
        self.providers = providers
        func isBefore(_ left: Row, _ right: Row) -> Bool {
            if left.bucket != right.bucket { return left.bucket < right.bucket }
            return (left.key, left.project, left.provider, left.listedIn)
                < (right.key, right.project, right.provider, right.listedIn)
        }
        // Most come in order, and a copy of them would take longer than a look.
        let isOrdered = rows.indices.dropFirst().allSatisfy { !isBefore(rows[$0], rows[$0 - 1]) }
        self.rows = isOrdered ? rows : rows.sorted(by: isBefore)
        self.uses = uses
        self.dataTo = dataTo
    }

    /// The rows of some buckets.
    package func rows(in buckets: Range<Int>) -> ArraySlice<Row> {
        rows[lowerBound(buckets.lowerBound)..<lowerBound(buckets.upperBound)]
    }

    private func lowerBound(_ bucket: Int) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].bucket < bucket { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

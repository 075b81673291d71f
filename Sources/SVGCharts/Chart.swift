/// A graph: plain figures that can be drawn at any width and written as a table.
package protocol Chart: Sendable {
    /// The drawing for a column of `width` pixels; below 480 the narrow layout.
    func drawing(width: Int) -> ChartDrawing
    /// The same figures as a table.
    var table: ChartTable { get }
}

/// One key, or one project, with its figure for each day.
package struct ChartSeries: Sendable, Hashable {
    /// What the legend says.
    package var name: String
    /// Which of the six colours it has everywhere: 0 to 5; anything else is the grey of "other".
    package var slot: Int
    /// The tokens of each day of the period, from its first.
    package var values: [Int]

    /// A series.
    package init(name: String, slot: Int, values: [Int]) {
        self.name = name
        self.slot = slot
        self.values = values
    }

    /// The sum of all days.
    package var total: Int { values.saturatedSum() }

    /// The tokens of the day at `index`; days beyond the values have none.
    func value(_ index: Int) -> Int { values.indices.contains(index) ? max(0, values[index]) : 0 }
}

/// A day that deserves a rule through the plot: a sunset, the end of a deprecation.
package struct DayFlag: Sendable, Hashable {
    /// When it is.
    package var day: ChartDay
    /// What it is, in a word or two.
    package var name: String

    /// A flag.
    package init(day: ChartDay, name: String) {
        self.day = day
        self.name = name
    }
}

/// How far the figures reach: which days are over, running, not yet there, or without data.
package struct DataReach: Sendable, Hashable {
    /// The running day; nil when the period is over.
    package var today: ChartDay?
    /// How much of the running day is over, in thousandths.
    package var todayPermille: Int
    /// Up to when there are data, as the stamp says it; nil without data.
    package var dataTo: String?
    /// The days without data: nothing was recorded and nothing is known.
    package var missing: Set<ChartDay>

    /// A reach.
    package init(
        today: ChartDay? = nil, todayPermille: Int = 500, dataTo: String? = nil, missing: Set<ChartDay> = []
    ) {
        self.today = today
        self.todayPermille = min(max(todayPermille, 0), 1000)
        self.dataTo = dataTo
        self.missing = missing
    }

    /// What is known of a day.
    enum State: Hashable { case past, running, future, missing }

    /// What is known of `day`.
    func state(of day: ChartDay) -> State {
        if let today {
            if day > today { return .future }
            if missing.contains(day) { return .missing }
            return day == today ? .running : .past
        }
        return missing.contains(day) ? .missing : .past
    }
}

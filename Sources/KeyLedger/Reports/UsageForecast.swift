/// What a running period will have used at its end.
package struct UsageForecast: Sendable {
    /// How it was found.
    package enum Method: String, Sendable {
        /// The period is over; nothing is guessed.
        case actual
        /// What was used so far, in proportion to the time gone by.
        case elapsedTime = "elapsed time"
        /// The mean of each weekday over the last eight weeks, at the pace of this period.
        case weekdayProfile = "weekday profile"

        /// The method in words, to be named beside the figure.
        package var sentence: String {
            switch self {
            case .actual: return "actual use"
            case .elapsedTime: return "projected from the time gone by"
            case .weekdayProfile: return "projected from the last 8 weeks by weekday, at this period's pace"
            }
        }
    }

    /// The tokens at the end of the period.
    package let tokens: Int
    /// How they were found.
    package let method: Method
    /// The least and the most that weeks like the last ones would give.
    package let low: Int
    /// The most that weeks like the last ones would give.
    package let high: Int
    /// The tokens used from the start to the end of each day of the period, as far as known and then as expected.
    package let cumulative: [Double]

    /// Looks ahead.
    ///
    /// - Parameters:
    ///   - days: the tokens of each day of the period, in order; those to come are 0.
    ///   - running: the position of the day that runs; nil when the period is over.
    ///   - partOfDay: how much of the running day is over, 0 to 1.
    ///   - history: the tokens of the days before the period, the latest last, up to 56 of them.
    ///   - firstWeekday: the weekday of the first day of the period, 0 for Sunday.
    package init(days: [Int], running: Int?, partOfDay: Double, history: [Int], firstWeekday: Int) {
        var sum = 0.0
        let counted = days.map { tokens in
            sum += Double(tokens)
            return sum
        }
        let used = days.reduce(0, &+)
        guard let running, running < days.count else {
            self.init(tokens: used, method: .actual, low: used, high: used, cumulative: counted)
            return
        }
        // Whole days that are known: the history and this period up to yesterday.
        let known = Array((history + days[..<running]).suffix(56))
        let firstKnown = running - known.count
        func weekday(_ day: Int) -> Int { ((firstWeekday + day) % 7 + 7) % 7 }
        let hasProfile = known.count >= 14
        var expected = [Double](repeating: 0, count: days.count)
        if hasProfile {
            var totals = [Double](repeating: 0, count: 7)
            var counts = [Double](repeating: 0, count: 7)
            for (index, tokens) in known.enumerated() {
                totals[weekday(firstKnown + index)] += Double(tokens)
                counts[weekday(firstKnown + index)] += 1
            }
            let means = zip(totals, counts).map { $1 > 0 ? $0 / $1 : 0 }
            for day in expected.indices { expected[day] = means[weekday(day)] }
            // The pace of this period against the profile, trusted the more the longer it has run.
            let passed = expected[..<running].reduce(0, +) + expected[running] * partOfDay
            if passed > 0 {
                let trust = min(1, (Double(running) + partOfDay) / 7)
                let pace = 1 + (Double(used) / passed - 1) * trust
                for day in expected.indices { expected[day] *= pace }
            }
        } else {
            let elapsed = Double(running) + partOfDay
            let mean = elapsed > 0 ? Double(used) / elapsed : 0
            for day in expected.indices { expected[day] = mean }
        }
        var reached = running > 0 ? counted[running - 1] : 0
        var line = Array(counted[..<running])
        let rest = expected[running] * (1 - partOfDay)
        reached += Double(days[running]) + rest
        line.append(reached)
        for day in (running + 1)..<max(running + 1, days.count) {
            reached += expected[day]
            line.append(reached)
        }
        // The band: how far the whole weeks of the known days lay from their mean.
        let weeks = stride(from: known.count % 7, to: known.count, by: 7).map { known[$0..<$0 + 7].reduce(0, &+) }
        let ahead = max(0, reached - Double(used))
        var spread = 0.15
        if weeks.count >= 2 {
            let mean = Double(weeks.reduce(0, &+)) / Double(weeks.count)
            let variance =
                weeks.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(weeks.count - 1)
            if mean > 0 { spread = min(0.5, variance.squareRoot() / mean) }
        }
        self.init(
            tokens: Self.rounded(reached), method: hasProfile ? .weekdayProfile : .elapsedTime,
            low: max(used, Self.rounded(reached - ahead * spread)), high: Self.rounded(reached + ahead * spread),
            cumulative: line)
    }

    init(tokens: Int, method: Method, low: Int, high: Int, cumulative: [Double]) {
        self.tokens = tokens
        self.method = method
        self.low = low
        self.high = high
        self.cumulative = cumulative
    }

    private static func rounded(_ value: Double) -> Int {
        Int(exactly: value.rounded()) ?? .max
    }
}

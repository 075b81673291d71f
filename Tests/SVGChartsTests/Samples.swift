@testable import SVGCharts

/// The data sets that every test of this room goes over: one believable month, and each odd one.
enum Samples {
    /// A sequence of numbers that is the same on every machine.
    struct Numbers {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, bound)))
        }
    }

    static let june = ChartPeriod(
        start: ChartDay(year: 2026, month: 6, day: 1), end: ChartDay(year: 2026, month: 7, day: 1), zone: "UTC")
    static let january = ChartPeriod(
        start: ChartDay(year: 2026, month: 1, day: 1), end: ChartDay(year: 2026, month: 2, day: 1), zone: "UTC")
    static let february = ChartPeriod(
        start: ChartDay(year: 2026, month: 2, day: 1), end: ChartDay(year: 2026, month: 3, day: 1), zone: "UTC")
    /// From the 15th, over the night in which Berlin's clocks go back.
    static let autumn = ChartPeriod(
        start: ChartDay(year: 2026, month: 10, day: 15), end: ChartDay(year: 2026, month: 11, day: 15),
        zone: "Europe/Berlin")
    static let june19 = DataReach(
        today: ChartDay(year: 2026, month: 6, day: 19), todayPermille: 600, dataTo: "19 Jun 2026, 14:24 UTC")
    static let sunset = DayFlag(day: ChartDay(year: 2026, month: 6, day: 26), name: "sunset")

    /// Weekdays busy, weekends quiet, one spike.
    static func series(_ names: [String], days: Int, scale: Int = 12, seed: UInt64 = 7) -> [ChartSeries] {
        var numbers = Numbers(seed: seed)
        return names.enumerated().map { place, name in
            let values = (0..<days).map { day in
                let weekend = day % 7 >= 5
                let base = scale * (names.count - place) / max(1, names.count) + 1
                let value = weekend ? numbers.next(below: max(1, base / 3)) : base / 2 + numbers.next(below: base)
                return day == 10 && place == 0 ? value * 3 : value
            }
            return ChartSeries(name: name, slot: place, values: values)
        }
    }

    static let keys = ["build", "deploy", "review-bot", "nightly", "lint", "payments end-to-end"]

    static func sums(_ series: [ChartSeries], days: Int) -> [Int] {
        (0..<days).map { day in series.map { $0.value(day) }.saturatedSum() }
    }

    /// Every kind with every odd data set, by the name of its snapshot.
    static let all: [(name: String, chart: any Chart)] = daily + cumulative + others + odd

    /// Each kind over each odd data set.
    static let odd: [(name: String, chart: any Chart)] = OddData.sets.flatMap { set in
        var charts: [(name: String, chart: any Chart)] = [
            ("daily-\(set.name)", set.daily), ("cumulative-\(set.name)", set.cumulative),
            ("ranked-\(set.name)", set.ranked), ("calendar-\(set.name)", set.calendar),
        ]
        if let year = set.year { charts.append(("year-\(set.name)", year)) }
        return charts
    }

    static let daily: [(name: String, chart: any Chart)] = [
        (
            "daily",
            DailyChart(period: june, series: series(keys, days: 30), reach: june19, flags: [sunset])
        ),
        (
            "daily-missing",
            DailyChart(
                period: june, series: series(Array(keys.prefix(2)), days: 30, scale: 4),
                reach: DataReach(
                    today: june.day(18), dataTo: "19 Jun 2026, 14:24 UTC",
                    missing: [june.day(3), june.day(4), june.day(11)]))
        ),
        (
            "daily-long-names-large",
            DailyChart(
                title: "Tokens a day by project <b>&\"'",
                period: june,
                series: [
                    ChartSeries(
                        name: String(repeating: "a very long name of a key ", count: 4), slot: 0,
                        values: (0..<30).map { $0 * 91_234_567 }),
                    ChartSeries(name: "日本語のキー名 🚀 <script>", slot: 1, values: (0..<30).map { 900_000_000 - $0 }),
                ], reach: DataReach(dataTo: "30 Jun 2026"))
        ),
        (
            "daily-greatest",
            DailyChart(
                period: june,
                series: [
                    ChartSeries(name: "one", slot: 0, values: .init(repeating: .max, count: 30)),
                    ChartSeries(name: "two", slot: 1, values: .init(repeating: .max, count: 30)),
                    ChartSeries(name: "below zero", slot: 2, values: .init(repeating: .min, count: 30)),
                ])
        ),
        (
            "daily-one-spike",
            DailyChart(
                period: june,
                series: [ChartSeries(name: "build", slot: 0, values: (0..<30).map { $0 == 12 ? 9000 : 3 })],
                reach: DataReach(dataTo: "30 Jun 2026"))
        ),
        (
            "daily-three-months",
            DailyChart(
                period: ChartPeriod(start: january.start, end: ChartDay(year: 2026, month: 4, day: 1), zone: "UTC"),
                series: series(Array(keys.prefix(4)), days: 90))
        ),
    ]

    private static let used = sums(series(keys, days: 30, scale: 14), days: 30)

    static let cumulative: [(name: String, chart: any Chart)] = [
        (
            "cumulative",
            CumulativeChart(
                period: june, values: used, quota: 1000, thresholds: [75, 90, 100], reach: june19,
                projection: .init(total: 1215, low: 1160, high: 1270, method: "mean of the last 7 days, band of 80%"),
                flags: [sunset])
        ),
        (
            "cumulative-weekends",
            CumulativeChart(
                period: june, values: used, quota: 1000, thresholds: [75, 90], reach: june19,
                projection: .init(
                    total: 1050, low: 1000, high: 1120, method: "from the last 8 weeks by weekday",
                    path: [760, 762, 764, 810, 855, 900, 940, 985, 987, 989, 1030, 1050]))
        ),
        (
            "cumulative-crossed",
            CumulativeChart(
                period: june, values: used, quota: 500, thresholds: [75, 90, 100], reach: june19,
                projection: .init(total: 1215, low: 1160, high: 1270, method: "mean of the last 7 days, band of 80%"))
        ),
        (
            "cumulative-closed",
            CumulativeChart(
                period: june, values: used, quota: 2000, thresholds: [75, 90], reach: DataReach(dataTo: "30 Jun 2026"))
        ),
        (
            "cumulative-unlimited",
            CumulativeChart(
                period: june, values: used, quota: nil, thresholds: [75, 90, 100], reach: june19,
                projection: .init(total: 1215, low: 1160, high: 1270, method: "mean of the last 7 days, band of 80%"))
        ),
        (
            "cumulative-missing",
            CumulativeChart(
                period: june, values: used, quota: 1000, thresholds: [90],
                reach: DataReach(today: june.day(18), missing: [june.day(3), june.day(4), june.day(11)]))
        ),
        (
            "cumulative-last-day",
            CumulativeChart(
                period: june, values: used, quota: 1000, thresholds: [75, 90],
                reach: DataReach(today: june.last, todayPermille: 950, dataTo: "30 Jun 2026, 22:48 UTC"),
                projection: .init(total: 1190, low: 1185, high: 1196, method: "mean of the last 7 days, band of 80%"),
                flags: [DayFlag(day: june.last, name: "sunset of CI keys")])
        ),
        (
            "cumulative-greatest",
            CumulativeChart(
                period: june, values: .init(repeating: .max, count: 30), quota: .max, thresholds: [75, 90],
                reach: june19, projection: .init(total: .max, low: 0, high: .max, method: "none"))
        ),
        (
            "cumulative-quota-zero",
            CumulativeChart(period: june, values: used, quota: 0, thresholds: [75], reach: june19)
        ),
    ]

    private static func month(_ index: Int, _ tokens: Int, _ state: YearChart.State, quota: Int? = 1000)
        -> YearChart.Month
    {
        YearChart.Month(
            start: ChartDay(year: 2025, month: 12 + index, day: 1), state: state, tokens: tokens, quota: quota)
    }

    private static let year: [YearChart.Month] = {
        var months = [812, 640, 701, 934, 1080, 760, 794].enumerated().map { month($0.offset, $0.element, .closed) }
        months[6].state = .running
        months[6].projected = 1215
        months += (7..<12).map { month($0, 0, .future, quota: 1200) }
        return months
    }()

    static let others: [(name: String, chart: any Chart)] = [
        ("year", YearChart(title: "Months against the quota", months: year, dataTo: "19 Jun 2026, 14:24 UTC")),
        (
            "year-before",
            YearChart(
                title: "Months against the quota",
                months: year.enumerated().map { index, month in
                    var month = month
                    month.previous = index == 2 ? nil : 500 + index * 40
                    return month
                })
        ),
        (
            "ranked",
            RankedChart(
                title: "Share by key", subtitle: "CI tokens, 1–30 June 2026 (UTC)",
                entries: zip(keys, [213, 190, 160, 121, 70, 0]).enumerated().map {
                    .init(
                        name: $0.element.0, note: $0.offset == 3 ? "deleted" : "", slot: $0.offset,
                        tokens: $0.element.1)
                }, dataTo: "19 Jun 2026, 14:24 UTC")
        ),
        (
            "calendar",
            CalendarChart(
                title: "Every day of the year",
                period: ChartPeriod(
                    start: ChartDay(year: 2026, month: 1, day: 1), end: ChartDay(year: 2027, month: 1, day: 1),
                    zone: "UTC"),
                values: sums(series(keys, days: 365), days: 365),
                reach: DataReach(
                    today: ChartDay(year: 2026, month: 11, day: 23), dataTo: "23 Nov 2026",
                    missing: Set((0..<5).map { ChartDay(year: 2026, month: 3, day: 9 + $0) })))
        ),
        (
            "year-missing-months",
            YearChart(
                title: "2025 against the quota",
                months: (0..<12).map { place in
                    month(
                        place - 11, place < 8 ? 0 : 540 + place, place < 8 ? .missing : .closed,
                        quota: place < 10 ? 750 : 1000)
                })
        ),
        ("calendar-month", CalendarChart(title: "Days", period: june, values: used, reach: june19)),
        (
            "calendar-one-value",
            CalendarChart(title: "Days", period: june, values: .init(repeating: 5, count: 30), reach: june19)
        ),
    ]

    static let sparklines: [(name: String, chart: Sparkline)] =
        OddData.sets.map { ("sparkline-\($0.name)", $0.sparkline) } + knownSparklines

    private static let knownSparklines: [(name: String, chart: Sparkline)] = [
        ("sparkline", Sparkline(name: "build", slot: 0, period: june, values: used, reach: june19)),
        (
            "sparkline-year",
            Sparkline(
                name: "build", slot: 2,
                period: ChartPeriod(start: june.start, end: june.start.adding(365), zone: "UTC"),
                values: sums(series(keys, days: 365), days: 365))
        ),
        (
            "sparkline-missing",
            Sparkline(
                name: "build", slot: 1, period: june, values: used,
                reach: DataReach(missing: [june.day(4), june.day(5)]))
        ),
    ]
}

@testable import SVGCharts

/// The data sets that make graphs go wrong; each kind is drawn from each that means something to it.
struct OddData {
    /// What follows the kind in the name of the snapshot.
    let name: String
    /// What is odd, as the gallery says it.
    let sentence: String
    let period: ChartPeriod
    let series: [ChartSeries]
    let quota: Int?
    let reach: DataReach

    private static let firstDay = DataReach(
        today: Samples.june.start, todayPermille: 400, dataTo: "1 Jun 2026, 09:36 UTC")

    static let sets: [OddData] = [
        OddData(
            name: "empty", sentence: "no key and no event", period: Samples.june, series: [], quota: 1000,
            reach: DataReach(today: Samples.june.start)),
        OddData(
            name: "all-zero", sentence: "a key that counted nothing", period: Samples.june,
            series: [ChartSeries(name: "build", slot: 0, values: .init(repeating: 0, count: 30))], quota: 1000,
            reach: Samples.june19),
        OddData(
            name: "one-point", sentence: "three tokens on the first day, which still runs", period: Samples.june,
            series: [ChartSeries(name: "build", slot: 0, values: [3])], quota: 1000, reach: firstDay),
        OddData(
            name: "ten-times", sentence: "ten times over the quota", period: Samples.june,
            series: Samples.series(Samples.keys, days: 30, scale: 140), quota: 1000, reach: Samples.june19),
        OddData(
            name: "40-keys", sentence: "forty keys with names that are alike", period: Samples.june,
            series: Samples.series((1...40).map { "service-\($0) nightly build" }, days: 30), quota: 20_000,
            reach: Samples.june19),
        OddData(
            name: "28-days", sentence: "a month of 28 days, over", period: Samples.february,
            series: Samples.series(Array(Samples.keys.prefix(3)), days: 28), quota: 1000,
            reach: DataReach(dataTo: "28 February 2026")),
        OddData(
            name: "31-days-6-keys", sentence: "a month of 31 days with six keys, over", period: Samples.january,
            series: Samples.series(Samples.keys, days: 31, scale: 24), quota: 2000,
            reach: DataReach(dataTo: "31 January 2026")),
        OddData(
            name: "anchor-dst", sentence: "from the 15th on, over the night in which clocks go back",
            period: Samples.autumn, series: Samples.series(Array(Samples.keys.prefix(4)), days: 31), quota: 1000,
            reach: DataReach(today: Samples.autumn.day(20), dataTo: "4 Nov 2026, 12:00 CET")),
    ]

    private var sums: [Int] { Samples.sums(series, days: period.count) }

    private var used: Int {
        sums.enumerated().filter { reach.state(of: period.day($0.offset)) != .future }.map(\.element).saturatedSum()
    }

    private var projection: CumulativeChart.Projection? {
        guard let today = reach.today, let index = period.index(of: today), !series.isEmpty else { return nil }
        let rest = used / (index + 1) * (period.count - index - 1)
        return .init(
            total: used + rest, low: used + rest * 9 / 10, high: used + rest * 11 / 10,
            method: "mean of the days so far")
    }

    var daily: DailyChart { DailyChart(period: period, series: series, reach: reach) }

    var cumulative: CumulativeChart {
        CumulativeChart(
            period: period, values: sums, quota: quota, thresholds: [75, 90, 100], reach: reach, projection: projection)
    }

    var ranked: RankedChart {
        RankedChart(
            title: "Share by key", subtitle: "CI tokens, \(period.text) (\(period.zone))",
            entries: series.map { entry in
                let known = entry.values.enumerated().filter { reach.state(of: period.day($0.offset)) != .future }
                return .init(name: entry.name, slot: entry.slot, tokens: known.map(\.element).saturatedSum())
            }, dataTo: reach.dataTo)
    }

    var calendar: CalendarChart {
        CalendarChart(title: "Every day", period: period, values: sums, reach: reach)
    }

    var sparkline: Sparkline {
        Sparkline(name: "build", slot: 0, period: period, values: sums, reach: reach)
    }

    /// The year that ends with the period; keys and the length of a month do not show in it.
    var year: YearChart? {
        guard !["40-keys", "28-days", "31-days-6-keys"].contains(name) else { return nil }
        let title = "Months against the quota"
        guard !series.isEmpty else { return YearChart(title: title, months: []) }
        let count = name == "one-point" ? 1 : 12
        let months = (0..<count).map { place -> YearChart.Month in
            let start = ChartDay(
                year: period.start.year, month: period.start.month - count + 1 + place, day: period.start.day)
            let isLast = place == count - 1
            let tokens = name == "one-point" || isLast ? used : used * (8 + place % 5) / 10
            return .init(
                start: start, state: isLast ? .running : .closed, tokens: tokens, quota: quota,
                projected: isLast ? projection?.total : nil)
        }
        return YearChart(title: title, zone: period.zone, months: months, dataTo: reach.dataTo)
    }
}

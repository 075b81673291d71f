import SVGCharts

#if canImport(Glibc)
    import Glibc
#endif

/// Measures how long graphs take to draw, and how large they are: `Benchmarks/bench-charts` builds and runs it.
@main
enum ChartBenchmark {
    private static let period = ChartPeriod(
        start: ChartDay(year: 2026, month: 1, day: 1), end: ChartDay(year: 2026, month: 2, day: 1), zone: "UTC")

    /// Six keys over 31 days, busy on weekdays; the numbers follow from their places alone.
    private static let series: [ChartSeries] = (0..<6).map { key in
        let values = (0..<31).map { day in
            let weekday = (day * 7919 + key * 104_729) % (40 - key * 5) + 4
            return day % 7 >= 5 ? weekday / 5 : weekday
        }
        return ChartSeries(name: "pipeline number \(key + 1)", slot: key, values: values)
    }

    private static var charts: [(name: String, width: Int, chart: any Chart)] {
        let sums = (0..<31).map { day in series.reduce(0) { $0 + $1.values[day] } }
        let daily = DailyChart(period: period, series: series, reach: DataReach(dataTo: "31 January 2026"))
        return [
            ("daily, 31 days, 6 keys", 720, daily), ("daily, 31 days, 6 keys", 320, daily),
            (
                "cumulative", 720,
                CumulativeChart(period: period, values: sums, quota: 2000, thresholds: [75, 90, 100])
            ),
            (
                "ranked, 6 keys", 720,
                RankedChart(
                    title: "Share by key", subtitle: "CI tokens",
                    entries: series.map { .init(name: $0.name, slot: $0.slot, tokens: $0.total) })
            ),
            ("calendar, 31 days", 720, CalendarChart(title: "Every day", period: period, values: sums)),
            ("sparkline", Sparkline.width, Sparkline(name: "all", slot: 0, period: period, values: sums)),
        ]
    }

    /// The CPU time of this process in nanoseconds.
    private static var cpuTime: Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// A line for each graph: name, width, microseconds of CPU for one drawing (the median of 9 rounds), bytes; and with a
    /// folder as argument the files, for whoever wants to compress or look at them.
    static func main() {
        let folder = CommandLine.arguments.dropFirst().first
        for (index, entry) in charts.enumerated() {
            var bytes: [UInt8] = []
            let rounds = (0..<9).map { _ -> Int in
                let start = cpuTime
                for _ in 0..<100 { bytes = entry.chart.drawing(width: entry.width).svg(.file) }
                return (cpuTime - start) / 100
            }
            let median = rounds.sorted()[4]
            print("\(entry.name)\t\(entry.width)\t\(median / 1000).\(median / 100 % 10)\t\(bytes.count)")
            guard let folder, let file = fopen("\(folder)/\(index).svg", "wb") else { continue }
            fwrite(bytes, 1, bytes.count, file)
            fclose(file)
        }
    }
}

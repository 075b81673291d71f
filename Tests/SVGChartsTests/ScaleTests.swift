import Testing

@testable import SVGCharts

@Suite struct ScaleTests {
    /// What `d3.tickStep(0, maximum, count)` of d3-array 3 gives.
    @Test(arguments: [
        (10, 10, 1), (10, 5, 2), (10, 3, 5), (74, 5, 20), (100, 5, 20), (100, 4, 20), (100, 10, 10), (1000, 5, 200),
        (1215, 5, 200), (1270, 5, 200), (30, 5, 5), (30, 4, 10), (14, 1, 10), (15, 1, 20), (70, 1, 50), (71, 1, 100),
        (999_999, 4, 200_000),
    ]) func stepsAsD3Does(maximum: Int, count: Int, step: Int) {
        #expect(LinearScale.step(maximum: maximum, count: count) == step)
    }

    @Test func hasFourToSixLabels() {
        var maximum = 0
        while maximum < 3_000_000 {
            for length in [210.0, 220, 300] {
                let scale = LinearScale(maximum: maximum, length: length)
                #expect((4...6).contains(scale.ticks.count), "\(maximum) at \(length): \(scale.ticks)")
                #expect(scale.top >= maximum)
                #expect(scale.height(scale.step) >= 34, "\(maximum) at \(length)")
                #expect(scale.top <= max(4, maximum) * 5 / 4, "\(maximum) at \(length): \(scale.top)")
                var digit = scale.step
                while digit % 10 == 0 { digit /= 10 }
                #expect([1, 2, 5].contains(digit), "\(scale.step)")
            }
            maximum += 1 + maximum / 40
        }
    }

    @Test func holdsTheGreatestCounts() {
        let scale = LinearScale(maximum: .max, length: 200)
        #expect(scale.height(.max) == 200 && scale.height(.min) == 0)
        #expect(scale.ticks == scale.ticks.sorted())
    }

    /// The top is a tick where one is near, else the greatest value itself: a plot is not half empty for a round number.
    @Test(arguments: [
        (1000, 200, 1000), (985, 200, 1000), (1063, 200, 1063), (1215, 500, 1500), (74, 20, 74), (56, 10, 56),
        (63, 20, 63), (77, 20, 80), (3, 1, 4), (7581, 2000, 8000),
    ]) func endsWithTheGreatestValueOrTheTickNearIt(maximum: Int, step: Int, top: Int) {
        let scale = LinearScale(maximum: maximum, length: 240)
        #expect(scale.step == step && scale.top == top, "\(scale)")
    }

    @Test func keepsBandsOnWholePixels() {
        for count in [1, 12, 28, 29, 30, 31] {
            for width in [250.0, 527, 1100] {
                let band = BandScale(count: count, start: 40, width: width)
                #expect(band.end <= 40 + width)
                for index in 0..<count where band.step >= 5 {
                    let left = band.middle(index) - band.bar / 2
                    #expect(left == left.rounded() && left >= band.left(index), "\(count) on \(width)")
                    #expect(left + band.bar <= band.left(index) + band.step)
                }
            }
        }
    }

    @Test(arguments: [
        (0, "1970-01-01", 3), (-1, "1969-12-31", 2), (20608, "2026-06-04", 3), (19_782, "2024-02-29", 3),
        (-719_468, "0000-03-01", 2),
    ]) func countsDays(number: Int, iso: String, weekday: Int) {
        let day = ChartDay(number: number)
        #expect(day.iso == iso && day.weekday == weekday)
        #expect(ChartDay(year: day.year, month: day.month, day: day.day) == day)
    }

    @Test func carriesMonthsAndDaysOver() {
        #expect(ChartDay(year: 2025, month: 14, day: 1).iso == "2026-02-01")
        #expect(ChartDay(year: 2026, month: 0, day: 1).iso == "2025-12-01")
        #expect(ChartDay(year: 2026, month: 2, day: 30).iso == "2026-03-02")
    }

    @Test func labelsTheWeeksOfAMonth() {
        let axis = DayAxis(period: Samples.january, band: BandScale(count: 31, start: 40, width: 560), right: 600)
        #expect(axis.labels(style: TextStyle(size: 12)).map(\.text) == ["1 Jan", "8", "15", "22", "29"])
        let autumn = DayAxis(period: Samples.autumn, band: BandScale(count: 31, start: 40, width: 560), right: 600)
        #expect(autumn.labels(style: TextStyle(size: 12)).map(\.text) == ["15 Oct", "22", "29", "5 Nov", "12"])
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (-12_345, "−12,345"), (9_999_999, "9,999,999"), (12_345_678, "12.3M"),
        (10_000_000, "10M"), (999_999_999, "999M"), (1_050_000_000, "1.05B"), (Int.max, "9,223Q"),
    ]) func writesCounts(value: Int, text: String) {
        #expect(ChartNumber.text(value) == text)
    }

    @Test(arguments: [
        (0, 10, "0%"), (1, 1000, "<1%"), (794, 1000, "79%"), (9999, 10_000, ">99%"), (10, 10, "100%"),
        (12_150, 1000, "1,215%"), (5, 0, "0%"), (Int.max, 1, "922,337,203,685,477,580,700%"),
    ]) func writesShares(part: Int, whole: Int, text: String) {
        if part == .max {
            #expect(ChartNumber.percent(part, of: whole).hasSuffix("%"))
        } else {
            #expect(ChartNumber.percent(part, of: whole) == text)
        }
    }
}

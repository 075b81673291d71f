import Testing

@testable import SVGCharts

#if canImport(Glibc)
    import Glibc
#endif

/// What a good graph does, point by point, as far as no other suite holds it: boxes are in `LayoutTests`, colours in
/// `ColorTests`, weight, hover and words in `DrawingTests`, ticks of single cases in `ScaleTests`.
@Suite struct ChecklistTests {
    private func chart(_ name: String) throws -> any Chart {
        try #require(Samples.all.first { $0.name == name }?.chart)
    }

    private func text(_ name: String, width: Int = 720) throws -> String {
        String(decoding: try chart(name).drawing(width: width).svg(.file), as: UTF8.self)
    }

    /// The value of an attribute in the first element after a mark.
    private func number(_ attribute: String, in line: Substring) -> Double? {
        line.split(separator: " \(attribute)=\"", maxSplits: 1).last.flatMap { Double($0.prefix { $0 != "\"" }) }
    }

    // MARK: Ticks

    /// d3-array's own arithmetic, in floating point.
    private func d3Step(_ maximum: Int, _ count: Int) -> Int {
        let raw = Double(maximum) / Double(count)
        let power = floor(log10(raw))
        let error = raw / pow(10, power)
        let factor = error >= sqrt(50) ? 10.0 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1
        return Int(max(1, (factor * pow(10, power)).rounded()))
    }

    @Test func stepsAsD3DoesOverAWideRange() {
        var maximum = 8
        while maximum < 2_000_000_000 {
            for count in 3...8 where maximum >= count {
                #expect(
                    LinearScale.step(maximum: maximum, count: count) == d3Step(maximum, count), "\(maximum)/\(count)")
            }
            maximum += 1 + maximum / 61
        }
    }

    @Test(arguments: Samples.daily.map(\.name) + Samples.cumulative.map(\.name)) func startsAtZero(name: String) throws
    {
        #expect(try chart(name).drawing(width: 720).texts.contains { $0.text == "0" })
    }

    // MARK: Days

    @Test(arguments: [320, 720, 1200]) func centresALabelUnderItsBar(width: Int) throws {
        let daily = try #require(try chart("daily") as? DailyChart)
        let drawing = daily.drawing(width: width)
        let label = try #require(drawing.texts.first { $0.text == "8" }?.box)
        let middle = label.x + label.width / 2
        // The bar of the 8th: the boxes of the marks that stand over the label.
        let bars = drawing.ink.filter {
            $0.width > 4 && $0.width < 40 && $0.x < middle && $0.right > middle && $0.height > 4
        }
        let bar = try #require(bars.max { $0.bottom < $1.bottom })
        #expect(abs(bar.x + bar.width / 2 - middle) <= 0.5)
    }

    @Test func labelsTheFirstDayOfEachWeekOfAMonth() throws {
        let texts = try chart("daily-31-days-6-keys").drawing(width: 720).texts.map(\.text)
        for label in ["1 Jan", "8", "15", "22", "29"] { #expect(texts.contains(label), "\(label)") }
        #expect(!(try text("daily").contains("rotate(-")))
    }

    @Test func leavesRoomForTheDaysToCome() throws {
        let daily = try #require(try chart("daily") as? DailyChart)
        let drawing = daily.drawing(width: 720)
        // Grid lines go on to the end of the period; the last bar does not.
        let grid = drawing.ink.filter { $0.height <= 1 }.map(\.right).max() ?? 0
        let bars = drawing.ink.filter { $0.width > 8 && $0.width < 20 && $0.height > 2 && $0.y > 60 && $0.x < 500 }
        #expect((bars.map(\.right).max() ?? 0) < grid - 100)
    }

    // MARK: The plot

    /// The right end of the longest level line: of the grid.
    private func right(_ drawing: ChartDrawing) -> Double {
        drawing.ink.filter { $0.height <= 1 && $0.width > Double(drawing.width) / 2 }.map(\.right).max() ?? 0
    }

    @Test(arguments: [320, 720, 1200]) func fillsTheWidth(width: Int) throws {
        for name in ["daily", "daily-one-spike", "daily-40-keys", "year"] {
            #expect(right(try chart(name).drawing(width: width)) == Double(width), "\(name)")
        }
        // Beside the lines of a running sum stand only their ends: a figure, and per cents.
        for name in ["cumulative", "cumulative-closed", "cumulative-crossed"] {
            #expect(right(try chart(name).drawing(width: width)) >= Double(width) - 60, "\(name)")
        }
    }

    @Test func namesASingleSeriesInItsTitleAlone() throws {
        let texts = try chart("daily-one-spike").drawing(width: 720).texts.map(\.text)
        #expect(texts.first == "Tokens a day, build")
        #expect(texts.dropFirst().allSatisfy { !$0.contains("build") })
        let project = DailyChart(
            title: "Tokens a day by key, payments", period: Samples.june,
            series: [ChartSeries(name: "nightly", slot: 0, values: [4])])
        #expect(project.drawing(width: 720).texts.contains { $0.text == "nightly 4" })
    }

    @Test(arguments: Samples.cumulative.map(\.name), [320, 720]) func namesEachLineAtItOrBelow(
        name: String, width: Int
    ) throws {
        let chart = try #require(try chart(name) as? CumulativeChart)
        let texts = chart.drawing(width: width).texts.map(\.text)
        guard let quota = chart.quota else { return }
        let isNamed = texts.contains("Quota \(ChartNumber.text(quota))") || texts.contains("Quota")
        #expect(isNamed)
        for percent in chart.thresholds where quota > 0 && percent < 100 {
            let isLabelled = texts.contains("\(percent)%")
            // Below the graph the sentence may break anywhere.
            let note = texts.joined(separator: " ").split(separator: "Dotted: ").dropFirst().first ?? ""
            #expect(isLabelled || note.contains("\(percent)%"), "\(percent)")
        }
    }

    @Test func laysAMonthOutAsOnAWall() throws {
        let chart = try #require(try chart("calendar-month") as? CalendarChart)
        let drawing = chart.drawing(width: 720)
        let texts = drawing.texts.map(\.text)
        for name in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "1 Jun", "30"] {
            #expect(texts.contains(name), "\(name)")
        }
        // Each day with data has its count in words of its own, and the columns take the whole width.
        let known = chart.values.prefix(19).map { ChartNumber.text($0) }
        #expect(known.allSatisfy(texts.contains))
        let columns = drawing.texts.filter { ["Mon", "Sun"].contains($0.text) }.map(\.box.x)
        #expect(columns.count == 2 && abs(columns[1] - columns[0] - 720 * 6 / 7) < 7)
        let year = try self.chart("calendar").drawing(width: 720).texts.map(\.text)
        #expect(!year.contains("Tue") && !year.contains("30"))
    }

    @Test func saysOneYearOnce() throws {
        let texts = try chart("year-missing-months").drawing(width: 720).texts.map(\.text)
        #expect(!texts.contains("2025") && texts.contains { $0.contains("December 2025") })
        #expect(try chart("year").drawing(width: 720).texts.contains { $0.text == "2026" })
    }

    // MARK: Headings

    @Test(arguments: GalleryTests.kinds.map(\.name).filter { $0 != "sparkline" })
    func saysSubjectUnitPeriodZoneAndStamp(
        kind: String
    ) throws {
        let drawing = try chart(kind).drawing(width: 720)
        let title = try #require(drawing.texts.first)
        #expect(title.box.x == 0 && title.text == drawing.title)
        let subtitle = try #require(drawing.texts.dropFirst().first)
        #expect(subtitle.box.x == 0 && subtitle.text.contains("CI tokens") && subtitle.text.contains("(UTC)"))
        #expect(subtitle.text.contains("2026"))
        #expect(drawing.texts.contains { $0.text.hasPrefix("data to ") })
        #expect(String(decoding: drawing.svg(.file), as: UTF8.self).contains("font-variant-numeric:tabular-nums"))
    }

    // MARK: Series

    @Test(arguments: [320, 720]) func ordersTheLegendAsTheStackIsOrdered(width: Int) throws {
        let daily = try #require(try chart("daily") as? DailyChart)
        let texts = daily.drawing(width: width).texts.map(\.text)
        let places = daily.series.compactMap { entry in
            texts.firstIndex { $0 == entry.name || $0.hasPrefix(entry.name + " ") }
        }
        #expect(places.count == daily.series.count && places == places.sorted())
    }

    @Test func partsTheSegmentsOfABarByAPixel() throws {
        let series = [40, 30, 20].enumerated().map { ChartSeries(name: "\($0)", slot: $0, values: [$1]) }
        var canvas = Canvas(width: 100)
        StackMark(
            series: series, scale: LinearScale(maximum: 100, length: 200),
            band: BandScale(count: 1, start: 0, width: 20), bottom: 200
        ).draw(on: &canvas, indices: [0])
        let boxes = canvas.ink.sorted { $0.y > $1.y }
        #expect(boxes.count == 3)
        for (lower, upper) in zip(boxes, boxes.dropFirst()) { #expect(lower.y - upper.bottom == 1) }
        #expect(boxes[0].bottom == 200)
    }

    // MARK: Signs

    @Test func tellsQuotaThresholdsTodayAndProjectionByTheirShape() throws {
        let lines = try text("cumulative").split(separator: "\n")
        func strokes(_ paint: String) -> [Substring] { lines.filter { $0.hasPrefix("<path class=\"\(paint)\"") } }
        // The quota is solid and thick, thresholds are dots, the crossing is dashed.
        let quota = strokes("kc-sq")
        #expect(quota.contains { $0.contains("stroke-width=\"2\"") && !$0.contains("dasharray") })
        #expect(quota.contains { $0.contains("stroke-dasharray=\"1 4\"") })
        #expect(quota.contains { $0.contains("stroke-dasharray=\"4 3\"") })
        #expect(strokes("kc-sm").contains { $0.contains("stroke-dasharray=\"2 3\"") })
        #expect(strokes("kc-ss").contains { $0.contains("stroke-dasharray=\"7 3 1 3\"") })
        let line = strokes("kc-sa")
        #expect(line.contains { $0.contains("stroke-width=\"2.5\"") && !$0.contains("dasharray") })
        #expect(line.contains { $0.contains("stroke-dasharray=\"5 4\"") })
        let all = lines.joined(separator: " ")
        for word in [
            "Quota 1,000", "90%", "75%", "today: 754", "runs out ≈ 25 Jun", "sunset, 26 Jun", "Dashed: projection",
        ] {
            #expect(all.contains(word), "\(word)")
        }
    }

    @Test func followsTheWeekInItsProjection() throws {
        let chart = try #require(try chart("cumulative-weekends") as? CumulativeChart)
        // On Friday the 26th the sum comes to 985, on Saturday and Sunday it rests, on the 29th it passes 1,000.
        #expect(chart.drawing(width: 720).title.hasSuffix("runs out about 29 Jun"))
        let text = try text("cumulative-weekends")
        #expect(text.contains("27 Jun: about 987 expected") && text.contains("30 Jun: about 1,050 expected"))
        let projection = try #require(chart.projection)
        #expect(projection.edge(1120, at: 1050, used: 754) == 1120 && projection.edge(1120, at: 754, used: 754) == 754)
        for later in 0..<11 {
            let sums = (projection.sum(later, of: 12, used: 754), projection.sum(later + 1, of: 12, used: 754))
            #expect(sums.0 <= sums.1)
        }
    }

    @Test(arguments: ["daily-missing", "cumulative-missing", "calendar", "year-missing-months"])
    func saysWhatIsMissing(name: String) throws {
        let drawing = try chart(name).drawing(width: 720)
        #expect(drawing.usesMissingPattern)
        #expect(drawing.texts.contains { $0.text.contains("no data") })
        #expect(String(decoding: try chart(name).table.html, as: UTF8.self).contains(">no data<"))
    }

    @Test(arguments: ["daily", "cumulative", "calendar", "year"]) func saysWhatIsNotYet(name: String) throws {
        #expect(String(decoding: try chart(name).table.html, as: UTF8.self).contains(">not yet<"))
        #expect(try text(name).contains(": not yet<") || name == "cumulative")
    }

    // MARK: Words

    @Test(arguments: Samples.all.map(\.name)) func describesItselfInFigures(name: String) throws {
        let drawing = try chart(name).drawing(width: 720)
        #expect(!drawing.title.isEmpty && drawing.description.hasSuffix("."))
        let hasFigures = drawing.description.contains { $0.isNumber }
        #expect(hasFigures || drawing.description.contains("no data yet"), "\(drawing.description)")
    }

    @Test func describesTheSumThatTheTableHas() throws {
        for name in ["daily", "daily-40-keys", "daily-missing", "daily-ten-times"] {
            let daily = try #require(try chart(name) as? DailyChart)
            let total = try #require(daily.table.footer.dropFirst().first)
            #expect(daily.drawing(width: 720).description.contains("\(total) in total"), "\(name)")
            let rows = daily.table.rows.compactMap { Int($0[1].filter { $0 != "," }) }
            #expect(ChartNumber.exact(rows.reduce(0, +)) == total, "\(name)")
        }
    }

    // MARK: Themes

    @Test func isLightInPrintAndFollowsTheReaderOtherwise() throws {
        let file = try text("daily")
        #expect(file.contains("@media screen and (prefers-color-scheme:dark)"))
        #expect(file.contains("color-scheme:light dark") && !file.contains("data-theme"))
        let sheet = String(decoding: chartStyleSheet, as: UTF8.self)
        #expect(sheet.contains("@media screen{:root[data-theme=dark]"))
        // Every colour also stands as an attribute, for readers without style sheets.
        for part in file.split(separator: "class=\"kc-").dropFirst() where part.hasPrefix("f") || part.hasPrefix("s") {
            #expect(part.contains(" fill=\"#") || part.contains(" stroke=\"#"))
        }
    }

    @Test(arguments: Samples.all.map(\.name)) func drawsTheSameTwice(name: String) throws {
        #expect(try chart(name).drawing(width: 720).svg(.file) == chart(name).drawing(width: 720).svg(.file))
    }
}

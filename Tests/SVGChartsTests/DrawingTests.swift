import SVGCharts
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What a file, and what an inlined drawing, must and must not hold.
@Suite struct DrawingTests {
    private func chart(_ name: String) throws -> any Chart {
        try #require(Samples.all.first { $0.name == name }?.chart)
    }

    private func source(_ name: String, _ form: ChartDrawing.Form = .file, width: Int = 720) throws -> String {
        String(decoding: try chart(name).drawing(width: width).svg(form), as: UTF8.self)
    }

    /// A month of six keys with names as people give them, short and long, and counts of up to four digits.
    @Test(arguments: [320, 720, 1200], [1, 40]) func weighsLittle(width: Int, factor: Int) throws {
        for names in [
            Samples.keys,
            [
                "payments pull requests", "web storefront", "checkout integration", "mobile android", "search indexing",
                "19 others",
            ],
            (1...6).map { "pipeline \($0) of backend" },
        ] {
            let chart = DailyChart(
                period: Samples.january, series: Samples.series(names, days: 31, scale: 24 * factor),
                reach: DataReach(dataTo: "31 January 2026"))
            let bytes = chart.drawing(width: width).svg(.file)
            #expect(bytes.count <= 10_000, "\(names[0])")
            #expect(try compressedSize(bytes) <= 3072, "\(names[0])")
        }
    }

    @Test func namesTheLargestOfADayUnderThePointer() throws {
        let series = [("a long name of a key", 5), ("another long name", 30), ("a third long name", 9), ("small", 2)]
            .enumerated()
            .map { ChartSeries(name: $1.0, slot: $0, values: .init(repeating: $1.1, count: 31)) }
        let chart = DailyChart(period: Samples.january, series: series, reach: DataReach(dataTo: "31 January 2026"))
        let text = String(decoding: chart.drawing(width: 720).svg(.file), as: UTF8.self)
        #expect(text.contains("<title>1 Jan: 46 (a third lo… 9, another lo… 30, 2 more 7)</title>"))
    }

    /// The size after `gzip -9`, asked of the program itself.
    private func compressedSize(_ bytes: [UInt8]) throws -> Int {
        var path = Array("/tmp/keyport-chart-XXXXXX".utf8CString)
        let descriptor = path.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.map { mkstemp($0) } ?? -1 }
        try #require(descriptor >= 0)
        defer { unlink(path) }
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
        let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let pipe = try #require(popen("gzip -9c \(name) | wc -c", "r"))
        defer { pclose(pipe) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = fread(&buffer, 1, buffer.count, pipe)
        let text = String(decoding: buffer[..<count].filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
        return try #require(Int(text))
    }

    @Test(arguments: Samples.all.map(\.name)) func carriesNoScriptNoStyleAttributeNoOutsideFont(name: String) throws {
        for form in [ChartDrawing.Form.file, .inline(id: "a")] {
            let text = try source(name, form)
            for word in ["<script", " style=", "@import", "@font-face", "href", "<image", "<foreignObject", " onload"] {
                #expect(!text.contains(word), "\(word)")
            }
            #expect(text.contains("role=\"img\"") && text.contains("viewBox="))
        }
        #expect(!(try source(name, .inline(id: "a")).contains("<style")))
        #expect(try source(name).contains("prefers-color-scheme:dark"))
    }

    @Test func saysItsFiguresToAReaderWhoDoesNotSeeThem() throws {
        let daily = try source("daily")
        #expect(daily.contains("<title id=\"kt\">Tokens a day by key</title>"))
        #expect(daily.contains("721 in total"))
        #expect(daily.contains("Peak 85 on 11 June 2026."))
        #expect(daily.contains("build 227 (31%)"))
        let cumulative = try source("cumulative")
        #expect(cumulative.contains("754 of a quota of 1,000, 75%"))
        #expect(cumulative.contains("the quota runs out about 25 June 2026"))
        #expect(cumulative.contains("mean of the last 7 days"))
        #expect(cumulative.contains("sunset: 26 June 2026"))
    }

    @Test func saysWhenTheQuotaWasCrossed() throws {
        #expect(try source("cumulative-crossed").contains("ran out 12 Jun"))
        #expect(!(try source("cumulative-unlimited").contains("ran out")))
        #expect(!(try source("cumulative-closed").contains("runs out")))
    }

    @Test func hasAHoverRectangleForEachDay() throws {
        let text = try source("daily")
        let rectangles = text.split(separator: "\n").filter { $0.hasPrefix("<rect") && $0.contains("<title>") }
        #expect(rectangles.count == 30)
        #expect(rectangles.first?.contains("<title>1 Jun: 44 (") == true)
        #expect(rectangles.last?.contains("<title>30 Jun: not yet</title>") == true)
    }

    @Test func tellsZeroMissingAndNotYetApart() throws {
        let text = try source("daily-missing")
        #expect(text.contains("4 Jun: no data") && text.contains("6 Jun: 0<") && text.contains("20 Jun: not yet"))
        #expect(text.contains("Striped: today, still running. Hatched: no data. Flat stroke: zero."))
        let table = String(decoding: try chart("daily-missing").table.html, as: UTF8.self)
        #expect(table.contains("<th scope=\"row\">2026-06-04</th><td class=\"kc-num\">no data</td>"))
        #expect(table.contains("<th scope=\"row\">2026-06-20</th><td class=\"kc-num\">not yet</td>"))
        #expect(table.contains("<th scope=\"row\">2026-06-06</th><td class=\"kc-num\">0</td>"))
    }

    @Test func foldsMoreThanSixSeriesIntoFiveAndOthers() throws {
        let daily = try #require(try chart("daily-40-keys") as? DailyChart)
        #expect(daily.series.count == 6)
        #expect(daily.series.last?.name == "35 others" && daily.series.last?.slot == -1)
        let before = Samples.series((1...40).map { "\($0)" }, days: 30).reduce(0) { $0 + $1.values[..<19].reduce(0, +) }
        #expect(daily.series.reduce(0) { $0 + $1.total } == before)
    }

    @Test func escapesNames() throws {
        let text = try source("daily-long-names-large")
        #expect(text.contains("&lt;b&gt;&amp;&quot;") && !text.contains("<b>") && !text.contains("<script>"))
        let table = String(decoding: try chart("daily-long-names-large").table.html, as: UTF8.self)
        #expect(!table.contains("<script>") && table.contains("&lt;script&gt;"))
    }

    @Test(arguments: ["a\u{0}b", "a\u{1A}b", "a\u{1B}[0m", "\u{7F}"]) func writesNoControlCharacter(name: String) {
        let chart = DailyChart(
            period: Samples.june, series: [ChartSeries(name: name, slot: 0, values: [1, 2, 3])])
        let bytes = chart.drawing(width: 720).svg(.file)
        #expect(bytes.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x0A })
    }

    @Test func changesFewLinesForOneChangedDay() throws {
        var daily = try #require(try chart("daily-31-days-6-keys") as? DailyChart)
        let before = daily.drawing(width: 720).svg(.file).split(separator: 0x0A)
        daily.series[3].values[15] += 1
        let after = daily.drawing(width: 720).svg(.file).split(separator: 0x0A)
        #expect(before.count == after.count)
        // The bars above in the stack, the legend, the description, the hover text.
        #expect(zip(before, after).filter { $0 != $1 }.count <= 8)
    }

    @Test func keepsIdsOfInlinedDrawingsApart() throws {
        let chart = try chart("daily-missing")
        let page = String(
            decoding: ChartFigure(chart, id: "one", hasTable: true).html + ChartFigure(chart, id: "t\"wo").html,
            as: UTF8.self)
        let ids = page.split(separator: " id=\"", omittingEmptySubsequences: true).dropFirst().map {
            $0.prefix { $0 != "\"" }
        }
        #expect(ids.count == Set(ids).count && ids.count == 16)
        for part in page.split(separator: "url(#").dropFirst() {
            #expect(ids.contains(part.prefix { $0 != ")" }))
        }
        #expect(!page.contains("<style") && !page.contains(" style="))
        #expect(page.contains("<details class=\"kc-data\">"))
    }

    @Test func hasARuleForEveryClassInItsStyleSheets() throws {
        let sheet = String(decoding: chartStyleSheet, as: UTF8.self)
        for sample in Samples.all {
            let file = String(decoding: sample.chart.drawing(width: 720).svg(.file), as: UTF8.self)
            for part in file.split(separator: "class=\"kc-").dropFirst() {
                let name = part.prefix { $0 != "\"" }
                #expect(sheet.contains(".kc-\(name)"), "\(name)")
                if name != "h" && !name.hasPrefix("wide") {
                    #expect(file.contains(".kc-\(name){"), "\(sample.name): \(name)")
                }
            }
        }
        #expect(sheet.contains(":root[data-theme=dark]") && sheet.contains(":root:not([data-theme=light])"))
    }

    @Test func findsEachColourInTheThemeOfThisRepository() throws {
        let root = SnapshotTests.folder.components(removingLast: 3)
        let theme = try #require(SnapshotTests.read("\(root)/Templates/assets/css/charts.css"))
        let css = String(decoding: theme, as: UTF8.self)
        for tone in Tone.allCases {
            #expect(css.contains(".kc-f\(tone.rawValue) {") && css.contains(".kc-s\(tone.rawValue) {"))
            let dark = tone.dark
            let light = tone == .ground ? "#fff" : tone.light
            #expect(css.contains("--kc-\(tone.rawValue): light-dark(\(light), \(dark))"), "\(tone)")
        }
    }

    @Test func readsTheSameWithXmllint() throws {
        try #require(system("command -v xmllint >/dev/null") == 0, "xmllint is not installed")
        #expect(system("xmllint --noout '\(SnapshotTests.folder)'/*.svg") == 0)
    }
}

extension String {
    /// A path without its last components.
    fileprivate func components(removingLast count: Int) -> String {
        split(separator: "/", omittingEmptySubsequences: false).dropLast(count).joined(separator: "/")
    }
}

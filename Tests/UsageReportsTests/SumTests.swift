import KeyLedger
import SVGCharts
import Testing
import UsageReports
import Values

/// Made-up stores: whatever was used, doubled, taken back, came late or was revised, every form of a report has the same
/// sums.
@Suite struct SumTests {
    /// A sequence of numbers that is the same on every machine.
    private struct Numbers {
        private var state: UInt64

        init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, bound)))
        }
    }

    private static let settings = """
        {"schema":1,"name":"Acme","quota":[{"from":"2024-01-01","tokens":300}],
         "period":{"anchorDay":ANCHOR,"timeZone":"Europe/Berlin","closeAfterHours":72},"thresholds":[50,100],
         "sunset":{"ci_key":{"announced":"2026-01-01","endsOn":"2027-03-31","successor":"ci_auth_token"}},
         "staleAfterDays":90,"trashDays":30}
        """

    /// Two months and a half of use by up to nine keys; some deliveries come twice, late, or are taken back.
    private func store(seed: Int) throws -> SmallStore {
        var numbers = Numbers(seed: seed)
        let anchor = seed % 3 == 0 ? "15" : "1"
        let store = try SmallStore(
            workspace: Self.settings.replacing("ANCHOR", with: anchor), now: "2026-09-01T00:00:00Z")
        let keys = try (0..<(1 + numbers.next(below: 9))).map { index in
            try store.key("key \(index)", project: index % 3 == 0 ? nil : "p\(index % 3)").id
        }
        let start = try #require(Instant(rfc3339: "2026-09-01T06:00:00Z"))
        for index in 0..<(60 + numbers.next(below: 60)) {
            let time = start.adding(seconds: numbers.next(below: 75 * 86_400))
            // Some come days after, when their period may be closed.
            let delay = numbers.next(below: 6) == 0 ? numbers.next(below: 20) * 86_400 : 1
            let id = "\(index)"
            let key = keys[numbers.next(below: keys.count)]
            let event = IncomingEvent(
                UsageEvent(
                    id: id, source: "ci", time: time, key: key, tokens: 1 + numbers.next(below: 40),
                    project: numbers.next(below: 4) == 0 ? nil : "p\(numbers.next(below: 3))",
                    provider: numbers.next(below: 3) == 0 ? nil : ["github-actions", "gitlab"][numbers.next(below: 2)]))
            let before = store.ledger.now
            store.clock(time.adding(seconds: delay))
            _ = try store.ledger.ingest([event])
            if numbers.next(below: 5) == 0 { _ = try store.ledger.ingest([event]) }
            if numbers.next(below: 8) == 0 {
                let voided = UsageEvent(
                    id: "void-\(index)", source: "ci", time: time.adding(seconds: 1), key: key, tokens: 0,
                    voids: UsageEvent.Name(source: "ci", id: id))
                _ = try store.ledger.ingest([IncomingEvent(voided)])
            }
            store.clock(before)
        }
        try store.at("2026-11-16T12:00:00Z")
        return store
    }

    private func sum(_ value: Value?, _ member: String) throws -> Int {
        try #require(value?.listValue).reduce(0) { $0 + ($1.mapValue?[member]?.intValue ?? 0) }
    }

    private func number(_ text: String) -> Int { Int(text.filter { $0 != "," }) ?? -1 }

    private func check(_ store: SmallStore, _ period: BillingPeriod, _ comment: Comment) throws {
        let figures = store.figures
        let export = try ReportExport(figures, period: period)
        let used = export.figures.used
        #expect(export.figures.days.reduce(0) { $0 + $1.tokens } == used, comment)
        // JSON.
        let json = try #require(try export.value().mapValue)
        #expect(json["used"]?.intValue == used, comment)
        for list in ["days", "keys", "projects", "providers"] {
            #expect(try sum(json[list], "tokens") == used, comment)
        }
        // CSV; what came late stands beside it, and what a revision took in of that within.
        var consumed = 0
        for line in String(decoding: try export.csv(), as: UTF8.self).split(separator: "\r\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            consumed += Int(fields[8]) ?? 0
        }
        #expect(consumed == used, comment)
        // Graphs and their tables.
        let daily = try figures.daily(export.figures)
        #expect(number(daily.table.footer.dropFirst().first ?? "") == used, comment)
        #expect(daily.table.rows.reduce(0) { $0 + max(0, number($1[1])) } == used, comment)
        #expect(daily.series.reduce(0) { $0 + $1.total } == used, comment)
        let cumulative = try figures.cumulative(export.figures)
        let last = cumulative.table.rows.last { $0[2] != "" }
        #expect(number(last?[2] ?? "0") == used, comment)
        #expect(number(try figures.shares(export.figures).table.footer[1]) == used, comment)
        for (graph, title) in [(UsageGraph.projects, "projects"), (.providers, "providers")] {
            let table = try figures.chart(.init(graph, period: period)).table
            #expect(number(table.footer[1]) == used, "\(comment) \(title)")
        }
        let calendar = figures.calendar(export.figures)
        #expect(calendar.table.rows.reduce(0) { $0 + max(0, number($1[1])) } == used, comment)
        // Markdown and the document.
        #expect(
            String(decoding: try export.markdown(), as: UTF8.self).contains("| Used | \(ChartNumber.exact(used)) |"))
        #expect(
            String(decoding: try export.html(), as: UTF8.self).contains(
                "<th scope=\"row\">Total</th><td></td><td class=\"kc-num\">\(ChartNumber.exact(used))</td>")
                || used == 0,
            comment)
        let report = try export.report()
        if let hour = report.busiestHour {
            #expect(hour.tokens <= (report.busiestDay?.tokens ?? 0) && period.contains(hour.start), comment)
        } else {
            #expect(used == 0, comment)
        }
    }

    @Test(arguments: 1...12) func everyFormHasTheSameSums(seed: Int) throws {
        let store = try store(seed: seed)
        let periods = try store.figures.periods()
        #expect(periods.count >= 3)
        for period in periods { try check(store, period, "seed \(seed), open \(period.name)") }
        let closed = try store.ledger.closeDuePeriods().map(\.name)
        #expect(!closed.isEmpty)
        for period in periods { try check(store, period, "seed \(seed), closed \(period.name)") }
        let first = try #require(periods.first { closed.contains($0.name) })
        _ = try store.ledger.revise(first)
        try check(store, first, "seed \(seed), revised \(first.name)")
    }
}

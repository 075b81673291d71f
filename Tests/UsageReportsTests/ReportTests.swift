import KeyLedger
import SVGCharts
import Testing
import Text
import UsageReports
import Values

/// What a report says beside its sums: changes, the busiest day and hour, marks, the way out of legacy keys.
@Suite struct ReportTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func comparesWithTheSameDaysAndTheWholeOfThePeriodBefore() throws {
        let store = try SmallStore.believable()
        let figures = store.figures
        let report = try figures.report(of: figures.currentPeriod)
        // On the 16th: October had 3 a day from the 5th on, and 2 on even days, up to and with the 16th.
        #expect(report.changes.map(\.extent) == [.sameDays, .whole])
        #expect(report.changes.map(\.before) == [48, 107] && report.changes.map(\.now) == [93, 93])
        #expect(report.changes.map(\.text) == ["+94%", "−13%"])
        let october = try figures.report(of: try store.ledger.period(named: "2026-10"))
        #expect(october.changes.isEmpty)
    }

    @Test(arguments: [
        (100, 100, "±0%"), (100, 123, "+23%"), (1000, 1004, "+0.4%"), (1000, 996, "−0.4%"), (100_000, 100_001, "+0%"),
        (100_000, 99_999, "−0%"), (1, 50_000, "+4,999,900%"), (200, 1, "−100%"), (1000, 1015, "+2%"),
        (Int.max, 0, "−100%"),
    ]) func writesAChange(before: Int, now: Int, text: String) {
        #expect(ReportFigures.Change(extent: .whole, period: "2026-10", before: before, now: now).text == text)
    }

    @Test func saysNothingOfAChangeFromNothing() {
        #expect(ReportFigures.Change(extent: .whole, period: "2026-10", before: 0, now: 5).text == nil)
    }

    @Test func findsTheBusiestDayAndHour() throws {
        let store = try SmallStore.believable()
        try store.use("payments nightly", at: "2026-11-04T22:59:59Z", tokens: 4)
        try store.use("payments nightly", at: "2026-11-04T22:00:00Z", tokens: 4)
        let figures = store.figures
        let report = try figures.report(of: figures.currentPeriod)
        #expect(report.busiestDay?.date.description == "2026-11-04" && report.busiestDay?.tokens == 14)
        // In Berlin the hour before midnight; the six tokens of each morning are fewer.
        #expect(report.busiestHour?.tokens == 8)
        #expect(report.busiestHourText == "4 Nov 2026, 23:00–00:00 CET")
        let usage = try NamespaceTests.ask(.object(KeyportNamespace(figures)), "Usage")
        #expect(try NamespaceTests.ask(usage, "BusiestHour.Tokens").intValue == 8)
        #expect(
            text(try ReportExport(figures, period: figures.currentPeriod).markdown()).contains("8, 4 Nov 2026, 23:00"))
    }

    @Test func findsNoBusiestHourWhereNothingWasUsed() throws {
        let store = try SmallStore(now: "2026-11-16T12:00:00Z")
        let report = try store.figures.report(of: store.figures.currentPeriod)
        #expect(report.busiestDay == nil && report.busiestHour == nil && report.busiestHourText == nil)
        let json = text(try ReportExport(store.figures, period: store.figures.currentPeriod).json())
        #expect(json.contains("\"busiest\": null"))
    }

    @Test func keepsTheBusiestHourInTheClosedReport() throws {
        let store = try SmallStore.believable()
        let closed = try store.ledger.closeDuePeriods()
        #expect(closed.first?.busiestHour?.tokens == 3)
        let october = try store.ledger.period(named: "2026-10")
        // The first of the mornings: ties go to the earlier hour.
        #expect(try store.figures.busiestHour(of: october)?.start == Instant(rfc3339: "2026-10-05T09:00:00Z"))
    }

    @Test func marksDeletedStaleAndLegacyKeys() throws {
        let store = try SmallStore.believable()
        let figures = store.figures
        let november = try figures.report(of: figures.currentPeriod)
        #expect(november.keys.map(\.name) == ["payments nightly", "old <deploy>"])
        #expect(november.keys.map(\.marks) == [["legacy"], ["deleted", "legacy"]])
        #expect(text(try ReportExport(figures, period: figures.currentPeriod).markdown()).contains("(deleted, legacy)"))
        // At the end of October nobody had deleted anything, and the key that nobody uses now was in use.
        try store.at("2027-02-20T12:00:00Z")
        let later = store.figures
        #expect(try later.keys().filter(\.isStale).map(\.key.name) == ["=cmd|calc"])
        let october = try store.ledger.period(named: "2026-10")
        #expect(try later.report(of: october).keys.map(\.marks) == [["legacy"], []])
        let ranked = try later.shares(try later.figures(of: october))
        #expect(ranked.entries.map(\.note) == ["legacy", ""])
        // At the end of November the kind had ended.
        let november2 = try later.report(of: try store.ledger.period(named: "2026-11"))
        #expect(november2.keys.map(\.marks) == [["sunset", "legacy"], ["deleted", "legacy"]])
    }

    @Test func marksKeysThatWereStaleAtTheEnd() throws {
        let settings = """
            {"schema":1,"name":"Acme","quota":[],"period":{"anchorDay":1,"timeZone":"UTC","closeAfterHours":72},
             "thresholds":[],"sunset":{},"staleAfterDays":10,"trashDays":30}
            """
        let store = try SmallStore(workspace: settings, now: "2026-10-01T08:00:00Z")
        try store.key("early")
        try store.key("late")
        try store.use("early", at: "2026-10-20T23:59:59Z")
        try store.use("late", at: "2026-10-22T00:00:00Z")
        try store.at("2026-11-05T12:00:00Z")
        let october = try store.ledger.period(named: "2026-10")
        #expect(
            Set(try store.figures.report(of: october).keys.map { "\($0.name): \($0.marks)" }) == [
                "early: [\"stale\"]", "late: []",
            ])
        try store.use("early", at: "2026-11-05T11:00:00Z")
        #expect(try store.figures.report(of: october).keys.first { $0.name == "early" }?.marks == ["stale"])
    }

    @Test func saysHowFarLegacyKeysHaveCome() throws {
        let store = try SmallStore.believable()
        let figures = store.figures
        let sunset = try #require(try figures.report(of: figures.currentPeriod).sunsets.first)
        #expect(sunset.keys == 2 && sunset.moved == 1 && sunset.left.map(\.name) == ["payments nightly"])
        #expect(sunset.daysLeft == 12 && sunset.phase == .announced)
        #expect(sunset.tokens == 93 && sunset.share == 1 && sunset.next?.name == "payments nightly")
        // At the end of October the deleted key was still there, and had used nothing.
        let october = try #require(try figures.report(of: try store.ledger.period(named: "2026-10")).sunsets.first)
        #expect(october.left.map(\.name) == ["payments nightly", "old <deploy>"] && october.moved == 0)
        #expect(october.day.description == "2026-10-31" && october.daysLeft == 28)
        #expect(october.tokens == 81 && october.left.map(\.tokens) == [81, 0])
        let report = try NamespaceTests.ask(.object(KeyportNamespace(figures)), "Report", "2026-10")
        let asked = try #require(try NamespaceTests.ask(report, "Sunsets").listValue?.first)
        #expect(try NamespaceTests.ask(asked, "KeysLeft").intValue == 2)
        #expect(try NamespaceTests.ask(asked, "Next.Name").stringValue == "payments nightly")
    }

    @Test func countsAKeyAsMovedFromWhenItsUseWentOver() throws {
        let store = try SmallStore.believable()
        let successor = try store.ledger.migrateKey("payments nightly").key.id
        let before = store.figures
        #expect(try before.report(of: before.currentPeriod).sunsets.first?.left.map(\.name) == ["payments nightly"])
        try store.use(successor, at: "2026-11-16T12:00:00Z")
        let figures = store.figures
        #expect(try figures.report(of: figures.currentPeriod).sunsets.first?.left.isEmpty == true)
        #expect(try figures.report(of: figures.currentPeriod).sunsets.first?.moved == 2)
        // What October says stays as it was.
        let october = try figures.report(of: try store.ledger.period(named: "2026-10"))
        #expect(october.sunsets.first?.left.map(\.name) == ["payments nightly", "old <deploy>"])
    }

    @Test func writesADocumentThatStandsAlone() throws {
        let store = try SmallStore.believable()
        _ = try store.ledger.closeDuePeriods()
        let html = text(try ReportExport(store.figures, period: try store.ledger.period(named: "2026-10")).html())
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
        for word in ["<script", " style=", "href=", "src=", "@import", "url(http"] {
            #expect(!html.contains(word), "\(word)")
        }
        for word in [
            "Period 2026-10, 1–31 October 2026 (Europe/Berlin), closed, revision 1, data to 31 October 2026",
            "107 of 200 (54%)",
            "Busiest day", "Busiest hour", "on the way out", "2 of 2 keys still have to move to the CI Auth Token",
            "28 days left", "Move next: payments nightly", "Thresholds", "By key", "By project", "By provider",
            "Digest of the data: <code>sha256:", "=cmd|calc", "kc-spark",
        ] { #expect(html.contains(word), "\(word)") }
        let ids = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(ids.count == Set(ids).count)
        #expect(!html.contains("<deploy>"))
    }

    @Test func aClosedReportStaysAsItIs() throws {
        let store = try SmallStore.believable()
        _ = try store.ledger.closeDuePeriods()
        let october = try store.ledger.period(named: "2026-10")
        func forms() throws -> [[UInt8]] {
            let export = try ReportExport(store.figures, period: october)
            return [try export.json(), try export.csv(), try export.markdown(), try export.html()]
                + [try export.svg(.daily), try export.svg(.cumulative), try export.svg(.keys)]
        }
        let before = try forms()
        #expect(text(before[0]).contains("\"dataTo\": \"2026-10-31T23:00:00Z\""))
        // A day later, with more use of a key that is active.
        try store.at("2026-11-17T12:00:00Z")
        try store.use("payments nightly", at: "2026-11-17T09:00:00Z", tokens: 5)
        #expect(try forms() == before)
    }

    /// Every form of the report of a period, and what its page asks for.
    private func forms(_ store: SmallStore, _ period: BillingPeriod) throws -> [String] {
        let figures = store.figures
        let export = try ReportExport(figures, period: period)
        let files = [try export.html()] + (try ReportExport.fileNames.map { name in try export.file(name) })
        let space = KeyportNamespace(figures)
        let report = try NamespaceTests.ask(.object(space), "Report", .string(period.name))
        let rows = try #require(try NamespaceTests.ask(report, "Usage.Keys").listValue)
        var page = try rows.map { row in
            try ["Name", "State", "Kind", "Stale", "Legacy", "Tokens"].map { "\(try NamespaceTests.ask(row, $0))" }
        }
        for sunset in try NamespaceTests.ask(report, "Sunsets").listValue ?? [] {
            let members = ["KeysLeft", "AllKeys", "Moved", "Tokens", "DaysLeft", "Next.Name"]
            page.append(try members.map { "\(try NamespaceTests.ask(sunset, $0))" })
        }
        return files.map(text) + page.map { $0.joined(separator: ", ") }
    }

    /// Whatever is done to keys later, and however they are used.
    @Test(arguments: [true, false]) func aReportOfAPeriodThatIsOverKeepsItsKeys(isClosed: Bool) throws {
        let store = try SmallStore.believable()
        if isClosed { _ = try store.ledger.closeDuePeriods() }
        let october = try store.ledger.period(named: "2026-10")
        let before = try forms(store, october)
        #expect(before[1].contains("payments nightly,ci_key") && before[3].contains("payments nightly (legacy)"))
        var done: [String] = []
        func check(_ what: String) throws {
            done.append(what)
            for (one, other) in zip(before, try forms(store, october)) { #expect(one == other, "\(done)") }
        }
        let ledger = store.ledger
        let id = try ledger.key("payments nightly").id
        _ = try ledger.renameKey(id, to: "payments at night")
        try check("renamed")
        _ = try ledger.renameKey(id, to: "payments")
        try check("renamed again")
        _ = try ledger.rotateKey(id, overlap: 3600)
        try check("rotated")
        _ = try ledger.disableKey(id)
        try check("disabled")
        _ = try ledger.enableKey(id)
        try check("enabled")
        _ = try ledger.expireKey(id, at: Instant(rfc3339: "2026-11-20T00:00:00Z"))
        try check("expires")
        let successor = try ledger.migrateKey(id).key.id
        try check("migrated")
        try store.use(successor, at: "2026-11-16T12:00:00Z")
        try check("moved")
        try store.use(id, at: "2026-11-16T12:00:01Z")
        try check("used once more")
        _ = try ledger.deleteKey(id)
        try check("deleted")
        _ = try ledger.deleteKey("=cmd|calc")
        try check("both deleted")
        let gone = try #require(ledger.keys.first { $0.name == "old <deploy>" }).id
        _ = try ledger.restoreKey(gone)
        try check("restored")
        _ = try ledger.restoreKey(id)
        try store.at("2027-03-01T12:00:00Z")
        try check("expired, and their kind has ended")
    }

    /// Thresholds belong to the closing, as the quota does.
    @Test func aClosedReportKeepsItsThresholds() throws {
        let store = try SmallStore.believable()
        let report = try #require(try store.ledger.closeDuePeriods().first)
        #expect(report.thresholds == [50, 100])
        let october = try store.ledger.period(named: "2026-10")
        let before = try forms(store, october)
        let settings = try #require(SmallStore.text("\(store.path)/workspace.json"))
        try store.write(
            settings.replacing("\"thresholds\":[50,100]", with: "\"thresholds\":[10,60]"), to: "workspace.json")
        try store.ledger.refresh()
        #expect(try forms(store, october) == before)
        let figures = store.figures
        #expect(try figures.figures(of: figures.currentPeriod).thresholds.map(\.percent) == [10, 60])
    }

    /// A key that was deleted, disabled or bound to expire within the period still is in its report.
    @Test func aReportKeepsWhatWasSoWhenItsPeriodEnded() throws {
        let store = try SmallStore(now: "2026-10-01T08:00:00Z")
        for name in ["deleted", "disabled", "expired", "renamed"] {
            try store.key(name)
            try store.use(name, at: "2026-10-10T09:00:00Z")
        }
        try store.at("2026-10-20T08:00:00Z")
        let ledger = store.ledger
        let ids = try ["deleted", "disabled", "expired", "renamed"].map { try ledger.key($0).id }
        _ = try ledger.deleteKey(ids[0])
        _ = try ledger.disableKey(ids[1])
        _ = try ledger.expireKey(ids[2], at: Instant(rfc3339: "2026-10-25T00:00:00Z"))
        _ = try ledger.renameKey(ids[3], to: "renamed in time")
        try store.at("2026-11-10T08:00:00Z")
        _ = try ledger.restoreKey(ids[0])
        _ = try ledger.enableKey(ids[1])
        _ = try ledger.expireKey(ids[2], at: nil)
        _ = try ledger.renameKey(ids[3], to: "renamed too late")
        let october = try ledger.period(named: "2026-10")
        let rows = try store.figures.report(of: october).keys
        #expect(
            Set(rows.map { "\($0.name) \($0.marks)" }) == [
                "deleted [\"deleted\"]", "disabled [\"disabled\"]", "expired [\"expired\"]", "renamed in time []",
            ])
    }

    /// Colours hang on no later period, however keys rank then.
    @Test func aClosedReportKeepsItsColours() throws {
        let store = try SmallStore(now: "2026-10-01T08:00:00Z")
        for number in 1...10 { try store.key("key \(number)") }
        for number in 1...9 {
            try store.use("key \(number)", at: "2026-10-2\(number)T09:00:00Z", tokens: number)
        }
        try store.at("2026-11-10T12:00:00Z")
        _ = try store.ledger.closeDuePeriods()
        let october = try store.ledger.period(named: "2026-10")
        func forms() throws -> [[UInt8]] {
            let export = try ReportExport(store.figures, period: october)
            return [try export.html(), try export.svg(.daily), try export.svg(.keys)]
        }
        let before = try forms()
        // The last event was on the 29th; what comes later changes nothing.
        #expect(text(before[0]).contains("closed, revision 1, data to 31 October 2026<"))
        let slots = try store.figures.daily(try store.figures.figures(of: october)).series.map(\.slot)
        #expect(slots == [0, 1, 2, 3, 4, -1])
        // The ranks turn about, and one uses more than all of them that used nothing before.
        for number in 1...10 {
            try store.use(
                "key \(number)", at: "2026-11-10T09:0\(number % 10):00Z", tokens: number == 10 ? 900 : 20 - number)
        }
        #expect(try forms() == before)
        let figures = store.figures
        #expect(try figures.daily(try figures.figures(of: figures.currentPeriod)).series.first?.name == "key 10")
        let colors = try (1...10).map { try figures.colorSlot(ofKey: store.ledger.key("key \($0)").id) }
        #expect(Array(colors[3...8]) == [5, 4, 3, 2, 1, 0])
        #expect(Set(colors[0...2]) == [3, 4, 5])
    }

    @Test func findsTheReportOfAYearBefore() throws {
        let store = try SmallStore.believable()
        try store.at("2027-10-10T12:00:00Z")
        let report = try NamespaceTests.ask(.object(KeyportNamespace(store.figures)), "Report", "2027-10")
        #expect(try NamespaceTests.ask(report, "YearBefore.Name").stringValue == "2026-10")
        #expect(try NamespaceTests.ask(report, "YearBefore.Usage.Used").intValue == 107)
        let first = try NamespaceTests.ask(.object(KeyportNamespace(store.figures)), "Report", "2026-10")
        #expect(try NamespaceTests.ask(first, "YearBefore").isNull)
    }

    @Test func drawsTheSparklineOfAReportFromItsOwnFigures() throws {
        let store = try SmallStore.believable()
        let figures = store.figures
        let key = try store.ledger.key("payments nightly").id
        let october = try store.ledger.period(named: "2026-10")
        let chart = try figures.chart(.init(.sparkline, period: october, filter: UsageFilter(key: key)))
        let sparkline = try #require(chart as? Sparkline)
        #expect(sparkline.values == [0, 0, 0, 0] + [Int](repeating: 3, count: 27))
    }
}

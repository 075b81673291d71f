import Files
import KeyLedger
import Testing
import Values

/// A rule of periods that is changed in the settings of a store with closed periods.
@Suite struct PeriodChangeTests {
    private let store: TemporaryStore
    private let key: String

    /// October is closed with 10 tokens, November runs with 3.
    init() throws {
        store = try TemporaryStore(now: "2026-10-20T12:00:00Z")
        let ledger = try store.open()
        key = try ledger.createKey(name: "a").key.id
        _ = try ledger.record(key: key, id: "1", source: "s", tokens: 10)
        store.clock.set("2026-11-04T12:00:00Z")
        #expect(try ledger.closeDuePeriods().map(\.name) == ["2026-10"])
        _ = try ledger.record(key: key, id: "2", source: "s", tokens: 3)
        store.clock.set("2026-11-10T12:00:00Z")
    }

    private func setPeriod(_ rule: String) throws {
        let text = TemporaryStore.workspace.replacing("\"anchorDay\": 1, \"timeZone\": \"UTC\"", with: rule)
        #expect(text != TemporaryStore.workspace)
        try store.write(text, to: "workspace.json")
    }

    private func spans(_ ledger: Ledger) -> [String] {
        ledger.calendar.periods(from: instant("2026-10-15T00:00:00Z"), through: instant("2027-01-20T00:00:00Z")).map {
            "\($0.name) \($0.start.rfc3339) \($0.end.rfc3339)"
        }
    }

    private static let changed = [
        "2026-10 2026-10-01T00:00:00Z 2026-11-01T00:00:00Z", "2026-11 2026-11-01T00:00:00Z 2026-11-19T23:00:00Z",
        "2026-11-20 2026-11-19T23:00:00Z 2026-12-19T23:00:00Z",
        "2026-12-20 2026-12-19T23:00:00Z 2027-01-19T23:00:00Z",
        "2027-01-20 2027-01-19T23:00:00Z 2027-02-19T23:00:00Z",
    ]

    @Test func itEndsTheRunningPeriodAtItsNextBoundAndLeavesTheClosedOnes() throws {
        let report = store.text("reports/2026-10.r1.json")
        try setPeriod("\"anchorDay\": 20, \"timeZone\": \"Europe/Berlin\"")
        // A reader sees it before a writer has noted it; afterwards it is in the log and stays.
        #expect(spans(try store.open(.read)) == Self.changed)
        let ledger = try store.open()
        _ = try ledger.createKey(name: "b")
        #expect(spans(ledger) == Self.changed)
        store.clock.set("2026-11-30T12:00:00Z")
        #expect(spans(try store.open(.read)) == Self.changed)
        #expect(try ledger.closeDuePeriods().map(\.name) == ["2026-11"])
        #expect(try ledger.summary(of: ledger.period(named: "2026-10")).used == 10)
        #expect(try ledger.summary(of: ledger.period(named: "2026-11")).used == 3)
        #expect(store.text("reports/2026-10.r1.json") == report)
        #expect(store.text("reports/2026-11.r1.json").contains("\"end\": \"2026-11-19T23:00:00Z\""))
    }

    @Test func aRuleThatIsTakenBackBeforeItsBoundCutsNothing() throws {
        let before = spans(try store.open(.read))
        try setPeriod("\"anchorDay\": 20, \"timeZone\": \"Europe/Berlin\"")
        _ = try store.open().createKey(name: "b")
        store.clock.set("2026-11-12T12:00:00Z")
        try store.write(TemporaryStore.workspace, to: "workspace.json")
        _ = try store.open().createKey(name: "c")
        #expect(spans(try store.open(.read)) == before)
    }

    @Test func everyInstantLiesInOnePeriodHoweverOftenTheRuleChanges() throws {
        for (time, anchor, zone) in [
            ("2026-11-11T00:00:00Z", 31, "Pacific/Apia"), ("2026-12-05T00:00:00Z", 1, "America/Havana"),
            ("2026-12-06T00:00:00Z", 15, "UTC"), ("2027-02-28T00:00:00Z", 28, "Asia/Kathmandu"),
        ] {
            store.clock.set(time)
            try setPeriod("\"anchorDay\": \(anchor), \"timeZone\": \"\(zone)\"")
            _ = try store.open().disableKey("a")
            _ = try store.open().enableKey("a")
        }
        let calendar = try store.open(.read).calendar
        let periods = calendar.periods(from: instant("2026-09-15T00:00:00Z"), through: instant("2027-09-01T00:00:00Z"))
        #expect(periods.count >= 12)
        #expect(Set(periods.map(\.name)).count == periods.count)
        for (period, next) in zip(periods, periods.dropFirst()) {
            #expect(period.start < period.end && period.end == next.start)
            #expect(calendar.period(containing: period.start) == period)
            #expect(calendar.period(containing: Instant(nanoseconds: period.end.nanoseconds - 1)) == period)
            #expect(calendar.period(named: period.name) == period)
        }
    }

    @Test func aQuotaThatChangesLeavesPastPeriodsTheirLine() throws {
        let text = TemporaryStore.workspace.replacing(
            "\"tokens\": 1000 }", with: "\"tokens\": 1000 }, { \"from\": \"2026-11-05\", \"tokens\": 50 }")
        try store.write(text, to: "workspace.json")
        let ledger = try store.open()
        #expect(try ledger.summary(of: ledger.period(named: "2026-10")).quota == 1000)
        #expect(try ledger.summary().quota == 50)
        #expect(try ledger.summary().quotaSteps.map(\.tokens) == [1000, 50])
    }

    @Test func theNextReportKeepsWhatCameLateAndARevisionTakesItIn() throws {
        let ledger = try store.open()
        let late = UsageEvent(id: "late", source: "s", time: instant("2026-10-21T10:00:00Z"), key: key, tokens: 5)
        #expect(try ledger.ingest([IncomingEvent(late)]).accepted == 1)
        _ = try ledger.void(.init(source: "s", id: "1"))
        let first = store.text("reports/2026-10.r1.json")
        let revised = try ledger.revise(ledger.period(named: "2026-10"))
        #expect(revised.revision == 2 && revised.used == 5)
        #expect(try ledger.revise(ledger.period(named: "2026-10")).revision == 3)
        #expect(store.text("reports/2026-10.r1.json") == first)
        // The figures of the running period are its own; the adjustments say what the closed one lacks.
        #expect(try ledger.summary().used == 3)
        store.clock.set("2026-12-04T12:00:00Z")
        let november = try #require(try ledger.closeDuePeriods().first)
        #expect(november.name == "2026-11" && november.used == 3)
        // The revision took it in: it is listed nowhere else.
        #expect(november.adjustments.isEmpty)
        let audit = try ledger.history().map(\.action).filter { $0.hasPrefix("period") }
        #expect(audit == ["period.closed", "period.revised", "period.revised", "period.closed"])
    }

    @Test func aPeriodThatTwoProcessesCloseIsClosedOnce() throws {
        let (one, two) = (try store.open(), try store.open())
        store.clock.set("2026-12-04T12:00:00Z")
        #expect(try two.duePeriods().count == 1)
        _ = try one.closeDuePeriods()
        let report = store.text("reports/2026-11.r1.json")
        _ = try two.closeDuePeriods()
        #expect(store.text("reports/2026-11.r1.json") == report)
        #expect(try one.history().count { $0.action == "period.closed" } == 2)
    }
}

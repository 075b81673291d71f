import Testing
import Values

@testable import KeyLedger

/// The hours of a period, counted from its events.
@Suite struct BusiestHourTests {
    private let store: TemporaryStore
    private let ledger: Ledger
    private let key: String

    init() throws {
        store = try TemporaryStore(now: "2026-10-01T00:00:00Z")
        ledger = try store.open()
        key = try ledger.createKey(name: "a").key.id
    }

    private func use(_ id: String, _ time: String, tokens: Int, voids: String? = nil) throws {
        _ = try ledger.ingest([
            IncomingEvent(
                UsageEvent(
                    id: id, source: "s", time: instant(time), key: key, tokens: tokens,
                    voids: voids.map { UsageEvent.Name(source: "s", id: $0) }))
        ])
    }

    @Test func itCountsEachEventOnceAndNoneThatWasTakenBack() throws {
        store.clock.set("2026-10-20T12:00:00Z")
        try use("1", "2026-10-05T09:00:00Z", tokens: 3)
        try use("2", "2026-10-05T09:59:59Z", tokens: 4)
        try use("2", "2026-10-05T09:59:59Z", tokens: 4)
        try use("3", "2026-10-05T10:00:00Z", tokens: 5)
        try use("4", "2026-10-19T10:00:00Z", tokens: 90)
        try use("5", "2026-10-19T10:00:01Z", tokens: 0, voids: "4")
        let october = try ledger.period(named: "2026-10")
        let hour = try #require(try ledger.busiestHour(of: october))
        #expect(hour == BusiestHour(start: instant("2026-10-05T09:00:00Z"), tokens: 7))
        let uses = try ledger.countedEvents(of: october, in: ledger.allUsage().days) {
            (time: $0.time, tokens: $0.tokens)
        }
        let hours = BusiestHour.hours(of: uses, in: october)
        #expect(hours.values.reduce(0, +) == 12)
        #expect(try ledger.summary(of: october).used == 12)
    }

    @Test func whatCameLateCountsInARevisionOnly() throws {
        store.clock.set("2026-10-20T12:00:00Z")
        try use("1", "2026-10-20T09:00:00Z", tokens: 3)
        store.clock.set("2026-11-10T12:00:00Z")
        try use("2", "2026-10-30T09:00:00Z", tokens: 8)
        let october = try ledger.period(named: "2026-10")
        // Not closed yet, but what comes now is late all the same.
        #expect(try ledger.busiestHour(of: october)?.tokens == 3)
        #expect(try ledger.closeDuePeriods().first?.busiestHour?.tokens == 3)
        #expect(
            try ledger.revise(october).busiestHour == BusiestHour(start: instant("2026-10-30T09:00:00Z"), tokens: 8))
    }

    @Test func aReportFromBeforeItWasKeptHasNone() throws {
        store.clock.set("2026-10-20T12:00:00Z")
        try use("1", "2026-10-20T09:00:00Z", tokens: 3)
        store.clock.set("2026-11-10T12:00:00Z")
        let report = try #require(try ledger.closeDuePeriods().first)
        #expect(try ClosedReport(path: "r", bytes: try report.rendered()).busiestHour == report.busiestHour)
        var lines = String(decoding: try report.rendered(), as: UTF8.self).split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.contains("\"busiestHour\"") })
        let end = try #require(lines[start...].firstIndex { $0.contains("}") })
        lines.removeSubrange(start...end)
        #expect(try ClosedReport(path: "r", bytes: Array(lines.joined(separator: "\n").utf8)).busiestHour == nil)
    }

    /// What else a report keeps since the hour: files from before follow the settings.
    @Test func aReportFromBeforeThresholdsWereKeptHasNone() throws {
        store.clock.set("2026-10-20T12:00:00Z")
        try use("1", "2026-10-20T09:00:00Z", tokens: 3)
        store.clock.set("2026-11-10T12:00:00Z")
        let report = try #require(try ledger.closeDuePeriods().first)
        #expect(report.thresholds == ledger.workspace.thresholds)
        let file = String(decoding: try report.rendered(), as: UTF8.self)
        #expect(try ClosedReport(path: "r", bytes: Array(file.utf8)).thresholds == report.thresholds)
        let older = file.replacing(/\n  "thresholds": \[[^\]]*\],/, with: "")
        #expect(try older != file && ClosedReport(path: "r", bytes: Array(older.utf8)).thresholds == nil)
    }

    @Test func anHourBeginsWithTheClockOfItsZone() throws {
        let text = TemporaryStore.workspace.replacing("\"UTC\"", with: "\"Asia/Kolkata\"")
        let store = try TemporaryStore(now: "2026-10-20T12:00:00Z", workspace: text)
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        for (id, time) in [("1", "2026-10-20T09:20:00Z"), ("2", "2026-10-20T09:40:00Z"), ("3", "2026-10-20T10:20:00Z")]
        {
            _ = try ledger.ingest([IncomingEvent(UsageEvent(id: id, source: "s", time: instant(time), key: key))])
        }
        // Half past nine in London's winter is three in the afternoon in Kolkata.
        #expect(
            try ledger.busiestHour(of: ledger.period(named: "2026-10"))
                == BusiestHour(start: instant("2026-10-20T09:30:00Z"), tokens: 2))
    }
}

import KeyLedger
import Testing
import UsageReports
import Values

/// What came late, in the exports of the period it belongs to and of the one that was open: in one of the two.
@Suite struct RevisedReportTests {
    private func csv(_ store: SmallStore, _ name: String) throws -> [String] {
        let export = try ReportExport(store.figures, period: try store.ledger.period(named: name))
        return String(decoding: try export.csv(), as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map {
            // The columns of figures: consumed, rejected, late.
            $0.split(separator: ",", omittingEmptySubsequences: false).suffix(3).joined(separator: " ")
        }
    }

    private func json(_ store: SmallStore, _ name: String) throws -> String {
        let export = try ReportExport(store.figures, period: try store.ledger.period(named: name))
        return String(decoding: try export.json(), as: UTF8.self)
    }

    @Test func aLateEventIsInOneExport() throws {
        let store = try SmallStore(now: "2026-10-20T12:00:00Z")
        try store.key("a")
        try store.use("a", at: "2026-10-20T09:00:00Z", tokens: 3)
        try store.at("2026-11-10T12:00:00Z")
        _ = try store.ledger.closeDuePeriods()
        let time = try #require(Instant(rfc3339: "2026-10-20T10:00:00Z"))
        _ = try store.ledger.record(key: "a", id: "late", source: "test", time: time, tokens: 8)
        #expect(try csv(store, "2026-10") == ["3 0 8"])
        #expect(try json(store, "2026-11").contains("\"period\": \"2026-10\""))
        _ = try store.ledger.revise(store.ledger.period(named: "2026-10"))
        #expect(try csv(store, "2026-10") == ["11 0 0"])
        #expect(try !json(store, "2026-11").contains("\"period\": \"2026-10\""))
        #expect(try json(store, "2026-10").contains("\"revision\": 2"))
    }
}

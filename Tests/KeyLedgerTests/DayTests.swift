import KeyLedger
import Testing
import Values

/// Days are those of the workspace's zone, however many hours a clock change gives them.
@Suite struct DayTests {
    @Test(arguments: [
        // The last half hour of a day and the first of the next, around the change and after it.
        (
            "Europe/Berlin", "2026-03-31T12:00:00Z",
            ["2026-03-28T22:30:00Z", "2026-03-29T21:30:00Z", "2026-03-30T21:30:00Z"]
        ),
        (
            "Europe/Berlin", "2026-10-30T12:00:00Z",
            ["2026-10-24T21:30:00Z", "2026-10-25T22:30:00Z", "2026-10-26T22:30:00Z"]
        ),
        (
            "America/Havana", "2026-03-20T12:00:00Z",
            ["2026-03-08T04:30:00Z", "2026-03-09T03:30:00Z", "2026-03-10T03:30:00Z"]
        ),
    ])
    func aStartCountsOnItsDay(_ zone: String, _ now: String, _ lastHalfHours: [String]) throws {
        let store = try TemporaryStore(
            now: now, workspace: TemporaryStore.workspace.replacing("\"UTC\"", with: "\"\(zone)\""))
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        for (index, text) in lastHalfHours.enumerated() {
            let time = instant(text)
            _ = try ledger.record(key: key, id: "\(index)", source: "s", time: time, tokens: 1)
            _ = try ledger.record(
                key: key, id: "\(index)/next", source: "s", time: time.adding(seconds: 3600), tokens: 100)
        }
        let first = instant(lastHalfHours[0]).day(in: ledger.workspace.zone)
        let days = try ledger.summary().days.filter { $0.tokens > 0 }
        #expect(days.map(\.tokens) == [1, 101, 101, 100])
        #expect(days.map(\.date) == (0..<4).map { first.adding(days: $0) })
    }
}

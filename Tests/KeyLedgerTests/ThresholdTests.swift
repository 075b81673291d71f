import Files
import KeyLedger
import Testing
import Values

/// A threshold of the quota is said once a period, at equality, whatever happens to the use afterwards.
@Suite struct ThresholdTests {
    private func use(_ ledger: Ledger, _ key: String, _ id: String, _ tokens: Int) throws -> [Int] {
        _ = try ledger.record(key: key, id: id, source: "s", tokens: tokens)
        return try ledger.fireThresholds().map(\.percent)
    }

    @Test func eachFiresOnceAtEquality() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        #expect(try use(ledger, key, "1", 749) == [])
        #expect(try use(ledger, key, "2", 1) == [75])
        #expect(try use(ledger, key, "3", 1) == [])
        // Taken back, and reached again.
        _ = try ledger.void(.init(source: "s", id: "2"))
        #expect(try use(ledger, key, "4", 10) == [])
        // Two at once, in another process.
        #expect(try use(store.open(), key, "5", 300) == [90, 100])
        #expect(try use(store.open(), key, "6", 300) == [])
        let entries = try ledger.history().filter { $0.action == "threshold.reached" }
        #expect(entries.compactMap { $0.detail["percent"]?.intValue } == [75, 90, 100])
        #expect(entries.first?.detail["used"]?.intValue == 750)
        store.clock.set("2026-12-01T00:00:00Z")
        #expect(try use(ledger, key, "7", 749) == [])
        #expect(try use(ledger, key, "8", 1) == [75])
        #expect(try ledger.health().findings.isEmpty)
    }

    /// Until a period closes, what comes for it counts there, and crosses its thresholds.
    @Test func thePeriodBeforeFiresUntilItCloses() throws {
        let store = try TemporaryStore(now: "2026-10-31T12:00:00Z")
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        func use(_ id: String, _ time: String, _ tokens: Int) throws -> [String] {
            _ = try ledger.record(key: key, id: id, source: "s", time: instant(time), tokens: tokens)
            return try ledger.fireThresholds().map { "\($0.period) \($0.percent) \($0.used)" }
        }
        #expect(try use("1", "2026-10-31T11:00:00Z", 700) == [])
        store.clock.set("2026-11-02T12:00:00Z")
        #expect(try use("2", "2026-11-02T11:00:00Z", 800) == ["2026-11 75 800"])
        #expect(try use("3", "2026-10-31T12:00:00Z", 49) == [])
        #expect(try use("4", "2026-10-31T12:00:01Z", 1) == ["2026-10 75 750"])
        #expect(try use("5", "2026-10-31T12:00:02Z", 1) == [])
        // Both in one delivery, without the note.
        try FileSystem.remove(store.path + "/.cache")
        _ = try ledger.ingest(
            [("6", "2026-10-31T13:00:00Z", 149), ("7", "2026-11-02T11:30:00Z", 100)].map { id, time, tokens in
                IncomingEvent(UsageEvent(id: id, source: "s", time: instant(time), key: key, tokens: tokens))
            })
        #expect(
            try ledger.fireThresholds().map { "\($0.period) \($0.percent)" } == ["2026-10 90", "2026-11 90"])
        // When it is closed, what comes is an adjustment of the next one, and crosses nothing.
        store.clock.set("2026-11-04T00:00:00Z")
        #expect(try use("8", "2026-10-31T14:00:00Z", 500) == [])
        #expect(try ledger.history().count { $0.action == "threshold.reached" } == 4)
    }

    @Test func linesOfOthersAndALostNoteAreCountedToo() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        #expect(try use(ledger, key, "1", 700) == [])
        let line = """
            {"id":"x","source":"o","time":"2026-11-20T10:00:00Z","key":"\(key)","tokens":49}

            """
        try store.write(store.text("usage/2026-11.jsonl") + line, to: "usage/2026-11.jsonl")
        #expect(try use(ledger, key, "2", 1) == [75])
        try store.write("{}", to: ".cache/acknowledged.json")
        #expect(try use(ledger, key, "3", 150) == [90])
    }

    @Test func withoutAQuotaNothingIsReached() throws {
        let store = try TemporaryStore(
            workspace: "{ \"schema\": 1, \"quota\": [{\"from\": \"2025-01-01\", \"tokens\": null}] }")
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        #expect(try use(ledger, key, "1", 100_000) == [])
    }

    @Test func manyProcessesAtOnceSayItOnce() async throws {
        let store = try TemporaryStore()
        let key = try store.open().createKey(name: "a").key.id
        let fired = try await withThrowingTaskGroup(of: [Int].self) { group in
            for worker in 0..<4 {
                group.addTask {
                    var fired: [Int] = []
                    let ledger = try store.open()
                    for turn in 0..<10 {
                        _ = try ledger.record(key: key, id: "\(worker)/\(turn)", source: "s", tokens: 25)
                        fired += try ledger.fireThresholds().map(\.percent)
                    }
                    return fired
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(fired.sorted() == [75, 90, 100])
    }
}

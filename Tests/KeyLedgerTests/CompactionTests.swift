import Files
import Glibc
import KeyLedger
import Testing
import Text
import Values

/// A sealed month is smaller, says the same, and is never read as less.
@Suite struct CompactionTests {
    /// Two closed months and a running one; the key is `a`.
    private func makeStore(_ events: Int = 60) throws -> (TemporaryStore, key: String) {
        let store = try TemporaryStore(now: "2026-09-10T12:00:00Z")
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a", project: "p").key.id
        for month in ["09", "10", "11"] {
            store.clock.set("2026-\(month)-20T12:00:00Z")
            _ = try ledger.ingest(
                (0..<events).map { number in
                    IncomingEvent(
                        UsageEvent(
                            id: "\(month)/\(number)", source: "s",
                            time: instant("2026-\(month)-\(number % 9 + 10)T08:00:00Z"), key: key, tokens: number % 3,
                            project: "p\(number % 4)", provider: "gh"))
                })
        }
        store.clock.set("2026-12-10T12:00:00Z")
        return (store, key)
    }

    private func view(_ store: TemporaryStore, _ tuning: UsageTuning = UsageTuning()) throws(LedgerError) -> [String] {
        let ledger = try Ledger.open(store.path, clock: store.clock.clock, tuning: tuning)
        var view = try ledger.periodTotals().map { "\($0.period.name) \($0.used)" }
        try ledger.engine.forEachEvent(in: nil) { view.append("\($0)") }
        return view
    }

    @Test func aSealedMonthIsSmallerAndSaysTheSame() throws {
        let (store, key) = try makeStore()
        let ledger = try store.open()
        // Not before its periods are closed.
        #expect(try ledger.compact().isEmpty)
        _ = try ledger.closeDuePeriods()
        let before = try view(store)
        let lines = store.text("usage/2026-09.jsonl")
        let sealed = try ledger.compact()
        #expect(sealed.map(\.month) == ["2026-09", "2026-10"])
        #expect(sealed.allSatisfy { $0.lines == 60 && $0.packedSize * 3 < $0.size })
        #expect(
            try FileSystem.list(store.path + "/usage").map(\.name)
                == ["2026-09.jsonl.gz", "2026-10.jsonl.gz", "2026-11.jsonl"])
        #expect(try view(store) == before)
        #expect(try store.open(.read).health().findings.isEmpty)
        #expect(try ledger.compact().isEmpty)
        #expect(try ledger.history().filter { $0.action == "month.sealed" }.count == 2)
        // What is in it is known: it counts once, and can be taken back.
        let again = UsageEvent(
            id: "09/1", source: "s", time: instant("2026-09-11T08:00:00Z"), key: key, tokens: 1, project: "p1",
            provider: "gh")
        #expect(try ledger.ingest([IncomingEvent(again)]).duplicates == 1)
        _ = try ledger.void(.init(source: "s", id: "10/1"))
        #expect(try ledger.summary().adjustments.map(\.tokens) == [-1])
        // Nothing comes into it, not even from a backup.
        var late = again
        late.recorded = instant("2026-09-12T08:00:00Z")
        let other = UsageEvent(
            id: "09/new", source: "s", time: late.time, recorded: late.recorded, key: key, tokens: 1)
        #expect(try ledger.ingest([IncomingEvent(other)], keepsRecorded: true).quarantined.map(\.reason) == [.tooLate])
        // Unpacked by hand it is a month like others.
        let run = try Subprocess(["gunzip", "2026-09.jsonl.gz"], in: store.path + "/usage")
        #expect(run.status == 0)
        #expect(store.text("usage/2026-09.jsonl") == lines)
        #expect(try store.open(.read).health().findings.isEmpty)
        #expect(try store.open().compact().map(\.month) == ["2026-09"])
    }

    @Test func aMonthStaysOpenAsLongAsAnEventCanCome() throws {
        let (store, _) = try makeStore()
        store.clock.set("2026-11-04T23:59:59Z")
        let ledger = try store.open()
        _ = try ledger.closeDuePeriods()
        #expect(try ledger.sealableMonths().isEmpty)
        store.clock.set("2026-11-05T00:00:00Z")
        #expect(try ledger.sealableMonths() == ["2026-09"])
    }

    @Test(arguments: [false, true]) func damageInASealedMonthIsFound(_ usesCache: Bool) throws {
        let (store, _) = try makeStore(12)
        let ledger = try store.open()
        _ = try ledger.closeDuePeriods()
        _ = try ledger.compact()
        var tuning = UsageTuning()
        tuning.cacheFrom = 0
        tuning.usesCache = usesCache
        let before = try view(store, tuning)
        let path = store.path + "/usage/2026-09.jsonl.gz"
        let sound = try FileSystem.read(path)
        for at in sound.indices {
            var bytes = sound
            bytes[at] ^= 1 << UInt8(at % 8)
            try FileSystem.write(bytes, to: path)
            var seen: [String]?
            let found = error { () throws(LedgerError) in seen = try view(store, tuning) }
            if let found {
                #expect(found.status == .store && found.diagnostic.rendered.hasPrefix("\(path):"), "byte \(at)")
            } else {
                // A byte of the head of the file that says nothing about the lines.
                #expect(seen == before, "byte \(at)")
            }
            let health = try store.open(.read).health()
            #expect(!health.isSound && health.findings.contains { $0.rendered.hasPrefix("\(path):") }, "byte \(at)")
        }
        for end in stride(from: 0, to: sound.count, by: 7) {
            try FileSystem.write(Array(sound[..<end]), to: path)
            #expect(error { () throws(LedgerError) in _ = try view(store, tuning) }?.status == .store, "\(end) bytes")
        }
        try FileSystem.remove(path)
        #expect(
            error { () throws(LedgerError) in _ = try view(store, tuning) }?.diagnostic.code == "ledger.log-missing")
        #expect(try !store.open(.read).health().isSound)
        try FileSystem.write(sound, to: path)
        #expect(try view(store, tuning) == before)
        try store.write("{}\n", to: "usage/2026-09.jsonl")
        #expect(
            error { () throws(LedgerError) in _ = try view(store, tuning) }?.diagnostic.code == "ledger.sealed-twice")
    }

    @Test(arguments: [ENOSPC, EIO]) func aFailedCallLosesNothing(_ number: Int32) throws {
        var failing = 1
        while failing < 300 {
            let (store, _) = try makeStore(6)
            _ = try store.open().closeDuePeriods()
            let before = try view(store)
            let files = FaultyFileSystem(failing: failing, number: number)
            let failure = error { () throws(LedgerError) in
                _ = try Ledger.open(
                    store.path, access: .write, clock: store.clock.clock, randomness: .seeded(5), fileSystem: files
                ).compact()
            }
            if !files.hasFailed { break }
            #expect(failure == nil || failure?.status == .store)
            #expect(try view(store) == before, "call \(failing)")
            _ = try store.open().compact()
            #expect(try view(store) == before, "call \(failing)")
            #expect(try store.open(.read).health().isSound, "call \(failing)")
            #expect(!FileSystem.isFile(store.path + "/usage/2026-09.jsonl"), "call \(failing)")
            failing += 1
        }
        #expect(failing > 20 && failing < 300)
    }
}

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

    /// A reader beside an import sees what is sealed, and the rest as it was.
    @Test func aDeliveryUnderWayTakesNothingFromSealedMonths() throws {
        let (store, _) = try makeStore()
        let ledger = try store.open()
        _ = try ledger.closeDuePeriods()
        _ = try ledger.compact()
        let before = try view(store)
        let lines = store.text("usage/2026-11.jsonl")
        let size = lines.utf8.count
        try store.write(
            "{\"schema\":1,\"files\":[{\"path\":\"usage/2026-11.jsonl\",\"size\":\(size),\"end\":\(size * 2),\"appended\":1}]}\n",
            to: "usage.pending")
        try store.write(
            lines + lines.split(separator: "\n")[0].replacing("11/", with: "12/"), to: "usage/2026-11.jsonl")
        #expect(try view(store) == before)
    }

    /// What somebody edited of a month that is sealed already is not overwritten, nor taken away.
    @Test(arguments: [false, true]) func aMonthThatIsThereTwiceIsNotSealedOver(_ editsPacked: Bool) throws {
        let (store, _) = try makeStore()
        _ = try store.open().closeDuePeriods()
        let plain = store.text("usage/2026-09.jsonl")
        // As long as before, and sound but for its checksum, which is not needed.
        let edited = plain.split(separator: "\n").map { line in
            let fields = line.split(separator: ",\"crc\"")[0].replacing("\"source\":\"s\"", with: "\"source\":\"t\"")
            return fields + "}" + String(repeating: " ", count: line.utf8.count - fields.utf8.count - 1) + "\n"
        }.joined()
        #expect(edited.utf8.count == plain.utf8.count && edited != plain)
        try store.write(editsPacked ? edited : plain, to: "usage/2026-09.jsonl")
        let run = try Subprocess(["gzip", "2026-09.jsonl"], in: store.path + "/usage")
        #expect(run.status == 0)
        try store.write(editsPacked ? plain : edited, to: "usage/2026-09.jsonl")
        try FileSystem.remove(store.path + "/.cache")
        let packed = try FileSystem.read(store.path + "/usage/2026-09.jsonl.gz")
        let found = error { () throws(LedgerError) in _ = try store.open().compact() }
        #expect(found?.diagnostic.code == "ledger.sealed-twice" && found?.status == .store)
        #expect(try FileSystem.read(store.path + "/usage/2026-09.jsonl.gz") == packed)
        #expect(store.text("usage/2026-09.jsonl") == (editsPacked ? plain : edited))
    }

    /// Somebody who takes no lock adds a line after the month was packed, before its plain file goes.
    @Test func aLineThatComesWhileAMonthIsSealedStays() throws {
        let (store, key) = try makeStore()
        _ = try store.open().closeDuePeriods()
        var writer = ByteWriter()
        UsageEvent(id: "late", source: "s", time: instant("2026-09-12T08:00:00Z"), key: key).write(into: &writer)
        let line = writer.string
        let files = MeddlingFileSystem(afterRenaming: { path in
            guard path.hasSuffix("2026-09.jsonl.gz") else { return }
            try? store.write(store.text("usage/2026-09.jsonl") + line, to: "usage/2026-09.jsonl")
        })
        let found = error { () throws(LedgerError) in
            _ = try Ledger.open(
                store.path, access: .write, clock: store.clock.clock, randomness: .seeded(5), fileSystem: files
            ).compact()
        }
        #expect(found?.diagnostic.code == "ledger.sealed-twice")
        #expect(store.text("usage/2026-09.jsonl").hasSuffix(line))
    }

    /// A month that is sealed, or taken away, between a reader's look at the folder and its reading.
    @Test func aLogThatGoesWhileSomebodyReadsIsNotReadAsEmpty() throws {
        for isSealed in [true, false] {
            let (store, _) = try makeStore()
            _ = try store.open().closeDuePeriods()
            let before = try view(store)
            try FileSystem.remove(store.path + "/.cache")
            let path = store.path + "/usage/2026-09.jsonl"
            let files = MeddlingFileSystem(beforeReading: { read in
                guard read == path else { return }
                if isSealed { _ = try? Subprocess(["gzip", "-k", path], in: "/") }
                try? FileSystem.remove(path)
            })
            let reader = try Ledger.open(store.path, clock: store.clock.clock, fileSystem: files)
            var view: [String] = []
            let found = error { () throws(LedgerError) in
                view = try reader.periodTotals().map { "\($0.period.name) \($0.used)" }
            }
            if isSealed {
                #expect(found == nil && view == Array(before.prefix(view.count)) && !view.isEmpty)
            } else {
                #expect(found?.diagnostic.code == "ledger.log-missing")
            }
        }
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

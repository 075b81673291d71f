import Files
import KeyLedger
import Synchronization
import Testing
import Text
import Values

/// Deliveries that are taken in as bytes, batch after batch: nothing tells them from events that came one by one.
@Suite struct LongImportTests {
    private static func line(
        _ id: String, source: String = "s", key: String, tokens: Int = 1, project: String? = nil,
        time: String = "2026-11-20T10:00:00Z", recorded: String? = "2026-11-20T10:00:02Z", voids: String? = nil
    ) -> String {
        var writer = ByteWriter()
        UsageEvent(
            id: id, source: source, time: instant(time), recorded: recorded.map(instant), key: voids == nil ? key : "",
            tokens: voids == nil ? tokens : 0, project: project, provider: "ci",
            voids: voids.map { UsageEvent.Name(source: "s", id: $0) }
        ).write(into: &writer)
        return writer.string
    }

    /// Lines that a store writes, and such as look much like them.
    private static func lines(_ key: String) -> String {
        let secret = "lsci_" + String(repeating: "a", count: 36)
        var text = ""
        for number in 0..<40 {
            text += line(
                "\(number)", key: key, tokens: number, project: number % 3 == 0 ? nil : "p\(number % 3)",
                time: number % 2 == 0 ? "2026-11-20T10:00:00Z" : "2026-10-31T23:59:59Z",
                recorded: number % 5 == 0 ? nil : "2026-11-20T10:00:0\(number % 10)Z")
        }
        // The same again, the same with another payload, and one that is taken back.
        text += line("3", key: key, tokens: 3, time: "2026-10-31T23:59:59Z") + line("4", key: key, tokens: 77)
        text += line("v", key: key, voids: "6")
        // A name for the id, an unknown key, a secret, too early, too late.
        text += line("n1", key: "a") + line("n2", key: "nobody") + line(secret, key: key)
        text += line("n3", key: key, time: "2026-11-23T13:00:00Z") + line("n4", key: key, time: "2026-01-01T00:00:00Z")
        // Texts that need more than a copy.
        text += line("größer", key: key) + line("a\"b\\c", key: key) + line("del\u{7F}", key: key)
        text += line("long" + String(repeating: "x", count: 60), key: key)
        // Without a checksum, with one that is wrong, in another order, with an empty member, with one that is unknown.
        text += "{\"id\":\"o1\",\"source\":\"s\",\"time\":\"2026-11-20T10:00:00Z\",\"key\":\"\(key)\",\"tokens\":1}\n"
        text += line("o2", key: key).replacing("\"tokens\":1", with: "\"tokens\":2")
        text += "{\"source\":\"s\",\"id\":\"o3\",\"key\":\"\(key)\",\"time\":\"2026-11-20T11:00:00+01:00\"}\r\n"
        text +=
            "{\"id\":\"o4\",\"source\":\"s\",\"time\":\"2026-11-20T10:00:00Z\",\"key\":\"\(key)\",\"tokens\":1,"
            + "\"project\":\"\",\"runner\":\"r\"}\n\n"
        return text + line("last", key: key) + String(repeating: " ", count: 80)
    }

    private static func store(name: String = "") throws -> (store: TemporaryStore, ledger: Ledger, key: String) {
        let store = try TemporaryStore(name: name)
        let ledger = try store.open()
        return (store, ledger, try ledger.createKey(name: "a").key.id)
    }

    private static func files(_ store: TemporaryStore) -> [String] {
        ["usage/2026-10.jsonl", "usage/2026-11.jsonl", "quarantine.jsonl"].map { store.text($0) }
    }

    @Test(arguments: [false, true]) func bytesAndEventsWriteTheSameLines(keepsRecorded: Bool) throws {
        let bytes = try Self.store()
        let events = try Self.store()
        #expect(bytes.key == events.key)
        let file = SourceFile(path: "d", text: Self.lines(bytes.key))
        let read = try UsageImport.read(file)
        let taken = try bytes.ledger.ingest(read, keepsRecorded: keepsRecorded)
        let again = read.map { IncomingEvent($0.content, origin: $0.origin) }
        let decided = try events.ledger.ingest(again, keepsRecorded: keepsRecorded)
        #expect(taken.accepted > 45 && taken.duplicates == 1 && taken.refused > 5)
        #expect(taken.accepted == decided.accepted && taken.duplicates == decided.duplicates)
        #expect(taken.quarantined.map(\.detail) == decided.quarantined.map(\.detail))
        #expect(Self.files(bytes.store) == Self.files(events.store))
        #expect(try bytes.ledger.health().isSound)
    }

    /// A text that is no UTF-8 never comes into a log, at whatever byte of eight it stands.
    @Test(arguments: [[0xFF], [0xFF, 0xFE], [0xC3], [0x80]] as [[UInt8]])
    func whatIsNoTextIsRefusedEitherWay(_ bytes: [UInt8]) throws {
        let quick = try Self.store()
        let slow = try Self.store()
        var lines: [UInt8] = []
        var count = 0
        for member in ["id", "source", "project", "provider"] {
            for shift in 0..<8 {
                let id = "\(member)\(shift)" + String(repeating: "i", count: shift)
                let text =
                    "{\"id\":\"\(id)\",\"source\":\"s\",\"time\":\"2026-11-20T10:00:00Z\",\"key\":\"\(quick.key)\",\"tokens\":1,\"project\":\"p\",\"provider\":\"ci\""
                let start = try #require(text.firstRange(of: "\"\(member)\":\""))
                var line = Array(text.utf8)
                line.insert(contentsOf: bytes, at: text.utf8.distance(from: text.startIndex, to: start.upperBound))
                let tail = ",\"crc\":\"" + Self.hexadecimal(Self.castagnoli(line)) + "\"}\n"
                lines += line + Array(tail.utf8)
                count += 1
            }
        }
        // Behind the last line the quick way has something to look ahead into.
        lines += Array(Self.line("plain", key: quick.key, recorded: nil).utf8) + [UInt8](repeating: 0x20, count: 80)
        let read = try UsageImport.read(SourceFile(path: "d", bytes: lines))
        let taken = try quick.ledger.ingest(read)
        let decided = try slow.ledger.ingest(read.map { IncomingEvent($0.content, origin: $0.origin) })
        for report in [taken, decided] {
            #expect(report.accepted == 1 && report.quarantined.count == count)
            #expect(Set(report.quarantined.map(\.detail)) == ["the line is no UTF-8"])
        }
        #expect(Self.files(quick.store) == Self.files(slow.store))
        #expect(try FileSystem.read(quick.store.path + "/usage/2026-11.jsonl").allSatisfy { $0 < 0x80 })
    }

    private static func hexadecimal(_ number: UInt32) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// What a folder is called does not matter, though its name has more bytes than letters.
    @Test func aStoreBelowAnyFolderIsRecoveredAndRead() throws {
        let (store, ledger, key) = try Self.store(name: "-für ö\u{0308}")
        store.clock.set("2026-11-02T12:00:00Z")
        func delivery(_ ids: Range<Int>) -> [IncomingEvent] {
            ids.map { number in
                let month = number % 2 == 0 ? "2026-11-01" : "2026-10-30"
                return IncomingEvent(
                    UsageEvent(id: "\(number)", source: "s", time: instant(month + "T10:00:00Z"), key: key))
            }
        }
        #expect(try ledger.ingest(delivery(0..<10)).accepted == 10)
        // Killed with half of the next delivery written: the journal that a writer makes names both logs.
        let before = Self.files(store)
        let seen = Mutex("")
        let files = MeddlingFileSystem(afterRenaming: { path in
            if path.hasSuffix("/usage.pending") { seen.withLock { $0 = store.text("usage.pending") } }
        })
        let writer = try Ledger.open(
            store.path, access: .write, clock: store.clock.clock, randomness: store.randomness, fileSystem: files)
        #expect(try writer.ingest(delivery(10..<20)).accepted == 10)
        let after = Self.files(store)
        #expect(seen.withLock { $0 }.contains("\"path\":\"usage/2026-10.jsonl\""))
        try store.write(seen.withLock { $0 }, to: "usage.pending")
        try store.write(before[1], to: "usage/2026-11.jsonl")
        try FileSystem.remove(store.path + "/.cache")
        func total(_ ledger: Ledger) throws(LedgerError) -> Int {
            try ledger.periodTotals().reduce(0) { $0 + $1.used }
        }
        #expect(try total(store.open(.read)) == 10)
        #expect(try total(store.open()) == 10)
        #expect(Self.files(store) == before && after != before)
        // A torn line is set aside by its name within the store.
        try store.write(before[1] + "{\"id\":\"x", to: "usage/2026-11.jsonl")
        #expect(try total(store.open()) == 10)
        #expect(store.text("quarantine.jsonl").contains("\"origin\":\"usage/2026-11.jsonl\""))
    }

    /// A reader that looks while a delivery comes in sees all of it or nothing.
    @Test func aDeliveryThatIsDoneWhileSomebodyReadsCountsAsAWhole() throws {
        let (store, ledger, key) = try Self.store()
        store.clock.set("2026-11-02T12:00:00Z")
        func delivery(_ ids: Range<Int>) -> [IncomingEvent] {
            ids.map { number in
                let month = number % 2 == 0 ? "2026-11-01" : "2026-10-30"
                return IncomingEvent(
                    UsageEvent(id: "\(number)", source: "s", time: instant(month + "T10:00:00Z"), key: key))
            }
        }
        _ = try ledger.ingest(delivery(0..<4))
        let before = Self.files(store)
        let journal = Mutex("")
        let writer = try Ledger.open(
            store.path, access: .write, clock: store.clock.clock, randomness: store.randomness,
            fileSystem: MeddlingFileSystem(afterRenaming: { path in
                if path.hasSuffix("/usage.pending") { journal.withLock { $0 = store.text("usage.pending") } }
            }))
        _ = try writer.ingest(delivery(4..<8))
        let after = Self.files(store)
        try FileSystem.remove(store.path + "/.cache")
        // The rest of it comes just before the n-th reading of a file.
        for reading in 0..<24 {
            try store.write(journal.withLock { $0 }, to: "usage.pending")
            try store.write(before[1], to: "usage/2026-11.jsonl")
            let readings = Mutex(0)
            let files = MeddlingFileSystem(beforeReading: { _ in
                let number = readings.withLock { number in
                    number += 1
                    return number - 1
                }
                if number == reading { try? store.write(after[1], to: "usage/2026-11.jsonl") }
            })
            let reader = try Ledger.open(store.path, clock: store.clock.clock, fileSystem: files)
            let used = try reader.periodTotals().reduce(0) { $0 + $1.used }
            #expect(used == 4 || used == 8, "before reading \(reading)")
            try FileSystem.remove(store.path + "/usage.pending")
        }
    }

    /// A reading of a log without line feeds, in pieces, looks at each byte once or twice.
    @Test func aLogWithoutLineFeedsIsReadInPieces() throws {
        let (store, ledger, _) = try Self.store()
        try store.write(String(repeating: "x", count: 40_000), to: "usage/2026-11.jsonl")
        var tuning = UsageTuning()
        tuning.pieceSize = 1000
        let reader = try Ledger.open(store.path, clock: store.clock.clock, tuning: tuning)
        #expect(try reader.used(in: ledger.currentPeriod) == 0)
        #expect(try reader.health().findings.map(\.message) == ["the last line is torn"])
    }

    @Test(arguments: [1, 2, 7, 1000]) func batchesOfAnySizeLeaveTheSame(batch: Int) throws {
        let whole = try Self.store()
        let parts = try Self.store()
        let file = SourceFile(path: "d", text: Self.lines(whole.key))
        let expected = try whole.ledger.ingest(UsageImport.read(file))
        var report = IngestReport()
        var last = 0.0
        try parts.ledger.ingest(UsageDelivery(file), batch: batch) { taken, progress in
            report.add(taken)
            #expect(progress >= last && progress <= 1)
            last = progress
        }
        #expect(last > 0.9)
        #expect(report.accepted == expected.accepted && report.duplicates == expected.duplicates)
        #expect(Self.files(whole.store) == Self.files(parts.store))
        #expect(!FileSystem.isFile(parts.store.path + "/usage.pending"))
        // All of it once more is known, whoever asks.
        var known = IngestReport()
        try parts.store.open().ingest(UsageDelivery(file), batch: batch) { taken, _ in known.add(taken) }
        #expect(known.accepted == 0 && known.duplicates == report.accepted + report.duplicates)
    }

    /// A batch is drafted while the one before is on its way to the disk: what that brings is known all the same.
    @Test(arguments: [false, true]) func aBatchKnowsTheOneThatIsUnderWay(isPlain: Bool) throws {
        let (store, ledger, key) = try Self.store()
        var text = ""
        for number in [0, 1, 2, 3, 2, 3, 4, 5, 5, 4, 6, 7, 7, 6, 5, 4] {
            // With a letter beyond ASCII the line goes the long way.
            text += Self.line(isPlain ? "\(number)" : "ö\(number)", key: key, tokens: number)
        }
        // The same name with another payload, right behind the first.
        for id in ["x", "y", "z", "w"] { text += Self.line(id, key: key) }
        text += Self.line("x", key: key, tokens: 9) + Self.line("w", key: key)
        text += String(repeating: " ", count: 80)
        var reports: [String] = []
        try ledger.ingest(UsageDelivery(SourceFile(path: "d", text: text)), batch: 4, keepsRecorded: true) {
            report, _ in
            reports.append("\(report.accepted) \(report.duplicates) \(report.refused)")
        }
        #expect(reports == ["4 0 0", "2 2 0", "2 2 0", "0 4 0", "4 0 0", "0 1 1"])
        #expect(try store.open().used(in: ledger.currentPeriod) == 28 + 4)
        #expect(try ledger.health().findings.isEmpty)
    }

    /// What is refused again is not kept again, though the file is read once: not what others refused meanwhile, nor what
    /// a person took out.
    @Test func refusalsAreKeptOnceHoweverTheyCome() throws {
        let (store, ledger, key) = try Self.store()
        let other = try store.open()
        func refused(_ ids: Range<Int>) -> [IncomingEvent] {
            ids.map { number in
                IncomingEvent(
                    UsageEvent(id: "\(number)", source: "s", time: instant("2026-11-20T10:00:00Z"), key: "nobody"))
            }
        }
        func kept() -> Int { store.text("quarantine.jsonl").split(separator: "\n").count }
        _ = try ledger.ingest(refused(0..<5) + refused(0..<5))
        #expect(kept() == 5)
        _ = try other.ingest(refused(3..<9))
        _ = try ledger.ingest(refused(0..<12))
        #expect(kept() == 12)
        _ = try other.ingest(refused(0..<12))
        #expect(kept() == 12)
        // Not written because the batch was refused as a whole: nothing of it is known.
        _ = try ledger.ingest(refused(20..<22), isAllOrNothing: true)
        #expect(kept() == 12)
        _ = try ledger.ingest(refused(20..<22))
        #expect(kept() == 14)
        try store.write("", to: "quarantine.jsonl")
        _ = try ledger.ingest(refused(0..<3))
        #expect(kept() == 3)
        _ = try ledger.record(key: key, id: "1", source: "s")
    }

    /// A writer who knows what it wrote itself does not overlook what others do to the logs meanwhile.
    @Test func whatOthersAppendBetweenBatchesIsKnown() throws {
        let (store, ledger, key) = try Self.store()
        let others = (5..<8).map { Self.line("\($0)", key: key) }.joined()
        let text = (0..<20).map { $0 % 10 }.map { Self.line("\($0)", key: key) }.joined()
        var accepted: [Int] = []
        var duplicates: [Int] = []
        let padding = String(repeating: " ", count: 80)
        try ledger.ingest(UsageDelivery(SourceFile(path: "d", text: text + padding)), batch: 4, keepsRecorded: true) {
            report, _ in
            accepted.append(report.accepted)
            duplicates.append(report.duplicates)
            // Without the lock, as an editor would.
            let log = store.text("usage/2026-11.jsonl")
            if accepted.count == 1 { try? store.write(log + others, to: "usage/2026-11.jsonl") }
        }
        #expect(accepted == [4, 1, 2, 0, 0] && duplicates == [0, 3, 2, 4, 4])
        #expect(try store.open().used(in: ledger.currentPeriod) == 10)
        #expect(try ledger.health().isSound)
    }

    /// What the writer of a journal may have left when it was killed.
    @Test func aDeliveryCountsWhenTheJournalSaysThatItIsThere() throws {
        let (store, ledger, key) = try Self.store()
        _ = try ledger.ingest(
            (1...3).map {
                IncomingEvent(UsageEvent(id: "\($0)", source: "s", time: instant("2026-11-20T10:00:00Z"), key: key))
            })
        let log = store.text("usage/2026-11.jsonl")
        let lines = log.split(separator: "\n").map { $0 + "\n" }
        let first = lines[0].utf8.count
        func journal(_ end: Int, _ appended: String) -> String {
            "{\"schema\":1,\"files\":[{\"path\":\"usage/2026-11.jsonl\",\"size\":\(first),\"end\":\(end),\"appended\":\(appended)}]}\n"
        }
        let sum = Self.castagnoli(Array(log.utf8.dropFirst(first)))
        for (text, count) in [
            (journal(log.utf8.count, "\(sum)"), 3), (journal(log.utf8.count, "\(sum ^ 1)"), 1),
            (journal(log.utf8.count + 9, "\(sum)"), 1),
            // The next delivery was not begun when its line was torn, or was begun and is not there.
            (journal(log.utf8.count, "\(sum)") + "{\"schema\":1,\"fi", 3),
        ] {
            try store.write(log, to: "usage/2026-11.jsonl")
            try FileSystem.remove(store.path + "/.cache")
            try store.write(text, to: "usage.pending")
            #expect(try store.open(.read).used(in: ledger.currentPeriod) == count, "\(text)")
            #expect(try store.open().used(in: ledger.currentPeriod) == count, "\(text)")
            #expect(!FileSystem.isFile(store.path + "/usage.pending"))
        }
    }

    private static func castagnoli(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
        }
        return ~crc
    }

    @Test func aCheckInSeveralReadingsFindsTheSame() throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: 5, path: store.path)
        try logs.append(500)
        var tuning = UsageTuning()
        let once = try Ledger.open(store.path, clock: store.clock.clock, tuning: tuning).health()
        tuning.checkedAtOnce = 20_000
        let often = try Ledger.open(store.path, clock: store.clock.clock, tuning: tuning).health()
        #expect(once.conflicts > 0 && once.duplicates > 0)
        #expect(once.conflicts == often.conflicts && once.duplicates == often.duplicates && once.events == often.events)
        #expect(once.findings.map(\.rendered) == often.findings.map(\.rendered))
        #expect(Set(once.findings.map(\.code)) == ["ledger.name-conflict"])
    }

    @Test func aLogOfManyPagesIsReadAhead() throws {
        let (store, ledger, key) = try Self.store()
        defer { withExtendedLifetime(ledger) {} }
        var text = ""
        for number in 0..<9000 {
            text += Self.line("\(number)", key: key, tokens: number % 7, project: "p\(number % 11)")
        }
        try store.write(text, to: "usage/2026-11.jsonl")
        #expect(text.utf8.count > 1 << 20)
        for threads in [1, 2, 3] {
            var tuning = UsageTuning()
            tuning.usesCache = false
            tuning.pieceSize = 100_000
            tuning.threads = threads
            let reader = try Ledger.open(store.path, clock: store.clock.clock, tuning: tuning)
            #expect(try reader.used(in: reader.currentPeriod) == (0..<9000).reduce(0) { $0 + $1 % 7 })
        }
    }
}

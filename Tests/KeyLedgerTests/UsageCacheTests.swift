import Files
import KeyLedger
import Testing
import Text
import Values

/// Whatever way usage is read, in pieces, on threads, from a cache, from half of one: the figures are the same.
@Suite struct UsageCacheTests {
    private static func tuning(cache: Bool, pieces: Int = 16 << 20, threads: Int = 2) -> UsageTuning {
        var tuning = UsageTuning()
        tuning.cacheFrom = 0
        tuning.pieceSize = pieces
        tuning.threads = threads
        tuning.usesCache = cache
        return tuning
    }

    private static func open(_ store: TemporaryStore, _ tuning: UsageTuning) throws(LedgerError) -> Ledger {
        try Ledger.open(store.path, clock: store.clock.clock, tuning: tuning)
    }

    private static func cachePath(_ store: TemporaryStore) -> String { store.path + "/.cache/usage.rollup" }

    @Test(arguments: 0..<12) func piecesAndThreadsDoNotChangeTheFigures(_ seed: Int) throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: UInt64(seed), path: store.path)
        try logs.append(600)
        let expected = logs.expected
        for (pieces, threads) in [(1 << 24, 1), (1, 2), (700, 3), (5000, 8)] {
            let ledger = try Self.open(store, Self.tuning(cache: false, pieces: pieces, threads: threads))
            #expect(try Totals(ledger) == expected, "pieces of \(pieces) bytes")
        }
    }

    @Test(arguments: 0..<24) func theFiguresAreTheSameWithACacheOfAnyAge(_ seed: Int) throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: UInt64(seed) + 100, path: store.path)
        // One that stays open, one that opens anew each time, both with the cache that the other may have left.
        let running = try Self.open(store, Self.tuning(cache: true))
        var random = SplitMix(state: UInt64(seed))
        for step in 0..<8 {
            let month = [nil, "2026-09", "2026-11"].randomElement(using: &random) ?? nil
            try logs.append(Int.random(in: 0..<120, using: &random), to: month)
            let expected = logs.expected
            if Bool.random(using: &random) {
                try running.refresh()
                let fresh = try Ledger.open(
                    store.path, clock: store.clock.clock, tuning: Self.tuning(cache: true, pieces: 900))
                #expect(try Totals(fresh) == expected, "step \(step)")
            }
            #expect(try Totals(Self.open(store, Self.tuning(cache: true))) == expected, "step \(step)")
            #expect(try Totals(Self.open(store, Self.tuning(cache: false))) == expected, "step \(step)")
        }
        #expect(FileSystem.isFile(Self.cachePath(store)))
    }

    @Test func aDeliveryIsHeldAgainstWhatTheCacheKnows() throws {
        let store = try TemporaryStore()
        let tuning = Self.tuning(cache: true)
        let key = try store.open().createKey(name: "a").key.id
        func delivery(_ range: Range<Int>) -> [IncomingEvent] {
            range.map { number in
                IncomingEvent(
                    UsageEvent(
                        id: "\(number)", source: "s", time: instant("2026-11-20T10:00:00Z"), key: key, tokens: 2))
            }
        }
        for round in 0..<5 {
            let ledger = try Ledger.open(store.path, access: .write, clock: store.clock.clock, tuning: tuning)
            let report = try ledger.ingest(delivery(0..<(round * 50 + 50)))
            #expect(report.accepted == 50 && report.duplicates == round * 50)
            #expect(try Totals(Self.open(store, tuning)).tokens.values.reduce(0, +) == (round + 1) * 100)
        }
        let ledger = try Ledger.open(store.path, access: .write, clock: store.clock.clock, tuning: tuning)
        _ = try ledger.void(UsageEvent.Name(source: "s", id: "7"))
        #expect(try Totals(Self.open(store, tuning)).tokens.values.reduce(0, +) == 498)
        #expect(try Totals(Self.open(store, Self.tuning(cache: false))).tokens.values.reduce(0, +) == 498)
    }

    @Test func aDamagedCacheIsFoundAndMadeAnew() throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: 5, path: store.path)
        try logs.append(300)
        let tuning = Self.tuning(cache: true)
        _ = try Totals(Self.open(store, tuning))
        let sound = try FileSystem.read(Self.cachePath(store))
        try logs.append(40)
        let expected = logs.expected
        var random = SplitMix(state: 3)
        for trial in 0..<400 {
            var bytes = sound
            switch trial % 4 {
            case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
            case 1: bytes.append(contentsOf: [UInt8](repeating: 0, count: Int.random(in: 1...16, using: &random)))
            default:
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            try FileSystem.write(bytes, to: Self.cachePath(store))
            #expect(try Totals(Self.open(store, tuning)) == expected, "trial \(trial)")
        }
    }

    @Test func aCacheOfAnotherStoreOrOfLaterLogsIsNotUsed() throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: 6, path: store.path)
        try logs.append(200)
        let tuning = Self.tuning(cache: true)
        let earlier = logs
        let before = try FileSystem.list(store.path + "/usage").map { entry in
            (entry.name, try FileSystem.read("\(store.path)/usage/\(entry.name)"))
        }
        try logs.append(100)
        #expect(try Totals(Self.open(store, tuning)) == logs.expected)
        // A backup is brought back under the cache.
        for (name, bytes) in before { try FileSystem.write(bytes, to: "\(store.path)/usage/\(name)") }
        #expect(try Totals(Self.open(store, tuning)) == earlier.expected)

        let other = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var others = RandomLogs(seed: 7, path: other.path)
        try others.append(200)
        _ = try Totals(Self.open(other, tuning))
        try FileSystem.write(try FileSystem.read(Self.cachePath(other)), to: Self.cachePath(store))
        #expect(try Totals(Self.open(store, tuning)) == earlier.expected)
    }

    @Test func damageInALogIsFoundUnderItsCache() throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: 8, path: store.path)
        try logs.append(200, to: "2026-10")
        let tuning = Self.tuning(cache: true)
        _ = try Totals(Self.open(store, tuning))
        let path = store.path + "/usage/2026-10.jsonl"
        let sound = try FileSystem.read(path)
        for at in stride(from: 20, to: sound.count - 20, by: 977) {
            var bytes = sound
            bytes[at] ^= 1
            try FileSystem.write(bytes, to: path)
            let found = error { () throws(LedgerError) in _ = try Totals(Self.open(store, tuning)) }
            #expect(found?.status == .store, "byte \(at)")
            #expect(try !Self.open(store, tuning).health().isSound)
            try FileSystem.write(sound, to: path)
        }
        #expect(try Totals(Self.open(store, tuning)) == logs.expected)
    }

    @Test func otherDaysAreCountedAnew() throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: 9, path: store.path)
        try logs.append(200)
        let tuning = Self.tuning(cache: true)
        #expect(try Totals(Self.open(store, tuning)) == logs.expected)
        // A month later there is one more period, and the rest stays.
        store.clock.set("2027-01-20T12:00:00Z")
        #expect(try Totals(Self.open(store, tuning)) == logs.expected)
        let zone = TemporaryStore.workspace.replacingUTC(with: "Asia/Tokyo")
        try store.write(zone, to: "workspace.json")
        let cached = try Totals(Self.open(store, tuning))
        #expect(try cached == Totals(Self.open(store, Self.tuning(cache: false))))
        #expect(cached != logs.expected)
    }

    @Test func whereTheCacheCannotBeWrittenReadersGoWithout() throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: 10, path: store.path)
        try logs.append(100)
        try store.write("in the way", to: ".cache")
        #expect(try Totals(Self.open(store, Self.tuning(cache: true))) == logs.expected)
        #expect(store.text(".cache") == "in the way")
    }
}

extension String {
    fileprivate func replacingUTC(with zone: String) -> String {
        split(separator: "UTC", omittingEmptySubsequences: false).joined(separator: zone)
    }
}

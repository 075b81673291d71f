import Files
import KeyLedger
import Testing
import Text

/// A bit that was flipped anywhere in a log, and a tail that was torn anywhere, are found and named with file and line.
@Suite struct DamageTests {
    /// The bits that are flipped in a byte, one after the other.
    private static func bits(_ at: Int) -> [Int] { TrustRun.isLong ? Array(0..<8) : [(at * 5 + at / 8) % 8] }

    /// Flips every bit in turn and answers what `body` throws for it.
    private func flips(
        of path: String, _ body: () throws(LedgerError) -> Void
    ) throws -> [(at: Int, line: Int, found: LedgerError?)] {
        let sound = try FileSystem.read(path)
        var results: [(at: Int, line: Int, found: LedgerError?)] = []
        for at in sound.indices {
            let line = 1 + sound[..<at].count { $0 == 0x0A }
            for bit in Self.bits(at) {
                var bytes = sound
                bytes[at] ^= 1 << UInt8(bit)
                try FileSystem.write(bytes, to: path)
                results.append((at, line, error(of: body)))
            }
        }
        try FileSystem.write(sound, to: path)
        return results
    }

    private func storeWithUse() throws -> (TemporaryStore, key: String) {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        _ = try ledger.ingest(
            (1...3).map { number in
                IncomingEvent(
                    UsageEvent(
                        id: "\(number)", source: "s", time: instant("2026-11-20T10:00:00Z"), key: key,
                        project: "p\(number)"))
            } + [
                IncomingEvent(UsageEvent(id: "4", source: "s", time: instant("2026-11-20T10:00:00Z"), key: "nobody")),
                IncomingEvent(UsageEvent(id: "5", source: "s", time: instant("2026-11-20T10:00:00Z"), key: "no one")),
            ])
        return (store, key)
    }

    @Test func aFlippedBitInAUsageLogIsNeverReadAsLess() throws {
        let (store, _) = try storeWithUse()
        let path = "\(store.path)/usage/2026-11.jsonl"
        let results = try flips(of: path) { () throws(LedgerError) in
            _ = try Ledger.open(store.path, clock: store.clock.clock).summary()
        }
        for (at, line, found) in results {
            #expect(found?.status == .store, "byte \(at)")
            #expect(found?.diagnostic.rendered.hasPrefix("\(path):\(line):1: error:") == true, "byte \(at)")
        }
        #expect(results.count > 300)
    }

    @Test func aFlippedBitInTheAuditLogIsFound() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        for name in ["a", "b"] { _ = try ledger.createKey(name: name) }
        let path = "\(store.path)/audit.jsonl"
        let sound = try FileSystem.read(path)
        let last = sound.count - 1
        let results = try flips(of: path) { () throws(LedgerError) in
            let reader = try Ledger.open(store.path, clock: store.clock.clock)
            _ = try reader.history()
            if let warning = reader.warnings.first { throw LedgerError(.store, warning) }
        }
        for (at, line, found) in results {
            #expect(found?.status == .store, "byte \(at)")
            // Without its line feed a line runs into the next one.
            let named = at == last || sound[at] == 0x0A ? [line, line + 1] : [line]
            #expect(
                named.contains { found?.diagnostic.rendered.hasPrefix("\(path):\($0):1: ") == true },
                "byte \(at): \(found?.diagnostic.rendered ?? "nothing")")
        }
        #expect(results.count > 800)
        // A line taken out whole.
        let lines = String(decoding: sound, as: UTF8.self).split(separator: "\n")
        try store.write((lines[..<1] + lines[2...]).joined(separator: "\n") + "\n", to: "audit.jsonl")
        let found = error { () throws(LedgerError) in
            _ = try Ledger.open(store.path, clock: store.clock.clock).history()
        }
        #expect(found?.diagnostic.rendered.hasPrefix("\(path):2:1: error:") == true)
    }

    @Test func aFlippedBitInTheQuarantineIsFound() throws {
        let (store, _) = try storeWithUse()
        let path = "\(store.path)/quarantine.jsonl"
        let count = try FileSystem.read(path).count
        let results = try flips(of: path) { () throws(LedgerError) in
            _ = try Ledger.open(store.path, clock: store.clock.clock).quarantine()
        }
        // The last line feed alone may go: the line before it is torn then, and the next writer cuts it.
        for (at, line, found) in results where at < count - 1 {
            #expect(found?.diagnostic.rendered.hasPrefix("\(path):\(line):1: error:") == true, "byte \(at)")
        }
    }

    @Test func aUsageTailTornAtAnyByteIsSetAsideAndReported() throws {
        let (store, key) = try storeWithUse()
        let path = "\(store.path)/usage/2026-11.jsonl"
        let sound = try FileSystem.read(path)
        let lines = sound.indices.filter { sound[$0] == 0x0A }
        for end in (lines[0] + 2)..<(sound.count - 1) where !lines.contains(end) && !lines.contains(end - 1) {
            try FileSystem.write(Array(sound[..<end]), to: path)
            let whole = lines.count { $0 < end }
            let reader = try Ledger.open(store.path, clock: store.clock.clock)
            #expect(try reader.summary().used == whole)
            let finding = try reader.health().findings.first
            #expect(finding?.code == "ledger.torn-line")
            #expect(finding?.rendered.hasPrefix("\(path):\(whole + 1):1: warning:") == true, "byte \(end)")
            guard TrustRun.isLong || end % 9 == 0 else { continue }
            let writer = try store.open()
            let time = instant("2026-11-20T10:00:00Z")
            #expect(
                try writer.record(
                    key: key, id: "\(whole + 1)", source: "s", time: time, project: "p\(whole + 1)"
                ).isNew)
            #expect(try writer.summary().used == whole + 1)
            #expect(try writer.health().findings.isEmpty)
            #expect(try writer.quarantine().contains { $0.reason == "torn" })
        }
    }

    @Test func anAuditTailTornAtAnyByteIsReportedWithItsLine() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        for name in ["a", "b"] { _ = try ledger.createKey(name: name) }
        let path = "\(store.path)/audit.jsonl"
        let sound = try FileSystem.read(path)
        let lines = sound.indices.filter { sound[$0] == 0x0A }
        for end in (lines[0] + 2)..<sound.count where !lines.contains(end - 1) {
            try FileSystem.write(Array(sound[..<end]), to: path)
            let whole = lines.count { $0 < end }
            let reader = try Ledger.open(store.path, clock: store.clock.clock)
            #expect(reader.warnings.first?.rendered.hasPrefix("\(path):\(whole + 1):1: warning:") == true)
            #expect(reader.keys.count == 2 && (try? reader.history())?.count == whole)
        }
    }
}

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

    /// The last line alone may be torn: it is reported, and set aside. Where more is missing than that, though what is
    /// left is sound to its last byte, nothing is read.
    @Test func aUsageTailTornAtAnyByteIsReportedAndNeverReadAsLess() throws {
        let (store, key) = try storeWithUse()
        let path = "\(store.path)/usage/2026-11.jsonl"
        let sizes = store.text(".cache/acknowledged.json")
        let sound = try FileSystem.read(path)
        let lines = sound.indices.filter { sound[$0] == 0x0A }
        let last = lines[lines.count - 2] + 1
        for end in 0..<sound.count {
            try FileSystem.write(Array(sound[..<end]), to: path)
            let whole = lines.count { $0 < end }
            let reader = try Ledger.open(store.path, clock: store.clock.clock)
            if end == sound.count - 1 {
                // Its line feed alone is missing.
                #expect(try reader.summary().used == 3)
                continue
            }
            let finding = try reader.health().findings.first { $0.severity == .error }
            #expect(finding?.rendered.hasPrefix("\(path):\(whole + 1):1: error:") == true, "byte \(end)")
            if end > last {
                // What was acknowledged is not said to have been nothing.
                #expect(finding?.code == "ledger.torn-line")
                #expect(finding?.rendered.contains("it was acknowledged") == true)
                #expect(finding?.rendered.contains("never acknowledged") == false)
            }
            guard end > last else {
                let found = error { () throws(LedgerError) in _ = try reader.summary() }
                #expect(found?.diagnostic.rendered.hasPrefix("\(path):\(whole + 1):1: error:") == true, "byte \(end)")
                #expect(found?.status == .store)
                if end % 9 == 0 {
                    let refused = error { () throws(LedgerError) in
                        _ = try store.open().record(key: key, id: "9", source: "s")
                    }
                    #expect(refused?.diagnostic.code == "ledger.log-cut", "byte \(end)")
                    #expect(try FileSystem.read(path).count == end)
                }
                continue
            }
            #expect(try reader.summary().used == whole)
            guard TrustRun.isLong || end % 9 == 0 else { continue }
            let writer = try store.open()
            let time = instant("2026-11-20T10:00:00Z")
            #expect(
                try writer.record(key: key, id: "\(whole + 1)", source: "s", time: time, project: "p\(whole + 1)").isNew
            )
            #expect(try writer.summary().used == whole + 1)
            #expect(try writer.health().findings.isEmpty)
            #expect(try writer.quarantine().contains { $0.reason == "torn" })
            try store.write(sizes, to: ".cache/acknowledged.json")
        }
    }

    @Test func aUsageLogThatIsGoneIsMissing() throws {
        let (store, _) = try storeWithUse()
        try FileSystem.remove("\(store.path)/usage/2026-11.jsonl")
        let found = error { () throws(LedgerError) in
            _ = try Ledger.open(store.path, clock: store.clock.clock).summary()
        }
        #expect(found?.diagnostic.code == "ledger.log-missing")
        #expect(try !Ledger.open(store.path, clock: store.clock.clock).health().isSound)
        // Without the note nobody can know.
        try FileSystem.remove("\(store.path)/.cache")
        #expect(try Ledger.open(store.path, clock: store.clock.clock).summary().used == 0)
    }

    @Test func aLineThatNobodyAcknowledgedIsSetAside() throws {
        let (store, key) = try storeWithUse()
        let path = "\(store.path)/usage/2026-11.jsonl"
        let sound = try FileSystem.read(path)
        try FileSystem.write(sound + sound.prefix(40), to: path)
        let reader = try Ledger.open(store.path, clock: store.clock.clock)
        #expect(try reader.summary().used == 3)
        let findings = try reader.health().findings
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.rendered.hasPrefix("\(path):4:1: warning:") == true)
        #expect(findings.first?.code == "ledger.torn-line")
        #expect(findings.first?.rendered.contains("never acknowledged") == true)
        _ = try store.open().record(key: key, id: "9", source: "s")
        #expect(try store.open().health().findings.isEmpty)
    }

    @Test func anAuditTailTornAtAnyByteIsReportedWithItsLine() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        for name in ["a", "b"] { _ = try ledger.createKey(name: name) }
        let path = "\(store.path)/audit.jsonl"
        let sound = try FileSystem.read(path)
        let lines = sound.indices.filter { sound[$0] == 0x0A }
        let last = lines[lines.count - 2] + 1
        for end in 0..<sound.count {
            try FileSystem.write(Array(sound[..<end]), to: path)
            let whole = lines.count { $0 < end }
            var reader: Ledger?
            let found = error { () throws(LedgerError) in
                reader = try Ledger.open(store.path, clock: store.clock.clock)
            }
            guard end > last else {
                #expect(found?.diagnostic.rendered.hasPrefix("\(path):\(whole + 1):1: error:") == true, "byte \(end)")
                continue
            }
            #expect(reader?.warnings.first?.rendered.hasPrefix("\(path):\(whole + 1):1: warning:") == true)
            #expect(try reader?.keys.count == 2 && reader?.history().count == whole)
        }
    }

    @Test func aFlippedBitInAReportIsFound() throws {
        let store = try TemporaryStore(now: "2026-11-02T00:00:00Z")
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        _ = try ledger.record(key: key, id: "1", source: "s", time: instant("2026-10-20T10:00:00Z"), tokens: 10)
        store.clock.set("2026-11-04T00:00:00Z")
        _ = try ledger.closeDuePeriods()
        let path = "\(store.path)/reports/2026-10.r1.json"
        let results = try flips(of: path) { () throws(LedgerError) in
            let reader = try Ledger.open(store.path, clock: store.clock.clock)
            _ = try reader.summary(of: reader.period(named: "2026-10"))
        }
        for (at, _, found) in results {
            #expect(found?.status == .store && found?.diagnostic.rendered.hasPrefix("\(path):") == true, "byte \(at)")
        }
        #expect(try ledger.health().isSound)
        // Lines that went missing below it, in files that nobody has a note of.
        let lines = store.text("usage/2026-10.jsonl")
        try FileSystem.remove("\(store.path)/.cache")
        try store.write("", to: "usage/2026-10.jsonl")
        #expect(try store.open(.read).health().findings.map(\.code) == ["ledger.report-lines"])
        try store.write(lines, to: "usage/2026-10.jsonl")
        // A report that is gone is not closed once more.
        try FileSystem.remove(path)
        for access in [Ledger.Access.read, .write] {
            let found = error { () throws(LedgerError) in
                let reader = try store.open(access)
                if access == .write { _ = try reader.closeDuePeriods() }
                _ = try reader.summary(of: reader.period(named: "2026-10"))
            }
            #expect(found?.diagnostic.code == "ledger.report-missing")
        }
        #expect(try store.open(.read).health().findings.map(\.code) == ["ledger.report-missing"])
    }

    @Test func aFlippedBitInTheRuleOfThePeriodsIsFoundByEveryCommand() throws {
        let store = try TemporaryStore()
        _ = try store.open().createKey(name: "a")
        let other = TemporaryStore.workspace.replacing("\"anchorDay\": 1", with: "\"anchorDay\": 15")
        try store.write(other, to: "workspace.json")
        _ = try store.open().createKey(name: "b")
        _ = try store.open().createKey(name: "c")
        let path = "\(store.path)/audit.jsonl"
        let period = try store.open(.read).currentPeriod
        let results = try flips(of: path) { () throws(LedgerError) in
            let reader = try Ledger.open(store.path, clock: store.clock.clock)
            if reader.currentPeriod == period { throw .init(.failed, Diagnostic(code: "same", "the same period")) }
        }
        #expect(results.allSatisfy { $0.found != nil })
        #expect(results.count { $0.found?.status == .store } > 300)
    }

    @Test func whatSomebodyEditedIsSaid() throws {
        let store = try TemporaryStore()
        _ = try store.open().createKey(name: "a")
        try store.write(store.text("keys.json").replacing("\"a\"", with: "\"by hand\""), to: "keys.json")
        try store.write(store.text("workspace.json") + "\n", to: "workspace.json")
        let findings = try store.open(.read).health().findings
        #expect(findings.map(\.path) == ["\(store.path)/keys.json", "\(store.path)/workspace.json"])
        #expect(findings.allSatisfy { $0.severity == .warning })
        _ = try store.open().createKey(name: "b")
        #expect(try store.open(.read).health().findings.isEmpty)
    }
}

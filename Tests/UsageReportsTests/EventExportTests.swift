import Files
import KeyLedger
import Testing
import Text
import UsageReports
import Values

@Suite struct EventExportTests {
    private static let now = Instant(rfc3339: "2026-11-23T12:00:00Z") ?? Instant(nanoseconds: 0)
    private static let workspace = Ledger.standardWorkspace(
        name: "Acme", quota: 100, from: CivilDate(year: 2026, month: 1, day: 1))

    private static func make(_ path: String) throws -> Ledger {
        let ledger = try Ledger.create(
            path, workspace: workspace, clock: .fixed(now), randomness: .seeded(3))
        _ = try ledger.createKey(name: "a")
        _ = try ledger.createKey(name: "b")
        return ledger
    }

    private static func export(
        _ ledger: Ledger, _ format: EventExport.Format, _ filter: EventExport.Filter = EventExport.Filter()
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try EventExport(format: format, filter: filter).write(ledger) { bytes += $0 }
        return bytes
    }

    private static func fill(_ ledger: Ledger) throws {
        let texts = ["web", "a,b", "say \"x\"", "=1+1", "größer", nil]
        let events = (0..<40).map { number in
            UsageEvent(
                id: "\(number)/\"1\"", source: "s,t", time: now.adding(seconds: -number * 60_000),
                key: number % 3 == 0 ? "a" : "b", tokens: number, project: texts[number % texts.count],
                provider: number % 2 == 0 ? "gitlab" : nil)
        }
        _ = try ledger.ingest(events.map { IncomingEvent($0) })
        for number in [3, 17, 39] { _ = try ledger.void(UsageEvent.Name(source: "s,t", id: "\(number)/\"1\"")) }
    }

    @Test(arguments: EventExport.Format.allCases)
    func anImportOfAnExportComesToTheSameFigures(_ format: EventExport.Format) throws {
        let folder = "/tmp/keyport-export-\(UInt64.random(in: 0...UInt64.max))"
        defer { try? FileSystem.remove(folder) }
        let ledger = try Self.make(folder + "/one")
        try Self.fill(ledger)
        let bytes = try Self.export(ledger, format)
        let copy = try Self.make(folder + "/two")
        let report = try copy.ingest(
            try UsageImport.read(SourceFile(path: "export", bytes: bytes)), keepsRecorded: true)
        #expect(report.accepted == 43 && report.refused == 0)
        #expect(try copy.allUsage().cube.rows == ledger.allUsage().cube.rows)
        #expect(try copy.allUsage().cube.projects == ledger.allUsage().cube.projects)
        // And in parts as a whole.
        var delivery = try UsageDelivery(SourceFile(path: "export", bytes: bytes))
        var count = 0
        while true {
            let events = delivery.next(7)
            if events.isEmpty { break }
            count += events.count
        }
        #expect(count == 43 && delivery.progress == 1)
    }

    @Test func aFilterTakesTheCorrectionsOfItsEventsAlong() throws {
        let folder = "/tmp/keyport-export-\(UInt64.random(in: 0...UInt64.max))"
        defer { try? FileSystem.remove(folder) }
        let ledger = try Self.make(folder)
        try Self.fill(ledger)
        var filter = EventExport.Filter()
        filter.key = try ledger.key("a").id
        let lines = try Self.export(ledger, .jsonl, filter).split(separator: 0x0A)
        // 14 starts of the key, and the corrections of 3 and 39.
        #expect(lines.count == 16)
        filter = EventExport.Filter()
        filter.period = try ledger.period(named: "2026-10")
        // The last seven lie in October; one of them was taken back.
        #expect(try Self.export(ledger, .cloudevents, filter).split(separator: 0x0A).count == 8)
    }
}

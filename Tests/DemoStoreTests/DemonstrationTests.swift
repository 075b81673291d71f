import Files
import KeyLedger
import Testing
import Values

@testable import DemoStore

@Suite(.serialized) struct DemonstrationTests {
    private func made(_ until: String, seed: UInt64) throws -> (path: String, ledger: Ledger) {
        let path = "/tmp/keyport-demo-\(UInt64.random(in: 0...UInt64.max))"
        let end = try #require(Instant(rfc3339: until))
        try Demonstration(path, until: end, seed: seed).run()
        return (path, try Ledger.open(path, clock: .fixed(end)))
    }

    private func files(_ path: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for entry in try FileSystem.list(path) {
            if entry.kind == .directory {
                for inner in try FileSystem.list("\(path)/\(entry.name)") {
                    files["\(entry.name)/\(inner.name)"] = try FileSystem.read("\(path)/\(entry.name)/\(inner.name)")
                }
            } else {
                files[entry.name] = try FileSystem.read("\(path)/\(entry.name)")
            }
        }
        return files
    }

    @Test func theSameEndAndSeedGiveTheSameBytes() throws {
        let first = try made("2026-11-23T09:00:00Z", seed: 1)
        let second = try made("2026-11-23T09:00:00Z", seed: 1)
        defer { for path in [first.path, second.path] { try? FileSystem.remove(path) } }
        let files = try files(first.path)
        #expect(files.count > 30)
        #expect(try files == self.files(second.path))
    }

    @Test(arguments: ["2028-02-29T23:59:59Z"])
    func itShowsWhatAWorkspaceCanShow(_ until: String) throws {
        let (path, ledger) = try made(until, seed: 2026)
        defer { try? FileSystem.remove(path) }
        let states = Set(ledger.keys.map { $0.state(at: ledger.now, in: ledger.workspace) })
        #expect(states == [.active, .disabled, .expired, .deleted])
        let uses = try ledger.uses()
        #expect(ledger.keys.contains { $0.isStale(lastUsed: uses[$0.id]?.last, at: ledger.now, in: ledger.workspace) })
        #expect(ledger.keys.contains { $0.migratedTo != nil })
        #expect(ledger.keys.contains { !$0.overlap.isEmpty })
        let today = ledger.now.day(in: .utc)
        #expect(ledger.workspace.sunset(of: .ciKey)?.phase(on: today) == .closedToNew)
        let periods = try ledger.periodTotals()
        #expect(periods.count >= 14)
        for period in periods.dropLast() {
            #expect((400...1200).contains(period.used), "\(period.period.name): \(period.used)")
            if period.period.closesAt <= ledger.now { #expect(try ledger.closedReport(of: period.period) != nil) }
        }
        #expect(try ledger.health().isSound)
        #expect(try ledger.duePeriods().isEmpty)
        let summary = try ledger.summary()
        #expect(summary.quota == 1000)
    }
}

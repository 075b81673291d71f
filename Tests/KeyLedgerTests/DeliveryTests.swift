import KeyLedger
import Testing
import Values

/// However use is delivered, and whatever becomes of its keys, the same figures come of it.
@Suite struct DeliveryTests {
    /// What a run of one seed left.
    private struct Outcome: Equatable {
        let report: [UInt8]
        let running: [Int]
        let names: [String]
    }

    private static let events: [IncomingEvent] = {
        let zones = ["p", "q", ""]
        return (1...40).map { number in
            let day = number % 27 + 1
            let time = "2026-\(number % 3 == 0 ? "11-0\(day % 4 + 1)" : "10-\(day < 10 ? "0" : "")\(day)")T09:30:00Z"
            let project = zones[number % 3]
            return IncomingEvent(
                UsageEvent(
                    id: "\(number)", source: number % 2 == 0 ? "s" : "t", time: instant(time),
                    key: number % 5 == 0 ? "b" : "a", tokens: number, project: project.isEmpty ? nil : project,
                    provider: number % 4 == 0 ? "x" : nil))
        }
            + [3, 7, 20].map { number in
                IncomingEvent(
                    UsageEvent(
                        id: "v\(number)", source: "s", time: instant("2026-11-01T00:00:00Z"), key: "", tokens: 0,
                        voids: .init(source: number % 2 == 0 ? "s" : "t", id: "\(number)")))
            }
    }()

    private static func run(_ seed: UInt64) throws -> Outcome {
        var random = SplitMix(state: seed)
        let clock = ManualClock("2026-11-03T12:00:00Z")
        let files = CrashingFileSystem(isRecording: false)
        let ledger = try Ledger.create(
            "/s", workspace: TemporaryStore.workspace, clock: clock.clock, randomness: .seeded(3), fileSystem: files)
        let ids = [try ledger.createKey(name: "a").key.id, try ledger.createKey(name: "b", project: "q").key.id]
        var delivery = events
        if seed > 0 {
            delivery += delivery.filter { _ in Bool.random(using: &random) }
            delivery.shuffle(using: &random)
        }
        while !delivery.isEmpty {
            let count = Int.random(in: 1...min(12, delivery.count), using: &random)
            _ = try ledger.ingest(Array(delivery.prefix(count)))
            delivery.removeFirst(count)
        }
        let before = try sums(ledger, "2026-10")
        // What is done to the keys says nothing about their past.
        _ = try ledger.renameKey(ids[0], to: "c")
        _ = try ledger.rotateKey(ids[1], overlap: Int.random(in: 0...30, using: &random) * 86_400)
        _ = try ledger.deleteKey(ids[1])
        #expect(try sums(ledger, "2026-10") == before)
        clock.set("2026-11-05T00:00:00Z")
        _ = try ledger.closeDuePeriods()
        #expect(try sums(ledger, "2026-10") == before)
        let report = try #require(try files.contents(of: "/s/reports/2026-10.r1.json", limit: nil)).array
        // Nor about a period that is closed.
        _ = try ledger.restoreKey(ids[1])
        _ = try ledger.renameKey(ids[1], to: "d")
        #expect(try sums(ledger, "2026-10") == before)
        #expect(try files.contents(of: "/s/reports/2026-10.r1.json", limit: nil)?.array == report)
        return Outcome(
            report: report, running: try sums(ledger, "2026-11"), names: try ledger.summary().keys.map(\.name))
    }

    /// The total, and the figures by day, by key, by day and key, by project and by provider, which have to agree.
    private static func sums(_ ledger: Ledger, _ name: String) throws -> [Int] {
        let period = try ledger.period(named: name)
        let summary = try ledger.summary(of: period)
        let days = summary.days.map(\.tokens)
        let parts = [
            days, summary.keys.map(\.tokens), summary.days.flatMap { $0.keys.map(\.tokens) },
            summary.projects.map(\.tokens), summary.providers.map(\.tokens),
        ]
        for part in parts { #expect(part.reduce(0, +) == summary.used) }
        for key in summary.keys {
            #expect(summary.days.flatMap(\.keys).filter { $0.key == key.id }.map(\.tokens).reduce(0, +) == key.tokens)
        }
        return [summary.used, summary.events] + parts.flatMap { $0 }
    }

    @Test func permutedSplitAndRepeatedDeliveriesGiveByteIdenticalReports() throws {
        let expected = try Self.run(0)
        #expect(expected.running.first ?? 0 > 0 && expected.report.count > 500)
        for seed in 1...UInt64(TrustRun.isLong ? 1_000 : 60) {
            let outcome = try Self.run(seed)
            #expect(outcome == expected, "seed \(seed)")
            if outcome != expected { return }
        }
    }
}

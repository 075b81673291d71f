import Testing
import Values

@testable import KeyLedger

/// Every event counts once: in its period, in a revision of it, or among the adjustments of one other report.
@Suite struct RevisionTests {
    private let store: TemporaryStore
    private let ledger: Ledger
    private let key: String

    init() throws {
        store = try TemporaryStore(now: "2026-10-20T12:00:00Z")
        ledger = try store.open()
        key = try ledger.createKey(name: "a").key.id
        try use("1", tokens: 10)
        store.clock.set("2026-11-10T12:00:00Z")
        _ = try ledger.closeDuePeriods()
    }

    private func use(_ id: String, _ time: String = "2026-10-20T10:00:00Z", tokens: Int) throws {
        let event = UsageEvent(id: id, source: "s", time: instant(time), key: key, tokens: tokens)
        #expect(try ledger.ingest([IncomingEvent(event)]).accepted == 1)
    }

    private func adjustments(_ name: String) throws -> [String] {
        try ledger.summary(of: ledger.period(named: name)).adjustments.map { "\($0.period) \($0.tokens)/\($0.events)" }
    }

    private var october: BillingPeriod { get throws { try ledger.period(named: "2026-10") } }

    @Test func whatARevisionTookInIsListedNowhereElse() throws {
        try use("late", tokens: 5)
        #expect(try adjustments("2026-11") == ["2026-10 5/1"])
        #expect(try ledger.used(in: october) == 10)
        let second = try ledger.revise(october)
        #expect(second.used == 15 && second.events == 2 && second.busiestHour?.tokens == 15)
        #expect(try adjustments("2026-11").isEmpty)
        #expect(try ledger.used(in: october) == 15)
        // Nor by another process, nor by an older reader that looks again.
        let reader = try store.open(.read)
        #expect(try reader.summary().adjustments.isEmpty && reader.used(in: october) == 15)
        // What comes after the revision, in the same instant by the clock, is late again.
        try use("later", tokens: 7)
        _ = try ledger.void(.init(source: "s", id: "1"))
        #expect(try adjustments("2026-11") == ["2026-10 -3/0"])
        store.clock.set("2026-12-05T12:00:00Z")
        let november = try #require(try ledger.closeDuePeriods().first)
        #expect(november.adjustments.map(\.tokens) == [-3])
    }

    @Test func whatAClosedReportListsStaysThere() throws {
        try use("late", tokens: 5)
        store.clock.set("2026-12-04T12:00:00Z")
        #expect(try ledger.closeDuePeriods().first?.adjustments.map(\.tokens) == [5])
        try use("1/12", "2026-11-28T10:00:00Z", tokens: 3)
        let revised = try ledger.revise(october)
        #expect(revised.used == 10 && revised.events == 1)
        #expect(try adjustments("2026-11") == ["2026-10 5/1"])
        // That of another period, which is still open, is not concerned.
        #expect(try adjustments("2026-12") == ["2026-11 3/1"])
        let november = try ledger.revise(ledger.period(named: "2026-11"))
        #expect(november.used == 3 && november.adjustments.map(\.tokens) == [5])
        #expect(try adjustments("2026-12").isEmpty)
        #expect(try store.open(.read).health().isSound)
    }

    /// The first period of all is among those with data though nothing came for it in time.
    @Test func aPeriodWhoseStartsAllCameLateIsListed() throws {
        let store = try TemporaryStore(now: "2026-11-10T12:00:00Z")
        let ledger = try store.open()
        let key = try ledger.createKey(name: "a").key.id
        let event = UsageEvent(id: "1", source: "s", time: instant("2026-10-30T10:00:00Z"), key: key, tokens: 4)
        #expect(try ledger.ingest([IncomingEvent(event)]).accepted == 1)
        #expect(try ledger.closeDuePeriods().map(\.name) == ["2026-10"])
        #expect(try ledger.periodTotals().map { "\($0.period.name) \($0.used)" } == ["2026-10 0", "2026-11 0"])
        let sums = try ledger.periodTotals().map { try ledger.summary(of: $0.period).adjustments.map(\.tokens) }
        #expect(sums == [[], [4]])
        #expect(try ledger.periodTotals(filter: UsageFilter(key: "key_other")).map(\.period.name) == ["2026-11"])
    }

    @Test func aRevisionIsRememberedByTheCache() throws {
        var tuning = UsageTuning()
        tuning.cacheFrom = 0
        func figures() throws(LedgerError) -> [String] {
            let reader = try Ledger.open(store.path, clock: store.clock.clock, tuning: tuning)
            return try reader.periodTotals().map { "\($0.period.name) \($0.used)" }
                + reader.summary().adjustments.map { "\($0.tokens)" }
        }
        try use("late", tokens: 5)
        #expect(try figures() == ["2026-10 10", "2026-11 0", "5"])
        _ = try ledger.revise(october)
        for _ in 0..<2 { #expect(try figures() == ["2026-10 15", "2026-11 0"]) }
        try use("later", tokens: 7)
        for _ in 0..<2 { #expect(try figures() == ["2026-10 15", "2026-11 0", "7"]) }
    }

    /// Whatever comes, is taken back, closed and revised, in whatever order: figures and adjustments add up to the events.
    @Test func figuresAndAdjustmentsAddUpToTheEvents() throws {
        var revisions = 0
        for seed in 1...UInt64(TrustRun.isLong ? 400 : 25) {
            var random = SplitMix(state: seed)
            let clock = ManualClock("2026-08-30T00:00:00Z")
            let ledger = try Ledger.create(
                "/s", workspace: TemporaryStore.workspace, clock: clock.clock, randomness: .seeded(3),
                fileSystem: CrashingFileSystem(isRecording: false))
            let key = try ledger.createKey(name: "a").key.id
            var counted: [String: Int] = [:]
            for step in 0..<60 {
                clock.advance(seconds: Int.random(in: 0...3, using: &random) * 86_400)
                switch Int.random(in: 0..<10, using: &random) {
                case 0: _ = try ledger.closeDuePeriods()
                case 1:
                    // Also one whose adjustments the closed report of another period lists.
                    _ = try ledger.closeDuePeriods()
                    let periods = try ledger.periodTotals().map(\.period)
                    guard let period = periods.randomElement(using: &random),
                        try ledger.closedReport(of: period) != nil
                    else { continue }
                    let report = try ledger.revise(period)
                    revisions += 1
                    let events = try ledger.countedEvents(of: period, in: ledger.allUsage().days) { $0.tokens }
                    #expect(events.reduce(0, +) == report.used && events.count == report.events, "seed \(seed)")
                case 2:
                    guard let id = counted.keys.sorted().randomElement(using: &random) else { continue }
                    _ = try ledger.void(.init(source: "s", id: id))
                    counted[id] = nil
                default:
                    let back = Int.random(in: 0...34, using: &random) * 86_400
                    let time = Instant(nanoseconds: clock.clock.now.nanoseconds).adding(seconds: -back)
                    let tokens = Int.random(in: 1...9, using: &random)
                    let event = UsageEvent(id: "\(step)", source: "s", time: time, key: key, tokens: tokens)
                    #expect(try ledger.ingest([IncomingEvent(event)]).accepted == 1)
                    counted["\(step)"] = tokens
                }
            }
            var sum = 0
            for (period, _, _) in try ledger.periodTotals() {
                let summary = try ledger.summary(of: period)
                sum += summary.used + summary.adjustments.reduce(0) { $0 + $1.tokens }
            }
            #expect(sum == counted.values.reduce(0, +), "seed \(seed)")
        }
        #expect(revisions > 25)
    }
}

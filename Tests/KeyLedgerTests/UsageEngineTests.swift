import KeyLedger
import Testing
import Values

/// What every engine keeps, whatever it stores events in.
@Suite struct UsageEngineTests {
    enum Kind: String, CaseIterable, Sendable {
        case files, memory
    }

    /// An engine with the days of three months, and what goes away with it.
    private struct Bench {
        let store: TemporaryStore
        let engine: any UsageEngine
        let days: DayTable

        init(_ kind: Kind) throws {
            store = try TemporaryStore()
            let ledger = try store.open()
            engine = kind == .files ? ledger.engine : MemoryEngine()
            days = DayTable(
                periods: ledger.calendar.periods(
                    from: instant("2026-09-01T00:00:00Z"), through: instant("2026-11-01T00:00:00Z")))
        }

        func ingest(
            _ events: [UsageEvent], now: String = "2026-11-23T12:00:00Z", isAllOrNothing: Bool = false
        ) throws(LedgerError) -> IngestReport {
            try engine.ingest(
                events.map { IncomingEvent($0) },
                rules: IngestRules(
                    now: instant(now), keys: ["key_1": "key_1", "nightly": "key_1", "key_2": "key_2"],
                    isAllOrNothing: isAllOrNothing))
        }

        /// `date key project provider: tokens/events` of each sum.
        func sums() throws(LedgerError) -> [String] {
            let cube = try engine.cube(over: days)
            return cube.rows.map { row in
                let project = row.project < 0 ? "-" : cube.projects[row.project]
                let provider = row.provider < 0 ? "-" : cube.providers[row.provider]
                return
                    "\(days.dates[row.bucket]) \(cube.keys[row.key]) \(project) \(provider): \(row.tokens)/\(row.events)"
            }
        }
    }

    private func start(
        _ id: String, _ time: String = "2026-11-20T10:00:00Z", key: String = "key_1", tokens: Int = 1,
        project: String? = nil, provider: String? = nil
    ) -> UsageEvent {
        UsageEvent(
            id: id, source: "s", time: instant(time), key: key, tokens: tokens, project: project, provider: provider)
    }

    private func void(_ id: String) -> UsageEvent {
        UsageEvent(
            id: "void:\(id)", source: "s", time: instant("2026-11-21T10:00:00Z"), key: "", tokens: 0,
            voids: UsageEvent.Name(source: "s", id: id))
    }

    @Test(arguments: Kind.allCases) func anEmptyEngineHasNoFigures(_ kind: Kind) throws {
        let bench = try Bench(kind)
        #expect(try bench.sums().isEmpty)
        #expect(try bench.engine.span() == nil)
        #expect(try bench.engine.event(UsageEvent.Name(source: "s", id: "1")) == nil)
        #expect(try bench.engine.health().isSound)
        #expect(try bench.engine.cube(over: bench.days).dataTo == nil)
    }

    @Test(arguments: Kind.allCases) func sumsAreByDayKeyProjectAndProvider(_ kind: Kind) throws {
        let bench = try Bench(kind)
        let events = [
            start("1", tokens: 3, project: "web", provider: "gitlab"),
            start("2", tokens: 4, project: "web", provider: "gitlab"),
            start("3", project: "web"), start("4", key: "key_2"), start("5", "2026-11-19T23:59:59Z"),
            start("6", "2026-11-20T00:00:00Z", key: "nightly", tokens: 9),
        ]
        #expect(try bench.ingest(events).accepted == 6)
        #expect(
            try bench.sums() == [
                "2026-11-19 key_1 - -: 1/1", "2026-11-20 key_1 - -: 9/1", "2026-11-20 key_1 web -: 1/1",
                "2026-11-20 key_1 web gitlab: 7/2", "2026-11-20 key_2 - -: 1/1",
            ])
        let uses = try bench.engine.cube(over: bench.days).uses
        #expect(uses["key_1"]?.first == instant("2026-11-19T23:59:59Z"))
        #expect(uses["key_1"]?.last == instant("2026-11-20T10:00:00Z") && uses["key_1"]?.events == 5)
        #expect(try bench.engine.cube(over: bench.days).dataTo == instant("2026-11-20T10:00:00Z"))
    }

    @Test(arguments: Kind.allCases) func aNameCountsOnce(_ kind: Kind) throws {
        let bench = try Bench(kind)
        #expect(try bench.ingest([start("1"), start("2"), start("1")]).duplicates == 1)
        let again = try bench.ingest([start("2"), start("1", tokens: 2), start("3")])
        #expect(again.accepted == 1 && again.duplicates == 1 && again.quarantined.map(\.reason) == [.conflict])
        #expect(try bench.sums() == ["2026-11-20 key_1 - -: 3/3"])
        #expect(try bench.engine.health().quarantined == 1)
    }

    @Test(arguments: Kind.allCases) func whatCannotCountIsRefused(_ kind: Kind) throws {
        let bench = try Bench(kind)
        let report = try bench.ingest([
            start("1", "2026-11-23T12:05:01Z"), start("2", "2026-10-19T11:59:59Z"), start("3", key: "nobody"),
            start(""),
            start("4", "2026-11-23T12:05:00Z"), start("5", "2026-10-19T12:00:00Z"),
        ])
        #expect(report.quarantined.map(\.reason) == [.tooEarly, .tooLate, .unknownKey, .malformed])
        #expect(report.accepted == 2)
    }

    @Test(arguments: Kind.allCases) func allOrNothingIsNothingWhenOneIsRefused(_ kind: Kind) throws {
        let bench = try Bench(kind)
        let report = try bench.ingest([start("1"), start("2", key: "nobody")], isAllOrNothing: true)
        #expect(!report.isWritten && report.accepted == 0 && report.refused == 1)
        #expect(try bench.sums().isEmpty)
        #expect(try bench.ingest([start("1")], isAllOrNothing: true).accepted == 1)
    }

    @Test(arguments: Kind.allCases) func aCorrectionTakesItsEventBackWhicheverComesFirst(_ kind: Kind) throws {
        let bench = try Bench(kind)
        _ = try bench.ingest([start("1", tokens: 5), start("2"), void("1"), void("3")])
        #expect(try bench.sums() == ["2026-11-20 key_1 - -: 1/1"])
        _ = try bench.ingest([start("3", tokens: 7)])
        #expect(try bench.sums() == ["2026-11-20 key_1 - -: 1/1"])
        #expect(try bench.engine.event(UsageEvent.Name(source: "s", id: "1"))?.tokens == 5)
        let health = try bench.engine.health()
        #expect(health.events == 5 && health.voids == 2 && health.isSound)
        // It was a use of the key all the same.
        #expect(try bench.engine.cube(over: bench.days).uses["key_1"]?.events == 3)
    }

    @Test(arguments: Kind.allCases) func eventsOfARangeAreThoseOfItsMonths(_ kind: Kind) throws {
        let bench = try Bench(kind)
        _ = try bench.ingest([start("1", "2026-10-30T10:00:00Z"), start("2"), start("3", "2026-11-01T00:00:00Z")])
        func ids(_ range: ClosedRange<Instant>?) throws -> [String] {
            var ids: [String] = []
            try bench.engine.forEachEvent(in: range) { ids.append($0.id) }
            return ids.sorted()
        }
        #expect(try ids(nil) == ["1", "2", "3"])
        #expect(try ids(instant("2026-11-05T00:00:00Z")...instant("2026-11-06T00:00:00Z")) == ["2", "3"])
        let span = try #require(try bench.engine.span())
        #expect(span.contains(instant("2026-10-30T10:00:00Z")) && span.contains(instant("2026-11-20T10:00:00Z")))
    }
}

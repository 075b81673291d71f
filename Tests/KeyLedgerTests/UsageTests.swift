import Files
import KeyLedger
import Testing
import Text
import Values

@Suite struct UsageTests {
    /// A store with one key whose id is known.
    private func makeStore(now: String = "2026-11-23T12:00:00Z") throws -> (TemporaryStore, Ledger, String) {
        let store = try TemporaryStore(now: now)
        let ledger = try store.open()
        return (store, ledger, try ledger.createKey(name: "a").key.id)
    }

    private func event(
        _ id: String, _ key: String, at time: String, tokens: Int = 1, source: String = "s", project: String? = nil,
        recorded: String? = nil, voids: UsageEvent.Name? = nil
    ) -> IncomingEvent {
        IncomingEvent(
            UsageEvent(
                id: id, source: source, time: instant(time), recorded: recorded.map(instant),
                key: voids == nil ? key : "",
                tokens: voids == nil ? tokens : 0, project: project, voids: voids))
    }

    @Test func anEventCountsOnceHoweverOftenItComes() throws {
        let (store, ledger, key) = try makeStore()
        let delivery = (1...5).map { event("\($0)", key, at: "2026-11-0\($0)T10:00:00Z", tokens: $0) }
        #expect(try ledger.ingest(delivery).accepted == 5)
        let again = try ledger.ingest(delivery + delivery)
        #expect(again.accepted == 0 && again.duplicates == 10)
        let fresh = try store.open()
        #expect(try fresh.ingest(delivery.reversed()).duplicates == 5)
        #expect(try fresh.summary().used == 15)
        #expect(store.text("usage/2026-11.jsonl").split(separator: "\n").count == 5)
    }

    @Test func theSameNameWithAnotherPayloadGoesIntoQuarantine() throws {
        let (store, ledger, key) = try makeStore()
        _ = try ledger.ingest([event("1", key, at: "2026-11-20T10:00:00Z", tokens: 1)])
        let report = try ledger.ingest([
            event("1", key, at: "2026-11-20T10:00:00Z", tokens: 2), event("1", key, at: "2026-10-31T10:00:00Z"),
            event("1", key, at: "2026-11-20T10:00:00Z", tokens: 1, source: "other"),
        ])
        #expect(report.accepted == 1)
        #expect(report.quarantined.map(\.reason) == [.conflict, .conflict])
        #expect(try ledger.summary().used == 2)
        #expect(store.text("quarantine.jsonl").split(separator: "\n").count == 2)
        // Coming again it is not kept twice.
        _ = try ledger.ingest([event("1", key, at: "2026-11-20T10:00:00Z", tokens: 2)])
        #expect(store.text("quarantine.jsonl").split(separator: "\n").count == 2)
    }

    struct Limit: Sendable {
        let time: String
        let reason: QuarantineReason?
    }

    @Test(arguments: [
        Limit(time: "2026-11-23T12:05:00Z", reason: nil), Limit(time: "2026-11-23T12:05:01Z", reason: .tooEarly),
        Limit(time: "2026-10-19T12:00:00Z", reason: nil), Limit(time: "2026-10-19T11:59:59Z", reason: .tooLate),
    ])
    func anEventMustNotLieTooFarFromItsArrival(_ limit: Limit) throws {
        let (store, ledger, key) = try makeStore()
        defer { withExtendedLifetime(store) {} }
        let report = try ledger.ingest([event("1", key, at: limit.time)])
        #expect(report.quarantined.first?.reason == limit.reason)
        #expect(report.accepted == (limit.reason == nil ? 1 : 0))
    }

    @Test func anUnknownKeyOrABadFieldIsRefused() throws {
        let (store, ledger, key) = try makeStore()
        defer { withExtendedLifetime(store) {} }
        let report = try ledger.ingest([
            event("1", "key_nobodyhasit1", at: "2026-11-20T10:00:00Z"), event("", key, at: "2026-11-20T10:00:00Z"),
            event("3", key, at: "2026-11-20T10:00:00Z", tokens: -1),
            event("4", key, at: "2026-11-20T10:00:00Z", project: "a\u{1}b"),
            event("5", "a", at: "2026-11-20T10:00:00Z"),
        ])
        #expect(report.quarantined.map(\.reason) == [.unknownKey, .malformed, .malformed, .malformed])
        #expect(report.accepted == 1)
        #expect(try ledger.summary().keys.map(\.id) == [key])
    }

    @Test func aSecretInAnEventOrANameIsNeitherKeptNorPrinted() throws {
        let (store, ledger, id) = try makeStore()
        let secret = try ledger.rotateKey(id).secret
        let events = [
            event("1", secret, at: "2026-11-20T10:00:00Z"), event("2", id, at: "2026-11-20T10:00:00Z", project: secret),
            event("3", "at/\(secret)?x", at: "2026-11-20T10:00:00Z"),
        ]
        let report = try ledger.ingest(events)
        #expect(report.accepted == 0 && report.quarantined.count == 3)
        #expect(!report.quarantined.contains { $0.detail.contains(secret) })
        for name in [secret, "nightly \(secret)"] {
            let error = #expect(throws: LedgerError.self) { try ledger.createKey(name: name) }
            #expect(error?.diagnostic.rendered.contains(secret) == false)
            #expect(throws: LedgerError.self) { try ledger.renameKey(id, to: name) }
            #expect(throws: LedgerError.self) { try ledger.createKey(name: "x", project: name) }
        }
        for file in ["quarantine.jsonl", "keys.json", "audit.jsonl", "usage/2026-11.jsonl"] {
            #expect(!store.text(file).contains(secret))
        }
        #expect(store.text("quarantine.jsonl").contains("(secret)"))
    }

    @Test func allOrNothingLeavesTheStoreAsItWas() throws {
        let (store, ledger, key) = try makeStore()
        let report = try ledger.ingest(
            [event("1", key, at: "2026-11-20T10:00:00Z"), event("2", key, at: "2020-01-01T10:00:00Z")],
            isAllOrNothing: true)
        #expect(!report.isWritten && report.accepted == 0)
        #expect(store.text("usage/2026-11.jsonl").isEmpty && store.text("quarantine.jsonl").isEmpty)
    }

    @Test(arguments: [false, true])
    func aVoidTakesAnEventBackWhicheverComesFirst(_ voidFirst: Bool) throws {
        let (store, ledger, key) = try makeStore()
        defer { withExtendedLifetime(store) {} }
        let start = event("1", key, at: "2026-11-20T10:00:00Z", tokens: 7)
        let void = event("v", key, at: "2026-11-20T11:00:00Z", voids: .init(source: "s", id: "1"))
        _ = try ledger.ingest([event("0", key, at: "2026-11-19T10:00:00Z")])
        #expect(try ledger.summary().used == 1)
        for one in voidFirst ? [void, start] : [start, void] { _ = try ledger.ingest([one]) }
        let summary = try ledger.summary()
        #expect(summary.used == 1)
        #expect(summary.events == 1)
    }

    @Test func voidNeedsAnEventThatCounts() throws {
        let (store, ledger, key) = try makeStore()
        defer { withExtendedLifetime(store) {} }
        _ = try ledger.record(key: key, id: "1", source: "s")
        _ = try ledger.void(.init(source: "s", id: "1"))
        #expect(try ledger.summary().used == 0)
        for id in ["1", "2"] {
            #expect(
                error { () throws(LedgerError) in _ = try ledger.void(.init(source: "s", id: id)) }?.status == .failed)
        }
    }

    @Test func linesHaveTheChecksumOfWhatStandsBeforeIt() throws {
        let (store, ledger, key) = try makeStore()
        _ = try ledger.ingest([event("\"quoted\" \\ é", key, at: "2026-11-20T10:00:00.25Z", project: "p")])
        let line = Array(store.text("usage/2026-11.jsonl").utf8.dropLast())
        let body = line.dropLast(18)
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in body {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
        }
        let digits = String(crc ^ 0xFFFF_FFFF, radix: 16)
        let padded = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        #expect(String(decoding: line.suffix(18), as: UTF8.self) == ",\"crc\":\"\(padded)\"}")
        #expect(
            try ledger.engine.event(.init(source: "s", id: "\"quoted\" \\ é"))?.time
                == instant("2026-11-20T10:00:00.25Z"))
    }

    @Test func linesFromElsewhereAreReadWithoutChecksumAndLastLineFeed() throws {
        let (store, ledger, key) = try makeStore()
        let lines = """
            { "id" : "1", "source": "s", "time": "2026-11-20T11:00:00+01:00", "key": "\(key)", "tokens": 2, "runner": {"a": [1]} }
            {"source":"s","id":"2","key":"\(key)","time":"2026-11-20T10:00:00Z"}
            """
        try store.write(lines, to: "usage/2026-11.jsonl")
        #expect(try ledger.summary().used == 3)
        _ = try ledger.record(key: key, id: "3", source: "s")
        #expect(try ledger.summary().used == 4)
        #expect(try store.open(.read).summary().used == 4)
        #expect(try ledger.health().unchecked == 2)
    }

    @Test func whatComesAfterTheClosingIsAnAdjustmentOfTheNextReport() throws {
        let (store, ledger, key) = try makeStore(now: "2026-11-02T00:00:00Z")
        _ = try ledger.ingest([event("1", key, at: "2026-10-20T10:00:00Z", tokens: 10)])
        #expect(try ledger.closeDuePeriods().isEmpty)
        store.clock.set("2026-11-04T00:00:00Z")
        #expect(try ledger.closeDuePeriods().map(\.name) == ["2026-10"])
        let closed = store.text("reports/2026-10.r1.json")
        _ = try ledger.ingest([event("2", key, at: "2026-10-21T10:00:00Z", tokens: 5)])
        let october = try ledger.summary(of: ledger.period(named: "2026-10"))
        #expect(october.used == 10 && october.isClosed && october.revision == 1)
        let november = try ledger.summary()
        #expect(november.used == 0)
        #expect(november.adjustments.map(\.tokens) == [5])
        #expect(november.adjustments.first?.period == "2026-10")
        // A void of what was counted lowers no closed figure either.
        _ = try ledger.void(.init(source: "s", id: "1"))
        #expect(try ledger.summary(of: ledger.period(named: "2026-10")).used == 10)
        #expect(try ledger.summary().adjustments.map(\.tokens) == [-5])
        let revised = try ledger.revise(ledger.period(named: "2026-10"))
        #expect(revised.revision == 2 && revised.used == 5)
        #expect(store.text("reports/2026-10.r1.json") == closed)
    }

    @Test func aSummaryAddsUpInEveryDirection() throws {
        let (store, ledger, key) = try makeStore()
        defer { withExtendedLifetime(store) {} }
        let other = try ledger.createKey(name: "b", project: "q").key.id
        var events: [IncomingEvent] = []
        for day in 1...23 {
            events.append(
                event("a\(day)", key, at: "2026-11-\(day < 10 ? "0" : "")\(day)T08:00:00Z", tokens: day, project: "p"))
            events.append(event("b\(day)", other, at: "2026-11-\(day < 10 ? "0" : "")\(day)T08:00:00Z", tokens: 20))
        }
        _ = try ledger.ingest(events)
        let summary = try ledger.summary()
        #expect(summary.used == 276 + 460)
        #expect(summary.left == 264)
        #expect(summary.days.map(\.tokens).reduce(0, +) == summary.used)
        #expect(summary.days.flatMap(\.keys).map(\.tokens).reduce(0, +) == summary.used)
        #expect(summary.keys.map(\.tokens) == [460, 276])
        #expect(summary.projects.map(\.name) == ["", "p"])
        #expect(summary.thresholds.map(\.percent) == [75, 90, 100])
        #expect(summary.thresholds.allSatisfy { $0.reachedOn == nil })
        #expect(summary.days.filter { $0.phase == .running }.map(\.date.day) == [23])
        #expect(try ledger.summary(filter: UsageFilter(project: "p")).used == 276)
        #expect(try ledger.summary(filter: UsageFilter(key: other)).used == 460)
        #expect(try ledger.uses()[key]?.last == instant("2026-11-23T08:00:00Z"))
        let projected = try #require(summary.projected)
        #expect(projected > 900 && projected < 1100)
        _ = try ledger.ingest([event("c", key, at: "2026-11-23T09:00:00Z", tokens: 14)])
        #expect(try ledger.summary().thresholds.first?.reachedOn == CivilDate("2026-11-23"))
    }

    struct Delivery: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        var accepted = 0
        var refused = 0
        var testDescription: String { name }
    }

    @Test(arguments: [
        Delivery(
            name: "lines",
            text: "{\"id\":\"1\",\"source\":\"s\",\"time\":\"2026-11-20T10:00:00Z\",\"key\":\"a\"}\r\n\nnonsense\n",
            accepted: 1, refused: 1),
        Delivery(
            name: "checksum that is wrong",
            text:
                "{\"id\":\"1\",\"source\":\"s\",\"time\":\"2026-11-20T10:00:00Z\",\"key\":\"a\",\"tokens\":1,\"crc\":\"00000000\"}\n",
            refused: 1),
        Delivery(
            name: "cloud events",
            text: """
                {"specversion":"1.0","id":"1","source":"s","type":"start","time":"2026-11-20T10:00:00Z","data":{"key":"a","tokens":3}}
                {"specversion":"1.0","id":"2","source":"s","type":"start","time":"2026-11-20T10:00:00Z","subject":"a","data":{}}
                {"specversion":"0.3","id":"3","source":"s","type":"start","time":"2026-11-20T10:00:00Z","data":{"key":"a"}}
                """, accepted: 2, refused: 1),
        Delivery(
            name: "batch",
            text: """
                [ {"specversion":"1.0","id":"1","source":"s","type":"start","time":"2026-11-20T10:00:00Z",
                   "data":{"key":"a"}}, {"id":"2","source":"s","time":"2026-11-20T10:00:00Z","key":"a"}, 7 ]
                """, accepted: 2, refused: 1),
        Delivery(
            name: "one document",
            text:
                "{\n \"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\", \"type\": \"t\",\n \"time\": \"2026-11-20T10:00:00Z\", \"data\": {\"key\": \"a\"}\n}\n",
            accepted: 1),
        Delivery(
            name: "table",
            text:
                "id,source,time,key,tokens,project\r\n1,s,2026-11-20T10:00:00Z,a,2,\"x, \"\"y\"\"\"\r\n2,s,yesterday,a,1,\r\n3,s,2026-11-20T10:00:00Z,a\r\n",
            accepted: 1, refused: 2),
        Delivery(name: "nothing", text: "\n \n"),
    ])
    func deliveriesOfEveryFormAreRead(_ delivery: Delivery) throws {
        let (store, ledger, _) = try makeStore()
        defer { withExtendedLifetime(store) {} }
        let file = SourceFile(path: "delivery", text: delivery.text)
        let report = try ledger.ingest(UsageImport.read(file))
        #expect(report.accepted == delivery.accepted)
        #expect(report.refused == delivery.refused)
        let again = try ledger.ingest(UsageImport.read(file))
        #expect(again.accepted == 0 && again.duplicates == delivery.accepted)
    }

    @Test func aTableWithoutANeededColumnIsNamed() {
        let file = SourceFile(path: "u.csv", text: "id,time,key\n1,2026-11-20T10:00:00Z,a\n")
        let found = error { () throws(LedgerError) in _ = try UsageImport.read(file) }
        #expect(found?.diagnostic.rendered.hasPrefix("u.csv:1:1: error: the header has no column \"source\"") == true)
    }

    @Test func aTableOfManyColumnsIsReadInLinearTime() throws {
        let names = "id,source,time,key," + (0..<30_000).map { "c\($0)" }.joined(separator: ",")
        let clock = ContinuousClock()
        let start = clock.now
        let events = try UsageImport.read(SourceFile(path: "u.csv", text: names + "\n"))
        let elapsed = clock.now - start
        #expect(events.isEmpty)
        // Each column against each other took minutes.
        #expect(elapsed < .seconds(20))
        let found = error { () throws(LedgerError) in
            _ = try UsageImport.read(SourceFile(path: "u.csv", text: names + ",c7\n"))
        }
        #expect(found?.diagnostic.message == "the column \"c7\" stands twice")
    }
}

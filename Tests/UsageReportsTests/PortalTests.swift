import KeyLedger
import SVGCharts
import Testing
import Text
import UsageReports
import Values

/// The pages and exports of a small store.
@Suite struct PortalTests {
    @Test func describesEveryPage() throws {
        let store = try SmallStore.believable()
        let pages = try PortalPages.pages(store.figures)
        #expect(
            pages.map(\.path).filter { !$0.hasPrefix("/keys/key_") } == [
                "/keys/", "/reports/", "/reports/2026-11/", "/reports/2026-10/",
            ])
        #expect(pages.filter { $0.path.hasPrefix("/keys/key_") }.count == 3)
        let report = try #require(pages.last)
        #expect(report.title == "October 2026" && report.kind == "page")
        #expect(report.frontMatter["params"]?.mapValue?["period"]?.stringValue == "2026-10")
        #expect(report.resources.map(\.name) == ReportExport.fileNames)
    }

    @Test func makesTheSamePagesTwice() throws {
        let store = try SmallStore.believable()
        let first = try PortalPages.pages(store.figures).flatMap(\.resources).map { try $0.bytes() }
        let second = try PortalPages.pages(store.figures).flatMap(\.resources).map { try $0.bytes() }
        #expect(first == second)
    }

    /// Every byte of every page, export and object against every secret and hash that the store ever had.
    @Test func holdsNoSecretAndNoHash() throws {
        let store = try SmallStore.believable()
        let figures = store.figures
        var texts = try PortalPages.pages(figures).flatMap(\.resources).map {
            String(decoding: try $0.bytes(), as: UTF8.self)
        }
        texts.append(String(decoding: UsageJSON.text(UsageJSON.keys(try figures.keys())), as: UTF8.self))
        for period in try figures.periods() {
            let export = try ReportExport(figures, period: period)
            texts.append(String(decoding: try export.html(), as: UTF8.self))
            texts.append(String(decoding: UsageJSON.text(UsageJSON.summary(export.figures)), as: UTF8.self))
        }
        for page in try PortalPages.pages(figures) {
            texts.append(page.title)
            texts.append(try JSON.string(.map(page.frontMatter)))
        }
        let secrets = store.secrets
        #expect(secrets.count == 4)
        // The store itself says which hashes there are.
        let keys = try #require(SmallStore.read("\(store.path)/keys.json"))
        let hashes = keys.split(separator: "sha256:").dropFirst().map { String($0.prefix { $0.isHexDigit }) }
        #expect(hashes.count == 4 && hashes.allSatisfy { $0.utf8.count == 64 })
        for text in texts {
            for word in secrets + hashes { #expect(!text.contains(word)) }
            for secret in secrets { #expect(!text.contains(secret.dropFirst(5).prefix(12))) }
        }
    }

    @Test func writesCSVThatSpreadsheetsDoNotRun() throws {
        let store = try SmallStore.believable()
        let october = try store.ledger.period(named: "2026-10")
        let text = String(decoding: try ReportExport(store.figures, period: october).csv(), as: UTF8.self)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(
            lines.first
                == "date,period_start,period_end,key_id,key_name,key_kind,project,provider,consumed,rejected,late")
        #expect(lines.last == "" && lines.count == 1 + 27 + 13 + 1)
        #expect(text.contains(",'=cmd|calc,ci_auth_token,web,gitlab,2,0,0\r\n"))
        #expect(!text.contains(",=cmd"))
        #expect(text.contains("2026-10-05,2026-09-30T22:00:00Z,2026-10-31T23:00:00Z,key_"))
        var consumed = 0
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            if fields.count == 11 { consumed += Int(fields[8]) ?? 0 }
        }
        #expect(consumed == 107)
    }

    @Test func writesWhatWasRejectedByDayAndKey() throws {
        let store = try SmallStore.believable()
        let known = try store.ledger.key("payments nightly").id
        func event(_ id: String, _ key: String, _ time: String, tokens: Int = 1) throws -> IncomingEvent {
            IncomingEvent(
                UsageEvent(
                    id: id, source: "ci", time: try #require(Instant(rfc3339: time)), key: key, tokens: tokens,
                    project: "web"))
        }
        // In Berlin the last of October ends at 23:00 UTC.
        let report = try store.ledger.ingest([
            event("1", "key_nobodyhasit1", "2026-10-31T22:59:59Z", tokens: 4),
            event("2", "key_nobodyhasit1", "2026-10-31T23:00:00Z", tokens: 8),
            event("3", known, "2026-10-20T12:00:00Z"), event("3", known, "2026-10-20T12:00:00Z", tokens: 5),
            event("4", "later", "2026-10-30T12:00:00Z", tokens: 2),
            event("5", "never", "2026-10-30T12:00:00Z", tokens: -3),
        ])
        #expect(report.refused == 5)
        // The key comes, and so does the event again.
        try store.key("later")
        #expect(try store.ledger.ingest([event("4", "later", "2026-10-30T12:00:00Z", tokens: 2)]).accepted == 1)
        let october = try store.ledger.period(named: "2026-10")
        let text = String(decoding: try ReportExport(store.figures, period: october).csv(), as: UTF8.self)
        let rejected = text.split(separator: "\r\n").dropFirst().compactMap { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return fields[9] == "0" ? nil : "\(fields[0]) \(fields[3] == known ? "known" : fields[3]) \(fields[9])"
        }
        #expect(rejected == ["2026-10-20 known 5", "2026-10-31 key_nobodyhasit1 4"])
        #expect(
            try store.ledger.quarantine().map(\.reason) == [
                "unknown_key", "unknown_key", "conflict", "unknown_key", "malformed",
            ])
    }

    @Test func aDamagedQuarantineIsNamedWithItsLine() throws {
        let store = try SmallStore.believable()
        for id in ["1", "2"] {
            _ = try store.ledger.ingest([
                IncomingEvent(UsageEvent(id: id, source: "ci", time: store.ledger.now, key: "nobody"))
            ])
        }
        let path = "\(store.path)/quarantine.jsonl"
        let sound = try #require(SmallStore.read(path))
        try SmallStore.write(sound.replacing("\"id\":\"2\"", with: "\"id\":\"7\""), to: path)
        let error = #expect(throws: LedgerError.self) { try store.ledger.quarantine() }
        #expect(error?.status == .store)
        #expect(error?.diagnostic.rendered.hasPrefix("\(path):2:1: error:") == true)
        // What a crash left of the last line is no damage.
        try SmallStore.write(String(sound.dropLast(9)), to: path)
        #expect(try store.ledger.quarantine().count == 1)
    }

    @Test func writesTheShapesThatProgramsReadOn() throws {
        let store = try SmallStore.believable()
        let figures = store.figures
        let value = UsageJSON.summary(try figures.figures(of: figures.currentPeriod))
        let map = try #require(value.mapValue)
        #expect(
            map.keys == [
                "period", "quota", "used", "left", "projected", "runsOutOn", "dataTo", "days", "keys", "projects",
                "providers",
            ])
        #expect(map["period"]?.mapValue?.keys == ["name", "start", "end", "timeZone", "closed"])
        #expect(map["days"]?.listValue?.count == 16)
        #expect(map["days"]?.listValue?.first?.mapValue?.keys == ["date", "tokens"])
        #expect(map["keys"]?.listValue?.first?.mapValue?.keys == ["id", "name", "state", "tokens"])
        #expect(map["used"]?.intValue == 93)
        #expect(map["projected"]?.intValue ?? 0 > 93)
        let keys = try #require(UsageJSON.keys(try figures.keys()).mapValue?["keys"]?.listValue)
        let first = try #require(keys.first?.mapValue)
        for name in [
            "id", "kind", "name", "project", "tags", "hint", "state", "lastUsedAt", "tokensThisPeriod", "share",
        ] {
            #expect(first[name] != nil, "\(name)")
        }
        #expect(first["hash"] == nil)
        let text = UsageJSON.text(value)
        #expect(try JSON.parse(SourceFile(path: "summary.json", bytes: text)).mapValue?["used"]?.intValue == 93)
    }

    @Test func writesMarkdownThatNamesCannotBreak() throws {
        let store = try SmallStore.believable()
        let figures = store.figures
        let text = String(
            decoding: try ReportExport(figures, period: figures.currentPeriod).markdown(), as: UTF8.self)
        #expect(text.hasPrefix("# Acme: November 2026\n"))
        #expect(text.contains("| old &lt;deploy\\> (deleted, legacy) | 3 | 3% |"))
        #expect(text.contains("| Used | 93 |"))
        #expect(text.contains("| 50% | 100 | not reached |"))
    }

    @Test func saysRevisionAndDigestOfAClosedPeriod() throws {
        let store = try SmallStore.believable()
        let closed = try store.ledger.closeDuePeriods()
        #expect(closed.map(\.name) == ["2026-10"])
        let figures = store.figures
        let october = try store.ledger.period(named: "2026-10")
        let export = try ReportExport(figures, period: october)
        let map = try #require(try export.value().mapValue)
        #expect(map["period"]?.mapValue?["closed"]?.boolValue == true)
        #expect(map["revision"]?.intValue == 1)
        #expect(map["digest"]?.stringValue == closed.first?.digest)
        #expect(map["projected"]?.intValue == 107 && map["projection"] == nil)
        let report = try NamespaceTests.ask(.object(KeyportNamespace(figures)), "Report", "2026-10")
        #expect(try NamespaceTests.ask(report, "Closed").boolValue == true)
        #expect(try NamespaceTests.ask(report, "Revision").intValue == 1)
        #expect(try NamespaceTests.ask(report, "Usage.Projected").isNull)
        let svg = String(decoding: try export.svg(.cumulative), as: UTF8.self)
        #expect(svg.contains("data to 31 October 2026") && !svg.contains("expected"))
    }

    @Test func listsInTheCSVWhatCameLate() throws {
        let store = try SmallStore.believable()
        try store.at("2026-11-05T08:00:00Z")
        _ = try store.ledger.record(
            key: "=cmd|calc", id: "late", source: "test", time: Instant(rfc3339: "2026-10-30T10:00:00Z"),
            tokens: 5, provider: "gitlab")
        try store.at("2026-11-16T12:00:00Z")
        let figures = store.figures
        let october = try ReportExport(figures, period: try store.ledger.period(named: "2026-10"))
        #expect(String(decoding: try october.csv(), as: UTF8.self).contains(",web,gitlab,2,0,5\r\n"))
        #expect(october.figures.used == 107)
        let november = try ReportExport(figures, period: figures.currentPeriod)
        #expect(november.figures.adjustments.map(\.tokens) == [5])
        #expect(String(decoding: try november.markdown(), as: UTF8.self).contains("| 2026-10 | =cmd\\|calc | 5 |"))
    }

    @Test func worksWithAnEmptyStore() throws {
        let store = try SmallStore(now: "2026-11-16T12:00:00Z")
        let pages = try PortalPages.pages(store.figures)
        #expect(pages.map(\.path) == ["/keys/", "/reports/", "/reports/2026-11/"])
        #expect(UsageJSON.keys(try store.figures.keys()).mapValue?["keys"]?.listValue?.isEmpty == true)
    }

    @Test func worksWithOneKeyThatWasNeverUsedAndNoQuota() throws {
        let store = try SmallStore(quota: nil, now: "2026-11-16T12:00:00Z")
        try store.key("lonely")
        let figures = store.figures
        let map = try #require(UsageJSON.summary(try figures.figures(of: figures.currentPeriod)).mapValue)
        #expect(map["quota"]?.isNull == true && map["left"]?.isNull == true && map["used"]?.intValue == 0)
        #expect(try PortalPages.pages(figures).count == 4)
    }

    @Test func worksWithFortyKeysAndGivesEachOneColour() throws {
        let store = try SmallStore(now: "2026-11-16T12:00:00Z")
        for number in 1...40 {
            try store.key("key \(number)", project: "p\(number % 3)")
            try store.use(
                "key \(number)", at: "2026-11-\(number % 9 + 1 < 10 ? "0" : "")\(number % 9 + 1)T09:00:00Z",
                tokens: number)
        }
        let figures = store.figures
        let daily = try figures.daily(try figures.figures(of: figures.currentPeriod))
        #expect(daily.series.count <= 6)
        #expect(daily.series.last?.slot == -1)
        #expect(Set(daily.series.map(\.slot)).count == daily.series.count)
        #expect(daily.series.first?.name == "key 40")
        #expect(daily.series.reduce(0) { $0 + $1.total } == 820)
        let key = try store.ledger.key("key 40")
        let single = try figures.daily(
            try figures.figures(of: figures.currentPeriod, filter: UsageFilter(key: key.id)))
        #expect(single.series.map(\.slot) == [daily.series.first?.slot])
    }

    @Test func keepsAReportInsideItsFolder() {
        #expect(PortalPages.path(ofKey: "../../etc/passwd") == "/keys/------etc-passwd/")
        #expect(PortalPages.path(ofKey: "") == "/keys/-/")
    }
}

extension SmallStore {
    /// The text of a file; nil when there is none.
    static func write(_ text: String, to path: String) throws {
        let file = try #require(fopen(path, "wb"))
        defer { fclose(file) }
        _ = text.withCString { fputs($0, file) }
    }

    static func read(_ path: String) -> String? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}

#if canImport(Glibc)
    import Glibc
#endif

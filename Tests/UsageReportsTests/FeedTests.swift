import Files
import KeyLedger
import Testing
import Text
import UsageReports

/// The Atom feed, held against RFC 4287.
@Suite struct FeedTests {
    private func feed(
        _ store: SmallStore, site: String = "https://docs.example/sub/", identity: String? = nil
    ) throws -> String {
        let pages = try PortalPages.pages(store.figures, site: site, identity: identity)
        let file = try #require(pages.first { $0.path == "/reports/" }?.resources.first { $0.name == "feed.xml" })
        return String(decoding: try file.bytes(), as: UTF8.self)
    }

    /// The texts of an element, in order.
    private func texts(_ name: String, _ feed: String) -> [String] {
        feed.split(separator: "<\(name)>").dropFirst().map { String($0.split(separator: "</").first ?? "") }
    }

    @Test func everyEntryHasWhatTheStandardAsksFor() throws {
        let store = try SmallStore.believable()
        let feed = try feed(store)
        let head = try #require(feed.split(separator: "<entry>").first)
        for element in [
            "<id>https://docs.example/sub/reports/</id>", "<title>", "<updated>", "<author><name>Acme</name></author>",
        ] {
            #expect(head.contains(element))
        }
        #expect(
            head.contains(
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://docs.example/sub/reports/feed.xml\"/>")
        )
        let entries = feed.split(separator: "<entry>").dropFirst()
        #expect(!entries.isEmpty)
        for entry in entries {
            for element in ["id", "title", "updated", "published", "summary"] {
                #expect(texts(element, String(entry)).count == 1, "\(element) in \(entry)")
            }
            #expect(entry.contains("href=\"https://docs.example/sub/"))
        }
        let ids = texts("id", feed)
        #expect(Set(ids).count == ids.count)
        #expect(ids.dropFirst().allSatisfy { $0.hasPrefix("tag:docs.example,20") })
        let updated = texts("updated", feed).compactMap { Instant(rfc3339: $0) }
        #expect(updated.count == entries.count + 1)
        #expect(updated.allSatisfy { $0 <= store.figures.now })
        #expect(Array(updated.dropFirst()) == updated.dropFirst().sorted(by: >) && updated[0] == updated[1])
    }

    @Test func idsStayWhenTheStoreGoesOn() throws {
        let store = try SmallStore.believable()
        let before = texts("id", try feed(store))
        try store.at("2027-03-01T00:00:00Z")
        let after = texts("id", try feed(store))
        #expect(Set(before).isSubset(of: Set(after)))
    }

    @Test func idsStayWhenTheSiteMoves() throws {
        let store = try SmallStore.believable()
        let before = try feed(store)
        let after = try feed(store, site: "https://new.example/", identity: "https://docs.example/sub/")
        #expect(texts("id", before) == texts("id", after) && before != after)
        #expect(
            after.contains("href=\"https://new.example/reports/feed.xml\"") && !after.contains("href=\"https://docs."))
        #expect(texts("id", try feed(store, site: "https://new.example/")) != texts("id", before))
    }

    /// The grammar that RFC 4287 gives in its appendix, in the XML form of RELAX NG.
    @Test(
        .enabled("xmllint is not there", { (try? Subprocess(["xmllint", "--version"]))?.status == 0 }),
        arguments: [
            ("", true), ("<updated>2026-", false), ("<id>", false), ("<author>", false),
            ("type=\"text/html\"", false),
        ])
    func theGrammarOfTheStandardTakesIt(_ damage: String, _ isTaken: Bool) throws {
        let store = try SmallStore.believable()
        var feed = try feed(store)
        switch damage {
        case "type=\"text/html\"": feed = feed.replacing(damage, with: "type=\"html\"")
        case "<updated>2026-": feed = feed.replacing(damage, with: "<updated>26-")
        case "": break
        // An element that nobody knows in the name space of the standard.
        default: feed = feed.replacing(damage, with: "<none/>" + damage)
        }
        let schema = Self.cases + "/atom.rng"
        try FileSystem.write(Array(feed.utf8), to: store.path + "/feed.xml")
        let run = try Subprocess(["xmllint", "--noout", "--relaxng", schema, store.path + "/feed.xml"])
        #expect((run.status == 0) == isTaken, "\(String(decoding: run.messages, as: UTF8.self))")
    }

    private static let cases = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Cases"

    @Test func keysThatEndHaveEntries() throws {
        let store = try SmallStore(now: "2026-11-01T00:00:00Z")
        let key = try store.key("nightly & <daily>")
        _ = try store.ledger.expireKey(key.id, at: Instant(rfc3339: "2026-12-10T00:00:00Z"))
        #expect(try !feed(store).contains("nightly"))
        try store.at("2026-11-11T00:00:00Z")
        #expect(texts("title", try feed(store)).contains("The key nightly &amp; &lt;daily&gt; expires on 2026-12-10"))
        try store.at("2026-12-10T00:00:00Z")
        #expect(texts("title", try feed(store)).contains("The key nightly &amp; &lt;daily&gt; has expired"))
    }

    @Test(.enabled("xmllint is not there", { (try? Subprocess(["xmllint", "--version"]))?.status == 0 }))
    func aReaderOfXMLTakesIt() throws {
        let store = try SmallStore.believable()
        try FileSystem.write(Array(try feed(store).utf8), to: store.path + "/feed.xml")
        let run = try Subprocess(["xmllint", "--noout", store.path + "/feed.xml"])
        #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
    }
}

/// What needs attention, and the mail that says it.
@Suite struct AlertTests {
    private func alerts(_ store: SmallStore, within days: Int = 14) throws -> [String] {
        let figures = store.figures
        return try figures.alerts(in: figures.currentPeriod, expiringWithin: days).map {
            "\($0.kind.rawValue): \($0.text)"
        }
    }

    @Test func aQuietPeriodHasNone() throws {
        let store = try SmallStore(now: "2026-11-10T00:00:00Z")
        let key = try store.key("first")
        try store.use(key.id, at: "2026-11-02T10:00:00Z", tokens: 10)
        #expect(try alerts(store).isEmpty)
    }

    @Test func thresholdsProjectionAndExpiriesHaveALineEach() throws {
        let store = try SmallStore(now: "2026-11-10T00:00:00Z")
        let key = try store.key("first")
        try store.use(key.id, at: "2026-11-02T10:00:00Z", tokens: 800)
        let projected = try alerts(store)
        #expect(projected.first?.hasPrefix("threshold: 2026-11: ") == true)
        #expect(projected.last?.hasPrefix("projection: 2026-11: ") == true)
        #expect(projected.last?.contains("of 1,000 CI tokens are projected") == true)
        try store.use(key.id, at: "2026-11-03T10:00:00Z", tokens: 300)
        #expect(
            try alerts(store).last == "projection: 2026-11: 1,100 of 1,000 CI tokens are used, 100 more than the quota")
        _ = try store.ledger.expireKey(key.id, at: Instant(rfc3339: "2026-11-20T00:00:00Z"))
        #expect(try alerts(store).last == "expiry: the key \"first\" expires on 20 Nov 2026, 00:00 UTC")
        #expect(try alerts(store, within: 9).last?.hasPrefix("projection") == true)
    }

    @Test func aHeaderHoldsNothingButAnAddress() {
        for text in ["lead@example.org", "a.b+c@docs.example"] { #expect(ReportMail.isAddress(text)) }
        for text in ["", "lead", "@x", "x@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "<a@b>", "ä@b"] {
            #expect(!ReportMail.isAddress(text))
        }
    }

    @Test(.enabled("python3 is not there", { (try? Subprocess(["python3", "--version"]))?.status == 0 }))
    func anotherProgramReadsTheMail() throws {
        let store = try SmallStore.believable()
        let figures = store.figures
        let report = try ReportExport(figures, period: figures.currentPeriod)
        let alert = UsageAlert(
            kind: .threshold, text: "75% – größer als gedacht, und dazu ein Satz, der die Zeile füllt")
        let mail = ReportMail(
            report, in: figures, alerts: [alert], sender: "keyport@docs.example",
            recipients: ["lead@example.org", "finance@example.org"])
        let path = store.path + "/mail.eml"
        try FileSystem.write(try mail.bytes(), to: path)
        try FileSystem.write(try report.svg(.cumulative), to: store.path + "/graph.svg")
        let script = """
            import email, email.policy, sys
            mail = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
            text, graph = mail.iter_parts()
            assert not mail.defects and not text.defects and not graph.defects
            assert mail["From"] == "keyport@docs.example" and mail["To"] == "lead@example.org, finance@example.org"
            assert mail["Date"].datetime and mail["Message-ID"] and mail["Subject"].startswith("Acme: CI tokens in ")
            assert text.get_content().startswith("75% – größer als gedacht") and "# Acme" in text.get_content()
            assert graph.get_content_type() == "image/svg+xml" and graph.is_attachment()
            assert graph.get_content() == open(sys.argv[2], "rb").read()
            assert all(len(line) <= 78 for line in open(sys.argv[1], "rb").read().split(b"\\r\\n"))
            """
        let run = try Subprocess(["python3", "-c", script, path, store.path + "/graph.svg"])
        #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
    }
}

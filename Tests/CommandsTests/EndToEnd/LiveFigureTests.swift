import Testing

/// What pages say of keys and their use where the figures are unusual, in the theme of this repository.
@Suite struct LiveFigureTests {
    private static let now = ["--now", SiteFolder.present]

    /// A site with a key, a store of a quota, and a page of shortcodes.
    private func makeSite(quota: String, uses: Int, text: String = "") throws -> SiteFolder {
        let site = try SiteFolder(withKey: "nightly", ["content/figures.md": "---\ntitle: Figures\n---\n\n\(text)\n"])
        try site.write(
            """
            {"schema":1,"name":"Acme","quota":[{"from":"2024-01-01","tokens":\(quota)}],"thresholds":[75],
             "period":{"anchorDay":1,"timeZone":"UTC","closeAfterHours":72},"sunset":{},"staleAfterDays":90,"trashDays":30}
            """, to: "store/workspace.json")
        for number in 0..<uses { try site.use("nightly", "\(number)") }
        return site
    }

    @discardableResult
    private func build(_ site: SiteFolder, _ now: [String] = now) throws -> [String: String] {
        let run = try ProgramRun(["build"] + now, in: site, limit: 60)
        #expect(run.status == 0, "\(run.messages)")
        return try site.contents("public").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private static let shortcodes =
        #"Quota {{< quota >}}, left {{< quota "left" >}}, used {{< quota "used" >}}, part {{< quota "percent" >}}."#

    @Test(arguments: [
        ("0", 2, "Quota 0, left 0, used 2, part &gt;100%."), ("0", 0, "Quota 0, left 0, used 0, part 0%."),
        ("2", 2, "Quota 2, left 0, used 2, part 100%."),
        (
            "null", 2,
            #"Quota <span class="none">unlimited</span>, left <span class="none">unlimited</span>, used 2, part <span class="none">–</span>."#
        ),
    ]) func aQuotaOfNothingIsNotNoQuota(quota: String, uses: Int, sentence: String) throws {
        let pages = try build(try makeSite(quota: quota, uses: uses, text: Self.shortcodes))
        #expect(pages["/figures/index.html"]?.contains(sentence) == true)
        let keys = try #require(pages["/keys/index.html"])
        #expect(keys.contains("No quota") == (quota == "null"))
        #expect(keys.contains("class=\"meter") == (quota != "null"))
        if quota == "0", uses > 0 {
            #expect(keys.contains("class=\"meter over\"") && keys.contains("2 of 0 CI tokens used (&gt;100%)"))
        }
    }

    @Test func aQuotaThatIsUsedUpWasReached() throws {
        let pages = try build(try makeSite(quota: "2", uses: 2))
        let keys = try #require(pages["/keys/index.html"])
        #expect(keys.contains("Reached on <time") && !keys.contains("Runs out on"))
    }

    @Test func aPeriodThatIsOverAndNotClosedIsNotRunning() throws {
        let site = try makeSite(quota: "100", uses: 1)
        let pages = try build(site, ["--now", "2026-12-02T09:00:00Z"])
        let november = try #require(pages["/reports/2026-11/index.html"])
        #expect(november.contains(">over, not yet closed<") && !november.contains(">running<"))
        #expect(pages["/reports/2026-12/index.html"]?.contains(">running<") == true)
    }

    /// Page, CSV, JSON, Markdown and drawings, to the byte.
    @Test func aClosedReportStaysWhateverIsDoneToKeys() throws {
        let site = try makeSite(quota: "100", uses: 3)
        func run(_ words: String...) throws {
            let run = try ProgramRun(words + ["--now", "2026-12-05T09:00:00Z"], in: site)
            #expect(run.status == 0, "\(words): \(run.messages)")
        }
        try run("keys", "create", "deploy", "--project", "shop")
        try run("report", "--close")
        let later = ["--now", "2026-12-05T10:00:00Z"]
        func report() throws -> [String: String] {
            try build(site, later).filter { $0.key.hasPrefix("/reports/2026-11/") }
        }
        let before = try report()
        #expect(before.count == 7 && before["/reports/2026-11/index.html"]?.contains(">nightly<") == true)
        try run("keys", "rename", "nightly", "hourly")
        #expect(try report() == before)
        try run("keys", "rotate", "hourly")
        try run("keys", "disable", "hourly")
        #expect(try report() == before)
        try run("keys", "delete", "hourly", "--yes")
        try run("keys", "delete", "deploy", "--yes")
        #expect(try report() == before)
    }
}

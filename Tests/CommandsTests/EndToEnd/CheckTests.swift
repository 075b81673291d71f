import Testing

/// `keyport check`: every finding at once, each with its place, and nothing written.
@Suite struct CheckTests {
    private static let pages = [
        "content/a.md": "---\ntitle: A\n---\n\n## Part\n\n[here](#part) [b](/b/#end) [home](/) ![i](i.png)\n",
        "content/b.md": "# B\n\n## End\n", "static/a/i.png": "x",
    ]

    @Test func aSoundSitePassesAndNothingIsWritten() throws {
        let site = try SiteFolder(Self.pages)
        let run = try ProgramRun(["check"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output.isEmpty && run.messages.isEmpty)
        #expect((try? site.snapshot("public"))?.isEmpty != false)
    }

    @Test(arguments: [
        ("[x](/nowhere/)", "content/a.md:5:5: error: link to /nowhere/: there is no /nowhere/"),
        ("[x](../c/#y)", "content/a.md:5:5: error: link to ../c/#y: there is no /c/"),
        ("[x](#prat)", "content/a.md:5:5: error: link to #prat: the page has no element with the id prat"),
        ("[x](/b/#edn)", "content/a.md:5:5: error: link to /b/#edn: /b/ has no element with the id edn"),
        ("![x](none.png)", "content/a.md:5:6: error: link to none.png: there is no /a/none.png"),
    ])
    func aBrokenLinkIsFoundWhereItWasWritten(_ markdown: String, _ finding: String) throws {
        let site = try SiteFolder(Self.pages)
        try site.write("---\ntitle: A\n---\n\n\(markdown)\n", to: "content/a.md")
        let run = try ProgramRun(["check"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 1)
        #expect(run.findings == [finding])
    }

    @Test func aLinkOfATemplateIsReportedOnceWithTheNumberOfItsPages() throws {
        let site = try SiteFolder(Self.pages)
        try site.write("<a href=\"/none/\">x</a>{{ .Content }}", to: "layouts/all.html")
        let run = try ProgramRun(["check"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 1)
        #expect(run.findings.count == 1, "\(run.messages)")
        #expect(run.messages.contains("more pages have the same link"))
    }

    @Test func theFindingsAreJSONWhenAskedFor() throws {
        let site = try SiteFolder(["content/a.md": "[x](#no)\n"])
        let run = try ProgramRun(["check", "--json"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 1)
        #expect(run.output.contains("\"code\": \"link.missing-anchor\""), "\(run.output)")
        #expect(run.output.contains("\"line\": 1"))
    }
}

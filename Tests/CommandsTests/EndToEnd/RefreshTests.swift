import Files
import Glibc
import Testing

/// `keyport publish --only-data`: the live pages anew, as a whole publish would make them, and nothing else.
@Suite struct RefreshTests {
    /// A site with a page that shows figures, one that quotes it, and one that does neither.
    private static let files = [
        "content/live.md": "---\ntitle: Live\n---\n\nUsed: {{< used >}}.\n",
        "content/docs/_index.md": "---\ntitle: Docs\n---\n",
        "content/docs/plain.md": "---\ntitle: Plain\nweight: 1\n---\n\nNo figures.\n",
        "content/docs/near.md": "---\ntitle: Near\nweight: 2\n---\n\nUsed: {{< used >}}.\n",
        "layouts/_shortcodes/used.html": "{{ keyport.Usage.Used }}",
        "layouts/page.html":
            "<title>{{ .Title }}</title>{{ with .PrevInSection }}{{ .Title }}{{ end }}{{ with .NextInSection }}"
            + "{{ .Title }}{{ end }}{{ .Content }}{{ with .Params.key }}{{ (keyport.Key .).TokensThisPeriod }}{{ end }}",
        "layouts/section.html":
            "<title>{{ .Title }}</title>{{ .Lastmod }}{{ range .Pages }}{{ .Title }}{{ .Summary }}{{ end }}",
        "layouts/home.html": "<title>{{ .Title }}</title>{{ range .Site.Sections }}{{ .Title }}{{ end }}",
    ]
    private static let now = ["--now", SiteFolder.present]

    private func publish(_ site: SiteFolder, _ words: [String]) throws -> ProgramRun {
        try ProgramRun(["publish"] + words + Self.now, in: site, limit: 60)
    }

    private func makeSite() throws -> SiteFolder { try SiteFolder(withKey: "first", Self.files) }

    @Test func theLivePagesAreThoseOfAWholePublish() throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www"]).status == 0)
        #expect(try publish(site, ["--to", "www", "--only-data"]).output.hasPrefix("unchanged www: "))
        for round in 1...3 {
            let before = try site.contents("www")
            try site.use("first", "\(round)")
            let dry = try publish(site, ["--to", "www", "--only-data", "--dry-run"])
            #expect(dry.output.hasPrefix("would refresh www: "))
            #expect(try site.contents("www") == before)
            let run = try publish(site, ["--to", "www", "--only-data"])
            #expect(run.output.hasPrefix("refreshed www: "), "\(run.messages)")
            #expect(try publish(site, ["--to", "whole\(round)"]).status == 0)
            let whole = try site.contents("whole\(round)")
            let after = try site.contents("www")
            #expect(after["/live/index.html"]?.contains("Used: \(round).") == true)
            // A list that quotes a live page is live as well.
            #expect(after["/docs/index.html"]?.contains("Used: \(round).") == true)
            #expect(Set(after.keys) == Set(whole.keys))
            let different = after.keys.filter { after[$0] != whole[$0] }
            // Feeds quote pages, and are made by whole publishes.
            #expect(different.allSatisfy { $0.hasSuffix("/index.xml") }, "\(different)")
            #expect(after["/docs/plain/index.html"] == before["/docs/plain/index.html"])
        }
        // The former sites of whole publishes are not used up.
        #expect(try FileSystem.list(site.path + "/www.releases").allSatisfy { $0.name.hasPrefix(".") })
    }

    /// The files of closed reports are made again when something that they show has changed, and only then.
    @Test func filesOfClosedReportsAreMadeAgainWhenTheyHaveChanged() throws {
        let site = try SiteFolder(Self.files)
        try site.makeExampleStore()
        let list = try ProgramRun(["keys", "list", "--format", "csv"] + Self.now, in: site).output
        let key = try #require(list.split(separator: "\r\n").dropFirst().first?.split(separator: ",").first).description
        // The first start crosses a threshold, which is written down.
        func start(_ id: String, _ time: String) -> [String] {
            ["usage", "record", "--key", key, "--source", "refresh", "--id", id, "--time", time]
        }
        #expect(try ProgramRun(start("0", "2026-11-23T08:00:00Z") + Self.now, in: site).status == 0)
        #expect(try publish(site, ["--to", "www"]).status == 0)
        func liveFiles(after words: [String]) throws -> Int {
            let run = try ProgramRun(words + Self.now, in: site)
            #expect(run.status == 0, "\(run.messages)")
            let refresh = try publish(site, ["--to", "www", "--only-data"])
            #expect(refresh.status == 0, "\(refresh.messages)")
            try FileSystem.remove(site.path + "/whole")
            #expect(try publish(site, ["--to", "whole"]).status == 0)
            let (whole, after) = (try site.contents("whole"), try site.contents("www"))
            let different = after.keys.filter { after[$0] != whole[$0] }
            #expect(different.allSatisfy { $0.hasSuffix("/index.xml") }, "\(different)")
            let count = refresh.output.components(of: ": ").last?.split(separator: " ").first.flatMap { Int($0) }
            return try #require(count)
        }
        let october = try site.text("www/reports/2026-10/report.csv")
        let running = try liveFiles(after: start("1", "2026-11-23T08:00:00Z"))
        #expect(try site.text("www/reports/2026-10/report.csv") == october)
        // What comes late stands in the files of its own month, too.
        let late = try liveFiles(after: start("2", "2026-10-25T08:00:00Z"))
        #expect(late == running + 6)
        #expect(try site.text("www/reports/2026-10/report.csv") != october)
        // What is done to keys may show anywhere.
        #expect(try liveFiles(after: ["keys", "disable", key]) > late)
        #expect(try liveFiles(after: start("3", "2026-11-23T08:00:00Z")) == running)
    }

    /// The page of a closed report that shows nothing else is made again with its files, any other with each refresh.
    @Test func thePageOfAClosedReportIsMadeAgainForWhatItShows() throws {
        let site = try SiteFolder(Self.files)
        try site.makeExampleStore()
        let cases: [(layout: String, isSettled: Bool)] = [
            ("{{ $report.YearBefore.RelPermalink }}{{ $report.Usage.Used }}", false),
            (
                "{{ $report.Usage.Used }}{{ range $report.Usage.Keys }}{{ .Key.RelPermalink }}{{ .State }}{{ end }}",
                true
            ),
            ("{{ keyport.Graph \"daily\" (dict \"period\" .Params.period) }}{{ keyport.HasStore }}", true),
            ("{{ len $report.Sunsets }}{{ $report.Usage.Changes }}{{ $report.Digest }}", true),
            ("{{ $report.Usage.Used }}{{ with templates.Defer }}{{ keyport.Usage.Used }}{{ end }}", false),
            ("{{ range keyport.Reports }}{{ .Usage.Used }}{{ end }}", false),
            ("{{ range $report.Usage.Keys }}{{ .Key.TokensThisPeriod }}{{ end }}", false),
            ("{{ range sort (keyport.Keys) \"Share\" }}{{ .Name }}{{ end }}", false),
            ("{{ keyport.Graph \"year\" (dict \"period\" .Params.period) }}", false),
            ("{{ keyport.Graph \"daily\" }}", false), ("{{ $report.Usage.Used }}{{ now.Unix }}", false),
            ("{{ (keyport.Usage (dict \"period\" .Params.period \"last\" 3)).Used }}", false),
            ("{{ $report.Usage.Used }}{{ partialCached \"used.html\" . }}", false),
        ]
        try site.write("{{ keyport.Usage.Used }}", to: "layouts/_partials/used.html")
        try site.write("{{ .Title }}", to: "layouts/reports/page.html")
        #expect(try publish(site, ["--to", "www"]).status == 0)
        let periods = try FileSystem.list(site.path + "/www/reports").map(\.name).filter { $0.hasPrefix("20") }.sorted()
        // The last one is running; that before it has one a year before.
        let asked = zip(cases, periods.dropLast().reversed()).map {
            (layout: $0.0.layout, isSettled: $0.0.isSettled, period: $0.1)
        }
        #expect(asked.count == cases.count)
        let branches = asked.map { "{{ if eq .Params.period \"\($0.period)\" }}\($0.layout){{ end }}" }
        try site.write(
            "<title>{{ .Title }}</title>{{ $report := keyport.Report .Params.period }}" + branches.joined(),
            to: "layouts/reports/page.html")
        #expect(try publish(site, ["--to", "www"]).status == 0)
        let record = try FileSystem.list(site.path + "/.keyport/publish").filter { !$0.name.hasSuffix(".lock") }
            .map { try site.text(".keyport/publish/\($0.name)") }.joined()
        let settled = record.split(separator: "\"settled\":[").dropFirst().first?.split(separator: "]").first ?? ""
        for (layout, isSettled, period) in asked {
            #expect(settled.contains("\"reports/\(period)/index.html\"") == isSettled, "\(layout)")
        }
        let list = try ProgramRun(["keys", "list", "--format", "csv"] + Self.now, in: site).output
        let key = try #require(list.split(separator: "\r\n").dropFirst().first?.split(separator: ",").first).description
        let later = ["--now", "2026-11-23T09:30:00Z"]
        let start = ["usage", "record", "--key", key, "--source", "refresh", "--id", "1", "--time", SiteFolder.present]
        #expect(try ProgramRun(start + later, in: site).status == 0)
        for words in [["--to", "www", "--only-data"], ["--to", "whole"]] {
            let run = try ProgramRun(["publish"] + words + later, in: site, limit: 60)
            #expect(run.status == 0, "\(run.messages)")
        }
        for (layout, _, period) in asked {
            let page = "/reports/\(period)/index.html"
            #expect(try site.text("www" + page) == site.text("whole" + page), "\(layout)")
        }
    }

    @Test func nothingButTheLivePagesIsRead() throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www"]).status == 0)
        try site.use("first", "1")
        // What somebody is still writing, wrong as it is, is neither published nor in the way.
        try site.write("---\ntitle: [\n---\n", to: "content/draft.md")
        #expect(try publish(site, ["--to", "www", "--only-data"]).output.hasPrefix("refreshed www: "))
        #expect(try site.text("www/live/index.html").contains("Used: 1."))
    }

    /// The sidebar of the built-in theme asks for the pages of the branches it writes out, not for all of the site.
    @Test func theThemeNeedsAPartOfTheSite() throws {
        var files = [
            "content/live.md": "---\ntitle: Live\n---\n\nUsed: {{< used >}}.\n",
            "layouts/_shortcodes/used.html": "{{ keyport.Usage.Used }}",
        ]
        for section in ["", "/first", "/second"] { files["content/area\(section)/_index.md"] = "---\ntitle: A\n---\n" }
        for section in ["first", "second"] {
            for page in 1...3 {
                files["content/area/\(section)/\(page).md"] =
                    "---\ntitle: Page \(page)\nweight: \(page)\n---\n\nText.\n"
            }
        }
        let site = try SiteFolder(files)
        #expect(try ProgramRun(["keys", "create", "first"] + Self.now, in: site).status == 0)
        #expect(try publish(site, ["--to", "www"]).status == 0)
        let plain = try site.text("www/area/first/2/index.html")
        // The tree opens on the way to the page, with its neighbours.
        #expect(plain.contains("Page 1") && plain.contains("Page 3"))
        try site.use("first", "1")
        try site.write("---\ntitle: [\n---\n", to: "content/area/first/2.md")
        let run = try publish(site, ["--to", "www", "--only-data"])
        #expect(run.output.hasPrefix("refreshed www: "), "\(run.messages)")
        #expect(try site.text("www/live/index.html").contains("Used: 1."))
        #expect(try site.text("www/area/first/2/index.html") == plain)
    }

    @Test(arguments: [
        ("content/live.md", "---\ntitle: Other\n---\n", "content/live.md has changed"),
        ("layouts/page.html", "x", "settings, flags, templates, data, or the program have changed"),
        ("hugo.toml", "baseURL = \"https://other.example/\"\n", "settings, flags, templates"),
        ("data/new.json", "{}", "settings, flags, templates"),
    ])
    func whatHasChangedIsNotRefreshed(_ path: String, _ text: String, _ message: String) throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www"]).status == 0)
        try site.use("first", "1")
        let before = try site.snapshot("www")
        try site.write(text, to: path)
        let run = try publish(site, ["--to", "www", "--only-data"])
        #expect(run.status == 1 && run.messages.contains(message), "\(run.messages)")
        #expect(run.messages.contains("run keyport publish without --only-data once"))
        #expect(try site.snapshot("www") == before)
    }

    @Test func withoutARecordThereIsNoRefresh() throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www", "--only-data"]).messages.contains("there is no record"))
        #expect(try publish(site, ["--to", "www"]).status == 0)
        let folder = site.path + "/.keyport/publish"
        let name = try #require(FileSystem.list(folder).map(\.name).first { !$0.hasSuffix(".lock") })
        // Another minify would make other pages.
        #expect(try publish(site, ["--to", "www", "--only-data", "--minify"]).messages.contains("flags"))
        var bytes = try FileSystem.read("\(folder)/\(name)")
        bytes[bytes.count / 2] ^= 1
        try FileSystem.write(bytes, to: "\(folder)/\(name)")
        #expect(try publish(site, ["--to", "www", "--only-data"]).messages.contains("there is no record"))
    }

    @Test func aFolderThatSomebodyChangedIsNotRefreshed() throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www"]).status == 0)
        try site.use("first", "1")
        try site.write("new", to: "www/docs/plain/other.html")
        let run = try publish(site, ["--to", "www", "--only-data"])
        #expect(run.status == 1 && run.messages.contains("the folder is not what the last publish left there"))
        #expect(try site.text("www/docs/plain/other.html") == "new")
    }

    /// A refresh that was killed before it wrote a new file leaves its name.
    @Test func aFileThatNeitherTreeHasIsNotInTheWay() throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www"]).status == 0)
        try site.use("first", "1")
        let known = try site.text("www.releases/.trees")
        let left = known.replacing("\"differing\":[]", with: "\"differing\":[\"none.html\",\"spare.html\"]")
            .replacing("\"unfinished\":false", with: "\"unfinished\":true")
        #expect(left.utf8.count > known.utf8.count + 20)
        try site.write(left, to: "www.releases/.trees")
        try site.write("half", to: "www.releases/.spare/spare.html")
        let run = try publish(site, ["--to", "www", "--only-data"])
        #expect(run.output.hasPrefix("refreshed www: "), "\(run.messages)")
        let files = try site.contents("www")
        #expect(files["/none.html"] == nil && files["/spare.html"] == nil)
        #expect(try publish(site, ["--to", "www", "--only-data"]).output.hasPrefix("unchanged www: "))
    }

    /// A live page that is there only because another one was rendered cannot be made alone: that is said, and not missed.
    @Test func aPageThatComesFromAnotherIsNotRefreshedAlone() throws {
        var files = Self.files
        files["content/switch.md"] = "---\ntitle: Switch\n---\n\n{{< switch >}}\n"
        files["layouts/_shortcodes/switch.html"] = "{{ site.Store.Set \"on\" true }}"
        files["layouts/page.html"] =
            "{{ if or (ne .Title \"Live\") (site.Store.Get \"on\") }}<title>{{ .Title }}</title>{{ .Content }}{{ end }}"
        let site = try SiteFolder(files)
        #expect(try ProgramRun(["keys", "create", "first"] + Self.now, in: site).status == 0)
        #expect(try publish(site, ["--to", "www"]).status == 0)
        #expect(try site.text("www/live/index.html").contains("Used: 0."))
        try site.use("first", "1")
        let run = try publish(site, ["--to", "www", "--only-data"])
        #expect(run.status == 1 && run.messages.contains("live/index.html is not made without the rest of the site"))
    }

    @Test func anotherKeyIsAWholePublish() throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www"]).status == 0)
        #expect(try ProgramRun(["keys", "create", "second"] + Self.now, in: site).status == 0)
        #expect(try publish(site, ["--to", "www", "--only-data"]).output.hasPrefix("published www: "))
        #expect(try ProgramRun(["keys", "create", "third"] + Self.now, in: site).status == 0)
        try site.write("---\ntitle: New\n---\n", to: "content/new.md")
        let run = try publish(site, ["--to", "www", "--only-data"])
        #expect(run.status == 1 && run.messages.contains("the content has changed"))
    }

    @Test func aLinkStaysALink() throws {
        let site = try makeSite()
        try site.write("old", to: "old/index.html")
        try FileSystem.link(site.path + "/www", to: "old")
        #expect(try publish(site, ["--to", "www"]).status == 0)
        for round in 1...2 {
            try site.use("first", "\(round)")
            #expect(try publish(site, ["--to", "www", "--only-data"]).output.hasPrefix("refreshed www: "))
            #expect(try site.text("www/live/index.html").contains("Used: \(round)."))
        }
        #expect(try FileSystem.status(site.path + "/www", followingLinks: false)?.kind == .link)
    }

    @Test func aKilledRunLeavesTheOldSiteOrTheNew() throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www"]).status == 0)
        var known: Set<[String: [UInt8]]> = [try site.contents("www")]
        var killed = 0
        for turn in 1...12 {
            try site.use("first", "\(turn)")
            let isWhole = turn % 3 == 0
            let words = ["publish", "--to", "www"] + (isWhole ? [] : ["--only-data"]) + Self.now
            let process = try RunningProgram(words, in: site)
            usleep(UInt32.random(in: 0...400_000))
            process.kill9()
            if process.wait(limit: 60) != 0 { killed += 1 }
            let seen = try site.contents("www")
            // Every live page shows the same number of starts: none is of another site than the rest.
            let figures = ["/live/index.html", "/docs/index.html", "/docs/near/index.html"].map { path in
                String(decoding: seen[path] ?? [], as: UTF8.self).split(separator: "Used: ").last?.prefix {
                    $0.isNumber
                }
            }
            #expect(Set(figures).count == 1 && figures[0] != nil, "\(figures)")
            if !known.contains(seen) {
                known.insert(seen)
                #expect(figures[0].map(String.init) == "\(turn)")
            }
        }
        print("publish: \(killed) of 12 killed")
        // Whatever is left behind, the next run goes on.
        #expect(try publish(site, ["--to", "www"]).status == 0)
        try site.use("first", "last")
        #expect(try publish(site, ["--to", "www", "--only-data"]).output.hasPrefix("refreshed"))
        #expect(try site.text("www/live/index.html").contains("Used: 13."))
    }

    @Test(.enabled("git is not there", { (try? Subprocess(["git", "--version"]))?.status == 0 }))
    func aBranchGetsACommitOfTheLivePages() throws {
        let site = try makeSite()
        let identity = [
            "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "T",
            "GIT_COMMITTER_EMAIL": "t@example.org",
        ]
        func git(_ words: [String]) throws -> String {
            let run = try Subprocess(["git", "-C", site.path] + words, environment: identity)
            #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
            return String(decoding: run.output, as: UTF8.self)
        }
        func publish(_ words: [String]) throws -> ProgramRun {
            try ProgramRun(["publish", "--to", "git:pages"] + words + Self.now, in: site, environment: identity)
        }
        _ = try git(["init", "--quiet", "--initial-branch=main"])
        #expect(try publish([]).status == 0)
        #expect(try publish(["--only-data"]).output.hasPrefix("unchanged"))
        try site.use("first", "1")
        let run = try publish(["--only-data"])
        #expect(run.output.hasPrefix("refreshed"), "\(run.messages)")
        #expect(try git(["show", "pages:live/index.html"]).contains("Used: 1."))
        #expect(try git(["show", "pages:docs/plain/index.html"]).contains("No figures"))
        #expect(try git(["rev-list", "--count", "pages"]) == "2\n")
        #expect(try !git(["status", "--porcelain"]).contains(".keyport"))
        // Another commit on the branch is not built upon.
        _ = try git(["update-ref", "refs/heads/pages", "pages~1"])
        try site.use("first", "2")
        #expect(try publish(["--only-data"]).messages.contains("is not where the last publish left it"))
    }

    @Test(.enabled("rsync is not there", { (try? Subprocess(["rsync", "--version"]))?.status == 0 }))
    func aHostGetsTheLivePages() throws {
        let site = try makeSite()
        let target = "rsync:\(site.path)/www"
        #expect(try publish(site, ["--to", target]).status == 0)
        for round in 1...2 {
            try site.use("first", "\(round)")
            let run = try publish(site, ["--to", target, "--only-data"])
            #expect(run.output.hasPrefix("refreshed"), "\(run.messages)")
            #expect(try site.text("www/live/index.html").contains("Used: \(round)."))
            #expect(try site.text("www/docs/plain/index.html").contains("No figures"))
        }
        // The whole publish is a former site; the first refresh is none.
        let names = try FileSystem.list(site.path + "/www.releases").map(\.name)
        #expect(names == ["20261123T090000Z", "20261123T090000Z-2-refreshed"])
        #expect(try !site.text("www.releases/20261123T090000Z/live/index.html").contains("Used: 1."))
    }

    @Test(.enabled("this user may write anywhere", { getuid() != 0 }))
    func aTargetThatCannotBeWrittenIsLeftAlone() throws {
        let site = try makeSite()
        #expect(try publish(site, ["--to", "www"]).status == 0)
        chmod(site.path + "/www.releases", 0o500)
        defer { chmod(site.path + "/www.releases", 0o700) }
        try site.use("first", "1")
        let before = try site.snapshot("www")
        #expect(try publish(site, ["--to", "www"]).status == 1)
        #expect(try site.snapshot("www") == before)
    }
}

import Files
import Testing

/// `keyport publish`: a whole site in place in one step, or nothing.
@Suite struct PublishTests {
    private static let files = ["content/a.md": "# A\n", "layouts/all.html": "<p>{{ .Title }}{{ .Content }}</p>"]

    private func publish(
        _ site: SiteFolder, _ words: [String], environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try ProgramRun(
            ["publish"] + words, in: site, environment: WholeSiteTests.epoch.merging(environment) { $1 })
    }

    private func change(_ site: SiteFolder, _ text: String) throws {
        try site.write("# A\n\n\(text)\n", to: "content/a.md")
    }

    @Test func aFolderIsExchangedAndTheFormerSitesStayBesideIt() throws {
        let site = try SiteFolder(Self.files)
        #expect(try publish(site, ["--to", "www"]).output.hasPrefix("published www: "))
        let first = try site.contents("www")
        #expect(first["/a/index.html"]?.contains("<h1") == true)
        for number in 1...4 {
            try change(site, "\(number)")
            #expect(try publish(site, ["--to", "www", "--keep", "2"]).output.contains("2 changed"))
        }
        #expect(try site.text("www/a/index.html").contains("4"))
        #expect(try FileSystem.list(site.path + "/www.releases").map(\.name) == [".lock", "0003", "0004"])
        #expect(try site.text("www.releases/0004/a/index.html").contains("3"))
    }

    @Test func aSymbolicLinkIsTurned() throws {
        let site = try SiteFolder(Self.files)
        try site.write("old", to: "old/index.html")
        try FileSystem.link(site.path + "/www", to: "old")
        #expect(try publish(site, ["--to", "www"]).status == 0)
        #expect(try FileSystem.status(site.path + "/www", followingLinks: false)?.kind == .link)
        #expect(try site.text("old/index.html") == "old")
        #expect(try site.contents("www") == site.contents("www.releases/0001"))
    }

    @Test func theSameSiteIsLeftAloneAndRunsNoHook() throws {
        let site = try SiteFolder(Self.files)
        let words = ["--to", "www", "--hook", "echo \"$KEYPORT_CHANGED\" >> hooks"]
        #expect(try publish(site, words).status == 0)
        let first = try site.snapshot("www")
        let second = try publish(site, words)
        #expect(second.status == 0 && second.output.hasPrefix("unchanged www: "))
        #expect(try site.snapshot("www") == first)
        #expect(try site.text("hooks") == "\(first.count)\n")
    }

    @Test func aDryRunChangesNothing() throws {
        let site = try SiteFolder(Self.files)
        #expect(try publish(site, ["--to", "www", "--dry-run"]).output.hasPrefix("would publish www: "))
        #expect(try site.snapshot("www").isEmpty)
    }

    @Test(arguments: ["[x](/none/)", "{{< nope >}}"])
    func whatIsBrokenIsNotPublished(_ markdown: String) throws {
        let site = try SiteFolder(Self.files)
        #expect(try publish(site, ["--to", "www"]).status == 0)
        let good = try site.snapshot("www")
        try change(site, markdown)
        let run = try publish(site, ["--to", "www"])
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.messages.contains("nothing was published"))
        #expect(try site.snapshot("www") == good)
    }

    /// Sections of these names belong to keys and reports where there is a store, and to their writer where there is none.
    @Test func sectionsCalledKeysAndReportsNeedNoStore() throws {
        let site = try SiteFolder([
            "content/keys/_index.md": "---\ntitle: Keys\n---\n",
            "content/reports/_index.md": "---\ntitle: Reports\n---\n",
            "content/keys/a.md": "---\ntitle: Of locks\n---\n\nText.\n",
            "content/reports/b.md": "---\ntitle: Of fires\n---\n\nText.\n",
        ])
        let run = try publish(site, ["--to", "www"])
        #expect(run.status == 0 && run.messages.isEmpty, "\(run.messages)")
        for (path, title) in [("keys/a", "Of locks"), ("reports/b", "Of fires"), ("reports", "Reports")] {
            let page = try site.text("www/\(path)/index.html")
            #expect(page.contains("<h1>\(title)</h1>") && !page.contains("feed.xml"))
        }
        // With a store the feed is there, and linked to.
        let now = ["--now", SiteFolder.present]
        #expect(try ProgramRun(["keys", "create", "first"] + now, in: site).status == 0)
        #expect(try publish(site, ["--to", "www"] + now).status == 0)
        #expect(try site.text("www/reports/index.html").contains("href=\"/reports/feed.xml\""))
        #expect(try site.text("www/index.html").contains("feed.xml") == false)
    }

    @Test func whatAKilledRunHasLeftIsTakenAway() throws {
        let site = try SiteFolder(Self.files)
        try site.write("half", to: "www.releases/next/half.html")
        #expect(try publish(site, ["--to", "www"]).status == 0)
        #expect(try site.contents("www")["/half.html"] == nil)
    }

    @Test func aHookThatFailsIsSaid() throws {
        let site = try SiteFolder(Self.files)
        let run = try publish(site, ["--to", "www", "--hook", "exit 4"])
        #expect(run.status == 1 && run.messages.contains("its hook ended with 4"))
        #expect(try !site.snapshot("www").isEmpty)
    }

    @Test func aPeriodThatIsDueIsClosed() throws {
        let site = try SiteFolder(Self.files)
        try site.makeExampleStore()
        // The example store is closed up to its present; two months on, two more periods are due.
        let words = ["--to", "www", "--now", "2027-01-20T00:00:00Z"]
        #expect(try publish(site, words + ["--dry-run"]).output.contains("would close 2026-11, 2026-12"))
        #expect(try publish(site, words).output.contains("closed 2026-11, 2026-12"))
        #expect(try publish(site, words).output.hasPrefix("unchanged www"))
    }

    @Test(.enabled("git is not there", { (try? Subprocess(["git", "--version"]))?.status == 0 }))
    func aBranchGetsACommitOfItsOwn() throws {
        let site = try SiteFolder(Self.files)
        let identity = [
            "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "T",
            "GIT_COMMITTER_EMAIL": "t@example.org",
        ]
        func git(_ words: [String]) throws -> String {
            let run = try Subprocess(["git", "-C", site.path] + words, environment: identity)
            #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
            return String(decoding: run.output, as: UTF8.self)
        }
        _ = try git(["init", "--quiet", "--initial-branch=main"])
        _ = try git(["add", "hugo.toml"])
        _ = try git(["commit", "--quiet", "-m", "site"])
        _ = try git(["init", "--quiet", "--bare", "remote.git"])
        for target in ["git:pages", "git:./remote.git:pages"] {
            #expect(try publish(site, ["--to", target], environment: identity).output.hasPrefix("published"))
            #expect(try publish(site, ["--to", target], environment: identity).output.hasPrefix("unchanged"))
            try change(site, target)
            #expect(try publish(site, ["--to", target], environment: identity).output.contains("2 changed"))
            let repository = target.contains("remote") ? ["--git-dir", site.path + "/remote.git"] : []
            #expect(try git(repository + ["rev-list", "--count", "pages"]) == "2\n")
            #expect(try git(repository + ["ls-tree", "-r", "--name-only", "pages"]).contains("a/index.html\n"))
        }
        #expect(try git(["status", "--porcelain", "hugo.toml"]).isEmpty)
        let run = try publish(site, ["--to", "git:main"], environment: identity)
        #expect(run.status == 1 && run.messages.contains("checked out"))
    }

    @Test(
        .enabled("rsync is not there", { (try? Subprocess(["rsync", "--version"]))?.status == 0 }),
        arguments: [false, true])
    func aHostGetsALinkThatIsTurned(throughAShell: Bool) throws {
        let site = try SiteFolder(Self.files)
        // Takes the place of ssh: passes over the options and the host, and runs the rest here.
        try site.write("while [ \"$1\" != docs ]; do shift; done; shift; exec sh -c \"$*\"\n", to: "shell")
        let environment = throughAShell ? ["RSYNC_RSH": "sh \(site.path)/shell"] : [:]
        let target = throughAShell ? "rsync:docs:\(site.path)/www" : "rsync:\(site.path)/www"
        for second in 0..<4 {
            try change(site, "\(second)")
            let words = ["--to", target, "--keep", "1", "--now", "2026-03-01T00:00:0\(second)Z"]
            let run = try publish(site, words, environment: environment)
            #expect(run.output.hasPrefix("published"), "\(run.messages)")
            #expect(try publish(site, words, environment: environment).output.hasPrefix("unchanged"))
            #expect(try site.text("www/a/index.html").contains("\(second)"))
        }
        #expect(try FileSystem.status(site.path + "/www", followingLinks: false)?.kind == .link)
        #expect(
            try FileSystem.list(site.path + "/www.releases").map(\.name) == ["20260301T000002Z", "20260301T000003Z"])
    }

    @Test(arguments: ["git:", "git:a b", "git:-f:x", "rsync:-x:y", "rsync:h:", "/", ".", ""])
    func aTargetThatIsNoneIsAWrongCommandLine(_ target: String) throws {
        let site = try SiteFolder(Self.files)
        let run = try publish(site, ["--to", target])
        #expect(run.status == 2 && run.messages.contains("--to"))
    }
}

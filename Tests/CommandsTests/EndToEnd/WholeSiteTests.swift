import Files
import Testing

/// Sites from their folder to the written files, through the program.
@Suite struct WholeSiteTests {
    /// A page of the shape of those that the documentation of CI keys consists of.
    static let page = """
        ---
        title: "CI Keys (Deprecated)"
        linkTitle: "CI Keys"
        weight: 160
        description: A CI key starts instances in pipelines.
        aliases:
          - /user-guide/ci/ci-keys/
        ---

        {{< callout "warning">}}
        CI keys are on their way out; use **CI Auth Tokens**.
        They are on the [tokens page](https://app.example/workspace/auth-tokens).

        To move a pipeline:

        1. Copy the token from the [tokens page](https://app.example/workspace/auth-tokens).
        2. Remove the secret `OLD_API_KEY` from the provider's secrets.
        3. Put the token into `NEW_AUTH_TOKEN`.

        After the sunset a key no longer activates.
        {{< /callout >}}

        ## Introduction

        Each start of an instance consumes one CI token.

        {{< callout >}}
        This does not touch _developer_ keys.
        {{< /callout >}}

        ## Managing CI keys

        Give each project a key of its own.

        """

    static let epoch = ["SOURCE_DATE_EPOCH": "1795424400"]

    private func site(_ files: [String: String] = [:]) throws -> SiteFolder {
        try SiteFolder(
            ["content/guide/_index.md": "---\ntitle: Guide\n---\n", "content/guide/ci-keys.md": Self.page].merging(
                files
            ) { $1 })
    }

    @Test func theTimeOfEachTemplateIsSaidWhenAskedFor() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ range seq 3 }}{{ partial \"part.html\" . }}{{ end }}",
            "layouts/partials/part.html": "x",
        ])
        let run = try ProgramRun(["build", "--templateMetrics"], in: site, environment: Self.epoch)
        #expect(run.status == 0, "\(run.messages)")
        let rows = run.output.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(rows.first == ["CUMULATIVE", "AVERAGE", "MAXIMUM", "COUNT", "TEMPLATE"])
        let counts = rows.dropFirst().map { "\($0[$0.count - 2]) \($0[$0.count - 1])" }
        let pages = try #require(counts.first { $0.hasSuffix("all.html") }.flatMap { Int($0.split(separator: " ")[0]) })
        #expect(counts.contains { $0.hasPrefix("\(3 * pages) ") && $0.hasSuffix("part.html") }, "\(run.output)")
    }

    @Test func aPageOfTheFieldBuildsWithoutAWarning() throws {
        let site = try site()
        let run = try ProgramRun(["build"], in: site, environment: Self.epoch)
        #expect(run.status == 0)
        #expect(run.messages.isEmpty, "\(run.messages)")
        #expect(run.output.isEmpty)
        let page = try site.text("public/guide/ci-keys/index.html")
        #expect(page.components(of: "class=\"callout warning\"").count == 2)
        #expect(page.components(of: "class=\"callout note\"").count == 2)
        #expect(page.contains("<ol>\n<li>Copy the token"))
        #expect(page.contains("<strong>CI Auth Tokens</strong>"))
        #expect(page.contains("<code>OLD_API_KEY</code>"))
        for id in ["introduction", "managing-ci-keys"] {
            #expect(page.contains("id=\"\(id)\"") || page.contains("id=\(id)"), "heading \(id)")
            #expect(page.contains("href=\"#\(id)\""), "contents \(id)")
        }
        let redirect = try site.text("public/user-guide/ci/ci-keys/index.html")
        #expect(redirect.contains("https://docs.example/guide/ci-keys/"))
        #expect(redirect.contains("http-equiv=\"refresh\"") || redirect.contains("http-equiv=refresh"))
        #expect(!page.contains("{{"))
    }

    @Test func theSecondBuildWritesNothing() throws {
        let site = try site()
        #expect(try ProgramRun(["build"], in: site, environment: Self.epoch).status == 0)
        let first = try site.snapshot("public")
        #expect(first.count > 5)
        let second = try ProgramRun(["build", "--json"], in: site, environment: Self.epoch)
        #expect(second.status == 0)
        #expect(second.output.contains("\"written\":0"), "\(second.output)")
        #expect(try site.snapshot("public") == first)
        try site.write("---\ntitle: More\n---\n", to: "content/more.md")
        #expect(try ProgramRun(["build"], in: site, environment: Self.epoch).status == 0)
        let third = try site.snapshot("public")
        #expect(third["/more/index.html"] != nil)
        #expect(third["/user-guide/ci/ci-keys/index.html"] == first["/user-guide/ci/ci-keys/index.html"])
    }

    @Test func theSameInputGivesTheSameBytesInAnotherFolder() throws {
        let sites = [try site(), try site()]
        for site in sites {
            for day in 1...9 {
                try site.write(
                    "---\ntitle: Note\ndate: 2026-03-0\(day)\ntags: [a, b]\n---\n\nText\n",
                    to: "content/notes/n\(day).md")
            }
            #expect(try ProgramRun(["build"], in: site, environment: Self.epoch).status == 0)
        }
        let files = try sites.map { try $0.contents("public") }
        #expect(files[0].count > 20)
        #expect(files[0] == files[1])
        #expect(try ProgramRun(["build", "-d", "again"], in: sites[0], environment: Self.epoch).status == 0)
        #expect(try sites[0].contents("again") == files[0])
        for (name, bytes) in files[0] {
            #expect(!bytes.contains(sites[0].path), "\(name) names the folder it was made in")
        }
    }

    @Test func aBasePathIsInEveryAddress() throws {
        let site = try site()
        #expect(
            try ProgramRun(["build", "-b", "https://team.example/keys-docs/"], in: site, environment: Self.epoch).status
                == 0)
        let page = try site.bytes("public/guide/ci-keys/index.html")
        #expect(
            try site.text("public/user-guide/ci/ci-keys/index.html").contains(
                "https://team.example/keys-docs/guide/ci-keys/"))
        var count = 0
        for link in PageLinks(page).targets where link.hasPrefix("/") {
            #expect(link.hasPrefix("/keys-docs/"), "\(link)")
            count += 1
        }
        #expect(count > 5)
    }

    @Test(arguments: [
        ([String](), [false, false, false]), (["-D"], [true, false, false]), (["--buildFuture"], [false, true, false]),
        (["-E"], [false, false, true]), (["-DFE"], [true, true, true]),
    ])
    func draftsAndPagesOfAnotherTimeAreBuiltWhenAskedFor(_ flags: [String], _ expected: [Bool]) throws {
        let site = try SiteFolder([
            "content/draft.md": "---\ntitle: Draft\ndraft: true\n---\n",
            "content/future.md": "---\ntitle: Future\ndate: 2031-01-01\n---\n",
            "content/expired.md": "---\ntitle: Expired\nexpiryDate: 2021-01-01\n---\n",
        ])
        #expect(try ProgramRun(["build"] + flags, in: site, environment: Self.epoch).status == 0)
        let found = ["draft", "future", "expired"].map { FileSystem.isFile(site.path + "/public/\($0)/index.html") }
        #expect(found == expected)
    }

    @Test func filesThatTheSiteNoLongerHasGoWhenAskedFor() throws {
        let site = try SiteFolder(["content/old.md": "---\ntitle: Old\n---\n"])
        #expect(try ProgramRun(["build"], in: site, environment: Self.epoch).status == 0)
        try FileSystem.remove(site.path + "/content/old.md")
        #expect(try ProgramRun(["build"], in: site, environment: Self.epoch).status == 0)
        #expect(FileSystem.isFile(site.path + "/public/old/index.html"))
        #expect(try ProgramRun(["build", "--cleanDestinationDir"], in: site, environment: Self.epoch).status == 0)
        #expect(!FileSystem.isFile(site.path + "/public/old/index.html"))
        #expect(FileSystem.isFile(site.path + "/public/index.html"))
    }

    @Test func aSiteWithoutContentAndAnEmptyConfigurationBuilds() throws {
        let site = try SiteFolder(["hugo.toml": ""], isSite: false)
        let run = try ProgramRun(["build"], in: site, environment: Self.epoch)
        #expect(run.status == 0)
        #expect(run.messages.isEmpty, "\(run.messages)")
        #expect(try site.text("public/index.html").contains("<html"))
    }

    @Test func lineEndingsAndAByteOrderMarkChangeNothing() throws {
        let site = try SiteFolder(["content/unix.md": Self.page])
        let windows = Self.page.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        try site.write([0xEF, 0xBB, 0xBF] + Array(windows.utf8), to: "content/windows.md")
        let run = try ProgramRun(["build", "--config", "hugo.toml"], in: site, environment: Self.epoch)
        #expect(run.status == 0)
        let page = try site.text("public/windows/index.html")
        #expect(page.contains("id=\"managing-ci-keys\""))
        #expect(page.contains("<ol>\n<li>Copy the token"))
    }
}

extension String {
    /// The parts between the places where `separator` stands.
    func components(of separator: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}

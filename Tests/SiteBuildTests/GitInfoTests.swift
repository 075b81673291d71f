import Files
import SiteModel
import Testing
import Text
import Values

@testable import SiteBuild

/// What pages know of the commits that changed them; the wanted lines are what Hugo 0.168 writes for the same repository.
@Suite("Commits of pages")
struct GitInfoTests {
    private static let layout = """
        {{ .Lastmod }} {{ .CodeOwners }}
        {{ with .GitInfo }}{{ len .Hash }}|{{ eq .AbbreviatedHash (substr .Hash 0 (len .AbbreviatedHash)) }}|{{ .AuthorName }}|\
        {{ .AuthorEmail }}|{{ .AuthorDate }}|{{ .CommitDate }}|{{ .Subject | safeHTML }}|{{ .Body | jsonify }}
        {{ range .Ancestors }}{{ .Subject }} before {{ with .Parent }}{{ .Subject }}{{ else }}none{{ end }};{{ end }}
        {{ range .Ancestors.Reverse }}{{ .Subject }};{{ end }} {{ with .Parent }}{{ .Body | jsonify }}{{ end }}{{ end }}
        """

    private static func site(_ more: String = "") throws -> SiteFolder {
        try SiteFolder([
            "site/hugo.toml": "enableGitInfo = true\n" + more + SiteFolder.plainConfiguration,
            "site/layouts/all.html": layout,
            "site/content/a.md": "---\ntitle: A\nlastmod: 2001-01-01\n---\n",
            "site/content/é \u{1e}\n\"q.md": "---\ntitle: B\nslug: b\n---\n",
            "site/CODEOWNERS": "* @all # everything\n/content/a.md @one two@example.org\nc*t/**/x.md @deep\n",
        ])
    }

    /// Runs git in the folder; false when there is no git.
    private static func git(_ site: SiteFolder, _ words: String..., at date: String = "") throws -> Bool {
        let settings = ["-c", "user.name=A & B", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false"]
        var variables = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]
        if !date.isEmpty {
            variables["GIT_AUTHOR_DATE"] = date + "T03:04:05+02:00"
            variables["GIT_COMMITTER_DATE"] = date + "T03:04:05Z"
        }
        guard let run = try? Subprocess(["git"] + settings + words, in: site.path, environment: variables) else {
            print("skipped: git is not installed")
            return false
        }
        #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
        return true
    }

    /// Builds the site in the folder `site`, and what the page has, line by line.
    private static func lines(_ site: SiteFolder, _ page: String) throws -> [String] {
        var options = SiteBuildOptions(
            now: ZonedTime(year: 2026, month: 11, day: 24, zone: .utc), destination: site.output)
        options.threads = 2
        let report = SiteBuilder.build(try .load(source: site.path + "/site"), options: options)
        #expect(!report.hasErrors, "\(report.findings.map(\.rendered))")
        return (site.read(page) ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func knowTheCommitsOfTheirFile() throws {
        let site = try Self.site()
        guard try Self.git(site, "init", "-q") else { return }
        _ = try Self.git(site, "add", "-A")
        _ = try Self.git(site, "commit", "-qm", "First \u{1e} \u{1f}:\none\n\nBody\n more\n", at: "2024-01-02")
        try site.write("site/content/a.md", "---\ntitle: A\nlastmod: 2001-01-01\n---\nx\n")
        _ = try Self.git(site, "commit", "-qam", "Second", at: "2024-03-02")
        try site.write("site/content/a.md", "---\ntitle: A\nlastmod: 2001-01-01\n---\ny\n")
        _ = try Self.git(site, "commit", "-qam", "Third", at: "2024-04-02")
        try site.write("site/content/new.md", "---\ntitle: new\n---\n")
        let a = try Self.lines(site, "a/index.html")
        #expect(
            a == [
                "2024-04-02 03:04:05 &#43;0200 &#43;0200 [@one two@example.org]",
                "40|true|A &amp; B|a@example.org|2024-04-02 03:04:05 &#43;0200 &#43;0200|2024-04-02 03:04:05 &#43;0000 UTC|Third|\"\"",
                "Second before First \u{1e} \u{1f}: one;First \u{1e} \u{1f}: one before none;",
                "First \u{1e} \u{1f}: one;Second; \"\"",
            ])
        let hostile = try Self.lines(site, "b/index.html")
        #expect(hostile.first == "2024-01-02 03:04:05 &#43;0200 &#43;0200 [@all]")
        #expect(hostile.dropFirst().first?.hasSuffix("|First \u{1e} \u{1f}: one|\"Body\\n more\"") == true)
        // One that was never committed, and the home page, which has no file.
        #expect(try Self.lines(site, "new/index.html").first == "0001-01-01 00:00:00 &#43;0000 UTC [@all]")
        #expect(try Self.lines(site, "index.html").first == "2024-04-02 03:04:05 &#43;0200 &#43;0200 []")
    }

    @Test func runsNothingThatTheRepositoryNames() throws {
        let site = try Self.site()
        guard try Self.git(site, "init", "-q") else { return }
        _ = try Self.git(site, "add", "-A")
        _ = try Self.git(site, "commit", "-qm", "one", at: "2024-01-02")
        for (name, value) in [
            ("core.fsmonitor", "touch \(site.path)/ran"), ("diff.external", "touch \(site.path)/ran"),
            ("core.pager", "touch \(site.path)/ran"), ("log.showSignature", "true"),
            ("gpg.program", "\(site.path)/nowhere"), ("format.pretty", "%H"), ("log.date", "iso"),
            ("color.ui", "always"),
        ] {
            _ = try Self.git(site, "config", name, value)
        }
        #expect(try Self.lines(site, "a/index.html").first?.hasPrefix("2024-01-02 03:04:05") == true)
        #expect(try FileSystem.status("\(site.path)/ran") == nil)
    }

    @Test func sayWhatIsMissingOutsideOfARepository() throws {
        let site = try Self.site()
        var options = SiteBuildOptions(
            now: ZonedTime(year: 2026, month: 11, day: 24, zone: .utc), destination: site.output)
        options.threads = 1
        let report = SiteBuilder.build(try .load(source: site.path + "/site"), options: options)
        let finding = report.findings.map(\.rendered).first { $0.contains("failed to load Git data") }
        #expect(finding?.contains("leave out enableGitInfo") == true, "\(report.findings.map(\.rendered))")
    }
}

import Files
import Glibc
import Testing

/// Sites that cannot be built: one clear message with its place, the exit status, and the last good site as it was.
@Suite struct BadSiteTests {
    /// Who writes a page has not written the templates of the program: the call is shown, with the template in a note.
    @Test func aShortcodeOfTheProgramIsBlamedWhereItIsCalled() throws {
        let site = try SiteFolder()
        try site.makeExampleStore()
        for call in ["{{< usage-graph key=\"none\" >}}", "{{< quota show=\"used\" key=\"none\" >}}"] {
            try site.write("---\ntitle: A\n---\n\nUsed: \(call)\n", to: "content/a.md")
            let run = try ProgramRun(["build", "--now", SiteFolder.present], in: site)
            #expect(run.status == 1 && run.messages.hasPrefix("content/a.md:5:7: error: "), "\(run.messages)")
            #expect(run.messages.contains("note: in /") && run.messages.contains("/Templates/"))
        }
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let files: [String: String]
        /// How the finding begins: `path:line:column: error:`, and a word of its message.
        let place: String
        let word: String
        var testDescription: String { name }
    }

    static let faults: [Fault] = [
        Fault(
            name: "unclosed shortcode", files: ["content/a.md": "---\ntitle: A\n---\n\n{{< callout >}}\ntext\n"],
            place: "content/a.md:5:1: error:", word: "callout"),
        Fault(
            name: "unknown shortcode", files: ["content/a.md": "---\ntitle: A\n---\n\nText {{< calout >}}\n"],
            place: "content/a.md:5:6: error:", word: "calout"),
        Fault(name: "bad YAML", files: ["content/a.md": "---\ntitle: [A\n---\n"], place: "content/a.md:", word: "YAML"),
        Fault(
            name: "bad TOML", files: ["content/a.md": "+++\ntitle = A\n+++\n"], place: "content/a.md:2:", word: "TOML"),
        Fault(
            name: "a date that is none", files: ["content/a.md": "---\ntitle: A\ndate: soon\n---\n"],
            place: "content/a.md:3:7: error:", word: "soon"),
        Fault(
            name: "bad configuration", files: ["hugo.toml": "title = \"T\"\nbaseURL = \"x\n"], place: "hugo.toml:2:",
            word: "TOML"),
        Fault(
            name: "bad data", files: ["data/keys.json": "{\"a\": 1,\n]"], place: "data/keys.json:2:1: error:", word: ""),
        Fault(
            name: "a template that does not parse",
            files: ["layouts/page.html": "<p>\n{{ if }}\n", "content/a.md": "x"], place: "layouts/page.html:2:",
            word: "missing value for if"),
        Fault(
            name: "a template that fails",
            files: ["layouts/page.html": "<p>\n{{ .Title.Nothing }}\n", "content/a.md": "x"],
            place: "layouts/page.html:2:", word: "Nothing"),
        Fault(
            name: "a partial that is missing",
            files: ["layouts/page.html": "{{ partial \"nosuch.html\" . }}", "content/a.md": "x"],
            place: "layouts/page.html:1:", word: "nosuch.html"),
        Fault(
            name: "a NUL in front matter", files: ["content/a.md": "---\ntitle: \"A\0B\"\n---\n"],
            place: "content/a.md:2:", word: "YAML"),
    ]

    @Test(arguments: faults)
    func aFaultIsSaidWithItsPlaceAndTheLastGoodSiteStays(_ fault: Fault) throws {
        let site = try SiteFolder()
        #expect(try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch).status == 0)
        let good = try site.snapshot("public")
        for (name, text) in fault.files { try site.write(text, to: name) }
        let run = try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        let errors = run.findings.filter { !$0.contains(": warning: ") }
        #expect(errors.count == 1, "\(run.messages)")
        #expect(errors.first?.hasPrefix(fault.place) == true, "\(run.messages)")
        #expect(errors.first?.contains(fault.word) == true, "\(run.messages)")
        #expect(try site.snapshot("public") == good)
    }

    @Test func allFindingsAreReportedInTheOrderOfTheirPlaces() throws {
        let site = try SiteFolder([
            "content/a.md": "---\ntitle: A\n---\n\n{{< nosuch >}}\n", "content/b.md": "---\ntitle: [\n---\n",
            "content/c.md": "---\ndate: never\n---\n", "content/d.md": "{{< callout >}}\n",
            "layouts/_shortcodes/broken.html": "{{ end }}",
        ])
        let run = try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 1)
        let files = run.findings.filter { $0.contains(": error: ") }.compactMap {
            $0.split(separator: ":").first.map(String.init)
        }
        #expect(
            files == [
                "content/a.md", "content/b.md", "content/c.md", "content/d.md", "layouts/_shortcodes/broken.html",
            ])
        #expect(!FileSystem.isDirectory(site.path + "/public"))
    }

    @Test func aFailingShortcodeDoesNotHideALayoutThatFails() throws {
        let site = try SiteFolder([
            "content/a.md": "---\ntitle: A\n---\n\n{{< nosuch >}}\n",
            "content/b.md": "---\ntitle: B\nlayout: bad\n---\n",
            "layouts/bad.html": "{{ .Nothing }}", "layouts/list.html": "{{ range .Pages }}{{ .Summary }}{{ end }}",
            "layouts/page.html": "{{ .Content }}",
        ])
        let run = try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 1)
        #expect(run.findings.filter { $0.contains("nosuch") }.count == 1, "\(run.messages)")
        #expect(run.findings.contains { $0.hasPrefix("layouts/bad.html:1:") }, "\(run.messages)")
    }

    @Test func aMissingLayoutIsAWarningThatNamesThePage() throws {
        let site = try SiteFolder(["layouts/home.html": "home", "content/a.md": "---\ntitle: A\n---\n"])
        let run = try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 0)
        #expect(
            run.findings.contains { $0.hasPrefix("content/a.md: warning: found no layout file") }, "\(run.messages)")
        #expect(!run.messages.contains("404"))
        #expect(try ProgramRun(["build", "--panicOnWarning"], in: site, environment: WholeSiteTests.epoch).status == 1)
    }

    @Test func aDestinationThatCannotBeWrittenIsAnError() throws {
        let site = try SiteFolder(["public": "precious"])
        for words in [["build"], ["build", "-d", "hugo.toml/below"], ["build", "-d", "/proc/nothing"]] {
            let run = try ProgramRun(words, in: site, environment: WholeSiteTests.epoch)
            #expect(run.status == 1)
            #expect(run.findings.count == 1, "\(run.messages)")
        }
        #expect(try site.text("public") == "precious")
    }

    @Test(arguments: [
        ("nothing", "nothing: error: "), ("empty", "empty: error: this is not a site"),
        ("hugo.toml", "hugo.toml: error: this is a file"),
    ])
    func aSourceThatIsNoSiteIsAnError(_ source: String, _ message: String) throws {
        let site = try SiteFolder()
        try FileSystem.makeDirectory(site.path + "/empty")
        for command in ["build", "serve"] {
            let run = try ProgramRun([command, "-s", source] + (command == "serve" ? ["--port", "0"] : []), in: site)
            #expect(run.status == 1)
            #expect(run.findings.count == 1)
            #expect(run.messages.hasPrefix(message), "\(run.messages)")
        }
        #expect(try FileSystem.list(site.path + "/empty").isEmpty)
    }

    @Test func aLinkThatLeavesTheSiteIsRefused() throws {
        let site = try SiteFolder(["static/keep.txt": "x"])
        #expect(symlink("/etc/passwd", site.path + "/content/passwd.md") == 0)
        #expect(symlink("/etc", site.path + "/content/etc") == 0)
        let run = try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 1)
        #expect(run.findings.map { $0.split(separator: ":")[0] } == ["content/etc", "content/passwd.md"])
        _ = unlink(site.path + "/content/passwd.md")
        _ = unlink(site.path + "/content/etc")
        #expect(symlink("/etc/passwd", site.path + "/static/passwd.txt") == 0)
        #expect(try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch).status == 0)
        #expect(!FileSystem.isFile(site.path + "/public/passwd.txt"))
        #expect(FileSystem.isFile(site.path + "/public/keep.txt"))
    }

    @Test func bytesThatAreNoTextDoNotStopABuild() throws {
        let site = try SiteFolder()
        try site.write(
            Array("---\ntitle: A\n---\n\nText ".utf8) + [0xFF, 0xFE, 0x00, 0xC3] + Array(" end\n".utf8),
            to: "content/a.md")
        let run = try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 0)
        let page = try site.bytes("public/a/index.html")
        #expect(!page.contains(0x00))
        #expect(String(validating: page, as: UTF8.self) != nil)
    }

    @Test func hostileNamesOfFilesAreEscapedEverywhere() throws {
        let site = try SiteFolder(["content/日本.md": "---\ntitle: J\n---\n", "content/a b<script>&\"'#?%.md": "x"])
        let run = try ProgramRun(["build"], in: site, environment: WholeSiteTests.epoch)
        #expect(run.status == 0)
        for (name, bytes) in try site.contents("public") where name.hasSuffix(".html") {
            #expect(PageLinks(bytes).inlineCode.isEmpty, "\(name)")
        }
        #expect(FileSystem.isFile(site.path + "/public/日本/index.html"))
    }

    @Test func messagesHoldNoControlCharacterOfTheInput() throws {
        let evil = "\u{1B}[31m\u{7}\u{9B}2J\u{202E}"
        let site = try SiteFolder([
            "content/\(evil).md": "---\ntitle: [A\n---\n", "content/b.md": "---\ndate: \"\(evil)\"\n---\n",
            "content/c.md": "---\ntitle: C\n---\n\n{{< x\(evil) >}}\n",
            "layouts/page.html": "{{ \"\(evil)\" | nosuch }}",
        ])
        let runs = [
            try ProgramRun(["build"], in: site), try ProgramRun(["build", "-s", evil], in: site),
            try ProgramRun(["build", "--\(evil)"], in: site), try ProgramRun([evil], in: site),
            try ProgramRun(["build", "--now", evil], in: site),
            try ProgramRun(["build", "-d", "hugo.toml/\(evil)"], in: site),
            try ProgramRun(["keys", "show", evil, "--store", evil], in: site),
            try ProgramRun(["report", "--format", evil], in: site),
            try ProgramRun(["template", evil], in: site),
            try ProgramRun(["serve", "--port", evil, "--bind", evil], in: site),
        ]
        for (index, run) in runs.enumerated() {
            #expect(run.status != 0 && run.status < 4, "\(index): \(run.status)")
            #expect(!run.messages.isEmpty)
            let controls = run.messages.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}"
            }
            #expect(controls.isEmpty, "\(index): \(run.messages.debugDescription)")
        }
    }
}

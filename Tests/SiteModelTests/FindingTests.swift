import Files
import Glibc
import SiteModel
import Testing
import Text
import Values

@Suite struct FindingTests {
    @Test(arguments: [
        ("---\ndate: someday\n---\n", "front-matter.date", "2:7"),
        ("---\nurl: https://e.org/x\n---\n", "front-matter.url", "2:6"),
        ("---\naliases: ['http://e.org']\n---\n", "front-matter.aliases", "2:10"),
        ("---\noutputs: [htlm]\n---\n", "front-matter.outputs", "2:10"),
        ("---\nbuild: never\n---\n", "front-matter.build", "2:8"),
        ("---\nparams: none\n---\n", "front-matter.params", "2:9"),
        ("---\ncascade: [a]\n---\n", "front-matter.cascade", "2:10"),
        ("---\ncascade: {target: {path: '/docs/['}}\n---\n", "front-matter.cascade", "2:10"),
        ("---\nmarkup: wiki\n---\n", "front-matter.markup", "2:9"),
        ("---\naliases: [/]\n---\n", "front-matter.aliases", "2:10"),
        ("---\ntitle: a\n", "front-matter.unclosed", "2:1"),
        ("+++\na = 1\na = 2\n+++\n", "toml.syntax", "3:1"),
        ("{word}\n", "json.syntax", "1:2"),
        ("---\n- a\n---\n", "front-matter.no-map", "2:1"),
        ("---\ntitle: \"x\n---\n", "yaml.syntax", "2:8"),
    ])
    func wrongValuesAreReportedAtTheirPlace(_ text: String, _ code: String, _ place: String) throws {
        let site = try SiteFolder([
            "hugo.toml": "", "content/docs/a.md": text, "content/docs/b.md": "---\ntitle: B\n---\n",
        ])
        let loaded = try site.load()
        let errors = loaded.diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.code) == [code])
        #expect(
            errors.first?.rendered.hasPrefix("content/docs/a.md:\(place): error:") == true,
            "\(errors.first?.rendered ?? "")")
        #expect(loaded.sites.first?.page(path: "/docs/b")?.title == "B")
    }

    @Test(arguments: [
        ("---\nweight: heavy\n---\n", "front-matter.weight", "2:9"),
        ("---\ntitle: [a]\n---\n", "front-matter.type", "2:8"),
        ("+++\ntitle = 'x'\ndraft = 'perhaps'\n+++\n", "front-matter.type", "3:9"),
        ("---\nbuild: {list: sometimes}\n---\n", "front-matter.build", "2:8"),
        ("---\nmenus: 5\n---\n", "front-matter.menus", "2:8"),
    ])
    func wrongValuesThatHugoPassesOverAreWarnings(_ text: String, _ code: String, _ place: String) throws {
        let site = try SiteFolder(["hugo.toml": "", "content/a.md": text])
        let loaded = try site.load()
        #expect(loaded.diagnostics.map(\.code) == [code])
        #expect(
            loaded.diagnostics.first?.rendered.hasPrefix("content/a.md:\(place): warning:") == true,
            "\(loaded.diagnostics.first?.rendered ?? "")")
        #expect(loaded.sites.first?.page(path: "/a")?.buildOptions.list == .always)
    }

    @Test(arguments: [
        ("2020-01-02-one", "2020-01-02T00:00:00Z", "one"), ("2020-01-02", "2020-01-02T00:00:00Z", ""),
        ("2020-01-02_c", "2020-01-02T00:00:00Z", "c"), ("2020-01-02--j-", "2020-01-02T00:00:00Z", "j"),
        ("2020-01-02T10-20-30-g", "2020-01-02T10:20:30Z", "g"), ("2020-01-02-10-20-30-h", "2020-01-02T10:20:30Z", "h"),
        ("2020-01-02-99-20-30-h", "2020-01-02T00:00:00Z", "99-20-30-h"),
    ])
    func namesOfFilesGiveDates(_ name: String, _ date: String, _ slug: String) throws {
        let site = try SiteFolder([
            "hugo.toml": "[frontmatter]\ndate = [':filename', ':default']\n", "content/\(name).md": "",
        ])
        let page = try site.load().sites.first?.regularPages.first
        #expect(page?.dates.date?.format(goLayout: "2006-01-02T15:04:05Z07:00") == date)
        #expect(page?.slug == slug)
    }

    @Test func allFindingsAreReportedNotOnlyTheFirst() throws {
        let site = try SiteFolder([
            "hugo.toml": "", "content/a.md": "---\nx: [\n---\n", "content/b.md": "---\nweight: x\ndate: y\n---\n",
            "data/c.json": "{", "i18n/en.yaml": "a: b: c",
        ])
        let files = try site.load().diagnostics.compactMap { $0.location?.file.path }
        #expect(files == ["content/a.md", "content/b.md", "content/b.md", "data/c.json", "i18n/en.yaml"])
    }

    @Test(arguments: [
        ("12:00:00+02:00", "10:00:00Z", "10:00:00 +0000"), ("10:00:00Z", "15:00:00+05:00", "15:00:00 +0500"),
    ])
    func ofEqualInstantsThatOfTheFirstPathCounts(_ last: String, _ first: String, _ shown: String) throws {
        func page(_ time: String) -> String { "---\ndate: 2024-01-01T\(time)\ntags: [x]\n---\n" }
        var files = ["hugo.toml": "", "content/s/a.md": page(first)]
        for name in ["b", "c", "d", "e", "f"] { files["content/s/\(name).md"] = page(last) }
        let site = try #require(try SiteFolder(files).load().sites.first)
        let dates = [
            site.lastModified, site.home.dates.date, site.page(path: "/s")?.dates.date,
            site.page(path: "/tags/x")?.dates.date,
        ]
        for date in dates { #expect(date?.format(goLayout: "15:04:05 -0700") == shown) }
    }

    @Test func linksThatLeaveTheSiteAreRefused() throws {
        let outside = try SiteFolder(["secret.md": "---\ntitle: S\n---\n", "folder/x.md": ""])
        let site = try SiteFolder([
            "hugo.toml": "", "content/a.md": "->\(outside.path)/secret.md", "content/b": "->\(outside.path)/folder",
            "content/c.md": "->../inside.md", "inside.md": "---\ntitle: Inside\n---\n", "content/d.md": "->nowhere",
        ])
        let loaded = try site.load()
        #expect(
            loaded.diagnostics.map(\.code).sorted()
                == ["content.link-broken", "content.link-outside", "content.link-outside"])
        #expect(loaded.sites.first?.regularPages.map(\.title) == ["Inside"])
    }

    @Test func aCircleOfLinksIsRefused() throws {
        let site = try SiteFolder([
            "hugo.toml": "", "content/a/p.md": "", "content/a/again": "->..", "content/self": "->self",
        ])
        let loaded = try site.load()
        #expect(loaded.diagnostics.contains { $0.code == "content.link-cycle" })
        #expect(loaded.sites.first?.regularPages.map(\.path) == ["/a/p"])
    }

    @Test func twoPagesWithOneAddressAreAFinding() throws {
        let site = try SiteFolder([
            "hugo.toml": "", "content/a.md": "---\nslug: same\n---\n", "content/b.md": "---\nslug: same\n---\n",
            "content/c.md": "---\naliases: /same/\n---\n",
        ])
        #expect(try site.load().diagnostics.map(\.code) == ["output.conflict", "output.alias"])
    }

    @Test func menusInACircleAreAFinding() throws {
        let site = try SiteFolder([
            "hugo.toml": """
            [[menus.main]]
            name = 'a'
            parent = 'b'
            [[menus.main]]
            name = 'b'
            parent = 'a'
            """
        ])
        let loaded = try site.load()
        #expect(loaded.diagnostics.contains { $0.code == "menu.circle" })
        #expect(loaded.sites.first?.menus["main"]?.isEmpty == false)
    }

    @Test func htmlContentIsDeniedUnlessAllowed() throws {
        let files = ["hugo.toml": "", "content/a.html": "---\ntitle: A\n---\n"]
        #expect(try SiteFolder(files).load().diagnostics.map(\.code) == ["content.denied"])
    }

    @Test func aFileNameThatIsNoTextIsReported() throws {
        let site = try SiteFolder(["hugo.toml": "", "content/a.md": "---\ntitle: A\n---\n"])
        var name = Array("\(site.path)/content/b".utf8CString.dropLast()) + [CChar(bitPattern: 0xFF)]
        name += Array(".md".utf8CString)
        let file = try #require(fopen(name, "w"))
        fclose(file)
        let loaded = try site.load()
        unlink(name)
        #expect(loaded.diagnostics.map(\.code) == ["content.name"])
        #expect(loaded.sites.first?.regularPages.map(\.title) == ["A"])
    }

    @Test func linksOfDataThatLeaveTheSiteAreReported() throws {
        let outside = try SiteFolder(["secret.yaml": "a: 1"])
        let site = try SiteFolder([
            "hugo.toml": "", "data/a.yaml": "->\(outside.path)/secret.yaml", "data/b.yaml": "->../own.yaml",
            "own.yaml": "b: 2",
        ])
        let loaded = try site.load()
        #expect(loaded.diagnostics.map(\.code) == ["data.link"])
        #expect(loaded.sites.first?.data.map(\.0) == ["b"])
    }

    @Test(arguments: [
        ("\u{FEFF}---\r\ntitle: marked\r\n---\r\nbody\r\n", "marked"), ("---\ntitle: nul\n---\na\0b\n", "nul"),
    ])
    func marksAndLineEndingsDoNoHarm(_ text: String, _ title: String) throws {
        let loaded = try SiteFolder(["hugo.toml": "", "content/a.md": text]).load()
        #expect(loaded.diagnostics.isEmpty)
        #expect(loaded.sites.first?.regularPages.map(\.title) == [title])
    }

    @Test func aFolderWithTheNameOfAPageIsAFolder() throws {
        let site = try SiteFolder(["hugo.toml": "", "content/docs/a.md/": "", "content/docs/b.md": ""])
        let loaded = try site.load()
        #expect(loaded.diagnostics.isEmpty)
        #expect(loaded.sites.first?.regularPages.map(\.path) == ["/docs/b"])
    }

    @Test func textOfNoEncodingInFrontMatterIsReportedAtItsPlace() throws {
        let site = try SiteFolder(["hugo.toml": ""])
        try FileSystem.makeDirectory("\(site.path)/content")
        try FileSystem.write(
            Array("---\ntitle: \"b".utf8) + [0xFF] + Array("\"\n---\n".utf8), to: "\(site.path)/content/a.md")
        #expect(try site.load().diagnostics.first?.rendered.hasPrefix("content/a.md:2:") == true)
    }

    @Test func ignoredFilesAndAllowedNotationsFollowTheConfiguration() throws {
        let site = try SiteFolder([
            "hugo.toml": "ignoreFiles = ['\\.bak\\.md$', '/skip/']\n[security]\nallowContent = ['^text/html$']",
            "content/a.bak.md": "", "content/skip/b.md": "", "content/c.md": "", "content/d.html": "",
            "content/e.org": "",
        ])
        let loaded = try site.load()
        #expect(loaded.diagnostics.map(\.code) == ["content.denied"])
        #expect(loaded.sites.first?.regularPages.map(\.path) == ["/c", "/d", "/e"])
    }

    @Test func dayOfAnotherKeyServesTheOtherDates() throws {
        let site = try SiteFolder([
            "hugo.toml": "[frontmatter]\ndate = ['custom', ':default']",
            "content/a.md": "---\ncustom: 2020-01-02\n---\n",
        ])
        let page = try #require(try site.load().sites.first?.regularPages.first)
        #expect(page.dates.publishDate?.format(goLayout: "2006-01-02") == "2020-01-02")
    }

    @Test func configurationOfAThemeIsMergedAsTold() throws {
        let site = try SiteFolder([
            "hugo.toml":
                "theme = 't'\n[params]\n_merge = 'shallow'\na = 1\n[params.in]\nx = 1\n[permalinks]\n_merge = 'deep'",
            "themes/t/hugo.toml": "[params]\na = 2\nb = 2\n[params.in]\ny = 2\n[permalinks.page]\ndocs = '/d/:slug/'",
        ])
        let configuration = try site.configuration()
        #expect(configuration.params["a"]?.intValue == 1)
        #expect(configuration.params["b"]?.intValue == 2)
        #expect(configuration.params["in"]?.mapValue?["y"] == nil)
        #expect(configuration.params["_merge"] == nil)
        #expect(configuration.permalinks.pattern(of: .page, path: "/docs/a") == "/d/:slug/")
    }
}

import SiteModel
import Testing
import Text
import Values

@Suite struct FindingTests {
    @Test(arguments: [
        ("---\nweight: heavy\n---\n", "front-matter.weight", "2:9"),
        ("---\ndate: someday\n---\n", "front-matter.date", "2:7"),
        ("---\ntitle: [a]\n---\n", "front-matter.type", "2:8"),
        ("+++\ntitle = 'x'\ndraft = 'perhaps'\n+++\n", "front-matter.type", "3:9"),
        ("---\nurl: https://e.org/x\n---\n", "front-matter.url", "2:6"),
        ("---\naliases: ['http://e.org']\n---\n", "front-matter.aliases", "2:10"),
        ("---\noutputs: [htlm]\n---\n", "front-matter.outputs", "2:10"),
        ("---\nbuild: {list: sometimes}\n---\n", "front-matter.build", "2:8"),
        ("---\nmenus: 5\n---\n", "front-matter.menus", "2:8"),
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

    @Test func allFindingsAreReportedNotOnlyTheFirst() throws {
        let site = try SiteFolder([
            "hugo.toml": "", "content/a.md": "---\nx: [\n---\n", "content/b.md": "---\nweight: x\ndate: y\n---\n",
            "data/c.json": "{", "i18n/en.yaml": "a: b: c",
        ])
        let files = try site.load().diagnostics.compactMap { $0.location?.file.path }
        #expect(files == ["content/a.md", "content/b.md", "content/b.md", "data/c.json", "i18n/en.yaml"])
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
}

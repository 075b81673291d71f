import DataFormats
import SiteModel
import Testing
import Text
import Values

@Suite struct GeneratedPageTests {
    @Test func generatedPagesStandAmongTheOthers() throws {
        let site = try SiteFolder([
            "hugo.toml": "baseURL = 'https://e.org/sub/'", "content/keys/_index.md": "---\ntitle: Our keys\n---\nText",
            "content/docs/a.md": "",
        ])
        let loaded = try site.load(generated: [
            GeneratedPage(path: "/keys", kind: .section, frontMatter: map(["title": "Keys", "type": "keys"])),
            GeneratedPage(
                path: "/keys/k_1", frontMatter: map(["title": "Deploy", "type": "keys", "params": ["key": "k_1"]]),
                content: "*made*", resources: [("usage.json", .bytes(Array("{}".utf8)))]),
        ])
        let keys = try #require(loaded.sites.first?.page(path: "/keys"))
        #expect(keys.title == "Our keys")
        #expect(keys.type == "keys")
        #expect(keys.pages.map(\.title) == ["Deploy"])
        let key = try #require(keys.pages.first)
        #expect(key.relPermalink == "/sub/keys/k_1/")
        #expect(key.params["key"]?.stringValue == "k_1")
        #expect(String(decoding: key.body, as: UTF8.self) == "*made*")
        #expect(key.resources.map(\.relPermalink) == ["/sub/keys/k_1/usage.json"])
        #expect(key.outputPath == "keys/k_1/index.html")
    }

    /// What Hugo makes of folders without an `_index` file.
    @Test(arguments: [
        ("extra", "Extra"), ("criteria", "Criteria"), ("schema", "Schemas"), ("campus", "Campuses"), ("demo", "Demoes"),
        ("photo", "Photos"), ("radio", "Radios"), ("leaf", "Leaves"), ("box", "Boxes"), ("category", "Categories"),
        ("API", "APIs"), ("apis", "Apis"), ("my-API-docs", "My-API-Docs"), ("with space", "With Spaces"),
        ("news", "News"),
        ("status", "Statuses"), ("appendix", "Appendices"), ("stadium", "Stadiums"), ("a.b", "A.bs"), ("2024", "2024s"),
    ])
    func sectionsWithoutAFileAreCalledByTheirFolder(_ folder: String, _ title: String) throws {
        let site = try SiteFolder(["hugo.toml": "", "content/\(folder)/a.md": ""]).load()
        #expect(site.sites.first?.sections.map(\.title) == [title])
    }

    @Test func theWholeModelIsFreedWithItsSite() throws {
        weak var page: Page?
        do {
            let loaded = try SiteFolder(["hugo.toml": "", "content/a/b.md": "---\ntags: x\n---\n"]).load()
            page = loaded.sites.first?.page(path: "/a/b")
            #expect(page != nil)
        }
        #expect(page == nil)
    }

    @Test func dataAndStringsOfTheThemeStandUnderThoseOfTheSite() throws {
        let site = try SiteFolder([
            "hugo.toml": "theme = 't'", "data/a/b.yaml": "x: 1", "themes/t/data/a/b.toml": "x = 2\ny = 2",
            "themes/t/data/c.json": "[1]", "i18n/en.toml": "[hi]\nother = 'Hi'",
            "themes/t/i18n/en.yaml": "- id: bye\n  translation: Bye",
        ])
        let loaded = try #require(try site.load().sites.first)
        let inner = loaded.data["a"]?.mapValue?["b"]?.mapValue
        #expect(inner?["x"]?.intValue == 1)
        #expect(inner?["y"]?.intValue == 2)
        #expect(loaded.data["c"]?.listValue?.count == 1)
        #expect(loaded.strings["en"]?.sortedKeys == ["bye", "hi"])
    }
}

private func map(_ value: Value) -> ValueMap { value.mapValue ?? ValueMap() }

import SiteModel
import Testing
import Text
import Values

@Suite struct ConfigurationTests {
    @Test func aFolderWithoutConfigurationIsNoSite() throws {
        let folder = try SiteFolder(["content/a.md": "x"])
        let error = #expect(throws: SiteError.self) { try folder.configuration() }
        #expect(error?.diagnostics.first?.code == "site.no-configuration")
    }

    @Test func defaultsAreThoseOfHugo() throws {
        let configuration = try SiteFolder(["hugo.toml": "baseURL = 'https://e.org/sub'"]).configuration()
        #expect(configuration.baseURL == "https://e.org/sub/")
        #expect(configuration.basePath == "/sub")
        #expect(configuration.taxonomies.map(\.plural) == ["categories", "tags"])
        #expect(configuration.pagerSize == 10)
        #expect(configuration.outputs[.home] == ["html", "rss"])
        #expect(configuration.language.key == "en" && configuration.language.locale == "en")
        #expect(!configuration.isMultilingual)
    }

    @Test func environmentFoldersAndVariablesAreLaidOverTheFile() throws {
        let folder = try SiteFolder([
            "hugo.yaml": "title: base\nparams: {Key: base, Other: base, flag: true}\n",
            "config/_default/params.toml": "key = 'default'",
            "config/production/hugo.toml": "title = 'production'",
            "config/_default/menus.en.toml": "[[main]]\nname = 'A'\npageRef = '/'",
        ])
        let configuration = try folder.configuration(
            variables: [
                "HUGO_PARAMS_OTHER": "set", "HUGOxPARAMSxMY_KEY": "own", "HUGO_PARAMS_FLAG": "false", "HOME": "/",
            ])
        #expect(configuration.title == "production")
        #expect(configuration.params["KEY"]?.stringValue == "default")
        #expect(configuration.params["other"]?.stringValue == "set")
        #expect(configuration.params["my_key"]?.stringValue == "own")
        #expect(configuration.params["flag"]?.boolValue == false)
    }

    @Test func aThemeGivesWhatTheSiteDoesNotSet() throws {
        let folder = try SiteFolder([
            "hugo.toml": "theme = 'a'\n[params]\nx = 1\n[params.m]\np = 1",
            "themes/a/hugo.toml": "title = 'T'\n[params]\nx = 2\ny = 2\n[params.m]\nq = 2\n[[menus.main]]\nname = 'M'",
            "themes/a/layouts/all.html": "", "layouts/all.html": "",
        ])
        let configuration = try folder.configuration()
        #expect(configuration.title.isEmpty)
        #expect(configuration.params["x"]?.intValue == 1)
        #expect(configuration.params["y"]?.intValue == 2)
        #expect(configuration.params["m"]?.mapValue?.sortedKeys == ["p", "q"])
        #expect(configuration.menus["main"]?.listValue?.count == 1)
        #expect(configuration.mounts(of: .layouts).map(\.module) == [nil, "a"])
    }

    @Test(arguments: [
        ("theme = 'missing'", "theme.missing"), ("timeZone = 'Mars/Base'", "config.time-zone"),
        ("[outputs]\nhome = ['htlm']", "config.output-format"), ("buildDrafts = 'maybe'", "config.type"),
        ("[permalinks]\nposts = '/:nope/'", "config.permalinks"), ("title = ", "toml.syntax"),
        ("[permalinks]\n'po[sts' = '/:title/'", "config.permalinks"),
        ("[[permalinks]]\npattern = '/:title/'\n[permalinks.target]\npath = '/docs/{**'", "config.permalinks"),
        ("[cascade.target]\nkind = '{page'", "config.cascade"),
        ("[[permalinks]]\npattern = '/:title/'\n[permalinks.target]\nenvironment = 'prod['", "config.permalinks"),
        ("defaultContentLanguage = 'de'\n[languages.en]\n", "config.language"),
    ])
    func reportsWhatIsWrongWithItsPlace(_ text: String, _ code: String) throws {
        let folder = try SiteFolder(["hugo.toml": text])
        let error = #expect(throws: SiteError.self) { try folder.configuration() }
        #expect(error?.diagnostics.map(\.code) == [code])
        if code != "theme.missing" { #expect(error?.diagnostics.first?.rendered.hasPrefix("hugo.toml:") == true) }
    }

    @Test func reportsEachWrongPatternOfAList() throws {
        let folder = try SiteFolder([
            "hugo.toml": "[[permalinks]]\npattern = '/:nope/'\n[[permalinks]]\npattern = '/:title/:never/'\n"
        ])
        let error = #expect(throws: SiteError.self) { try folder.configuration() }
        let messages = error?.diagnostics.map(\.message) ?? []
        #expect(messages.count == 2)
        for word in ["nope", "never"] { #expect(messages.contains { $0.contains(word) }, "\(messages)") }
    }
}

import Testing

@testable import SiteBuild

/// Dates and numbers in the language of a page; each line is what Hugo 0.168 wrote.
@Suite("Locales")
struct LocaleTests {
    static let rows: [(locale: String, text: String)] = [
        ("en", "Thursday, March 5, 2026|Mar 5, 2026|3/5/26|2:03\u{202F}pm|Thu 5 March|12,345.68|-3|12.3%|€1,234.50"),
        (
            "de",
            "Donnerstag, 5. März 2026|05.03.2026|05.03.26|14:03|Do. 5 März|12.345,68|-3|12,3\u{A0}%|1.234,50\u{A0}€"
        ),
        (
            "cs-CZ",
            "čtvrtek 5. března 2026|5. 3. 2026|05.03.26|14:03|čt 5 března|12\u{A0}345,68|-3|12,3\u{A0}%|1\u{A0}234,50\u{A0}€"
        ),
        (
            "pt_br",
            "quinta-feira, 5 de março de 2026|5 de mar. de 2026|05/03/26|14:03|qui. 5 março|12.345,68|-3|12,3%|€\u{A0}1.234,50"
        ),
        ("ja", "2026年3月5日木曜日|2026/03/05|26/03/05|14:03|木 5 3月|12,345.68|-3|12.3%|€1,234.50"),
        (
            "es-US",
            "jueves, 5 de marzo de 2026|5 mar 2026|5/3/26|2:03\u{202F}pm|jue 5 marzo|12,345.68|-3|12.3%|EUR1,234.50"
        ),
        (
            "sv",
            "torsdag 5 mars 2026|5 mars 2026|26-03-05|14:03|tors 5 mars|12\u{A0}345,68|−3|12,3\u{A0}%|1\u{A0}234,50\u{A0}€"
        ),
        // Hugo takes English where it does not know a locale, and does not try the language alone.
        ("de-XX", "Thursday, March 5, 2026|Mar 5, 2026|3/5/26|2:03\u{202F}pm|Thu 5 March|12,345.68|-3|12.3%|€1,234.50"),
    ]

    @Test("Dates and numbers follow the locale", arguments: rows)
    func locale(_ row: (locale: String, text: String)) throws {
        let site = try SiteFolder([
            "hugo.toml": SiteFolder.plainConfiguration + "locale = \"\(row.locale)\"\n",
            "layouts/home.txt": """
            {{ $t := time.AsTime "2026-03-05T14:03:09Z" -}}
            {{ range slice ":date_full" ":date_medium" ":date_short" ":time_short" "Mon 2 January" -}}
            {{ time.Format . $t }}|{{ end -}}
            {{ lang.FormatNumber 2 12345.678 }}|{{ lang.FormatNumber 0 -3 }}|{{ lang.FormatPercent 1 12.34 -}}
            |{{ lang.FormatCurrency 2 "EUR" 1234.5 -}}
            """,
            "content/_index.md": "---\noutputs: [plain]\n---\n",
        ])
        try site.write(
            "hugo.toml",
            SiteFolder.plainConfiguration + """
                locale = "\(row.locale)"
                [outputFormats.plain]
                mediaType = "text/plain"
                baseName = "index"
                isPlainText = true

                """)
        #expect(try !site.build().hasErrors)
        #expect(site.read("index.txt") == row.text)
    }

    @Test("Each language of a site has its own; a locale that nobody knows leaves it to the key")
    func languages() throws {
        let site = try SiteFolder([
            "hugo.toml": """
            baseURL = "https://example.org/"
            disableHugoGeneratorInject = true
            disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]
            defaultContentLanguage = "fr"
            """,
            "config/_default/languages.fr.toml": "weight = 1\nlocale = \"fr-QQ\"\n[params]\nword = \"mot\"\n",
            "config/_default/languages.en.toml": "weight = 2\n",
            "config/_default/params.en.toml": "word = \"word\"\n",
            "layouts/home.html": "{{ time.Format \"2 January\" \"2026-08-05\" }} {{ site.Params.word }}",
            "content/_index.fr.md": "", "content/_index.en.md": "",
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("index.html") == "5 août mot")
        #expect(site.read("en/index.html") == "5 August word")
    }

    @Test("Times show the offset of a zone and not its name, as Hugo's formatter does")
    func zones() throws {
        let site = try SiteFolder([
            "hugo.toml": SiteFolder.plainConfiguration + "timeZone = \"Europe/Berlin\"\n",
            "layouts/home.html":
                "{{ $t := time.AsTime \"2026-07-05T14:03:09\" }}{{ time.Format \"15:04 MST\" $t }} {{ $t.Format \"15:04 MST\" }}",
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("index.html") == "14:03 &#43;0200 14:03 CEST")
    }
}

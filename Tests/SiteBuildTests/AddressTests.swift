import Testing

@testable import SiteBuild

/// What `relURL`, `absURL` and their kin make of paths; every line is what Hugo 0.168 prints.
@Suite("Addresses")
struct AddressTests {
    static let below: [(path: String, relative: String, absolute: String)] = [
        ("", "/base/", "https://example.org/base/"), ("/", "/", "https://example.org/"),
        ("x", "/base/x", "https://example.org/base/x"), ("/x", "/x", "https://example.org/x"),
        ("x/", "/base/x/", "https://example.org/base/x/"), ("./x", "/base/x", "https://example.org/base/x"),
        ("../x", "/x", "https://example.org/x"), ("#f", "/base/#f", "https://example.org/base#f"),
        ("?q", "/base/?q", "https://example.org/base?q"),
        ("x y?a=b c#d", "/base/x y?a=b c#d", "https://example.org/base/x%20y?a=b c#d"),
        ("https://example.org/b", "https://example.org/b", "https://example.org/b"),
        ("//cdn.org/x", "//cdn.org/x", "//cdn.org/x"), ("mailto:a@b", "mailto:a@b", "mailto:a@b"),
    ]

    @Test("A site below a path", arguments: below)
    func belowPath(_ row: (path: String, relative: String, absolute: String)) throws {
        let addresses = try Self.addresses("https://example.org/base/")
        #expect(addresses.relative(row.path) == row.relative)
        #expect(addresses.absolute(row.path) == row.absolute)
    }

    static let root: [(path: String, relative: String, absolute: String)] = [
        ("", "/", "https://example.org/"), ("x", "/x", "https://example.org/x"),
        ("../x", "/x", "https://example.org/x"),
        ("#f", "/#f", "https://example.org/#f"), ("a/../../b", "/b", "https://example.org/b"),
        ("a%20b", "/a%20b", "https://example.org/a%20b"),
    ]

    @Test("A site at the root of its host", arguments: root)
    func atRoot(_ row: (path: String, relative: String, absolute: String)) throws {
        let addresses = try Self.addresses("https://example.org/")
        #expect(addresses.relative(row.path) == row.relative)
        #expect(addresses.absolute(row.path) == row.absolute)
    }

    @Test("Languages stand in front once")
    func languages() throws {
        let site = try SiteFolder([
            "hugo.toml": """
            baseURL = "https://example.org/base/"
            defaultContentLanguage = "en"
            disableKinds = ["taxonomy", "term", "rss", "sitemap", "404", "robotsTXT"]
            [languages.en]
            [languages.fr]
            """, "content/_index.fr.md": "x",
            "layouts/all.html": "{{ relLangURL \"x\" }} {{ absLangURL \"x\" }} {{ relLangURL \"fr/x\" }}",
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("fr/index.html")?.hasSuffix("/base/fr/x https://example.org/base/fr/x /base/fr/x") == true)
    }

    static let prefixed: [(base: String, path: String, absolute: String, relative: String)] = [
        ("/", "a", "/fr/a", "/fr/a"), ("/", "/a", "fr/a", "/fr/a"), ("/", "/fr/a", "/fr/a", "/fr/a"),
        ("/", "/", "fr/", "/fr/"), ("/sub/", "/a", "fr/a", "/fr/a"), ("/sub/", "#x", "/sub/fr/#x", "/sub/fr/#x"),
        ("https://x.org/", "#x", "https://x.org/fr/#x", "/fr/#x"),
        ("https://x.org/s/", "?x", "https://x.org/s/fr/?x", "/s/fr/?x"),
        ("https://x.org/", "https://x.org/", "https://x.org/", "/fr"),
        ("https://x.org/", "https://x.org/fr/a", "https://x.org/fr/a", "/fr/a"),
        ("https://x.org/", "https://x.org/a", "https://x.org/a", "/fr/a"),
    ]

    @Test("In a language, with a host and without", arguments: prefixed)
    func inLanguage(_ row: (base: String, path: String, absolute: String, relative: String)) throws {
        let addresses = try Self.addresses(
            row.base,
            "defaultContentLanguage = \"fr\"\ndefaultContentLanguageInSubdir = true\n[languages.fr]\n[languages.en]\n")
        #expect(addresses.absolute(row.path, inLanguage: true) == row.absolute)
        #expect(addresses.relative(row.path, inLanguage: true) == row.relative)
    }

    private static func addresses(_ base: String, _ more: String = "") throws -> Addresses {
        let site = try SiteFolder(["hugo.toml": "baseURL = \"\(base)\"\n\(more)"])
        return Addresses(try site.configuration())
    }
}

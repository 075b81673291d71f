import Testing
import Text

@testable import SiteBuild

/// Which pages the layouts of a site serve, one site a line; every line is what Hugo 0.168 does.
@Suite("Layout lookup")
struct LayoutLookupTests {
    static let everything = "home section page sub subpage toppage taxonomy term"

    static let single: [(layout: String, pages: String)] = [
        ("index.html", "home"), ("home.html", "home"), ("list.html", "home section sub taxonomy term"),
        ("single.html", "page subpage toppage"), ("section.html", "section sub"),
        ("page.html", "page subpage toppage"), ("taxonomy.html", "taxonomy"), ("terms.html", ""),
        ("term.html", "term"), ("all.html", everything), ("_default/index.html", "home"),
        ("_default/list.html", "home section sub taxonomy term"), ("_default/single.html", "page subpage toppage"),
        ("_default/section.html", "section sub"), ("_default/taxonomy.html", "taxonomy term"),
        ("_default/terms.html", "taxonomy"), ("_default/term.html", "term"), ("_default/all.html", everything),
        ("section/section.html", "section sub"), ("section/list.html", "section sub"),
        ("section/blog.html", "section sub"), ("section/single.html", ""), ("taxonomy/taxonomy.html", "taxonomy"),
        ("taxonomy/list.html", "taxonomy"), ("taxonomy/terms.html", "taxonomy"), ("taxonomy/term.html", "term"),
        ("taxonomy/tag.html", "term"), ("taxonomy/tag.terms.html", "taxonomy"), ("taxonomy/tags.html", ""),
        ("term/term.html", "term"), ("term/list.html", "term"), ("term/tag.html", "term"), ("tag/tag.html", "term"),
        ("tag/list.html", "taxonomy"), ("tag/terms.html", "taxonomy"), ("tags/list.html", "taxonomy term"),
        ("tags/terms.html", "taxonomy"), ("tags/term.html", "term"), ("page/single.html", ""),
        ("blog/single.html", "page subpage"), ("blog/page.html", "page subpage"), ("blog/list.html", "section sub"),
        ("blog/blog.html", "section sub"), ("blog/home.html", ""), ("blog/index.html", ""),
        ("blog/sub/list.html", "sub"), ("blog/sub/single.html", "subpage"),
        ("list.html.html", "home section sub taxonomy term"), ("index.en.html", "home"), ("home/list.html", ""),
        ("index.xml", ""), ("_default/blog.html", "section sub"), ("_default/tag.html", "term"),
        ("tags/tag.html", "term"), ("_default/tags.html", ""),
    ]

    @Test("One layout serves the pages that Hugo serves with it", arguments: single)
    func oneLayout(_ row: (layout: String, pages: String)) throws {
        let served = try Self.served([row.layout])
        #expect(served.keys.sorted() == row.pages.split(separator: " ").map(String.init).sorted())
    }

    static let several: [(layouts: [String], choices: [String: String])] = [
        (["_default/list.html", "section.html"], ["home": "_default/list.html", "section": "section.html"]),
        (["_default/list.html", "list.html"], ["home": "_default/list.html", "section": "_default/list.html"]),
        (["_default/section.html", "list.html"], ["home": "list.html", "section": "_default/section.html"]),
        (["_default/list.html", "section/blog.html"], ["home": "_default/list.html", "sub": "section/blog.html"]),
        (["_default/terms.html", "taxonomy.html"], ["taxonomy": "_default/terms.html"]),
        (
            ["_default/list.html", "_default/taxonomy.html", "_default/terms.html"],
            ["taxonomy": "_default/terms.html", "term": "_default/taxonomy.html", "home": "_default/list.html"]
        ),
        (["index.html", "home.html"], ["home": "home.html"]),
        (["_default/list.html", "index.html"], ["home": "index.html", "section": "_default/list.html"]),
        (["all.html", "single.html"], ["page": "single.html", "section": "all.html"]),
        (["all.html", "blog/all.html"], ["page": "blog/all.html", "toppage": "all.html", "sub": "blog/all.html"]),
        (["single.html", "blog/all.html"], ["page": "blog/all.html", "toppage": "single.html"]),
        (["page.html", "single.html"], ["page": "page.html"]),
        (["blog/list.html", "section.html"], ["section": "blog/list.html", "sub": "blog/list.html"]),
        (["blog/list.html", "blog/sub/section.html"], ["section": "blog/list.html", "sub": "blog/sub/section.html"]),
        (["list.html", "_default/index.html"], ["home": "_default/index.html"]),
    ]

    @Test("Of several layouts the one that Hugo chooses wins", arguments: several)
    func severalLayouts(_ row: (layouts: [String], choices: [String: String])) throws {
        let served = try Self.served(row.layouts)
        for (page, layout) in row.choices { #expect(served[page] == layout, "\(page)") }
    }

    /// Which layout served each page.
    private static func served(_ layouts: [String]) throws -> [String: String] {
        var files = [
            "hugo.toml": """
            baseURL = "https://example.org/"
            disableHugoGeneratorInject = true
            disableKinds = ["rss", "sitemap", "404", "robotsTXT"]
            [taxonomies]
            tag = "tags"
            """,
            "content/blog/_index.md": "---\ntitle: Blog\n---\n",
            "content/blog/sub/_index.md": "---\ntitle: Sub\n---\n",
            "content/blog/p.md": "---\ntitle: P\ntags: [a]\n---\n",
            "content/blog/sub/q.md": "---\ntitle: Q\n---\n",
            "content/top.md": "---\ntitle: Top\n---\n",
        ]
        for layout in layouts { files["layouts/" + layout] = layout }
        let site = try SiteFolder(files)
        #expect(try !site.build().hasErrors)
        let pages = [
            "home": "index.html", "section": "blog/index.html", "page": "blog/p/index.html",
            "sub": "blog/sub/index.html", "subpage": "blog/sub/q/index.html", "toppage": "top/index.html",
            "taxonomy": "tags/index.html", "term": "tags/a/index.html",
        ]
        return pages.compactMapValues { site.read($0) }
    }

    @Test("A base stands around layouts that define blocks; the nearest wins")
    func bases() throws {
        let site = try SiteFolder([
            "layouts/baseof.html": "ROOT[{{ block \"main\" . }}{{ end }}]",
            "layouts/docs/baseof.html": "DOCS[{{ block \"main\" . }}{{ end }}]",
            "layouts/all.html": "{{ define \"main\" }}{{ .Title }}{{ end }}",
            "layouts/plain.html": "plain {{ .Title }}",
            "content/docs/a.md": "---\ntitle: A\n---\n", "content/b.md": "---\ntitle: B\n---\n",
            "content/c.md": "---\ntitle: C\nlayout: plain\n---\n",
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("docs/a/index.html") == "DOCS[A]")
        #expect(site.read("b/index.html") == "ROOT[B]")
        #expect(site.read("c/index.html") == "plain C")
    }

    @Test(
        "A layout named like its folder or type serves the pages that ask for it too",
        arguments: ["blog/blog.html", "_default/blog.html"])
    func askedByName(_ layout: String) throws {
        let site = try SiteFolder([
            "layouts/" + layout: "{{ .Title }}", "content/blog/a.md": "---\ntitle: A\nlayout: blog\n---\n",
            "content/blog/deep/b.md": "---\ntitle: B\nlayout: blog\n---\n", "content/blog/c.md": "---\ntitle: C\n---\n",
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("blog/a/index.html") == "A")
        #expect(site.read("blog/deep/b/index.html") == "B")
        #expect(site.read("blog/c/index.html") == nil)
    }

    @Test(
        "A partial of a language serves pages of all languages, and stands before the plain one",
        arguments: [
            (["part.html", "part.de.html"], "part.de.html"), (["part.fr.html", "part.de.html"], "part.de.html"),
            (["part.de.html"], "part.de.html"), (["part.html", "part.html.html", "part.json"], "part.html"),
        ])
    func partialsOfLanguages(_ names: [String], _ chosen: String) throws {
        var files = [
            "hugo.toml": "[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n[languages.fr]\nweight = 3\n",
            "content/_index.md": "", "content/_index.fr.md": "",
            "layouts/home.html": "{{ partial \"part.html\" . }} {{ partial \"part\" . }}",
        ]
        for name in names { files["layouts/partials/\(name)"] = name }
        let site = try SiteFolder(files)
        #expect(try !site.build().hasErrors)
        for page in ["index.html", "fr/index.html"] { #expect(site.read(page) == "\(chosen) \(chosen)") }
    }

    @Test("A partial below the older folder hides the one of that name that Keyport brings along")
    func partialsOverEmbedded() throws {
        let site = try SiteFolder([
            "layouts/partials/pagination.html": "mine {{ .PageNumber }}",
            "layouts/index.html":
                "{{ partial \"pagination.html\" .Paginator }} {{ template \"_internal/pagination.html\" .Paginator }}",
            "content/a.md": "",
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("index.html") == "mine 1 mine 1")
    }

    @Test("What a partial defines is not what a layout with a base defines under the same name")
    func definitionsOfPartials() throws {
        let site = try SiteFolder([
            "layouts/baseof.html": "[{{ block \"main\" . }}{{ end }}]",
            "layouts/list.html":
                "{{ define \"main\" }}{{ template \"tag\" }}{{ partial \"p.html\" . }}{{ end }}{{ define \"tag\" }}list{{ end }}",
            "layouts/partials/p.html": "{{ template \"tag\" }}{{ define \"tag\" }}partial{{ end }}",
            "layouts/single.html": "{{ define \"main\" }}{{ partial \"p.html\" . }}{{ end }}", "content/a.md": "",
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("index.html") == "[listpartial]")
        #expect(site.read("a/index.html") == "[partial]")
    }

    @Test("A page without a layout is a warning, and the others are built")
    func missingLayout() throws {
        let site = try SiteFolder([
            "layouts/single.html": "{{ .Title }}", "content/a.md": "---\ntitle: A\n---\n",
        ])
        let report = try site.build()
        #expect(!report.hasErrors)
        #expect(report.findings.contains { $0.code == "layout.missing" && $0.message.contains("\"home\"") })
        #expect(site.read("a/index.html") == "A")
    }
}

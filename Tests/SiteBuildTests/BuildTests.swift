import Files
import SiteModel
import Testing
import Text

@testable import SiteBuild

@Suite("Building")
struct BuildTests {
    static func pages(_ count: Int) -> [String: String] {
        var files: [String: String] = [:]
        for number in 1...count { files["content/p\(number).md"] = "---\ntitle: P\(number)\nweight: \(number)\n---\n" }
        return files
    }

    // MARK: Chance

    @Test(
        "What is drawn by chance differs from call to call, and is the same in each build and for any number of threads"
    )
    func chance() throws {
        var files = Self.pages(6)
        for number in 1...6 { files["content/p\(number).md"]? += "{{< tabs >}} {{< tabs >}} {{< cached >}}\n" }
        files["layouts/_shortcodes/tabs.html"] = "{{ index (shuffle (seq 100000)) 0 }}"
        files["layouts/_shortcodes/cached.html"] = "{{ partialCached \"id.html\" . }}"
        files["layouts/_partials/id.html"] = "{{ index (shuffle (seq 1000)) 0 }} {{ math.Rand }}"
        files["layouts/single.html"] = "{{ .Content }}|{{ math.Rand }} {{ math.Rand }}"
        files["layouts/home.html"] = "{{ range site.RegularPages }}{{ .Content }}{{ end }}"
        let site = try SiteFolder(files)
        var seen: Set<String> = []
        for threads in [1, 4, 4] {
            #expect(try !site.build(threads: threads).hasErrors)
            seen.insert((1...6).map { site.read("p\($0)/index.html") ?? "" }.joined() + (site.read("index.html") ?? ""))
        }
        #expect(seen.count == 1)
        let page = try #require(site.read("p1/index.html"))
        let words = page.split { " |\n<>/p".contains($0) }
        #expect(Set(words).count == words.count, "\(page)")
        #expect(site.read("p2/index.html")?.prefix(8) != page.prefix(8))
    }

    // MARK: Pagination

    @Test(
        "The home page says what made it at the end of its head, where Hugo says so",
        arguments: [
            (
                "<html><head>\n<title>x</title>\n</head></html>",
                "<html><head>\n<title>x</title>\n\t<meta name=\"generator\" content=\"Keyport\">\n</head></html>"
            ),
            ("<HEAD a=b></HEAD>", "<HEAD a=b>\t<meta name=\"generator\" content=\"Keyport\">\n</HEAD>"),
            ("<head><title>x</title>", "<head><title>x</title>"),
            ("<head><META NAME=generator content=x></head>", "<head><META NAME=generator content=x></head>"),
        ])
    func generator(_ row: (layout: String, page: String)) throws {
        let site = try SiteFolder([
            "hugo.toml":
                "baseURL = \"https://example.org/\"\ndisableKinds = [\"taxonomy\", \"term\", \"rss\", \"sitemap\", \"404\"]\n",
            "layouts/home.html": row.layout,
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("index.html") == row.page)
    }

    @Test("A list is cut into pagers with their addresses, and the first pager's address leads to the list")
    func pagination() throws {
        var files = Self.pages(5)
        files["hugo.toml"] = SiteFolder.plainConfiguration + "[pagination]\npagerSize = 2\n"
        files["layouts/single.html"] = "x"
        files["layouts/home.html"] =
            "{{ with .Paginate site.RegularPages }}{{ .PageNumber }}/{{ .TotalPages }} {{ range .Pages }}{{ .Title }} {{ end }}"
            + "{{ .URL }} {{ if .HasPrev }}<{{ .Prev.URL }}{{ end }}{{ if .HasNext }}>{{ .Next.URL }}{{ end }} {{ .TotalNumberOfElements }}{{ end }}"
        let site = try SiteFolder(files)
        #expect(try !site.build().hasErrors)
        #expect(site.read("index.html") == "1/3 P1 P2 / >/page/2/ 5")
        #expect(site.read("page/2/index.html") == "2/3 P3 P4 /page/2/ &lt;/>/page/3/ 5")
        #expect(site.read("page/3/index.html") == "3/3 P5 /page/3/ &lt;/page/2/ 5")
        #expect(site.read("page/1/index.html")?.contains("url=https://example.org/") == true)
    }

    @Test("A regular page cannot be cut into pagers")
    func paginationOfPage() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ if .IsPage }}{{ .Paginator.PageNumber }}{{ end }}", "content/a.md": "x",
        ])
        let report = try site.build()
        #expect(report.hasErrors)
        #expect(report.findings.contains { $0.message.contains("pagination not supported for this page") })
    }

    // MARK: Circular content

    @Test(
        "Pages that ask for each other's content are refused in a moment", .timeLimit(.minutes(1)),
        arguments: [1, 2, 4]
    )
    func circle(threads: Int) throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ .Content }}",
            "layouts/_shortcodes/show.html": "{{ with site.GetPage (.Get 0) }}{{ .Content }}{{ end }}",
            "content/a.md": "---\ntitle: A\n---\n{{< show \"/b\" >}}\n",
            "content/b.md": "---\ntitle: B\n---\n{{< show \"/a\" >}}\n",
        ])
        let report = try site.build(threads: threads)
        #expect(report.hasErrors)
        #expect(report.findings.contains { $0.message.contains("needs itself") })
        #expect(site.outputPaths().isEmpty)
    }

    @Test("A page whose shortcode asks for its own content is refused", .timeLimit(.minutes(1)))
    func ownCircle() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ .Content }}", "layouts/_shortcodes/me.html": "{{ .Page.Content }}",
            "content/a.md": "{{< me >}}\n",
        ])
        #expect(try site.build().findings.contains { $0.message.contains("needs itself") })
    }

    @Test("Many pages that show one another without a circle build with any number of threads", arguments: [1, 8])
    func chain(threads: Int) throws {
        var files = [
            "layouts/all.html": "{{ .Content }}",
            "layouts/_shortcodes/show.html": "[{{ with site.GetPage (.Get 0) }}{{ .Plain }}{{ end }}]",
            "content/p30.md": "end\n",
        ]
        for number in 0..<30 { files["content/p\(number).md"] = "{{< show \"/p\(number + 1)\" >}}\n" }
        let site = try SiteFolder(files)
        #expect(try !site.build(threads: threads).hasErrors)
        #expect(site.read("p0/index.html")?.contains("end") == true)
    }

    // MARK: Findings

    @Test("All findings are reported at once, and nothing is written then")
    func allFindings() throws {
        let site = try SiteFolder(["layouts/all.html": "{{ .Content }}", "content/a.md": "fine\n"])
        #expect(try !site.build().hasErrors)
        let before = site.read("a/index.html")
        try site.write("content/a.md", "changed\n")
        try site.write("content/b.md", "x\n\n{{< nope >}}\n")
        try site.write("content/c.md", "{{< relref \"nowhere\" >}}\n")
        try site.write("content/d.md", "{{< details >}}open\n")
        let report = try site.build()
        #expect(report.hasErrors)
        #expect(report.written == 0)
        let found = report.findings.map(\.rendered)
        #expect(
            found.contains {
                $0.hasPrefix("content/b.md:3:1: error:") && $0.contains("template for shortcode \"nope\" not found")
            })
        #expect(
            found.contains { $0.hasPrefix("content/c.md:1:1: error:") && $0.contains("REF_NOT_FOUND: Ref \"nowhere\"") }
        )
        #expect(found.contains { $0.hasPrefix("content/d.md:1:") && $0.contains("must be closed or self-closed") })
        #expect(site.read("a/index.html") == before)
        #expect(site.read("b/index.html") == nil)
    }

    @Test("An error in a template names the file, the place, the page and what was meant")
    func templateError() throws {
        let site = try SiteFolder([
            "layouts/all.html": "<p>\n{{ .Titel }}</p>", "content/a.md": "---\ntitle: A\n---\n",
        ])
        let text = try site.build().findings.map(\.rendered).joined(separator: "\n")
        #expect(text.contains("layouts/all.html:2:"))
        #expect(text.contains("can't evaluate field Titel"))
        #expect(text.contains("did you mean"))
    }

    @Test("A template that does not parse is an error with its place")
    func templateSyntax() throws {
        let site = try SiteFolder(["layouts/all.html": "a\n{{ if }}", "content/a.md": "x"])
        let report = try site.build()
        #expect(report.findings.contains { $0.severity == .error && $0.rendered.hasPrefix("layouts/all.html:2:") })
    }

    @Test("A partial that is missing is named with the nearest one")
    func missingPartial() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ partial \"haed.html\" . }}", "layouts/_partials/head.html": "h",
        ])
        let text = try site.build().findings.map(\.rendered).joined(separator: "\n")
        #expect(text.contains("partial \"haed.html\" not found"))
        #expect(text.contains("head.html"))
    }

    @Test("A partial that includes itself without end is refused", .timeLimit(.minutes(1)))
    func endlessPartial() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ partial \"p.html\" . }}", "layouts/_partials/p.html": "{{ partial \"p.html\" . }}",
        ])
        #expect(try site.build().hasErrors)
    }

    // MARK: Shortcodes

    @Test("Shortcodes nest, know their parents, and render Markdown where they are written with %")
    func nesting() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ .Content }}",
            "layouts/_shortcodes/outer.html": "<o>{{ .Inner }}</o>",
            "layouts/_shortcodes/inner.html":
                "<i>{{ .Parent.Name }} {{ .Ordinal }} {{ .Get \"k\" }} {{ .Inner | .Page.RenderString }}</i>",
            "layouts/_shortcodes/md.html": "**{{ .Get 0 }}**",
            "content/a.md":
                "{{< outer >}}{{< inner k=\"v\" >}}*x*{{< /inner >}}{{< inner k=w />}}{{< /outer >}}\n\n{{% md \"bold\" %}}\n",
        ])
        #expect(try !site.build().hasErrors)
        #expect(
            site.read("a/index.html")
                == "<o><i>outer 0 v <em>x</em></i><i>outer 1 w </i></o>\n<p><strong>bold</strong></p>\n")
    }

    @Test("An escaped shortcode is shown, in a page that has no other one too")
    func escaped() throws {
        let site = try SiteFolder(["layouts/all.html": "{{ .Content }}", "content/a.md": "`{{</* x */>}}`\n"])
        #expect(try !site.build().hasErrors)
        #expect(site.read("a/index.html") == "<p><code>{{&lt; x &gt;}}</code></p>\n")
    }

    @Test("A shortcode's error names its place in the page and the template")
    func shortcodeError() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ .Content }}", "layouts/_shortcodes/bad.html": "{{ .Nothing }}",
            "content/a.md": "one\n\ntwo {{< bad >}}\n",
        ])
        let text = try site.build().findings.map(\.rendered).joined(separator: "\n")
        #expect(text.contains("layouts/_shortcodes/bad.html:1:"))
        #expect(text.contains("in shortcode \"bad\" at content/a.md:3:5"))
    }

    // MARK: Redirects

    @Test("Aliases lead to their page, from the root and from the folder of the page")
    func aliases() throws {
        let site = try SiteFolder([
            "layouts/all.html": "x", "content/docs/a.md": "---\naliases: [/old/, beside, /legacy/page.html]\n---\n",
        ])
        #expect(try !site.build().hasErrors)
        for path in ["old/index.html", "docs/beside/index.html", "legacy/page.html"] {
            #expect(site.read(path)?.contains("content=\"0; url=https://example.org/docs/a/\"") == true, "\(path)")
        }
    }

    @Test("Of pages with one address the last by path stays, with any number of threads", arguments: [1, 4])
    func oneAddress(threads: Int) throws {
        var files = ["layouts/all.html": "{{ .Path }}"]
        for number in 1...9 { files["content/p\(number).md"] = "---\nurl: /same/\naliases: [/old]\n---\n" }
        let site = try SiteFolder(files)
        let report = try site.build(threads: threads)
        #expect(site.read("same/index.html") == "/p9")
        #expect(report.findings.contains { $0.code == "output.conflict" && $0.severity == .warning })
    }

    @Test("A page stands where an alias would shadow it")
    func aliasBehindPage() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ .Title }}", "content/a.md": "---\ntitle: A\naliases: [/b/]\n---\n",
            "content/b.md": "---\ntitle: B\n---\n",
        ])
        try site.build()
        #expect(site.read("b/index.html") == nil || site.read("b/index.html") == "B")
    }

    // MARK: Finding pages

    @Test(
        "Pages are found by path, by relative path, and by name where content refers to them",
        arguments: [
            ("/docs/s/b", "/docs/s/b/"), ("s/b.md", "/docs/s/b/"), ("../top", "/top/"), ("b", "/docs/s/b/"),
            ("/docs/", "/docs/"),
            ("/docs/_index.md", "/docs/"), ("a#frag", "/docs/a/#frag"), ("#frag", "#frag"), ("My Page", "/my-page/"),
        ])
    func references(_ reference: String, _ expected: String) throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ .RawContent }}|{{ .Content | plainify }}", "content/docs/_index.md": "",
            "content/docs/s/_index.md": "",
            "content/docs/s/b.md": "x", "content/top.md": "x", "content/My Page.md": "x",
            "content/docs/a.md": "{{< relref \"\(reference)\" >}}",
        ])
        let report = try site.build()
        #expect(report.findings.filter { $0.severity == .error }.isEmpty)
        #expect(
            site.read("docs/a/index.html")?.contains("|\(expected)\n") == true,
            "\(site.read("docs/a/index.html") ?? "")")
    }

    @Test("A name that two pages share is refused as ambiguous, and GetPage of a page looks for no names")
    func ambiguous() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ with .GetPage \"only\" }}found{{ end }}", "content/x/b.md": "1",
            "content/y/b.md": "2", "content/y/only.md": "3",
            "content/a.md": "{{< ref \"b\" >}}",
        ])
        #expect(try site.build().findings.contains { $0.message.contains("ambiguous") })
        try site.write("content/a.md", "x")
        #expect(try !site.build().hasErrors)
        #expect(site.read("a/index.html") == nil)
        #expect(site.read("x/b/index.html") == nil)
        #expect(site.read("y/b/index.html") == "found")
    }

    @Test("A format whose files have no extension has its layout by its name, and a bare partial may be .htm")
    func odd() throws {
        let site = try SiteFolder([
            "hugo.toml": """
            baseURL = "https://example.org/"
            disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]
            outputs.home = ["html", "redirects"]
            [mediaTypes."text/netlify"]
            delimiter = ""
            [outputFormats.redirects]
            mediaType = "text/netlify"
            baseName = "_redirects"
            """,
            "layouts/index.redirects": "/a /b", "layouts/all.html": "{{ partial \"deep/part\" . \"more\" }}",
            "layouts/_partials/deep/part.htm": "here",
        ])
        #expect(try !site.build().hasErrors)
        #expect(site.read("_redirects") == "/a /b")
        #expect(site.read("index.html")?.hasSuffix("here") == true)
    }

    // MARK: Safety

    @Test(
        "No function reads outside of the site",
        arguments: ["os.ReadFile \"../secret\"", "os.ReadFile \"link/secret\"", "os.ReadDir \"..\""])
    func containment(_ call: String) throws {
        let outside = try SiteFolder(["secret": "s3cret"])
        let site = try SiteFolder(["layouts/all.html": "{{ \(call) }}"])
        try linkFolder(outside.path, at: site.path + "/link")
        let report = try site.build()
        #expect(report.hasErrors)
        #expect(report.findings.contains { $0.message.contains("leads out of the site") })
    }
}

import Testing

@testable import SiteBuild

/// The partials that come with the program; every wanted line is what Hugo 0.168 writes, white space folded.
@Suite("Embedded partials")
struct EmbeddedPartialTests {
    private static func site(_ layout: String) throws -> SiteFolder {
        let site = try SiteFolder([
            "hugo.toml": """
            baseURL = "https://example.org/"
            title = "The site"
            locale = "en-us"
            disableHugoGeneratorInject = true
            disableKinds = ["rss", "sitemap", "404", "robotsTXT"]
            [services]
            googleAnalytics.id = "G-1"
            disqus.shortname = "talk"
            [params.social]
            twitter = "us"
            """,
            "content/docs/a/index.md": """
            ---
            title: A & B
            description: About "it"
            date: 2026-01-02
            tags: [one, two]
            ---
            Some words.
            """,
            "content/docs/a/cover.png": "", "layouts/all.html": layout,
        ])
        #expect(try !site.build().hasErrors)
        return site
    }

    private static func folded(_ text: String?) -> String {
        (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "Open Graph, by either way of naming it",
        arguments: [#"{{ partial "opengraph.html" . }}"#, #"{{ template "_internal/opengraph.html" . }}"#])
    func openGraph(_ layout: String) throws {
        #expect(
            Self.folded(try Self.site(layout).read("docs/a/index.html"))
                == Self.folded(
                    """
                    <meta property="og:url" content="https://example.org/docs/a/">
                    <meta property="og:site_name" content="The site">
                    <meta property="og:title" content="A & B">
                    <meta property="og:description" content="About &#34;it&#34;">
                    <meta property="og:locale" content="en_us">
                    <meta property="og:type" content="article">
                    <meta property="article:section" content="docs">
                    <meta property="article:published_time" content="2026-01-02T00:00:00+00:00">
                    <meta property="article:modified_time" content="2026-01-02T00:00:00+00:00">
                    <meta property="article:tag" content="One">
                    <meta property="article:tag" content="Two">
                    <meta property="og:image" content="https://example.org/docs/a/cover.png">
                    """))
    }

    @Test("Microdata")
    func schema() throws {
        #expect(
            Self.folded(try Self.site(#"{{ partial "schema.html" . }}"#).read("docs/a/index.html"))
                == Self.folded(
                    """
                    <meta itemprop="name" content="A & B">
                    <meta itemprop="description" content="About &#34;it&#34;">
                    <meta itemprop="datePublished" content="2026-01-02T00:00:00+00:00">
                    <meta itemprop="dateModified" content="2026-01-02T00:00:00+00:00">
                    <meta itemprop="wordCount" content="2">
                    <meta itemprop="image" content="https://example.org/docs/a/cover.png">
                    <meta itemprop="keywords" content="One,Two">
                    """))
    }

    @Test("Cards")
    func cards() throws {
        let site = try Self.site(#"{{ partial "twitter_cards.html" . }}"#)
        #expect(
            Self.folded(site.read("docs/a/index.html"))
                == Self.folded(
                    """
                    <meta name="twitter:card" content="summary_large_image">
                    <meta name="twitter:image" content="https://example.org/docs/a/cover.png">
                    <meta name="twitter:title" content="A & B">
                    <meta name="twitter:description" content="About &#34;it&#34;">
                    <meta name="twitter:site" content="@us">
                    """))
        #expect(site.read("index.html")?.contains(#"<meta name="twitter:card" content="summary">"#) == true)
    }

    @Test("Statistics and comments stand there when the site has a name for them")
    func services() throws {
        let site = try Self.site(#"{{ partial "google_analytics.html" . }}{{ partial "disqus.html" . }}"#)
        let page = try #require(site.read("index.html"))
        #expect(page.contains(#"<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>"#))
        #expect(page.contains("if ( true ) {") || page.contains("if (true) {"))
        #expect(page.contains(#"s.src = '//' + "talk" + '.disqus.com/embed.js';"#))
    }
}

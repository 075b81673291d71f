import SiteModel
import Testing

@testable import SiteBuild

/// What becomes of addresses in finished pages; every line is what Hugo 0.168 writes.
@Suite("Rewriting addresses")
struct AddressRewriterTests {
    private static func addresses() throws -> Addresses {
        Addresses(try SiteFolder(["hugo.toml": "baseURL = \"https://example.org/base/\"\n"]).configuration())
    }

    @Test(
        "Absolute addresses",
        arguments: [
            (#"<a href="/x">"#, #"<a href="https://example.org/base/x">"#),
            (#"<a href="/base/x">"#, #"<a href="https://example.org/base/x">"#),
            (#"<a href="//x">"#, #"<a href="//x">"#), (#"<a href=/x>"#, #"<a href=https://example.org/base/x>"#),
            (#"<img data-src='/x'>"#, #"<img data-src='https://example.org/base/x'>"#),
            (
                #"<img srcset="/a 1x, /b 2x">"#,
                #"<img srcset="https://example.org/base/a 1x, https://example.org/base/b 2x">"#
            ),
            (#"<img srcset="/never"#, #"<img srcset="/never"#), ("a = b", "a = b"), ("href=", "href="),
        ])
    func absolute(_ input: String, _ expected: String) throws {
        let rewriter = AddressRewriter(try Self.addresses(), isRelative: false, path: "a/index.html")
        #expect(String(decoding: rewriter.rewrite(Array(input.utf8)), as: UTF8.self) == expected)
    }

    @Test("Relative addresses")
    func relative() throws {
        let rewriter = AddressRewriter(try Self.addresses(), isRelative: true, path: "a/b/index.html")
        let output = rewriter.rewrite(Array(#"<a href="/base/x"><img src="/y">"#.utf8))
        #expect(String(decoding: output, as: UTF8.self) == #"<a href="../../base/x"><img src="../../y">"#)
    }

    @Test("Feeds have absolute addresses in their escaped HTML")
    func feed() throws {
        let site = try SiteFolder([
            "hugo.toml": "baseURL = \"https://example.org/base/\"\ndisableKinds = [\"taxonomy\", \"term\", \"404\"]\n",
            "content/a.md": "[x](/y) ![z](/base/z)\n", "layouts/all.html": "{{ .Content }}",
        ])
        #expect(try !site.build().hasErrors)
        let feed = try #require(site.read("index.xml"))
        #expect(feed.contains("href=&#34;https://example.org/base/y&#34;"))
        #expect(feed.contains("src=&#34;https://example.org/base/z&#34;"))
    }
}

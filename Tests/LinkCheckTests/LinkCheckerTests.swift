import LinkCheck
import Testing

@Suite struct LinkCheckerTests {
    /// What is wrong with a site of these files, one line each: the page, the address, what is missing.
    private func findings(_ files: [String: String], baseURL: String = "https://example.org/") -> [String] {
        let checker = LinkChecker(files: Set(files.keys), baseURL: baseURL) { files[$0].map { Array($0.utf8) } }
        return checker.check().map { link in
            switch link.reason {
            case .noFile(let path): "\(link.page): \(link.address): no file \(path)"
            case .noAnchor(let id, let page): "\(link.page): \(link.address): no #\(id) in \(page)"
            }
        }
    }

    private static let other = "<h1 id=\"Über\">x</h1><a name=old></a>"

    @Test(
        arguments: [
            ("/other/", nil), ("/other", nil), ("../other/", nil), ("../other/index.html", nil),
            ("../other/?q=1#old", nil),
            ("//example.org/other/", nil), ("https://EXAMPLE.org/other/#%C3%9Cber", nil), ("#here", nil), ("#", nil),
            ("#top", nil), ("", nil), ("?page=2", nil), ("mailto:a@example.org", nil),
            ("https://example.net/none", nil),
            ("javascript:void(0)", nil), ("data:image/png;base64,AA", nil), ("/other/#:~:text=x", nil),
            ("/pic%20one.png", nil), ("../../outside/", nil),
            ("/none/", "no file /none/"), ("none.png", "no file /docs/none.png"), ("./a/../b", "no file /docs/b"),
            ("#gone", "no #gone in docs/index.html"), ("/other/#gone", "no #gone in other/index.html"),
            ("https://example.org/none#x", "no file /none"), ("&#x2F;none", "no file /none"),
        ] as [(String, String?)])
    func `follows addresses of the site and no others`(address: String, expected: String?) {
        let found = findings([
            "docs/index.html": "<p id=here><a href=\"\(address)\">x</a>", "other/index.html": Self.other,
            "pic one.png": "", "index.html": "",
        ])
        #expect(found.map { $0.split(separator: ": ").last.map(String.init) } == (expected.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("/sub/a/", nil), ("/elsewhere/", nil), ("/sub/none/", "no file /none/"), ("/sub", nil), ("/subway/", nil),
        ] as [(String, String?)])
    func `takes the path of the base URL off`(address: String, expected: String?) {
        let files = ["index.html": "<a href='\(address)'>", "a/index.html": ""]
        let found = findings(files, baseURL: "https://example.org/sub/")
        #expect(found.map { $0.split(separator: ": ").last.map(String.init) } == (expected.map { [$0] } ?? []))
    }

    @Test(arguments: [
        "<!-- <a href=/none> -->", "<!--> --><p title='<a href=/none>'>", "<script>'<a href=\"/none\">'</script>",
        "<STYLE><a href=/none></sTyLe >", "<textarea><img src=/none></textarea>", "<link rel=preconnect href=/none>",
        "<p data-href=/none>", "<a href", "<a href=", "<a href='", "<", "</", "<!", "<!--", "<script>",
        "<a href=\u{0}>",
    ])
    func `passes over what is no address, and over broken HTML`(html: String) {
        let found = findings(["index.html": html, "\u{0}": ""])
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        "<img src=/none>", "<IMG SRC='/none'>", "<img srcset='/none 2x'>", "<img srcset='/ok 1x,/none 2x'>",
        "<a\nhref = \"/none\">", "<script src=/none></script>", "<link rel=stylesheet href=/none>",
        "<video poster=/none>", "<form action=/none>", "<svg><a href=/none></svg>", "<a title='>' href=/none>",
        "<!----><a href=/none>", "<script></script><a href=/none>", "<a/href=/none>",
    ])
    func `finds addresses wherever HTML holds them`(html: String) {
        #expect(findings(["index.html": html, "ok": ""]) == ["index.html: /none: no file /none"])
    }

    @Test func `takes every anchor of a page that sends its reader on`() {
        let found = findings([
            "index.html": "<a href=/old/#part>x</a>",
            "old/index.html": "<meta http-equiv=Refresh content='0; url=/new/'>",
        ])
        #expect(found.isEmpty)
    }

    @Test func `names the bytes of the address in the page`() {
        let html = Array("<p><a class=x href=\"/none#a\">".utf8)
        let checker = LinkChecker(files: ["index.html"], baseURL: "") { _ in html }
        let range = checker.check().first?.range
        #expect(range.map { String(decoding: html[$0], as: UTF8.self) } == "/none#a")
    }

    @Test(arguments: ["<a href=", "<", "<!-", "<script></scrip", "<img srcset=a,", "<a b='"])
    func `takes time in proportion to the page`(unit: String) {
        // Quadratic work would take minutes here.
        let html = String(repeating: unit, count: 200_000)
        _ = HTMLReferences(Array(html.utf8))
    }
}

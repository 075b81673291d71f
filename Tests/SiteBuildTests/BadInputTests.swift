import Files
import Glibc
import SiteModel
import Testing
import Text

@testable import SiteBuild

/// Files that are no clean text, links, and addresses that are given twice: what a build of the whole site makes of each.
@Suite("Bad input")
struct BadInputTests {
    /// A site, the findings of its build, and what must be in its output.
    struct Input: Sendable, CustomTestStringConvertible {
        let name: String
        /// The files by path; a text of `->` and a path is a link.
        let files: [String: [UInt8]]
        /// How the findings begin, in their order; empty when the build says nothing.
        var findings: [String] = []
        /// Files of the output; nothing is written where there was an error.
        var output: [String: String] = [:]
        var testDescription: String { name }

        init(
            _ name: String, _ files: [String: [UInt8]], findings: [String] = [], output: [String: String] = [:]
        ) {
            (self.name, self.files, self.findings, self.output) = (name, files, findings, output)
        }
    }

    /// The UTF-8 of `text`, with the byte 0xFF for each `ÿ`.
    private static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { $0 == "\u{FF}" ? [0xFF] : Array(String($0).utf8) }
    }

    private static let mark = "\u{FEFF}"

    static let inputs: [Input] = [
        Input(
            "no UTF-8 in a page",
            ["content/a.md": bytes("---\ntitle: A\n---\n**aÿ** [bÿ](/c 'dÿ') `eÿ` {{< s \"fÿ\" >}}gÿ{{< /s >}}\n")],
            output: [
                "a/index.html":
                    "A|<p><strong>a\u{FFFD}</strong> <a href=\"/c\" title=\"d\u{FFFD}\">b\u{FFFD}</a> "
                    + "<code>e\u{FFFD}</code> [f\u{FFFD}|g\u{FFFD}]</p>\n"
            ]),
        Input(
            "no UTF-8 in YAML", ["content/a.md": bytes("---\ntitle: A\nx: bÿ\n---\n")],
            findings: ["content/a.md:3:5: error: YAML: invalid leading UTF-8 octet"]),
        Input(
            "no UTF-8 in TOML", ["content/a.md": bytes("+++\ntitle = 'ÿ'\n+++\n")],
            findings: ["content/a.md:2:9: error: TOML: Encountered invalid utf-8 sequence"]),
        Input(
            "no UTF-8 in JSON", ["content/a.md": bytes("{\n\"title\": \"ÿ\"}\n")],
            findings: ["content/a.md:2:11: error: the string is not valid UTF-8"]),
        Input(
            "no UTF-8 in data",
            [
                "data/a.yaml": bytes("a: bÿ\n"), "data/b.toml": bytes("a = 'ÿ'\n"), "data/c.json": bytes("[\"ÿ\"]\n"),
                "data/d.xml": bytes("<a>\n<b>ÿ</b>\n</a>\n"),
            ],
            findings: [
                "data/a.yaml:1:5: error: YAML: ", "data/b.toml:1:5: error: TOML: ", "data/c.json:1:3: error: ",
                "data/d.xml:2:4: error: XML: the text is not valid UTF-8",
            ]),
        Input(
            "no UTF-8 in a template", ["layouts/page.html": bytes("<p>ÿ{{ \"ÿ\" }}</p>"), "content/a.md": []],
            output: ["a/index.html": "<p>\u{FFFD}\u{FFFD}</p>"]),
        Input(
            "no UTF-8 in the name of a variable", ["layouts/page.html": bytes("<p>\n{{ $ÿ := 1 }}")],
            findings: ["layouts/page.html:2:5: error: parse of template failed: "]),
        Input(
            "NUL in a page", ["content/a.md": bytes("---\ntitle: A\n---\na\0b `c\0d`\n")],
            output: ["a/index.html": "A|<p>a\u{FFFD}b <code>c\u{FFFD}d</code></p>\n"]),
        Input(
            "NUL in front matter",
            [
                "content/a.md": bytes("---\ntitle: A\0\n---\n"), "content/b.md": bytes("+++\ntitle = '\0'\n+++\n"),
                "content/c.md": bytes("{\"title\": \"\0\"}\n"),
            ],
            findings: [
                "content/a.md:2:9: error: YAML: control characters", "content/b.md:2:10: error: TOML: ",
                "content/c.md:1:12: error: a control character",
            ]),
        Input(
            "NUL in data", ["data/a.yaml": bytes("a: b\0\n"), "data/b.json": bytes("\0")],
            findings: ["data/a.yaml:1:5: error: YAML: control characters", "data/b.json:1:1: error: "]),
        Input(
            "NUL in a template", ["layouts/page.html": bytes("<p>\0{{ \"\0\" }}</p>"), "content/a.md": []],
            output: ["a/index.html": "<p>\0\u{FFFD}</p>"]),
        Input(
            "CR LF everywhere",
            [
                "hugo.toml": bytes(SiteFolder.plainConfiguration.replacing("\n", with: "\r\n")),
                "content/a.md": bytes(
                    "---\r\ntitle: A\r\n---\r\na\r\nb\r\n\r\n{{< s \"c\" >}}d{{< /s >}}\r\n\r\n```\r\ne\r\n```\r\n"),
                "content/b.md": bytes("+++\r\ntitle = 'B'\r\n+++\r\nb\r\n"),
                "content/c.md": bytes("{\r\n\"title\": \"C\"\r\n}\r\nc\r\n"),
                "data/d.yaml": bytes("a:\r\n- b\r\n"), "data/e.csv": bytes("a,b\r\n\"c\",d\r\n"),
                "layouts/home.html": bytes("{{ jsonify hugo.Data }}\r\n"),
            ],
            output: [
                "a/index.html": "A|<p>a\nb</p>\n[c|d]\n<pre tabindex=\"0\"><code>e\n</code></pre>",
                "b/index.html": "B|<p>b</p>\n", "c/index.html": "C|<p>c</p>\n",
                "index.html": "{\"d\":{\"a\":[\"b\"]},\"e\":[[\"a\",\"b\"],[\"c\",\"d\"]]}\r\n",
            ]),
        Input(
            "a byte order mark everywhere",
            [
                "hugo.toml": bytes(mark + SiteFolder.plainConfiguration),
                "content/a.md": bytes(mark + "---\ntitle: A\n---\n{{< t >}}\n"),
                "content/b.md": bytes(mark + "+++\ntitle = 'B'\n+++\n"),
                "content/c.md": bytes(mark + "{\"title\": \"C\"}\n"), "content/d.md": bytes(mark + "# D\n"),
                "data/e.yaml": bytes(mark + "a: b\n"), "data/f.toml": bytes(mark + "a = 'b'\n"),
                "data/g.json": bytes(mark + "[1]"), "data/h.csv": bytes(mark + "a,b\n"),
                "data/i.xml": bytes(mark + "<a>b</a>"), "i18n/en.toml": bytes(mark + "k = 'v'\n"),
                "layouts/baseof.html": bytes(mark + "<b>{{ block \"main\" . }}{{ end }}</b>"),
                "layouts/page.html": bytes(mark + "{{ define \"main\" }}{{ .Title }}|{{ .Content }}{{ end }}"),
                "layouts/home.html": bytes(
                    mark + "{{ define \"main\" }}{{ jsonify hugo.Data }}{{ i18n \"k\" }}{{ end }}"),
                "layouts/_shortcodes/t.html": bytes(mark + "t"),
            ],
            output: [
                "a/index.html": "<b>A|t\n</b>", "b/index.html": "<b>B|</b>", "c/index.html": "<b>C|</b>",
                "d/index.html": "<b>|<h1 id=\"d\">D</h1>\n</b>",
                "index.html":
                    "<b>{\"e\":{\"a\":\"b\"},\"f\":{\"a\":\"b\"},\"g\":[1],\"h\":[[\"a\",\"b\"]],\"i\":\"b\"}v</b>",
            ]),
        Input(
            "links that leave the site",
            [
                "content/a.md": bytes("->/etc/hostname"), "content/b": bytes("->/etc"),
                "data/c.yaml": bytes("->/etc/hostname"),
                "static/d.txt": bytes("->/etc/hostname"), "content/e/index.md": [],
                "content/e/f.txt": bytes("->/etc/hostname"),
            ],
            findings: [
                "content/a.md: error: ", "content/b: error: ", "content/e/f.txt: error: ", "data/c.yaml: warning: ",
            ]),
        Input(
            "links in a circle",
            [
                "content/a/index.md": [], "content/a/again": bytes("->.."), "content/self": bytes("->self"),
                "static/again": bytes("->."), "static/b.txt": bytes("b"),
            ],
            findings: ["content/a/again: error: ", "content/self: warning: "]),
        Input(
            "two pages with one address",
            ["content/a.md": bytes("---\nslug: c\n---\nA"), "content/b.md": bytes("---\nslug: c\n---\nB")],
            findings: ["content/b.md:1:1: warning: two pages are written to c/index.html"],
            output: ["c/index.html": "|<p>B</p>\n"]),
        Input(
            "an alias where a page is",
            ["content/a.md": bytes("A"), "content/b.md": bytes("---\naliases: /a/\n---\nB")],
            findings: ["content/b.md:2:10: warning: the alias /a/index.html stands where /a is"],
            output: ["a/index.html": "|<p>A</p>\n", "b/index.html": "|<p>B</p>\n"]),
        Input(
            "an alias of two pages",
            ["content/a.md": bytes("---\naliases: /c/\n---\n"), "content/b.md": bytes("---\naliases: /c/\n---\n")],
            findings: ["content/b.md:2:10: warning: the alias /c/index.html is one of /a as well"]),
    ]

    @Test("Each has a clear outcome", arguments: inputs)
    func outcome(_ input: Input) throws {
        let site = try SiteFolder(input.files.keys.contains("hugo.toml") ? ["hugo.toml": ""] : [:])
        var files = input.files
        if files["layouts/page.html"] == nil { files["layouts/page.html"] = Array("{{ .Title }}|{{ .Content }}".utf8) }
        if files["layouts/home.html"] == nil { files["layouts/home.html"] = Array("home".utf8) }
        files["layouts/_shortcodes/s.html"] = Array("[{{ .Get 0 }}|{{ .Inner }}]".utf8)
        for (name, content) in files { try site.write(name, content) }
        let findings = try site.build().findings
        #expect(findings.count == input.findings.count, "\(findings.map(\.rendered))")
        for (finding, start) in zip(findings, input.findings) {
            #expect(finding.rendered.hasPrefix(start), "\(finding.rendered)")
        }
        for (path, text) in input.output { #expect(site.read(path) == text, "\(path)") }
        if findings.contains(where: { $0.severity == .error }) { #expect(site.outputPaths().isEmpty) }
    }

    @Test("A large page is whole, and takes room in proportion to its size")
    func largePage() throws {
        // Behind a table of many cells a text, so that room for the page in each cell would be 30 GiB.
        let rows = String(repeating: "|a|b|\n", count: 5_000)
        let text = String(repeating: "x", count: 2_000_000)
        let site = try SiteFolder([
            "layouts/page.html": "{{ .Content }}", "layouts/home.html": "home",
            "content/a.md": "|a|b|\n|-|-|\n\(rows)\n\(text)\n\nend\n",
        ])
        let before = Self.peak()
        #expect(try site.build().findings.isEmpty)
        #expect(Self.peak() - before < 10 << 30)
        let page = try FileSystem.read(site.output + "/a/index.html")
        #expect(page.count { $0 == 0x78 } == 2_000_000)
        #expect(page.suffix(11).elementsEqual("<p>end</p>\n".utf8))
    }

    /// The most room for addresses that this process has had, in bytes.
    private static func peak() -> Int {
        let status = (try? FileSystem.read("/proc/self/status")) ?? []
        let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmPeak:") }
        return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 * 1024 } ?? 0
    }
}

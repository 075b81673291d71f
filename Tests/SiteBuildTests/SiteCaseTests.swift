import Files
import SiteModel
import Testing
import Text

@testable import SiteBuild

/// Small sites, each a text in `Cases`, with every file that Hugo 0.168 makes of them.
///
/// `-- path --` opens a file of the site, `-- expected/path --` one of the output, without the line break at its end that
/// the text needs. `Tests/Tools/compare_site_cases.py --record` writes the expected parts from what Hugo makes.
@Suite("Sites as Hugo builds them")
struct SiteCaseTests {
    static var folder: String {
        let file = #filePath
        return String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) + "/Cases"
    }

    static var names: [String] {
        ((try? FileSystem.list(folder)) ?? []).map(\.name).filter { $0.hasSuffix(".txt") }.sorted()
    }

    @Test("There are sites to build")
    func some() { #expect(Self.names.count >= 15) }

    @Test("Every file of a site is Hugo's, byte for byte", arguments: names)
    func matches(_ name: String) throws {
        let parts = Self.parts(String(decoding: try FileSystem.read("\(Self.folder)/\(name)"), as: UTF8.self))
        var source: [String: String] = [:]
        var wanted: [String: String] = [:]
        for (path, text) in parts {
            if path.hasPrefix("expected/") {
                wanted[String(path.dropFirst("expected/".count))] = text
            } else {
                source[path] = text
            }
        }
        let site = try SiteFolder(source)
        let report = try site.build()
        #expect(report.findings.filter { $0.severity == .error }.map(\.rendered).isEmpty)
        #expect(site.outputPaths() == wanted.keys.sorted())
        for (path, text) in wanted { #expect(site.read(path) == text, "\(name): \(path)") }
    }

    @Test("What asks for the contents of its own page gets them, and no word that stands for them is left")
    func contentsInPlace() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ .Content }}|{{ .TableOfContents }}",
            "layouts/_markup/render-link.html": "[{{ .Page.TableOfContents }}]",
            "layouts/_shortcodes/contents.html": "[{{ .Page.TableOfContents }}]",
            // Hugo takes the word for one of its own, and waits for ever for a heading that asks.
            "content/word.md": "## One\n\nHAHAHUGOSHORTCODEs999999999HBHB [a](/b)",
            "content/heading.md": "## One {{< contents >}}\n\nText {{< contents >}}",
        ])
        #expect(try site.build().findings.filter { $0.severity == .error }.isEmpty)
        let word = site.read("word/index.html") ?? ""
        #expect(word.contains("HAHAHUGOSHORTCODEs999999999HBHB [<nav id=\"TableOfContents\">"))
        let heading = site.read("heading/index.html") ?? ""
        #expect(!heading.contains("HAHAHUGO"))
        #expect(heading.contains("Text [<nav id=\"TableOfContents\">"))
    }

    @Test("A shortcode that hands over a call of itself is an error, not an end of the program")
    func endlessText() throws {
        let site = try SiteFolder([
            "layouts/all.html": "{{ .Content }}", "content/a.md": "{{< me >}}",
            "layouts/_shortcodes/me.html": "{{ \"{{< me >}}\" | markdownify }}",
        ])
        let report = try site.build()
        #expect(report.findings.contains { $0.message.contains("more than 50 deep") })
    }

    /// The files of a text by path, each without its last line break.
    private static func parts(_ text: String) -> [(path: String, text: String)] {
        var parts: [(path: String, lines: [Substring])] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6,
                !line.dropFirst(3).dropLast(3).contains(" ")
            {
                parts.append((String(line.dropFirst(3).dropLast(3)), []))
            } else if !parts.isEmpty {
                parts[parts.count - 1].lines.append(line)
            }
        }
        // The end of the text closes the last line; it opens no other.
        if parts.last?.lines.last == "" { parts[parts.count - 1].lines.removeLast() }
        return parts.map { ($0.path, $0.lines.joined(separator: "\n")) }
    }
}

import Files
import SiteModel
import Testing
import Text
import Values

/// Whole sites with what Hugo 0.168 prints of their pages.
///
/// A case is a text: `-- path --` opens a file of the site, `-- expected --` what the template below writes of each page,
/// sorted by output path:
/// `{{ .Kind }}|{{ .Path }}|{{ .Title }}|…`, then the paths of `.Pages`, `.RegularPages` and so on, as `summary` does.
@Suite struct HugoCaseTests {
    static let names = [
        "paths-and-terms", "front-matter-and-bundles", "ugly-urls", "permalinks", "languages-and-menus",
        "cascades-and-drafts",
    ]

    @Test(arguments: names)
    func givesThePagesThatHugoGives(_ name: String) throws {
        var folder = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        folder.removeLast()
        let path = folder.joined(separator: "/") + "/Cases/\(name).txt"
        var files = Self.parse(String(decoding: try FileSystem.read(path), as: UTF8.self))
        let expected = files.removeValue(forKey: "expected") ?? ""
        #expect(!expected.isEmpty)
        let site = try SiteFolder(files)
        let allowed = ValueMap([("allowContent", Value.list([.string(".*")]))])
        let loaded = try site.load(overrides: ValueMap([("security", .map(allowed))]))
        #expect(!loaded.hasErrors, "\(loaded.diagnostics.map(\.rendered))")
        let pages = loaded.sites.flatMap(\.allPages).filter { $0.buildOptions.render == .always }
        let texts = pages.map { page in
            (
                page.outputPath,
                "== \(page.relPermalink) \(page.outputPath)\n\(summary(page))\ntargets="
                    + page.targets.map { "\($0.format.name)=\($0.relPermalink)" }.joined(separator: " ")
            )
        }
        var actual: [String: String] = [:]
        for (path, text) in texts { actual[path] = text.trimmingLines }
        var wanted: [String: String] = [:]
        for block in expected.split(separator: "== ", omittingEmptySubsequences: true) where block.contains("|") {
            let text = "== " + block
            let first = text.prefix { $0 != "\n" }
            let output = String(first.split(separator: " ", maxSplits: 2)[2])
            wanted[output] = text.trimmingLines
        }
        #expect(actual.keys.sorted() == wanted.keys.sorted())
        for (path, text) in wanted { #expect(actual[path] == text, "\(path)") }
    }

    private static func parse(_ text: String) -> [String: String] {
        var files: [String: String] = [:]
        var name = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                name = String(line.dropFirst(3).dropLast(3))
                files[name] = ""
            } else if !name.isEmpty {
                files[name, default: ""] += line + "\n"
            }
        }
        return files
    }
}

extension String {
    /// The lines without blanks at their ends, and without empty lines at the end of the text.
    fileprivate var trimmingLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return line
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

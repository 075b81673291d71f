import SVGCharts
import Testing
import Text

#if canImport(Glibc)
    import Glibc
#endif

/// `Snapshots/gallery.html`: every kind of graph over every odd data set, as the pictures that the tests compare.
///
/// Open it in a browser after a change. It names the snapshots beside it and holds no drawing of its own, so what it
/// shows is what is compared.
@Suite struct GalleryTests {
    /// The kinds, with what each is for.
    static let kinds: [(name: String, title: String)] = [
        ("daily", "Tokens a day, stacked by key"), ("cumulative", "Cumulative, against the quota"),
        ("sparkline", "Sparkline"), ("ranked", "Ranked bars"), ("year", "Months of a year against the quota"),
        ("calendar", "Calendar of days"),
    ]

    static let names: [String] = Samples.all.map(\.name) + Samples.sparklines.map(\.name)

    /// The samples of a kind, the ordinary ones first.
    static func samples(of kind: String) -> [String] {
        names.filter { $0 == kind || $0.hasPrefix(kind + "-") }
    }

    private static func sentence(of name: String, kind: String) -> String {
        let rest = String(name.dropFirst(kind.utf8.count + 1))
        return OddData.sets.first { $0.name == rest }?.sentence
            ?? (rest.isEmpty ? "believable figures" : rest.replacing("-", with: " "))
    }

    static var page: [UInt8] {
        var out = ByteWriter(capacity: 32_768)
        out.write(
            literal: """
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Every graph over every odd data set</title>
                <style>
                body { margin: 1.5rem; font: 16px/1.5 system-ui, sans-serif; color: #1c2430; background: #eef0f3; }
                nav a { margin-right: 1rem; }
                figure { margin: 0 0 2rem; }
                figcaption { margin-bottom: .4rem; }
                div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
                img { max-width: 100%; height: auto; color-scheme: light; }
                .dark { color-scheme: dark; }
                .spark { padding: .5rem; background: #fff; }
                .spark.dark { background: #0f1115; }
                </style>
                <h1>Every graph over every odd data set</h1>
                <p>The pictures are the snapshots that the tests compare byte for byte: 720 pixels wide on a light and on a
                dark ground, then 320 and 1200. <code>RECORD_SNAPSHOTS=1</code> writes them, and this page, anew.</p>
                <nav>
                """)
        for kind in kinds { out.write("<a href=\"#\(kind.name)\">\(kind.title)</a>\n") }
        out.write(literal: "</nav>\n")
        for kind in kinds {
            out.write("<h2 id=\"\(kind.name)\">\(kind.title)</h2>\n")
            for name in samples(of: kind.name) {
                let sentence = sentence(of: name, kind: kind.name)
                out.write("<figure id=\"\(name)-figure\"><figcaption><b>\(name)</b>: \(sentence)</figcaption>\n<div>\n")
                if kind.name == "sparkline" {
                    for form in ["", " dark"] {
                        out.write(
                            "<img class=\"spark\(form)\" src=\"\(name).svg\" alt=\"\(name)\(form)\" loading=\"lazy\">\n"
                        )
                    }
                } else {
                    for (width, form) in [(720, ""), (720, "dark"), (320, ""), (1200, "")] {
                        out.write("<img\(form.isEmpty ? "" : " class=\"dark\"") src=\"\(name)-\(width).svg\"")
                        out.write(
                            " alt=\"\(name), \(width) pixels\(form.isEmpty ? "" : ", dark")\" loading=\"lazy\">\n")
                    }
                }
                out.write(literal: "</div></figure>\n")
            }
        }
        out.write(literal: "</html>\n")
        return out.bytes
    }

    @Test func showsEverySnapshotThatIsCompared() throws {
        let path = SnapshotTests.folder + "/gallery.html"
        if getenv("RECORD_SNAPSHOTS") != nil { SnapshotTests.write(Self.page, to: path) }
        let kept = try #require(SnapshotTests.read(path), "no gallery: run with RECORD_SNAPSHOTS=1")
        #expect(kept == Self.page, "the gallery is not of these samples: run with RECORD_SNAPSHOTS=1")
        let text = String(decoding: kept, as: UTF8.self)
        for name in SnapshotTests.names { #expect(text.contains("src=\"\(name).svg\""), "\(name)") }
    }

    @Test(arguments: kinds.map(\.name)) func hasEachOddDataSetOfEachKind(kind: String) {
        let samples = Set(Self.samples(of: kind))
        // Neither the keys nor the length of a month show in a year of months.
        let meaningless = kind == "year" ? ["40-keys", "28-days", "31-days-6-keys"] : []
        for set in OddData.sets where !meaningless.contains(set.name) {
            #expect(samples.contains("\(kind)-\(set.name)"), "\(kind) \(set.name)")
        }
    }

    @Test func keepsNoSnapshotThatNothingDraws() throws {
        let folder = try #require(opendir(SnapshotTests.folder))
        defer { closedir(folder) }
        let known = Set(SnapshotTests.names.map { $0 + ".svg" })
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".svg") { #expect(known.contains(name), "\(name) is drawn by no sample") }
        }
    }
}

import Files
import Glibc
import Pictures
import Testing
import Text

@testable import SiteBuild

/// What a site of one page gave.
private struct Outcome {
    /// The page without the white space around it.
    let page: String
    /// What was wrong.
    let errors: [String]
    private let folder: SiteFolder

    /// Builds a site with the picture `t.png` in its assets.
    init(_ files: [String: String], more pictures: [String: [UInt8]] = [:]) throws {
        folder = try SiteFolder(files)
        try FileSystem.makeDirectory(folder.path + "/assets")
        for (name, bytes) in pictures { try FileSystem.write(bytes, to: folder.path + "/assets/" + name) }
        try FileSystem.write(ImageOperationTests.png, to: folder.path + "/assets/t.png")
        errors = try folder.build().findings.map(\.rendered)
        page = (folder.read("index.html") ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The bytes of a file of the output.
    func file(_ path: String) -> [UInt8]? { try? FileSystem.read(folder.output + "/" + path) }
}

/// Names and sizes that Hugo 0.168 gave for a PNG of 8 by 6 pixels whose bytes stand here.
@Suite("Image operations")
struct ImageOperationTests {
    static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
        0x00,
        0x08, 0x00, 0x00, 0x00, 0x06, 0x08, 0x02, 0x00, 0x00, 0x00, 0x71, 0x67, 0x48, 0xAC, 0x00, 0x00, 0x00, 0x14,
        0x49,
        0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xE4, 0xAA, 0x38, 0xC1, 0x80, 0x0D, 0x30, 0x61, 0x15, 0xA5, 0x93, 0x04,
        0x00,
        0xC2, 0x24, 0x01, 0x56, 0xDD, 0xDE, 0x68, 0xCF, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42,
        0x60,
        0x82,
    ]

    static let answers = [
        ("resize 4x", "1377b853cfa323ca.png", 4, 3), ("resize x3", "91d2b65cd64b4d4e.png", 4, 3),
        ("resize 4x4", "df606e5f5cffab48.png", 4, 4), ("resize 4x webp", "257cbd729a6a59bc.webp", 4, 3),
        ("resize 4x q50", "a1ead384455d1232.png", 4, 3), ("resize 4x Lanczos", "7cda34feccede27c.png", 4, 3),
        ("resize 4x jpg #fff", "f308f3ddf357d96d.jpg", 4, 3), ("fit 4x4", "6e4ffb5c2cc13521.png", 4, 3),
        ("fill 4x4", "40ba3fb4c3e5c287.png", 4, 4), ("crop 4x4", "74a6c4b1f5e2a06f.png", 4, 4),
        ("fit 4x4 TopLeft", "c26be5713143c14c.png", 4, 3), ("fill 4x4 TopLeft", "e0c264af508a2e65.png", 4, 4),
        ("crop 4x4 TopLeft", "216d3431d85d2d69.png", 4, 4), ("fit 20x20", "f19c49499070cd46.png", 8, 6),
        ("fill 20x20", "aac979af0eb7b0b5.png", 20, 20), ("webp", "8fa1bd36e2dba5bd.webp", 8, 6),
        ("resize 4x r90", "52df5f7a4cc586de.png", 4, 5), ("r90", "5849760785ec94a5.png", 6, 8),
        ("r45", "4e72de8dd178a4d.png", 11, 11), ("r30", "5d3bdbaeca300d8b.png", 11, 10),
        ("r1", "e0c5de2aef54f71a.png", 10, 8), ("resize 4x r45", "424b4d8f16c278f6.png", 4, 4),
        ("fit 5x5 r10", "4da4ae4e3b43a620.png", 5, 5), ("crop 4x4 r60", "1ab1ec5837608949.png", 4, 4),
    ]

    @Test(arguments: answers)
    func namesAndMeasuresAsHugo(words: String, name: String, width: Int, height: Int) throws {
        let outcome = try Outcome(
            [
                "layouts/home.html":
                    "{{ with (resources.Get \"t.png\").Process \"\(words)\" }}{{ .RelPermalink }} {{ .Width }} {{ .Height }}{{ end }}"
            ])
        #expect(outcome.page == "/t_hu_\(name) \(width) \(height)")
        let file = try #require(outcome.file("t_hu_\(name)"))
        #expect(ImageSize(of: file) == ImageSize(width: width, height: height))
    }

    @Test(arguments: [
        ("resize", "must provide Width or Height"), ("fit 4x", "must provide Width and Height"),
        ("4x4", "width or height are not supported for this action"),
        ("resize 4x q101", "quality ranges from 1 to 100"),
        ("resize 4x #zz", "is no colour"), ("resize 4xwibble", "is no size"),
        ("resize 29999x29999", "too many"), ("resize 99999x", "is no size"),
    ])
    func saysWhatIsWrongWithAnOperation(words: String, message: String) throws {
        let outcome = try Outcome(
            ["layouts/home.html": "{{ ((resources.Get \"t.png\").Process \"\(words)\").RelPermalink }}"])
        #expect(outcome.errors.contains { $0.contains(message) }, "\(outcome.errors)")
    }

    @Test(arguments: [
        (
            "{{ (images.QR (strings.Repeat 2000 \"x\") (dict \"level\" \"low\" \"scale\" 100)).RelPermalink }}",
            "pixels are too many"
        ),
        ("{{ ((resources.FromString \"x.png\" \"no picture\").Resize \"4x\").RelPermalink }}", "is not an image"),
        ("{{ ((resources.Get \"cut.png\").Resize \"4x\").RelPermalink }}", "the png file is damaged"),
    ])
    func saysWhereAPictureCannotBeMade(template: String, message: String) throws {
        let outcome = try Outcome(
            [
                "layouts/home.html": "\n" + template,
                // Only a header.
                "content/_index.md": "",
            ], more: ["cut.png": Array(Self.png.prefix(40))])
        #expect(
            outcome.errors.contains { $0.contains("layouts/home.html:2:") && $0.contains(message) }, "\(outcome.errors)"
        )
    }

    @Test func saysOfALinkWhatItLeadsToAndListsTheLinkItself() throws {
        let folder = try SiteFolder([
            "data/long.txt": String(repeating: "x", count: 500),
            "layouts/home.html":
                "{{ (os.Stat \"data/l\").Size }} {{ range os.ReadDir \"data\" }}{{ .Name }}={{ .Size }} {{ end }}",
        ])
        #expect(symlink("long.txt", folder.path + "/data/l") == 0)
        try folder.build()
        #expect(folder.read("index.html") == "500 l=8 long.txt=500 ")
    }

    @Test func makesACodeOnceForAllWhoAskForIt() throws {
        let code = "{{ (images.QR \"https://example.org\").RelPermalink }}"
        let outcome = try Outcome(["layouts/home.html": code + " " + code])
        let names = outcome.page.split(separator: " ")
        #expect(names.count == 2 && names.first == names.last, "\(outcome.errors)")
        #expect(outcome.file(String(try #require(names.first).dropFirst())).flatMap(ImageSize.init(of:)) != nil)
    }

    @Test func givesTheColoursOfAPicture() throws {
        let outcome = try Outcome([
            "layouts/home.html": """
            {{ range (resources.Get "t.png").Colors }}{{ . }} {{ .ColorHex }} {{ .Luminance | printf "%.3f" }};{{ end }}
            """
        ])
        #expect(outcome.page == "#0a78c8 #0a78c8 0.177;", "\(outcome.errors)")
    }

    @Test func changesNamesWithTheSettingsAsHugo() throws {
        let outcome = try Outcome(
            [
                "hugo.toml":
                    SiteFolder.plainConfiguration
                    + "[imaging]\nquality = 80\nresampleFilter = 'lanczos'\n[imaging.exif]\ndisableDate = true\n",
                "layouts/home.html": "{{ ((resources.Get \"t.png\").Resize \"4x\").RelPermalink }}",
            ])
        #expect(outcome.page == "/t_hu_e036dbd3f6741477.png")
    }

    @Test func namesTheResultOfAResult() throws {
        let outcome = try Outcome(
            ["layouts/home.html": "{{ (((resources.Get \"t.png\").Resize \"4x\").Resize \"2x\").RelPermalink }}"])
        #expect(outcome.page == "/t_hu_7253e1ace1ea59fa.png")
    }

    @Test(arguments: [
        "images.Grayscale", "images.Invert", "images.Brightness 20", "images.Contrast -30", "images.Gamma 1.5",
        "images.Opacity 0.5", "images.Sepia 80", "images.Saturation 40", "images.GaussianBlur 2", "images.Pixelate 3",
        "images.Padding 2 4 \"#f00\"", "images.Process \"resize 12x jpg\"",
    ])
    func appliesFilters(filter: String) throws {
        let outcome = try Outcome(
            [
                "layouts/home.html":
                    "{{ with (resources.Get \"t.png\").Filter (\(filter)) }}{{ .RelPermalink }}|{{ .Width }}|{{ .Height }}{{ end }}"
            ])
        let parts = outcome.page.split(separator: "|").map(String.init)
        let path = try #require(parts.first).dropFirst()
        let file = try #require(outcome.file(String(path)), "\(outcome.errors)")
        #expect(ImageSize(of: file).map { "\($0.width)|\($0.height)" } == parts.dropFirst().joined(separator: "|"))
        #expect(file != Self.png)
    }
}

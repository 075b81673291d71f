import Testing
import Text

@testable import SiteBuild

@Suite("Sass")
struct SassTests {
    private static let layout = #"""
        {{ with resources.Get "scss/main.scss" | toCSS (dict "targetPath" "m.css" "outputStyle" "compressed" "vars" (dict "wide" "10px" "name" "a b")) }}{{ .RelPermalink }}{{ end }}
        """#

    @Test("Imports come from beside the file, from its folder, and from the variables that the template gives")
    func imports() throws {
        let site = try SiteFolder([
            "layouts/all.html": Self.layout,
            "assets/scss/main.scss": """
            @import "hugo:vars";
            @import "parts/box";
            @import "parts";
            @import "plain.css";
            @import "parts/bare";
            .a { width: $wide * 2; content: $name; }
            """,
            "assets/scss/parts/_box.scss": "@import \"inner\";\n.box { margin: $inner; }",
            "assets/scss/parts/bare.css": ".bare { d: e }",
            "assets/scss/parts/_inner.scss": "$inner: 3px;", "assets/scss/parts/_index.scss": ".i { b: c }",
        ])
        #expect(try site.build().findings.map(\.rendered) == [])
        #expect(site.read("index.html") == "/m.css")
        let css = try #require(site.read("m.css"))
        #expect(css.hasSuffix(".box{margin:3px}.i{b:c}.bare{d:e}.a{width:20px;content:a b}\n"), "\(css)")
    }

    @Test("A source map names its sources as the site does, from wherever the program is started")
    func sourceMap() throws {
        let site = try SiteFolder([
            "layouts/all.html":
                #"{{ with resources.Get "scss/main.scss" | toCSS (dict "enableSourceMap" true) }}{{ .RelPermalink }}{{ end }}"#,
            "assets/scss/main.scss": "@import \"box\";\n.a { b: c }", "assets/scss/_box.scss": ".b { c: d }",
        ])
        #expect(try site.build().findings.map(\.rendered) == [])
        let map = try #require(site.read("scss/main.css.map"))
        #expect(map.contains(#""sources":["assets/scss/main.scss","assets/scss/_box.scss"]"#), "\(map)")
    }

    @Test(
        "What cannot be compiled is an error that says where",
        arguments: [
            ("a { b: $missing; }", "Undefined variable"), ("a { b: c", "expected"),
            ("@import \"nowhere\";", "File to import not found"),
            ("@import \"../../../../../../etc/passwd\";", "File to import not found"),
            ("@import \"/etc/passwd\";", "File to import not found"),
        ])
    func failures(_ source: String, _ message: String) throws {
        let site = try SiteFolder(["layouts/all.html": Self.layout, "assets/scss/main.scss": source])
        let findings = try site.build().findings.map(\.rendered)
        #expect(findings.contains { $0.contains(message) }, "\(findings)")
    }

    @Test("Lines that import CSS stay where they are")
    func plainImports() {
        let hidden = SassImports.hidingPlain(in: "@import \"a.css\";\nb{}")
        #expect(hidden == "/* HUGO_IMPORT_START a.css HUGO_IMPORT_END */\nb{}")
        #expect(SassImports.showingPlain(in: hidden) == "@import \"a.css\";\nb{}")
    }
}

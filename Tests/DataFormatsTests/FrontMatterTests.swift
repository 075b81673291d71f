import DataFormats
import Testing
import Text
import Values

@Suite struct FrontMatterTests {
    @Test(arguments: [
        ("---\ntitle: A\n---\nbody", "{title: \"A\"}", "body"),
        ("+++\ntitle = 'A'\n+++\nbody", "{title: \"A\"}", "body"),
        ("\u{FEFF}---\r\ntitle: A\r\n---\r\nbody", "{title: \"A\"}", "body"),
        ("---\n---\nbody", "{}", "body"),
        ("---\n# c\n---", "{}", ""),
        ("\n\n---\na: 1\n---\nbody", "{a: u1}", "body"),
        ("body\n---\na: 1\n---\n", "{}", "body\n---\na: 1\n---\n"),
        ("{{< x >}}", "{}", "{{< x >}}"),
        ("---- \na", "{}", "---- \na"),
        ("", "{}", ""),
    ])
    func splits(_ text: String, _ values: String, _ body: String) throws {
        let file = SourceFile(path: "a.md", text: text)
        let matter = try FrontMatter.split(file)
        #expect(notation(.map(matter.values)) == values)
        #expect(String(decoding: file.bytes[matter.bodyOffset...], as: UTF8.self) == body)
    }

    @Test(arguments: [
        ("---\ntitle: A\n", "2:1"), ("---\ntitle: \"x\nfoo: [\n---\nbody\n", "2:8"), ("---\n- a\n---\n", "2:1"),
        ("\u{FEFF}---\na: b: c\n---\n", "2:4"), ("+++\na = 1\na = 2\n+++\n", "3:1"),
    ])
    func reportsErrorsAtTheirPlaceInTheFile(_ text: String, _ place: String) {
        let error = #expect(throws: Diagnostic.self) { try FrontMatter.split(SourceFile(path: "a.md", text: text)) }
        #expect(error?.rendered.hasPrefix("a.md:\(place): error:") == true, "\(error?.rendered ?? "")")
    }
}

import DataFormats
import Testing
import Text
import Values

@Suite struct XMLParserTests {
    @Test(arguments: [
        (
            "<?xml version=\"1.0\"?>\n<r><a>1</a><b x=\"2\">t</b><c/></r>",
            "{a: \"1\", b: {-x: \"2\", #text: \"t\"}, c: \"\"}"
        ),
        ("<r><i>1</i><i>2</i><i>3</i></r>", "{i: [\"1\" \"2\" \"3\"]}"),
        ("<r>&lt;&#65;&#x42;<![CDATA[<&]]></r><!-- end -->", "\"<AB<&\""), ("<x:r><x:a> t </x:a></x:r>", "{a: \"t\"}"),
        ("", "null"),
    ])
    func makesValues(_ text: String, _ expected: String) throws {
        #expect(notation(try parseData(SourceFile(path: "a.xml", text: text), as: .xml).value) == expected)
    }

    @Test(arguments: [
        "<a>", "<a></b>", "<a x=1/>", "<a>&nope;</a>", "<a>& </a>", "<a/><b/>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>",
        "<a",
        "<a x=\"",
    ])
    func refusesWhatIsNotWellFormed(_ text: String) {
        let error = #expect(throws: Diagnostic.self) { try parseData(SourceFile(path: "a", text: text), as: .xml) }
        #expect(error?.code == "xml.syntax")
    }

    @Test func refusesEndlessNesting() {
        let file = SourceFile(path: "a", text: String(repeating: "<a>", count: 100_000))
        #expect(throws: Diagnostic.self) { try parseData(file, as: .xml) }
    }
}

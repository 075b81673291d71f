import HugoMarkdown
import Testing
import Text
import Values

@Suite struct ShortcodeParserTests {
    private func outline(_ text: String) throws -> String {
        let file = SourceFile(path: "a.md", text: text)
        let parser = ShortcodeParser(file: file, range: 0..<file.bytes.count) { name in
            switch name {
            case "box", "md": true
            case "nope": nil
            default: false
            }
        }
        return outline(try parser.parse(), file)
    }

    private func outline(_ items: [ContentItem], _ file: SourceFile) -> String {
        items.map { item in
            switch item {
            case .text(let range): return String(decoding: file.bytes[range], as: UTF8.self)
            case .summaryDivider: return "[more]"
            case .shortcode(let shortcode):
                var text = "[\(shortcode.isMarkdown ? "%" : "")\(shortcode.name)#\(shortcode.ordinal)"
                switch shortcode.arguments {
                case .none: break
                case .positional(let values): text += " \(values)"
                case .named(let map): text += " " + map.map { "\($0)=\($1)" }.joined(separator: ",")
                }
                if !shortcode.inner.isEmpty { text += ": " + outline(shortcode.inner, file) }
                return text + "]"
            }
        }.joined()
    }

    @Test(arguments: [
        ("a {{< pos one >}} b", "a [pos#0 [Values.Value.string(\"one\")]] b"),
        ("{{< box >}}in {{< pos 1 >}}{{< /box >}}", "[box#0: in [pos#0 [Values.Value.int(1)]]]"),
        ("{{< box />}}{{% md %}}x{{% /md %}}", "[box#0][%md#1: x]"),
        ("{{</* pos one */>}}", "{{< pos one >}}"),
        ("{{%/* pos one */%}}", "{{% pos one %}}"),
        ("${{ secrets.X }} {{checksum}}", "${{ secrets.X }} {{checksum}}"),
        ("a\n<!--more-->\n\nb", "a\n[more]b"),
        ("{{< named\n  a=\"x y\"\n b=`r`\n>}}", "[named#0 a=string(\"x y\"),b=string(\"r\")]"),
        (
            "{{< sub/deep 1.5 true \"true\" >}}",
            "[sub/deep#0 [Values.Value.float(1.5), Values.Value.bool(true), Values.Value.string(\"true\")]]"
        ),
    ])
    func findsShortcodes(text: String, expected: String) throws {
        #expect(try outline(text) == expected)
    }

    @Test(arguments: [
        ("{{< box >}}", "failed to extract shortcode: shortcode \"box\" must be closed or self-closed"),
        ("{{< pos ", "unclosed shortcode action"),
        ("{{< nope >}}", "failed to extract shortcode: template for shortcode \"nope\" not found"),
        ("{{< >}}", "shortcode has no name"),
        ("{{< box >}}{{< /other >}}", "closing tag for shortcode 'other' does not match start tag"),
        ("{{</* x", "comment must be closed"),
    ])
    func wordsErrorsAsHugoDoes(text: String, message: String) {
        let error = #expect(throws: Diagnostic.self) { try outline(text) }
        #expect(error?.message == message)
    }

    /// The columns are those that Hugo 0.168 names.
    @Test(arguments: [
        ("text {{< /box >}}", 10), ("{{< box >}}{{< /pos >}}", 17), ("{{< pos src=\"x\" 1 >}}", 17),
        ("{{< pos 1 src=\"x\" >}}", 11), ("{{< pos src=\"x >}}", 14), ("{{< pos src=\"x\" %}}", 17),
        ("{{< pos src= >}}", 17),
    ])
    func placesErrorsAsHugoDoes(text: String, column: Int) {
        let error = #expect(throws: Diagnostic.self) { try outline(text) }
        #expect(error?.location.map { $0.file.position(of: $0.range.lowerBound).column } == column)
    }
}

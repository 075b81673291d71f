import Testing
import Text

@Suite struct ByteWriterTests {
    @Test(arguments: [0, 7, -7, 10, -10, 1_234_567, Int.max, Int.min])
    func writesIntegersAsTheLanguageDoes(_ number: Int) {
        var writer = ByteWriter()
        writer.write(integer: number)
        #expect(writer.string == String(number))
    }

    @Test(arguments: [(5, 2, "05"), (123, 2, "123"), (-5, 3, "-005")])
    func fillsWithZeros(_ number: Int, _ width: Int, _ text: String) {
        var writer = ByteWriter()
        writer.write(integer: number, width: width)
        #expect(writer.string == text)
    }

    @Test(arguments: [
        ("a<b>&\"'+", HTMLEscapeStyle.goTemplate, "a&lt;b&gt;&amp;&#34;&#39;&#43;"),
        ("a<b>&\"'+", .goHTML, "a&lt;b&gt;&amp;&#34;&#39;+"),
        ("a<b>&\"'+", .markdown, "a&lt;b&gt;&amp;&quot;'+"),
        ("", .goTemplate, ""), ("plain ü", .goTemplate, "plain ü"), ("\0", .goTemplate, "\u{FFFD}"),
        ("&&", .markdown, "&amp;&amp;"),
    ])
    func escapesForEachReader(_ text: String, _ style: HTMLEscapeStyle, _ expected: String) {
        #expect(htmlEscaped(text, style: style) == expected)
    }

    @Test func escapedTextHoldsNoMarkupWhateverItWas() {
        var state: UInt64 = 7
        for _ in 0..<500 {
            let bytes = (0..<64).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            var writer = ByteWriter()
            writer.writeHTMLEscaped(bytes[...], style: .goTemplate)
            #expect(!writer.bytes.contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 })
        }
    }
}

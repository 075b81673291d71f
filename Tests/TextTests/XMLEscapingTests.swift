import Testing
import Text

/// Text as XML has it.
@Suite struct XMLEscapingTests {
    @Test(arguments: [
        ("a & b < c > \"d\"", "a &amp; b &lt; c &gt; &quot;d&quot;"),
        ("one\ntwo\tthree\rfour", "one&#10;two three four"),
        ("\u{0}\u{B}\u{1F}\u{7F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("\u{FFFD}\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        // Bytes of other characters that look alike.
        ("\u{FFBF}\u{FFFC}\u{1FFFE}Ä–", "\u{FFBF}\u{FFFC}\u{1FFFE}Ä–"),
    ])
    func escapesWhatHasAMeaningAndReplacesWhatIsNotAllowed(_ text: String, _ escaped: String) {
        var out = ByteWriter()
        out.writeXMLEscaped(text)
        #expect(out.string == escaped)
    }
}

import SyntaxColor
import Testing

@Suite struct HugoComparisonTests {
    @Test(arguments: CodeCase.load { _ in true })
    func writesWhatHugoWrites(_ sample: CodeCase) {
        var options = HighlightOptions()
        options.setAll(sample.options)
        let html = SyntaxHighlighter().html(code: sample.code, language: sample.language, options: options)
        let have = String(decoding: html, as: UTF8.self)
        #expect(have == sample.html, Comment(rawValue: firstDifference(have, sample.html)))
    }

    private func firstDifference(_ have: String, _ want: String) -> String {
        let (have, want) = (Array(have.utf8), Array(want.utf8))
        let at = zip(have, want).prefix { $0 == $1 }.count
        let start = max(0, at - 150)
        let piece = { (bytes: [UInt8]) in
            String(decoding: bytes[min(start, bytes.count)..<min(bytes.count, at + 150)], as: UTF8.self)
        }
        return "have …\(piece(have))…\nwant …\(piece(want))…"
    }
}

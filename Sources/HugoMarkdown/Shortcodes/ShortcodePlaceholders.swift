internal import Text

/// Words that stand for shortcodes while a text goes through Markdown, and are put back as their output.
///
/// A placeholder is one word of letters and digits, so that Markdown sees what it would see of plain text.
package struct ShortcodePlaceholders: Sendable {
    private let prefix: [UInt8]
    private static let suffix = Array("HBHB".utf8)

    /// Placeholders that do not occur in `source`.
    package init(avoiding source: [UInt8]) {
        var word = "HAHAHUGOSHORTCODE"
        while contains(source, Array(word.utf8)) { word += "S" }
        prefix = Array((word + "s").utf8)
    }

    /// The word for the shortcode with the given number.
    package func placeholder(_ number: Int) -> [UInt8] {
        prefix + Array(String(number).utf8) + Self.suffix
    }

    /// `html` with each placeholder replaced by what `replacement` gives for its number.
    ///
    /// A placeholder that is alone in a paragraph takes the paragraph's tags with it.
    package func expand(_ html: [UInt8], _ replacement: (Int) throws -> [UInt8]) rethrows -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(html.count)
        var index = 0
        while let found = find(html, prefix, from: index) {
            var end = found + prefix.count
            var number = 0
            let digits = end
            while end < html.count, end - digits < 9, html[end] >= 0x30, html[end] <= 0x39 {
                number = number * 10 + Int(html[end] - 0x30)
                end += 1
            }
            guard end > digits, starts(html, with: Self.suffix, at: end) else {
                result.append(contentsOf: html[index..<end])
                index = end
                continue
            }
            end += Self.suffix.count
            result.append(contentsOf: html[index..<found])
            if result.count >= 3, found - index >= 3, starts(html, with: [0x3C, 0x70, 0x3E], at: found - 3),
                starts(html, with: [0x3C, 0x2F, 0x70, 0x3E], at: end)
            {
                result.removeLast(3)
                end += 4
            }
            result.append(contentsOf: try replacement(number))
            index = end
        }
        result.append(contentsOf: html[index...])
        return result
    }
}

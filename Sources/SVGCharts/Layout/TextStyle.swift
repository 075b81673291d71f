/// Size and weight of a text; what its box depends on.
struct TextStyle: Sendable, Hashable {
    /// The font size in pixels.
    var size: Double
    /// Whether it is set semi-bold.
    var isBold = false

    /// The box of `text` with its baseline at `y` and its anchor at `x`.
    func box(of text: String, x: Double, y: Double, anchor: TextAnchor) -> Box {
        let width = self.width(of: text)
        let left: Double
        switch anchor {
        case .start: left = x
        case .middle: left = x - width / 2
        case .end: left = x - width
        }
        // Ascender and descender of the figures and letters that labels use.
        return Box(x: left, y: y - size * 0.76, width: width, height: size * 0.98)
    }

    /// The width of `text` in pixels.
    func width(of text: String) -> Double { AdvanceWidths.width(of: text, size: size, isBold: isBold) }

    /// `text` broken at spaces into lines of at most `width`; the last of `limit` lines is cut when more would be needed.
    func lines(of text: String, width: Double, limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var words = text.split(separator: " ").map(String.init)[...]
        while let word = words.first {
            let longer = line.isEmpty ? word : line + " " + word
            if self.width(of: longer) <= width || line.isEmpty {
                line = longer
                words.removeFirst()
            } else if lines.count + 1 < limit {
                lines.append(clipped(line, to: width))
                line = ""
            } else {
                // The rest goes on this line, and what does not fit is cut.
                line = longer
                words.removeFirst()
                line = clipped(([line] + words).joined(separator: " "), to: width)
                words = []
            }
        }
        if !line.isEmpty { lines.append(clipped(line, to: width)) }
        return lines
    }

    /// `text`, or its beginning with an ellipsis, in at most `length` characters.
    static func cut(_ text: String, to length: Int) -> String {
        guard text.unicodeScalars.count > length else { return text }
        var kept = String.UnicodeScalarView(text.unicodeScalars.prefix(max(1, length - 1)))
        while let last = kept.last, last == " " || last == "," { kept.removeLast() }
        return String(kept) + "…"
    }

    /// `text`, or its beginning with an ellipsis, so that it is no wider than `width`.
    func clipped(_ text: String, to width: Double) -> String {
        if self.width(of: text) <= width { return text }
        let room = width - self.width(of: "…")
        var kept = String.UnicodeScalarView()
        var used = 0.0
        for scalar in text.unicodeScalars {
            used += Double(AdvanceWidths.advance(of: scalar, isBold: isBold)) * size / 1000
            if used > room { break }
            kept.append(scalar)
        }
        while let last = kept.last, last == " " || last == "," { kept.removeLast() }
        return String(kept) + "…"
    }
}

/// Where the given x lies in a text.
enum TextAnchor: Sendable, Hashable {
    /// At its left edge.
    case start
    /// In its middle.
    case middle
    /// At its right edge.
    case end
}

internal import Text

/// A finished drawing: its bytes in either form, and the boxes of what lies in it.
package struct ChartDrawing: Sendable {
    /// Where the drawing will stand.
    package enum Form: Sendable, Hashable {
        /// A file of its own, with ground, style and namespace; for `<img>`, mail and download.
        case file
        /// Inside a page whose style sheet holds `chartStyleSheet`; `id` is unique on that page.
        case inline(id: String)
    }

    /// A text and the box it needs.
    package struct PlacedText: Sendable, Hashable {
        /// What is written.
        package let text: String
        /// What it covers at most, in any common font.
        package let box: Box
    }

    /// The class that says for which column it was laid out: `kc-wide`, `kc-narrow` (below 480 pixels) or `kc-spark`.
    package let layout: String
    /// How wide it is, in pixels.
    package let width: Int
    /// How high it is, in pixels.
    package let height: Int
    /// The subject or finding, in one line.
    package let title: String
    /// The figures for a reader who does not see them.
    package let description: String
    let body: [UInt8]
    let paints: Set<Paint>
    let usesMissingPattern: Bool
    let usesRunningPattern: Bool
    /// Every text with its box.
    package let texts: [PlacedText]
    /// The boxes of everything that is not text, without grounds and hover areas.
    package let ink: [Box]

    /// Stands in the body where the prefix of ids goes; U+001A, which no text of a drawing can hold.
    static let prefixMark: UInt8 = 0x1A
    /// The margin of a file around the drawing.
    private static let margin = 16

    /// The element `<svg>`, in UTF-8; the same bytes for the same data.
    package func svg(_ form: Form) -> [UInt8] {
        var out = ByteWriter(capacity: body.count + 2400)
        let prefix: String
        switch form {
        case .file: prefix = "k"
        case .inline(let id): prefix = Self.identifier(id)
        }
        out.write(literal: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kc ")
        out.write(layout)
        out.write("\" role=\"img\" aria-labelledby=\"\(prefix)t\" aria-describedby=\"\(prefix)d\"")
        let margin = form == .file && layout != "kc-spark" ? Self.margin : 0
        let outer = (width: width + 2 * margin, height: height + 2 * margin)
        out.write(" width=\"\(outer.width)\" height=\"\(outer.height)\"")
        out.write(" viewBox=\"\(-margin) \(-margin) \(outer.width) \(outer.height)\"")
        out.write(literal: " font-family=\"system-ui,Arial,sans-serif\">\n")
        out.write("<title id=\"\(prefix)t\">")
        out.writeXMLEscaped(title)
        out.write("</title>\n<desc id=\"\(prefix)d\">")
        out.writeXMLEscaped(description)
        out.write(literal: "</desc>\n")
        if form == .file {
            out.write("<style>\(ChartStyle.fileRules(paints))</style>\n")
            out.write("<rect \(Paint(.fill, .ground).attributes)")
            out.write(" x=\"\(-margin)\" y=\"\(-margin)\" width=\"\(outer.width)\" height=\"\(outer.height)\"/>\n")
        }
        if usesMissingPattern { out.write(Self.pattern(prefix + "m", .axis, width: 1)) }
        if usesRunningPattern { out.write(Self.pattern(prefix + "r", .ground, width: 2.5)) }
        for part in body.split(separator: Self.prefixMark, omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 { out.write(prefix) }
            out.write(bytes: part.element)
        }
        out.write(literal: "</svg>\n")
        return out.bytes
    }

    private static func pattern(_ id: String, _ tone: Tone, width: Double) -> String {
        "<pattern id=\"\(id)\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            + "<path \(Paint(.stroke, tone).attributes)"
            + " stroke-width=\"\(width == 1 ? "1" : "2.5")\" d=\"M2.5 0v5\"/></pattern>\n"
    }

    /// `id` with every byte that is no letter, digit, `-` or `_` replaced, and a letter in front.
    private static func identifier(_ id: String) -> String {
        let bytes = id.utf8.map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: return byte
            default: return 0x2D
            }
        }
        return "kc-" + String(decoding: bytes, as: UTF8.self) + "-"
    }
}

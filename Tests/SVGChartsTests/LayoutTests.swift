import SVGCharts
import Testing

/// No text on text, on a line or on a mark, at any width, with any data.
@Suite struct LayoutTests {
    static let cases: [(String, Int)] = Samples.all.flatMap { sample in
        [320, 360, 479, 480, 600, 720, 1200].map { (sample.name, $0) }
    }

    private func drawing(_ name: String, _ width: Int) throws -> ChartDrawing {
        try #require(Samples.all.first { $0.name == name }).chart.drawing(width: width)
    }

    @Test(arguments: cases) func keepsTextsApart(name: String, width: Int) throws {
        let drawing = try drawing(name, width)
        for (index, text) in drawing.texts.enumerated() {
            for other in drawing.texts[(index + 1)...] where text.box.intersects(other.box) {
                Issue.record("\(text.text) lies on \(other.text)")
            }
        }
    }

    @Test(arguments: cases) func keepsTextsOffMarks(name: String, width: Int) throws {
        let drawing = try drawing(name, width)
        for text in drawing.texts {
            if let mark = drawing.ink.first(where: { $0.intersects(text.box) }) {
                Issue.record("\(text.text) at \(text.box) lies on \(mark)")
            }
        }
    }

    @Test(arguments: cases) func keepsEverythingInside(name: String, width: Int) throws {
        let drawing = try drawing(name, width)
        #expect(drawing.width == width)
        for text in drawing.texts {
            #expect(
                text.box.x >= -0.5 && text.box.right <= Double(width) + 0.5 && text.box.y >= 0
                    && text.box.bottom <= Double(drawing.height), "\(text.text) at \(text.box)")
        }
        for box in drawing.ink {
            #expect(
                box.x >= -1 && box.right <= Double(width) + 1 && box.y >= -1
                    && box.bottom <= Double(drawing.height) + 1,
                "\(box)")
        }
    }

    @Test(arguments: cases) func writesNoTextUnderTenPixels(name: String, width: Int) throws {
        let source = String(decoding: try drawing(name, width).svg(.file), as: UTF8.self)
        for part in source.split(separator: "font-size=\"").dropFirst() {
            let size = try #require(Double(part.prefix { $0 != "\"" }))
            #expect(size >= 10)
        }
    }

    @Test(arguments: [320, 340, 720, 1200]) func findsRoomForEveryFlag(width: Int) throws {
        let texts = try drawing("cumulative", width).texts.map(\.text)
        #expect(texts.contains { $0.contains("754") && $0 != texts.first })
        #expect(texts.contains { $0.hasSuffix("25 Jun") && $0.contains("≈") })
        #expect(texts.contains { $0.hasPrefix("sunset") })
    }

    @Test func changesItsLayoutBelow480Pixels() throws {
        #expect(try drawing("daily", 479).layout == "kc-narrow")
        #expect(try drawing("daily", 480).layout == "kc-wide")
    }
}

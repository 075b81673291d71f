internal import Text

/// What marks draw on: the bytes of the drawing, and the boxes of all that was drawn.
///
/// The boxes are what the tests compare: no text may lie on another text or on a mark.
struct Canvas {
    /// How wide the drawing is.
    let width: Double
    /// Whether it is laid out for a narrow column.
    let isNarrow: Bool
    /// The elements so far.
    private(set) var body = ByteWriter(capacity: 8192)
    /// Each text with its box.
    private(set) var texts: [ChartDrawing.PlacedText] = []
    /// The boxes of what is not text.
    private(set) var ink: [Box] = []
    /// The classes in use, and with them the tones.
    private(set) var paints: Set<Paint> = [Paint(.fill, .ground), Paint(.fill, .muted)]
    /// Whether a mark is filled with the pattern of missing days.
    private(set) var usesMissingPattern = false
    /// Whether a mark is covered with the pattern of the running day.
    private(set) var usesRunningPattern = false

    /// An empty drawing of `width` pixels.
    init(width: Int) {
        self.width = Double(width)
        isNarrow = width < 480
    }

    /// The size of axis labels and legends.
    var labelStyle: TextStyle { TextStyle(size: isNarrow ? 11 : 12) }

    // MARK: Elements

    /// Opens an element with a tone: class, and the light colour for readers without style sheets.
    private mutating func open(_ name: StaticString, _ tone: Tone, _ property: Paint.Property) {
        let paint = Paint(property, tone)
        paints.insert(paint)
        body.write(literal: "<")
        body.write(literal: name)
        body.write(literal: " ")
        body.write(paint.attributes)
    }

    private mutating func attribute(_ name: StaticString, _ value: Double) {
        body.write(literal: " ")
        body.write(literal: name)
        body.write(literal: "=\"")
        body.write(coordinate: value)
        body.write(literal: "\"")
    }

    private mutating func attribute(_ name: StaticString, _ value: String) {
        body.write(literal: " ")
        body.write(literal: name)
        body.write(literal: "=\"")
        body.writeXMLEscaped(value)
        body.write(literal: "\"")
    }

    /// Draws texts of one tone and size that begin at their x.
    mutating func text(_ tone: Tone, _ style: TextStyle, _ labels: [(text: String, x: Double, y: Double)]) {
        text(tone, style, .start, labels)
    }

    /// Draws texts of one tone, size and anchor.
    mutating func text(
        _ tone: Tone, _ style: TextStyle, _ anchor: TextAnchor, _ labels: [(text: String, x: Double, y: Double)]
    ) {
        guard !labels.isEmpty else { return }
        open("g", tone, .fill)
        attribute("font-size", style.size)
        if style.isBold { attribute("font-weight", "600") }
        if anchor != .start { attribute("text-anchor", anchor == .end ? "end" : "middle") }
        body.write(literal: ">")
        for label in labels {
            body.write(literal: "<text")
            attribute("x", label.x)
            attribute("y", label.y)
            body.write(literal: ">")
            body.writeXMLEscaped(label.text)
            body.write(literal: "</text>")
            texts.append(
                .init(text: label.text, box: style.box(of: label.text, x: label.x, y: label.y, anchor: anchor)))
        }
        body.write(literal: "</g>\n")
    }

    /// Draws one path with a stroke.
    mutating func stroke(
        _ tone: Tone, width: Double, dash: String = "", opacity: Double = 1, roundJoin: Bool = false, _ path: SVGPath
    ) {
        guard !path.isEmpty else { return }
        open("path", tone, .stroke)
        if path.hasInside { body.write(literal: " fill=\"none\"") }
        if width != 1 { attribute("stroke-width", width) }
        if !dash.isEmpty { attribute("stroke-dasharray", dash) }
        if opacity != 1 { attribute("stroke-opacity", opacity) }
        if roundJoin { attribute("stroke-linejoin", "round") }
        finish(path)
    }

    /// Draws one filled path.
    mutating func fill(_ tone: Tone, opacity: Double = 1, _ path: SVGPath) {
        guard !path.isEmpty else { return }
        open("path", tone, .fill)
        if opacity != 1 {
            body.write(literal: " fill-opacity=\"")
            body.write(String(Int((opacity * 100).rounded())).count == 1 ? ".0" : ".")
            body.write(integer: Int((opacity * 100).rounded()))
            body.write(literal: "\"")
        }
        finish(path)
    }

    private mutating func finish(_ path: SVGPath) {
        body.write(literal: " d=\"")
        body.write(bytes: path.bytes)
        body.write(literal: "\"/>\n")
        ink.append(contentsOf: path.boxes)
    }

    /// Fills boxes with the pattern that marks days without data.
    mutating func fillMissing(_ boxes: [Box]) {
        guard !boxes.isEmpty else { return }
        usesMissingPattern = true
        paints.insert(Paint(.stroke, .axis))
        patterned("m", boxes)
        ink.append(contentsOf: boxes)
    }

    /// Covers boxes with stripes of the ground: what lies below is still growing.
    mutating func coverRunning(_ boxes: [Box]) {
        guard !boxes.isEmpty else { return }
        usesRunningPattern = true
        paints.insert(Paint(.stroke, .ground))
        patterned("r", boxes)
    }

    private mutating func patterned(_ pattern: StaticString, _ boxes: [Box]) {
        body.write(literal: "<path fill=\"url(#")
        // The writer of the whole drawing puts its own prefix where this byte stands: ids are unique on a page.
        body.write(byte: ChartDrawing.prefixMark)
        body.write(literal: pattern)
        body.write(literal: ")\" d=\"")
        var path = SVGPath()
        for box in boxes { path.rectangle(box) }
        body.write(bytes: path.bytes)
        body.write(literal: "\"/>\n")
    }

    /// Puts transparent boxes over the drawing that say their figures when the pointer rests on them.
    mutating func hover(_ targets: [(box: Box, text: String)]) {
        guard let first = targets.first?.box, first.width > 0, first.height > 0 else { return }
        // Bands and cells are alike: in their own unit their places are small whole numbers, which keeps files small.
        body.write(literal: "<g class=\"kc-h\" fill=\"none\" pointer-events=\"all\" transform=\"translate(")
        body.write(coordinate: first.x)
        body.write(literal: " ")
        body.write(coordinate: first.y)
        body.write(literal: ")scale(")
        // The steps of the densest bands are fractions that a tenth of a pixel would spoil.
        body.write(thousandths: first.width)
        body.write(literal: " ")
        body.write(coordinate: first.height)
        body.write(literal: ")\">")
        for target in targets {
            body.write(literal: "\n<rect")
            attribute("x", ((target.box.x - first.x) / first.width * 10).rounded() / 10)
            let y = ((target.box.y - first.y) / first.height * 10).rounded() / 10
            if y != 0 { attribute("y", y) }
            body.write(literal: " width=\"1\" height=\"1\"><title>")
            body.writeXMLEscaped(target.text)
            body.write(literal: "</title></rect>")
        }
        body.write(literal: "\n</g>\n")
    }

    /// The finished drawing.
    ///
    /// `layout` is the class by which a style sheet tells drawings apart, nil for the wide or the narrow layout.
    func drawing(height: Double, title: String, description: String, layout: String? = nil) -> ChartDrawing {
        ChartDrawing(
            layout: layout ?? (isNarrow ? "kc-narrow" : "kc-wide"), width: Int(width), height: Int(height.rounded(.up)),
            title: title, description: description,
            body: body.bytes, paints: paints, usesMissingPattern: usesMissingPattern,
            usesRunningPattern: usesRunningPattern, texts: texts, ink: ink)
    }
}

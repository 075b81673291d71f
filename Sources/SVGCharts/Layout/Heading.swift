/// Title, subtitle and stamp: what stands above every graph, at the left.
struct Heading {
    /// The subject or the finding.
    var title: String
    /// Unit, period, zone.
    var subtitle: String
    /// Up to when there are data; at the right where there is room.
    var stamp: String?

    /// Writes the heading and returns the y below it.
    func draw(on canvas: inout Canvas) -> Double {
        let titleStyle = TextStyle(size: canvas.isNarrow ? 15 : 16, isBold: true)
        let style = canvas.labelStyle
        var y = titleStyle.size
        var labels: [(text: String, x: Double, y: Double)] = []
        for (index, line) in titleStyle.lines(of: title, width: canvas.width, limit: 3).enumerated() {
            if index > 0 { y += 20 }
            labels.append((line, 0, y))
        }
        canvas.text(.ink, titleStyle, labels)
        y += 4
        var lines: [(text: String, x: Double, y: Double)] = []
        var lastWidth = 0.0
        for line in style.lines(of: subtitle, width: canvas.width, limit: 3) {
            y += 16
            lines.append((line, 0, y))
            lastWidth = style.width(of: line)
        }
        guard let stamp, !stamp.isEmpty else {
            canvas.text(.muted, style, lines)
            return y + 8
        }
        if lastWidth > 0 && lastWidth + 24 + style.width(of: stamp) <= canvas.width {
            canvas.text(.muted, style, lines)
            canvas.text(.muted, style, .end, [(stamp, canvas.width, y)])
        } else {
            for line in style.lines(of: stamp, width: canvas.width, limit: 2) {
                y += 16
                lines.append((line, 0, y))
            }
            canvas.text(.muted, style, lines)
        }
        return y + 8
    }
}

/// Sentences below a graph that say what its signs mean; only those that occur.
struct Footnotes {
    /// The sentences.
    var sentences: [String]

    /// Writes them from `y` on and returns the y below.
    func draw(on canvas: inout Canvas, y: Double) -> Double {
        let style = TextStyle(size: 11)
        var y = y
        var labels: [(text: String, x: Double, y: Double)] = []
        // Each sentence begins where the last ended as long as it fits: few lines, and none broken early.
        let lines = style.lines(of: sentences.joined(separator: " "), width: canvas.width, limit: 6)
        for line in lines {
            y += 15
            labels.append((line, 0, y))
        }
        canvas.text(.muted, style, labels)
        return labels.isEmpty ? y : y + 5
    }
}

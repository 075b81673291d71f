/// Vertical rules under their names.
struct RuleMark {
    /// The upper edge of the plot; the rows of names stand above it.
    let top: Double
    /// The y of the baseline.
    let bottom: Double

    /// Draws each flag with its rule and its name.
    func draw(_ flags: [FlagStrip.Flag], style: TextStyle, on canvas: inout Canvas) {
        for flag in flags {
            let baseline = top - 8 - Double(flag.row) * 16
            var rule = SVGPath()
            let start = baseline + style.size * 0.22 + 1
            rule.vertical(x: flag.x, y: start, length: bottom - start)
            let isToday = flag.tone == .ink
            canvas.stroke(isToday ? .muted : flag.tone, width: isToday ? 1 : 1.5, dash: flag.dash, rule)
            canvas.text(flag.tone, style, [(flag.name, flag.left, baseline)])
        }
    }
}

/// The signs for days that have no bar, or not their whole bar: zero, missing, running.
struct DayStateMark {
    /// Days to bands.
    let band: BandScale
    /// The upper edge of the plot.
    let top: Double
    /// The y of the baseline.
    let bottom: Double

    /// Fills the columns of days without data.
    func drawMissing(on canvas: inout Canvas, indices: [Int]) {
        canvas.fillMissing(
            indices.map { index in
                Box(x: band.middle(index) - band.bar / 2, y: top, width: band.bar, height: bottom - top)
            })
    }

    /// Puts a short stroke where a day counted nothing.
    func drawZero(on canvas: inout Canvas, indices: [Int]) {
        var path = SVGPath()
        for index in indices { path.horizontal(x: band.middle(index) - band.bar / 2, y: bottom - 2, length: band.bar) }
        canvas.stroke(.axis, width: 2, path)
    }

    /// Stripes the bar of the running day, which is `height` pixels high.
    func drawRunning(on canvas: inout Canvas, index: Int, height: Double) {
        guard height >= 1 else { return }
        canvas.coverRunning([
            Box(x: band.middle(index) - band.bar / 2, y: bottom - height, width: band.bar, height: height)
        ])
    }

    /// Sentences for the signs that were used.
    static func notes(zero: Bool, missing: Bool, running: Bool) -> [String] {
        var notes: [String] = []
        if running { notes.append("Striped: today, still running.") }
        if missing { notes.append("Hatched: no data.") }
        if zero { notes.append("Flat stroke: zero.") }
        return notes
    }
}

/// A scale from positions in a row to bands of equal width.
///
/// Where there is room bands begin on whole pixels: a row of bars whose gaps differ by one pixel looks uneven.
struct BandScale: Sendable {
    /// The x of the first band.
    let start: Double
    /// The distance from one band to the next.
    let step: Double
    /// The number of bands.
    let count: Int

    /// Bands for `count` things on `width` pixels from `start`; `isExact` ends the last with the width, for what is no bar.
    init(count: Int, start: Double, width: Double, isExact: Bool = false) {
        let count = max(1, count)
        let raw = max(0.1, width / Double(count))
        self.start = start
        self.count = count
        step = raw >= 5 && !isExact ? raw.rounded(.down) : raw
    }

    /// The width of all bands together.
    var width: Double { step * Double(count) }
    /// The right end of the last band.
    var end: Double { start + width }
    /// The left edge of the band at `index`.
    func left(_ index: Int) -> Double { start + step * Double(index) }
    /// The middle of the band at `index`; a whole pixel where steps are whole, the same distance from each left edge.
    func middle(_ index: Int) -> Double {
        isWhole ? (start + step / 2).rounded(.down) + step * Double(index) : start + step * (Double(index) + 0.5)
    }

    private var isWhole: Bool { step == step.rounded() }

    /// The width of a bar in a band: about four fifths of it, and even where steps are whole so that edges are whole too.
    var bar: Double {
        guard isWhole && step >= 5 else { return max(0.5, step * 0.8) }
        return max(2, (step * 0.78 / 2).rounded() * 2)
    }
}

/// A scale from counts to pixels with a zero baseline and round ticks.
struct LinearScale: Sendable {
    /// The distance between ticks: 1, 2 or 5 times a power of ten.
    let step: Int
    /// The value at the top of the scale; a tick only where one lies near.
    let top: Int
    /// The pixels from zero to the top.
    let length: Double

    /// The least distance of two ticks in pixels.
    private static let leastDistance = 34.0

    /// A scale for values up to `maximum` on `length` pixels.
    ///
    /// Steps are those of d3-array's `ticks`, computed in integers. Of those that give four to six labels with the zero,
    /// 34 pixels apart or more, the one counts that leaves the least of the height empty, then the one with more labels. The
    /// scale ends with the maximum, or with the tick above it where that lies within a sixteenth.
    init(maximum: Int, length: Double) {
        // Counts are whole: with fewer than three steps of one there would be too few labels to read against.
        let maximum = max(maximum, 4)
        self.length = length
        var best: (step: Int, top: Int, rank: Int)?
        for count in 3...8 {
            let step = Self.step(maximum: maximum, count: count)
            let (next, overflow) = ((maximum - 1) / step + 1).multipliedReportingOverflow(by: step)
            let above = overflow ? Int.max : next
            for (top, rank) in [(maximum, maximum), (above, above - maximum <= maximum / 16 ? maximum - 1 : above)] {
                let labels = top / step + 1
                guard (4...6).contains(labels), length * Double(step) / Double(top) >= Self.leastDistance else {
                    continue
                }
                if let best, (best.rank, best.step) <= (rank, step) { continue }
                best = (step, top, rank)
            }
        }
        step = best?.step ?? Self.step(maximum: maximum, count: 4)
        top = best?.top ?? maximum
    }

    /// The distance between ticks for about `count` of them between 0 and `maximum`.
    ///
    /// d3 rounds `maximum / count` to the nearest of 1, 2, 5, 10 times a power of ten on a logarithmic scale, that is
    /// at the square roots of 2, 10 and 50. Squares are compared here, so no floating point takes part.
    static func step(maximum: Int, count: Int) -> Int {
        let maximum = UInt128(max(maximum, 1))
        let count = UInt128(max(count, 1))
        var power: UInt128 = 1
        while maximum >= count * power * 10 { power *= 10 }
        // Of the largest counts the low bits are dropped, so that 50 times a square stays within 128 bits.
        let shift: UInt128 = maximum < 1 << 60 ? 0 : 8
        let value = maximum >> shift
        let unit = (count * power) >> shift
        let square = value * value
        let base = unit * unit
        let factor: UInt128 = square >= base * 50 ? 10 : square >= base * 10 ? 5 : square >= base * 2 ? 2 : 1
        return Int(clamping: max(1, factor * power))
    }

    /// The ticks from zero up to the top.
    var ticks: [Int] { (0...(top / step)).map { $0 * step } }

    /// The pixels above the baseline at which `value` stands.
    func height(_ value: Int) -> Double {
        Double(max(0, min(value, top))) / Double(top) * length
    }
}

/// A scale from counts to pixels with a zero baseline and round ticks.
struct LinearScale: Sendable {
    /// The distance between ticks: 1, 2 or 5 times a power of ten.
    let step: Int
    /// The number of steps between zero and the top.
    let steps: Int
    /// The pixels from zero to the top.
    let length: Double

    /// A scale for values up to `maximum` on `length` pixels.
    ///
    /// The step is the one of d3-array's `ticks`, computed in integers, for the first of the wished counts that gives
    /// four to six labels with the zero; the top is the first tick that is not below the maximum.
    init(maximum: Int, length: Double) {
        // Counts are whole: with fewer than three steps of one there would be too few labels to read against.
        let maximum = max(maximum, 4)
        self.length = length
        let room = max(2, min(5, Int(length / 35)))
        var chosen: (step: Int, steps: Int)?
        for count in [room, 5, 4, 6, 3, 7, 8] {
            let step = Self.step(maximum: maximum, count: count)
            let steps = (maximum - 1) / step + 1
            if chosen == nil { chosen = (step, steps) }
            if steps <= max(3, room) && steps >= 3 {
                chosen = (step, steps)
                break
            }
        }
        step = chosen?.step ?? 1
        steps = chosen?.steps ?? maximum
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

    /// The value at the top of the scale.
    var top: Int {
        let (product, overflow) = step.multipliedReportingOverflow(by: steps)
        return overflow ? Int.max : product
    }

    /// The ticks from zero to the top.
    var ticks: [Int] {
        (0...steps).map { index in
            let (product, overflow) = step.multipliedReportingOverflow(by: index)
            return overflow ? Int.max : product
        }
    }

    /// The pixels above the baseline at which `value` stands.
    func height(_ value: Int) -> Double {
        Double(max(0, min(value, top))) / Double(top) * length
    }
}

/// The rows above the plot in which the names of vertical rules stand: today, the crossing of the quota, a sunset.
///
/// No name may lie on another, nor on the rule of another that comes down from a higher row.
struct FlagStrip {
    /// A vertical rule with its name.
    struct Flag {
        /// The x of the rule.
        var x: Double
        /// The name; shorter forms follow the longest.
        var names: [String]
        /// The colour.
        var tone: Tone
        /// The `stroke-dasharray`, empty for a solid rule.
        var dash: String
        /// The row, 0 next to the plot.
        var row = 0
        /// The name that found room.
        var name = ""
        /// The left edge of the name.
        var left = 0.0
        /// The width of the name.
        var width = 0.0
    }

    /// The size and weight of the names.
    let style: TextStyle
    /// The x that names may cover.
    let bounds: ClosedRange<Double>
    /// The most rows.
    let rows: Int

    /// The flags that found room, in the order given; those before have the better places.
    ///
    /// A place that leaves no room for a later flag is given up for the next best. The search ends after some thousand
    /// steps with the most flags that it found together; three flags never need as many.
    func place(_ flags: [Flag]) -> [Flag] {
        let choices = flags.prefix(6).map(candidates)
        var best: [Flag] = []
        var steps = 0
        func search(_ index: Int, _ placed: [Flag]) -> Bool {
            if placed.count > best.count { best = placed }
            guard index < choices.count else { return placed.count == choices.count }
            for candidate in choices[index] where isFree(candidate, among: placed) {
                steps += 1
                if steps > 4000 { return true }
                if search(index + 1, placed + [candidate]) { return true }
            }
            // Without this one, the others may all find room.
            return search(index + 1, placed)
        }
        _ = search(0, [])
        return best
    }

    private func candidates(of flag: Flag) -> [Flag] {
        var result: [Flag] = []
        for name in flag.names {
            let width = style.width(of: name)
            for row in 0..<rows {
                for left in [flag.x - width / 2, flag.x - width + 3, flag.x - 3] {
                    var candidate = flag
                    candidate.name = name
                    candidate.row = row
                    candidate.width = width
                    // At the edge of the drawing the name slides inwards as long as it still touches its rule.
                    candidate.left = min(max(left, bounds.lowerBound), bounds.upperBound - width)
                    guard candidate.left >= bounds.lowerBound, candidate.left <= flag.x,
                        candidate.left + width >= flag.x
                    else { continue }
                    result.append(candidate)
                }
            }
        }
        return result
    }

    private func isFree(_ flag: Flag, among placed: [Flag]) -> Bool {
        placed.allSatisfy { other in
            if other.row == flag.row {
                return flag.left + flag.width + 8 <= other.left || other.left + other.width + 8 <= flag.left
            }
            let (upper, lower) = other.row > flag.row ? (other, flag) : (flag, other)
            return upper.x < lower.left - 2 || upper.x > lower.left + lower.width + 2
        }
    }
}

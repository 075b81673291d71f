/// A column of labels beside the plot, each as near to its own height as its neighbours allow.
struct LabelColumn {
    /// A label of one or more lines.
    struct Label {
        /// The lines, first to last.
        var lines: [String]
        /// Where the middle of the label would stand if it were alone.
        var target: Double
        /// A label that is not needed is left out where it would touch another.
        var isNeeded: Bool
        /// The colour.
        var tone: Tone
        /// Whether it is set semi-bold.
        var isBold = false
        /// The middle it was given.
        var middle = 0.0
    }

    /// The height of a line.
    let lineHeight: Double
    /// The least and the greatest y that a label may touch.
    let bounds: ClosedRange<Double>

    private func height(_ label: Label) -> Double { Double(label.lines.count) * lineHeight }

    /// The labels that found room, with their middles, from top to bottom.
    ///
    /// Needed labels are pushed apart from the top downwards and then, where the last leaves the bounds, back upwards.
    /// Then each other label stays when its own place is free, or one a few pixels from it.
    func place(_ labels: [Label]) -> [Label] {
        var placed = labels.filter(\.isNeeded)
        // Stable: equal heights keep the order in which they came.
        placed = placed.enumerated().sorted { ($0.element.target, $0.offset) < ($1.element.target, $1.offset) }
            .map(\.element)
        var top = bounds.lowerBound
        for index in placed.indices {
            let half = height(placed[index]) / 2
            placed[index].middle = max(placed[index].target, top + half)
            top = placed[index].middle + half
        }
        var bottom = bounds.upperBound
        for index in placed.indices.reversed() {
            let half = height(placed[index]) / 2
            placed[index].middle = min(placed[index].middle, bottom - half)
            bottom = placed[index].middle - half
        }
        for var label in labels where !label.isNeeded {
            let half = height(label) / 2
            let middle = [0.0, 2, -2, 4, -4, 6, -6].map { label.target + $0 }.first { middle in
                middle - half >= bounds.lowerBound && middle + half <= bounds.upperBound
                    && placed.allSatisfy { abs($0.middle - middle) >= half + height($0) / 2 }
            }
            guard let middle else { continue }
            label.middle = middle
            placed.append(label)
        }
        return placed.sorted { $0.middle < $1.middle }
    }
}

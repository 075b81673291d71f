/// Bars of stacked segments, one path a series.
struct StackMark {
    /// The series from the baseline upwards.
    let series: [ChartSeries]
    /// Counts to pixels.
    let scale: LinearScale
    /// Days to bands.
    let band: BandScale
    /// The y of the baseline.
    let bottom: Double

    /// Draws the bars of the days in `indices`; returns the height of each bar in whole pixels.
    ///
    /// Edges lie on whole pixels. A pixel of ground parts two segments; a segment of one pixel keeps it, and a day that
    /// is not nothing shows at least one.
    @discardableResult
    func draw(on canvas: inout Canvas, indices: [Int]) -> [Int: Double] {
        var paths = [SVGPath](repeating: SVGPath(), count: series.count)
        var heights: [Int: Double] = [:]
        for index in indices {
            let values = series.map { $0.value(index) }
            guard values.contains(where: { $0 > 0 }) else { continue }
            var sum = 0
            var edges: [Double] = []
            for value in values {
                sum = sum.addingSaturated(value)
                edges.append(scale.height(sum).rounded())
            }
            var lower = 0.0
            if (edges.last ?? 0) < 1 {
                let largest = values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0
                paths[largest].vertical(x: band.middle(index), y: bottom, length: -1, thickness: band.bar)
                heights[index] = 1
                continue
            }
            for (number, upper) in edges.enumerated() {
                let height = upper - lower
                if height >= 1 {
                    let isTop = upper == edges.last
                    let drawn = isTop || height < 2 ? height : height - 1
                    paths[number].vertical(
                        x: band.middle(index), y: bottom - lower, length: -drawn, thickness: band.bar)
                }
                lower = max(lower, upper)
            }
            heights[index] = lower
        }
        for (number, path) in paths.enumerated() {
            canvas.stroke(.series(series[number].slot), width: band.bar, path)
        }
        return heights
    }
}

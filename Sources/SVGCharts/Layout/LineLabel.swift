/// The name of a level line, written along it inside the plot where it touches nothing that is drawn already.
struct LineLabel {
    /// What it says.
    let text: String
    /// Size and weight.
    let style: TextStyle
    /// The x that it may cover.
    let span: ClosedRange<Double>
    /// The y that it may cover.
    let rows: ClosedRange<Double>
    /// Whether places at the right are the better ones.
    var startsAtRight = false

    /// The left end of the baseline: above the line at `y` if it can be, else below it; nil where no place is free.
    func place(along y: Double, on canvas: Canvas) -> (x: Double, y: Double)? {
        let width = style.width(of: text)
        guard span.upperBound - span.lowerBound >= width else { return nil }
        let room = span.upperBound - span.lowerBound - width
        let steps = stride(from: 0, through: room, by: 12).map { $0 }
        let near = Box(
            x: span.lowerBound, y: y - 2 * style.size, width: span.upperBound - span.lowerBound,
            height: 4 * style.size)
        let taken = (canvas.ink + canvas.texts.map(\.box)).filter { $0.intersects(near) }
        for baseline in [(y - style.size * 0.22 - 4).rounded(.down), (y + style.size * 0.76 + 4).rounded(.up)] {
            for step in steps {
                let x = (startsAtRight ? span.upperBound - width - step : span.lowerBound + step).rounded(.down)
                var box = style.box(of: text, x: x, y: baseline, anchor: .start)
                guard box.y >= rows.lowerBound, box.bottom <= rows.upperBound else { break }
                box = Box(x: box.x - 3, y: box.y - 1, width: box.width + 6, height: box.height + 2)
                if taken.allSatisfy({ !$0.intersects(box) }) { return (x, baseline) }
            }
        }
        return nil
    }
}

internal import Text

/// The data of a `<path>` in relative commands, with the boxes of what it covers.
struct SVGPath {
    private var writer = ByteWriter()
    /// The boxes of what was drawn, for the tests of overlap.
    private(set) var boxes: [Box] = []
    /// Whether it has an inside: upright and level strokes have none that could be filled.
    private(set) var hasInside = false

    /// The bytes of the `d` attribute.
    var bytes: [UInt8] { writer.bytes }
    /// Whether nothing was drawn.
    var isEmpty: Bool { writer.isEmpty }

    private mutating func move(_ x: Double, _ y: Double) {
        // One subpath a line: a changed day is a changed line.
        if !writer.isEmpty { writer.write(byte: 0x0A) }
        writer.write(byte: 0x4D)
        pair(x, y)
    }

    private mutating func pair(_ x: Double, _ y: Double) {
        writer.write(coordinate: x)
        // A minus parts two numbers as well as a space does.
        if (y * 10).rounded() >= 0 { writer.write(byte: 0x20) }
        writer.write(coordinate: y)
    }

    /// A horizontal line.
    mutating func horizontal(x: Double, y: Double, length: Double) {
        move(x, y)
        writer.write(byte: 0x68)
        writer.write(coordinate: length)
        boxes.append(Box(x: min(x, x + length), y: y - 0.5, width: abs(length), height: 1))
    }

    /// A vertical line as thick as `thickness`; the thickness itself stands in the attribute of the path.
    mutating func vertical(x: Double, y: Double, length: Double, thickness: Double = 1) {
        move(x, y)
        writer.write(byte: 0x76)
        writer.write(coordinate: length)
        boxes.append(Box(x: x - thickness / 2, y: min(y, y + length), width: thickness, height: abs(length)))
    }

    /// A filled rectangle.
    mutating func rectangle(_ box: Box) {
        hasInside = true
        move(box.x, box.y)
        writer.write(byte: 0x68)
        writer.write(coordinate: box.width)
        writer.write(byte: 0x76)
        writer.write(coordinate: box.height)
        writer.write(byte: 0x68)
        writer.write(coordinate: -box.width)
        writer.write(byte: 0x7A)
        boxes.append(box)
    }

    /// A disc.
    mutating func disc(x: Double, y: Double, radius: Double) {
        hasInside = true
        move(x - radius, y)
        for sign in [1.0, -1.0] {
            writer.write(byte: 0x61)
            pair(radius, radius)
            writer.write(literal: " 0 0 1")
            if sign > 0 { writer.write(byte: 0x20) }
            writer.write(coordinate: 2 * radius * sign)
            writer.write(literal: " 0")
        }
        boxes.append(Box(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius))
    }

    /// A line through points; its boxes are slices of each segment, so that a slope does not claim its whole corner, and
    /// upright slices of the inside of a closed one.
    mutating func line(_ points: [(x: Double, y: Double)], isClosed: Bool = false) {
        guard let first = points.first else { return }
        hasInside = true
        move(first.x, first.y)
        for point in points.dropFirst() {
            writer.write(byte: 0x4C)
            pair(point.x, point.y)
        }
        if isClosed {
            writer.write(byte: 0x7A)
            boxes += Self.slices(of: points)
            return
        }
        for (from, to) in zip(points, points.dropFirst()) {
            let slices = 8.0
            for slice in 0..<Int(slices) {
                let start = Double(slice) / slices
                let end = start + 1 / slices
                let x0 = from.x + (to.x - from.x) * start
                let x1 = from.x + (to.x - from.x) * end
                let y0 = from.y + (to.y - from.y) * start
                let y1 = from.y + (to.y - from.y) * end
                boxes.append(
                    Box(x: min(x0, x1), y: min(y0, y1) - 1, width: abs(x1 - x0), height: abs(y1 - y0) + 2))
            }
        }
    }

    /// The inside of a closed line in upright slices, four between two neighbouring corners, each as high as the line is
    /// there; hollows above one another count as filled.
    private static func slices(of points: [(x: Double, y: Double)]) -> [Box] {
        let edges = zip(points, points.dropFirst() + points.prefix(1)).map { one, other in
            one.x <= other.x ? (from: one, to: other) : (from: other, to: one)
        }
        let corners = Set(points.map(\.x)).sorted()
        var slices: [Box] = []
        for (left, right) in zip(corners, corners.dropFirst()) {
            let above = edges.filter { $0.from.x <= left && $0.to.x >= right && $0.to.x > $0.from.x }
            for quarter in 0..<4 {
                let start = left + (right - left) * Double(quarter) / 4
                let end = left + (right - left) * Double(quarter + 1) / 4
                let heights = above.flatMap { edge in
                    [start, end].map { x in
                        edge.from.y + (edge.to.y - edge.from.y) * (x - edge.from.x) / (edge.to.x - edge.from.x)
                    }
                }
                guard let top = heights.min(), let bottom = heights.max() else { continue }
                slices.append(Box(x: start, y: top, width: end - start, height: bottom - top))
            }
        }
        return slices
    }
}

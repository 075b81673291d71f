/// An upright rectangle in pixels, y growing downwards.
package struct Box: Sendable, Hashable {
    /// The left edge.
    package var x: Double
    /// The top edge.
    package var y: Double
    /// How wide it is.
    package var width: Double
    /// How high it is.
    package var height: Double

    /// A rectangle by its upper left corner and its size.
    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The right edge.
    package var right: Double { x + width }
    /// The lower edge.
    package var bottom: Double { y + height }

    /// Whether both share some area.
    package func intersects(_ other: Box) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}

internal import Pictures
internal import Values

/// A change of a picture that templates hand to `.Filter`, made by a function such as `images.Grayscale`.
final class ImageFilter: ValueObject {
    /// What the names of results are told apart by.
    let key: String
    /// The format that the result shall have; nil for that of the source.
    let format: PictureFormat?
    private let resize: @Sendable (ImageSize) -> ImageSize
    private let change: @Sendable (Picture) throws -> Void

    /// A filter; `resize` says how large the result of a source of that size is.
    init(
        _ key: String, format: PictureFormat? = nil, resize: @escaping @Sendable (ImageSize) -> ImageSize = { $0 },
        change: @escaping @Sendable (Picture) throws -> Void
    ) {
        self.key = key
        self.format = format
        self.resize = resize
        self.change = change
    }

    /// A filter that changes each pixel for itself.
    convenience init(_ key: String, eachPixel: @escaping @Sendable (PictureColor) -> PictureColor) {
        self.init(key) { $0.eachPixel(eachPixel) }
    }

    var members: MemberTable { MemberTable() }
    var goType: String { "images.filter" }
    var goString: String { key }

    /// The size of the result.
    func size(of source: ImageSize) -> ImageSize { resize(source) }

    /// Does it.
    func apply(to picture: Picture) throws { try change(picture) }
}

extension PictureColor {
    /// Each part but alpha changed alone; what leaves 0 to 255 is held there.
    func mapped(_ change: (Double) -> Double) -> PictureColor {
        func part(_ value: UInt8) -> UInt8 {
            let result = change(Double(value) / 255) * 255
            return result.isFinite ? UInt8(min(max(result.rounded(), 0), 255)) : value
        }
        return PictureColor(red: part(red), green: part(green), blue: part(blue), alpha: alpha)
    }

    /// How bright the colour is, 0 to 1 (ITU-R BT.601).
    var luminance: Double { (0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)) / 255 }

    /// Each part mixed from all three; `rows` are the weights for red, green and blue.
    func mixed(_ rows: [[Double]], percent: Double) -> PictureColor {
        let parts = [Double(red), Double(green), Double(blue)]
        let share = min(max(percent / 100, 0), 1)
        let mixed = rows.enumerated().map { index, row in
            let sum = zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 }
            return UInt8(min(max((parts[index] * (1 - share) + sum * share).rounded(), 0), 255))
        }
        return mixed.count == 3
            ? PictureColor(red: mixed[0], green: mixed[1], blue: mixed[2], alpha: alpha) : self
    }
}

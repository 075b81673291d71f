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

    /// A filter that changes red, green and blue each for itself, 0 to 1; reckoned once for each of the 256 values.
    convenience init(_ key: String, eachPart change: (Double) -> Double) {
        let table = (0...255).map { PictureColor.part(UInt8($0), change) }
        self.init(key) { color in
            PictureColor(
                red: table[Int(color.red)], green: table[Int(color.green)], blue: table[Int(color.blue)],
                alpha: color.alpha)
        }
    }

    private static let table = MemberTable()

    var members: MemberTable { Self.table }
    var goType: String { "images.filter" }
    var goString: String { key }

    /// The size of the result.
    func size(of source: ImageSize) -> ImageSize { resize(source) }

    /// Does it.
    func apply(to picture: Picture) throws { try change(picture) }
}

extension PictureColor {
    /// A part changed as a number from 0 to 1; what leaves these is held there.
    fileprivate static func part(_ value: UInt8, _ change: (Double) -> Double) -> UInt8 {
        let result = change(Double(value) / 255) * 255
        return result.isFinite ? UInt8(min(max(result.rounded(), 0), 255)) : value
    }

    /// Each part but alpha changed alone.
    func mapped(_ change: (Double) -> Double) -> PictureColor {
        PictureColor(
            red: Self.part(red, change), green: Self.part(green, change), blue: Self.part(blue, change), alpha: alpha)
    }

    /// How bright the colour is, 0 to 1 (ITU-R BT.601).
    var luminance: Double { (0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)) / 255 }

    /// Each part mixed from all three; `rows` are the weights for red, green and blue.
    func mixed(_ rows: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>), percent: Double) -> PictureColor {
        let parts = SIMD3(Double(red), Double(green), Double(blue))
        let share = min(max(percent / 100, 0), 1)
        func mix(_ part: Double, _ row: SIMD3<Double>) -> UInt8 {
            UInt8(min(max((part * (1 - share) + (row * parts).sum() * share).rounded(), 0), 255))
        }
        return PictureColor(
            red: mix(parts.x, rows.0), green: mix(parts.y, rows.1), blue: mix(parts.z, rows.2), alpha: alpha)
    }
}

/// A colour of a pixel: red, green, blue and how much hides what lies below, each 0 to 255.
package struct PictureColor: Sendable, Equatable {
    /// 0 to 255.
    package var red: UInt8
    /// 0 to 255.
    package var green: UInt8
    /// 0 to 255.
    package var blue: UInt8
    /// 0 cannot be seen, 255 hides what is below.
    package var alpha: UInt8

    /// White.
    package static let white = PictureColor(red: 255, green: 255, blue: 255)

    /// A colour; opaque unless `alpha` says otherwise.
    package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// Three, four, six or eight hexadecimal digits, with or without `#`, as in CSS; nil for anything else.
    package init?(hexadecimal text: String) {
        var digits: [UInt8] = []
        for character in text.hasPrefix("#") ? text.dropFirst() : text[...] {
            guard let value = character.hexDigitValue else { return nil }
            digits.append(UInt8(value))
        }
        if digits.count == 3 || digits.count == 4 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6 || digits.count == 8 else { return nil }
        let parts = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        self.init(red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count == 4 ? parts[3] : 255)
    }

    /// As libgd has it: alpha of 7 bits, 0 for opaque, above red, green and blue.
    init(pixel: Int32) {
        self.init(
            red: UInt8(truncatingIfNeeded: pixel >> 16), green: UInt8(truncatingIfNeeded: pixel >> 8),
            blue: UInt8(truncatingIfNeeded: pixel),
            alpha: UInt8(clamping: (127 - Int(pixel >> 24 & 0x7F)) * 255 / 127))
    }

    /// See ``init(pixel:)``.
    var pixel: Int32 {
        let seen = Int32(127 - (Int(alpha) * 127 + 127) / 255)
        return seen << 24 | Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }
}

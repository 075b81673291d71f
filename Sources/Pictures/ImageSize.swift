internal import Glibc

/// The width and height of a picture in pixels, read from its header.
package struct ImageSize: Sendable, Equatable {
    /// Pixels across.
    package let width: Int
    /// Pixels down.
    package let height: Int

    /// A size that is known without a file.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The size after a turn by that many degrees: what the corners, turned about the middle, reach.
    ///
    /// At angles other than the right ones it is reckoned as the Go package gift does, which Hugo turns pictures with: in
    /// 32 bits, from the middles of the pixels, with a pixel more on each edge where it does not come out even.
    package func rotated(degrees: Int) -> ImageSize {
        let angle = (degrees % 360 + 360) % 360
        if angle % 90 == 0 { return angle % 180 == 0 ? self : ImageSize(width: height, height: width) }
        let radians = Double(angle) * Double.pi / 180
        let (sine, cosine) = (Float(sin(radians)), Float(cos(radians)))
        let (x, y) = (Float(width) / 2 - 0.5, Float(height) / 2 - 0.5)
        func side(_ first: Float, _ second: Float) -> Int {
            // Of the four corners two lie across from the other two.
            let reach = max(abs(first), abs(second)) * 2 + 1
            return Int(reach - reach.rounded(.down) > 0.01 ? reach + 2 : reach)
        }
        return ImageSize(
            width: side(x * cosine - y * sine, x * cosine + y * sine),
            height: side(x * sine + y * cosine, x * sine - y * cosine))
    }

    /// Reads the header of a PNG, GIF, JPEG or WebP file; nil for anything else, and where a decoder could read another
    /// size: what is unpacked is held against this one.
    package init?(of bytes: [UInt8]) {
        let size = Self.png(bytes) ?? Self.gif(bytes) ?? Self.jpeg(bytes) ?? Self.webP(bytes)
        guard let size, size.0 > 0, size.1 > 0 else { return nil }
        (width, height) = size
    }

    private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func little(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            bytes[12..<16].elementsEqual(Array("IHDR".utf8))
        else { return nil }
        return (big(bytes, 16, 4), big(bytes, 20, 4))
    }

    private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
        return (little(bytes, 6, 2), little(bytes, 8, 2))
    }

    /// Walks the segments up to the start of a frame.
    private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var offset = 2
        while offset + 9 < bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            if marker == 0xFF {
                offset += 1
                continue
            }
            // Decoders do not take these for segments with a length: what they find behind them is another size.
            if marker <= 0x01 || (0xD0...0xDA).contains(marker) { return nil }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { return (big(bytes, offset + 7, 2), big(bytes, offset + 5, 2)) }
            offset += 2 + max(2, big(bytes, offset + 2, 2))
        }
        return nil
    }

    private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)),
            bytes[8..<15].elementsEqual(Array("WEBPVP8".utf8))
        else { return nil }
        switch bytes[15] {
        case 0x58: return (little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
        case 0x4C:
            let bits = little(bytes, 21, 4)
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case 0x20: return (little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
        default: return nil
        }
    }
}

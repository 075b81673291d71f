import Testing

@testable import Pictures

@Suite("Image size")
struct ImageSizeTests {
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52] + [
            0, 0, 1, 0x2C, 0, 0, 0, 0xC8,
        ]
    static let gif: [UInt8] = Array("GIF89a".utf8) + [0x20, 0x01, 0x10, 0x00]
    static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 0x30, 0, 0x40, 3, 1, 2, 3, 4]
    static let webp: [UInt8] =
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x63, 0, 0, 0x31, 0, 0]

    @Test(
        "Headers say width and height",
        arguments: [(png, 300, 200), (gif, 288, 16), (jpeg, 64, 48), (webp, 100, 50)])
    func size(_ bytes: [UInt8], _ width: Int, _ height: Int) {
        let size = ImageSize(of: bytes)
        #expect(size?.width == width)
        #expect(size?.height == height)
    }

    /// A marker without a length, whose "segment" would hide the frame that counts.
    @Test("A picture in which decoders read another frame has no size", arguments: [0x01, 0xD0, 0xD9, 0xDA] as [UInt8])
    func marker(_ marker: UInt8) {
        #expect(ImageSize(of: [0xFF, 0xD8, 0xFF, marker, 0, 4, 0, 0] + Self.jpeg[2...]) == nil)
    }

    @Test("The first part must be the header", arguments: [(png, "tEXt"), (webp, "ABCX")])
    func firstPart(_ bytes: [UInt8], _ name: String) {
        var bytes = bytes
        bytes.replaceSubrange(12..<16, with: Array(name.utf8))
        #expect(ImageSize(of: bytes) == nil)
    }

    @Test("Every cut of a header and other files have no size", arguments: [png, gif, jpeg, webp])
    func cut(_ bytes: [UInt8]) {
        for count in 0..<min(10, bytes.count) { #expect(ImageSize(of: Array(bytes.prefix(count))) == nil) }
        for count in bytes.indices { _ = ImageSize(of: Array(bytes.prefix(count))) }
        #expect(ImageSize(of: Array("<svg/>".utf8)) == nil)
        // A segment that says it has no length must not be read for ever.
        #expect(ImageSize(of: [0xFF, 0xD8] + Array(repeating: [0xFF, 0xE0, 0, 0], count: 50).flatMap { $0 }) == nil)
    }
}

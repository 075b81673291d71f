import Testing

@testable import Pictures

@Suite("Pictures")
struct PictureTests {
    static let formats: [PictureFormat] = [.png, .jpeg, .gif, .webp]

    private static func blue(_ width: Int, _ height: Int) throws -> Picture {
        try Picture(width: width, height: height, color: PictureColor(red: 10, green: 120, blue: 200))
    }

    @Test(arguments: formats)
    func readsWhatItWrites(format: PictureFormat) throws {
        let bytes = try Self.blue(8, 6).encoded(format, quality: 90)
        #expect(PictureFormat(of: bytes) == format)
        #expect(ImageSize(of: bytes) == ImageSize(width: 8, height: 6))
        let again = try Picture(bytes)
        #expect(again.width == 8 && again.height == 6)
        let color = again[3, 3]
        #expect(abs(Int(color.red) - 10) < 12 && abs(Int(color.green) - 120) < 12 && abs(Int(color.blue) - 200) < 12)
    }

    @Test(arguments: ResampleFilter.allCases)
    func scalesWithEveryFilterAndKeepsOneColour(filter: ResampleFilter) throws {
        let picture = try Self.blue(40, 30)
        try picture.scale(width: 7, height: 50, filter: filter)
        #expect(picture.width == 7 && picture.height == 50)
        let color = picture[3, 25]
        #expect(abs(Int(color.red) - 10) < 4 && abs(Int(color.blue) - 200) < 4)
    }

    @Test func keepsTheHalfThatIsSeenThroughAndFlattensIt() throws {
        let picture = try Picture(width: 2, height: 2, color: PictureColor(red: 0, green: 0, blue: 0, alpha: 0))
        try picture.flatten(on: .white)
        #expect(picture[0, 0] == .white)
        let again = try Picture(
            Picture(width: 2, height: 2, color: PictureColor(red: 9, green: 9, blue: 9, alpha: 0)).encoded(
                .png, quality: 1))
        #expect(again[1, 1].alpha == 0)
    }

    @Test func cropsInsideOfThePicture() throws {
        let picture = try Self.blue(10, 10)
        try picture.crop(x: 8, y: -3, width: 10, height: 5)
        #expect(picture.width == 2 && picture.height == 2)
    }

    @Test func turnsByRightAngles() throws {
        let picture = try Self.blue(8, 6)
        try picture.rotate(degrees: -270, background: .white)
        #expect(picture.width == 6 && picture.height == 8)
    }

    @Test(arguments: [1, 30, 45, 89, 133, 200, -33])
    func turnsToTheSizeThatItSays(degrees: Int) throws {
        let picture = try Self.blue(40, 30)
        try picture.rotate(degrees: degrees, background: .white)
        #expect(
            ImageSize(width: picture.width, height: picture.height)
                == ImageSize(width: 40, height: 30).rotated(degrees: degrees))
        #expect(picture[picture.width / 2, picture.height / 2].blue == 200)
    }

    @Test func refusesAFileWhoseHeaderNamesTooManyPixels() throws {
        // The file is 45 bytes; unpacked as its header has it, it would take 16 GiB.
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        bytes += [0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 8, 2, 0, 0, 0, 0, 0, 0, 0]
        #expect(throws: PictureError.self) { try Picture(bytes) }
        #expect(throws: PictureError.self) { try Picture(width: 8001, height: 8000, color: .white) }
        #expect(throws: PictureError.self) { try Picture(width: 0, height: 5, color: .white) }
        #expect(throws: PictureError.self) { try Self.blue(5, 5).scale(width: 30_001, height: 1, filter: .box) }
    }

    @Test(arguments: formats)
    func survivesDamage(format: PictureFormat) throws {
        let bytes = try Self.blue(16, 16).encoded(format, quality: 80)
        for end in 0..<bytes.count { _ = try? Picture(Array(bytes[..<end])) }
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0xFF
            _ = try? Picture(damaged)
        }
        #expect(throws: PictureError.self) { try Picture(Array(bytes[..<8])) }
        #expect(throws: PictureError.self) { try Picture(Array("<svg/>".utf8)) }
    }

    @Test(arguments: [
        ("#fff", PictureColor(red: 255, green: 255, blue: 255)), ("102030", PictureColor(red: 16, green: 32, blue: 48)),
        ("#10203040", PictureColor(red: 16, green: 32, blue: 48, alpha: 64)),
    ])
    func readsColours(text: String, color: PictureColor) { #expect(PictureColor(hexadecimal: text) == color) }

    @Test(arguments: ["", "#", "#12", "#ggg", "12345", "#1234567"])
    func refusesWhatIsNoColour(text: String) { #expect(PictureColor(hexadecimal: text) == nil) }

    /// Sizes of codes as Hugo 0.168 gives them.
    @Test(arguments: [
        ("https://gohugo.io", "medium", 4, 132), ("https://gohugo.io", "high", 4, 148),
        ("https://gohugo.io", "low", 2, 58),
        ("12345678", "medium", 4, 116), ("HELLO WORLD", "medium", 4, 116),
    ])
    func drawsCodesOfHugosSize(text: String, level: String, scale: Int, pixels: Int) throws {
        let code = try QRCode(text, level: try #require(QRCode.Level(rawValue: level)))
        #expect(code.pixels(scale: scale) == pixels)
        let picture = try Picture(code.png(scale: scale))
        #expect(picture.width == pixels)
        // The border is white, the corner of the first finder pattern black.
        #expect(picture[0, 0] == .white)
        #expect(picture[4 * scale, 4 * scale] == PictureColor(red: 0, green: 0, blue: 0))
    }

    @Test func refusesATextThatNoCodeHolds() {
        #expect(throws: PictureError.self) { try QRCode(String(repeating: "x", count: 4000), level: .low) }
        #expect(throws: PictureError.self) { try QRCode("", level: .low) }
    }

    @Test func findsTheColoursOfAPictureByHowMuchOfItHasThem() throws {
        let picture = try Picture(width: 300, height: 100, color: PictureColor(red: 200, green: 200, blue: 200))
        try picture.draw(
            try Picture(width: 100, height: 100, color: PictureColor(red: 250, green: 20, blue: 10)), x: 0, y: 0)
        try picture.draw(try Self.blue(1, 1), x: 299, y: 99)
        // The one pixel is less than a hundredth.
        #expect(
            picture.mainColors() == [
                PictureColor(red: 200, green: 200, blue: 200), PictureColor(red: 250, green: 20, blue: 10),
            ])
        let invisible = try Picture(width: 4, height: 4, color: PictureColor(red: 9, green: 9, blue: 9, alpha: 0))
        #expect(invisible.mainColors() == [])
    }
}

internal import CQRencode

/// A QR code: its black and white squares, by libqrencode.
package struct QRCode: Sendable {
    /// How much of the code may be lost.
    package enum Level: String, Sendable, CaseIterable {
        /// 7 percent.
        case low
        /// 15 percent.
        case medium
        /// 25 percent.
        case quartile
        /// 30 percent.
        case high

        fileprivate var value: QRecLevel {
            switch self {
            case .low: QR_ECLEVEL_L
            case .medium: QR_ECLEVEL_M
            case .quartile: QR_ECLEVEL_Q
            case .high: QR_ECLEVEL_H
            }
        }
    }

    /// Squares on a side, without the empty border.
    package let side: Int
    private let isBlack: [Bool]

    /// The smallest code that holds `text`.
    package init(_ text: String, level: Level) throws(PictureError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw PictureError("cannot encode an empty string") }
        // One mode for the whole text, the narrowest that holds it: the size is then what Hugo gives.
        let mode = Self.mode(of: bytes)
        guard let input = QRinput_new2(0, level.value) else { throw PictureError("there is not enough memory") }
        defer { QRinput_free(input) }
        guard let count = Int32(exactly: bytes.count), QRinput_append(input, mode, count, bytes) == 0,
            let code = QRcode_encodeInput(input)
        else {
            throw PictureError("the text of \(bytes.count) bytes is too long for a QR code")
        }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        var isBlack: [Bool] = []
        for index in 0..<side * side { isBlack.append(code.pointee.data[index] & 1 == 1) }
        self.isBlack = isBlack
    }

    private static func mode(of bytes: [UInt8]) -> QRencodeMode {
        if bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return QR_MODE_NUM }
        let letters = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)
        return bytes.allSatisfy { letters.contains($0) } ? QR_MODE_AN : QR_MODE_8
    }

    /// The pixels on a side of ``png(scale:)``: a border of four squares on each edge.
    package func pixels(scale: Int) -> Int { (side + 8) * scale }

    /// The code as a PNG file, each square `scale` pixels wide.
    package func png(scale: Int) throws(PictureError) -> [UInt8] {
        let picture = try Picture(width: pixels(scale: scale), height: pixels(scale: scale), color: .white)
        let black = PictureColor(red: 0, green: 0, blue: 0)
        for (index, isBlack) in isBlack.enumerated() where isBlack {
            let (row, column) = index.quotientAndRemainder(dividingBy: side)
            for y in (row + 4) * scale..<(row + 5) * scale {
                for x in (column + 4) * scale..<(column + 5) * scale { picture[x, y] = black }
            }
        }
        return try picture.encoded(.png, quality: 100)
    }
}

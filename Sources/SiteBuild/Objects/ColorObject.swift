internal import Glibc
internal import Pictures
internal import Values

/// A colour that a picture has.
final class ColorObject: ValueObject {
    private let color: PictureColor

    /// A value for `color`.
    init(_ color: PictureColor) { self.color = color }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("ColorHex", of: ColorObject.self) { .string($0.goString) }
        table.field("Luminance", of: ColorObject.self) { .float($0.luminance) }
        return table
    }()

    var members: MemberTable { Self.table }
    var goType: String { "images.Color" }
    /// Hugo writes a colour as a record without fields.
    var dataValue: Value? { .map(ValueMap()) }

    /// As in CSS: `#1e90ff`.
    var goString: String {
        let digits = Array("0123456789abcdef".utf8)
        let pairs = [color.red, color.green, color.blue].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "#" + String(decoding: pairs, as: UTF8.self)
    }

    /// The relative luminance of WCAG 2, 0 for black to 1 for white.
    private var luminance: Double {
        func linear(_ byte: UInt8) -> Double {
            let value = Double(byte) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }
}

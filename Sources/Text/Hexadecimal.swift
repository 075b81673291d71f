/// Bytes as hexadecimal digits.
package enum Hexadecimal {
    /// Two digits a byte, in lower case.
    package static func text(_ bytes: [UInt8]) -> String {
        var writer = ByteWriter(capacity: bytes.count * 2)
        for byte in bytes {
            writer.write(byte: digit(byte >> 4))
            writer.write(byte: digit(byte & 15))
        }
        return writer.string
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}

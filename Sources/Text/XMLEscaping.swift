extension ByteWriter {
    /// Appends text with the characters escaped that XML gives a meaning.
    ///
    /// For text and for attributes between double quotes. A tab and a carriage return become a space, and what XML 1.0 does
    /// not allow at all (production 2, `Char`) becomes U+FFFD.
    package mutating func writeXMLEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case 0x26: write(literal: "&amp;")
                case 0x3C: write(literal: "&lt;")
                case 0x3E: write(literal: "&gt;")
                case 0x22: write(literal: "&quot;")
                case 0x0A: write(literal: "&#10;")
                case 0x09, 0x0D: write(byte: 0x20)
                case 0..<0x20, 0x7F: write(literal: "\u{FFFD}")
                // U+FFFE and U+FFFF differ from U+FFFD in the last of their three bytes.
                case 0xBE...0xBF where index >= 2 && bytes[index - 1] == 0xBF && bytes[index - 2] == 0xEF:
                    write(byte: 0xBD)
                default: write(byte: byte)
                }
            }
        }
    }
}

internal import Text

extension ByteWriter {
    /// Appends `url` percent-encoded and escaped for an attribute, as Goldmark does; what is encoded stays so.
    mutating func writeURLEscaped(_ url: UnsafeBufferPointer<UInt8>) {
        let digits: StaticString = "0123456789ABCDEF"
        for index in url.indices {
            let byte = url[index]
            if byte == 0x26 {
                write(literal: "&amp;")
            } else if isSafeInURL(byte) {
                write(byte: byte)
            } else if byte == 0x25, index + 2 < url.count, isHexadecimal(url[index + 1]) {
                write(byte: byte)
            } else {
                write(byte: 0x25)
                digits.withUTF8Buffer {
                    write(byte: $0[Int(byte >> 4)])
                    write(byte: $0[Int(byte & 15)])
                }
            }
        }
    }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
}

private func isSafeInURL(_ byte: UInt8) -> Bool {
    if isASCIIAlphanumeric(byte) { return true }
    switch byte {
    case 0x21, 0x23, 0x24, 0x27...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: return true
    default: return false
    }
}

/// Whether a browser would run `url` as code: what is left out when raw HTML is off.
func isDangerous(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    func begins(_ prefix: StaticString) -> Bool {
        guard url.count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { prefix in
            prefix.indices.allSatisfy { index in
                let byte = url[index]
                return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == prefix[index]
            }
        }
    }
    if begins("data:image/") {
        return
            !(begins("data:image/png") || begins("data:image/gif") || begins("data:image/jpeg")
            || begins("data:image/webp") || begins("data:image/svg+xml"))
    }
    return begins("javascript:") || begins("vbscript:") || begins("file:") || begins("data:")
}

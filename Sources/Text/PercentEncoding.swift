/// The part of a URL that a text is escaped for: each leaves other characters as they are (Go's `net/url`).
package enum URLPart: Sendable {
    /// A whole path, with its slashes.
    case path
    /// One segment of a path.
    case pathSegment
    /// A key or a value of a query; a space becomes `+`.
    case queryComponent
    /// What follows `#`.
    case fragment
    /// The host with its port.
    case host
    /// A user name or a password.
    case userInfo
}

extension URLPart {
    /// Whether `byte` is written as `%XX` in this part.
    func escapes(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"): return false
        default: break
        }
        switch self {
        case .host: return !"!$&'()*+,;=:[]<>\"".utf8.contains(byte)
        case .path: return !"$&+,/:;=@".utf8.contains(byte)
        case .pathSegment: return !"$&+:=@".utf8.contains(byte)
        case .userInfo: return !"$&+,;=".utf8.contains(byte)
        case .queryComponent: return true
        case .fragment: return !"$&+,/:;=?@!()*".utf8.contains(byte)
        }
    }
}

/// `text` with every byte that `part` does not allow written as `%XX` in upper case.
package func urlEscaped(_ text: String, for part: URLPart) -> String {
    guard text.utf8.contains(where: { part.escapes($0) }) else { return text }
    var writer = ByteWriter(capacity: text.utf8.count + 16)
    for byte in text.utf8 {
        if part == .queryComponent, byte == 0x20 {
            writer.write(byte: UInt8(ascii: "+"))
        } else if part.escapes(byte) {
            writer.write(byte: UInt8(ascii: "%"))
            writer.write(byte: hexadecimalDigit(byte >> 4))
            writer.write(byte: hexadecimalDigit(byte & 15))
        } else {
            writer.write(byte: byte)
        }
    }
    return writer.string
}

/// `text` with each `%XX` replaced by its byte.
///
/// Throws Go's `invalid URL escape "%zz"` where two hexadecimal digits are missing.
package func urlUnescaped(_ text: String, for part: URLPart) throws(URLError) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "%") {
            guard index + 2 < bytes.count, let high = hexadecimalValue(bytes[index + 1]),
                let low = hexadecimalValue(bytes[index + 2])
            else {
                let excerpt = String(decoding: bytes[index..<min(index + 3, bytes.count)], as: UTF8.self)
                throw URLError("invalid URL escape \"\(excerpt)\"")
            }
            if part == .host, high * 16 + low < 0x80 {
                // A host may hold escaped bytes of UTF-8 but no escaped ASCII.
                let excerpt = String(decoding: bytes[index...(index + 2)], as: UTF8.self)
                if excerpt != "%25" { throw URLError("invalid URL escape \"\(excerpt)\"") }
            }
            result.append(high * 16 + low)
            index += 3
        } else {
            result.append(part == .queryComponent && byte == UInt8(ascii: "+") ? 0x20 : byte)
            index += 1
        }
    }
    return String(decoding: result, as: UTF8.self)
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

private func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: return byte - 0x30
    case 0x41...0x46: return byte - 0x37
    case 0x61...0x66: return byte - 0x57
    default: return nil
    }
}

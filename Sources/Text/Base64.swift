/// Base 64 with padding (RFC 4648).
package enum Base64 {
    /// The text of `bytes`, in one line.
    package static func text(_ bytes: [UInt8]) -> String {
        String(decoding: encoded(bytes), as: UTF8.self)
    }

    /// The same in lines of 76 characters, each with CR and LF, as a mail wants it (RFC 2045).
    package static func lines(_ bytes: [UInt8]) -> [UInt8] {
        let text = encoded(bytes)
        var lines: [UInt8] = []
        lines.reserveCapacity(text.count + text.count / 38 + 2)
        for start in stride(from: 0, to: text.count, by: 76) {
            lines += text[start..<min(start + 76, text.count)]
            lines += [0x0D, 0x0A]
        }
        return lines
    }

    private static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0..<4 {
                result.append(index <= group.count ? digits[number >> (18 - 6 * index) & 63] : 0x3D)
            }
        }
        return result
    }
}

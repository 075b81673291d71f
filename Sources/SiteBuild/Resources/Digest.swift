internal import GoTemplates
internal import Text

/// Fingerprints of resources.
enum Digest {
    /// The hash of `bytes`; nil for an algorithm that is not known.
    static func bytes(of bytes: [UInt8], algorithm: String) -> [UInt8]? {
        HashFunction(rawValue: algorithm)?.digest(bytes)
    }

    /// Lower-case hexadecimal digits.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Base 64 with padding (RFC 4648).
    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0..<4 {
                result.append(index <= group.count ? digits[number >> (18 - 6 * index) & 63] : 0x3D)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

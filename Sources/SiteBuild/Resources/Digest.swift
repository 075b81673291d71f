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
}

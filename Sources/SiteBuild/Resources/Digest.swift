internal import GoTemplates

/// Fingerprints of resources.
enum Digest {
    /// The hash of `bytes`; nil for an algorithm that is not known.
    static func bytes(of bytes: [UInt8], algorithm: String) -> [UInt8]? {
        HashFunction(rawValue: algorithm)?.digest(bytes)
    }
}

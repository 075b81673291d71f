internal import CSodium
internal import Glibc

/// The hash functions of Hugo's `crypto`.
///
/// SHA-256 and SHA-512 are libsodium's. MD5 and SHA-1 stand here because libsodium leaves them out as broken; templates
/// use them for file names and Gravatar addresses, never as a defence.
package enum HashFunction: String, Sendable {
    /// Broken; for names only.
    case md5
    /// Broken; for names only.
    case sha1
    /// SHA-2 of 256 bits.
    case sha256
    /// SHA-2 of 512 bits.
    case sha512

    private var blockSize: Int { self == .sha512 ? 128 : 64 }

    /// The hash of `message`.
    package func digest(_ message: [UInt8]) -> [UInt8] {
        switch self {
        case .md5: return MessageDigest.md5(message)
        case .sha1: return MessageDigest.sha1(message)
        case .sha256:
            var out = [UInt8](repeating: 0, count: 32)
            _ = crypto_hash_sha256(&out, message, UInt64(message.count))
            return out
        case .sha512:
            var out = [UInt8](repeating: 0, count: 64)
            _ = crypto_hash_sha512(&out, message, UInt64(message.count))
            return out
        }
    }

    /// HMAC of RFC 2104.
    func authenticationCode(key: [UInt8], message: [UInt8]) -> [UInt8] {
        var block = key.count > blockSize ? digest(key) : key
        block += [UInt8](repeating: 0, count: blockSize - block.count)
        let inner = digest(block.map { $0 ^ 0x36 } + message)
        return digest(block.map { $0 ^ 0x5C } + inner)
    }
}

/// MD5 (RFC 1321) and SHA-1 (RFC 3174).
private enum MessageDigest {
    static func md5(_ message: [UInt8]) -> [UInt8] {
        let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
        let data = padded(message, bigEndian: false)
        for block in stride(from: 0, to: data.count, by: 64) {
            let words = (0..<16).map { word in
                (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[block + word * 4 + $1]) << UInt32($1 * 8) }
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            for step in 0..<64 {
                let mix: UInt32
                let word: Int
                switch step / 16 {
                case 0: (mix, word) = ((b & c) | (~b & d), step)
                case 1: (mix, word) = ((d & b) | (~d & c), (5 * step + 1) % 16)
                case 2: (mix, word) = (b ^ c ^ d, (3 * step + 5) % 16)
                default: (mix, word) = (c ^ (b | ~d), (7 * step) % 16)
                }
                let sum = a &+ mix &+ sines[step] &+ words[word]
                (a, d, c, b) = (d, c, b, b &+ rotated(sum, shifts[step / 16 * 4 + step % 4]))
            }
            for (index, value) in [a, b, c, d].enumerated() { state[index] = state[index] &+ value }
        }
        return state.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) } }
    }

    static func sha1(_ message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        let data = padded(message, bigEndian: true)
        for block in stride(from: 0, to: data.count, by: 64) {
            var words = (0..<16).map { word in
                (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(data[block + word * 4 + $1]) }
            }
            for index in 16..<80 {
                words.append(rotated(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1))
            }
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
            for step in 0..<80 {
                let mix: UInt32
                switch step / 20 {
                case 0: mix = ((b & c) | (~b & d)) &+ 0x5A82_7999
                case 1: mix = (b ^ c ^ d) &+ 0x6ED9_EBA1
                case 2: mix = ((b & c) | (b & d) | (c & d)) &+ 0x8F1B_BCDC
                default: mix = (b ^ c ^ d) &+ 0xCA62_C1D6
                }
                let next = rotated(a, 5) &+ mix &+ e &+ words[step]
                (e, d, c, b, a) = (d, c, rotated(b, 30), a, next)
            }
            for (index, value) in [a, b, c, d, e].enumerated() { state[index] = state[index] &+ value }
        }
        return state.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(24 - $0 * 8)) } }
    }

    private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 { value << count | value >> (32 - count) }

    private static func padded(_ message: [UInt8], bigEndian: Bool) -> [UInt8] {
        var data = message + [0x80]
        data += [UInt8](repeating: 0, count: (120 - data.count % 64) % 64)
        let bits = UInt64(message.count) &* 8
        return data + (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64((bigEndian ? 7 - $0 : $0) * 8)) }
    }

    /// `floor(abs(sin(i + 1)) * 2^32)` for the 64 steps of MD5.
    private static let sines: [UInt32] = (1...64).map { UInt32((abs(sin(Double($0))) * 4_294_967_296).rounded(.down)) }
}

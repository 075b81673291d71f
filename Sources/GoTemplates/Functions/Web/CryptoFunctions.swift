internal import Text
internal import Values

extension FunctionTable {
    /// The namespaces `crypto` and `hash`.
    mutating func registerCrypto() {
        register("crypto.MD5", aliases: ["md5"], 1...1) { try Self.digest($0, .md5) }
        register("crypto.SHA1", aliases: ["sha1"], 1...1) { try Self.digest($0, .sha1) }
        register("crypto.SHA256", aliases: ["sha256"], 1...1) { try Self.digest($0, .sha256) }
        register("crypto.Hash", 1...2) { call in
            let name = call.count > 1 ? try call.text(0) : "sha256"
            guard let function = HashFunction(rawValue: name) else {
                throw ValueError("crypto.Hash: \(name.goQuoted) is not a supported hash algorithm")
            }
            return .string(Hexadecimal.text(function.digest(Array(try call.text(call.count - 1).utf8))))
        }
        register("crypto.HMAC", aliases: ["hmac"], 3...4) { call in
            let name = try call.text(0)
            let key = Array(try call.text(1).utf8)
            let message = Array(try call.text(2).utf8)
            guard let function = HashFunction(rawValue: name) else {
                throw ValueError("hmac: \(name) is not a supported hash function")
            }
            let encoding = call.count > 3 ? try call.text(3).lowercased() : "hex"
            let code = function.authenticationCode(key: key, message: message)
            switch encoding {
            case "hex": return .string(Hexadecimal.text(code))
            case "binary": return .string(String(decoding: code, as: UTF8.self))
            default: throw ValueError("\(encoding.goQuoted) is not a supported encoding method")
            }
        }
        register("hash.FNV32a", aliases: ["crypto.FNV32a"], 1...1) { call in
            var hash: UInt32 = 2_166_136_261
            for byte in try call.text(0).utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
            return .int(Int(hash))
        }
        register("hash.XxHash", aliases: ["xxhash"], 1...1) { call in
            let digits = String(XXHash.hash(Array(try call.text(0).utf8)), radix: 16)
            return .string(String(repeating: "0", count: 16 - digits.utf8.count) + digits)
        }
    }

    private static func digest(_ call: Invocation, _ function: HashFunction) throws(ValueError) -> Value {
        .string(Hexadecimal.text(function.digest(Array(try call.text(0).utf8))))
    }
}

/// Yann Collet's xxHash64 with seed 0.
package enum XXHash {
    private static let primes: [UInt64] = [
        0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
        0x27D4_EB2F_1656_67C5,
    ]

    /// The hash of `bytes`.
    package static func hash(_ bytes: [UInt8]) -> UInt64 {
        var index = 0
        var result: UInt64
        if bytes.count >= 32 {
            var lanes = [primes[0] &+ primes[1], primes[1], 0, 0 &- primes[0]]
            while index + 32 <= bytes.count {
                for lane in 0..<4 { lanes[lane] = round(lanes[lane], word(bytes, index + lane * 8, 8)) }
                index += 32
            }
            result = rotated(lanes[0], 1) &+ rotated(lanes[1], 7) &+ rotated(lanes[2], 12) &+ rotated(lanes[3], 18)
            for lane in lanes { result = (result ^ round(0, lane)) &* primes[0] &+ primes[3] }
        } else {
            result = primes[4]
        }
        result = result &+ UInt64(bytes.count)
        while index + 8 <= bytes.count {
            result = rotated(result ^ round(0, word(bytes, index, 8)), 27) &* primes[0] &+ primes[3]
            index += 8
        }
        if index + 4 <= bytes.count {
            result = rotated(result ^ (word(bytes, index, 4) &* primes[0]), 23) &* primes[1] &+ primes[2]
            index += 4
        }
        while index < bytes.count {
            result = rotated(result ^ (UInt64(bytes[index]) &* primes[4]), 11) &* primes[0]
            index += 1
        }
        result = (result ^ (result >> 33)) &* primes[1]
        result = (result ^ (result >> 29)) &* primes[2]
        return result ^ (result >> 32)
    }

    private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
        rotated(lane &+ input &* primes[1], 31) &* primes[0]
    }

    private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
        value << count | value >> (64 - count)
    }

    private static func word(_ bytes: [UInt8], _ index: Int, _ width: Int) -> UInt64 {
        (0..<width).reduce(0) { $0 | UInt64(bytes[index + $1]) << UInt64($1 * 8) }
    }
}

/// What a pipeline holds: a prefix, thirty base62 characters of chance, six of check digits.
///
/// The check digits are the CRC-32 (zlib) of everything before them, the highest digit first, so that a scanner knows a
/// secret of ours without asking anybody.
enum KeySecret {
    static let randomCount = 30
    static let checkCount = 6
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// A new secret.
    static func make(prefix: String, randomness: LedgerRandomness) -> String {
        var bytes = Array(prefix.utf8)
        for _ in 0..<randomCount { bytes.append(alphabet[Int(randomness.number(below: 62))]) }
        bytes.append(contentsOf: checkDigits(of: bytes[...]))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The check digits of `bytes`.
    static func checkDigits(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        var rest = CRC32.zlib.checksum(bytes)
        var digits = [UInt8](repeating: alphabet[0], count: checkCount)
        for at in digits.indices.reversed() {
            digits[at] = alphabet[Int(rest % 62)]
            rest /= 62
        }
        return digits
    }

    /// Whether `bytes` are a secret with one of the prefixes and sound check digits.
    static func isWellFormed(_ bytes: [UInt8], prefixes: some Sequence<String>) -> Bool {
        for prefix in prefixes {
            let count = prefix.utf8.count
            guard bytes.count == count + randomCount + checkCount, bytes.starts(with: prefix.utf8) else { continue }
            guard bytes[count...].allSatisfy(isBase62) else { continue }
            return Array(bytes.suffix(checkCount)) == checkDigits(of: bytes.dropLast(checkCount))
        }
        return false
    }

    /// What stands in the place of a secret that somebody put where it does not belong.
    static let mask = "(secret)"

    /// `text` with every word masked that is a secret, whatever its prefix: check digits tell it from other words.
    ///
    /// What comes from outside may hold a secret by mistake, and what is refused is kept and printed.
    static func masked(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > randomCount + checkCount else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let end = bytes[index...].firstIndex { !isBase62($0) && $0 != 0x5F && $0 != 0x2D } ?? bytes.count
            let word = bytes[index..<end]
            if isSecret(word) {
                result.append(contentsOf: mask.utf8)
            } else {
                result.append(contentsOf: word)
            }
            if end < bytes.count { result.append(bytes[end]) }
            index = end + 1
        }
        return result.count == bytes.count && result == bytes ? text : String(decoding: result, as: UTF8.self)
    }

    /// Whether a text holds a secret.
    static func stands(in text: String) -> Bool { masked(text) != text }

    private static func isSecret(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count > randomCount + checkCount,
            word.suffix(randomCount + checkCount).allSatisfy(isBase62)
        else { return false }
        return Array(word.suffix(checkCount)) == checkDigits(of: word.dropLast(checkCount))
    }

    /// What is kept to recognise a secret by: the prefix, the first and the last four characters after it.
    static func hint(of secret: String, prefix: String) -> String {
        let body = secret.dropFirst(prefix.count)
        return prefix + body.prefix(4) + "…" + body.suffix(4)
    }

    /// What is kept to verify it.
    static func hash(of secret: String) -> String { SHA256.name(secret.utf8) }

    /// A new id: `key_` and twelve characters.
    static func makeID(randomness: LedgerRandomness) -> String {
        var bytes = Array("key_".utf8)
        let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        for _ in 0..<12 { bytes.append(alphabet[Int(randomness.number(below: 36))]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isBase62(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        default: return false
        }
    }
}

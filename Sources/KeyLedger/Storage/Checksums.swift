internal import CCRC32C
internal import CNettle
internal import CSodium
internal import Text

/// CRC-32 in its two reflected forms: the zlib one for secrets, Castagnoli's for event lines.
struct CRC32: Sendable {
    private let tables: [UInt32]
    /// Whether the processor knows this polynomial.
    private let isInstruction: Bool

    /// The tables of the reflected polynomial `polynomial`, for eight bytes a step ("slicing-by-8", Kounavis and Berry).
    init(polynomial: UInt32) {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var value = UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ polynomial : value >> 1 }
            tables[byte] = value
        }
        for byte in 0..<256 {
            var value = tables[byte]
            for slice in 1..<8 {
                value = tables[Int(value & 0xFF)] ^ (value >> 8)
                tables[slice * 256 + byte] = value
            }
        }
        self.tables = tables
        isInstruction = polynomial == Self.castagnoliPolynomial && keyport_crc32c_supported() != 0
    }

    private static let castagnoliPolynomial: UInt32 = 0x82F6_3B78

    /// CRC-32 as in zlib and PNG: the check digits of a secret.
    static let zlib = CRC32(polynomial: 0xEDB8_8320)
    /// CRC-32C as in iSCSI and ext4: the checksum of an event line.
    static let castagnoli = CRC32(polynomial: castagnoliPolynomial)

    /// The checksum of all bytes of `bytes`.
    func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        if isInstruction {
            guard let start = bytes.baseAddress else { return 0 }
            return keyport_crc32c_update(0xFFFF_FFFF, start, bytes.count) ^ 0xFFFF_FFFF
        }
        return byTables(bytes)
    }

    /// The checksum without the processor's help.
    func byTables(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { table in
            var crc: UInt32 = 0xFFFF_FFFF
            var at = 0
            while at + 8 <= bytes.count {
                let low = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)) ^ crc
                let high = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self))
                let first = table[7 * 256 + Int(low & 0xFF)] ^ table[6 * 256 + Int((low >> 8) & 0xFF)]
                let second = table[5 * 256 + Int((low >> 16) & 0xFF)] ^ table[4 * 256 + Int(low >> 24)]
                let third = table[3 * 256 + Int(high & 0xFF)] ^ table[2 * 256 + Int((high >> 8) & 0xFF)]
                let fourth = table[256 + Int((high >> 16) & 0xFF)] ^ table[Int(high >> 24)]
                crc = first ^ second ^ third ^ fourth
                at += 8
            }
            while at < bytes.count {
                crc = table[Int((crc ^ UInt32(bytes[at])) & 0xFF)] ^ (crc >> 8)
                at += 1
            }
            return crc ^ 0xFFFF_FFFF
        }
    }

    /// The checksum of `bytes`.
    func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.withUnsafeBytes { checksum($0) }
    }
}

/// SHA-256 through Nettle, which uses the instructions of the processor for it: `docs/decisions/0018-sha-256.md`.
enum SHA256 {
    /// The 32 bytes of the digest.
    static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
        if let digest = bytes.withContiguousStorageIfAvailable({ digest(UnsafeRawBufferPointer($0)) }) { return digest }
        return Array(bytes).withUnsafeBytes { digest($0) }
    }

    private static func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        return digest
    }

    /// The digest as the store writes it: `sha256:` and 64 lower-case hexadecimal digits.
    static func name(_ bytes: some Collection<UInt8>) -> String {
        "sha256:" + Hexadecimal.text(digest(bytes))
    }

    /// The bytes that `name` made; nil when the text is no such name.
    static func bytes(ofName name: String) -> [UInt8]? {
        let text = Array(name.utf8)
        let prefix = Array("sha256:".utf8)
        guard text.count == prefix.count + 64, text.starts(with: prefix) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for at in stride(from: prefix.count, to: text.count, by: 2) {
            guard let high = nibble(text[at]), let low = nibble(text[at + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// Whether a text is such a name.
    static func isName(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isName($0) }
    }

    /// Whether a text, as UTF-8, is such a name.
    static func isName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 71, text.starts(with: "sha256:".utf8) else { return false }
        for byte in text[7...] where nibble(byte) == nil { return false }
        return true
    }

    /// Whether two digests are the same, in a time that does not depend on where they differ.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return sodium_memcmp(left, right, left.count) == 0
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: return byte - 0x30
        case 0x61...0x66: return byte - 0x61 + 10
        default: return nil
        }
    }
}

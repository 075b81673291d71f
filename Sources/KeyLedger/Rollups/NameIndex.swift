/// A name that was read: its hash, and the line it stands on as `NameTable.Place` packs it.
struct ReadName {
    let hash: UInt64
    let place: UInt64
}

/// Where each of many event names stands: written once, then only asked.
///
/// Names lie in buckets by the first bits of their hash; an entry is 8 bytes: 16 more bits of the hash, and the place.
/// Each bucket has a checksum, so that it can be asked in a mapped file of which nothing else is read.
struct NameIndex: Sendable {
    /// The directory and the entries: first starts (32 bits each, one more than buckets), then checksums, then entries.
    let storage: FileContents
    /// How many bits of a hash choose the bucket.
    let bits: Int
    let count: Int
    /// The offset of the directory in `storage`.
    let directory: Int
    /// The offset of the entries in `storage`.
    let entries: Int

    /// The error of bytes that do not fit their checksum: those of a file that can be made anew.
    static let damage = LedgerError.store("cache-damaged", "the index of the names is damaged")

    /// The bytes before the entries of an index with that many bits.
    static func directorySize(bits: Int) -> Int { ((2 << bits) + 1) * 4 + 4 }

    /// The bits for `count` names: up to 256 in a bucket on average.
    static func bits(for count: Int) -> Int {
        var bits = 4
        while bits < 24, count >> bits > 256 { bits += 1 }
        return bits
    }

    @inline(__always)
    private func word(_ at: Int) -> UInt32 {
        storage.bytes.loadUnaligned(fromByteOffset: directory + at * 4, as: UInt32.self)
    }

    /// The place of the name with that hash for which `isSame` says so.
    func find(_ hash: UInt64, isSame: (NameTable.Place) -> Bool) throws(LedgerError) -> NameTable.Place? {
        let bucket = Int(hash >> UInt64(64 - bits))
        let tag = (hash << UInt64(bits)) >> 48
        let entries = try entries(of: bucket)
        for at in 0..<(entries.count / 8) {
            let entry = entries.loadUnaligned(fromByteOffset: at * 8, as: UInt64.self)
            if entry >> 48 == tag {
                let place = NameTable.Place(packed: entry)
                if isSame(place) { return place }
            }
        }
        return nil
    }

    /// The entries of a bucket, held against their checksum.
    func entries(of bucket: Int) throws(LedgerError) -> UnsafeRawBufferPointer {
        let start = Int(word(bucket))
        let end = Int(word(bucket + 1))
        guard start <= end, end <= count else { throw Self.damage }
        let bytes = UnsafeRawBufferPointer(rebasing: storage.bytes[(entries + start * 8)..<(entries + end * 8)])
        guard CRC32.castagnoli.checksum(bytes) == word((1 << bits) + 1 + bucket) else { throw Self.damage }
        return bytes
    }
}

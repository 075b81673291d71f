internal import Glibc
internal import Synchronization

/// A name that was read: its hash, and the line it stands on as `EventPlace` packs it.
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

    /// The buckets that were held against their checksums.
    private let checked = CheckedBuckets()

    init(storage: FileContents, bits: Int, count: Int, directory: Int, entries: Int) {
        self.storage = storage
        self.bits = bits
        self.count = count
        self.directory = directory
        self.entries = entries
    }

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
    func find(_ hash: UInt64, isSame: (EventPlace) -> Bool) throws(LedgerError) -> EventPlace? {
        let bucket = Int(hash >> UInt64(64 - bits))
        let tag = (hash << UInt64(bits)) >> 48
        let isPossible = checked.mayContain(tag, in: bucket)
        if isPossible == false { return nil }
        let entries = try entries(of: bucket, isChecked: isPossible != nil)
        if isPossible == nil { checked.insert(bucket, of: 1 << bits, entries: entries) }
        for at in 0..<(entries.count / 8) {
            let entry = entries.loadUnaligned(fromByteOffset: at * 8, as: UInt64.self)
            if entry >> 48 == tag {
                let place = EventPlace(packed: entry)
                if isSame(place) { return place }
            }
        }
        return nil
    }

    /// The entries of a bucket, held against their checksum unless they were before.
    func entries(of bucket: Int, isChecked: Bool = false) throws(LedgerError) -> UnsafeRawBufferPointer {
        let start = Int(word(bucket))
        let end = Int(word(bucket + 1))
        guard start <= end, end <= count else { throw Self.damage }
        let bytes = UnsafeRawBufferPointer(rebasing: storage.bytes[(entries + start * 8)..<(entries + end * 8)])
        if isChecked { return bytes }
        guard CRC32.castagnoli.checksum(bytes) == word((1 << bits) + 1 + bucket) else { throw Self.damage }
        return bytes
    }
}

/// Which buckets of an index were found sound, and which tags stand in them: a long import asks each of them many times,
/// mostly for names that are new, and should not read all entries for that.
private final class CheckedBuckets: @unchecked Sendable {
    // The address changes only under the lock, and so does what stands there.
    private let table = Mutex<UInt>(0)

    /// The words of a bucket: one that says that it was checked, and a bit for each value of the last 12 bits of a tag.
    private static let stride = 65

    deinit {
        free(UnsafeMutableRawPointer(bitPattern: table.withLock { $0 }))
    }

    /// Whether a tag may stand in a bucket; nil when the bucket was not checked.
    func mayContain(_ tag: UInt64, in bucket: Int) -> Bool? {
        table.withLock { address in
            guard let words = UnsafePointer<UInt64>(bitPattern: address) else { return nil }
            let flags = words + bucket * Self.stride
            if flags[0] == 0 { return nil }
            return flags[1 + Int(tag >> 6 & 63)] >> (tag & 63) & 1 == 1
        }
    }

    /// Notes the entries of a bucket, one of `count`.
    func insert(_ bucket: Int, of count: Int, entries: UnsafeRawBufferPointer) {
        table.withLock { address in
            // Zeros that take no memory before they are written.
            if address == 0 { address = UInt(bitPattern: calloc(count, Self.stride * 8)) }
            guard let words = UnsafeMutablePointer<UInt64>(bitPattern: address) else { return }
            let flags = words + bucket * Self.stride
            for at in 0..<(entries.count / 8) {
                let tag = entries.loadUnaligned(fromByteOffset: at * 8, as: UInt64.self) >> 48
                flags[1 + Int(tag >> 6 & 63)] |= 1 << (tag & 63)
            }
            flags[0] = 1
        }
    }
}

internal import Glibc

/// The members of one event line as views of its bytes: what the fast path makes instead of a `UsageEvent`.
///
/// Good only as long as the memory that was scanned. A text that is missing is empty.
struct EventFields {
    var id = UnsafeRawBufferPointer(start: nil, count: 0)
    var source = UnsafeRawBufferPointer(start: nil, count: 0)
    var key = UnsafeRawBufferPointer(start: nil, count: 0)
    var project = UnsafeRawBufferPointer(start: nil, count: 0)
    var provider = UnsafeRawBufferPointer(start: nil, count: 0)
    var voidsSource = UnsafeRawBufferPointer(start: nil, count: 0)
    var voidsID = UnsafeRawBufferPointer(start: nil, count: 0)
    var isVoid = false
    var time = Instant(nanoseconds: 0)
    var recorded: Instant?
    var tokens = 0
    var hasChecksum = false

    /// Whether both name the same event.
    @inline(__always)
    func hasName(of other: EventFields) -> Bool {
        Self.areEqual(id, other.id) && Self.areEqual(source, other.source)
    }

    /// A hash of the name, equal for equal names in every run.
    var nameHash: UInt64 { Self.nameHash(source: source, id: id) }

    static func nameHash(source: UnsafeRawBufferPointer, id: UnsafeRawBufferPointer) -> UInt64 {
        hash(id, seed: hash(source, seed: 0x2545_F491_4F6C_DD1D))
    }

    /// A hash by multiplication and folding, eight bytes a step. Not against an enemy: names are compared as well, and a
    /// table that an enemy crowds is only slower.
    @inline(__always)
    static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        let count = bytes.count
        var state = seed ^ (UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15)
        guard let base = bytes.baseAddress, count > 0 else { return fold(state, lastFactor) }
        if count < 8 { return fold(state ^ short(base, count), lastFactor) }
        var at = 0
        while at + 8 < count {
            state = fold(state ^ word(base, at), 0xA076_1D64_78BD_642F)
            at += 8
        }
        // The last eight, of which some may have been read already.
        return fold(state ^ word(base, count - 8), lastFactor)
    }

    private static let lastFactor: UInt64 = 0xE703_7ED1_A0B4_28DB

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func word(_ base: UnsafeRawPointer, _ at: Int) -> UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }

    /// One to seven bytes as a number that differs for different bytes of one count.
    @inline(__always)
    private static func short(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
        if count >= 4 {
            let first = UInt32(littleEndian: base.loadUnaligned(as: UInt32.self))
            let last = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            return UInt64(first) | UInt64(last) << 32
        }
        func byte(_ at: Int) -> UInt64 { UInt64(base.load(fromByteOffset: at, as: UInt8.self)) }
        return byte(0) | byte(count / 2) << 8 | byte(count - 1) << 16
    }

    /// Whether two views hold the same bytes. Short texts, of which an event has many, need no call for it.
    @inline(__always)
    static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        let count = left.count
        guard count == right.count, let first = left.baseAddress, let second = right.baseAddress, count > 0 else {
            return count == right.count
        }
        if count < 8 { return short(first, count) == short(second, count) }
        if count > 64 { return memcmp(first, second, count) == 0 }
        var at = 0
        while at + 8 < count {
            if word(first, at) != word(second, at) { return false }
            at += 8
        }
        return word(first, count - 8) == word(second, count - 8)
    }
}

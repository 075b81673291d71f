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

    /// A hash of the name, equal for equal names in every run.
    var nameHash: UInt64 { Self.nameHash(source: source, id: id) }

    static func nameHash(source: UnsafeRawBufferPointer, id: UnsafeRawBufferPointer) -> UInt64 {
        hash(id, seed: hash(source, seed: 0x2545_F491_4F6C_DD1D))
    }

    /// A hash by multiplication and folding, eight bytes a step. Not against an enemy: names are compared as well, and a
    /// table that an enemy crowds is only slower.
    @inline(__always)
    static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        var state = seed ^ (UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15)
        var at = 0
        while at + 8 <= bytes.count {
            state = fold(state ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self), 0xA076_1D64_78BD_642F)
            at += 8
        }
        var last: UInt64 = 0
        var shift: UInt64 = 0
        while at < bytes.count {
            last |= UInt64(bytes[at]) << shift
            shift += 8
            at += 1
        }
        return fold(state ^ last, 0xE703_7ED1_A0B4_28DB)
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// Whether two views hold the same bytes.
    @inline(__always)
    static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        guard left.count == right.count, let first = left.baseAddress, let second = right.baseAddress else {
            return left.count == right.count
        }
        return memcmp(first, second, left.count) == 0
    }
}

/// The names that were read in one piece of a log, and which of them came shortly before.
///
/// What is said twice is mostly said soon again, while the line before is still at hand: its page need not come from the
/// disk a second time. What this does not find, `NameIndexBuilder` does.
struct PieceNames: Sendable {
    /// The names in the order of their places.
    private(set) var names: [ReadName] = []
    /// The places of the lines that name an event of an earlier line of the piece, with the place of that line.
    private(set) var repeated: [UInt64: UInt64] = [:]
    /// The last name of each place by hash: the upper half of its hash, and its number from 1 on.
    private var recent = [UInt64](repeating: 0, count: 4096)

    /// None yet, of about `count`.
    init(_ count: Int) { names.reserveCapacity(count) }

    /// Adds the name at a place, and answers the place of an earlier one of the piece with the same hash, if one is known.
    @inline(__always)
    mutating func add(_ name: ReadName) -> UInt64? {
        let at = Int(truncatingIfNeeded: name.hash) & (recent.count - 1)
        let half = name.hash >> 32
        let last = recent[at]
        names.append(name)
        recent[at] = half << 32 | UInt64(truncatingIfNeeded: names.count)
        guard last >> 32 == half, last & 0xFFFF_FFFF > 0 else { return nil }
        let other = names[Int(truncatingIfNeeded: last & 0xFFFF_FFFF) - 1]
        return other.hash == name.hash ? other.place : nil
    }

    /// Says that the lines at two places have the same name.
    mutating func note(_ place: UInt64, hasNameOf first: UInt64) { repeated[place] = repeated[first] ?? first }
}

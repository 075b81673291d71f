/// Where each event name stands: a hash table of places, which keeps no name itself.
///
/// A slot is 8 bytes: 16 bits of the hash, and the place. That is a quarter of what the names would take, and the one
/// access to memory that a lookup costs; names are compared in the file, and only when the 16 bits agree.
struct NameTable {
    private(set) var slots: [UInt64] = [UInt64](repeating: 0, count: 1024)
    private(set) var count = 0

    /// The file and the offset of an event line.
    struct Place: Hashable {
        /// The number of the file, below 1023.
        let file: Int
        /// The offset of the line, below 256 GiB.
        let offset: Int

        init(file: Int, offset: Int) {
            self.file = file
            self.offset = offset
        }

        /// A place in the low 48 bits of a word.
        init(packed: UInt64) {
            file = Int((packed >> 38) & 1023) - 1
            offset = Int(packed & ((1 << 38) - 1))
        }

        /// The place in the low 48 bits of a word, which is never 0.
        var packed: UInt64 { UInt64(file + 1) << 38 | UInt64(offset) }

        /// Whether a line stands before another one.
        static func < (left: Place, right: Place) -> Bool { left.packed < right.packed }
    }

    /// The largest number of a file.
    static let fileLimit = 1022

    init() {}

    /// Makes room for `count` names, so that a long reading does not build the table again and again.
    mutating func reserve(_ count: Int, hashOf: (Place) -> UInt64) {
        var size = slots.count
        while size < count * 8 / 5 { size *= 2 }
        if size > slots.count { rebuild(size, hashOf) }
    }

    /// The place of the first name with that hash for which `isSame` says so.
    func find(_ hash: UInt64, isSame: (Place) -> Bool) -> Place? {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        let tag = hash >> 48
        while true {
            let slot = slots[at]
            if slot == 0 { return nil }
            if slot >> 48 == tag {
                let place = Place(packed: slot)
                if isSame(place) { return place }
            }
            at = (at + 1) & mask
        }
    }

    /// Adds a name that `find` did not find. `hashOf` reads the hash of a place again, for when the table grows.
    mutating func insert(_ hash: UInt64, _ place: Place, hashOf: (Place) -> UInt64) {
        if count * 8 >= slots.count * 5 { rebuild(slots.count * 2, hashOf) }
        put(hash, place)
        count += 1
    }

    private mutating func rebuild(_ size: Int, _ hashOf: (Place) -> UInt64) {
        let old = slots
        slots = [UInt64](repeating: 0, count: size)
        for slot in old where slot != 0 {
            let place = Place(packed: slot)
            put(hashOf(place), place)
        }
    }

    private mutating func put(_ hash: UInt64, _ place: Place) {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != 0 { at = (at + 1) & mask }
        slots[at] = (hash >> 48) << 48 | place.packed
    }
}

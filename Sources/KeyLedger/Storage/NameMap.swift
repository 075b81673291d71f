/// Where each event name stands, with its whole hash: for the names that were read since the index was built, and for
/// those of one reading of `UsageCheck`.
///
/// A slot is 16 bytes. Names are compared where they stand, and only when the hashes agree; a table that grows needs no
/// name again.
struct NameMap: Sendable {
    /// The names; a place of 0 is a free slot.
    private(set) var slots = [ReadName](repeating: ReadName(hash: 0, place: 0), count: 1024)
    private(set) var count = 0

    init() {}

    /// Makes room for `count` names.
    mutating func reserve(_ count: Int) {
        var size = slots.count
        while size < count * 8 / 5 { size *= 2 }
        if size > slots.count { rebuild(size) }
    }

    /// The place of the first name with that hash for which `isSame` says so.
    @inline(__always)
    func find(_ hash: UInt64, isSame: (EventPlace) -> Bool) -> EventPlace? {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at].place != 0 {
            if slots[at].hash == hash {
                let place = EventPlace(packed: slots[at].place)
                if isSame(place) { return place }
            }
            at = (at + 1) & mask
        }
        return nil
    }

    /// Adds a name that `find` did not find.
    mutating func insert(_ hash: UInt64, _ place: EventPlace) {
        if count * 8 >= slots.count * 5 { rebuild(slots.count * 2) }
        put(ReadName(hash: hash, place: place.packed))
        count += 1
    }

    private mutating func rebuild(_ size: Int) {
        let old = slots
        slots = [ReadName](repeating: ReadName(hash: 0, place: 0), count: size)
        for name in old where name.place != 0 { put(name) }
    }

    private mutating func put(_ name: ReadName) {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: name.hash) & mask
        while slots[at].place != 0 { at = (at + 1) & mask }
        slots[at] = name
    }
}

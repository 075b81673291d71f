/// Numbers integers in the order in which they first come.
struct IntegerTable: Sendable {
    /// The integers by their numbers.
    private(set) var names: [UInt64] = []
    /// The numbers from 1 on by the hashes of their integers, 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1024)

    init() {}

    /// The table that numbers `names` from 0 on; nil where one stands twice.
    init?(names: [UInt64]) {
        var size = slots.count
        while size < names.count * 2 + 2 { size *= 2 }
        self.names = names
        guard rebuild(size) else { return nil }
    }

    /// Puts all into a table of `size` slots; false where one is there already.
    @discardableResult
    private mutating func rebuild(_ size: Int) -> Bool {
        slots = [UInt32](repeating: 0, count: size)
        let mask = size - 1
        return slots.withUnsafeMutableBufferPointer { slots in
            for (index, name) in names.enumerated() {
                var at = Self.slot(of: name) & mask
                while slots[at] != 0 {
                    if names[Int(slots[at]) - 1] == name { return false }
                    at = (at + 1) & mask
                }
                slots[at] = UInt32(truncatingIfNeeded: index + 1)
            }
            return true
        }
    }

    /// The number of the integer; a new one when it was not there.
    @inline(__always)
    mutating func index(of name: UInt64) -> Int {
        let mask = slots.count - 1
        var at = Self.slot(of: name) & mask
        while slots[at] != 0 {
            let number = Int(slots[at]) - 1
            if names[number] == name { return number }
            at = (at + 1) & mask
        }
        return insert(name, at)
    }

    @inline(__always)
    private static func slot(of name: UInt64) -> Int {
        Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }

    private mutating func insert(_ name: UInt64, _ slot: Int) -> Int {
        names.append(name)
        if names.count * 2 >= slots.count {
            rebuild(slots.count * 2)
        } else {
            slots[slot] = UInt32(truncatingIfNeeded: names.count)
        }
        return names.count - 1
    }
}

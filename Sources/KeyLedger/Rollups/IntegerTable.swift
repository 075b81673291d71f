/// Numbers integers in the order in which they first come.
struct IntegerTable: Sendable {
    /// The integers by their numbers.
    private(set) var names: [UInt64] = []
    private var slots: [(name: UInt64, number: UInt32)] = .init(repeating: (0, 0), count: 1024)

    init() {}

    /// Makes room for `count` integers.
    mutating func reserve(_ count: Int) {
        var size = slots.count
        while size < count * 2 + 2 { size *= 2 }
        if size > slots.count { rebuild(size) }
    }

    private mutating func rebuild(_ size: Int) {
        slots = .init(repeating: (0, 0), count: size)
        for (index, name) in names.enumerated() { put(name, index + 1) }
    }

    /// The number of the integer; a new one when it was not there.
    @inline(__always)
    mutating func index(of name: UInt64) -> Int {
        let mask = slots.count - 1
        var at = Self.slot(of: name) & mask
        while slots[at].number != 0 {
            if slots[at].name == name { return Int(slots[at].number) - 1 }
            at = (at + 1) & mask
        }
        return insert(name)
    }

    @inline(__always)
    private static func slot(of name: UInt64) -> Int {
        Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }

    private mutating func insert(_ name: UInt64) -> Int {
        if (names.count + 1) * 2 >= slots.count { rebuild(slots.count * 2) }
        names.append(name)
        put(name, names.count)
        return names.count - 1
    }

    private mutating func put(_ name: UInt64, _ number: Int) {
        let mask = slots.count - 1
        var at = Self.slot(of: name) & mask
        while slots[at].number != 0 { at = (at + 1) & mask }
        slots[at] = (name, UInt32(truncatingIfNeeded: number))
    }
}

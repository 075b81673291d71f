internal import Glibc

/// Numbers texts in the order in which they first come, by their bytes.
struct TextTable: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []
    private var slots: [UInt64] = [UInt64](repeating: 0, count: 256)

    init() {}

    /// How many texts there are.
    var count: Int { ends.count }

    /// The number of the text; a new one when it was not there.
    @inline(__always)
    mutating func index(of text: UnsafeRawBufferPointer) -> Int {
        let hash = EventFields.hash(text, seed: 0)
        return find(text, hash) ?? insert(text, hash)
    }

    /// Whether the text is there.
    func contains(_ text: UnsafeRawBufferPointer) -> Bool { find(text, EventFields.hash(text, seed: 0)) != nil }

    @inline(__always)
    private func find(_ text: UnsafeRawBufferPointer, _ hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != 0 {
            let slot = slots[at]
            let index = Int(slot & 0xFFFF_FFFF) - 1
            if slot >> 32 == hash >> 32, isSame(index, text) { return index }
            at = (at + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ text: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
        if (ends.count + 1) * 2 >= slots.count { grow() }
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        put(hash, ends.count)
        return ends.count - 1
    }

    private mutating func put(_ hash: UInt64, _ number: Int) {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != 0 { at = (at + 1) & mask }
        slots[at] = (hash >> 32) << 32 | UInt64(number)
    }

    @inline(__always)
    private func isSame(_ index: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1]
        guard ends[index] - start == text.count, let other = text.baseAddress else {
            return ends[index] == start && text.isEmpty
        }
        return bytes.withUnsafeBytes { buffer in
            buffer.baseAddress.map { memcmp($0 + start, other, text.count) == 0 } ?? false
        }
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        let ends = ends
        let bytes = bytes
        bytes.withUnsafeBytes { buffer in
            for index in ends.indices {
                let text = UnsafeRawBufferPointer(rebasing: buffer[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
                put(EventFields.hash(text, seed: 0), index + 1)
            }
        }
    }

    /// The number that each text of `other` has here; those that are new are added.
    mutating func merge(_ other: TextTable) -> [Int] {
        other.bytes.withUnsafeBytes { buffer in
            other.ends.indices.map { index in
                let start = index == 0 ? 0 : other.ends[index - 1]
                return self.index(of: UnsafeRawBufferPointer(rebasing: buffer[start..<other.ends[index]]))
            }
        }
    }

    /// The texts in the order of their bytes, and the place of each number in that order.
    func sorted() -> (names: [String], order: [Int]) {
        let names = ends.indices.map { index in
            String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
        }
        let sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        var order = [Int](repeating: 0, count: names.count)
        for (place, index) in sorted.enumerated() { order[index] = place }
        return (sorted.map { names[$0] }, order)
    }
}

/// Where an event stands: the number of its file, and the offset of its line.
struct EventPlace: Hashable {
    /// The number of the file, below 1023.
    let file: Int
    /// The offset of the line, below 256 GiB.
    let offset: Int

    /// The largest number of a file.
    static let fileLimit = 1022

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
    static func < (left: EventPlace, right: EventPlace) -> Bool { left.packed < right.packed }
}

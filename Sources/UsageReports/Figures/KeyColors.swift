/// Which of the six colours each key has, everywhere.
///
/// The six keys that used most over the last twelve periods have a colour each, in that order; every other key has one
/// by its id. So a key keeps its colour from one graph and page to the next, and the keys that stand side by side in
/// most graphs differ.
struct KeyColors: Sendable {
    private let slots: [String: Int]

    /// Colours by the tokens of each key id.
    init(tokens: [String: Int]) {
        let ranked = tokens.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        slots = Dictionary(
            ranked.prefix(6).enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The colour of a key, 0 to 5.
    func slot(of id: String) -> Int {
        if let slot = slots[id] { return slot }
        // FNV-1a: the same on every machine, unlike Swift's own hash.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(hash % 6)
    }
}

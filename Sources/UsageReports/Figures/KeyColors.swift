/// Which of the six colours each key has, everywhere and ever after.
///
/// A key gets its colour in the first period in which it was used, and keeps it whatever later periods bring: what a closed
/// report looks like hangs on no period after it. The keys that come in one period take the colours in the order of their
/// tokens, first the colours that keys of the last twelve periods used least, so that those that stand side by side in
/// graphs differ as far as six colours reach.
struct KeyColors: Sendable {
    /// A key with its tokens in a period.
    typealias Use = (id: String, tokens: Int)

    /// How many colours there are.
    private static let count = 6
    /// How many periods back the use of a colour is counted.
    private static let memory = 12

    private let slots: [String: Int]

    /// Colours by what was used in each period, the oldest first.
    init(periods: [[Use]]) {
        var slots: [String: Int] = [:]
        for (index, uses) in periods.enumerated() {
            let fresh = uses.filter { $0.tokens > 0 && slots[$0.id] == nil }
                .sorted { ($1.tokens, $0.id) < ($0.tokens, $1.id) }
            guard !fresh.isEmpty else { continue }
            var tokens = [Int](repeating: 0, count: Self.count)
            for earlier in periods[max(0, index + 1 - Self.memory)...index] {
                for use in earlier {
                    if let slot = slots[use.id] { tokens[slot] = tokens[slot].addingSaturated(use.tokens) }
                }
            }
            // A round gives each colour once, before any is given twice.
            var given = [Int](repeating: 0, count: Self.count)
            for use in fresh {
                let slot = (0..<Self.count).min { (given[$0], tokens[$0], $0) < (given[$1], tokens[$1], $1) } ?? 0
                slots[use.id] = slot
                given[slot] += 1
                tokens[slot] = tokens[slot].addingSaturated(use.tokens)
            }
        }
        self.slots = slots
    }

    /// The colour of a key, 0 to 5; of one that was never used by its id.
    func slot(of id: String) -> Int {
        if let slot = slots[id] { return slot }
        // FNV-1a: the same on every machine, unlike Swift's own hash.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(hash % UInt64(Self.count))
    }
}

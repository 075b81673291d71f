/// One match: the byte ranges of the whole and of each group.
package struct RegularExpressionMatch: Sendable, Equatable {
    /// Pairs of start and end for group 0, 1, …; -1 where a group took no part.
    private let offsets: [Int]

    init(offsets: [Int]) { self.offsets = offsets }

    /// The bytes that the whole pattern matched.
    package var range: Range<Int> { offsets[0]..<offsets[1] }

    /// The number of groups and one for the whole.
    package var count: Int { offsets.count / 2 }

    /// The bytes that group `index` matched, or nil when it took no part or does not exist.
    package func range(of index: Int) -> Range<Int>? {
        guard index >= 0, index < count, offsets[index * 2] >= 0 else { return nil }
        return offsets[index * 2]..<offsets[index * 2 + 1]
    }
}

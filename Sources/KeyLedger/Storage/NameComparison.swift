internal import Synchronization

/// Compares the names of events by their lines, whose pages may not be in memory any more, or were never there.
final class NameComparison: Sendable {
    private let logs: [UsageLog]
    private let known: [UInt64: UInt64]
    /// How many comparisons go on with single pages from the disk.
    private let few: Int
    private let count = Atomic<Int>(0)

    /// Compares lines of logs; of `known` it knows that the line at the first place has the name of that at the second.
    init(_ logs: [UsageLog], known: [UInt64: UInt64]) {
        self.logs = logs
        self.known = known
        // From about one page in 16 on, a disk brings all of them sooner than those few.
        few = logs.reduce(0) { $0 + $1.contents.count } / (16 * 4096)
        for log in logs { log.contents.willBeRead(inOrder: false) }
    }

    /// Whether two lines name the same event.
    func isSame(_ left: EventPlace, _ right: EventPlace) -> Bool {
        if known[right.packed] == left.packed { return true }
        if count.wrappingAdd(1, ordering: .relaxed).oldValue == few {
            for log in logs { log.contents.willBeRead(inOrder: true) }
        }
        return logs[left.file].withFields(at: left.offset) { logs[right.file].hasName(at: right.offset, of: $0) }
            ?? false
    }

    deinit { for log in logs { log.contents.willBeRead(inOrder: true) } }
}

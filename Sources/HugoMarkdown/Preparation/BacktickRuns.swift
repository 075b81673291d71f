/// The runs of backticks up to the next blank line or list item, found once for all of them.
struct BacktickRuns {
    /// Where the blank line or item begins.
    private(set) var end = 0
    /// Where the runs begin and how long they are, while they are few.
    private var runs: [(start: Int, length: Int)] = []
    /// Where the runs of each length begin, in order; filled where there are many.
    private var starts: [Int: [Int]] = [:]
    /// How many of the runs of each length have been passed.
    private var passed: [Int: Int] = [:]

    /// Up to how many runs a list is quicker than a table.
    private static let few = 12

    /// No runs.
    init() {}

    /// The runs from `start` on, up to `limit` where it is known.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int? = nil) {
        var index = start
        var lineIsBlank = false
        while index < limit ?? bytes.count {
            let byte = bytes[index]
            if byte == 0x60 {
                let first = index
                while index < bytes.count, bytes[index] == 0x60 { index += 1 }
                runs.append((first, index - first))
                lineIsBlank = false
                continue
            }
            if byte == 0x0A, limit == nil {
                if lineIsBlank || Self.beginsItem(bytes, at: index + 1) { break }
                lineIsBlank = true
            } else if byte != 0x20, byte != 0x09, byte != 0x0D, byte != 0x3E {
                lineIsBlank = false
            }
            index += 1
        }
        end = max(index, start + 1)
        if runs.count > Self.few { for run in runs { starts[run.length, default: []].append(run.start) } }
    }

    /// Whether the line at `offset` begins an item of a list, which ends any paragraph before it.
    private static func beginsItem(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        var index = offset
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x3E { index += 1 }
        guard index + 2 < bytes.count else { return false }
        switch bytes[index] {
        case 0x2D, 0x2A, 0x2B: index += 1
        case 0x31 where bytes[index + 1] == 0x2E || bytes[index + 1] == 0x29: index += 2
        default: return false
        }
        return index + 1 < bytes.count && bytes[index] == 0x20 && bytes[index + 1] > 0x20
    }

    /// Whether there is no other run of `length` backticks, wherever the blocks around them begin and end.
    func isAlone(_ length: Int) -> Bool {
        if runs.count > Self.few { return starts[length]?.count == 1 }
        var count = 0
        for run in runs where run.length == length { count += 1 }
        return count == 1
    }

    /// Where the next run of `length` backticks at or after `offset` begins; asked for with ascending offsets.
    mutating func next(_ length: Int, from offset: Int) -> Int? {
        if runs.count <= Self.few { return runs.first { $0.length == length && $0.start >= offset }?.start }
        guard let all = starts[length] else { return nil }
        var number = passed[length] ?? 0
        while number < all.count, all[number] < offset { number += 1 }
        passed[length] = number
        return number < all.count ? all[number] : nil
    }
}

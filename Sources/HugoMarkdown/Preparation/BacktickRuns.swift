/// The runs of backticks up to the next blank line or list item, found once for all of them.
struct BacktickRuns {
    /// Where the blank line or item begins.
    private(set) var end = 0
    /// Where the runs of each length begin, in order.
    private var starts: [Int: [Int]] = [:]
    /// How many of the runs of each length have been passed.
    private var passed: [Int: Int] = [:]

    /// No runs.
    init() {}

    /// The runs from `start` on.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var index = start
        var lineIsBlank = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x60 {
                let first = index
                while index < bytes.count, bytes[index] == 0x60 { index += 1 }
                starts[index - first, default: []].append(first)
                lineIsBlank = false
                continue
            }
            if byte == 0x0A {
                if lineIsBlank || Self.beginsItem(bytes, at: index + 1) { break }
                lineIsBlank = true
            } else if byte != 0x20, byte != 0x09, byte != 0x0D, byte != 0x3E {
                lineIsBlank = false
            }
            index += 1
        }
        end = max(index, start + 1)
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
    func isAlone(_ length: Int) -> Bool { starts[length]?.count == 1 }

    /// Where the next run of `length` backticks at or after `offset` begins; asked for with ascending offsets.
    mutating func next(_ length: Int, from offset: Int) -> Int? {
        guard let all = starts[length] else { return nil }
        var number = passed[length] ?? 0
        while number < all.count, all[number] < offset { number += 1 }
        passed[length] = number
        return number < all.count ? all[number] : nil
    }
}

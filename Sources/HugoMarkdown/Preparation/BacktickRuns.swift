/// The runs of backticks up to the next blank line, found once for all of them.
struct BacktickRuns {
    /// Where the blank line begins.
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
                if lineIsBlank { break }
                lineIsBlank = true
            } else if byte != 0x20, byte != 0x09, byte != 0x0D {
                lineIsBlank = false
            }
            index += 1
        }
        end = max(index, start + 1)
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

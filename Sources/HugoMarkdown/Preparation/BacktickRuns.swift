/// The runs of backticks up to the next blank line, found once for all of them.
struct BacktickRuns {
    /// Where the blank line begins.
    private(set) var end = 0
    private var counts: [Int: Int] = [:]

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
                counts[index - first, default: 0] += 1
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
    func isAlone(_ length: Int) -> Bool { counts[length] == 1 }
}

/// One input of libFuzzer, read from its front: first what chooses options, then the text.
package struct FuzzInput {
    private var rest: ArraySlice<UInt8>

    /// Copies what libFuzzer hands over.
    package init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        rest = Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))[...]
    }

    /// The next byte, 0 behind the end.
    package mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    /// The next `count` bits, at most 32, from whole bytes; the first byte holds the lowest.
    package mutating func bits(_ count: Int) -> [Bool] {
        var result: [Bool] = []
        while result.count < count {
            let byte = byte()
            for bit in 0..<min(8, count - result.count) { result.append(byte >> UInt8(bit) & 1 == 1) }
        }
        return result
    }

    /// What stands up to the next line feed, which is passed over; the whole rest when there is none.
    package mutating func line() -> [UInt8] {
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        let line = Array(rest[rest.startIndex..<end])
        rest = rest[min(end + 1, rest.endIndex)...]
        return line
    }

    /// All that has not been read.
    package var bytes: [UInt8] { Array(rest) }

    /// All that has not been read as text, broken UTF-8 repaired.
    package var text: String { String(decoding: rest, as: UTF8.self) }
}

/// Ends the run, so that libFuzzer keeps the input, when `condition` does not hold.
package func require(_ condition: Bool, _ claim: @autoclosure () -> String) {
    if !condition { fatalError(claim()) }
}

/// Whether `bytes` are UTF-8.
package func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

/// A text that is searched, checked once so that every search after that starts without looking at it again.
///
/// A byte that is no UTF-8 is searched as one control character (U+001A), which `.` and negated classes match as Go's
/// U+FFFD would be; offsets are those of the original bytes.
package struct MatchSubject: Sendable {
    /// The bytes as they were given.
    package let bytes: [UInt8]
    /// The same number of bytes, all valid UTF-8; nil when `bytes` are that themselves.
    private let repaired: [UInt8]?

    /// Checks `bytes`.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        repaired = Self.repair(bytes)
    }

    /// The UTF-8 of `text`.
    package init(_ text: String) {
        bytes = Array(text.utf8)
        repaired = nil
    }

    /// The number of bytes.
    package var count: Int { bytes.count }

    /// The bytes of `range` as text.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func withSearchedBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try (repaired ?? bytes).withUnsafeBufferPointer(body)
    }

    /// The offset of the character after the one at `offset`.
    func offset(after offset: Int) -> Int {
        let searched = repaired ?? bytes
        var next = offset + 1
        while next < searched.count, searched[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }

    private static func repair(_ bytes: [UInt8]) -> [UInt8]? {
        var fixed: [UInt8]?
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = validLength(bytes, index)
            if length > 0 {
                index += length
            } else {
                if fixed == nil { fixed = bytes }
                fixed?[index] = 0x1A
                index += 1
            }
        }
        return fixed
    }

    /// The length of the well-formed sequence of two to four bytes at `index`, or 0 (table 3-7 of the Unicode standard).
    private static func validLength(_ bytes: [UInt8], _ index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0:
            length = 3
            second = 0xA0...0xBF
        case 0xED:
            length = 3
            second = 0x80...0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
            length = 4
            second = 0x90...0xBF
        case 0xF1...0xF3: length = 4
        case 0xF4:
            length = 4
            second = 0x80...0x8F
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for follow in bytes[(index + 2)..<(index + length)] where follow & 0xC0 != 0x80 { return 0 }
        return length
    }
}

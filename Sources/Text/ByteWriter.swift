/// A growing byte buffer that every renderer writes into.
///
/// Passed `inout` and never wrapped: appending runs of bytes is twice as fast as appending to a `String`.
package struct ByteWriter: Sendable {
    /// What has been written so far.
    package var bytes: [UInt8]

    /// Makes an empty writer with room for `capacity` bytes.
    @inlinable
    package init(capacity: Int = 0) {
        bytes = []
        if capacity > 0 { bytes.reserveCapacity(capacity) }
    }

    /// The number of bytes written.
    @inlinable
    package var count: Int { bytes.count }

    /// Whether nothing has been written.
    @inlinable
    package var isEmpty: Bool { bytes.isEmpty }

    /// Appends one byte.
    @inlinable
    package mutating func write(byte: UInt8) {
        bytes.append(byte)
    }

    /// Appends the UTF-8 of `string`.
    @inlinable
    package mutating func write(_ string: String) {
        bytes.append(contentsOf: string.utf8)
    }

    /// Appends the UTF-8 of `string`.
    @inlinable
    package mutating func write(_ string: Substring) {
        bytes.append(contentsOf: string.utf8)
    }

    /// Appends a literal without making a `String` of it.
    @inlinable
    package mutating func write(literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends `other` as it is.
    @inlinable
    package mutating func write(bytes other: [UInt8]) {
        bytes.append(contentsOf: other)
    }

    /// Appends `other` as it is.
    @inlinable
    package mutating func write(bytes other: ArraySlice<UInt8>) {
        bytes.append(contentsOf: other)
    }

    /// Appends `other` as it is.
    @inlinable
    package mutating func write(bytes other: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: other)
    }

    /// Appends a decimal integer.
    package mutating func write(integer value: Int) {
        var magnitude = value.magnitude
        if value < 0 { bytes.append(0x2D) }
        if magnitude < 10 {
            bytes.append(0x30 + UInt8(magnitude))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var index = 20
            while magnitude > 0 {
                index -= 1
                digits[index] = 0x30 + UInt8(magnitude % 10)
                magnitude /= 10
            }
            bytes.append(contentsOf: digits[index..<20])
        }
    }

    /// Appends a decimal integer with zeros in front up to `width` digits.
    package mutating func write(integer value: Int, width: Int) {
        let digits = String(value.magnitude)
        if value < 0 { bytes.append(0x2D) }
        for _ in 0..<max(0, width - digits.utf8.count) { bytes.append(0x30) }
        write(digits)
    }

    /// What has been written, as a `String`; bytes that are no UTF-8 become U+FFFD.
    package var string: String { String(decoding: bytes, as: UTF8.self) }
}

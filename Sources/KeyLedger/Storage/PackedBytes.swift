/// Writes plain numbers and texts one after the other, as little-endian words of 64 bits.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }

    mutating func write(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ numbers: [Int]) {
        write(numbers.count)
        for number in numbers { write(number) }
    }

    mutating func write(_ words: [UInt64]) {
        write(words.count)
        for word in words { write(word) }
    }

    /// The length, the bytes, and zeros up to a whole word.
    mutating func write(_ text: some Collection<UInt8>) {
        write(text.count)
        bytes.append(contentsOf: text)
        while bytes.count % 8 != 0 { bytes.append(0) }
    }
}

/// Reads what `PackedWriter` wrote; each answer is nil where the bytes do not reach.
struct PackedReader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    private var left: Int { bytes.count - offset }

    mutating func word() -> UInt64? {
        guard left >= 8 else { return nil }
        defer { offset += 8 }
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    mutating func number() -> Int? { word().map { Int(Int64(bitPattern: $0)) } }

    /// A number of things of at least `size` bytes each, which must still be there.
    mutating func count(of size: Int) -> Int? {
        guard let count = number(), count >= 0, count <= left / size else { return nil }
        return count
    }

    mutating func numbers() -> [Int]? {
        guard let count = count(of: 8) else { return nil }
        return numbers(count)
    }

    mutating func words() -> [UInt64]? {
        guard let count = count(of: 8) else { return nil }
        return words(count)
    }

    /// So many numbers.
    mutating func numbers(_ count: Int) -> [Int]? {
        many(count) { Int(Int64(bitPattern: $0)) }
    }

    /// So many words.
    mutating func words(_ count: Int) -> [UInt64]? { many(count) { $0 } }

    @inline(__always)
    private mutating func many<Element>(_ count: Int, _ made: (UInt64) -> Element) -> [Element]? {
        guard count >= 0, count <= left / 8 else { return nil }
        let start = offset
        offset += count * 8
        return Array(unsafeUninitializedCapacity: count) { elements, initialized in
            for index in 0..<count {
                let word = bytes.loadUnaligned(fromByteOffset: start + index * 8, as: UInt64.self)
                elements.initializeElement(at: index, to: made(UInt64(littleEndian: word)))
            }
            initialized = count
        }
    }

    mutating func text() -> UnsafeRawBufferPointer? {
        guard let count = count(of: 1) else { return nil }
        let start = offset
        let padded = (count + 7) / 8 * 8
        guard padded <= left else { return nil }
        offset += padded
        return UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)])
    }
}

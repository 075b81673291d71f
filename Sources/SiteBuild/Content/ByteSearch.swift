extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// The range of the first occurrence of `wanted`; the bytes stand in one piece, as those of arrays and slices do.
    func firstRange(of wanted: [UInt8]) -> Range<Int>? {
        guard let first = wanted.first, count >= wanted.count else { return nil }
        let found = withContiguousStorageIfAvailable { bytes -> Int? in
            var index = 0
            let last = bytes.count - wanted.count
            while index <= last {
                if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
                index += 1
            }
            return nil
        }
        guard let offset = found ?? nil else { return nil }
        return startIndex + offset..<startIndex + offset + wanted.count
    }
}

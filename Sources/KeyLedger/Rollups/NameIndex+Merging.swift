extension NameIndex {
    /// The index with more names; nil when it would be too full and must be built anew.
    func adding(_ names: [ReadName]) throws(LedgerError) -> NameIndex? {
        let total = count + names.count
        guard total >> bits <= 512 else { return nil }
        let buckets = 1 << bits
        let shift = UInt64(64 - bits)
        var fresh = [[UInt64]](repeating: [], count: buckets)
        for name in names {
            let tag = (name.hash << UInt64(bits)) >> 48
            fresh[Int(name.hash >> shift)].append(tag << 48 | name.place)
        }
        let start = Self.directorySize(bits: bits)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: start + total * 8, alignment: 16)
        let storage = FileContents(UnsafeRawBufferPointer(memory)) { $0.deallocate() }
        memory.storeBytes(of: 0, toByteOffset: start - 8, as: UInt64.self)
        var at = 0
        for bucket in 0..<buckets {
            memory.storeBytes(of: UInt32(at), toByteOffset: bucket * 4, as: UInt32.self)
            let from = start + at * 8
            let old = try entries(of: bucket)
            UnsafeMutableRawBufferPointer(rebasing: memory[from..<(from + old.count)]).copyMemory(from: old)
            at += old.count / 8
            for entry in fresh[bucket] {
                memory.storeBytes(of: entry, toByteOffset: start + at * 8, as: UInt64.self)
                at += 1
            }
            let bytes = UnsafeRawBufferPointer(rebasing: memory[from..<(start + at * 8)])
            memory.storeBytes(
                of: CRC32.castagnoli.checksum(bytes), toByteOffset: (buckets + 1 + bucket) * 4, as: UInt32.self)
        }
        memory.storeBytes(of: UInt32(at), toByteOffset: buckets * 4, as: UInt32.self)
        guard at == total else { throw Self.damage }
        return NameIndex(storage: storage, bits: bits, count: total, directory: 0, entries: start)
    }
}

/// Builds a `NameIndex` from all names that were read, on several threads, and finds those that came before.
struct NameIndexBuilder: Sendable {
    /// The names in the order of their places, in parts.
    let parts: [[ReadName]]
    /// How many threads work.
    let threads: Int

    /// A line that names an event which an earlier line names.
    struct Repeated: Sendable {
        let place: EventPlace
        let first: EventPlace
    }

    /// What a thread works on: memory that no other touches.
    private final class Work: @unchecked Sendable {
        let sizes: UnsafeMutableBufferPointer<UInt32>
        let output: UnsafeMutableRawBufferPointer
        let repeated: UnsafeMutableBufferPointer<[Repeated]>

        init(buckets: Int, output: UnsafeMutableRawBufferPointer, threads: Int) {
            sizes = .allocate(capacity: buckets)
            sizes.initialize(repeating: 0)
            self.output = output
            repeated = .allocate(capacity: threads)
            repeated.initialize(repeating: [])
        }

        deinit {
            sizes.deallocate()
            repeated.deinitialize()
            repeated.deallocate()
        }
    }

    /// The index, and the repeated lines in the order of their places; `isSame` compares the names at two places.
    func build(
        isSame: @escaping @Sendable (EventPlace, EventPlace) -> Bool
    ) -> (index: NameIndex, repeated: [Repeated]) {
        let count = parts.reduce(0) { $0 + $1.count }
        let bits = NameIndex.bits(for: count)
        let buckets = 1 << bits
        let entries = NameIndex.directorySize(bits: bits)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: entries + count * 8, alignment: 16)
        memory.storeBytes(of: 0, toByteOffset: entries - 8, as: UInt64.self)
        let threads = max(1, min(threads, buckets))
        let work = Work(buckets: buckets, output: memory, threads: threads)
        let shift = UInt64(64 - bits)
        func range(_ worker: Int) -> Range<Int> { buckets * worker / threads..<buckets * (worker + 1) / threads }
        let ranges = (0..<threads).map(range)
        let parts = parts
        ScanThreads.run(threads) { worker in
            let range = ranges[worker]
            for part in parts {
                part.withUnsafeBufferPointer { names in
                    for name in names {
                        let bucket = Int(truncatingIfNeeded: name.hash >> shift)
                        if range.contains(bucket) { work.sizes[bucket] &+= 1 }
                    }
                }
            }
        }
        var sum: UInt32 = 0
        for bucket in 0..<buckets {
            memory.storeBytes(of: sum, toByteOffset: bucket * 4, as: UInt32.self)
            sum &+= work.sizes[bucket]
        }
        memory.storeBytes(of: sum, toByteOffset: buckets * 4, as: UInt32.self)
        ScanThreads.run(threads) { worker in
            Self.fill(ranges[worker], parts, work, bits: bits, entries: entries, worker: worker, isSame)
        }
        let repeated = work.repeated.joined().sorted { $0.place < $1.place }
        let storage = FileContents(UnsafeRawBufferPointer(memory)) { $0.deallocate() }
        return (NameIndex(storage: storage, bits: bits, count: count, directory: 0, entries: entries), repeated)
    }

    private static func fill(
        _ range: Range<Int>, _ parts: [[ReadName]], _ work: Work, bits: Int, entries: Int, worker: Int,
        _ isSame: (EventPlace, EventPlace) -> Bool
    ) {
        let shift = UInt64(64 - bits)
        func start(_ bucket: Int) -> Int {
            Int(work.output.loadUnaligned(fromByteOffset: bucket * 4, as: UInt32.self))
        }
        let origin = start(range.lowerBound)
        let scratch = UnsafeMutableBufferPointer<ReadName>.allocate(capacity: start(range.upperBound) - origin)
        let cursors = UnsafeMutableBufferPointer<Int>.allocate(capacity: range.count)
        defer {
            scratch.deallocate()
            cursors.deallocate()
        }
        for bucket in range { cursors[bucket - range.lowerBound] = start(bucket) - origin }
        for part in parts {
            part.withUnsafeBufferPointer { names in
                for name in names {
                    let bucket = Int(truncatingIfNeeded: name.hash >> shift)
                    guard range.contains(bucket) else { continue }
                    let at = cursors[bucket - range.lowerBound]
                    cursors[bucket - range.lowerBound] = at &+ 1
                    scratch[at] = name
                }
            }
        }
        var repeated: [Repeated] = []
        var seen: [UInt32] = []
        for bucket in range {
            let (first, end) = (start(bucket) - origin, start(bucket + 1) - origin)
            var size = 64
            while size < (end - first) * 2 { size *= 2 }
            if seen.count < size { seen = [UInt32](repeating: 0, count: size) }
            seen.withUnsafeMutableBufferPointer { seen in
                for at in 0..<size { seen[at] = 0 }
                for index in first..<end {
                    let name = scratch[index]
                    var at = Int(truncatingIfNeeded: name.hash) & (size - 1)
                    while seen[at] != 0 {
                        let other = scratch[first + Int(seen[at]) - 1]
                        if other.hash == name.hash {
                            let places = (EventPlace(packed: other.place), EventPlace(packed: name.place))
                            if isSame(places.0, places.1) {
                                repeated.append(Repeated(place: places.1, first: places.0))
                                break
                            }
                        }
                        at = (at + 1) & (size - 1)
                    }
                    if seen[at] == 0 { seen[at] = UInt32(truncatingIfNeeded: index - first + 1) }
                    let entry = ((name.hash << UInt64(bits)) >> 48) << 48 | name.place
                    work.output.storeBytes(of: entry, toByteOffset: entries + (origin + index) * 8, as: UInt64.self)
                }
            }
            let bytes = UnsafeRawBufferPointer(
                rebasing: work.output[(entries + (origin + first) * 8)..<(entries + (origin + end) * 8)])
            work.output.storeBytes(
                of: CRC32.castagnoli.checksum(bytes), toByteOffset: ((1 << bits) + 1 + bucket) * 4, as: UInt32.self)
        }
        work.repeated[worker] = repeated
    }
}

/// Adds events up for a `CubeBuilder`, a whole day of one key, project and provider at a time.
///
/// Long logs hold few such combinations, and events mostly come in the order of their time: an event costs one look into a
/// table that stays in the processor's cache. What came late, or lies outside of the days, goes to the builder at once.
struct EventTally: Sendable {
    private var builder: CubeBuilder
    private var entries: [Entry] = []
    /// The numbers of the entries from 1 on by their hashes, 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1024)
    /// The texts of the entries: key, project, provider.
    private var texts: [UInt8] = []
    /// The bucket of the last event.
    private var day: (bucket: Int, start: Int, end: Int, closing: Int) = (0, 0, 0, 0)

    /// One key, project and provider, with what was not yet handed to the builder.
    private struct Entry {
        let hash: UInt64
        let start: Int
        let key: Int
        let project: Int
        let provider: Int
        let place: CubeBuilder.Combination
        var bucket = 0
        var tokens = 0
        var events = 0
        var first = Int.max
        var last = Int.min
    }

    init(grid: DayGrid) { builder = CubeBuilder(grid: grid) }

    /// Counts an event that is no correction.
    @inline(__always)
    mutating func add(_ fields: EventFields) {
        let nanoseconds = fields.time.nanoseconds
        let second = fields.time.seconds
        if second < day.start || second >= day.end {
            guard let found = builder.grid.day(ofSecond: second) else { return builder.add(fields) }
            day = found
        }
        guard (fields.recorded ?? fields.time).nanoseconds < day.closing else { return builder.add(fields) }
        let index = index(of: fields)
        if entries[index].bucket != day.bucket {
            handOver(index)
            entries[index].bucket = day.bucket
        }
        entries[index].tokens &+= fields.tokens
        entries[index].events &+= 1
        if nanoseconds < entries[index].first { entries[index].first = nanoseconds }
        if nanoseconds > entries[index].last { entries[index].last = nanoseconds }
    }

    /// The builder with everything that was added.
    mutating func finish() -> CubeBuilder {
        for index in entries.indices { handOver(index) }
        return builder
    }

    private mutating func handOver(_ index: Int) {
        let entry = entries[index]
        guard entry.events > 0 else { return }
        builder.add(
            entry.place, bucket: entry.bucket, tokens: entry.tokens, events: entry.events, first: entry.first,
            last: entry.last)
        entries[index].tokens = 0
        entries[index].events = 0
        entries[index].first = .max
        entries[index].last = .min
    }

    @inline(__always)
    private mutating func index(of fields: EventFields) -> Int {
        let project = EventFields.hash(fields.project, seed: EventFields.hash(fields.provider, seed: 0))
        let hash = EventFields.hash(fields.key, seed: project)
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != 0 {
            let index = Int(slots[at]) - 1
            if entries[index].hash == hash, isSame(index, fields) { return index }
            at = (at + 1) & mask
        }
        return insert(fields, hash)
    }

    @inline(__always)
    private func isSame(_ index: Int, _ fields: EventFields) -> Bool {
        let entry = entries[index]
        return texts.withUnsafeBytes { texts in
            guard let base = texts.baseAddress else { return false }
            let key = UnsafeRawBufferPointer(start: base + entry.start, count: entry.key)
            let project = UnsafeRawBufferPointer(start: base + entry.start + entry.key, count: entry.project)
            let provider = UnsafeRawBufferPointer(
                start: base + entry.start + entry.key + entry.project, count: entry.provider)
            return EventFields.areEqual(key, fields.key) && EventFields.areEqual(project, fields.project)
                && EventFields.areEqual(provider, fields.provider)
        }
    }

    private mutating func insert(_ fields: EventFields, _ hash: UInt64) -> Int {
        entries.append(
            Entry(
                hash: hash, start: texts.count, key: fields.key.count, project: fields.project.count,
                provider: fields.provider.count, place: builder.combination(of: fields)))
        for text in [fields.key, fields.project, fields.provider] { texts.append(contentsOf: text) }
        if entries.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for index in entries.indices { put(index) }
        } else {
            put(entries.count - 1)
        }
        return entries.count - 1
    }

    private mutating func put(_ index: Int) {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: entries[index].hash) & mask
        while slots[at] != 0 { at = (at + 1) & mask }
        slots[at] = UInt32(truncatingIfNeeded: index + 1)
    }
}

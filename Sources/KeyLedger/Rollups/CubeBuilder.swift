/// Adds events up into a `UsageCube`, one at a time and without making a text of any.
struct CubeBuilder {
    private(set) var days: DayTable
    /// Events that lay outside the table.
    private var outside = 0
    private var keys = TextTable()
    private var projects = TextTable()
    private var providers = TextTable()
    private var combinations = IntegerTable()
    private var combinationParts: [(key: Int, project: Int, provider: Int)] = []
    private var cells = IntegerTable()
    private var cellNames: [UInt64] = []
    private var sums: [(tokens: Int, events: Int)] = []
    private var late: [LateCell: (tokens: Int, events: Int)] = [:]
    private var uses: [(first: Int, last: Int, events: Int)] = []
    private var dataTo = Int.min

    private struct LateCell: Hashable {
        let cell: UInt64
        let listedIn: Int
    }

    init(days: DayTable) { self.days = days }

    /// Goes on with a table that only has more periods at its end; false when the counting must begin anew.
    mutating func extend(to other: DayTable) -> Bool {
        if other == days { return true }
        guard outside == 0, other.periods.count >= days.periods.count,
            zip(days.periods, other.periods).allSatisfy({ $0 == $1 && $0.closesAt == $1.closesAt })
        else { return false }
        days = other
        return true
    }

    /// Counts an event that is no correction and was not there before.
    mutating func add(_ fields: EventFields) {
        let key = keys.index(of: fields.key)
        let nanoseconds = fields.time.nanoseconds
        if key == uses.count { uses.append((nanoseconds, nanoseconds, 0)) }
        if nanoseconds < uses[key].first { uses[key].first = nanoseconds }
        if nanoseconds > uses[key].last { uses[key].last = nanoseconds }
        uses[key].events += 1
        if nanoseconds > dataTo { dataTo = nanoseconds }
        count(fields, key: key, arrival: fields.recorded ?? fields.time, sign: 1)
    }

    /// Takes an event back that was counted; `recorded` is when that was said.
    ///
    /// A start that was taken back was still a use of the key: first and last use stay.
    mutating func remove(_ fields: EventFields, recorded: Instant) {
        // A correction that came before its event takes it back where the event stands.
        count(
            fields, key: keys.index(of: fields.key), arrival: max(recorded, fields.recorded ?? fields.time), sign: -1)
    }

    private mutating func count(_ fields: EventFields, key: Int, arrival: Instant, sign: Int) {
        guard let bucket = days.bucket(ofSecond: fields.time.seconds) else {
            outside += 1
            return
        }
        let project = fields.project.isEmpty ? 0 : projects.index(of: fields.project) + 1
        let provider = fields.provider.isEmpty ? 0 : providers.index(of: fields.provider) + 1
        // 24, 20 and 20 bits; what is beyond is not told apart any more, the sums stay right.
        let name =
            UInt64(key & 0xFF_FFFF) << 40 | UInt64(min(project, 0xF_FFFF)) << 20 | UInt64(min(provider, 0xF_FFFF))
        let combination = combinations.index(of: name)
        if combination == combinationParts.count { combinationParts.append((key, project - 1, provider - 1)) }
        let cell = UInt64(bucket) << 32 | UInt64(combination)
        let tokens = sign * fields.tokens
        let period = days.periods[days.periodOf[bucket]]
        if arrival < period.closesAt {
            let index = cells.index(of: cell)
            if index == sums.count {
                sums.append((0, 0))
                cellNames.append(cell)
            }
            sums[index].tokens &+= tokens
            sums[index].events &+= sign
        } else {
            let open = days.openPeriod(at: arrival)
            if open == nil { outside += 1 }
            let listedIn = open ?? days.periods.count - 1
            late[LateCell(cell: cell, listedIn: listedIn), default: (0, 0)].tokens &+= tokens
            late[LateCell(cell: cell, listedIn: listedIn), default: (0, 0)].events &+= sign
        }
    }

    /// What was counted so far.
    func cube() -> UsageCube {
        let (keyNames, keyOrder) = keys.sorted()
        let (projectNames, projectOrder) = projects.sorted()
        let (providerNames, providerOrder) = providers.sorted()
        var rows: [UsageCube.Row] = []
        rows.reserveCapacity(sums.count + late.count)
        func add(_ cell: UInt64, _ listedIn: Int, _ sum: (tokens: Int, events: Int)) {
            guard sum.tokens != 0 || sum.events != 0 else { return }
            let parts = combinationParts[Int(cell & 0xFFFF_FFFF)]
            rows.append(
                UsageCube.Row(
                    bucket: Int(cell >> 32), key: keyOrder[parts.key],
                    project: parts.project < 0 ? -1 : projectOrder[parts.project],
                    provider: parts.provider < 0 ? -1 : providerOrder[parts.provider], listedIn: listedIn,
                    tokens: sum.tokens, events: sum.events))
        }
        for (cell, sum) in zip(cellNames, sums) { add(cell, -1, sum) }
        for (cell, sum) in late { add(cell.cell, cell.listedIn, sum) }
        var byKey: [String: UsageCube.Use] = [:]
        for (index, use) in uses.enumerated() {
            byKey[keyNames[keyOrder[index]]] = UsageCube.Use(
                first: Instant(nanoseconds: use.first), last: Instant(nanoseconds: use.last), events: use.events)
        }
        return UsageCube(
            keys: keyNames, projects: projectNames, providers: providerNames, rows: rows, uses: byKey,
            dataTo: dataTo == .min ? nil : Instant(nanoseconds: dataTo))
    }
}

/// Numbers texts in the order in which they first come, by their bytes.
struct TextTable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots: [UInt64] = [UInt64](repeating: 0, count: 256)

    /// The number of the text; a new one when it was not there.
    mutating func index(of text: UnsafeRawBufferPointer) -> Int {
        let hash = EventFields.hash(text, seed: 0)
        if ends.count * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != 0 {
            let slot = slots[at]
            let index = Int(slot & 0xFFFF_FFFF) - 1
            if slot >> 32 == hash >> 32, isSame(index, text) { return index }
            at = (at + 1) & mask
        }
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        slots[at] = (hash >> 32) << 32 | UInt64(ends.count)
        return ends.count - 1
    }

    private func isSame(_ index: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1]
        guard ends[index] - start == text.count else { return false }
        return bytes.withUnsafeBytes { buffer in
            EventFields.areEqual(UnsafeRawBufferPointer(rebasing: buffer[start..<ends[index]]), text)
        }
    }

    private mutating func grow() {
        let size = slots.count * 2
        slots = [UInt64](repeating: 0, count: size)
        bytes.withUnsafeBytes { buffer in
            for index in ends.indices {
                let text = UnsafeRawBufferPointer(rebasing: buffer[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
                let hash = EventFields.hash(text, seed: 0)
                var at = Int(truncatingIfNeeded: hash) & (size - 1)
                while slots[at] != 0 { at = (at + 1) & (size - 1) }
                slots[at] = (hash >> 32) << 32 | UInt64(index + 1)
            }
        }
    }

    /// The texts in the order of their bytes, and the place of each number in that order.
    func sorted() -> (names: [String], order: [Int]) {
        let names = ends.indices.map { index in
            String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
        }
        let sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        var order = [Int](repeating: 0, count: names.count)
        for (place, index) in sorted.enumerated() { order[index] = place }
        return (sorted.map { names[$0] }, order)
    }
}

/// Numbers integers in the order in which they first come.
struct IntegerTable {
    private var names: [UInt64] = [UInt64](repeating: 0, count: 1024)
    private var indexes: [UInt32] = [UInt32](repeating: 0, count: 1024)
    private var count = 0

    /// The number of the integer; a new one when it was not there.
    mutating func index(of name: UInt64) -> Int {
        if count * 2 >= names.count { grow() }
        var at = slot(of: name)
        while indexes[at] != 0 {
            if names[at] == name { return Int(indexes[at]) - 1 }
            at = (at + 1) & (names.count - 1)
        }
        count += 1
        names[at] = name
        indexes[at] = UInt32(count)
        return count - 1
    }

    private func slot(of name: UInt64) -> Int {
        Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 20) & (names.count - 1)
    }

    private mutating func grow() {
        let (oldNames, oldIndexes) = (names, indexes)
        names = [UInt64](repeating: 0, count: oldNames.count * 2)
        indexes = [UInt32](repeating: 0, count: oldNames.count * 2)
        for (name, index) in zip(oldNames, oldIndexes) where index != 0 {
            var at = slot(of: name)
            while indexes[at] != 0 { at = (at + 1) & (names.count - 1) }
            names[at] = name
            indexes[at] = index
        }
    }
}

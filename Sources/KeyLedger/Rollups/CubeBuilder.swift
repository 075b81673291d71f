/// Adds events up into a `UsageCube`, one at a time and without making a text of any.
struct CubeBuilder: Sendable {
    /// The days it counts by.
    private(set) var grid: DayGrid
    /// Events that lay outside the table.
    var outside = 0
    var keys = TextTable()
    var projects = TextTable()
    var providers = TextTable()
    /// The combinations of key, project and provider that came, each packed into one number.
    var combinations = IntegerTable()
    /// The cells, each a bucket and a combination.
    var cells = IntegerTable()
    var sums: [Sum] = []
    var late: [LateCell: Sum] = [:]
    var uses: [Use] = []
    var dataTo = Int.min
    /// The bucket of the last event: events mostly come in the order of their time.
    private var last: (bucket: Int, start: Int, end: Int, closing: Int) = (0, 0, 0, 0)

    struct Sum {
        var tokens = 0
        var events = 0
    }

    struct Use {
        var first: Int
        var last: Int
        var events: Int
    }

    struct LateCell: Hashable {
        var cell: UInt64
        var listedIn: Int
    }

    init(grid: DayGrid) { self.grid = grid }

    init(days: DayTable) { self.init(grid: DayGrid(days)) }

    /// Goes on with a table that only has more periods at its end; false when the counting must begin anew.
    mutating func extend(to other: DayGrid) -> Bool {
        if other == grid { return true }
        guard outside == 0, grid.isStart(of: other) else { return false }
        grid = other
        return true
    }

    /// Counts an event that is no correction and was not there before.
    mutating func add(_ fields: EventFields) {
        let key = keys.index(of: fields.key)
        let nanoseconds = fields.time.nanoseconds
        if key == uses.count { uses.append(Use(first: nanoseconds, last: nanoseconds, events: 0)) }
        if nanoseconds < uses[key].first { uses[key].first = nanoseconds }
        if nanoseconds > uses[key].last { uses[key].last = nanoseconds }
        uses[key].events += 1
        if nanoseconds > dataTo { dataTo = nanoseconds }
        count(fields, key: key, arrival: (fields.recorded ?? fields.time).nanoseconds, sign: 1)
    }

    /// Takes an event back that was counted; `recorded` is when that was said.
    ///
    /// A start that was taken back was still a use of the key: first and last use stay.
    mutating func remove(_ fields: EventFields, recorded: Instant) {
        // A correction that came before its event takes it back where the event stands.
        let arrival = max(recorded, fields.recorded ?? fields.time)
        count(fields, key: keys.index(of: fields.key), arrival: arrival.nanoseconds, sign: -1)
    }

    /// Undoes `add` for a line that says again what another line of the same key and time has said.
    mutating func removeRepeated(_ fields: EventFields) {
        let key = keys.index(of: fields.key)
        if key < uses.count { uses[key].events -= 1 }
        count(fields, key: key, arrival: (fields.recorded ?? fields.time).nanoseconds, sign: -1)
    }

    private mutating func count(_ fields: EventFields, key: Int, arrival: Int, sign: Int) {
        let second = fields.time.seconds
        if second < last.start || second >= last.end {
            guard let found = grid.day(ofSecond: second) else {
                outside += 1
                return
            }
            last = found
        }
        let combination = number(key, fields)
        let cell = Self.cell(last.bucket, combination)
        let tokens = sign * fields.tokens
        // A revision takes a correction in where it has the event, too.
        let period = grid.periodOf[last.bucket]
        let first = (fields.recorded ?? fields.time).nanoseconds
        let isOwn = first < last.closing || grid.isTakenIn(period, arrival: first)
        if arrival < last.closing || isOwn && grid.isTakenIn(period, arrival: arrival) {
            add(cell, tokens: tokens, events: sign)
        } else {
            countLate(cell, arrival: arrival, tokens: tokens, sign: sign)
        }
    }

    private static func cell(_ bucket: Int, _ combination: Int) -> UInt64 {
        UInt64(bucket) << 32 | UInt64(combination)
    }

    private mutating func add(_ cell: UInt64, tokens: Int, events: Int) {
        let index = cells.index(of: cell)
        if index == sums.count { sums.append(Sum()) }
        sums[index].tokens &+= tokens
        sums[index].events &+= events
    }

    /// A key, and the number of its combination with a project and a provider.
    struct Combination: Sendable {
        let key: Int
        let number: Int
    }

    /// The combination of an event, which is about to be counted.
    mutating func combination(of fields: EventFields) -> Combination {
        let key = keys.index(of: fields.key)
        if key == uses.count { uses.append(Use(first: .max, last: .min, events: 0)) }
        return Combination(key: key, number: number(key, fields))
    }

    private mutating func number(_ key: Int, _ fields: EventFields) -> Int {
        let project = fields.project.isEmpty ? 0 : projects.index(of: fields.project) + 1
        let provider = fields.provider.isEmpty ? 0 : providers.index(of: fields.provider) + 1
        return combinations.index(of: Self.combination(key, project, provider))
    }

    /// Counts events of one combination and bucket that were added up before; all came in time.
    mutating func add(
        _ combination: Combination, bucket: Int, tokens: Int, events: Int, first: Int, last: Int
    ) {
        uses[combination.key].first = min(uses[combination.key].first, first)
        uses[combination.key].last = max(uses[combination.key].last, last)
        uses[combination.key].events += events
        dataTo = max(dataTo, last)
        add(Self.cell(bucket, combination.number), tokens: tokens, events: events)
    }

    private mutating func countLate(_ cell: UInt64, arrival: Int, tokens: Int, sign: Int) {
        let open = grid.openPeriod(at: arrival)
        if open == nil { outside += 1 }
        let name = LateCell(cell: cell, listedIn: open ?? grid.closings.count - 1)
        late[name, default: Sum()].tokens &+= tokens
        late[name, default: Sum()].events &+= sign
    }

    /// 24, 20 and 20 bits; what is beyond is not told apart any more, the sums stay right.
    private static func combination(_ key: Int, _ project: Int, _ provider: Int) -> UInt64 {
        UInt64(min(key, 0xFF_FFFF)) << 40 | UInt64(min(project, 0xF_FFFF)) << 20 | UInt64(min(provider, 0xF_FFFF))
    }

    static func parts(_ combination: UInt64) -> (key: Int, project: Int, provider: Int) {
        (Int(combination >> 40), Int(combination >> 20 & 0xF_FFFF), Int(combination & 0xF_FFFF))
    }

    /// Adds what another counted by the same days.
    mutating func merge(_ other: CubeBuilder) {
        let keyNumbers = keys.merge(other.keys)
        let projectNumbers = [0] + projects.merge(other.projects).map { $0 + 1 }
        let providerNumbers = [0] + providers.merge(other.providers).map { $0 + 1 }
        for (index, use) in other.uses.enumerated() {
            let key = keyNumbers[index]
            while uses.count <= key { uses.append(Use(first: .max, last: .min, events: 0)) }
            uses[key].first = min(uses[key].first, use.first)
            uses[key].last = max(uses[key].last, use.last)
            uses[key].events += use.events
        }
        let numbers = other.combinations.names.map { name in
            let parts = Self.parts(name)
            return UInt64(
                combinations.index(
                    of: Self.combination(
                        keyNumbers[parts.key], projectNumbers[parts.project], providerNumbers[parts.provider])))
        }
        func translated(_ cell: UInt64) -> UInt64 { (cell >> 32) << 32 | numbers[Int(cell & 0xFFFF_FFFF)] }
        for (cell, sum) in zip(other.cells.names, other.sums) {
            let index = cells.index(of: translated(cell))
            if index == sums.count { sums.append(Sum()) }
            sums[index].tokens &+= sum.tokens
            sums[index].events &+= sum.events
        }
        for (name, sum) in other.late {
            let name = LateCell(cell: translated(name.cell), listedIn: name.listedIn)
            late[name, default: Sum()].tokens &+= sum.tokens
            late[name, default: Sum()].events &+= sum.events
        }
        outside += other.outside
        dataTo = max(dataTo, other.dataTo)
    }

    /// What was counted so far.
    func cube() -> UsageCube {
        let (keyNames, keyOrder) = keys.sorted()
        let (projectNames, projectOrder) = projects.sorted()
        let (providerNames, providerOrder) = providers.sorted()
        let parts = combinations.names.map { name in
            let parts = Self.parts(name)
            return (
                key: keyOrder[parts.key], project: parts.project == 0 ? -1 : projectOrder[parts.project - 1],
                provider: parts.provider == 0 ? -1 : providerOrder[parts.provider - 1]
            )
        }
        var rows: [UsageCube.Row] = []
        rows.reserveCapacity(sums.count + late.count)
        func add(_ cell: UInt64, _ listedIn: Int, _ sum: Sum) {
            guard sum.tokens != 0 || sum.events != 0 else { return }
            let parts = parts[Int(cell & 0xFFFF_FFFF)]
            rows.append(
                UsageCube.Row(
                    bucket: Int(cell >> 32), key: parts.key, project: parts.project, provider: parts.provider,
                    listedIn: listedIn, tokens: sum.tokens, events: sum.events))
        }
        // By the order of the names within a day, then by the day: the cube has little left to sort.
        let byName = parts.indices.sorted {
            (parts[$0].key, parts[$0].project, parts[$0].provider)
                < (parts[$1].key, parts[$1].project, parts[$1].provider)
        }
        var rank = [Int](repeating: 0, count: parts.count)
        for (place, index) in byName.enumerated() { rank[index] = place }
        let named = Self.ordered(Array(cells.names.indices), below: parts.count) {
            rank[Int(cells.names[$0] & 0xFFFF_FFFF)]
        }
        for index in Self.ordered(named, below: grid.count, by: { Int(cells.names[$0] >> 32) }) {
            add(cells.names[index], -1, sums[index])
        }
        for (cell, sum) in late { add(cell.cell, cell.listedIn, sum) }
        var byKey: [String: UsageCube.Use] = [:]
        for (index, use) in uses.enumerated() where use.events > 0 {
            byKey[keyNames[keyOrder[index]]] = UsageCube.Use(
                first: Instant(nanoseconds: use.first), last: Instant(nanoseconds: use.last), events: use.events)
        }
        return UsageCube(
            keys: keyNames, projects: projectNames, providers: providerNames, rows: rows, uses: byKey,
            dataTo: dataTo == .min ? nil : Instant(nanoseconds: dataTo))
    }

    /// `indices` in the order of their small numbers; those of one number stay in the order they had (counting sort).
    private static func ordered(_ indices: [Int], below limit: Int, by number: (Int) -> Int) -> [Int] {
        var starts = [Int](repeating: 0, count: limit + 1)
        for index in indices { starts[number(index) + 1] += 1 }
        for at in 0..<limit { starts[at + 1] += starts[at] }
        var ordered = [Int](repeating: 0, count: indices.count)
        for index in indices {
            let at = number(index)
            ordered[starts[at]] = index
            starts[at] += 1
        }
        return ordered
    }
}

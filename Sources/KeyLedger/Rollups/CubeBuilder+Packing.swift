extension CubeBuilder {
    /// Writes everything that was counted, so that `init(from:)` goes on from there.
    func write(into writer: inout PackedWriter) {
        writer.write(grid.starts)
        writer.write(grid.periodOf)
        writer.write(grid.closings)
        writer.write(grid.revisions.flatMap { [$0.period, $0.from, $0.through] })
        writer.write(outside)
        writer.write(dataTo)
        for table in [keys, projects, providers] {
            writer.write(table.bytes)
            writer.write(table.ends)
        }
        writer.write(combinations.names)
        writer.write(cells.names)
        for sum in sums {
            writer.write(sum.tokens)
            writer.write(sum.events)
        }
        // In an order of their own: the same sums give the same bytes.
        let lateCells = late.sorted { ($0.key.cell, $0.key.listedIn) < ($1.key.cell, $1.key.listedIn) }
        writer.write(lateCells.count)
        for (name, sum) in lateCells {
            writer.write(name.cell)
            writer.write(name.listedIn)
            writer.write(sum.tokens)
            writer.write(sum.events)
        }
        writer.write(uses.count)
        for use in uses {
            writer.write(use.first)
            writer.write(use.last)
            writer.write(use.events)
        }
    }

    /// Goes on from what `write(into:)` wrote; nil when the bytes cannot be that.
    init?(from reader: inout PackedReader) {
        guard let starts = reader.numbers(), let periodOf = reader.numbers(), let closings = reader.numbers(),
            let revisions = reader.numbers(), revisions.count % 3 == 0, starts.count == periodOf.count + 1,
            periodOf.allSatisfy({ closings.indices.contains($0) }), let outside = reader.number(),
            let dataTo = reader.number()
        else { return nil }
        self.init(
            grid: DayGrid(
                starts: starts, periodOf: periodOf, closings: closings,
                revisions: stride(from: 0, to: revisions.count, by: 3).map {
                    DayTable.Revision(period: revisions[$0], from: revisions[$0 + 1], through: revisions[$0 + 2])
                }))
        self.outside = outside
        self.dataTo = dataTo
        guard let keys = TextTable(from: &reader), let projects = TextTable(from: &reader),
            let providers = TextTable(from: &reader), let combinations = reader.words(), let cells = reader.words()
        else { return nil }
        self.keys = keys
        self.projects = projects
        self.providers = providers
        for name in combinations {
            let parts = Self.parts(name)
            guard parts.key < keys.count, parts.project <= projects.count, parts.provider <= providers.count else {
                return nil
            }
            _ = self.combinations.index(of: name)
        }
        func isCell(_ cell: UInt64) -> Bool {
            cell >> 32 < UInt64(periodOf.count) && cell & 0xFFFF_FFFF < UInt64(combinations.count)
        }
        guard cells.count <= .max / 2, let numbers = reader.numbers(cells.count * 2),
            let table = IntegerTable(names: cells), cells.allSatisfy(isCell)
        else { return nil }
        self.cells = table
        sums = cells.indices.map { Sum(tokens: numbers[$0 * 2], events: numbers[$0 * 2 + 1]) }
        guard let lateCount = reader.count(of: 32) else { return nil }
        for _ in 0..<lateCount {
            guard let cell = reader.word(), isCell(cell), let listedIn = reader.number(),
                closings.indices.contains(listedIn), let tokens = reader.number(), let events = reader.number()
            else { return nil }
            late[LateCell(cell: cell, listedIn: listedIn)] = Sum(tokens: tokens, events: events)
        }
        guard let useCount = reader.count(of: 24), useCount <= keys.count else { return nil }
        for _ in 0..<useCount {
            guard let first = reader.number(), let last = reader.number(), let events = reader.number() else {
                return nil
            }
            uses.append(Use(first: first, last: last, events: events))
        }
    }
}

extension TextTable {
    /// The table whose bytes and ends follow; nil when they cannot be that.
    fileprivate init?(from reader: inout PackedReader) {
        self.init()
        guard let bytes = reader.text(), let ends = reader.numbers() else { return nil }
        var start = 0
        for (number, end) in ends.enumerated() {
            guard end >= start, end <= bytes.count else { return nil }
            guard index(of: UnsafeRawBufferPointer(rebasing: bytes[start..<end])) == number else { return nil }
            start = end
        }
        guard start == bytes.count else { return nil }
    }
}

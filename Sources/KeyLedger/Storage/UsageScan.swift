internal import Glibc
internal import Synchronization

/// Reads all usage files from their start, on several threads: sums, names, corrections.
struct UsageScan: Sendable {
    /// What a reading of everything came to.
    struct Result: Sendable {
        /// The offset up to which each file was read.
        var ends: [Int]
        var index: NameIndex?
        /// Nil when no sums were asked for.
        var builder: CubeBuilder?
        var voids: [Correction] = []
    }

    /// A correction that was read.
    struct Correction: Sendable {
        let place: EventPlace
        let target: UsageEvent.Name
        let recorded: Instant
    }

    let logs: [UsageLog]
    /// The days to count by; nil when only names are asked for.
    let grid: DayGrid?
    var tuning = UsageTuning()

    /// A piece of a file: the lines that begin in it. Where they do is for its reader to find, when the disk comes to it.
    private struct Piece {
        let file: Int
        let start: Int
        let limit: Int
    }

    /// What one piece came to.
    private struct Part: Sendable {
        var builder: CubeBuilder?
        var names: [ReadName] = []
        var voids: [Correction] = []
        /// The offset up to which lines were complete; nil where none begins in the piece.
        var end: Int?
        var damage: LedgerError?
    }

    private final class Work: Sendable {
        let parts: Mutex<(next: Int, parts: [Part?])>

        init(count: Int) { parts = Mutex((0, [Part?](repeating: nil, count: count))) }

        func next() -> Int {
            parts.withLock { state in
                state.next += 1
                return state.next - 1
            }
        }
        func put(_ part: Part, at index: Int) { parts.withLock { $0.parts[index] = part } }
    }

    private func pieces() -> [Piece] {
        var pieces: [Piece] = []
        let size = max(1, tuning.pieceSize)
        for (file, log) in logs.enumerated() {
            for start in stride(from: 0, to: max(1, log.contents.count), by: size) {
                pieces.append(Piece(file: file, start: start, limit: min(log.contents.count, start + size)))
            }
        }
        return pieces
    }

    /// Reads everything.
    ///
    /// - Throws: status 3 with the first damaged line.
    func run() throws(LedgerError) -> Result {
        let pieces = pieces()
        var parts = readParts(pieces, skipping: [])
        for part in parts { if let damage = part.damage { throw damage } }
        var result = Result(ends: [Int](repeating: 0, count: logs.count))
        for (piece, part) in zip(pieces, parts) { if let end = part.end { result.ends[piece.file] = end } }
        result.voids = parts.flatMap(\.voids)
        var repeated: [NameIndexBuilder.Repeated] = []
        if !tuning.countsRepeats {
            let logs = logs
            let names = parts.map(\.names)
            for index in parts.indices { parts[index].names = [] }
            let built = NameIndexBuilder(parts: names, threads: tuning.threads).build { left, right in
                UsageLog.haveSameName(logs, left, right)
            }
            result.index = built.index
            repeated = built.repeated
        }
        guard let grid else {
            result.drop(repeated)
            return result
        }
        var builder = CubeBuilder(grid: grid)
        for part in parts { if let other = part.builder { builder.merge(other) } }
        result.drop(repeated)
        if !withdraw(repeated, from: &builder) {
            // Lines that say different things under one name: count again, without all but the first.
            builder = CubeBuilder(grid: grid)
            let skipped = Set(repeated.map(\.place.packed))
            for part in readParts(pieces, skipping: skipped) {
                if let other = part.builder { builder.merge(other) }
            }
        }
        result.builder = builder
        return result
    }

    private func readParts(_ pieces: [Piece], skipping: Set<UInt64>) -> [Part] {
        let work = Work(count: pieces.count)
        let scan = self
        let threads = min(tuning.threads, pieces.count)
        let ahead = ReadAhead(logs)
        // In small logs there is nothing to be ahead of.
        if pieces.count > threads { ahead.start(tuning.readers) }
        ScanThreads.run(threads) { _ in
            while true {
                let index = work.next()
                guard index < pieces.count else { return }
                ahead.reached(pieces[index].file, pieces[index].start)
                work.put(scan.read(pieces[index], skipping: skipping), at: index)
            }
        }
        ahead.stop()
        return work.parts.withLock { state in state.parts.compactMap { $0 } }
    }

    private func read(_ piece: Piece, skipping: Set<UInt64>) -> Part {
        let log = logs[piece.file]
        var part = Part()
        guard let start = log.lineStart(from: piece.start, before: piece.limit) else { return part }
        var names: [ReadName] = []
        let isCounting = grid != nil
        let readsNames = !tuning.countsRepeats && skipping.isEmpty
        if readsNames { names.reserveCapacity((piece.limit - piece.start) / 160 + 16) }
        var tally = EventTally(grid: grid ?? DayGrid(starts: [], periodOf: [], closings: []))
        let origin = EventPlace(file: piece.file, offset: 0).packed
        part.end = log.forEachLine(from: start, to: piece.limit) { fields, offset in
            let place = origin | UInt64(offset)
            if readsNames { names.append(ReadName(hash: fields.nameHash, place: place)) }
            if !skipping.isEmpty, skipping.contains(place) { return true }
            if fields.isVoid {
                part.voids.append(Correction(fields, at: EventPlace(packed: place)))
            } else if isCounting {
                tally.add(fields)
            }
            return true
        } other: { line, offset in
            if case .damaged(let message) = line {
                part.damage = log.damage(message, at: offset)
                return false
            }
            return true
        }
        part.names = names
        if isCounting { part.builder = tally.finish() }
        return part
    }

    /// Takes repeated lines out of the sums; false when one says something else than the first of its name.
    private func withdraw(_ repeated: [NameIndexBuilder.Repeated], from builder: inout CubeBuilder) -> Bool {
        for line in repeated {
            let isDone = logs[line.place.file].withFields(at: line.place.offset) { fields in
                // It was never counted.
                if fields.isVoid { return true }
                let isAlike = logs[line.first.file].withFields(at: line.first.offset) { first in
                    !first.isVoid && first.time == fields.time && EventFields.areEqual(first.key, fields.key)
                }
                guard isAlike == true else { return false }
                builder.removeRepeated(fields)
                return true
            }
            guard isDone == true else { return false }
        }
        return true
    }
}

extension UsageScan.Result {
    /// Drops the corrections among repeated lines: the first line of a name counts.
    fileprivate mutating func drop(_ repeated: [NameIndexBuilder.Repeated]) {
        guard !voids.isEmpty, !repeated.isEmpty else { return }
        let places = Set(repeated.map(\.place))
        voids.removeAll { places.contains($0.place) }
    }
}

extension UsageScan.Correction {
    init(_ fields: EventFields, at place: EventPlace) {
        self.place = place
        target = UsageEvent.Name(
            source: String(decoding: fields.voidsSource, as: UTF8.self),
            id: String(decoding: fields.voidsID, as: UTF8.self))
        recorded = fields.recorded ?? fields.time
    }
}

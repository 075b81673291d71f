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

    /// What one piece came to.
    private struct Part: Sendable {
        var builder: CubeBuilder?
        var names: [ReadName] = []
        /// The repeated lines that were found at once, and not counted, with the lines that came before.
        var repeated: [UInt64: UInt64] = [:]
        var voids: [Correction] = []
        /// The offset up to which lines were complete; nil where none begins in the piece.
        var end: Int?
        var damage: LedgerError?
    }

    private func pieces() -> [PieceReader.Piece] {
        var pieces: [PieceReader.Piece] = []
        let size = max(1, tuning.pieceSize)
        for (file, log) in logs.enumerated() {
            for start in stride(from: 0, to: max(1, log.contents.count), by: size) {
                pieces.append(
                    PieceReader.Piece(file: file, start: start, limit: min(log.contents.count, start + size)))
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
            let names = parts.map(\.names)
            for index in parts.indices { parts[index].names = [] }
            var uncounted: [UInt64: UInt64] = [:]
            for part in parts { uncounted.merge(part.repeated) { first, _ in first } }
            let comparison = NameComparison(logs, known: uncounted)
            let built = NameIndexBuilder(parts: names, threads: tuning.threads).build { comparison.isSame($0, $1) }
            result.index = built.index
            repeated = built.repeated.filter { uncounted[$0.place.packed] == nil }
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
            let skipped = Set(repeated.map(\.place.packed)).union(parts.flatMap(\.repeated.keys))
            for part in readParts(pieces, skipping: skipped) {
                if let other = part.builder { builder.merge(other) }
            }
        }
        result.builder = builder
        return result
    }

    private func readParts(_ pieces: [PieceReader.Piece], skipping: Set<UInt64>) -> [Part] {
        let threads = max(1, min(tuning.threads, pieces.count))
        // In small logs there is nothing to be ahead of.
        let readers = pieces.count > threads ? tuning.readers : 0
        let reader = PieceReader(
            logs, pieces, workers: threads, readers: readers, readsPastCache: tuning.readsPastCache)
        let parts = Mutex([Part](repeating: Part(), count: pieces.count))
        let scan = self
        ScanThreads.run(threads) { _ in
            while let ready = reader.next() {
                let part = scan.read(pieces[ready.index], ready, skipping: skipping)
                reader.giveBack(ready)
                parts.withLock { $0[ready.index] = part }
            }
        }
        reader.wait()
        return parts.withLock { $0 }
    }

    private func read(_ piece: PieceReader.Piece, _ ready: PieceReader.Ready, skipping: Set<UInt64>) -> Part {
        let log = ready.log
        let origin = ready.origin
        var part = Part()
        guard let start = log.lineStart(from: piece.start - origin, before: piece.limit - origin) else { return part }
        let isCounting = grid != nil
        let readsNames = !tuning.countsRepeats && skipping.isEmpty
        var names = PieceNames(readsNames ? (piece.limit - piece.start) / 160 + 16 : 0)
        var tally = EventTally(grid: grid ?? DayGrid(starts: [], periodOf: [], closings: []))
        let place = EventPlace(file: piece.file, offset: origin).packed
        let end = log.forEachLine(from: start, to: piece.limit - origin) { fields, offset in
            let place = place + UInt64(offset)
            if readsNames, let first = names.add(ReadName(hash: fields.nameHash, place: place)),
                log.hasName(at: EventPlace(packed: first).offset - origin, of: fields)
            {
                names.note(place, hasNameOf: first)
                return true
            }
            if !skipping.isEmpty, skipping.contains(place) { return true }
            if fields.isVoid {
                part.voids.append(Correction(fields, at: EventPlace(packed: place)))
            } else if isCounting {
                tally.add(fields)
            }
            return true
        } other: { line, offset in
            if case .damaged(let message) = line {
                part.damage = logs[piece.file].damage(message, at: origin + offset)
                return false
            }
            return true
        }
        part.end = origin + end
        part.names = names.names
        part.repeated = names.repeated
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

internal import Text

/// What an engine has read of the usage files, and keeps: it reads only what was appended since.
struct KnownUsage: Sendable {
    /// One file, as far as it was read.
    struct File: Sendable {
        let month: String
        var log: UsageLog
        /// The offset up to which it was read.
        var end: Int
        /// What it was then.
        var facts: LogFacts
    }

    /// A file as it is found: the bytes that count, and what tells whether it is still the same.
    struct LogFacts: Sendable, Equatable {
        let month: String
        /// The bytes that count: without those of a delivery that is under way.
        var size: Int
        /// Nil where the file system cannot say.
        let file: FileFacts?
        /// Whether the month is sealed: the size is that of its lines, the facts are those of the file they are packed in.
        var isSealed = false
    }

    private(set) var files: [File] = []
    /// The names of what was read at once; nil while nothing was.
    private(set) var index: NameIndex?
    /// The names of what was read since.
    private(set) var recent = NameMap()
    /// The events that were taken back, with the first time at which that was said.
    private(set) var voids: [UsageEvent.Name: Instant] = [:]
    /// The sums, with everything that was taken back; nil until somebody asks for sums.
    private(set) var builder: CubeBuilder?
    private var cube: UsageCube?
    /// The bytes that the cache on the disk covers.
    private(set) var covered = 0
    private let tuning: UsageTuning

    init(tuning: UsageTuning) { self.tuning = tuning }

    /// The bytes that were read beyond the cache.
    var uncovered: Int { files.reduce(0) { $0 + $1.end } - covered }

    var logs: [UsageLog] { files.map(\.log) }

    /// Whether these are the same files, with nothing but more at their ends, or after the last one.
    func isStart(of logs: [LogFacts]) -> Bool {
        files.count <= logs.count
            && zip(files, logs).allSatisfy { known, found in
                known.month == found.month && known.end <= found.size && known.facts.file?.inode == found.file?.inode
                    // Of one size, but written into since.
                    && (known.facts.file?.size != found.file?.size || known.facts.file == found.file)
            }
    }

    /// Makes the sums go on by other days; false when they must be counted anew.
    mutating func count(by grid: DayGrid) -> Bool {
        guard builder?.grid != grid else { return true }
        cube = nil
        return builder?.extend(to: grid) ?? false
    }

    /// Reads all files from their start.
    mutating func readAll(_ logs: [(facts: LogFacts, log: UsageLog)], grid: DayGrid?) throws(LedgerError) {
        self = KnownUsage(tuning: tuning)
        let result = try UsageScan(logs: logs.map(\.log), grid: grid, tuning: tuning).run()
        files = zip(logs, result.ends).map { File(month: $0.facts.month, log: $0.log, end: $1, facts: $0.facts) }
        index = result.index
        builder = result.builder
        for correction in result.voids { note(correction) }
    }

    /// Goes on from a cache that covers the beginning of these files; false when it does not, or counts by other days.
    mutating func restore(
        _ found: UsageCache.Found, _ logs: [(facts: LogFacts, log: UsageLog)], grid: DayGrid?
    ) -> Bool {
        guard found.logs.count <= logs.count else { return false }
        for (cached, entry) in zip(found.logs, logs) {
            guard cached.month == entry.facts.month, cached.end <= entry.facts.size, let file = entry.facts.file,
                UsageCache.isUnchanged(cached, facts: file, contents: entry.log.contents)
            else { return false }
        }
        // Whoever wants names only keeps the sums going when the cache is due to be written again.
        let isDue = logs.reduce(0) { $0 + $1.facts.size } - found.covered > tuning.cacheFrom
        var sums: CubeBuilder?
        if grid != nil || isDue { sums = found.builder() }
        if let grid, sums?.extend(to: grid) != true { return false }
        self = KnownUsage(tuning: tuning)
        files = zip(found.logs, logs).map { cached, entry in
            // Of the size that was covered: what is beyond it is still to be read.
            let facts = LogFacts(
                month: cached.month, size: cached.end, file: entry.facts.file, isSealed: entry.facts.isSealed)
            return File(month: cached.month, log: entry.log, end: cached.end, facts: facts)
        }
        index = found.index
        voids = found.voids
        builder = sums
        covered = found.covered
        return true
    }

    /// Writes the cache anew when much was read beyond it.
    mutating func save(to cache: UsageCache) throws(LedgerError) {
        guard tuning.usesCache, uncovered > tuning.cacheFrom, let index else { return }
        var logs: [UsageCache.Log] = []
        for file in files {
            guard let facts = file.facts.file else { return }
            logs.append(
                UsageCache.log(month: file.month, end: file.end, facts: facts, contents: file.log.contents))
        }
        var names: [ReadName] = []
        for name in recent.slots where name.place != 0 { names.append(name) }
        names.sort { $0.place < $1.place }
        guard let merged = names.isEmpty ? index : try index.adding(names) else {
            // Too full: the next process reads everything, and builds a larger one.
            cache.remove()
            return
        }
        cache.save(logs, index: merged, voids: voids, builder: builder)
        covered += uncovered
    }

    /// Whether somebody else left the last line of a month complete but without its line feed.
    func lacksLineFeed(_ month: String) -> Bool {
        guard let last = files.first(where: { $0.month == month })?.log.contents.last else { return false }
        return last != 0x0A
    }

    private mutating func note(_ correction: UsageScan.Correction) {
        voids[correction.target] = min(voids[correction.target] ?? correction.recorded, correction.recorded)
    }

    /// Reads what was appended to the file at `position`, or a file that is new at the end.
    ///
    /// Answers false when a line takes the name of one in a later file: the first of a name counts, so that all must be
    /// read again.
    mutating func readTail(
        _ position: Int, _ facts: LogFacts, _ log: UsageLog
    ) throws(LedgerError) -> Bool {
        cube = nil
        if position < files.count {
            files[position].log = log
            files[position].facts = facts
        } else {
            files.append(File(month: facts.month, log: log, end: 0, facts: facts))
        }
        // A line has some 200 bytes.
        recent.reserve(recent.count + (facts.size - files[position].end) / 200)
        var failure: LedgerError?
        var isInOrder = true
        let end = log.forEachLine(from: files[position].end) { fields, offset in
            let place = EventPlace(file: position, offset: offset)
            let nameHash = fields.nameHash
            do throws(LedgerError) {
                if let first = try self.place(nameHash, fields) {
                    isInOrder = first < place
                    return isInOrder
                }
            } catch {
                failure = error
                return false
            }
            recent.insert(nameHash, place)
            if fields.isVoid {
                note(UsageScan.Correction(fields, at: place))
            } else {
                builder?.add(fields)
            }
            return true
        } other: { line, offset in
            if case .damaged(let message) = line {
                failure = log.damage(message, at: offset)
                return false
            }
            return true
        }
        if let failure { throw failure }
        files[position].end = end
        return isInOrder
    }

    /// A file, and the offset up to which it was read.
    struct End: Equatable {
        let month: String
        let end: Int
    }

    /// Up to where each file was read.
    var ends: [End] { files.map { End(month: $0.month, end: $0.end) } }

    /// What this process appended to one file.
    struct Appended {
        let facts: LogFacts
        let log: UsageLog
        /// The size before.
        let before: Int
    }

    /// Adds the names of lines that were appended to `parts`, and are no corrections, as if the lines had been read; a
    /// place in `names` has the number of the part for its file, and an offset from where that begins.
    ///
    /// Answers false, and changes nothing, when reading is called for.
    mutating func learn(_ parts: [Appended], _ names: NameMap) -> Bool {
        guard builder == nil else { return false }
        var positions: [Int] = []
        for part in parts {
            if let position = files.firstIndex(where: { $0.month == part.facts.month }) {
                guard files[position].end == part.before, !files[position].facts.isSealed else { return false }
                positions.append(position)
            } else {
                // A file between others moves them; one at the end does not. Two new ones are not worth a thought.
                guard part.before == 0, parts.count == 1, files.last.map({ $0.month < part.facts.month }) ?? true,
                    files.count < EventPlace.fileLimit
                else { return false }
                positions.append(files.count)
            }
        }
        for (position, part) in zip(positions, parts) {
            let file = File(month: part.facts.month, log: part.log, end: part.facts.size, facts: part.facts)
            if position < files.count { files[position] = file } else { files.append(file) }
        }
        for name in names.slots where name.place != 0 {
            let place = EventPlace(packed: name.place)
            recent.insert(
                name.hash,
                EventPlace(file: positions[place.file], offset: parts[place.file].before + place.offset))
        }
        return true
    }

    /// Where the event stands that has the name in `fields`; `hash` is that of the name.
    func place(_ hash: UInt64, _ fields: EventFields) throws(LedgerError) -> EventPlace? {
        func isSame(_ place: EventPlace) -> Bool {
            guard files.indices.contains(place.file) else { return false }
            return files[place.file].log.withFields(at: place.offset) { $0.hasName(of: fields) } ?? false
        }
        if let place = try index?.find(hash, isSame: isSame) { return place }
        return recent.find(hash, isSame: isSame)
    }

    /// Where the event of that name stands.
    func place(of name: UsageEvent.Name) throws(LedgerError) -> EventPlace? {
        let probe = UsageEvent(id: name.id, source: name.source, time: Instant(nanoseconds: 0), key: "")
        var found: EventPlace?
        var failure: LedgerError?
        probe.withFields { wanted in
            do throws(LedgerError) {
                found = try place(wanted.nameHash, wanted)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return found
    }

    /// The event of that name.
    func event(_ name: UsageEvent.Name) throws(LedgerError) -> UsageEvent? {
        guard let place = try place(of: name) else { return nil }
        return files[place.file].log.event(at: place.offset)
    }

    /// The sums without what was taken back; nil when none were asked for.
    mutating func sums() throws(LedgerError) -> UsageCube? {
        if let cube { return cube }
        guard var net = builder else { return nil }
        for (name, recorded) in voids {
            guard let place = try place(of: name) else { continue }
            files[place.file].log.withFields(at: place.offset) { fields in
                // A correction cannot be taken back.
                if !fields.isVoid { net.remove(fields, recorded: recorded) }
            }
        }
        cube = net.cube()
        return cube
    }
}

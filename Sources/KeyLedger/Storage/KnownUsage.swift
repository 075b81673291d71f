internal import Text

/// What an engine has read of the usage files, and keeps: it reads only what was appended since.
struct KnownUsage: Sendable {
    /// One file, as far as it was read.
    struct File: Sendable {
        let month: String
        var log: UsageLog
        /// The offset up to which it was read.
        var end: Int
        /// The size it had then.
        var size: Int
    }

    private(set) var files: [File] = []
    /// The names of what was read at once; nil while nothing was.
    private(set) var index: NameIndex?
    /// The names of what was read since.
    private(set) var recent = NameTable()
    /// The events that were taken back, with the first time at which that was said.
    private(set) var voids: [UsageEvent.Name: Instant] = [:]
    /// The sums, with everything that was taken back; nil until somebody asks for sums.
    private(set) var builder: CubeBuilder?
    private var cube: UsageCube?

    init() {}

    var logs: [UsageLog] { files.map(\.log) }

    /// Whether files of these sizes only have more at their ends, or after the last file.
    func isStart(of sizes: [(month: String, size: Int)]) -> Bool {
        files.count <= sizes.count
            && zip(files, sizes).allSatisfy { $0.month == $1.month && $0.end <= $1.size }
    }

    /// Makes the sums go on by other days; false when they must be counted anew.
    mutating func count(by grid: DayGrid) -> Bool {
        guard builder?.grid != grid else { return true }
        cube = nil
        return builder?.extend(to: grid) ?? false
    }

    /// Reads all files from their start.
    mutating func readAll(_ logs: [(month: String, log: UsageLog, size: Int)], grid: DayGrid?) throws(LedgerError) {
        self = KnownUsage()
        let result = try UsageScan(logs: logs.map(\.log), grid: grid).run()
        files = zip(logs, result.ends).map { File(month: $0.month, log: $0.log, end: $1, size: $0.size) }
        index = result.index
        builder = result.builder
        for correction in result.voids { note(correction) }
    }

    private mutating func note(_ correction: UsageScan.Correction) {
        voids[correction.target] = min(voids[correction.target] ?? correction.recorded, correction.recorded)
    }

    /// Reads what was appended to the file at `position`, or a file that is new at the end.
    ///
    /// Answers false when a line takes the name of one in a later file: the first of a name counts, so that all must be
    /// read again.
    mutating func readTail(_ position: Int, _ entry: (month: String, log: UsageLog, size: Int)) throws(LedgerError)
        -> Bool
    {
        cube = nil
        if position < files.count {
            files[position].log = entry.log
            files[position].size = entry.size
        } else {
            files.append(File(month: entry.month, log: entry.log, end: 0, size: entry.size))
        }
        let logs = logs
        func hash(_ place: NameTable.Place) -> UInt64 {
            logs[place.file].withFields(at: place.offset) { $0.nameHash } ?? 0
        }
        // A line has some 200 bytes.
        recent.reserve(recent.count + (entry.size - files[position].end) / 200, hashOf: hash)
        var failure: LedgerError?
        var isInOrder = true
        let end = entry.log.forEachLine(from: files[position].end) { fields, offset in
            let place = NameTable.Place(file: position, offset: offset)
            let nameHash = fields.nameHash
            do throws(LedgerError) {
                if let first = try find(nameHash, fields, logs) {
                    isInOrder = first < place
                    return isInOrder
                }
            } catch {
                failure = error
                return false
            }
            recent.insert(nameHash, place, hashOf: hash)
            if fields.isVoid {
                note(UsageScan.Correction(fields, at: place))
            } else {
                builder?.add(fields)
            }
            return true
        } other: { line, offset in
            if case .damaged(let message) = line {
                failure = entry.log.damage(message, at: offset)
                return false
            }
            return true
        }
        if let failure { throw failure }
        files[position].end = end
        return isInOrder
    }

    private func find(
        _ hash: UInt64, _ fields: EventFields, _ logs: [UsageLog]
    ) throws(LedgerError) -> NameTable.Place? {
        func isSame(_ place: NameTable.Place) -> Bool {
            guard place.file >= 0, place.file < logs.count else { return false }
            return logs[place.file].withFields(at: place.offset) { other in
                EventFields.areEqual(other.id, fields.id) && EventFields.areEqual(other.source, fields.source)
            } ?? false
        }
        if let place = try index?.find(hash, isSame: isSame) { return place }
        return recent.find(hash, isSame: isSame)
    }

    /// Where the event of that name stands.
    func place(of name: UsageEvent.Name) throws(LedgerError) -> NameTable.Place? {
        let probe = UsageEvent(id: name.id, source: name.source, time: Instant(nanoseconds: 0), key: "")
        let logs = logs
        var found: NameTable.Place?
        var failure: LedgerError?
        probe.withFields { wanted in
            do throws(LedgerError) {
                found = try find(wanted.nameHash, wanted, logs)
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

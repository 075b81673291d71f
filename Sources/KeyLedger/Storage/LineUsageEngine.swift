internal import Files
internal import Glibc
internal import Synchronization
internal import Text
internal import Values

/// The usage engine over JSON Lines: a file a UTC month, append-only.
///
/// It keeps what it has read, and reads only what was appended since. Readers take no lock: a delivery of several lines
/// that is under way is known by its journal, and does not count until it is there as a whole. How events come in is in
/// `LineUsageEngine+Ingest.swift`, what a killed writer left in `LineUsageEngine+Recovery.swift`.
final class LineUsageEngine: UsageEngine {
    let store: Store
    let known: Mutex<KnownUsage>
    let quarantine = Mutex(Quarantine())
    private let tuning: UsageTuning

    init(store: Store, tuning: UsageTuning = UsageTuning()) {
        self.store = store
        self.tuning = tuning
        known = Mutex(KnownUsage(tuning: tuning))
    }

    /// The months that have files, ascending.
    private func months() throws(LedgerError) -> [String] {
        let names = try store.wrap { () throws(FileError) in try store.files.list(store.usage) }
        return Set(names.compactMap { Self.month(ofFile: $0) ?? Self.sealedMonth(ofFile: $0) }).sorted()
    }

    /// The month that a file holds sealed.
    static func sealedMonth(ofFile name: String) -> String? {
        name.hasSuffix(".gz") ? month(ofFile: String(name.dropLast(3))) : nil
    }

    static func month(ofFile name: String) -> String? {
        guard name.utf8.count == 13, name.hasSuffix(".jsonl"), CivilDate(String(name.prefix(7)) + "-01") != nil else {
            return nil
        }
        return String(name.prefix(7))
    }

    /// The files with the sizes up to which they are complete: one moment, though other processes write.
    ///
    /// - Parameter isChecked: whether a log that lacks what was acknowledged is an error.
    private func logs(isChecked: Bool = true) throws(LedgerError) -> [KnownUsage.LogFacts] {
        func now() throws(LedgerError) -> [KnownUsage.LogFacts] {
            var logs: [KnownUsage.LogFacts] = []
            for month in try months() {
                let path = store.usageFile(month)
                let facts = try store.wrap { () throws(FileError) in try store.files.facts(of: path) }
                let size = try store.wrap { () throws(FileError) in
                    if let facts { return Optional(facts.size) }
                    return try store.files.size(of: path)
                }
                let sealed = try sealedFacts(month)
                if let size {
                    // Both are there while a month is being sealed, and then they are the same.
                    if let sealed, sealed.size != size { throw Self.twice(month, in: store) }
                    logs.append(KnownUsage.LogFacts(month: month, size: size, file: facts))
                } else if let sealed {
                    logs.append(sealed)
                }
            }
            return logs
        }
        let acknowledged = AcknowledgedSizes.load(store)
        var before = try now()
        for name in acknowledged.usageLogs where isChecked {
            if name.hasSuffix(".gz") {
                try acknowledged.check(name, in: store)
                continue
            }
            let size = before.first { "usage/\($0.month).jsonl" == name }?.size
            try acknowledged.check(name, size: size ?? 0, in: store)
        }
        for _ in 0..<20 {
            // Asked before the logs are looked at again: what is complete by then counts as a whole.
            var open = try IngestJournal.load(store)
            if let journal = open, try journal.isComplete(in: store) { open = nil }
            let after = try now()
            if before == after {
                guard let journal = open else { return after }
                return after.map { found in
                    var facts = found
                    // A delivery never comes into a sealed month.
                    if !facts.isSealed, let size = journal.size(of: facts.month) { facts.size = min(facts.size, size) }
                    return facts
                }
            }
            before = after
        }
        return before
    }

    static func twice(_ month: String, in store: Store) -> LedgerError {
        .store(
            "sealed-twice", "the month is here twice, as it was sealed and with other lines beside it",
            path: store.usageFile(month),
            suggestion: "take one of the two files away: the sealed one is the one that was closed")
    }

    /// The facts of a sealed month; nil when it is not sealed.
    private func sealedFacts(_ month: String) throws(LedgerError) -> KnownUsage.LogFacts? {
        let path = store.sealedFile(month)
        let file = try store.wrap { () throws(FileError) in try store.files.contents(of: path, limit: nil) }
        guard let file else { return nil }
        let facts = try store.wrap { () throws(FileError) in try store.files.facts(of: path) }
        // Of what is no such file nothing can be unpacked, and whoever reads it hears that.
        return KnownUsage.LogFacts(month: month, size: SealedLog.length(file) ?? 0, file: facts, isSealed: true)
    }

    /// Throws when a month that was unpacked turned out to be damaged.
    private func checkSealed(_ logs: [UsageLog]) throws(LedgerError) {
        for log in logs where log.contents.isDamaged { throw try sealedDamage(log) }
    }

    private func sealedDamage(_ log: UsageLog) throws(LedgerError) -> LedgerError {
        let file = try store.wrap { () throws(FileError) in try store.files.contents(of: log.path, limit: nil) }
        return SealedLog.damage(log.path, file ?? FileContents([]))
    }

    /// Does something with what is known, after all has been read that was appended since.
    ///
    /// - Parameters:
    ///   - grid: the days to count by; nil when only names are wanted.
    ///   - ends: where the logs end, when the caller has the lock and knows that; then they are not looked at again.
    func withKnown<T>(
        _ grid: DayGrid?, unlessReadTo ends: [KnownUsage.End]? = nil,
        _ body: (inout KnownUsage) throws(LedgerError) -> T
    ) throws(LedgerError) -> T {
        try known.withLock { known throws(LedgerError) in
            do throws(LedgerError) {
                if ends == nil || known.ends != ends { try update(&known, grid: grid, usesCache: true) }
                let result = try body(&known)
                try checkSealed(known.logs)
                return result
            } catch {
                // What was read in part is read again.
                known = KnownUsage(tuning: tuning)
                guard error.diagnostic.code == NameIndex.damage.diagnostic.code else { throw error }
            }
            cache.remove()
            try update(&known, grid: grid, usesCache: false)
            return try body(&known)
        }
    }

    /// Reads what was appended since the last time, or everything when something else happened to the files.
    private func update(_ known: inout KnownUsage, grid: DayGrid?, usesCache: Bool) throws(LedgerError) {
        let found = try logs()
        guard found.count <= EventPlace.fileLimit else { throw tooManyFiles }
        let grid = grid ?? known.builder?.grid
        var isExtended = !known.files.isEmpty && known.isStart(of: found)
        if isExtended, let grid { isExtended = known.count(by: grid) }
        let isFirst = !isExtended
        var all: [(facts: KnownUsage.LogFacts, log: UsageLog)] = []
        if isFirst {
            for facts in found { all.append((facts, try log(facts))) }
            if usesCache, tuning.usesCache, let cached = cache.load() {
                isExtended = known.restore(cached, all, grid: grid)
            }
        }
        if isExtended {
            for (position, facts) in found.enumerated() {
                if position < known.files.count, known.files[position].facts == facts { continue }
                let log = try all.isEmpty ? self.log(facts) : all[position].log
                isExtended = try known.readTail(position, facts, log)
                if !isExtended { break }
            }
        }
        if !isExtended {
            if all.isEmpty { for facts in found { all.append((facts, try log(facts))) } }
            for (_, log) in all where log.contents.isUnpacked { _ = log.contents.bytes }
            try checkSealed(all.map(\.log))
            try known.readAll(all, grid: grid)
        }
        if isFirst || grid != nil { try known.save(to: cache) }
    }

    private var tooManyFiles: LedgerError {
        .store("too-many-files", "there are more than \(EventPlace.fileLimit) usage files", path: store.usage)
    }

    private var cache: UsageCache { UsageCache(folder: store.root + "/.cache") }

    func log(_ facts: KnownUsage.LogFacts) throws(LedgerError) -> UsageLog {
        if facts.isSealed {
            let path = store.sealedFile(facts.month)
            let file = try store.wrap { () throws(FileError) in try store.files.contents(of: path, limit: nil) }
            guard let file else { throw Self.gone(path) }
            return UsageLog(path: path, contents: SealedLog.contents(file, length: facts.size))
        }
        let path = store.usageFile(facts.month)
        let contents = try store.wrap { () throws(FileError) in
            try store.files.contents(of: path, limit: facts.size)
        }
        if let contents { return UsageLog(path: path, contents: contents) }
        // Since it was looked at, the month may have been sealed: its lines are the same.
        if let sealed = try sealedFacts(facts.month), sealed.size == facts.size { return try log(sealed) }
        guard facts.size == 0 else { throw Self.gone(path) }
        return UsageLog(path: path, contents: FileContents([]))
    }

    private static func gone(_ path: String) -> LedgerError {
        .store(
            "log-missing", "the log was taken away while it was read", path: path,
            suggestion: "run the command again; when it stays away, bring the file back from a backup")
    }

    func cube(over days: DayTable) throws(LedgerError) -> UsageCube {
        try withKnown(DayGrid(days)) { known throws(LedgerError) in
            try known.sums() ?? CubeBuilder(days: days).cube()
        }
    }

    func span() throws(LedgerError) -> ClosedRange<Instant>? {
        let months = try months()
        guard let first = months.first.flatMap({ CivilDate($0 + "-01") }),
            let last = months.last.flatMap({ CivilDate($0 + "-01") })
        else { return nil }
        let end = CivilDate(year: last.year, month: last.month + 1, day: 1)
        return Instant(
            seconds: first.dayNumber * 86_400)...Instant(
                nanoseconds: Instant(seconds: end.dayNumber * 86_400).nanoseconds - 1)
    }

    func event(_ name: UsageEvent.Name) throws(LedgerError) -> UsageEvent? {
        try withKnown(nil) { known throws(LedgerError) in try known.event(name) }
    }

    func forEachEvent(in range: ClosedRange<Instant>?, _ body: (UsageEvent) -> Void) throws(LedgerError) {
        for entry in try logs() {
            if let range, entry.month < range.lowerBound.monthName || entry.month > range.upperBound.monthName {
                continue
            }
            let log = try self.log(entry)
            if log.contents.isUnpacked { _ = log.contents.bytes }
            try checkSealed([log])
            var damage: LedgerError?
            _ = log.forEachLine(from: 0) { line, offset in
                switch line {
                case .event:
                    if let event = log.event(at: offset) { body(event) }
                case .damaged(let message):
                    damage = log.damage(message, at: offset)
                    return false
                case .torn: break
                }
                return true
            }
            if let damage { throw damage }
        }
    }

    func health() throws(LedgerError) -> UsageHealth {
        let acknowledged = AcknowledgedSizes.load(store)
        var logs: [(month: String, log: UsageLog)] = []
        var damaged: [Diagnostic] = []
        var entries: [KnownUsage.LogFacts] = []
        do throws(LedgerError) {
            entries = try self.logs(isChecked: false)
        } catch {
            damaged.append(error.diagnostic)
        }
        for entry in entries {
            let log = try self.log(entry)
            if log.contents.isUnpacked { _ = log.contents.bytes }
            if log.contents.isDamaged {
                damaged.append(try sealedDamage(log).diagnostic)
            } else {
                logs.append((entry.month, log))
            }
        }
        guard logs.count <= EventPlace.fileLimit else { throw tooManyFiles }
        let check = UsageCheck(logs: logs, bytesAtOnce: tuning.checkedAtOnce) { [store] log, offset in
            acknowledged.hasTorn(store.name(of: log.path), at: offset, size: log.contents.count)
        }
        var health = check.run()
        health.findings += damaged
        for name in acknowledged.usageLogs {
            do throws(LedgerError) {
                try acknowledged.check(name, in: store)
            } catch {
                health.findings.append(error.diagnostic)
            }
        }
        health.quarantined = try Quarantine.count(store)
        return health
    }
}

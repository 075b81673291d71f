internal import Files
internal import Synchronization
internal import Text
internal import Values

/// The usage engine over JSON Lines: a file a UTC month, append-only.
///
/// It keeps what it has read, and reads only what was appended since. Readers take no lock: a delivery of several lines
/// that is under way is known by its journal, and does not count until the journal is gone.
final class LineUsageEngine: UsageEngine {
    let store: Store
    private let known: Mutex<KnownUsage>
    private let tuning: UsageTuning

    init(store: Store, tuning: UsageTuning = UsageTuning()) {
        self.store = store
        self.tuning = tuning
        known = Mutex(KnownUsage(tuning: tuning))
    }

    // MARK: Reading

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
                    if let sealed, sealed.size != size { throw twice(month) }
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
            let journal = try IngestJournal.load(store)
            let after = try now()
            if before == after {
                guard let journal else { return after }
                return after.map {
                    KnownUsage.LogFacts(
                        month: $0.month, size: min($0.size, journal.size(of: $0.month) ?? $0.size), file: $0.file)
                }
            }
            before = after
        }
        return before
    }

    private func twice(_ month: String) -> LedgerError {
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
    /// - Parameter grid: the days to count by; nil when only names are wanted.
    private func withKnown<T>(
        _ grid: DayGrid?, _ body: (inout KnownUsage) throws(LedgerError) -> T
    ) throws(LedgerError) -> T {
        try known.withLock { known throws(LedgerError) in
            do throws(LedgerError) {
                try update(&known, grid: grid, usesCache: true)
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
        guard found.count <= NameTable.fileLimit else { throw tooManyFiles }
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
            for (facts, log) in all where facts.isSealed { _ = log.contents.bytes }
            try checkSealed(all.map(\.log))
            try known.readAll(all, grid: grid)
        }
        if isFirst || grid != nil { try known.save(to: cache) }
    }

    private var tooManyFiles: LedgerError {
        .store("too-many-files", "there are more than \(NameTable.fileLimit) usage files", path: store.usage)
    }

    private var cache: UsageCache { UsageCache(folder: store.root + "/.cache") }

    private func log(_ facts: KnownUsage.LogFacts) throws(LedgerError) -> UsageLog {
        if facts.isSealed {
            let path = store.sealedFile(facts.month)
            let file = try store.wrap { () throws(FileError) in try store.files.contents(of: path, limit: nil) }
            return UsageLog(path: path, contents: SealedLog.contents(file ?? FileContents([]), length: facts.size))
        }
        let path = store.usageFile(facts.month)
        let contents = try store.wrap { () throws(FileError) in
            try store.files.contents(of: path, limit: facts.size)
        }
        return UsageLog(path: path, contents: contents ?? FileContents([]))
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
            if entry.isSealed { _ = log.contents.bytes }
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
            if entry.isSealed { _ = log.contents.bytes }
            if log.contents.isDamaged {
                damaged.append(try sealedDamage(log).diagnostic)
            } else {
                logs.append((entry.month, log))
            }
        }
        guard logs.count <= NameTable.fileLimit else { throw tooManyFiles }
        var health = UsageCheck(logs: logs, bytesAtOnce: tuning.checkedAtOnce).run()
        health.findings += damaged
        for index in health.findings.indices where health.findings[index].code == "ledger.torn-line" {
            guard let place = health.findings[index].location else { continue }
            let name = store.name(of: place.file.path)
            let size = place.file.bytes.count
            guard acknowledged.hasTorn(name, at: place.range.lowerBound, size: size) else { continue }
            health.findings[index].severity = .error
            health.findings[index].message = "the last line is torn, and it was acknowledged"
        }
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

    // MARK: Writing

    func ingest(_ events: [IncomingEvent], rules: IngestRules) throws(LedgerError) -> IngestReport {
        try store.locked { () throws(LedgerError) in
            try Ledger.recover(store)
            let draft = try withKnown(nil) { known throws(LedgerError) in
                try self.draft(events, rules: rules, known: known)
            }
            var report = draft.report
            if rules.isAllOrNothing, !report.quarantined.isEmpty {
                report.isWritten = false
                report.accepted = 0
                return report
            }
            try write(draft, watched: rules.watched)
            return report
        }
    }

    /// What a delivery comes to, before anything is written.
    fileprivate struct Draft {
        var report = IngestReport()
        /// The lines by month.
        var lines: [String: ByteWriter] = [:]
        var refused: [QuarantineEntry] = []
        var lineCount = 0
        /// The tokens that come to the watched period; nil when something is taken back.
        var watchedTokens: Int? = 0
        /// The day of the last event, and its month: deliveries are mostly in the order of time.
        var lastDay = Int.min
        var lastMonth = ""
    }

    private func draft(_ events: [IncomingEvent], rules: IngestRules, known: KnownUsage) throws(LedgerError) -> Draft {
        var draft = Draft()
        var delivered: [UsageEvent.Name: UsageEvent] = [:]
        let names = try store.wrap { () throws(FileError) in try store.files.list(store.usage) }
        let sealed = Set(names.compactMap(Self.sealedMonth(ofFile:)))
        for incoming in events {
            var event: UsageEvent
            switch incoming.content {
            case .event(let found): event = found
            case .unreadable(let text, let detail):
                draft.refuse(incoming, .malformed, detail, event: nil, text: text, now: rules.now)
                continue
            }
            if let problem = EventDecoder.problem(event) {
                draft.refuse(incoming, .malformed, problem.message, event: event, text: nil, now: rules.now)
                continue
            }
            if event.voids == nil, let id = rules.keys[event.key], id != event.key { event = event.withKey(id) }
            var earlier = delivered[event.name]
            if earlier == nil { earlier = try known.event(event.name) }
            if let earlier {
                if earlier.hasSamePayload(as: event) {
                    draft.report.duplicates += 1
                } else {
                    draft.refuse(
                        incoming, .conflict, "the name is taken by an event that says something else", event: event,
                        text: nil, now: rules.now)
                }
                continue
            }
            let recorded = rules.keepsRecorded ? event.recorded ?? rules.now : rules.now
            let age = recorded.seconds - event.time.seconds
            if -age > IngestRules.aheadLimit {
                draft.refuse(
                    incoming, .tooEarly, "the event lies \(-age) seconds ahead", event: event, text: nil, now: rules.now
                )
                continue
            }
            if age > IngestRules.behindLimit {
                draft.refuse(
                    incoming, .tooLate, "the event lies \(age / 86_400) days back", event: event, text: nil,
                    now: rules.now)
                continue
            }
            if event.masked() != event {
                draft.refuse(
                    incoming, .malformed, "the event holds a secret where the id of a key or a name belongs",
                    event: event, text: nil, now: rules.now)
                continue
            }
            if event.voids == nil, rules.keys[event.key] == nil {
                draft.refuse(
                    incoming, .unknownKey, "there is no key \"\(event.key)\"", event: event, text: nil, now: rules.now)
                continue
            }
            if !sealed.isEmpty, sealed.contains(event.time.monthName) {
                draft.refuse(
                    incoming, .tooLate, "the month \(event.time.monthName) is sealed", event: event, text: nil,
                    now: rules.now)
                continue
            }
            event.recorded = recorded
            delivered[event.name] = event
            draft.write(event)
            if event.voids != nil {
                draft.watchedTokens = nil
            } else if rules.watched?.contains(event.time) == true {
                draft.watchedTokens? += event.tokens
            }
            draft.report.accepted += 1
            draft.lineCount += 1
        }
        return draft
    }

    /// Writes a delivery. One line is its own commit point; several have a journal, and its removal is theirs.
    private func write(_ draft: Draft, watched: Range<Instant>?) throws(LedgerError) {
        let refused = try Quarantine.fresh(draft.refused, in: store)
        guard draft.lineCount > 0 || !refused.isEmpty else { return }
        var appends = draft.lines.sorted { $0.key < $1.key }.map {
            (path: store.usageFile($0.key), bytes: $0.value.bytes)
        }
        if !refused.isEmpty { appends.append((store.quarantine, refused)) }
        if !draft.lines.isEmpty {
            try store.wrap { () throws(FileError) in
                if try store.files.size(of: store.usage) == nil {
                    try store.files.makeFolder(store.usage)
                    try store.files.syncFolder(store.root)
                }
            }
        }
        for index in appends.indices where try lacksLineFeed(appends[index].path) {
            appends[index].bytes.insert(0x0A, at: 0)
        }
        if draft.lineCount <= 1, appends.count == 1 {
            try store.append(appends[0].bytes, to: appends[0].path)
            AcknowledgedSizes.note(appends, watched: watched.map { ($0.lowerBound, draft.watchedTokens) }, in: store)
            return
        }
        let journal = try IngestJournal.begin(appends.map(\.path), in: store)
        do throws(LedgerError) {
            for (path, bytes) in appends { try store.append(bytes, to: path) }
            try IngestJournal.end(in: store)
            AcknowledgedSizes.note(appends, watched: watched.map { ($0.lowerBound, draft.watchedTokens) }, in: store)
        } catch {
            // As it was; what cannot be undone now, the next writer undoes.
            _ = try? journal.undo(in: store)
            throw error
        }
    }

    /// Whether somebody else left a complete last line without its line feed.
    private func lacksLineFeed(_ path: String) throws(LedgerError) -> Bool {
        let last = try store.wrap { () throws(FileError) in
            try store.files.contents(of: path, limit: nil)?.last
        }
        return last != nil && last != 0x0A
    }

    /// Undoes a delivery that was killed, and sets torn last lines aside. Only with the lock.
    static func recover(_ store: Store) throws(LedgerError) {
        if let journal = try IngestJournal.load(store) { try journal.undo(in: store) }
        try AcknowledgedSizes.load(store).checkUsage(in: store)
        // The quarantine itself may be torn: what stood there was refused anyway. Before anything is set aside in it.
        if let bytes = try store.read(store.quarantine), let last = bytes.last, last != 0x0A {
            let start = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            try store.wrap { () throws(FileError) in try store.files.truncate(store.quarantine, to: start) }
        }
        let names = try store.wrap { () throws(FileError) in try store.files.list(store.usage) }
        for month in names.compactMap(month(ofFile:)) {
            let path = store.usageFile(month)
            let contents = try store.wrap { () throws(FileError) in
                try store.files.contents(of: path, limit: nil)
            }
            guard let contents, let last = contents.bytes.last, last != 0x0A else { continue }
            let start = contents.bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let log = UsageLog(path: path, contents: contents)
            var isTorn = false
            var damage: LedgerError?
            _ = log.forEachLine(from: start) { line, offset in
                switch line {
                case .event: break
                case .damaged(let message): damage = log.damage(message, at: offset)
                case .torn: isTorn = true
                }
                return true
            }
            if let damage { throw damage }
            guard isTorn else { continue }
            try setAside(Array(contents.bytes[start...])[...], from: path, in: store)
            AcknowledgedSizes.note(path, endsAt: start, in: store)
            try store.wrap { () throws(FileError) in try store.files.truncate(path, to: start) }
        }
    }

    /// Keeps what a crash left of a line, before the file is cut.
    static func setAside(_ bytes: ArraySlice<UInt8>, from path: String, in store: Store) throws(LedgerError) {
        let origin = path.hasPrefix(store.root + "/") ? String(path.dropFirst(store.root.utf8.count + 1)) : path
        let entry = QuarantineEntry(
            reason: "torn", detail: "the last line was torn by a crash; it was never acknowledged", event: nil,
            text: String(decoding: bytes, as: UTF8.self), origin: origin, recorded: nil)
        let lines = try Quarantine.fresh([entry], in: store)
        if !lines.isEmpty { try store.append(lines, to: store.quarantine) }
    }
}

extension LineUsageEngine.Draft {
    /// Puts an event into the lines of its month.
    mutating func write(_ event: UsageEvent) {
        let day = event.time.seconds / 86_400
        if day != lastDay {
            lastDay = day
            lastMonth = event.time.monthName
        }
        event.write(into: &lines[lastMonth, default: ByteWriter()])
    }

    mutating func refuse(
        _ incoming: IncomingEvent, _ reason: QuarantineReason, _ detail: String, event: UsageEvent?, text: String?,
        now: Instant
    ) {
        // A secret in the place of a key's id is the likeliest mistake of a sender; it must not be kept or printed.
        let detail = KeySecret.masked(detail)
        let text = text.map(KeySecret.masked)
        let event = event?.masked()
        report.quarantined.append(
            IngestReport.Refusal(reason: reason, detail: detail, origin: incoming.origin, name: event?.name))
        refused.append(
            QuarantineEntry(
                reason: reason.rawValue, detail: detail, event: event, text: text, origin: incoming.origin,
                recorded: now))
    }
}

extension UsageEvent {
    /// The same event without the secrets that its fields may hold.
    fileprivate func masked() -> UsageEvent {
        let longest = max(
            id.utf8.count, source.utf8.count, key.utf8.count, project?.utf8.count ?? 0, provider?.utf8.count ?? 0,
            unknown.utf8.count)
        guard longest > KeySecret.randomCount + KeySecret.checkCount else { return self }
        return UsageEvent(
            id: KeySecret.masked(id), source: KeySecret.masked(source), time: time, recorded: recorded,
            key: KeySecret.masked(key), tokens: tokens, project: project.map(KeySecret.masked),
            provider: provider.map(KeySecret.masked), voids: voids, unknown: KeySecret.masked(unknown))
    }

    /// The same event of another key.
    func withKey(_ key: String) -> UsageEvent {
        UsageEvent(
            id: id, source: source, time: time, recorded: recorded, key: key, tokens: tokens, project: project,
            provider: provider, voids: voids, unknown: unknown)
    }
}

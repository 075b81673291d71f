internal import Files
internal import Synchronization
internal import Text
package import Values

/// All usage of the store with the days it was counted by, kept until the ledger reads again.
struct TotalsCache: Sendable {
    let totals: UsageTotals
    let revisions: [PeriodRevision]
}

/// What an event may call a key, with what the files were when that was read.
struct KnownKeys: Sendable {
    let stamp: [FileFacts?]
    /// Nil until somebody asks.
    var names: [String: String]?
}

/// All usage of a store, added up, with the days and periods it was counted by.
package struct UsageTotals: Sendable {
    /// The days.
    package let days: DayTable
    /// The sums.
    package let cube: UsageCube
    /// The keys, whose kinds filters ask for.
    let keys: [Key]

    /// The position of a period in the table; nil when the data do not reach it.
    func position(of period: BillingPeriod) -> Int? {
        days.periods.firstIndex { $0.start == period.start }
    }

    /// Says of each row whether a filter lets it through.
    func selection(_ filter: UsageFilter) -> (UsageCube.Row) -> Bool {
        if filter.isAll { return { _ in true } }
        var kinds: [String: KeyKind] = [:]
        if filter.kind != nil { for key in keys { kinds[key.id] = key.kind } }
        let keys = cube.keys.map { id in
            (filter.key == nil || filter.key == id) && (filter.kind == nil || filter.kind == kinds[id])
        }
        func wanted(_ name: String?, in names: [String]) -> Int? {
            guard let name else { return nil }
            return name.isEmpty ? -1 : names.firstIndex(of: name) ?? -2
        }
        let project = wanted(filter.project, in: cube.projects)
        let provider = wanted(filter.provider, in: cube.providers)
        return { row in
            keys[row.key] && (project == nil || project == row.project) && (provider == nil || provider == row.provider)
        }
    }

    /// The tokens of each bucket of a range, as far as they came in time.
    package func daily(_ buckets: Range<Int>, filter: UsageFilter = .all) -> [Int] {
        var daily = [Int](repeating: 0, count: buckets.count)
        let isWanted = selection(filter)
        for row in cube.rows(in: buckets) where row.listedIn < 0 && isWanted(row) {
            daily[row.bucket - buckets.lowerBound] &+= row.tokens
        }
        return daily
    }
}

extension Ledger {
    /// All usage, added up; read once, and again after `refresh()` or a delivery of this ledger.
    package func allUsage() throws(LedgerError) -> UsageTotals {
        try allUsage(revisions: state.withLock { $0.revisions })
    }

    /// The same with those periods revised.
    func allUsage(revisions: [PeriodRevision]) throws(LedgerError) -> UsageTotals {
        let current = currentPeriod
        return try totals.withLock { cached throws(LedgerError) in
            if let cached, cached.totals.days.periods.last == current, cached.revisions == revisions {
                return cached.totals
            }
            var first = current.start
            if let span = try engine.span() { first = min(first, span.lowerBound) }
            let days = DayTable(
                periods: calendar.periods(from: first, through: current.start), revisions: revisions)
            let fresh = UsageTotals(days: days, cube: try engine.cube(over: days), keys: keys)
            cached = TotalsCache(totals: fresh, revisions: revisions)
            return fresh
        }
    }

    /// The tokens used in a period.
    package func used(in period: BillingPeriod, filter: UsageFilter = .all) throws(LedgerError) -> Int {
        let totals = try allUsage()
        guard let position = totals.position(of: period) else { return 0 }
        return totals.daily(totals.days.bucketsOf[position], filter: filter).reduce(0, &+)
    }

    /// First and last use of each key that was ever used, by id.
    package func uses() throws(LedgerError) -> [String: UsageCube.Use] { try allUsage().cube.uses }

    /// The tokens of each of the `count` days that end with today, the oldest first: for a sparkline.
    package func recentDays(
        _ count: Int, filter: UsageFilter = .all
    ) throws(LedgerError) -> [(date: CivilDate, tokens: Int)] {
        let totals = try allUsage()
        let today = now.day(in: workspace.zone)
        let first = today.adding(days: 1 - max(1, min(count, 4000)))
        var recent = (0..<today.days(since: first) + 1).map { (date: first.adding(days: $0), tokens: 0) }
        let from = totals.days.dates.firstIndex { $0 >= first } ?? totals.days.count
        for (offset, tokens) in totals.daily(from..<totals.days.count, filter: filter).enumerated() {
            let place = totals.days.dates[from + offset].days(since: first)
            if recent.indices.contains(place) { recent[place].tokens &+= tokens }
        }
        return recent
    }

    /// Every period with data, and the running one, the oldest first, with its use and its quota.
    package func periodTotals(
        filter: UsageFilter = .all
    ) throws(LedgerError) -> [(period: BillingPeriod, used: Int, quota: Int?)] {
        let totals = try allUsage()
        let workspace = workspace
        let today = now.day(in: workspace.zone)
        var result: [(period: BillingPeriod, used: Int, quota: Int?)] = []
        let first = totals.cube.rows.first(where: totals.selection(filter))?.bucket
        for (period, buckets) in zip(totals.days.periods, totals.days.bucketsOf) {
            // One whose starts all came too late has a report as well: a later one lists them.
            guard first.map({ buckets.upperBound > $0 }) == true || period == totals.days.periods.last else { continue }
            let used = totals.daily(buckets, filter: filter).reduce(0, &+)
            result.append((period, used, workspace.quota(on: min(period.lastDay, today))))
        }
        return result
    }

    /// Takes events in, each exactly once; on the disk when it returns.
    ///
    /// - Parameters:
    ///   - keepsRecorded: for a backup that is brought back: events keep the time of arrival they bring.
    ///   - isAllOrNothing: one refused event means that nothing is taken in, and nothing goes into quarantine.
    package func ingest(
        _ events: [IncomingEvent], keepsRecorded: Bool = false, isAllOrNothing: Bool = false
    ) throws(LedgerError) -> IngestReport {
        // Another process may have made the key a moment ago.
        let report = try engine.ingest(
            events, rules: try rules(keepsRecorded: keepsRecorded, isAllOrNothing: isAllOrNothing))
        totals.withLock { $0 = nil }
        return report
    }

    /// Takes a delivery in, `batch` events at a time, each batch on the disk before the next one.
    ///
    /// - Parameters:
    ///   - done: hears of each batch that is on the disk, and how much of the delivery has been read, 0 to 1.
    /// - Throws: the first error; the batches that `done` heard of are there.
    package func ingest(
        _ delivery: UsageDelivery, batch: Int, keepsRecorded: Bool = false,
        _ done: (IngestReport, Double) -> Void
    ) throws(LedgerError) {
        var delivery = delivery
        var progress = 0.0
        defer { totals.withLock { $0 = nil } }
        try engine.ingest(
            from: {
                let events = delivery.next(batch)
                progress = delivery.progress
                return events
            },
            rules: { () throws(LedgerError) in try rules(keepsRecorded: keepsRecorded, isAllOrNothing: false) },
            { done($0, progress) })
    }

    private func rules(keepsRecorded: Bool, isAllOrNothing: Bool) throws(LedgerError) -> IngestRules {
        guard access == .write else {
            throw .store("read-only", "the store was opened for reading only", path: path)
        }
        let keys = try knownKeys()
        var now = clock.now
        // What comes after a revision is told by its time from what that took in, also when clocks stand still.
        if let last = state.withLock({ $0.revisions.last?.time }), now <= last, now.seconds == last.seconds {
            now = Instant(nanoseconds: last.nanoseconds + 1)
        }
        var rules = IngestRules(
            now: now, keys: keys, keepsRecorded: keepsRecorded, isAllOrNothing: isAllOrNothing)
        if !workspace.quota.isEmpty { rules.watched = openPeriods.map { $0.start..<$0.end } }
        return rules
    }

    /// The keys as they are on the disk, read again only when a file was replaced or written since: a long import asks
    /// thousands of times.
    private func knownKeys() throws(LedgerError) -> [String: String] {
        let stamp = try Self.stamp(store)
        let known = keyNames.withLock { $0 }
        if known.stamp != stamp || stamp.allSatisfy({ $0 == nil }) {
            let fresh = try Self.load(store, now: clock.now)
            state.withLock { $0 = fresh }
        } else if let names = known.names {
            return names
        }
        let keys = self.keys
        var names: [String: String] = [:]
        for key in keys where !key.isDeleted && (names[key.name] == nil || key.migratedTo == nil) {
            names[key.name] = key.id
        }
        for key in keys { names[key.id] = key.id }
        keyNames.withLock { $0 = KnownKeys(stamp: stamp, names: names) }
        return names
    }

    /// What the files are that the state is read from; taken before they are read, so that what changes meanwhile shows.
    static func stamp(_ store: Store) throws(LedgerError) -> [FileFacts?] {
        try store.wrap { () throws(FileError) in
            var stamp: [FileFacts?] = []
            for path in [store.workspace, store.keys, store.nextKeys, store.audit] {
                stamp.append(try store.files.facts(of: path))
            }
            return stamp
        }
    }

    /// Counts one start of an instance; `id` nil makes one up.
    ///
    /// - Parameter key: the id or the name of a key.
    /// - Throws: status 1 when there is no such key or the event is refused; status 3 when it could not be kept.
    package func record(
        key: String, id: String? = nil, source: String? = nil, time: Instant? = nil, tokens: Int = 1,
        project: String? = nil, provider: String? = nil
    ) throws(LedgerError) -> (event: UsageEvent, isNew: Bool) {
        let found = try self.key(key)
        let event = UsageEvent(
            id: id ?? madeUpID(), source: source ?? actor, time: time ?? clock.now.wholeSeconds, key: found.id,
            tokens: tokens, project: project ?? found.project, provider: provider)
        let report = try ingest([IncomingEvent(event)])
        if let refusal = report.quarantined.first {
            throw .failed(
                "refused", "the event was not counted: \(refusal.detail)",
                suggestion: "it is kept in quarantine.jsonl with its reason")
        }
        return (event, report.accepted == 1)
    }

    /// Takes an event back; it stays in the log, and a later line says that it does not count.
    ///
    /// - Throws: status 1 when there is no such event, or it was taken back already.
    package func void(_ name: UsageEvent.Name) throws(LedgerError) -> UsageEvent {
        guard let event = try engine.event(name), event.voids == nil else {
            throw .failed("no-event", "there is no event \"\(name.id)\" of \"\(name.source)\"")
        }
        let correction = UsageEvent(
            id: "void:" + name.id, source: name.source, time: clock.now.wholeSeconds, key: "", tokens: 0, voids: name)
        if try engine.event(correction.name) != nil {
            throw .failed("voided", "the event \"\(name.id)\" of \"\(name.source)\" was taken back already")
        }
        let report = try ingest([IncomingEvent(correction)])
        if let refusal = report.quarantined.first { throw .failed("refused", refusal.detail) }
        return event
    }

    private func madeUpID() -> String {
        let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        return String(
            decoding: (0..<20).map { _ in alphabet[Int(randomness.number(below: 36))] }, as: UTF8.self)
    }
}

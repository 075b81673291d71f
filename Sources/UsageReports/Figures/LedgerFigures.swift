package import KeyLedger
internal import Synchronization
internal import Text
package import Values

/// The figures of a ledger at one moment, each counted once.
///
/// Templates, pages and exports of one build share one object and so show the same figures; it may be used from several
/// threads. Errors are those of the ledger.
package final class LedgerFigures: Sendable {
    /// The ledger.
    package let ledger: Ledger
    /// The moment at which all figures stand.
    package let now: Instant
    /// The settings.
    package let workspace: Workspace
    /// The period that runs.
    package let currentPeriod: BillingPeriod

    struct Question: Hashable {
        let period: String
        var count = 1
        let filter: UsageFilter
    }

    struct Cache {
        var summaries: [Question: UsageSummary] = [:]
        var figures: [Question: UsageFigures] = [:]
        var keys: [KeyFigures]?
        var colors: KeyColors?
        var firstDay: CivilDate??
        var projects: [String]?
        var providers: [String]?
        var names: [String: String]?
        var history: [AuditEntry]?
        var periods: [BillingPeriod]?
        var busiestHours: [String: BusiestHour?] = [:]
        var daysOfKeys: [String: [String: [Int]]] = [:]
        var daysOfUse: [String: [CivilDate]]?
        var keysIn: [String: [String: KeyInReport]] = [:]
    }

    let cache = Mutex(Cache())

    /// The figures of `ledger` as it is now.
    package init(_ ledger: Ledger) {
        self.ledger = ledger
        now = ledger.now
        workspace = ledger.workspace
        currentPeriod = ledger.calendar.period(containing: now)
    }

    /// One period; figures that were counted before are not counted again.
    package func summary(
        of period: BillingPeriod, filter: UsageFilter = .all
    ) throws(LedgerError) -> UsageSummary {
        let question = Question(period: period.name, filter: filter)
        if let known = cache.withLock({ $0.summaries[question] }) { return known }
        let fresh = try ledger.summary(of: period, filter: filter)
        cache.withLock { $0.summaries[question] = fresh }
        return fresh
    }

    /// One period, or the `count` periods that end with it, as far back as there are data.
    package func figures(
        of period: BillingPeriod, last count: Int = 1, filter: UsageFilter = .all
    ) throws(LedgerError) -> UsageFigures {
        let question = Question(period: period.name, count: count, filter: filter)
        if let known = cache.withLock({ $0.figures[question] }) { return known }
        var earlier: [UsageSummary] = []
        var current = period
        let first = count > 1 ? try periods().first : nil
        while earlier.count + 1 < count, let first, current.start > first.start {
            current = ledger.calendar.period(before: current)
            earlier.append(try summary(of: current, filter: filter))
        }
        let newest = try summary(of: period, filter: filter)
        var fresh =
            earlier.isEmpty ? UsageFigures(newest) : UsageFigures(merging: earlier.reversed(), last: newest)
        let known = try keys(in: period)
        fresh.keys = fresh.keys.map { part in
            guard let key = known[part.id] else { return part }
            return UsageFigures.KeyPart(
                id: part.id, name: key.name, state: key.state, tokens: part.tokens, share: part.share)
        }
        let figures = fresh
        cache.withLock { $0.figures[question] = figures }
        return figures
    }

    /// The tokens of a key on each day of a period, as the figures of all keys have them.
    func days(ofKey id: String, in period: BillingPeriod) throws(LedgerError) -> [Int] {
        if let known = cache.withLock({ $0.daysOfKeys[period.name] }) { return known[id] ?? [] }
        let days = try summary(of: period).days
        var byKey: [String: [Int]] = [:]
        for (index, day) in days.enumerated() {
            for entry in day.keys {
                byKey[entry.key, default: [Int](repeating: 0, count: days.count)][index] = entry.tokens
            }
        }
        let all = byKey
        cache.withLock { $0.daysOfKeys[period.name] = all }
        return all[id] ?? []
    }

    /// The hour of a period with the most tokens; nil when nothing was used.
    package func busiestHour(of period: BillingPeriod) throws(LedgerError) -> BusiestHour? {
        if let known = cache.withLock({ $0.busiestHours[period.name] }) { return known }
        // Events need not be read where nothing was used.
        let hour = try summary(of: period).used > 0 ? try ledger.busiestHour(of: period) : nil
        cache.withLock { $0.busiestHours[period.name] = .some(hour) }
        return hour
    }

    /// Every period with data, and the running one, the oldest first.
    package func periods() throws(LedgerError) -> [BillingPeriod] {
        if let known = cache.withLock({ $0.periods }) { return known }
        let periods = try ledger.periodTotals().map(\.period)
        cache.withLock { $0.periods = periods }
        return periods
    }

    /// The first day with use; nil without any.
    ///
    /// Days before it in the first period are days without data, not days without use.
    package func firstDayWithData() throws(LedgerError) -> CivilDate? {
        if let known = cache.withLock({ $0.firstDay }) { return known }
        let totals = try ledger.allUsage()
        let first = totals.cube.rows.lazy.map(\.bucket).min()
        let day = first.flatMap { totals.days.dates.indices.contains($0) ? totals.days.dates[$0] : nil }
        cache.withLock { $0.firstDay = .some(day) }
        return day
    }

    /// Every key, the deleted ones too, in the order in which they were made, with its use in the running period.
    package func keys() throws(LedgerError) -> [KeyFigures] {
        if let known = cache.withLock({ $0.keys }) { return known }
        let summary = try summary(of: currentPeriod)
        let uses = try ledger.uses()
        let shares = Dictionary(summary.keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = ledger.keys.map { key in
            let lastUsed = uses[key.id]?.last
            return KeyFigures(
                key: key, state: key.state(at: now, in: workspace), firstUsedAt: uses[key.id]?.first,
                lastUsedAt: lastUsed,
                tokensThisPeriod: shares[key.id]?.tokens ?? 0, share: shares[key.id]?.share ?? 0,
                isStale: key.isStale(lastUsed: lastUsed, at: now, in: workspace),
                isLegacy: key.isLegacy(in: workspace), migration: key.migration(uses: uses, in: workspace))
        }
        cache.withLock { $0.keys = keys }
        return keys
    }

    /// The key that a person means, with its figures.
    ///
    /// - Throws: status 1 when there is none, with the nearest name.
    package func key(_ reference: String) throws(LedgerError) -> KeyFigures {
        let key = try ledger.key(reference)
        guard let figures = try keys().first(where: { $0.key.id == key.id }) else {
            throw LedgerError(
                .failed, Diagnostic(code: "ledger.no-key", "there is no key \"\(reference)\" in these figures"))
        }
        return figures
    }

    /// The names of keys by id; a key that `keys.json` does not have is called by its id.
    func name(ofKey id: String) -> String {
        let names = cache.withLock { cache in
            if let names = cache.names { return names }
            let names = Dictionary(ledger.keys.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            cache.names = names
            return names
        }
        return names[id] ?? id
    }

    /// The name of a key as the report of `period` has it.
    func name(ofKey id: String, in period: BillingPeriod) throws(LedgerError) -> String {
        try keys(in: period)[id]?.name ?? name(ofKey: id)
    }

    /// What was done to a key, the oldest first.
    package func history(ofKey id: String) throws(LedgerError) -> [AuditEntry] {
        try history().filter { $0.concerns(id) }
    }

    /// All that was done, the oldest first.
    func history() throws(LedgerError) -> [AuditEntry] {
        if let known = cache.withLock({ $0.history }) { return known }
        let all = try ledger.history()
        cache.withLock { $0.history = all }
        return all
    }

    /// Every project that a key has or that was used, in alphabetical order.
    package func projects() throws(LedgerError) -> [String] {
        if let known = cache.withLock({ $0.projects }) { return known }
        let used = try ledger.allUsage().cube.projects
        let projects = Set(used).union(ledger.keys.compactMap(\.project)).sorted()
        cache.withLock { $0.projects = projects }
        return projects
    }

    /// Every provider that was used, in alphabetical order.
    package func providers() throws(LedgerError) -> [String] {
        if let known = cache.withLock({ $0.providers }) { return known }
        let providers = try ledger.allUsage().cube.providers.sorted()
        cache.withLock { $0.providers = providers }
        return providers
    }

    /// The period that a person names: `2026-10`, `current`, `previous`.
    ///
    /// - Throws: status 1 for one that has not begun, and for one that was over before the first event.
    package func period(named name: String) throws(LedgerError) -> BillingPeriod {
        let period = try ledger.period(named: name)
        let known = try periods()
        guard period.start <= now, period.end > known.first?.start ?? currentPeriod.start else {
            throw LedgerError(
                .failed,
                Diagnostic(
                    code: "ledger.no-data", "there are no data for the period \"\(period.name)\"",
                    suggestion: "they reach from \(known.first?.name ?? currentPeriod.name) to \(currentPeriod.name)"))
        }
        return period
    }

    /// The colour of a key, 0 to 5.
    package func colorSlot(ofKey id: String) throws(LedgerError) -> Int {
        if let known = cache.withLock({ $0.colors }) { return known.slot(of: id) }
        var uses: [[KeyColors.Use]] = []
        for period in try periods() { uses.append(try summary(of: period).keys.map { ($0.id, $0.tokens) }) }
        let colors = KeyColors(periods: uses)
        cache.withLock { $0.colors = colors }
        return colors.slot(of: id)
    }

    /// An instant as pages say it: `19 Jun 2026, 14:24 CEST`.
    package func text(_ instant: Instant) -> String {
        instant.zoned(in: workspace.zone).format(goLayout: "2 Jan 2006, 15:04 MST")
    }
}

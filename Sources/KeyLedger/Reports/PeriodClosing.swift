internal import Files
internal import Synchronization
internal import Text
internal import Values

extension Ledger {
    /// The final figures of a period, the latest revision; nil while there are none.
    package func closedReport(of period: BillingPeriod) throws(LedgerError) -> ClosedReport? {
        try closedReports(named: period.name).last
    }

    /// Every revision of a period's report, the first one first.
    package func closedReports(named name: String) throws(LedgerError) -> [ClosedReport] {
        var reports: [ClosedReport] = []
        for revision in 1...1000 {
            let path = "\(store.reports)/\(name).r\(revision).json"
            guard let bytes = try reportFile(path) else { break }
            let report = try closedReport(path, bytes)
            guard report.name == name, report.revision == revision else {
                throw .store("report", "the report is of \(report.name), revision \(report.revision)", path: path)
            }
            reports.append(report)
        }
        return reports
    }

    /// What a report says, once it is known to be as it was closed.
    private func closedReport(_ path: String, _ bytes: [UInt8]) throws(LedgerError) -> ClosedReport {
        let digest = SHA256.name(bytes)
        if let known = readReports.withLock({ $0[path] }), known.digest == digest { return known.report }
        let report = try ClosedReport(path: path, bytes: bytes)
        try checkUnchanged(path, bytes, digest)
        readReports.withLock { $0[path] = (digest, report) }
        return report
    }

    /// The bytes of a report, also when it was closed and a crash, or an error, came before the file took its place.
    ///
    /// - Throws: status 3 when the audit log says that it was closed, and it is not there.
    func reportFile(_ path: String) throws(LedgerError) -> [UInt8]? {
        if let bytes = try store.read(path) { return bytes }
        guard let digest = reportDigest(path) else { return nil }
        if let next = try store.read(path + Store.next), SHA256.name(next) == digest { return next }
        // A writer may have put it in its place between the two reads.
        if let bytes = try store.read(path) { return bytes }
        throw .store(
            "report-missing", "the report is missing; the audit log says that it was closed", path: path,
            suggestion: Self.reportBackup)
    }

    /// Throws when a report is not what was closed. One that the audit log does not know came from elsewhere.
    func checkUnchanged(_ path: String, _ bytes: [UInt8], _ digest: String) throws(LedgerError) {
        guard let closed = reportDigest(path), digest != closed else { return }
        throw .store(
            "report-damaged", "the report is not as it was closed: it does not fit its digest in the audit log",
            at: SourceRange(SourceFile(path: path, bytes: bytes), at: 0), suggestion: Self.reportBackup)
    }

    /// The digest of a report, by the audit log.
    private func reportDigest(_ path: String) -> String? {
        let name = String(path.dropFirst(store.reports.count + 1))
        return state.withLock { $0.reports[name] }
    }

    private static let reportBackup = "bring the file back from a backup; a closed period never changes"

    /// The periods that are over and have come to their closing, but have no report yet, the oldest first.
    package func duePeriods() throws(LedgerError) -> [BillingPeriod] {
        let now = now
        let totals = try allUsage()
        guard let first = totals.cube.rows.first?.bucket else { return [] }
        var due: [BillingPeriod] = []
        for (index, period) in totals.days.periods.enumerated() {
            guard totals.days.bucketsOf[index].upperBound > first, period.closesAt <= now else { continue }
            let path = "\(store.reports)/\(period.name).r1.json"
            if try reportFile(path) == nil { due.append(period) }
        }
        return due
    }

    /// Writes the reports of all periods that have come to their closing; what is closed already stays as it is.
    package func closeDuePeriods() throws(LedgerError) -> [ClosedReport] {
        var closed: [ClosedReport] = []
        for period in try duePeriods() { closed.append(try writeReport(of: period, isRevision: false)) }
        return closed
    }

    /// Writes the next revision of a closed period: with everything that has come for it by now, but what the closed report
    /// of another period lists as an adjustment.
    ///
    /// - Throws: status 1 when the period is not closed.
    package func revise(_ period: BillingPeriod) throws(LedgerError) -> ClosedReport {
        guard try closedReport(of: period) != nil else {
            throw .failed(
                "not-closed", "the period \(period.name) is not closed",
                suggestion: period.closesAt <= now
                    ? "keyport report --close and keyport publish close it"
                    : "it can be closed from \(period.closesAt.rfc3339) on")
        }
        return try writeReport(of: period, isRevision: true)
    }

    private func writeReport(of period: BillingPeriod, isRevision: Bool) throws(LedgerError) -> ClosedReport {
        try command { draft throws(LedgerError) in
            // Another process may have closed it since: what is closed is not closed once more.
            let last = try closedReport(of: period)
            if !isRevision, let last { return last }
            let revision = (last?.revision ?? 0) + 1
            self.totals.withLock { $0 = nil }
            // What the revision takes in counts as if it had come in time; what a closed report has listed stays there.
            let revisions =
                draft.state.revisions + (isRevision ? [PeriodRevision(period: period.name, time: draft.now)] : [])
            let totals = try allUsage(revisions: revisions)
            let summary = try summary(of: period, filter: .all, report: nil, totals: totals, now: draft.now)
            let report = try report(
                period, revision: revision, summary: summary, totals: totals, workspace: draft.state.workspace,
                now: draft.now)
            let path = "\(store.reports)/\(report.fileName)"
            let bytes = try report.rendered()
            draft.report = (path, bytes)
            draft.did(
                revision == 1 ? "period.closed" : "period.revised", nil,
                [
                    ("period", .string(period.name)), ("revision", .int(revision)), ("used", .int(report.used)),
                    ("report", .string(SHA256.name(bytes))),
                ])
            return report
        }
    }

    private func report(
        _ period: BillingPeriod, revision: Int, summary: UsageSummary, totals: UsageTotals, workspace: Workspace,
        now: Instant
    ) throws(LedgerError) -> ClosedReport {
        let names = Dictionary(keys.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var figures = Figures(days: period.days)
        if let position = totals.position(of: period) {
            let buckets = totals.days.bucketsOf[position]
            for row in totals.cube.rows(in: buckets) where row.listedIn < 0 {
                figures.add(
                    day: row.bucket - buckets.lowerBound, key: totals.cube.keys[row.key],
                    project: row.project < 0 ? "" : totals.cube.projects[row.project],
                    provider: row.provider < 0 ? "" : totals.cube.providers[row.provider], tokens: row.tokens,
                    events: row.events)
            }
        }
        func sorted(_ sums: [String: Int]) -> [(key: String, value: Int)] {
            sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        }
        let events = try countedEvents(of: period, in: totals.days) { $0 }
        return ClosedReport(
            name: period.name, revision: revision, start: period.start, end: period.end, timeZone: period.zone.name,
            closedAt: revision == 1 ? period.closesAt : now.wholeSeconds, quota: workspace.quota(on: period.lastDay),
            thresholds: workspace.thresholds,
            used: figures.daily.reduce(0, &+), events: figures.events,
            days: period.dates.enumerated().map { index, date in
                ClosedReport.Day(
                    date: date, tokens: figures.daily[index],
                    keys: figures.byDayAndKey[index].sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            },
            keys: sorted(figures.keys).map {
                ClosedReport.KeyTotal(id: $0.key, name: names[$0.key] ?? $0.key, tokens: $0.value)
            },
            projects: sorted(figures.projects).map { ClosedReport.Total(name: $0.key, tokens: $0.value) },
            providers: sorted(figures.providers).map { ClosedReport.Total(name: $0.key, tokens: $0.value) },
            busiestHour: BusiestHour(of: events.map { ($0.time, $0.tokens) }, in: period),
            adjustments: summary.adjustments, digest: Self.digest(of: events))
    }

    /// The digest of the events that a report counts, in whatever order they stand.
    static func digest(of events: [UsageEvent]) -> String {
        var writer = ByteWriter(capacity: events.count * 200)
        let sorted = events.sorted {
            ($0.time.nanoseconds, $0.source, $0.id) < ($1.time.nanoseconds, $1.source, $1.id)
        }
        for var event in sorted {
            event.recorded = nil
            var line = ByteWriter(capacity: 256)
            event.write(into: &line)
            writer.write(bytes: line.bytes.dropLast(EventScanner.checksumTail + 1))
            writer.write(literal: "}\n")
        }
        return SHA256.name(writer.bytes)
    }
}

internal import Files
internal import Synchronization
internal import Values

extension Ledger {
    /// A digest of all that the report of a closed period can show; nil while the period is open.
    ///
    /// The report hangs on its file and those of other periods, on what was done to keys, on the settings (the audit log
    /// and its last line stand for these), on the events of its days, which late ones join, and on those in quarantine.
    /// The present is not among them.
    package func closedStamp(of period: BillingPeriod) throws(LedgerError) -> String? {
        let (isClosed, last, settings) = state.withLock { state in
            (state.reports["\(period.name).r1.json"] != nil, state.lastEntry?.hash ?? "", state.workspaceDigest)
        }
        guard isClosed else { return nil }
        let totals = try allUsage()
        let cube = totals.cube
        var text = [last, settings]
        let refused = try store.wrap { () throws(FileError) in try store.files.facts(of: store.quarantine) }
        if let refused { text.append("\(refused)") }
        // Rows name keys, projects, providers and the days by their positions.
        for names in [cube.keys, cube.projects, cube.providers] { text += ["\(names.count)"] + names }
        text.append(totals.days.dates.first?.description ?? "")
        var bytes = Array(text.joined(separator: "\n").utf8)
        if let position = totals.position(of: period) {
            cube.rows(in: totals.days.bucketsOf[position]).withUnsafeBytes { bytes += $0 }
        }
        return SHA256.name(bytes)
    }
}

internal import Files
internal import Synchronization
internal import Text
internal import Values

extension Ledger {
    /// Reads every line of the store and says what it found: usage, quarantine, the chain of the audit log, and whether
    /// keys, settings and reports are what the audit log says they are.
    package func health() throws(LedgerError) -> UsageHealth {
        var health = try engine.health()
        func note(_ check: () throws(LedgerError) -> Void) {
            do throws(LedgerError) { try check() } catch { health.findings.append(error.diagnostic) }
        }
        note { () throws(LedgerError) in _ = try history() }
        health.findings += try quarantineFindings()
        health.findings += handEdits()
        for (month, digest) in state.withLock({ $0.sealed }).sorted(by: { $0.key < $1.key }) {
            note { () throws(LedgerError) in try checkSealed(month, digest) }
        }
        for report in try reportFiles() {
            note { () throws(LedgerError) in try check(report, &health) }
        }
        return health
    }

    /// What is wrong with lines of the quarantine.
    private func quarantineFindings() throws(LedgerError) -> [Diagnostic] {
        let acknowledged = AcknowledgedSizes.load(store)
        let bytes = try store.read(store.quarantine) ?? []
        var findings: [Diagnostic] = []
        let file = SourceFile(path: store.quarantine, bytes: bytes)
        var start = 0
        while start < bytes.count {
            guard let end = bytes[start...].firstIndex(of: 0x0A) else {
                findings.append(
                    Diagnostic(
                        .warning, code: "ledger.torn-line", "the last line is torn", at: SourceRange(file, at: start),
                        suggestion: "the next writer cuts it; no figure comes from it"))
                break
            }
            if end > start, !Self.isRefusal(bytes[start..<end]) {
                findings.append(
                    Diagnostic(
                        code: "ledger.damaged-line", "this line is damaged", at: SourceRange(file, at: start),
                        suggestion: Self.quarantineWayOut))
            }
            start = end + 1
        }
        // No figure comes from these lines, and people may take them out.
        do throws(LedgerError) {
            try acknowledged.check("quarantine.jsonl", size: bytes.count, in: store)
        } catch {
            var cut = error.diagnostic
            cut.severity = .warning
            findings.append(cut)
        }
        return findings
    }

    static let quarantineWayOut =
        "bring the file back from a backup, or take the line out: no figure comes from it"

    /// What the last command did not leave as it is: edited by hand, which is permitted, or damaged.
    private func handEdits() -> [Diagnostic] {
        let state = state.withLock { $0 }
        guard let last = state.lastEntry else { return [] }
        func edited(_ path: String) -> Diagnostic {
            Diagnostic(
                .warning, code: "ledger.edited",
                "it is not as the last command left it: somebody edited it, or it is damaged", path: path,
                suggestion: "it is taken as it is; the next command says so in the audit log")
        }
        var findings: [Diagnostic] = []
        if last.keysDigest != state.keysDigest { findings.append(edited(store.keys)) }
        if last.workspaceDigest != state.workspaceDigest { findings.append(edited(store.workspace)) }
        return findings
    }

    /// Holds a sealed month against its digest in the audit log.
    private func checkSealed(_ month: String, _ digest: String) throws(LedgerError) {
        let path = store.sealedFile(month)
        let backup = "bring the file back from a backup; a sealed month never changes"
        guard let bytes = try store.read(path) else {
            // Somebody has unpacked it: the lines are checked like others, and those of closed periods by their reports.
            let plain = store.usageFile(month)
            if try store.wrap({ () throws(FileError) in try store.files.size(of: plain) }) != nil { return }
            throw .store("log-missing", "the sealed month is missing", path: path, suggestion: backup)
        }
        guard SHA256.name(bytes) != digest else { return }
        throw .store(
            "sealed-damaged", "the sealed month does not fit its digest in the audit log",
            at: SourceRange(SourceFile(path: path, bytes: []), at: 0), suggestion: backup)
    }

    // MARK: Reports

    /// The names of all reports: those that are there, and those that the audit log knows.
    private func reportFiles() throws(LedgerError) -> [String] {
        let names = try store.wrap { () throws(FileError) in try store.files.list(store.reports) }
        let known = state.withLock { $0.reports.keys }
        return Set(names.filter { $0.hasSuffix(".json") }).union(known).sorted()
    }

    /// Holds one report against its digest, and a first report against the lines that it came from.
    private func check(_ name: String, _ health: inout UsageHealth) throws(LedgerError) {
        let path = "\(store.reports)/\(name)"
        guard let bytes = try reportFile(path) else { return }
        let report = try ClosedReport(path: path, bytes: bytes)
        try checkUnchanged(path, bytes, SHA256.name(bytes))
        health.reports += 1
        guard report.fileName == name else {
            throw .store("report", "this is the report of \(report.name), revision \(report.revision)", path: path)
        }
        // A revision took in all that had come by then, to the second: no line says on which side of it it lies.
        guard report.revision == 1, health.isSound else { return }
        let events = try countedEvents(from: report.start, to: report.end, arrivingBy: report.closedAt) {
            $0
        } isCounted: {
            $0 < report.closedAt
        }
        guard Self.digest(of: events) != report.digest else { return }
        throw .store(
            "report-lines",
            "the usage lines are not those that this report was made of: some are missing, or were added", path: path,
            suggestion: "bring the usage files back from a backup; the report stays as it is")
    }
}

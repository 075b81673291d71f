internal import Files
internal import Synchronization
package import Text
package import Values

/// The store of a workspace: its keys, its settings and the use of its keys.
///
/// Readers take no lock and see one state: what was there when they opened, or last called `refresh()`. Writers take
/// the lock of the store for each command, see what others did, and have their work on the disk when they return.
/// One object may be used from several threads.
package final class Ledger: Sendable {
    /// What it was opened for.
    package enum Access: Sendable {
        /// Nothing is written but `.cache/`, where that can be written; the folder may be on a medium that cannot.
        case read
        /// Commands may change the store.
        case write
    }

    /// What was read last.
    struct State: Sendable {
        var workspace: Workspace
        var workspaceDigest: String
        var keyFile: KeyFile
        var keysDigest: String
        /// The last line of the audit log.
        var lastEntry: AuditEntry?
        var calendar: BillingCalendar
        var index: [String: Int]
        /// The digests of the reports that were closed, by the names of their files.
        var reports: [String: String]
        /// The revisions of closed periods, in their order.
        var revisions: [PeriodRevision]
        /// The digests of the sealed months, by their names.
        var sealed: [String: String]
        /// The thresholds that were reached, each as `PERIOD PERCENT`.
        var thresholds: Set<String>
        /// What was found wrong and could be lived with.
        var warnings: [Diagnostic]
    }

    /// The folder of the store, as it was given.
    package let path: String
    /// What it was opened for.
    package let access: Access
    /// Where usage is kept.
    package let engine: any UsageEngine
    /// Where the present comes from.
    package let clock: LedgerClock
    let randomness: LedgerRandomness
    let actor: String
    let store: Store
    let state: Mutex<State>
    let totals = Mutex<TotalsCache?>(nil)
    /// The closed reports that were read, with the digests of their bytes, by path: pages ask for each several times.
    let readReports = Mutex<[String: (digest: String, report: ClosedReport)]>([:])
    let keyNames: Mutex<KnownKeys>

    private init(
        store: Store, access: Access, engine: any UsageEngine, clock: LedgerClock, randomness: LedgerRandomness,
        actor: String, state: sending State, stamp: [FileFacts?]
    ) {
        self.store = store
        path = store.root
        self.access = access
        self.engine = engine
        self.clock = clock
        self.randomness = randomness
        self.actor = actor
        self.state = Mutex(state)
        keyNames = Mutex(KnownKeys(stamp: stamp))
    }

    /// Opens a store that is there.
    ///
    /// - Parameters:
    ///   - actor: who works, for the audit log, such as `cli:ana`.
    ///   - randomness: where secrets and ids come from; leave it as it is for anything but a demonstration.
    /// - Throws: status 3 when there is no store, when it is damaged or newer than this program, or cannot be read.
    package static func open(
        _ path: String, access: Access = .read, clock: LedgerClock = .system, actor: String = "keyport",
        randomness: LedgerRandomness = .system, fileSystem: any LedgerFileSystem = DiskFileSystem(),
        tuning: UsageTuning = UsageTuning()
    ) throws(LedgerError) -> Ledger {
        let store = Store(root: path, files: fileSystem)
        let engine = LineUsageEngine(store: store, tuning: tuning)
        if access == .write {
            guard try store.wrap({ () throws(FileError) in try fileSystem.size(of: store.workspace) }) != nil else {
                throw missing(path)
            }
            try store.locked { () throws(LedgerError) in try recover(store) }
        }
        let stamp = try stamp(store)
        return Ledger(
            store: store, access: access, engine: engine, clock: clock, randomness: randomness, actor: actor,
            state: try load(store, now: clock.now), stamp: stamp)
    }

    /// Makes a new store in a folder, with the settings of `workspace`, the text of a `workspace.json`.
    ///
    /// - Throws: status 1 when there is a store already, status 2 when the settings are not sound.
    package static func create(
        _ path: String, workspace: String, clock: LedgerClock = .system, actor: String = "keyport",
        randomness: LedgerRandomness = .system, fileSystem: any LedgerFileSystem = DiskFileSystem()
    ) throws(LedgerError) -> Ledger {
        let store = Store(root: path, files: fileSystem)
        _ = try Workspace(path: store.workspace, bytes: Array(workspace.utf8))
        try store.wrap { () throws(FileError) in
            try fileSystem.makeFolder(path)
            try fileSystem.makeFolder(store.usage)
        }
        try store.locked { () throws(LedgerError) in
            guard try store.read(store.workspace) == nil else {
                throw LedgerError.failed("exists", "there is a store in \(path) already")
            }
            // The settings come last: with them the folder is a store.
            try store.replace(store.keys, with: KeyFile().rendered())
            try store.replace(store.workspace, with: Array(workspace.utf8))
        }
        return try open(
            path, access: .write, clock: clock, actor: actor, randomness: randomness, fileSystem: fileSystem)
    }

    /// The settings of a new workspace, as a `workspace.json`.
    package static func standardWorkspace(name: String, quota: Int?, from: CivilDate, timeZone: String = "UTC")
        -> String
    {
        var writer = ByteWriter(capacity: 512)
        writer.write("{\n  \"schema\": 1,\n  \"name\": ")
        JSON.writeString(name, into: &writer)
        writer.write(",\n  \"quota\": [{ \"from\": \"\(from)\", \"tokens\": ")
        writer.write(quota.map { String($0) } ?? "null")
        writer.write(" }],\n  \"period\": { \"anchorDay\": 1, \"timeZone\": ")
        JSON.writeString(timeZone, into: &writer)
        writer.write(
            """
            , "closeAfterHours": 72 },
              "thresholds": [75, 90, 100],
              "sunset": {},
              "staleAfterDays": 90,
              "trashDays": 30
            }

            """)
        return writer.string
    }

    private static func missing(_ path: String) -> LedgerError {
        .store(
            "missing", "there is no store here: workspace.json is missing", path: path,
            suggestion: "name the folder with --store")
    }

    /// Reads keys and settings again, if they changed.
    package func refresh() throws(LedgerError) {
        let fresh = try Self.load(store, now: clock.now)
        state.withLock { $0 = fresh }
    }

    /// Reads one consistent state, without a lock.
    ///
    /// A writer may be between its audit line and the new `keys.json`: then the complete next file, which the line
    /// names by its digest, is the state.
    static func load(_ store: Store, now: Instant) throws(LedgerError) -> State {
        guard let workspaceBytes = try store.read(store.workspace) else { throw missing(store.root) }
        let workspace = try Workspace(path: store.workspace, bytes: workspaceBytes)
        let acknowledged = AcknowledgedSizes.load(store)
        let auditBytes = try store.read(store.audit) ?? []
        var audit = AuditLog(path: store.audit, bytes: auditBytes)
        try audit.check(acknowledged, in: store)
        var last = try audit.last()
        var keyBytes = try store.read(store.keys)
        var digest = keyBytes.map { SHA256.name($0) } ?? ""
        var attempts = 0
        while let line = last, line.keysDigest != digest, attempts < 3 {
            if let next = try store.read(store.nextKeys), SHA256.name(next) == line.keysDigest {
                keyBytes = next
                digest = line.keysDigest
                break
            }
            // The writer may have finished, and another begun, between the two reads.
            audit = AuditLog(path: store.audit, bytes: try store.read(store.audit) ?? [])
            last = try audit.last()
            keyBytes = try store.read(store.keys)
            digest = keyBytes.map { SHA256.name($0) } ?? ""
            attempts += 1
        }
        let keyFile = try keyBytes.map { bytes throws(LedgerError) in try KeyFile(path: store.keys, bytes: bytes) }
        var warnings: [Diagnostic] = []
        if !audit.torn.isEmpty {
            let whole = SourceFile(path: store.audit, bytes: audit.bytes + audit.torn)
            warnings.append(
                Diagnostic(
                    .warning, code: "ledger.torn-line", "the last line is torn and does not count",
                    at: SourceRange(whole, at: audit.bytes.count),
                    suggestion: "it was never acknowledged, or the file was cut; the next writer sets it aside"))
        }
        let file = keyFile ?? KeyFile()
        let landmarks = try audit.landmarks()
        var reports: [String: String] = [:]
        var sealed: [String: String] = [:]
        var revisions: [PeriodRevision] = []
        for entry in landmarks {
            if let month = entry.detail["month"]?.stringValue, let digest = entry.detail["file"]?.stringValue {
                sealed[month] = digest
            }
            guard let period = entry.detail["period"]?.stringValue, let revision = entry.detail["revision"]?.intValue,
                let report = entry.detail["report"]?.stringValue
            else { continue }
            reports["\(period).r\(revision).json"] = report
            if revision > 1 { revisions.append(PeriodRevision(period: period, time: entry.time)) }
        }
        return State(
            workspace: workspace, workspaceDigest: SHA256.name(workspaceBytes), keyFile: file, keysDigest: digest,
            lastEntry: last, calendar: calendar(workspace, landmarks, now: now),
            index: file.positions,
            reports: reports, revisions: revisions, sealed: sealed,
            thresholds: Set(landmarks.compactMap(\.threshold)), warnings: warnings)
    }

    /// The calendar: the rule of the settings, and those that the audit log remembers from before.
    private static func calendar(
        _ workspace: Workspace, _ landmarks: [AuditEntry], now: Instant
    ) -> BillingCalendar {
        var rules: [BillingCalendar.Change] = []
        for entry in landmarks where entry.action.hasPrefix("workspace.") {
            guard let anchor = entry.detail["anchorDay"]?.intValue, let name = entry.detail["timeZone"]?.stringValue,
                let zone = try? TimeZoneRules.named(name)
            else { continue }
            rules.append(
                BillingCalendar.Change(since: entry.time, rule: PeriodRule(anchorDay: anchor, zone: zone)))
        }
        // A change that no writer has noticed yet happens now.
        if let last = rules.last, last.rule != workspace.period {
            rules.append(BillingCalendar.Change(since: now, rule: workspace.period))
        }
        guard let first = rules.first else {
            return BillingCalendar(workspace.period, closeAfterHours: workspace.closeAfterHours)
        }
        return BillingCalendar(
            first.rule, changes: Array(rules.dropFirst()), closeAfterHours: workspace.closeAfterHours)
    }
}

extension Ledger {
    /// The present.
    package var now: Instant { clock.now }

    /// The settings.
    package var workspace: Workspace { state.withLock { $0.workspace } }

    /// Its billing periods.
    package var calendar: BillingCalendar { state.withLock { $0.calendar } }

    /// Every key, the deleted ones too, in the order in which they were made.
    package var keys: [Key] { state.withLock { $0.keyFile.keys } }

    /// What was found wrong and does no harm.
    package var warnings: [Diagnostic] { state.withLock { $0.warnings } }

    /// The period that runs.
    package var currentPeriod: BillingPeriod { calendar.period(containing: now) }

    /// The key of that id; nil when there is none.
    package func key(id: String) -> Key? {
        state.withLock { state in state.index[id].map { state.keyFile.keys[$0] } }
    }

    /// The key that a person means: an id, or the name of a key that is not deleted.
    ///
    /// - Throws: status 1 when there is none, with the nearest name.
    package func key(_ reference: String) throws(LedgerError) -> Key {
        try state.withLock { state throws(LedgerError) in
            state.keyFile.keys[try state.position(of: reference)]
        }
    }

    /// The period of that name, such as `2026-10`, or `current` and `previous`.
    ///
    /// - Throws: status 1 when there is none of that name.
    package func period(named name: String) throws(LedgerError) -> BillingPeriod {
        switch name {
        case "current", "": return currentPeriod
        case "previous": return calendar.period(before: currentPeriod)
        default:
            guard let period = calendar.period(named: name) else {
                throw .failed(
                    "period", "there is no period \"\(name)\"",
                    suggestion: "the running period is \(currentPeriod.name)")
            }
            return period
        }
    }

    /// The lines of the audit log, all or those of one key, the oldest first; the chain is checked on the way.
    package func history(of id: String? = nil) throws(LedgerError) -> [AuditEntry] {
        let log = AuditLog(path: store.audit, bytes: try store.read(store.audit) ?? [])
        let entries = try log.entries()
        guard let id else { return entries }
        return entries.filter { $0.concerns(id) }
    }
}

extension Ledger.State {
    /// The position of the key that `reference` names: an id, or the name of a key that is not deleted.
    ///
    /// A legacy key and the key it was migrated to have one name; it means the new one.
    func position(of reference: String) throws(LedgerError) -> Int {
        if let position = index[reference] { return position }
        let named = keyFile.keys.indices.filter { keyFile.keys[$0].name == reference && !keyFile.keys[$0].isDeleted }
        if let position = named.first(where: { keyFile.keys[$0].migratedTo == nil }) ?? named.first { return position }
        // Messages end in the logs of pipelines: a secret that was given by mistake is not repeated in them.
        if KeySecret.isWellFormed(Array(reference.utf8), prefixes: workspace.prefixes.map(\.prefix)) {
            throw .failed(
                "no-key", "a key is named by its id or its name; this is a secret",
                suggestion: "keyport keys list shows ids and names; rotate the key when the secret may have been seen")
        }
        let deleted = keyFile.keys.contains { $0.name == reference && $0.isDeleted }
        let nearest = nearestName(to: reference, among: keyFile.keys.filter { !$0.isDeleted }.map(\.name))
        throw .failed(
            "no-key", deleted ? "the key \"\(reference)\" is deleted" : "there is no key \"\(reference)\"",
            suggestion: deleted
                ? "name a deleted key by its id" : nearest.map { "did you mean \"\($0)\"?" })
    }
}

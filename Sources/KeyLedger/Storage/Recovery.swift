internal import Files
internal import Synchronization
internal import Text
internal import Values

extension Ledger {
    /// Brings the store to the state before or after a command that was killed. Only with the lock.
    static func recover(_ store: Store) throws(LedgerError) {
        try LineUsageEngine.recover(store)
        let acknowledged = AcknowledgedSizes.load(store)
        let audit = AuditLog(path: store.audit, bytes: try store.read(store.audit) ?? [])
        try audit.check(acknowledged, in: store)
        let last = try audit.last()
        if !audit.torn.isEmpty {
            let wasAcknowledged = acknowledged.hasTorn(
                "audit.jsonl", at: audit.bytes.count, size: audit.bytes.count + audit.torn.count)
            try LineUsageEngine.setAside(
                audit.torn, from: store.audit, wasAcknowledged: wasAcknowledged, in: store)
            AcknowledgedSizes.note(store.audit, endsAt: audit.bytes.count, in: store)
            try store.wrap { () throws(FileError) in
                try store.files.truncate(store.audit, to: audit.bytes.count)
            }
        }
        try recoverReport(store, last: last)
        guard let next = try store.read(store.nextKeys) else { return }
        // Complete and named by the last line: the command is done but for this. Else its line never came.
        let current = try store.read(store.keys).map { SHA256.name($0) } ?? ""
        let isCommitted = last?.keysDigest == SHA256.name(next) && last?.keysDigest != current
        try store.wrap { () throws(FileError) in
            if isCommitted {
                try store.files.rename(store.nextKeys, to: store.keys)
            } else {
                try store.files.remove(store.nextKeys)
            }
            try store.files.syncFolder(store.root)
        }
    }

    /// Puts a report in its place whose audit line is the last one; without such a line it was never closed.
    private static func recoverReport(_ store: Store, last: AuditEntry?) throws(LedgerError) {
        let names = try store.wrap { () throws(FileError) in try store.files.list(store.reports) }
        for name in names where name.hasSuffix(Store.next) {
            let beside = "\(store.reports)/\(name)"
            let isCommitted = try store.read(beside).map { SHA256.name($0) } == last?.detail["report"]?.stringValue
            try store.wrap { () throws(FileError) in
                if isCommitted, last != nil {
                    try store.files.rename(beside, to: String(beside.dropLast(Store.next.utf8.count)))
                } else {
                    try store.files.remove(beside)
                }
                try store.files.syncFolder(store.reports)
            }
        }
    }

    /// What a command wants to change.
    struct Draft {
        /// The state as it is.
        let state: State
        /// The present.
        let now: Instant
        /// The keys as they shall be.
        var file: KeyFile
        /// What the audit log shall say; nil when nothing is to be changed.
        var entry: (action: String, key: String?, detail: ValueMap)?
        /// A report that shall be there with it; the entry names its digest.
        var report: (path: String, bytes: [UInt8])?

        /// The position of the key that `reference` names.
        func position(of reference: String) throws(LedgerError) -> Int { try state.position(of: reference) }

        /// Says what was done.
        mutating func did(_ action: String, _ key: Key? = nil, _ detail: [(String, Value)] = []) {
            entry = (action, key?.id, ValueMap(detail))
        }
    }

    /// Runs one command: what it leaves behind is there wholly or not at all, and on the disk when this returns.
    ///
    /// The new `keys.json` is complete beside the old one before the audit line is written that names its digest; the
    /// line is the commit point; then the file takes its place.
    func command<T>(_ body: (inout Draft) throws(LedgerError) -> T) throws(LedgerError) -> T {
        guard access == .write else {
            throw .store("read-only", "the store was opened for reading only", path: path)
        }
        return try store.locked { () throws(LedgerError) in
            try Self.recover(store)
            let now = clock.now
            let current = try Self.load(store, now: now)
            var draft = Draft(state: current, now: now, file: current.keyFile)
            let result = try body(&draft)
            try commit(draft)
            let fresh = try Self.load(store, now: now)
            state.withLock { $0 = fresh }
            return result
        }
    }

    private func commit(_ draft: Draft) throws(LedgerError) {
        let state = draft.state
        var lines: [UInt8] = []
        var last = state.lastEntry
        // What people did to the files by hand is said before what this command does.
        func note(_ action: String, _ detail: ValueMap) throws(LedgerError) {
            let line = try AuditLog.line(
                after: last, time: draft.now, actor: actor, action: action, key: nil, detail: detail,
                keysDigest: state.keysDigest, workspaceDigest: state.workspaceDigest)
            lines += line
            last = try AuditLog(path: store.audit, bytes: line).last()
        }
        if last?.workspaceDigest != state.workspaceDigest {
            let rule = state.workspace.period
            try note(
                last == nil ? "workspace.seen" : "workspace.edited",
                ValueMap([("anchorDay", .int(rule.anchorDay)), ("timeZone", .string(rule.zone.name))]))
        }
        if let known = state.lastEntry, known.keysDigest != state.keysDigest { try note("keys.edited", ValueMap()) }
        guard let entry = draft.entry else {
            if !lines.isEmpty {
                try store.append(lines, to: store.audit)
                AcknowledgedSizes.note([(store.audit, lines)], in: store)
            }
            return
        }
        let bytes = try draft.file.rendered()
        lines += try AuditLog.line(
            after: last, time: draft.now, actor: actor, action: entry.action, key: entry.key, detail: entry.detail,
            keysDigest: SHA256.name(bytes), workspaceDigest: state.workspaceDigest)
        do throws(LedgerError) {
            try store.wrap { () throws(FileError) in
                try store.writeComplete(bytes, to: store.nextKeys)
                try store.files.syncFolder(store.root)
                if let report = draft.report {
                    try store.files.makeFolder(store.reports)
                    try store.files.syncFolder(store.root)
                    try store.writeComplete(report.bytes, to: report.path + Store.next)
                    try store.files.syncFolder(store.reports)
                }
            }
            try store.append(lines, to: store.audit)
            AcknowledgedSizes.note([(store.audit, lines)], in: store)
        } catch {
            _ = try? store.files.remove(store.nextKeys)
            if let report = draft.report { _ = try? store.files.remove(report.path + Store.next) }
            throw error
        }
        // Committed. What fails from here on is made good by the next writer, and readers take the next file meanwhile.
        if let report = draft.report, (try? store.files.rename(report.path + Store.next, to: report.path)) != nil {
            _ = try? store.files.syncFolder(store.reports)
        }
        if (try? store.files.rename(store.nextKeys, to: store.keys)) != nil {
            _ = try? store.files.syncFolder(store.root)
        }
    }
}

internal import Values

// What keys were at a moment that lies behind, from what they are and what was done to them since.
extension Ledger {
    /// The keys that there were at `moment`, the deleted ones too, as they were then: name, kind, project, state, expiry
    /// and successor. Secrets and hints are those of today.
    ///
    /// Everything that was done from `moment` on is taken back. A change by hand in `keys.json` is in no line of the audit
    /// log, and is taken to have been so always.
    ///
    /// - Parameter history: every line of the audit log, the oldest first.
    package func keys(at moment: Instant, history: [AuditEntry]) -> [Key] {
        let later = history.firstIndex { $0.time >= moment } ?? history.endIndex
        var touched: [String: [AuditEntry]] = [:]
        for entry in history[later...] { if let key = entry.key { touched[key, default: []].append(entry) } }
        var before: [String: [AuditEntry]] = [:]
        for entry in history[..<later] {
            if let key = entry.key, touched[key] != nil { before[key, default: []].append(entry) }
        }
        return keys.filter { $0.createdAt < moment }.map { key in
            guard let entries = touched[key.id] else { return key }
            var key = key
            for entry in entries.reversed() { key.takeBack(entry, after: before[key.id] ?? []) }
            return key
        }
    }
}

extension Key {
    /// Makes the key what it was before `entry`; `earlier` is what was done to it before the moment in question.
    fileprivate mutating func takeBack(_ entry: AuditEntry, after earlier: [AuditEntry]) {
        func last(_ action: String) -> AuditEntry? { earlier.last { $0.action == action } }
        switch entry.action {
        case "key.renamed": name = entry.detail["from"]?.stringValue ?? name
        case "key.rotated": kind = entry.detail["from"]?.stringValue.flatMap { KeyKind(rawValue: $0) } ?? kind
        case "key.migrated": migratedTo = nil
        case "key.deleted":
            deletedAt = nil
            stored = disabledAt == nil ? .active : .disabled
        case "key.restored":
            deletedAt = last("key.deleted")?.time
            stored = .deleted
        case "key.disabled":
            disabledAt = nil
            stored = stored == .disabled ? .active : stored
        case "key.enabled":
            disabledAt = last("key.disabled")?.time
            stored = stored == .active ? .disabled : stored
        case "key.expiry":
            // With no line that set one before, it had the one it was made with.
            let set = last("key.expiry") ?? last("key.created")
            expiresAt = set?.detail["expiresAt"]?.stringValue.flatMap { Instant(rfc3339: $0) }
        default: break
        }
    }
}

internal import Text
internal import Values

/// What became of a delivery of keys, row by row.
package struct KeyImportReport: Sendable {
    /// What became of a row.
    package enum Outcome: String, Sendable, CaseIterable {
        /// It is a key of the store now.
        case imported
        /// The store has the key already.
        case unchanged
        /// It cannot be a key here.
        case refused
    }

    /// One row.
    package struct Row: Sendable {
        /// Where it stood, as `file:line`.
        package let origin: String
        /// The name that the row gives the key, a secret in it masked; empty when it gives none.
        package let name: String
        /// What became of it.
        package internal(set) var outcome: Outcome
        /// The id of the key; nil for a refused row.
        package internal(set) var key: String?
        /// Why it was refused; else empty.
        package internal(set) var detail: String
    }

    /// The rows, in the order of the delivery.
    package internal(set) var rows: [Row]
    /// Whether anything was written: false for an all-or-nothing delivery with a refused row.
    package internal(set) var isWritten = true

    /// How many rows came to that outcome.
    package func count(_ outcome: Outcome) -> Int { rows.count { $0.outcome == outcome } }
}

extension Ledger {
    /// Takes in keys that another system made, all sound rows in one command; what cannot be a key here is refused.
    ///
    /// A row needs a name and the SHA-256 of the secret. Id, kind, hint, state and creation are given where they are
    /// missing. A row whose key is there already changes nothing, so that a delivery can be repeated.
    package func importKeys(
        _ rows: [IncomingKey], isAllOrNothing: Bool = false
    ) throws(LedgerError) -> KeyImportReport {
        try command { draft throws(LedgerError) in
            var incoming = KeyIntake(draft, actor: actor)
            for row in rows {
                let fresh = try freeID(draft, besides: incoming.ids)
                incoming.take(row, freshID: fresh)
            }
            incoming.refuseDanglingLinks()
            var report = KeyImportReport(rows: incoming.rows)
            guard !isAllOrNothing || report.count(.refused) == 0 else {
                for index in report.rows.indices where report.rows[index].outcome == .imported {
                    report.rows[index].outcome = .refused
                    report.rows[index].key = nil
                    report.rows[index].detail = "another row of the delivery is refused"
                }
                report.isWritten = false
                return report
            }
            let keys = incoming.keys.values.sorted { $0.row < $1.row }.map(\.key)
            guard !keys.isEmpty else { return report }
            draft.file.keys += keys
            draft.did(
                "key.imported", nil,
                [("count", .int(keys.count)), ("keys", .list(keys.map { .string($0.id) }))])
            return report
        }
    }
}

/// The rows of a delivery, held against the store and against each other.
private struct KeyIntake {
    var rows: [KeyImportReport.Row] = []
    /// The keys to be added, by id, with their rows.
    var keys: [String: (key: Key, row: Int)] = [:]
    /// Every id that is taken.
    var ids: Set<String>
    private let workspace: Workspace
    private let now: Instant
    private let actor: String
    /// What has a claim to a name: a key that is not deleted.
    private var named: [String: [Key]] = [:]
    /// The key that a secret belongs to, by its hash.
    private var owners: [String: Key] = [:]

    init(_ draft: Ledger.Draft, actor: String) {
        ids = Set(draft.file.keys.map(\.id))
        workspace = draft.state.workspace
        now = draft.now
        self.actor = actor
        for key in draft.file.keys { claim(key) }
    }

    private mutating func claim(_ key: Key) {
        if !key.isDeleted { named[key.name, default: []].append(key) }
        owners[key.hash] = key
        for old in key.overlap { owners[old.hash] = key }
    }

    mutating func take(_ row: IncomingKey, freshID: String) {
        var name = ""
        do throws(LedgerError) {
            guard case .members(let members) = row.content else {
                guard case .unreadable(let detail) = row.content else { return }
                throw .failed("row", detail)
            }
            name = KeySecret.masked(members["name"]?.stringValue ?? "")
            let key = try key(members, freshID: freshID)
            if let owner = owners[key.hash], owner.id == key.id || key.id == freshID, owner.name == key.name {
                rows.append(.init(origin: row.origin, name: name, outcome: .unchanged, key: owner.id, detail: ""))
                return
            }
            try check(key)
            ids.insert(key.id)
            claim(key)
            keys[key.id] = (key, rows.count)
            rows.append(.init(origin: row.origin, name: name, outcome: .imported, key: key.id, detail: ""))
        } catch {
            let detail = KeySecret.masked(error.diagnostic.message)
            rows.append(.init(origin: row.origin, name: name, outcome: .refused, key: nil, detail: detail))
        }
    }

    /// The key that the members describe, with what they leave out.
    private func key(_ members: ValueMap, freshID: String) throws(LedgerError) -> Key {
        if let text = try? JSON.string(.map(members)), KeySecret.stands(in: text) {
            throw .failed("secret", "the row holds a secret; rotate the key when others may have seen it")
        }
        var members = members
        func isMissing(_ name: String) -> Bool { members[name]?.isNull ?? true }
        guard !isMissing("hash") else {
            throw .failed("row", "\"hash\" is missing: only keys whose secret was hashed can be taken in")
        }
        if let hash = members["hash"]?.stringValue?.lowercased() {
            members["hash"] = .string(hash.utf8.count == 64 ? "sha256:" + hash : hash)
        }
        if isMissing("id") { members["id"] = .string(freshID) }
        if isMissing("kind") { members["kind"] = .string(Ledger.standardKind(workspace, at: now).rawValue) }
        let kind = KeyKind(rawValue: members["kind"]?.stringValue ?? "")
        guard let prefix = workspace.prefix(of: kind) else {
            throw .failed("kind", "there is no kind of key \"\(kind)\"")
        }
        if isMissing("hint") { members["hint"] = .string(prefix + "…") }
        if isMissing("state") { members["state"] = .string(isMissing("deletedAt") ? "active" : "deleted") }
        if isMissing("createdAt") {
            members["createdAt"] = .string(now.wholeSeconds.rfc3339)
            if isMissing("createdBy") { members["createdBy"] = .string(actor) }
        }
        members["schema"] = .int(KeyFile.schema)
        let record = try RecordDocument(part: .map(members)).record(schema: KeyFile.schema)
        var key = try KeyFile.key(record)
        key.unknown["schema"] = nil
        return key
    }

    private func check(_ key: Key) throws(LedgerError) {
        try KeyName.check(key.name)
        try Ledger.checkLabels(project: key.project, tags: key.tags)
        try Ledger.checkLabels(project: key.createdBy, tags: [])
        for hint in [key.hint] + key.overlap.map(\.hint) {
            guard hint.utf8.count <= 100, !hint.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
                throw .failed("hint", "a hint has at most 100 bytes and no control characters")
            }
        }
        guard KeyName.isID(key.id) else {
            throw .failed("id", "\"\(key.id)\" is no id: key_ and twelve small letters or digits, or none")
        }
        guard !ids.contains(key.id) else { throw .failed("id", "the id \(key.id) is taken by another key") }
        if let owner = ([key.hash] + key.overlap.map(\.hash)).lazy.compactMap({ owners[$0] }).first {
            throw .failed("hash", "the secret belongs to \(owner.id) already")
        }
        guard !key.isDeleted else { return }
        if let rule = workspace.sunset(of: key.kind), let day = rule.noNewFrom ?? rule.endsOn,
            workspace.isClosedToNew(key.kind, at: now), key.createdAt >= workspace.firstInstant(of: day)
        {
            throw .failed("sunset", "no \(key.kind.title) can be made since \(day)")
        }
        for other in named[key.name] ?? [] where other.migratedTo != key.id && key.migratedTo != other.id {
            throw .failed("name-taken", "the name is taken by \(other.id)")
        }
    }

    /// A link must lead to a key: one whose other end was refused is refused too, and so on.
    mutating func refuseDanglingLinks() {
        var isDone = false
        while !isDone {
            isDone = true
            for (id, entry) in keys {
                guard
                    let missing = [entry.key.migratedTo, entry.key.migratedFrom].compactMap({ $0 }).first(where: {
                        !ids.contains($0)
                    })
                else { continue }
                keys[id] = nil
                ids.remove(id)
                rows[entry.row].outcome = .refused
                rows[entry.row].key = nil
                rows[entry.row].detail = "it is linked with \(missing), which is neither here nor in the delivery"
                isDone = false
            }
        }
    }
}

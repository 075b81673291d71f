internal import Synchronization
internal import Text
internal import Values

// The life of a key. Each is one command: wholly done and on the disk when it returns, or not done at all.
extension Ledger {
    /// Makes a key and answers its secret, which is kept nowhere.
    ///
    /// - Parameter kind: nil for the legacy kind, or, once no key of it can be made, its successor.
    /// - Throws: status 2 for a name that cannot be, status 1 for one that is taken or a kind that is closed to new keys.
    package func createKey(
        name: String, kind: KeyKind? = nil, project: String? = nil, tags: [(name: String, value: String)] = [],
        expiresAt: Instant? = nil
    ) throws(LedgerError) -> NewSecret {
        try KeyName.check(name)
        try Self.checkLabels(project: project, tags: tags)
        return try command { draft throws(LedgerError) in
            let workspace = draft.state.workspace
            let kind = kind ?? Self.standardKind(workspace, at: draft.now)
            guard let prefix = workspace.prefix(of: kind) else {
                let known = workspace.prefixes.map(\.kind.rawValue)
                throw .invalid(
                    "kind", "there is no kind of key \"\(kind)\"", suggestion: "one of " + known.joined(separator: ", ")
                )
            }
            try Self.checkOpen(kind, in: workspace, at: draft.now)
            try draft.checkFree(name, besides: nil)
            if let expiresAt, expiresAt <= draft.now {
                throw .invalid("expiry", "the key would have expired already, at \(expiresAt.rfc3339)")
            }
            let secret = KeySecret.make(prefix: prefix, randomness: randomness)
            let id = try freeID(draft)
            let key = Key(
                id: id, kind: kind, name: name, project: project, tags: tags,
                hint: KeySecret.hint(of: secret, prefix: prefix), hash: KeySecret.hash(of: secret), stored: .active,
                createdAt: draft.now.wholeSeconds, createdBy: actor, rotatedAt: nil, overlap: [],
                expiresAt: expiresAt, deletedAt: nil, disabledAt: nil, migratedTo: nil, migratedFrom: nil,
                unknown: ValueMap())
            draft.file.keys.append(key)
            var detail: [(String, Value)] = [("name", .string(name)), ("kind", .string(kind.rawValue))]
            if let project { detail.append(("project", .string(project))) }
            if let expiresAt { detail.append(("expiresAt", .string(expiresAt.rfc3339))) }
            draft.did("key.created", key, detail)
            return NewSecret(key: key, secret: secret)
        }
    }

    /// Gives a key another name; its id and its secret stay.
    package func renameKey(_ reference: String, to name: String) throws(LedgerError) -> Key {
        try KeyName.check(name)
        return try change(reference) { draft, key throws(LedgerError) in
            try Self.checkAlive(key)
            try draft.checkFree(name, besides: key)
            let old = key.name
            key.name = name
            draft.did("key.renamed", key, [("from", .string(old)), ("to", .string(name))])
        }
    }

    /// Gives a key a new secret; the old ones stay good for `overlap` seconds, 0 to 30 days, and are dead at the deadline.
    ///
    /// Once the kind is closed to new keys, the new secret, and with it the key, is of the kind's successor.
    package func rotateKey(_ reference: String, overlap: Int = 0) throws(LedgerError) -> NewSecret {
        guard 0...30 * 86_400 ~= overlap else {
            throw .invalid("overlap", "an old secret can stay good for 0 to 30 days")
        }
        var secret = ""
        let key = try change(reference) { draft, key throws(LedgerError) in
            try Self.checkAlive(key)
            let workspace = draft.state.workspace
            var kind = key.kind
            if workspace.isClosedToNew(kind, at: draft.now) {
                guard let successor = workspace.sunset(of: kind)?.successor else {
                    try Self.checkOpen(kind, in: workspace, at: draft.now)
                    return
                }
                kind = successor
            }
            try Self.checkOpen(kind, in: workspace, at: draft.now)
            guard let prefix = workspace.prefix(of: kind) else {
                throw .failed("kind", "the settings name no prefix for \(kind)")
            }
            secret = KeySecret.make(prefix: prefix, randomness: randomness)
            let deadline = draft.now.wholeSeconds.adding(seconds: overlap)
            // A rotation without overlap answers a leak: what was left of older secrets ends too.
            for index in key.overlap.indices where key.overlap[index].validUntil > deadline {
                key.overlap[index].validUntil = deadline
            }
            key.overlap.append(
                Key.OldSecret(
                    hash: key.hash, hint: key.hint, validUntil: deadline, kind: kind == key.kind ? nil : key.kind,
                    unknown: ValueMap()))
            var detail: [(String, Value)] = []
            if overlap > 0 { detail.append(("overlapUntil", .string(deadline.rfc3339))) }
            if kind != key.kind {
                detail += [("from", .string(key.kind.rawValue)), ("to", .string(kind.rawValue))]
            }
            key.kind = kind
            key.hint = KeySecret.hint(of: secret, prefix: prefix)
            key.hash = KeySecret.hash(of: secret)
            key.rotatedAt = draft.now.wholeSeconds
            draft.did("key.rotated", key, detail)
        }
        return NewSecret(key: key, secret: secret)
    }

    /// Makes a tombstone of a key: it no longer activates, and its name is free again; its past stays.
    package func deleteKey(_ reference: String) throws(LedgerError) -> Key {
        try change(reference) { draft, key throws(LedgerError) in
            try Self.checkAlive(key)
            key.stored = .deleted
            key.deletedAt = draft.now.wholeSeconds
            draft.did("key.deleted", key, [("name", .string(key.name))])
        }
    }

    /// Brings a deleted key back, within the days that the settings give, if its name is still free.
    package func restoreKey(_ reference: String) throws(LedgerError) -> Key {
        try command { draft throws(LedgerError) in
            // A deleted key has no claim to its name; the last one that had it is meant.
            var found = draft.state.index[reference]
            if found == nil {
                found = draft.file.keys.lastIndex { $0.isDeleted && $0.name == reference }
            }
            let position: Int
            if let found { position = found } else { position = try draft.position(of: reference) }
            var key = draft.file.keys[position]
            guard key.isDeleted else { throw .failed("not-deleted", "the key \"\(key.name)\" is not deleted") }
            let days = draft.state.workspace.trashDays
            if let deletedAt = key.deletedAt, deletedAt.adding(seconds: days * 86_400) <= draft.now {
                throw .failed(
                    "too-late", "the key \"\(key.name)\" was deleted more than \(days) days ago",
                    suggestion: "make a new key")
            }
            try draft.checkFree(key.name, besides: key)
            key.stored = key.disabledAt == nil ? .active : .disabled
            key.deletedAt = nil
            draft.file.keys[position] = key
            draft.did("key.restored", key, [("name", .string(key.name))])
            return key
        }
    }

    /// Switches a key off, until it is enabled again.
    package func disableKey(_ reference: String) throws(LedgerError) -> Key {
        try change(reference) { draft, key throws(LedgerError) in
            try Self.checkAlive(key)
            guard key.stored == .active else { throw .failed("state", "the key \"\(key.name)\" is disabled already") }
            key.stored = .disabled
            key.disabledAt = draft.now.wholeSeconds
            draft.did("key.disabled", key)
        }
    }

    /// Switches a disabled key on again.
    package func enableKey(_ reference: String) throws(LedgerError) -> Key {
        try change(reference) { draft, key throws(LedgerError) in
            try Self.checkAlive(key)
            guard key.stored == .disabled else { throw .failed("state", "the key \"\(key.name)\" is not disabled") }
            key.stored = .active
            key.disabledAt = nil
            draft.did("key.enabled", key)
        }
    }

    /// Sets the end of a key: nil takes it away, a time that has passed ends it now.
    package func expireKey(_ reference: String, at instant: Instant?) throws(LedgerError) -> Key {
        try change(reference) { draft, key throws(LedgerError) in
            try Self.checkAlive(key)
            key.expiresAt = instant
            draft.did("key.expiry", key, [("expiresAt", instant.map { .string($0.rfc3339) } ?? .null)])
        }
    }

    /// Makes the key that replaces a legacy key: of its successor's kind, with the same name, project and tags.
    ///
    /// The two are linked; the legacy key goes on working until it is deleted or its kind ends.
    package func migrateKey(_ reference: String) throws(LedgerError) -> NewSecret {
        var made: NewSecret?
        _ = try change(reference) { draft, key throws(LedgerError) in
            try Self.checkAlive(key)
            let workspace = draft.state.workspace
            if let successor = key.migratedTo {
                throw .failed("migrated", "the key \"\(key.name)\" is replaced by \(successor) already")
            }
            guard let kind = workspace.sunset(of: key.kind)?.successor, let prefix = workspace.prefix(of: kind) else {
                throw .failed("migrate", "no other kind replaces \(key.kind.title)")
            }
            try Self.checkOpen(kind, in: workspace, at: draft.now)
            let secret = KeySecret.make(prefix: prefix, randomness: randomness)
            let id = try freeID(draft)
            let successor = Key(
                id: id, kind: kind, name: key.name, project: key.project, tags: key.tags,
                hint: KeySecret.hint(of: secret, prefix: prefix), hash: KeySecret.hash(of: secret), stored: .active,
                createdAt: draft.now.wholeSeconds, createdBy: actor, rotatedAt: nil, overlap: [], expiresAt: nil,
                deletedAt: nil, disabledAt: nil, migratedTo: nil, migratedFrom: key.id, unknown: ValueMap())
            key.migratedTo = id
            draft.file.keys.append(successor)
            draft.did("key.migrated", key, [("successor", .string(id)), ("kind", .string(kind.rawValue))])
            made = NewSecret(key: successor, secret: secret)
        }
        guard let made else { throw .failed("migrate", "the key was not migrated") }
        return made
    }

    /// Says what becomes of a secret that somebody presents. The secret is looked at and forgotten.
    package func verify(_ secret: String) throws(LedgerError) -> KeyVerification {
        let now = now
        let (workspace, keys) = state.withLock { ($0.workspace, $0.keyFile.keys) }
        let bytes = Array(secret.utf8.prefix(200))
        guard KeySecret.isWellFormed(bytes, prefixes: workspace.prefixes.map(\.prefix)) else {
            return KeyVerification(outcome: .malformed, key: nil, validUntil: nil)
        }
        let digest = SHA256.digest(bytes)
        // Every hash is looked at, whether one fits or not: the time says nothing about which.
        var match: (key: Key, old: Key.OldSecret?)?
        for key in keys {
            if let hash = SHA256.bytes(ofName: key.hash), SHA256.areEqual(hash, digest) { match = (key, nil) }
            for old in key.overlap {
                if let hash = SHA256.bytes(ofName: old.hash), SHA256.areEqual(hash, digest) { match = (key, old) }
            }
        }
        guard let (key, old) = match else {
            return KeyVerification(outcome: .notFound, key: nil, validUntil: nil)
        }
        var outcome = key.standing(of: old, at: now, in: workspace)
        if outcome == .valid || outcome == .validOverlap,
            let quota = workspace.quota(on: now.day(in: workspace.zone)), try used(in: currentPeriod) >= quota
        {
            outcome = .quotaExceeded
        }
        return KeyVerification(outcome: outcome, key: key, validUntil: old?.validUntil)
    }

    /// An id that no key has.
    func freeID(_ draft: Draft, besides taken: Set<String> = []) throws(LedgerError) -> String {
        for _ in 0..<100 {
            let id = KeySecret.makeID(randomness: randomness)
            if draft.state.index[id] == nil, !taken.contains(id) { return id }
        }
        throw .store("randomness", "the random source gives the same numbers again and again")
    }

    /// Changes one key that a person names.
    private func change(
        _ reference: String, _ body: (inout Draft, inout Key) throws(LedgerError) -> Void
    ) throws(LedgerError) -> Key {
        try command { draft throws(LedgerError) in
            let position = try draft.position(of: reference)
            var key = draft.file.keys[position]
            try body(&draft, &key)
            draft.file.keys[position] = key
            return key
        }
    }

    /// The kind of a new key: the legacy one only as long as nothing replaces it.
    static func standardKind(_ workspace: Workspace, at now: Instant) -> KeyKind {
        guard let rule = workspace.sunset(of: .ciKey), workspace.isClosedToNew(.ciKey, at: now) else { return .ciKey }
        return rule.successor ?? .ciKey
    }

    private static func checkAlive(_ key: Key) throws(LedgerError) {
        if key.isDeleted {
            throw .failed("deleted", "the key \"\(key.name)\" is deleted", suggestion: "restore it first")
        }
    }

    private static func checkOpen(_ kind: KeyKind, in workspace: Workspace, at now: Instant) throws(LedgerError) {
        guard workspace.isClosedToNew(kind, at: now), let rule = workspace.sunset(of: kind) else { return }
        let day = rule.noNewFrom ?? rule.endsOn
        throw .failed(
            "sunset", "no \(kind.title) can be made since \(day.map { $0.description } ?? "its end")",
            suggestion: rule.successor.map { "make a \($0.title): --kind \($0)" })
    }

    static func checkLabels(
        project: String?, tags: [(name: String, value: String)]
    ) throws(LedgerError) {
        for text in [project].compactMap({ $0 }) + tags.flatMap({ [$0.name, $0.value] }) {
            guard text.utf8.count <= UsageEvent.textLimit, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
            else {
                throw .invalid("label", "a project or tag has at most 1024 bytes and no control characters")
            }
            try KeyName.checkHoldsNoSecret(text, "a project or tag")
        }
        if tags.contains(where: { $0.name.isEmpty }) { throw .invalid("label", "a tag needs a name") }
        if Set(tags.map(\.name)).count != tags.count { throw .invalid("label", "a tag stands twice") }
    }
}

extension Ledger.Draft {
    /// Throws when another key that is not deleted has the name; a legacy key and its successor share theirs.
    func checkFree(_ name: String, besides key: Key?) throws(LedgerError) {
        for other in file.keys where other.name == name && !other.isDeleted && other.id != key?.id {
            if let key, other.migratedTo == key.id || other.migratedFrom == key.id { continue }
            throw .failed(
                "name-taken", "the name \"\(name)\" is taken by \(other.id)",
                suggestion: "choose another name, or delete that key")
        }
    }
}

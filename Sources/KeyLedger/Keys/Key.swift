internal import Values

/// One CI key as the store knows it; the secret itself is nowhere in it.
package struct Key: Sendable {
    /// The name that never changes: `key_` and twelve letters or digits.
    package let id: String
    /// What sort of key it is; a rotation after the end of a kind's sale makes it the successor.
    package internal(set) var kind: KeyKind
    /// What people call it; unique among keys that are not deleted.
    package internal(set) var name: String
    /// The project it belongs to.
    package internal(set) var project: String?
    /// Free labels, in the order of the file.
    package internal(set) var tags: [(name: String, value: String)]
    /// Enough of the secret to recognise it: `lsci_7f3k…Q2wZ`.
    package internal(set) var hint: String
    /// SHA-256 of the secret; never printed.
    var hash: String
    /// What people made of it; what time makes of it is `state(at:)`.
    var stored: StoredState
    /// When it was made.
    package let createdAt: Instant
    /// Who made it, such as `cli:ana`.
    package let createdBy: String?
    /// When it last got a new secret.
    package internal(set) var rotatedAt: Instant?
    /// The secrets it had before, the newest last; each is good up to, not including, its deadline.
    package internal(set) var overlap: [OldSecret]
    /// From when on it no longer activates.
    package internal(set) var expiresAt: Instant?
    /// When it was deleted.
    package internal(set) var deletedAt: Instant?
    /// When it was disabled.
    package internal(set) var disabledAt: Instant?
    /// The id of the key that replaces it.
    package internal(set) var migratedTo: String?
    /// The id of the legacy key that it replaces.
    package internal(set) var migratedFrom: String?
    /// The fields of the file that this program does not know, kept in their order.
    var unknown: ValueMap

    /// The state as the file has it.
    enum StoredState: String, Sendable {
        case active
        case disabled
        case deleted
    }

    /// A secret that a rotation replaced.
    package struct OldSecret: Sendable {
        /// SHA-256 of the secret; never printed.
        var hash: String
        /// Enough of it to recognise it.
        package let hint: String
        /// From when on it is dead.
        package internal(set) var validUntil: Instant
        /// The kind it had, when that was another one.
        package let kind: KeyKind?
        /// The fields of the file that this program does not know.
        var unknown: ValueMap
    }
}

/// What a key is at a moment; derived from what people did and what time did.
package enum KeyState: String, Sendable, Hashable, CaseIterable {
    /// It activates.
    case active
    /// Somebody switched it off; it can be switched on again.
    case disabled
    /// Its own end has passed.
    case expired
    /// The end of its kind has passed.
    case sunset
    /// It is a tombstone.
    case deleted
}

extension Key {
    /// The state at `now` under the rules of `workspace`. A state that a person chose goes before one that time brought.
    package func state(at now: Instant, in workspace: Workspace) -> KeyState {
        switch stored {
        case .deleted: return .deleted
        case .disabled: return .disabled
        case .active: break
        }
        if let expiresAt, now >= expiresAt { return .expired }
        if workspace.hasEnded(kind, at: now) { return .sunset }
        return .active
    }

    /// Whether it is a tombstone.
    package var isDeleted: Bool { stored == .deleted }

    /// Whether some other kind replaces its kind.
    package func isLegacy(in workspace: Workspace) -> Bool { workspace.sunset(of: kind) != nil }

    /// Whether it could be used at `now` but was not for so long that nobody may miss it.
    ///
    /// Counted from the last use, or from the creation when there was none, in days of 24 hours.
    package func isStale(lastUsed: Instant?, at now: Instant, in workspace: Workspace) -> Bool {
        guard let days = workspace.staleAfterDays, state(at: now, in: workspace) == .active else { return false }
        return (lastUsed ?? createdAt).adding(seconds: days * 86_400) <= now
    }
}

/// How far the use of a legacy key has gone over to the key that replaces it; derived from the events of both.
package enum KeyMigration: String, Sendable, Hashable, CaseIterable {
    /// Nothing replaces it yet.
    case open
    /// A key that replaces it is there, but was never used.
    case started
    /// The new key is used, and the legacy one was still used after that began.
    case both
    /// The new key is used, and the legacy one was not since.
    case done
}

extension Key {
    /// How far its use has gone over to its successor; nil for a key of a kind that stays, and for one that was deleted
    /// without a successor.
    package func migration(uses: [String: UsageCube.Use], in workspace: Workspace) -> KeyMigration? {
        guard isLegacy(in: workspace) else { return nil }
        guard let successor = migratedTo else { return isDeleted ? nil : .open }
        guard let begun = uses[successor]?.first else { return isDeleted ? .done : .started }
        guard !isDeleted, let last = uses[id]?.last, last > begun else { return .done }
        return .both
    }
}

package import KeyLedger

/// A key with what it did: a row of the list of keys.
///
/// A class, because a list of 10,000 of them is handed on from step to step, and each holds twenty texts.
package final class KeyFigures: Sendable {
    /// The key; holds no secret.
    package let key: Key
    /// What it is now.
    package let state: KeyState
    /// When it was first used; nil when it never was.
    package let firstUsedAt: Instant?
    /// When it was last used; nil when it never was.
    package let lastUsedAt: Instant?
    /// The tokens it used in the running period, or in the stretch of time that was asked for.
    package let tokensThisPeriod: Int
    /// Its part of all use then, 0 to 1.
    package let share: Double
    /// Whether it was not used for so long that nobody may miss it.
    package let isStale: Bool
    /// Whether another kind replaces its kind.
    package let isLegacy: Bool
    /// How far its pipelines have come to the key that replaces it; nil when none is to.
    package let migration: KeyMigration?

    init(
        key: Key, state: KeyState, firstUsedAt: Instant?, lastUsedAt: Instant?, tokensThisPeriod: Int, share: Double,
        isStale: Bool, isLegacy: Bool, migration: KeyMigration?
    ) {
        self.key = key
        self.state = state
        self.firstUsedAt = firstUsedAt
        self.lastUsedAt = lastUsedAt
        self.tokensThisPeriod = tokensThisPeriod
        self.share = share
        self.isStale = isStale
        self.isLegacy = isLegacy
        self.migration = migration
    }

    /// The same with the use in another stretch of time.
    func with(tokens: Int, share: Double) -> KeyFigures {
        KeyFigures(
            key: key, state: state, firstUsedAt: firstUsedAt, lastUsedAt: lastUsedAt, tokensThisPeriod: tokens,
            share: share, isStale: isStale, isLegacy: isLegacy, migration: migration)
    }

    /// Whether something still depends on it that the end of its kind stops, or has stopped: nothing else keeps it from
    /// activating, and its use has not gone over to a key that replaces it.
    package var hasToMove: Bool { isLegacy && (state == .active || state == .sunset) && migration != .done }
}

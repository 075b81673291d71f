package import KeyLedger

/// A key with what it did: a row of the list of keys.
package struct KeyFigures: Sendable {
    /// The key; holds no secret.
    package let key: Key
    /// What it is now.
    package let state: KeyState
    /// When it was first used; nil when it never was.
    package let firstUsedAt: Instant?
    /// When it was last used; nil when it never was.
    package let lastUsedAt: Instant?
    /// The tokens it used in the running period, or in the stretch of time that was asked for.
    package internal(set) var tokensThisPeriod: Int
    /// Its part of all use then, 0 to 1.
    package internal(set) var share: Double
    /// Whether it was not used for so long that nobody may miss it.
    package let isStale: Bool
    /// Whether another kind replaces its kind.
    package let isLegacy: Bool
    /// How far its pipelines have come to the key that replaces it; nil when none is to.
    package let migration: KeyMigration?

    /// Whether something still depends on it that the end of its kind stops, or has stopped: nothing else keeps it from
    /// activating, and its use has not gone over to a key that replaces it.
    package var hasToMove: Bool { isLegacy && (state == .active || state == .sunset) && migration != .done }
}

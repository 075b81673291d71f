internal import Synchronization
internal import Values

/// Values by name for the life of a build: what `partialCached` keeps.
final class ValueCache: Sendable {
    private let values = Mutex<[String: Value]>([:])

    /// The value of a name, nil when there is none yet.
    func value(_ name: String) -> Value? { values.withLock { $0[name] } }

    /// Keeps a value.
    func set(_ name: String, _ value: Value) { values.withLock { $0[name] = value } }
}

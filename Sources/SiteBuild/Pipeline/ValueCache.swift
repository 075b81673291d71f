internal import Synchronization
internal import Values

/// Values by name for the life of a build: what `partialCached` and `resources.ExecuteAsTemplate` keep.
final class ValueCache: Sendable {
    /// A value, and whether live data went into it.
    struct Entry: Sendable {
        let value: Value
        let isLive: Bool
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// What is kept under a name, nil when there is nothing yet.
    func entry(_ name: String) -> Entry? { entries.withLock { $0[name] } }

    /// Keeps a value.
    func set(_ name: String, _ entry: Entry) { entries.withLock { $0[name] = entry } }

    /// What is kept under a name, or else `make`s it for the page that is rendered, and keeps it. Two threads may make it at
    /// once; the last is kept.
    func value(
        _ name: String, for environment: RenderEnvironment, _ make: () throws -> Value
    ) rethrows -> Value {
        if let known = entry(name) {
            if known.isLive { environment.noteLiveData() }
            return known.value
        }
        let (value, isLive) = try environment.watchingLiveData(make)
        set(name, Entry(value: value, isLive: isLive))
        return value
    }
}

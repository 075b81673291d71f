internal import Synchronization

/// A value that is made when it is first asked for, then kept.
///
/// Two threads that ask at once may both make it; the first result is kept, so makers must have no effects. That is
/// cheaper than a lock that is held while a page renders, and cannot deadlock when pages ask for one another.
final class Lazy<Wrapped: Sendable>: Sendable {
    private let storage = Mutex<Wrapped?>(nil)

    /// The value.
    func get(_ make: () throws -> Wrapped) rethrows -> Wrapped {
        if let known = storage.withLock({ $0 }) { return known }
        let fresh = try make()
        return storage.withLock { stored in
            if let stored { return stored }
            stored = fresh
            return fresh
        }
    }
}

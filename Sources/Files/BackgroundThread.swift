internal import Glibc
internal import Synchronization

/// A thread that does one thing while its owner does another.
package final class BackgroundThread: Sendable {
    private let body: @Sendable () -> Void
    private let handle = Mutex(pthread_t())

    /// Starts; nil where there can be no thread.
    package init?(_ body: @escaping @Sendable () -> Void) {
        self.body = body
        let argument = Unmanaged.passRetained(self)
        let status = handle.withLock { handle in
            pthread_create(
                &handle, nil,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<BackgroundThread>.fromOpaque(argument).takeRetainedValue().body()
                    return nil
                }, argument.toOpaque())
        }
        guard status == 0 else {
            argument.release()
            return nil
        }
    }

    /// Returns when it is done; called once.
    package func wait() { _ = pthread_join(handle.withLock { $0 }, nil) }
}

internal import Synchronization

/// What a thread of its own makes while its owner does something else.
package final class BackgroundResult<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)
    private let thread = Mutex<BackgroundThread?>(nil)

    /// Begins; where there can be no thread, `value()` does the work.
    package init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
        let started = BackgroundThread { self.finish() }
        thread.withLock { $0 = started }
    }

    private func finish() {
        let value = make()
        made.withLock { $0 = value }
    }

    /// What was made, once it is; called by one thread.
    package func value() -> Value {
        let running = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        running?.wait()
        return made.withLock { $0 } ?? make()
    }
}

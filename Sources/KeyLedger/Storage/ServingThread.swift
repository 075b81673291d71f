internal import Files
internal import Synchronization

/// A thread that does one thing after the other for its owner, who does something else meanwhile.
///
/// It waits between them: a thread anew for each would cost more than what is handed to it, where many want the processor.
final class ServingThread: Sendable {
    private let given = Semaphore()
    private let done = Semaphore()
    private let work = Mutex<(@Sendable () -> Void)?>(nil)
    private let thread = Mutex<BackgroundThread?>(nil)

    /// Starts; nil where there can be no thread.
    init?() {
        let started = BackgroundThread { self.serve() }
        thread.withLock { $0 = started }
        if started == nil { return nil }
    }

    /// Begins with something; what was given before was waited for.
    func start(_ body: @escaping @Sendable () -> Void) {
        work.withLock { $0 = body }
        given.signal()
    }

    /// Returns when it is done.
    func wait() { done.wait() }

    /// Ends the thread, which has nothing to do.
    func end() {
        given.signal()
        thread.withLock { thread in
            thread?.wait()
            thread = nil
        }
    }

    private func serve() {
        while true {
            given.wait()
            let body = work.withLock { work in
                defer { work = nil }
                return work
            }
            guard let body else { return }
            body()
            done.signal()
        }
    }
}

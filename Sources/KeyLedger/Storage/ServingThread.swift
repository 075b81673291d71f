internal import Files
internal import Glibc
internal import Synchronization

/// A thread that does one thing after the other for its owner, who does something else meanwhile.
///
/// It waits between them: a thread anew for each would cost more than what is handed to it, where many want the processor.
final class ServingThread: @unchecked Sendable {
    // The semaphores are made once and go with the object; the thread holds it until it ends.
    private let given: UnsafeMutablePointer<sem_t>
    private let done: UnsafeMutablePointer<sem_t>
    private let work = Mutex<(@Sendable () -> Void)?>(nil)
    private let thread = Mutex<BackgroundThread?>(nil)

    /// Starts; nil where there can be no thread.
    init?() {
        given = .allocate(capacity: 1)
        done = .allocate(capacity: 1)
        sem_init(given, 0, 0)
        sem_init(done, 0, 0)
        let started = BackgroundThread { self.serve() }
        thread.withLock { $0 = started }
        if started == nil { return nil }
    }

    deinit {
        sem_destroy(given)
        sem_destroy(done)
        given.deallocate()
        done.deallocate()
    }

    /// Begins with something; what was given before was waited for.
    func start(_ body: @escaping @Sendable () -> Void) {
        work.withLock { $0 = body }
        sem_post(given)
    }

    /// Returns when it is done.
    func wait() { Self.take(done) }

    /// Ends the thread, which has nothing to do.
    func end() {
        sem_post(given)
        thread.withLock { thread in
            thread?.wait()
            thread = nil
        }
    }

    private func serve() {
        while true {
            Self.take(given)
            let body = work.withLock { work in
                defer { work = nil }
                return work
            }
            guard let body else { return }
            body()
            sem_post(done)
        }
    }

    private static func take(_ semaphore: UnsafeMutablePointer<sem_t>) {
        while sem_wait(semaphore) != 0 && errno == EINTR {}
    }
}

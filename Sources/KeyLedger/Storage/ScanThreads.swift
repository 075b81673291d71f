internal import Glibc

/// Plain threads for reading large logs: they wait for nothing but the disk.
enum ScanThreads {
    /// How many threads a large reading gets: one a processor, at most eight.
    static let count = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Calls `body` with each worker's number below `count`, one thread each, and returns when all are done.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        var handles: [pthread_t] = []
        for worker in 1..<max(1, count) {
            var handle = pthread_t()
            let argument = Unmanaged.passRetained(Task(worker: worker, body: body))
            let status = pthread_create(
                &handle, nil,
                { argument in
                    guard let argument else { return nil }
                    let task = Unmanaged<Task>.fromOpaque(argument).takeRetainedValue()
                    task.body(task.worker)
                    return nil
                }, argument.toOpaque())
            if status == 0 {
                handles.append(handle)
            } else {
                argument.release()
                body(worker)
            }
        }
        body(0)
        for handle in handles { pthread_join(handle, nil) }
    }

    private final class Task: Sendable {
        let worker: Int
        let body: @Sendable (Int) -> Void

        init(worker: Int, body: @escaping @Sendable (Int) -> Void) {
            self.worker = worker
            self.body = body
        }
    }
}

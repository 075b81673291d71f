internal import Files
internal import Glibc

/// Plain threads for reading large logs: they wait for nothing but the disk.
enum ScanThreads {
    /// Calls `body` with each worker's number below `count`, one thread each, and returns when all are done.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        var threads: [BackgroundThread] = []
        for worker in 1..<max(1, count) {
            if let thread = BackgroundThread({ body(worker) }) { threads.append(thread) } else { body(worker) }
        }
        body(0)
        for thread in threads { thread.wait() }
    }
}

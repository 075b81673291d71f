internal import Files
internal import Glibc
internal import Synchronization

/// Brings the pages of mapped logs into memory ahead of those who read them.
///
/// Without it the disk waits while a line is read, and the reading of lines waits for the disk, by turns. Its threads
/// spend their time waiting for the disk; and pages that come in large blocks cost the readers no fault each.
final class ReadAhead: Sendable {
    /// How much a thread asks for at a time: enough to keep a disk busy.
    private static let block = 2 << 20
    /// How far it goes ahead: a log larger than the memory must not push out what nobody has read yet.
    private static let window = 256 << 20
    /// `MADV_POPULATE_READ` of Linux 5.14: reads pages in and maps them; older kernels refuse it.
    private static let populate: Int32 = 22

    private let logs: [UsageLog]
    private let ends: [Int]
    private let next = Atomic<Int>(0)
    private let read = Atomic<Int>(0)
    private let isStopped = Atomic<Bool>(false)
    private let threads = Mutex<[BackgroundThread]>([])

    /// Prepares to read the logs in their order.
    init(_ logs: [UsageLog]) {
        self.logs = logs
        var ends: [Int] = []
        for log in logs { ends.append((ends.last ?? 0) + (log.contents.count + Self.block - 1) / Self.block) }
        self.ends = ends
    }

    /// Starts `count` threads; where there can be none, everything goes on without.
    func start(_ count: Int) {
        for _ in 0..<count {
            guard let thread = BackgroundThread({ self.run() }) else { return }
            threads.withLock { $0.append(thread) }
        }
    }

    /// Says that all before a place in a log was read, or is being read.
    func reached(_ log: Int, _ offset: Int) {
        read.store((log == 0 ? 0 : ends[log - 1]) + offset / Self.block, ordering: .relaxed)
    }

    /// Ends the threads.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        threads.withLock { threads in
            for thread in threads { thread.wait() }
            threads = []
        }
    }

    private func run() {
        while !isStopped.load(ordering: .relaxed) {
            let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard let log = ends.firstIndex(where: { block < $0 }) else { return }
            while block - read.load(ordering: .relaxed) > Self.window / Self.block {
                if isStopped.load(ordering: .relaxed) { return }
                usleep(500)
            }
            // Too late: whoever reads there has the pages already.
            if block < read.load(ordering: .relaxed) { continue }
            let offset = (block - (log == 0 ? 0 : ends[log - 1])) * Self.block
            let contents = logs[log].contents
            let count = min(Self.block, contents.count - offset)
            guard contents.isMapped, count > 0, let base = contents.bytes.baseAddress else { continue }
            let start = UnsafeMutableRawPointer(mutating: base + offset)
            if madvise(start, count, Self.populate) != 0, errno == EINVAL { _ = madvise(start, count, MADV_WILLNEED) }
        }
    }
}

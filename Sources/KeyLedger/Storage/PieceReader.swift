internal import Files
internal import Glibc
internal import Synchronization

/// Hands the pieces of logs to those who read their lines, and brings them from the disk ahead of them.
///
/// Without it the disk waits while lines are read, and the reading of lines waits for the disk, by turns. A piece that is
/// in memory is read where it is, in the mapped pages. Any other is read past the memory that keeps files (`O_DIRECT`) into
/// one of a few buffers: a log is read from its start once, what it came to is kept beside it; and to find room for every
/// 4 KiB of it would cost half as much as to count what stands there.
final class PieceReader: Sendable {
    /// A piece of a log: the lines that begin in it.
    struct Piece: Sendable {
        let file: Int
        let start: Int
        let limit: Int
    }

    /// A piece that can be read now.
    struct Ready: Sendable {
        /// Its number.
        let index: Int
        /// The bytes in which its lines stand.
        let log: UsageLog
        /// Where in the log they begin.
        let origin: Int
        fileprivate let buffer: Buffer?
    }

    /// Memory for one piece, made when it is first needed.
    fileprivate final class Buffer: @unchecked Sendable {
        // Only who took it from among the free ones touches it, until it is given back.
        private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)

        deinit { memory.deallocate() }

        func bytes(_ count: Int) -> UnsafeMutableRawBufferPointer {
            if memory.count < count {
                memory.deallocate()
                memory = .allocate(byteCount: count, alignment: 2 << 20)
                // Fewer and larger pages are quicker to come by.
                _ = madvise(memory.baseAddress, count, MADV_HUGEPAGE)
            }
            return memory
        }
    }

    private struct State {
        /// The first piece that nobody has begun to bring.
        var next = 0
        /// The pieces that were not yet brought.
        var missing: Int
        var ready: [Ready] = []
        var free: [Buffer]
    }

    /// What reading past memory asks of offsets and sizes: no disk of today wants more.
    private static let alignment = 4096
    /// How far behind its limit the last line of a piece may go on; one that is longer is read in the mapped pages.
    private static let overlap = 16 << 10
    /// `MADV_POPULATE_READ` of Linux 5.14: reads pages in and maps them; older kernels refuse it.
    private static let populate: Int32 = 22

    private let logs: [UsageLog]
    private let pieces: [Piece]
    private let workers: Int
    private let readsPastCache: Bool?
    private let state: Mutex<State>
    private let free: Semaphore
    private let ready = Semaphore()
    private let threads = Mutex<[BackgroundThread]>([])

    /// Begins to bring `pieces` for `workers` threads by `readers` more; with none of these, each is read where it is.
    ///
    /// `readsPastCache`: whether logs are, that can be; nil where they are not in memory.
    init(_ logs: [UsageLog], _ pieces: [Piece], workers: Int, readers: Int, readsPastCache: Bool? = nil) {
        self.logs = logs
        self.pieces = pieces
        self.workers = workers
        self.readsPastCache = readsPastCache
        // One for whoever reads lines, one for whoever waits for the disk, and one ready for each.
        let buffers = 2 * workers + readers
        free = Semaphore(buffers)
        state = Mutex(State(missing: pieces.count, free: (0..<buffers).map { _ in Buffer() }))
        for _ in 0..<readers {
            guard let thread = BackgroundThread({ self.bring() }) else { break }
            threads.withLock { $0.append(thread) }
        }
    }

    /// The next piece that can be read, nil after the last; it is given back when it was read.
    func next() -> Ready? {
        guard threads.withLock({ !$0.isEmpty }) else { return nextMapped() }
        ready.wait()
        return state.withLock { state in state.ready.isEmpty ? nil : state.ready.removeFirst() }
    }

    /// Takes back a piece that was read.
    func giveBack(_ piece: Ready) {
        guard let buffer = piece.buffer else { return }
        state.withLock { $0.free.append(buffer) }
        free.signal()
    }

    /// Returns when all threads are done: everything was brought.
    func wait() {
        threads.withLock { threads in
            for thread in threads { thread.wait() }
            threads = []
        }
    }

    /// Without threads of its own: each piece where it is.
    private func nextMapped() -> Ready? {
        let index = state.withLock { state in
            defer { state.next += 1 }
            return state.next
        }
        guard index < pieces.count else { return nil }
        return Ready(index: index, log: logs[pieces[index].file], origin: 0, buffer: nil)
    }

    private func bring() {
        while true {
            // The buffer first: a piece that was begun never waits for one, so that nobody waits for it for ever.
            free.wait()
            let taken: (index: Int, buffer: Buffer)? = state.withLock { state in
                guard state.next < pieces.count, let buffer = state.free.popLast() else { return nil }
                state.next += 1
                return (state.next - 1, buffer)
            }
            guard let taken else { return free.signal() }
            let piece = brought(taken.index, taken.buffer)
            let isLast = state.withLock { state in
                state.ready.append(piece)
                state.missing -= 1
                return state.missing == 0
            }
            ready.signal()
            // Each of them comes once more, and finds nothing.
            if isLast { for _ in 0..<workers { ready.signal() } }
        }
    }

    private func brought(_ index: Int, _ buffer: Buffer) -> Ready {
        let piece = pieces[index]
        let log = logs[piece.file]
        let bytes = log.contents.bytes
        if log.contents.isMapped, piece.start < piece.limit, let base = bytes.baseAddress {
            // The byte before tells whether a line begins with the piece.
            let origin = max(0, piece.start - 1) / Self.alignment * Self.alignment
            let pages = UnsafeRawBufferPointer(rebasing: bytes[origin..<piece.limit])
            if let descriptor = log.contents.descriptor, readsPastCache ?? !Self.isMostlyInMemory(pages),
                let read = read(piece, of: log, from: origin, by: descriptor, into: buffer)
            {
                return Ready(index: index, log: read, origin: origin, buffer: buffer)
            }
            let start = UnsafeMutableRawPointer(mutating: base + origin)
            if madvise(start, pages.count, Self.populate) != 0, errno == EINVAL {
                _ = madvise(start, pages.count, MADV_WILLNEED)
            }
        }
        return Ready(index: index, log: log, origin: 0, buffer: buffer)
    }

    /// The bytes of a piece and of its last line, read past memory; nil where that cannot be done.
    private func read(
        _ piece: Piece, of log: UsageLog, from origin: Int, by descriptor: Int32, into buffer: Buffer
    ) -> UsageLog? {
        let end = min(piece.limit + Self.overlap, log.contents.count)
        let asked = (end - origin + Self.alignment - 1) / Self.alignment * Self.alignment
        let memory = buffer.bytes(asked)
        var filled = 0
        while filled < end - origin {
            let got = pread(
                descriptor, memory.baseAddress?.advanced(by: filled), asked - filled, off_t(origin + filled))
            if got < 0, errno == EINTR { continue }
            // In the midst of a page only the end of the file is: another read there would be refused.
            guard got > 0, filled + got >= end - origin || got % Self.alignment == 0 else { return nil }
            filled += got
        }
        let bytes = UnsafeRawBufferPointer(rebasing: memory[..<(end - origin)])
        if end < log.contents.count {
            let last = UnsafeRawBufferPointer(rebasing: bytes[(piece.limit - 1 - origin)...])
            guard let start = last.baseAddress, memchr(start, 0x0A, last.count) != nil else { return nil }
        }
        return UsageLog(path: log.path, contents: FileContents(bytes) { _ in })
    }

    /// Whether at least half of the pages are in memory. Of files of others the kernel says so always.
    private static func isMostlyInMemory(_ pages: UnsafeRawBufferPointer) -> Bool {
        let count = (pages.count + alignment - 1) / alignment
        var resident = [UInt8](repeating: 0, count: count)
        guard mincore(UnsafeMutableRawPointer(mutating: pages.baseAddress), pages.count, &resident) == 0 else {
            return true
        }
        return resident.reduce(0) { $0 + Int($1 & 1) } * 2 >= count
    }
}

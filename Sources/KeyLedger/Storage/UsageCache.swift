internal import Files
internal import Glibc
internal import Values

/// `.cache/usage.rollup`: the sums and the names of everything that was read, so that the next process reads only what
/// was appended since.
///
/// It is checked and never trusted, and may be deleted at any time: `docs/decisions/0014-usage-cache.md` says what is
/// checked. Nothing waits for the disk here, and what cannot be written is left out.
struct UsageCache: Sendable {
    /// The folder `.cache` of the store.
    let folder: String
    private var path: String { folder + "/usage.rollup" }

    /// A log as far as the cache covers it.
    struct Log: Sendable {
        let month: String
        /// The bytes that are covered.
        let end: Int
        /// The file as it was.
        let facts: FileFacts
        /// The checksum of all covered bytes; nil where the facts prove enough.
        let whole: UInt32?
        /// The checksum of the first and the last covered bytes.
        let edges: UInt32
    }

    /// A cache that was found and fits the logs.
    struct Found: Sendable {
        let logs: [Log]
        let index: NameIndex
        let voids: [UsageEvent.Name: Instant]
        /// The bytes of all logs that are covered.
        var covered: Int { logs.reduce(0) { $0 + $1.end } }
        fileprivate let contents: FileContents
        fileprivate let sums: Int?

        /// The sums; nil when the cache holds none.
        func builder() -> CubeBuilder? {
            guard let sums else { return nil }
            var reader = PackedReader(contents.bytes, at: sums)
            return CubeBuilder(from: &reader)
        }
    }

    /// Logs up to this size are always compared whole.
    private static let wholeLimit = 4 << 20
    /// How many bytes at either end of a log are compared.
    private static let edge = 4096
    /// A file that was changed less than this before it was read may change again without another time of change.
    private static let settledAfter = 2_000_000_000
    /// The first word of the file; the digit counts the forms.
    private static let magic: UInt64 = 0x3330_4C4C_4F52_504B
    private static let headStart = 32

    // MARK: Digests

    /// The log as it is covered up to `end`.
    static func log(month: String, end: Int, facts: FileFacts, contents: FileContents) -> Log {
        // A sealed month never changes: its lines need not be unpacked to say so.
        if contents.isUnpacked { return Log(month: month, end: end, facts: facts, whole: nil, edges: 0) }
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let now = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
        let isSettled = now &- facts.modified > settledAfter
        let whole = end <= wholeLimit || !isSettled ? digest(contents, 0..<end) : nil
        return Log(month: month, end: end, facts: facts, whole: whole, edges: edges(contents, end))
    }

    private static func digest(_ contents: FileContents, _ range: Range<Int>) -> UInt32 {
        CRC32.castagnoli.checksum(UnsafeRawBufferPointer(rebasing: contents.bytes[range]))
    }

    private static func edges(_ contents: FileContents, _ end: Int) -> UInt32 {
        let first = digest(contents, 0..<min(edge, end))
        let last = digest(contents, max(0, end - edge)..<end)
        return first ^ (last &* 0x9E37_79B1)
    }

    /// Whether the covered part of a log is still what it was.
    static func isUnchanged(_ log: Log, facts: FileFacts, contents: FileContents) -> Bool {
        if contents.isUnpacked { return facts == log.facts && log.whole == nil && log.end == contents.count }
        guard facts.inode == log.facts.inode, log.end <= contents.count, facts.size >= log.facts.size else {
            return false
        }
        let hasGrown = facts.size > log.facts.size
        if let whole = log.whole, !hasGrown || log.end <= wholeLimit {
            return digest(contents, 0..<log.end) == whole
        }
        // Of the same size and another time of change: somebody wrote into it.
        guard hasGrown || facts.modified == log.facts.modified else { return false }
        return edges(contents, log.end) == log.edges
    }

    // MARK: Reading

    /// The cache as it stands in the file; nil when there is none or it is no sound one.
    func load() -> Found? {
        guard let contents = try? DiskFileSystem().contents(of: path, limit: nil) else { return nil }
        var reader = PackedReader(contents.bytes)
        guard reader.word() == Self.magic, let head = reader.number(), head >= Self.headStart, head <= contents.count,
            reader.number() == contents.count, let checksum = reader.word(),
            UInt64(Self.digest(contents, Self.headStart..<head)) == checksum
        else { return nil }
        guard let logCount = reader.count(of: 64) else { return nil }
        var logs: [Log] = []
        for _ in 0..<logCount {
            guard let month = reader.text(), let end = reader.number(), end >= 0, let size = reader.number(),
                let modified = reader.number(), let inode = reader.word(), let hasWhole = reader.word(),
                let whole = reader.word(), let edges = reader.word()
            else { return nil }
            logs.append(
                Log(
                    month: String(decoding: month, as: UTF8.self), end: end,
                    facts: FileFacts(size: size, modified: modified, inode: UInt(inode)),
                    whole: hasWhole == 1 ? UInt32(truncatingIfNeeded: whole) : nil,
                    edges: UInt32(truncatingIfNeeded: edges)))
        }
        guard let voidCount = reader.count(of: 24) else { return nil }
        var voids: [UsageEvent.Name: Instant] = [:]
        for _ in 0..<voidCount {
            guard let source = reader.text(), let id = reader.text(), let recorded = reader.number() else { return nil }
            let name = UsageEvent.Name(
                source: String(decoding: source, as: UTF8.self), id: String(decoding: id, as: UTF8.self))
            voids[name] = Instant(nanoseconds: recorded)
        }
        guard let nameCount = reader.number(), let bits = reader.number(), 1...24 ~= bits, nameCount >= 0,
            nameCount <= contents.count / 8, contents.count - head == nameCount * 8, let hasSums = reader.word()
        else { return nil }
        let directory = head - NameIndex.directorySize(bits: bits)
        guard directory >= reader.offset else { return nil }
        let index = NameIndex(storage: contents, bits: bits, count: nameCount, directory: directory, entries: head)
        return Found(
            logs: logs, index: index, voids: voids, contents: contents, sums: hasSums == 1 ? reader.offset : nil)
    }

    // MARK: Writing

    /// Puts a cache in the place of the one before; what fails is not said.
    func save(_ logs: [Log], index: NameIndex, voids: [UsageEvent.Name: Instant], builder: CubeBuilder?) {
        var body = PackedWriter()
        body.write(logs.count)
        for log in logs {
            body.write(log.month.utf8)
            body.write(log.end)
            body.write(log.facts.size)
            body.write(log.facts.modified)
            body.write(UInt64(log.facts.inode))
            body.write(log.whole == nil ? 0 : 1)
            body.write(UInt64(log.whole ?? 0))
            body.write(UInt64(log.edges))
        }
        body.write(voids.count)
        for (name, recorded) in voids.sorted(by: { ($0.key.source, $0.key.id) < ($1.key.source, $1.key.id) }) {
            body.write(name.source.utf8)
            body.write(name.id.utf8)
            body.write(recorded.nanoseconds)
        }
        body.write(index.count)
        body.write(index.bits)
        body.write(builder == nil ? 0 : 1)
        builder?.write(into: &body)
        let directorySize = NameIndex.directorySize(bits: index.bits)
        let directory = index.storage.bytes[index.directory..<(index.directory + directorySize)]
        let entries = index.storage.bytes[index.entries..<(index.entries + index.count * 8)]
        var bytes: [UInt8] = []
        let head = Self.headStart + body.bytes.count + directorySize
        bytes.reserveCapacity(head + entries.count)
        var checked = body.bytes
        checked.append(contentsOf: directory)
        var start = PackedWriter()
        start.write(Self.magic)
        start.write(head)
        start.write(head + entries.count)
        start.write(UInt64(CRC32.castagnoli.checksum(checked[...])))
        bytes.append(contentsOf: start.bytes)
        bytes.append(contentsOf: checked)
        bytes.append(contentsOf: entries)
        guard makeFolder() else { return }
        try? FileSystem.write(bytes, to: path, atomically: true)
    }

    /// Makes the folder; false where that cannot be done.
    func makeFolder() -> Bool {
        if FileSystem.isDirectory(folder) { return true }
        do throws(FileError) {
            try FileSystem.makeDirectory(folder)
            // A store may lie in a repository; this is nothing to keep.
            try FileSystem.write(Array("*\n".utf8), to: folder + "/.gitignore")
            return true
        } catch {
            return false
        }
    }

    /// Removes a cache that turned out to be damaged.
    func remove() { _ = try? FileSystem.remove(path) }
}

internal import Files
internal import Glibc
internal import Text
internal import Values

/// `.cache/acknowledged.json`: how far each log reached when a command last acknowledged a line of it.
///
/// A log that ends before that was cut, though what is left of it is sound line by line: nothing in the log itself can
/// say so. The file is written after the lines are on the disk and never waited for, so that it says too little after a
/// crash, and nothing when it was deleted, but never too much. It bears no figure: `docs/decisions/0020-cut-logs.md`.
struct AcknowledgedSizes {
    /// One log.
    struct Log: Equatable {
        /// Its bytes.
        let size: Int
        /// Where its last line begins.
        let last: Int
    }

    /// The tokens of a period that was open at the last delivery, so that a threshold of the quota is noticed without a
    /// sum over the logs.
    struct Tally: Equatable {
        /// The start of the period.
        let start: Instant
        /// Its tokens.
        var used: Int
    }

    /// By their paths within the store.
    private(set) var logs: [String: Log] = [:]
    /// Those that are known.
    private(set) var tallies: [Tally] = []

    private static let schema = 1

    // MARK: Reading

    /// What was acknowledged, as far as it is known; nothing when the file is missing or unsound.
    ///
    /// A reader must ask before it looks at the logs, which grow meanwhile.
    static func load(_ store: Store) -> AcknowledgedSizes {
        var sizes = AcknowledgedSizes()
        guard let bytes = try? store.files.contents(of: path(store), limit: nil)?.array, bytes.last == 0x0A else {
            return sizes
        }
        let line = Array(bytes.dropLast())
        let checksum = line.withUnsafeBytes { EventScanner.checksum(of: $0) }
        guard checksum == .sound, let top = (try? JSON.parse(line))?.mapValue, top["schema"]?.intValue == schema,
            let logs = top["logs"]?.mapValue
        else { return sizes }
        for (name, value) in logs {
            guard let log = value.mapValue, let size = log["size"]?.intValue, let last = log["last"]?.intValue else {
                continue
            }
            sizes.logs[name] = Log(size: size, last: last)
        }
        for value in top["periods"]?.listValue ?? [] {
            guard let start = value.mapValue?["start"]?.intValue, let used = value.mapValue?["used"]?.intValue else {
                continue
            }
            sizes.tallies.append(Tally(start: Instant(nanoseconds: start), used: used))
        }
        return sizes
    }

    /// Throws where a log that has `size` bytes now lacks lines that were acknowledged.
    ///
    /// When the last acknowledged line alone is torn this says nothing: whoever reads the log reports that line.
    func check(_ name: String, size: Int, in store: Store) throws(LedgerError) {
        guard let log = logs[name], size < log.size else { return }
        let path = store.root + "/" + name
        let suggestion =
            "bring the file back from a backup; when lines were taken out on purpose, delete .cache in the store to say so"
        guard let bytes = try store.read(path) else {
            throw .store(
                "log-missing", "the log is missing; \(log.size) bytes of it were acknowledged", path: path,
                suggestion: suggestion)
        }
        guard bytes.count < log.size else { return }
        let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        if end < bytes.count, end >= log.last { return }
        throw .store(
            "log-cut", "the log was cut here: \(log.size - bytes.count) more bytes of it were acknowledged",
            at: SourceRange(SourceFile(path: path, bytes: bytes), at: end), suggestion: suggestion)
    }

    /// The paths of the usage logs that are known, in order.
    var usageLogs: [String] { logs.keys.filter { $0.hasPrefix("usage/") }.sorted() }

    /// The same for a log of any size.
    func check(_ name: String, in store: Store) throws(LedgerError) {
        func size(_ name: String) throws(LedgerError) -> Int? {
            try store.wrap { () throws(FileError) in try store.files.size(of: store.root + "/" + name) }
        }
        let found = try size(name)
        // A sealed month may be unpacked by hand.
        if found == nil, name.hasSuffix(".gz"), try size(String(name.dropLast(3))) != nil { return }
        try check(name, size: found ?? 0, in: store)
    }

    /// The same for all usage logs.
    func checkUsage(in store: Store) throws(LedgerError) {
        for name in usageLogs { try check(name, in: store) }
    }

    /// Whether the line that begins at `offset` is the last one that was acknowledged, and is not there whole.
    func hasTorn(_ name: String, at offset: Int, size: Int) -> Bool {
        guard let log = logs[name] else { return false }
        return log.last == offset && size < log.size - 1
    }

    // MARK: Writing

    /// Notes that `bytes` were appended to logs and are on the disk. Only with the lock.
    ///
    /// - Parameter added: what this delivery adds to each period that is open; nil when that cannot be said.
    static func note(
        _ appends: [(path: String, bytes: [UInt8])], adding added: [Tally]? = nil, in store: Store
    ) {
        var sizes = load(store)
        sizes.note(appends, adding: added, in: store)
    }

    /// The same for a writer who has loaded this since it took the lock.
    mutating func note(
        _ appends: [(path: String, bytes: [UInt8])], adding added: [Tally]?, in store: Store
    ) {
        for (path, bytes) in appends {
            // Where the file system cannot say what a file is there is no cache either.
            guard let facts = (try? store.files.facts(of: path)) ?? nil else {
                tallies = []
                return
            }
            let name = store.name(of: path)
            // Somebody else has written into it: what they added is not in the sum.
            if name.hasPrefix("usage/"), logs[name]?.size ?? 0 != facts.size - bytes.count { tallies = [] }
            let before = bytes.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            logs[name] = Log(size: facts.size, last: facts.size - bytes.count + before)
        }
        if appends.contains(where: { store.name(of: $0.path).hasPrefix("usage/") }) {
            tallies = tallies.compactMap { tally in
                added?.first { $0.start == tally.start }.map { Tally(start: tally.start, used: tally.used &+ $0.used) }
            }
        }
        save(store)
    }

    /// Notes the sum of an open period, up to the end of the logs as they are. Only with the lock.
    static func note(_ tally: Tally, in store: Store) {
        var sizes = load(store)
        sizes.tallies.removeAll { $0.start == tally.start }
        sizes.tallies.append(tally)
        sizes.save(store)
    }

    /// Notes that a log ends at `size` from now on, because a torn line was set aside, or is gone. Only with the lock.
    static func note(_ path: String, endsAt size: Int?, in store: Store) {
        var sizes = load(store)
        guard sizes.logs[store.name(of: path)] != nil else { return }
        sizes.logs[store.name(of: path)] = size.map { Log(size: $0, last: $0) }
        sizes.save(store)
    }

    /// Notes a sealed month, which may never be shorter. Only with the lock.
    static func note(sealed path: String, size: Int, in store: Store) {
        guard ((try? store.files.facts(of: path)) ?? nil) != nil else { return }
        var sizes = load(store)
        sizes.logs[store.name(of: path)] = Log(size: size, last: size)
        sizes.save(store)
    }

    private static func path(_ store: Store) -> String { store.root + "/.cache/acknowledged.json" }

    /// Writes the file in its place: a reader that sees a part of it sees that by the checksum. What fails is not said.
    private func save(_ store: Store) {
        guard UsageCache(folder: store.root + "/.cache").makeFolder() else { return }
        var writer = ByteWriter(capacity: 64 * logs.count + 64)
        writer.write(literal: "{\"schema\":1,\"logs\":{")
        for (index, entry) in logs.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { writer.write(byte: 0x2C) }
            JSON.writeString(entry.key, into: &writer)
            writer.write(":{\"size\":\(entry.value.size),\"last\":\(entry.value.last)}")
        }
        writer.write(literal: "}")
        writer.write(literal: ",\"periods\":[")
        for (index, tally) in tallies.enumerated() {
            writer.write("\(index > 0 ? "," : ""){\"start\":\(tally.start.nanoseconds),\"used\":\(tally.used)}")
        }
        writer.write(literal: "]")
        LineChecksum.close(lineFrom: 0, in: &writer)
        // No new file under the old name: that would make some file systems write it out at once.
        let descriptor = open(Self.path(store), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return }
        defer { _ = close(descriptor) }
        let bytes = writer.bytes
        let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        if written == bytes.count { _ = ftruncate(descriptor, off_t(bytes.count)) }
    }
}

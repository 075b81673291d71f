internal import Files
internal import Text
internal import Values

/// What a delivery of several lines is about to append, and where: while it is not there as a whole, nothing of it counts.
///
/// `usage.pending` holds a line for each delivery since a writer took the lock, the last one counts. A line is on the disk
/// before the delivery is begun; the delivery is there when each log has what the line says. So a long import waits for
/// the disk twice a delivery, and the file goes when the lock does.
struct IngestJournal {
    /// One log that is appended to.
    struct File {
        /// Within the store.
        let path: String
        /// The size before; -1 for a file that was not there.
        let size: Int
        /// The size after; nil in a journal of an older version, which is gone when its delivery is there.
        var end: Int?
        /// The checksum of what is appended.
        var crc: UInt32 = 0
    }

    let files: [File]

    /// The journal of a delivery that may be under way or may have been killed; nil when there is none.
    ///
    /// Its first line is put in place by a rename, so that it is never seen in part. A later one that is torn belongs to a
    /// delivery that was not begun.
    static func load(_ store: Store) throws(LedgerError) -> IngestJournal? {
        guard let bytes = try store.read(store.pending) else { return nil }
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        while lines.count > 1, let last = lines.last, last.isEmpty || !isSound(last) { lines.removeLast() }
        return try IngestJournal(path: store.pending, line: Array(lines.last ?? []))
    }

    private static func isSound(_ line: ArraySlice<UInt8>) -> Bool {
        line.withUnsafeBytes { EventScanner.checksum(of: $0) } == .sound
    }

    private init(path: String, line: [UInt8]) throws(LedgerError) {
        if line.withUnsafeBytes({ EventScanner.checksum(of: $0) }) == .wrong {
            throw .store(
                "malformed", "this line does not fit its checksum", path: path,
                suggestion: "compare the ends of the logs that it names with a backup, then remove it")
        }
        let top = try RecordDocument(path: path, bytes: line).record(schema: 1)
        var files: [File] = []
        for record in try top.records("files") {
            let path = try record.text("path")
            let isUsage = path.hasPrefix("usage/") && LineUsageEngine.month(ofFile: String(path.dropFirst(6))) != nil
            guard isUsage || path == "quarantine.jsonl" else { throw record.error("path", "no log has this path") }
            guard let size = try record.optionalInt("size", in: -1...(1 << 50)) else {
                throw record.error("size", "\"size\" is missing")
            }
            let end = try record.optionalInt("end", in: max(0, size)...(1 << 51))
            let crc = try record.optionalInt("appended", in: 0...Int(UInt32.max)) ?? 0
            files.append(File(path: path, size: size, end: end, crc: UInt32(truncatingIfNeeded: crc)))
        }
        self.files = files
    }

    /// The journal of appends to `paths`.
    init(_ appends: [(path: String, bytes: [UInt8])], in store: Store) throws(LedgerError) {
        var files: [File] = []
        for (path, bytes) in appends {
            let size = try store.wrap { () throws(FileError) in try store.files.size(of: path) }
            files.append(
                File(
                    path: store.name(of: path), size: size ?? -1, end: (size ?? 0) + bytes.count,
                    crc: CRC32.castagnoli.checksum(bytes[...])))
        }
        self.files = files
    }

    /// The size up to which the file of a month counts.
    func size(of month: String) -> Int? {
        files.first { $0.path == "usage/\(month).jsonl" }.map { max(0, $0.size) }
    }

    /// Whether the whole delivery is in the logs.
    func isComplete(in store: Store) throws(LedgerError) -> Bool {
        for file in files {
            guard let end = file.end else { return false }
            let start = max(0, file.size)
            let contents = try store.wrap { () throws(FileError) in
                try store.files.contents(of: store.root + "/" + file.path, limit: end)
            }
            guard let contents, contents.count == end else { return false }
            let crc = withExtendedLifetime(contents) {
                CRC32.castagnoli.checksum(UnsafeRawBufferPointer(rebasing: contents.bytes[start..<end]))
            }
            guard crc == file.crc else { return false }
        }
        return true
    }

    /// Writes the journal; on the disk when this returns. `isNext` says that there is the journal of the delivery before.
    func begin(in store: Store, isNext: Bool) throws(LedgerError) {
        var writer = ByteWriter(capacity: 256)
        writer.write(literal: "{\"schema\":1,\"files\":[")
        for (index, file) in files.enumerated() {
            if index > 0 { writer.write(byte: 0x2C) }
            writer.write("{\"path\":\"\(file.path)\",\"size\":\(file.size)")
            if let end = file.end { writer.write(",\"end\":\(end),\"appended\":\(file.crc)") }
            writer.write(byte: 0x7D)
        }
        writer.write(byte: 0x5D)
        LineChecksum.close(lineFrom: 0, in: &writer)
        if isNext {
            try store.append(writer.bytes, to: store.pending)
        } else {
            try store.replace(store.pending, with: writer.bytes)
        }
    }

    /// Removes the journal, whose delivery is there or was undone.
    static func end(in store: Store) throws(LedgerError) {
        try store.wrap { () throws(FileError) in
            try store.files.remove(store.pending)
            try store.files.syncFolder(store.root)
        }
    }

    /// Cuts the logs to what they were, then removes the journal.
    func undo(in store: Store) throws(LedgerError) {
        for file in files {
            let path = store.root + "/" + file.path
            try store.wrap { () throws(FileError) in
                guard let size = try store.files.size(of: path) else { return }
                if file.size < 0 {
                    try store.files.remove(path)
                    try store.files.syncFolder(Store.folder(of: path))
                } else if size > file.size {
                    try store.files.truncate(path, to: file.size)
                }
            }
        }
        try Self.end(in: store)
    }
}

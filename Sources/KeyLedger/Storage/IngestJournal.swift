internal import Files
internal import Text
internal import Values

/// The sizes of the logs before a delivery of several lines: while it stands, what is beyond them does not count.
struct IngestJournal {
    /// Paths within the store, with the sizes; -1 for a file that was not there.
    let files: [(path: String, size: Int)]

    /// The journal of a delivery that is under way or was killed; nil when there is none.
    ///
    /// It is put in place by a rename, so that it is never seen in part.
    static func load(_ store: Store) throws(LedgerError) -> IngestJournal? {
        guard let bytes = try store.read(store.pending) else { return nil }
        let top = try RecordDocument(path: store.pending, bytes: bytes).record(schema: 1)
        var files: [(path: String, size: Int)] = []
        for record in try top.records("files") {
            let path = try record.text("path")
            let isUsage = path.hasPrefix("usage/") && LineUsageEngine.month(ofFile: String(path.dropFirst(6))) != nil
            guard isUsage || path == "quarantine.jsonl" else { throw record.error("path", "no log has this path") }
            guard let size = try record.optionalInt("size", in: -1...(1 << 50)) else {
                throw record.error("size", "\"size\" is missing")
            }
            files.append((path, size))
        }
        return IngestJournal(files: files)
    }

    /// The size up to which the file of a month counts.
    func size(of month: String) -> Int? {
        files.first { $0.path == "usage/\(month).jsonl" }.map { max(0, $0.size) }
    }

    /// Writes the journal for appends to `paths`; on the disk when this returns.
    static func begin(_ paths: [String], in store: Store) throws(LedgerError) -> IngestJournal {
        var files: [(path: String, size: Int)] = []
        for path in paths {
            let size = try store.wrap { () throws(FileError) in try store.files.size(of: path) }
            files.append((String(path.dropFirst(store.root.utf8.count + 1)), size ?? -1))
        }
        var writer = ByteWriter(capacity: 256)
        writer.write(literal: "{\"schema\":1,\"files\":[")
        for (index, file) in files.enumerated() {
            if index > 0 { writer.write(byte: 0x2C) }
            writer.write("{\"path\":\"\(file.path)\",\"size\":\(file.size)}")
        }
        writer.write(literal: "]}\n")
        try store.replace(store.pending, with: writer.bytes)
        return IngestJournal(files: files)
    }

    /// Removes the journal: from now on the delivery counts.
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

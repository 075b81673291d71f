internal import Files
internal import Text

/// The folder of a store: the paths in it, and the few ways in which they are written.
struct Store: Sendable {
    let root: String
    let files: any LedgerFileSystem

    var workspace: String { root + "/workspace.json" }
    var keys: String { root + "/keys.json" }
    /// What the name of a file ends with that takes its place once the audit line is written that names its digest.
    static let next = ".next"
    /// The next `keys.json`, complete and synced before the audit line that makes it count.
    var nextKeys: String { keys + Self.next }
    var audit: String { root + "/audit.jsonl" }
    var usage: String { root + "/usage" }
    var quarantine: String { root + "/quarantine.jsonl" }
    var reports: String { root + "/reports" }
    var lock: String { root + "/lock" }
    /// The journal of deliveries of several lines: what each appends to which log. It goes when the writer gives up the lock.
    var pending: String { root + "/usage.pending" }

    func usageFile(_ month: String) -> String { "\(usage)/\(month).jsonl" }

    /// The month whose lines are packed because it is closed.
    func sealedFile(_ month: String) -> String { "\(usage)/\(month).jsonl.gz" }

    /// The path of a file of the store within it, by bytes: what looks like one letter may be several of them.
    func name(of path: String) -> String {
        let start = root.utf8.count + 1
        guard path.utf8.starts(with: (root + "/").utf8) else { return path }
        return String(decoding: path.utf8.dropFirst(start), as: UTF8.self)
    }

    /// How long a writer waits for another.
    private static let lockSeconds = 30

    /// Runs `body` while no other writer can.
    func locked<T>(_ body: () throws(LedgerError) -> T) throws(LedgerError) -> T {
        let handle = try wrap { () throws(FileError) in try files.lock(lock, waitingSeconds: Self.lockSeconds) }
        guard let handle else {
            throw .store(
                "locked", "another process has held the store for \(Self.lockSeconds) seconds", path: lock,
                suggestion: "wait for it, or find it with fuser")
        }
        defer { files.close(handle) }
        return try body()
    }

    func read(_ path: String) throws(LedgerError) -> [UInt8]? {
        try wrap { () throws(FileError) in try files.contents(of: path, limit: nil)?.array }
    }

    /// Appends `bytes` and waits for the disk; on an error the file is as it was, as far as that can be done.
    func append(_ bytes: [UInt8], to path: String) throws(LedgerError) {
        let before = try wrap { () throws(FileError) in try files.size(of: path) }
        do throws(FileError) {
            let handle = try files.openForAppending(path)
            defer { files.close(handle) }
            try writeAll(bytes, to: handle)
            try files.sync(handle)
            if before == nil { try files.syncFolder(Self.folder(of: path)) }
        } catch {
            if let before {
                _ = try? files.truncate(path, to: before)
            } else {
                _ = try? files.remove(path)
            }
            throw LedgerError(error)
        }
    }

    /// Makes a whole file beside its place, on the disk before the call returns.
    func writeComplete(_ bytes: [UInt8], to path: String) throws(FileError) {
        let handle = try files.create(path)
        defer { files.close(handle) }
        try writeAll(bytes, to: handle)
        try files.sync(handle)
    }

    /// Puts a whole file in the place of what was there: readers see the one or the other.
    func replace(_ path: String, with bytes: [UInt8]) throws(LedgerError) {
        let beside = path + ".tmp"
        do throws(FileError) {
            try writeComplete(bytes, to: beside)
            try files.rename(beside, to: path)
            try files.syncFolder(Self.folder(of: path))
        } catch {
            _ = try? files.remove(beside)
            throw LedgerError(error)
        }
    }

    private func writeAll(_ bytes: [UInt8], to handle: Int) throws(FileError) {
        var done = 0
        while done < bytes.count {
            var put = 0
            var failure: FileError?
            bytes.withUnsafeBytes { buffer in
                do throws(FileError) {
                    put = try files.write(UnsafeRawBufferPointer(rebasing: buffer[done...]), to: handle)
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            done += put
        }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Runs calls on the file system, whose errors mean that the store cannot be used.
    func wrap<T>(_ body: () throws(FileError) -> T) throws(LedgerError) -> T {
        do throws(FileError) {
            return try body()
        } catch {
            throw LedgerError(error)
        }
    }
}

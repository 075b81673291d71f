import Files
import KeyLedger

/// The disk, where somebody else does something just before a file is read, or just after one took its place.
final class MeddlingFileSystem: LedgerFileSystem {
    private let disk = DiskFileSystem()
    private let beforeReading: @Sendable (String) -> Void
    private let afterRenaming: @Sendable (String) -> Void

    /// Both are told the path.
    init(
        beforeReading: @escaping @Sendable (String) -> Void = { _ in },
        afterRenaming: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.beforeReading = beforeReading
        self.afterRenaming = afterRenaming
    }

    func contents(of path: String, limit: Int?) throws(FileError) -> FileContents? {
        beforeReading(path)
        return try disk.contents(of: path, limit: limit)
    }

    func rename(_ old: String, to new: String) throws(FileError) {
        try disk.rename(old, to: new)
        afterRenaming(new)
    }

    func size(of path: String) throws(FileError) -> Int? { try disk.size(of: path) }
    func facts(of path: String) throws(FileError) -> FileFacts? { try disk.facts(of: path) }
    func list(_ path: String) throws(FileError) -> [String] { try disk.list(path) }
    func close(_ handle: Int) { disk.close(handle) }
    func openForAppending(_ path: String) throws(FileError) -> Int { try disk.openForAppending(path) }
    func create(_ path: String) throws(FileError) -> Int { try disk.create(path) }
    func write(_ bytes: UnsafeRawBufferPointer, to handle: Int) throws(FileError) -> Int {
        try disk.write(bytes, to: handle)
    }
    func sync(_ handle: Int) throws(FileError) { try disk.sync(handle) }
    func truncate(_ path: String, to size: Int) throws(FileError) { try disk.truncate(path, to: size) }
    func remove(_ path: String) throws(FileError) { try disk.remove(path) }
    func syncFolder(_ path: String) throws(FileError) { try disk.syncFolder(path) }
    func makeFolder(_ path: String) throws(FileError) { try disk.makeFolder(path) }
    func lock(_ path: String, waitingSeconds seconds: Int) throws(FileError) -> Int? {
        try disk.lock(path, waitingSeconds: seconds)
    }
}

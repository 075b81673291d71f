import Files
import Glibc
import KeyLedger
import Synchronization

/// The disk, with one call that fails.
final class FaultyFileSystem: LedgerFileSystem {
    private let disk = DiskFileSystem()
    private let state: Mutex<(calls: Int, failing: Int, isShort: Bool)>
    private let number: Int32

    /// The `failing`-th call that changes something fails with `number`; a write writes half before it fails.
    init(failing: Int, number: Int32) {
        state = Mutex((0, failing, false))
        self.number = number
    }

    /// Whether the call came.
    var hasFailed: Bool { state.withLock { $0.calls >= $0.failing } }

    private func step(_ operation: String, _ path: String) throws(FileError) {
        let fails = state.withLock { state in
            state.calls += 1
            return state.calls == state.failing
        }
        if fails { throw FileError(operation, path, number: number) }
    }

    func size(of path: String) throws(FileError) -> Int? { try disk.size(of: path) }

    func contents(of path: String, limit: Int?) throws(FileError) -> FileContents? {
        try disk.contents(of: path, limit: limit)
    }

    func list(_ path: String) throws(FileError) -> [String] { try disk.list(path) }

    func close(_ handle: Int) { disk.close(handle) }

    func openForAppending(_ path: String) throws(FileError) -> Int {
        try step("write", path)
        return try disk.openForAppending(path)
    }

    func create(_ path: String) throws(FileError) -> Int {
        try step("write", path)
        return try disk.create(path)
    }

    func write(_ bytes: UnsafeRawBufferPointer, to handle: Int) throws(FileError) -> Int {
        do throws(FileError) {
            try step("write", "file")
        } catch {
            _ = try disk.write(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), to: handle)
            throw error
        }
        // A short write is none at all to the caller: it goes on.
        return try disk.write(UnsafeRawBufferPointer(rebasing: bytes[..<((bytes.count + 1) / 2)]), to: handle)
    }

    func sync(_ handle: Int) throws(FileError) {
        try step("write", "file")
        try disk.sync(handle)
    }

    func truncate(_ path: String, to size: Int) throws(FileError) {
        try step("write", path)
        try disk.truncate(path, to: size)
    }

    func rename(_ old: String, to new: String) throws(FileError) {
        try step("write", new)
        try disk.rename(old, to: new)
    }

    func remove(_ path: String) throws(FileError) {
        try step("remove", path)
        try disk.remove(path)
    }

    func syncFolder(_ path: String) throws(FileError) {
        try step("write", path)
        try disk.syncFolder(path)
    }

    func makeFolder(_ path: String) throws(FileError) {
        try step("make folder", path)
        try disk.makeFolder(path)
    }

    func lock(_ path: String, waitingSeconds seconds: Int) throws(FileError) -> Int? {
        try step("lock", path)
        return try disk.lock(path, waitingSeconds: seconds)
    }
}

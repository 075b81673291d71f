package import Files
internal import Glibc
internal import Synchronization

/// The calls that the store makes on a file system: few and small, so that a test can stand in for each, lose what was
/// not synced, or let the n-th call fail.
package protocol LedgerFileSystem: Sendable {
    /// The size of a file in bytes, nil where there is none.
    func size(of path: String) throws(FileError) -> Int?
    /// What tells whether a file is still the one that was read; nil where there is none, or where the file system cannot
    /// say: then nothing is kept about its content.
    func facts(of path: String) throws(FileError) -> FileFacts?
    /// The content of a file up to `limit` bytes (nil: all), or nil where there is none.
    ///
    /// The bytes stay what they were at the call, however the file grows.
    func contents(of path: String, limit: Int?) throws(FileError) -> FileContents?
    /// Opens a file for writing at its end, making it when it is not there; the answer is a handle.
    func openForAppending(_ path: String) throws(FileError) -> Int
    /// Opens an empty file for writing, in place of what was there; the answer is a handle.
    func create(_ path: String) throws(FileError) -> Int
    /// Writes some of `bytes` and answers how many, at least one.
    func write(_ bytes: UnsafeRawBufferPointer, to handle: Int) throws(FileError) -> Int
    /// Waits until what was written is on the disk.
    func sync(_ handle: Int) throws(FileError)
    /// Closes a handle; a lock goes with it.
    func close(_ handle: Int)
    /// Cuts a file to `size` bytes and waits until that is on the disk.
    func truncate(_ path: String, to size: Int) throws(FileError)
    /// Puts a file in the place of another, at once.
    func rename(_ old: String, to new: String) throws(FileError)
    /// Removes a file; nothing there is no error.
    func remove(_ path: String) throws(FileError)
    /// Waits until the names in a folder are on the disk.
    func syncFolder(_ path: String) throws(FileError)
    /// Makes a folder and those above it; one that is there is no error.
    func makeFolder(_ path: String) throws(FileError)
    /// The names in a folder, sorted; empty where there is none.
    func list(_ path: String) throws(FileError) -> [String]
    /// Takes the lock on a file, making it, and waits for it up to `seconds`; nil when another had it all that time.
    func lock(_ path: String, waitingSeconds seconds: Int) throws(FileError) -> Int?
}

extension LedgerFileSystem {
    /// Cannot say.
    package func facts(of path: String) throws(FileError) -> FileFacts? { nil }
}

/// What changes when somebody replaces a file or writes into it.
package struct FileFacts: Sendable, Equatable {
    /// Bytes.
    package let size: Int
    /// Nanoseconds since 1970 of the last change.
    package let modified: Int
    /// The number of the file on its disk.
    package let inode: UInt

    /// Facts.
    package init(size: Int, modified: Int, inode: UInt) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}

/// The content of a file: bytes in memory, mapped from the disk, or made when somebody first looks at them.
package final class FileContents: @unchecked Sendable {
    // Immutable after `init`, but for what is made later, once; the owner of the memory goes with the last reference.
    private let direct: UnsafeRawBufferPointer?
    /// The number of bytes.
    package let count: Int
    /// Whether the bytes are pages of a file, which come from the disk when they are first read.
    package let isMapped: Bool
    /// A handle on the file of mapped bytes, by which they can be read past the memory that keeps files; nil where that is
    /// not to be had.
    let descriptor: Int32?
    private let release: @Sendable (UnsafeRawBufferPointer) -> Void
    private let make: (@Sendable (UnsafeMutableRawBufferPointer) -> Bool)?
    /// The address of what was made; 0 before.
    private let made = Mutex<UInt>(0)
    private let failed = Atomic<Bool>(false)

    /// Takes over `bytes`, which `release` gives back.
    package init(
        _ bytes: UnsafeRawBufferPointer, isMapped: Bool = false, descriptor: Int32? = nil,
        release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
    ) {
        direct = bytes
        count = bytes.count
        self.isMapped = isMapped
        self.descriptor = descriptor
        self.release = release
        make = nil
    }

    /// A copy of `bytes`.
    package convenience init(_ bytes: ArraySlice<UInt8>) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        bytes.withUnsafeBytes { memory.copyMemory(from: $0) }
        self.init(UnsafeRawBufferPointer(memory)) { $0.deallocate() }
    }

    /// So many bytes, which `make` puts into memory of that size when they are first looked at; it answers whether it could.
    init(count: Int, make: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Bool) {
        direct = nil
        self.count = count
        isMapped = false
        descriptor = nil
        release = { $0.deallocate() }
        self.make = make
    }

    deinit {
        if let direct {
            release(direct)
        } else if let start = UnsafeRawPointer(bitPattern: made.withLock { $0 }) {
            release(UnsafeRawBufferPointer(start: start, count: count))
        }
    }

    /// The bytes, good as long as this object.
    package var bytes: UnsafeRawBufferPointer {
        if let direct { return direct }
        return unpacked()
    }

    /// Whether the bytes are unpacked from a file with other bytes.
    var isUnpacked: Bool { make != nil }

    /// Whether they could not be unpacked: zeros stand in their place then, which are no line.
    var isDamaged: Bool { failed.load(ordering: .acquiring) }

    private func unpacked() -> UnsafeRawBufferPointer {
        let address = made.withLock { made in
            if made != 0 { return made }
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, count), alignment: 8)
            if make?(UnsafeMutableRawBufferPointer(rebasing: memory[..<count])) != true {
                memory.initializeMemory(as: UInt8.self, repeating: 0)
                failed.store(true, ordering: .releasing)
            }
            made = UInt(bitPattern: memory.baseAddress)
            return made
        }
        return UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
    }

    /// Says whether mapped bytes will be read one after the other, or a few here and there: then pages come from the disk
    /// without their neighbours.
    func willBeRead(inOrder: Bool) {
        guard isMapped, let direct else { return }
        let start = UnsafeMutableRawPointer(mutating: direct.baseAddress)
        _ = madvise(start, direct.count, inOrder ? MADV_SEQUENTIAL : MADV_RANDOM)
    }

    /// A copy as an array.
    package var array: [UInt8] { withExtendedLifetime(self) { Array(bytes) } }

    /// The last byte; nil where there is none. Of an object that nobody keeps, `bytes` may be gone before they are read.
    package var last: UInt8? { withExtendedLifetime(self) { bytes.last } }
}

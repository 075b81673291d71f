internal import CLinux
package import Files
internal import Glibc

/// The file system of this machine.
package struct DiskFileSystem: LedgerFileSystem {
    /// The file system of this machine.
    package init() {}

    /// Files of at least this size are mapped and not read: below, reading is as fast and cannot fault.
    private static let mappedFrom = 1 << 20

    /// The size in bytes, nil where there is nothing.
    package func size(of path: String) throws(FileError) -> Int? {
        try FileSystem.status(path)?.size
    }

    /// The facts of a file.
    package func facts(of path: String) throws(FileError) -> FileFacts? {
        try FileSystem.status(path).map {
            FileFacts(size: $0.size, modified: $0.modified, inode: $0.identity.inode)
        }
    }

    /// The content up to `limit` bytes.
    package func contents(of path: String, limit: Int?) throws(FileError) -> FileContents? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw FileError("read", path, number: errno)
        }
        var isKept = false
        defer { if !isKept { _ = Glibc.close(descriptor) } }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw FileError("read", path, number: errno) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw FileError("read", path, number: facts.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
        }
        let size = min(Int(facts.st_size), limit ?? .max)
        if size >= Self.mappedFrom {
            guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
                throw FileError("read", path, number: errno)
            }
            // Not every file system can be read past the memory that keeps files.
            isKept = linux_read_past_cache(descriptor) == 0
            let contents = FileContents(
                UnsafeRawBufferPointer(start: start, count: size), isMapped: true, descriptor: isKept ? descriptor : nil
            ) { [isKept] mapped in
                _ = munmap(UnsafeMutableRawPointer(mutating: mapped.baseAddress), mapped.count)
                if isKept { _ = Glibc.close(descriptor) }
            }
            contents.willBeRead(inOrder: true)
            return contents
        }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
        var filled = 0
        while filled < size {
            let got = read(descriptor, memory.baseAddress?.advanced(by: filled), size - filled)
            if got < 0, errno == EINTR { continue }
            if got < 0 {
                let number = errno
                memory.deallocate()
                throw FileError("read", path, number: number)
            }
            if got == 0 { break }
            filled += got
        }
        return FileContents(UnsafeRawBufferPointer(rebasing: memory[..<filled])) { $0.deallocate() }
    }

    /// A handle for writing at the end.
    package func openForAppending(_ path: String) throws(FileError) -> Int {
        try open("write", path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    }

    /// A handle on an empty file.
    package func create(_ path: String) throws(FileError) -> Int {
        try open("write", path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }

    private func open(_ verb: String, _ path: String, _ flags: Int32, _ mode: mode_t) throws(FileError) -> Int {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileError(verb, path, number: errno) }
        return Int(descriptor)
    }

    /// Writes some of the bytes.
    package func write(_ bytes: UnsafeRawBufferPointer, to handle: Int) throws(FileError) -> Int {
        while true {
            let put = Glibc.write(Int32(handle), bytes.baseAddress, bytes.count)
            if put > 0 || bytes.isEmpty { return put }
            if put < 0, errno == EINTR { continue }
            throw FileError("write", path(of: handle), number: put < 0 ? errno : EIO)
        }
    }

    /// Waits for the disk.
    package func sync(_ handle: Int) throws(FileError) {
        while fsync(Int32(handle)) != 0 {
            if errno == EINTR { continue }
            throw FileError("write", path(of: handle), number: errno)
        }
    }

    /// Closes a handle.
    package func close(_ handle: Int) {
        _ = Glibc.close(Int32(handle))
    }

    /// Cuts a file.
    package func truncate(_ path: String, to size: Int) throws(FileError) {
        let handle = try open("write", path, O_WRONLY, 0)
        defer { close(handle) }
        guard ftruncate(Int32(handle), off_t(size)) == 0 else { throw FileError("write", path, number: errno) }
        try sync(handle)
    }

    /// Replaces a file.
    package func rename(_ old: String, to new: String) throws(FileError) {
        guard Glibc.rename(old, new) == 0 else { throw FileError("write", new, number: errno) }
    }

    /// Removes a file.
    package func remove(_ path: String) throws(FileError) {
        if unlink(path) != 0, errno != ENOENT { throw FileError("remove", path, number: errno) }
    }

    /// Waits for the names in a folder.
    package func syncFolder(_ path: String) throws(FileError) {
        let handle = try open("write", path, O_RDONLY | O_DIRECTORY, 0)
        defer { close(handle) }
        try sync(handle)
    }

    /// Makes a folder.
    package func makeFolder(_ path: String) throws(FileError) {
        try FileSystem.makeDirectory(path)
    }

    /// The names in a folder.
    package func list(_ path: String) throws(FileError) -> [String] {
        guard try FileSystem.status(path) != nil else { return [] }
        return try FileSystem.list(path).map(\.name)
    }

    /// Takes the lock.
    ///
    /// Asked again at short intervals and not waited for in the kernel, where no end could be set to the wait.
    package func lock(_ path: String, waitingSeconds seconds: Int) throws(FileError) -> Int? {
        let handle = try open("lock", path, O_RDWR | O_CREAT, 0o644)
        let end = ContinuousClock.now + .seconds(seconds)
        var pause = 200
        while flock(Int32(handle), LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else {
                let number = errno
                close(handle)
                throw FileError("lock", path, number: number)
            }
            // By the clock: under load each pause takes longer than was asked for.
            guard ContinuousClock.now < end else {
                close(handle)
                return nil
            }
            usleep(UInt32(pause))
            pause = min(pause * 2, 5000)
        }
        return handle
    }

    private func path(of handle: Int) -> String {
        var target = [UInt8](repeating: 0, count: 4096)
        let count = target.withUnsafeMutableBytes { buffer in
            guard let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress else { return 0 }
            return readlink("/proc/self/fd/\(handle)", start, buffer.count)
        }
        return count > 0 ? String(decoding: target[..<count], as: UTF8.self) : "store"
    }
}

internal import CLinux
internal import Glibc

/// Reading and writing of whole files by path, on the real file system.
package enum FileSystem {
    /// What stands at a path.
    package enum Kind: Sendable, Equatable {
        /// A regular file.
        case file
        /// A folder.
        case directory
        /// A symbolic link, where links are not followed.
        case link
        /// A device, a socket, a pipe.
        case other
    }

    /// Facts about one path.
    package struct Status: Sendable, Equatable {
        /// What it is.
        package let kind: Kind
        /// Its size in bytes.
        package let size: Int
        /// The time of its last change in nanoseconds since 1970.
        package let modified: Int
        /// Device and inode: two paths with the same pair are the same file.
        package let identity: Identity
    }

    /// Device and inode.
    package struct Identity: Sendable, Hashable {
        /// The device.
        package let device: UInt
        /// The inode.
        package let inode: UInt
    }

    /// One entry of a folder.
    package struct Entry: Sendable, Equatable {
        /// The name without the folder.
        package let name: String
        /// What it is; a symbolic link is a link.
        package let kind: Kind
    }

    /// The whole content of a file; a symbolic link is followed.
    package static func read(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path, number: errno) }
        defer { _ = close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw FileError("read", path, number: errno) }
        guard facts.st_mode & S_IFMT != S_IFDIR else { throw FileError("read", path, number: EISDIR) }
        // A file that grows while it is read, or one in /proc that says it is empty, is read to its end.
        let expected = Int(facts.st_size)
        var failure: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, filled in
            while filled < buffer.count {
                let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { return }
                filled += got
            }
        }
        if failure != 0 { throw FileError("read", path, number: failure) }
        if bytes.count > expected {
            var chunk = [UInt8](repeating: 0, count: 65536)
            while true {
                let got = Glibc.read(descriptor, &chunk, chunk.count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { throw FileError("read", path, number: errno) }
                if got == 0 { break }
                bytes.append(contentsOf: chunk[..<got])
            }
        }
        return bytes
    }

    /// Writes a whole file in place of what was there; the folder must exist.
    ///
    /// - Parameter atomically: write beside it and rename, so that a reader sees the old or the new content.
    package static func write(
        _ bytes: [UInt8], to path: String, atomically: Bool = false
    ) throws(FileError) {
        let target = atomically ? "\(path).tmp\(getpid())" : path
        let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError("write", path, number: errno) }
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if put < 0, errno == EINTR { continue }
                if put < 0 {
                    failure = errno
                    return
                }
                done += put
            }
        }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, atomically, rename(target, path) != 0 { failure = errno }
        if failure != 0 {
            if atomically { _ = unlink(target) }
            throw FileError("write", path, number: failure)
        }
    }

    /// Facts about a path, or nil where there is nothing.
    package static func status(_ path: String, followingLinks: Bool = true) throws(FileError) -> Status? {
        var facts = stat()
        let result = followingLinks ? stat(path, &facts) : lstat(path, &facts)
        if result != 0 {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileError("look at", path, number: errno)
        }
        return Status(
            kind: kind(mode: facts.st_mode), size: Int(facts.st_size),
            modified: Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec),
            identity: Identity(device: UInt(facts.st_dev), inode: UInt(facts.st_ino)))
    }

    /// Whether a regular file stands there (links followed).
    package static func isFile(_ path: String) -> Bool { (try? status(path))?.kind == .file }

    /// Whether a folder stands there (links followed).
    package static func isDirectory(_ path: String) -> Bool { (try? status(path))?.kind == .directory }

    /// The entries of a folder, sorted by the bytes of their names.
    package static func list(_ path: String) throws(FileError) -> [Entry] {
        guard let stream = opendir(path) else { throw FileError("list", path, number: errno) }
        defer { _ = closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let record = readdir(stream) else {
                if errno != 0 { throw FileError("list", path, number: errno) }
                break
            }
            let name = withUnsafeBytes(of: &record.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            var kind: Kind
            switch Int32(record.pointee.d_type) {
            case Int32(DT_REG): kind = .file
            case Int32(DT_DIR): kind = .directory
            case Int32(DT_LNK): kind = .link
            case Int32(DT_UNKNOWN): kind = try status("\(path)/\(name)", followingLinks: false)?.kind ?? .other
            default: kind = .other
            }
            entries.append(Entry(name: name, kind: kind))
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Makes a folder and those above it; one that is there already is no error.
    package static func makeDirectory(_ path: String) throws(FileError) {
        if mkdir(path, 0o755) == 0 { return }
        let number = errno
        if number == EEXIST {
            if isDirectory(path) { return }
            throw FileError("make folder", path, number: ENOTDIR)
        }
        guard number == ENOENT, let slash = path.utf8.lastIndex(of: 0x2F), slash > path.startIndex else {
            throw FileError("make folder", path, number: number)
        }
        try makeDirectory(String(path[..<slash]))
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError("make folder", path, number: errno) }
    }

    /// Removes a file, a link or a folder with all that is in it; nothing there is no error. Links are not followed.
    package static func remove(_ path: String) throws(FileError) {
        guard let facts = try status(path, followingLinks: false) else { return }
        if facts.kind == .directory {
            for entry in try list(path) { try remove("\(path)/\(entry.name)") }
            if rmdir(path) != 0 { throw FileError("remove", path, number: errno) }
        } else if unlink(path) != 0, errno != ENOENT {
            throw FileError("remove", path, number: errno)
        }
    }

    /// The absolute path with every link resolved.
    package static func realPath(_ path: String) throws(FileError) -> String {
        guard let resolved = realpath(path, nil) else { throw FileError("find", path, number: errno) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Gives a file, a link or a folder another path; what stands there is replaced in one step, a folder only when it is
    /// empty.
    package static func move(_ path: String, to target: String) throws(FileError) {
        if rename(path, target) != 0 { throw FileError("move", path, number: errno) }
    }

    /// Exchanges what stands at two paths of one file system in one step, so that a reader sees the one or the other.
    ///
    /// - Throws: `EINVAL` on a file system that cannot.
    package static func exchange(_ path: String, _ other: String) throws(FileError) {
        if linux_exchange(path, other) != 0 {
            throw FileError("exchange", path, number: errno)
        }
    }

    /// Makes a symbolic link at `path` that leads to `target`; a link that is there is replaced in one step.
    package static func link(_ path: String, to target: String) throws(FileError) {
        let next = "\(path).tmp\(getpid())"
        _ = unlink(next)
        guard symlink(target, next) == 0 else { throw FileError("link", path, number: errno) }
        guard rename(next, path) == 0 else {
            let number = errno
            _ = unlink(next)
            throw FileError("link", path, number: number)
        }
    }

    /// Gives a file a second name, which must be free; both then are the same file.
    ///
    /// - Returns: false where the file system has no such names, or none left.
    package static func linkFile(_ path: String, as name: String) throws(FileError) -> Bool {
        if Glibc.link(path, name) == 0 { return true }
        if [EPERM, EMLINK, EXDEV, EOPNOTSUPP].contains(errno) { return false }
        throw FileError("link", path, number: errno)
    }

    /// Sets the time of the last change, in nanoseconds since 1970.
    package static func setModified(_ path: String, to time: Int) throws(FileError) {
        let now = timespec(tv_sec: time / 1_000_000_000, tv_nsec: time % 1_000_000_000)
        let times = [now, now]
        if utimensat(AT_FDCWD, path, times, 0) != 0 { throw FileError("set the time of", path, number: errno) }
    }

    /// Makes a folder of a new name below `TMPDIR` or `/tmp`, which only this user may read, and returns its path.
    package static func makeTemporaryDirectory(prefix: String) throws(FileError) -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/\(prefix)-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError("make folder", parent, number: errno) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Waits until everything that was written to the file system of `path` is on the disk.
    package static func synchronize(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("synchronize", path, number: errno) }
        defer { _ = close(descriptor) }
        if linux_syncfs(descriptor) != 0 { throw FileError("synchronize", path, number: errno) }
    }

    /// Does `work` while this process alone has the lock of the file at `path`, which is made when it is not there.
    ///
    /// - Returns: nil when another process has the lock.
    package static func locked<Result, Failure: Error>(
        _ path: String, _ work: () throws(Failure) -> Result
    ) throws -> Result? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError("lock", path, number: errno) }
        defer { _ = close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { return nil }
            throw FileError("lock", path, number: errno)
        }
        return try work()
    }

    private static func kind(mode: mode_t) -> Kind {
        switch mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        case S_IFLNK: return .link
        default: return .other
        }
    }
}

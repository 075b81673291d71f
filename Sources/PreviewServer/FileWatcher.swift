internal import Glibc
package import Text

/// Waits for changes below folders, through inotify.
///
/// Not for several threads at once: one loop owns it.
package final class FileWatcher {
    private let descriptor: Int32
    private var folders: [Int32: String] = [:]
    private let ignores: (String) -> Bool

    /// Watches `roots` (folders or single files) and every folder below them.
    ///
    /// - Parameter ignores: asked with each path; what it takes is neither watched nor reported.
    package init(roots: [String], ignoring ignores: @escaping (String) -> Bool = { _ in false }) throws(Diagnostic) {
        self.ignores = ignores
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else {
            throw Diagnostic(
                code: "serve.watch", "cannot watch files: \(String(cString: strerror(errno)))",
                suggestion: "raise fs.inotify.max_user_instances, or serve without watching")
        }
        for root in roots { try watch(root, depth: 0) }
    }

    deinit { _ = close(descriptor) }

    private static let events =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
        | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ATTRIB)

    private func watch(_ path: String, depth: Int) throws(Diagnostic) {
        guard depth < 64, !ignores(path) else { return }
        let watch = inotify_add_watch(descriptor, path, Self.events)
        if watch < 0 {
            // A folder that is gone again is no error; it was a moment ago a temporary one.
            if errno == ENOENT || errno == ENOTDIR || errno == EACCES { return }
            throw Diagnostic(
                code: "serve.watch", "cannot watch \(path): \(String(cString: strerror(errno)))",
                suggestion: "raise fs.inotify.max_user_watches")
        }
        folders[watch] = path
        guard let stream = opendir(path) else { return }
        defer { _ = closedir(stream) }
        while let record = readdir(stream) {
            guard Int32(record.pointee.d_type) == Int32(DT_DIR) else { continue }
            let name = withUnsafeBytes(of: &record.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { try self.watch("\(path)/\(name)", depth: depth + 1) }
        }
    }

    /// The paths that changed, sorted, or none after `timeout` milliseconds.
    ///
    /// Waits until nothing has changed for `settle` milliseconds, since editors save in several steps.
    package func changes(timeout: Int32, settle: Int32 = 30) -> [String] {
        var changed: Set<String> = []
        var wait = timeout
        while true {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, wait) > 0 else { break }
            readEvents(into: &changed)
            // Changes that were ignored must not prolong the wait for ever.
            wait = settle
        }
        return changed.sorted()
    }

    private func readEvents(into changed: inout Set<String>) {
        let header = MemoryLayout<inotify_event>.size
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 8)
        defer { buffer.deallocate() }
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            guard count > 0 else { return }
            var offset = 0
            while offset + header <= count {
                let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let start = offset + header
                let length = min(Int(event.len), count - start)
                let name = String(decoding: buffer[start..<start + length].prefix { $0 != 0 }, as: UTF8.self)
                take(event, name: name, into: &changed)
                offset = start + length
            }
        }
    }

    private func take(_ event: inotify_event, name: String, into changed: inout Set<String>) {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
            // Events were lost: say that everything may have changed.
            changed.formUnion(folders.values)
            return
        }
        guard let folder = folders[event.wd] else { return }
        if event.mask & UInt32(IN_IGNORED) != 0 { folders[event.wd] = nil }
        let path = name.isEmpty ? folder : "\(folder)/\(name)"
        guard !ignores(path) else { return }
        let isFolder = event.mask & UInt32(IN_ISDIR) != 0
        if isFolder, event.mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0 {
            // A folder that cannot be watched is reported by the next event in its parent at the latest.
            try? watch(path, depth: 0)
        }
        if event.mask & UInt32(IN_ATTRIB) != 0, isFolder { return }
        changed.insert(path)
    }
}

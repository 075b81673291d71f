internal import Glibc

/// The folders of a tree with the times of their last change: cheap to compare, and changed by whoever adds, removes or
/// replaces a file in one of them.
package struct TreeMarks: Sendable {
    /// The time of each folder by its path below the tree, which is empty for the tree itself.
    package private(set) var folders: [(path: String, modified: Int)]

    /// The folders below `root`, and it itself.
    package init(of root: String) throws(FileError) {
        folders = []
        try walk(root, "")
    }

    private mutating func walk(_ folder: String, _ path: String) throws(FileError) {
        guard let status = try FileSystem.status(folder, followingLinks: path.isEmpty) else { return }
        folders.append((path, status.modified))
        for entry in try FileSystem.list(folder) where entry.kind == .directory {
            try walk("\(folder)/\(entry.name)", path.isEmpty ? entry.name : "\(path)/\(entry.name)")
        }
    }

    /// The first folder of `root` whose time is another one now, nil when there is none; those in `except` are not asked.
    package func firstChange(in root: String, except: Set<String> = []) throws(FileError) -> String? {
        // From the root on: of ten thousand long paths the system would walk the same beginning each time.
        let start = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard start >= 0 else { throw FileError("look at", root, number: errno) }
        defer { _ = close(start) }
        var facts = stat()
        for (path, modified) in folders where except.isEmpty || !except.contains(path) {
            guard fstatat(start, path.isEmpty ? "." : path, &facts, 0) == 0,
                Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec) == modified
            else { return path.isEmpty ? root : "\(root)/\(path)" }
        }
        return nil
    }

    // MARK: As a file

    /// An entry for each folder: the time, a blank, the path, and a byte of zero, which no path holds.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for (path, modified) in folders {
            bytes += String(modified).utf8
            bytes.append(0x20)
            bytes += path.utf8
            bytes.append(0x00)
        }
        return bytes
    }

    /// Reads what `bytes` gave; nil for anything else.
    package init?(_ bytes: [UInt8]) {
        folders = []
        for entry in bytes.split(separator: 0x00) {
            guard let blank = entry.firstIndex(of: 0x20),
                let time = Int(String(decoding: entry[..<blank], as: UTF8.self))
            else { return nil }
            folders.append((String(decoding: entry[(blank + 1)...], as: UTF8.self), time))
        }
        guard folders.first?.path == "" else { return nil }
    }
}

extension FileSystem {
    /// Makes `target` a tree like `root`, of the same files under second names where the file system has such, else of
    /// copies; the folders have the times of those they are made after. Only folders and files are taken.
    ///
    /// - Precondition: nothing stands at `target`.
    package static func cloneTree(_ root: String, to target: String) throws(FileError) {
        try makeDirectory(target)
        for entry in try list(root) {
            let source = "\(root)/\(entry.name)"
            let copy = "\(target)/\(entry.name)"
            switch entry.kind {
            case .directory: try cloneTree(source, to: copy)
            case .file: if try !linkFile(source, as: copy) { try write(try read(source), to: copy) }
            case .link, .other: break
            }
        }
        if let status = try status(root) { try setModified(target, to: status.modified) }
    }
}

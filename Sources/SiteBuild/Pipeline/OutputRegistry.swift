internal import Files
internal import Synchronization
internal import Text

/// The files of the site as they are made; they reach the disk together when the whole build has succeeded.
final class OutputRegistry: Sendable {
    private let files = Mutex<[String: [UInt8]]>([:])

    /// Adds a file; a second one of the same path replaces the first.
    func add(path: String, bytes: [UInt8]) {
        files.withLock { $0[path] = bytes }
    }

    /// Whether there is a file of that path.
    func contains(_ path: String) -> Bool { files.withLock { $0[path] != nil } }

    /// The files by path.
    var all: [String: [UInt8]] { files.withLock { $0 } }
}

/// Puts the files of a site into the destination folder.
struct OutputWriter {
    private let destination: String
    private let removesStale: Bool

    init(destination: String, removesStale: Bool) {
        self.destination = destination
        self.removesStale = removesStale
    }

    /// What was done.
    struct Result: Sendable {
        /// How many files were written.
        var written = 0
        /// How many were there already with the same bytes.
        var unchanged = 0
        /// How many were removed.
        var removed = 0
    }

    /// Writes what differs from what is there, so that times of unchanged files stay and a second build is quick.
    ///
    /// - Parameter copies: static files: the path below the destination, and the path to copy from.
    func write(_ files: [String: [UInt8]], copies: [(path: String, source: String)]) throws(FileError) -> Result {
        var result = Result()
        var folders: Set<String> = []
        try FileSystem.makeDirectory(destination)
        for path in files.keys.sorted() {
            guard let bytes = files[path] else { continue }
            try put(bytes, at: path, &folders, &result)
        }
        for (path, source) in copies where files[path] == nil {
            try put(try FileSystem.read(source), at: path, &folders, &result)
        }
        if removesStale {
            let kept = Set(files.keys).union(copies.map(\.path))
            try removeStale(below: destination, prefix: "", kept: kept, &result)
        }
        return result
    }

    private func put(
        _ bytes: [UInt8], at path: String, _ folders: inout Set<String>, _ result: inout Result
    ) throws(FileError) {
        let target = destination + "/" + path
        if let status = try FileSystem.status(target, followingLinks: false) {
            if status.kind == .file, status.size == bytes.count, try FileSystem.read(target) == bytes {
                result.unchanged += 1
                return
            }
            // A folder or a link in the way is not written through.
            if status.kind != .file { try FileSystem.remove(target) }
        }
        let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        if folders.insert(folder).inserted { try FileSystem.makeDirectory(folder) }
        try FileSystem.write(bytes, to: target, atomically: true)
        result.written += 1
    }

    private func removeStale(
        below folder: String, prefix: String, kept: Set<String>, _ result: inout Result
    ) throws(FileError) {
        for entry in try FileSystem.list(folder) {
            // What begins with a dot is not ours: `.git`, `.nojekyll`.
            if entry.name.hasPrefix(".") { continue }
            let path = prefix + entry.name
            if entry.kind == .directory {
                try removeStale(below: folder + "/" + entry.name, prefix: path + "/", kept: kept, &result)
                if try FileSystem.list(folder + "/" + entry.name).isEmpty {
                    try FileSystem.remove(folder + "/" + entry.name)
                }
            } else if !kept.contains(path) {
                try FileSystem.remove(folder + "/" + entry.name)
                result.removed += 1
            }
        }
    }
}

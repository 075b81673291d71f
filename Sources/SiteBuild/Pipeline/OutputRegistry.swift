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

    /// Adds a file that templates made: of two sites that make one of the same path the first keeps it.
    func addMade(path: String, bytes: [UInt8]) {
        files.withLock { files in
            if files[path] == nil { files[path] = bytes }
        }
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
        let sources = Dictionary(copies.map { ($0.path, $0.source) }) { first, _ in first }
        let all = (Array(files.keys) + sources.keys.filter { files[$0] == nil }).sorted()
        try FileSystem.makeDirectory(destination)
        var folders: Set<Substring> = []
        for path in all {
            guard let slash = path.utf8.lastIndex(of: 0x2F), folders.insert(path[..<slash]).inserted else { continue }
            try FileSystem.makeDirectory(destination + "/" + path[..<slash])
        }
        let state = Mutex((result: Result(), failure: FileError?.none))
        Workers.run(all, threads: Processors.count) { path in
            do throws(FileError) {
                var bytes = files[path] ?? []
                if files[path] == nil, let source = sources[path] { bytes = try FileSystem.read(source) }
                let isNew = try put(bytes, at: path)
                state.withLock { state in
                    if isNew { state.result.written += 1 } else { state.result.unchanged += 1 }
                }
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }
        var (result, failure) = state.withLock { $0 }
        if let failure { throw failure }
        if removesStale {
            let kept = Set(files.keys).union(copies.map(\.path))
            try removeStale(below: destination, prefix: "", kept: kept, &result)
        }
        return result
    }

    /// Writes a file unless it is there with the same bytes; whether it was written.
    private func put(_ bytes: [UInt8], at path: String) throws(FileError) -> Bool {
        let target = destination + "/" + path
        if let status = try FileSystem.status(target, followingLinks: false) {
            if status.kind == .file, status.size == bytes.count, try FileSystem.read(target) == bytes { return false }
            // A folder or a link in the way is not written through.
            if status.kind != .file { try FileSystem.remove(target) }
        }
        try FileSystem.write(bytes, to: target, atomically: true)
        return true
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

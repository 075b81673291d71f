package import Files
package import Text

/// A site in memory: what a preview serves.
package struct BuiltSite: Sendable {
    private let made: [String: [UInt8]]
    private let copied: [String: String]
    private let sources: [String: SourceFile]

    init(made: [String: [UInt8]], copied: [String: String], sources: [String: SourceFile]) {
        self.made = made
        self.copied = copied
        self.sources = sources
    }

    /// The paths of all files below the destination.
    package var paths: Set<String> { Set(made.keys).union(copied.keys) }

    /// The file of content that a page was made from, nil for what has none: lists, the portal's pages, redirects.
    package func source(of path: String) -> SourceFile? { sources[path] }

    /// The bytes of a file by its path below the destination, nil when the site has no such file.
    package func file(_ path: String) -> [UInt8]? {
        made[path] ?? copied[path].flatMap { try? FileSystem.read($0) }
    }

    /// Writes the whole site into a folder, which is made when it is not there.
    package func write(to folder: String) throws(FileError) {
        let copies = copied.map { (path: $0.key, source: $0.value) }
        _ = try OutputWriter(destination: folder, removesStale: false).write(made, copies: copies)
    }

    /// How many files of the site `folder` lacks, has otherwise, or has too much; names that begin with a dot are not
    /// counted as too much, because `.git` and the like belong to others.
    package func differences(from folder: String) throws(FileError) -> Int {
        var count = 0
        for path in paths {
            let there = folder + "/" + path
            guard let bytes = file(path), try FileSystem.status(there, followingLinks: false)?.size == bytes.count,
                try FileSystem.read(there) == bytes
            else {
                count += 1
                continue
            }
        }
        return count + (try surplus(folder, prefix: "", paths))
    }

    private func surplus(_ folder: String, prefix: String, _ paths: Set<String>) throws(FileError) -> Int {
        guard FileSystem.isDirectory(folder) else { return 0 }
        var count = 0
        for entry in try FileSystem.list(folder) where !entry.name.hasPrefix(".") {
            let path = prefix + entry.name
            if entry.kind == .directory {
                count += try surplus(folder + "/" + entry.name, prefix: path + "/", paths)
            } else if !paths.contains(path) {
                count += 1
            }
        }
        return count
    }
}

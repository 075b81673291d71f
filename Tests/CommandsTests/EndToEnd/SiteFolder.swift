import Files
import Glibc
import Synchronization
import Testing

/// A site of a test in a folder of its own, which goes away with it.
final class SiteFolder: Sendable {
    /// One file of a snapshot.
    struct File: Equatable {
        let bytes: [UInt8]
        let modified: Int
    }

    let path: String
    private let runs = Mutex(0)

    /// A folder with what a site must have, and with `files`.
    init(_ files: [String: String] = [:], isSite: Bool = true) throws {
        path = "/tmp/keyport-site-\(UInt64.random(in: 0...UInt64.max))"
        try FileSystem.makeDirectory(path)
        if isSite {
            try write("baseURL = \"https://docs.example/\"\ntitle = \"Docs\"\n", to: "hugo.toml")
            try write("---\ntitle: Start\n---\n\nWelcome.\n", to: "content/_index.md")
        }
        for (name, text) in files { try write(text, to: name) }
    }

    /// A folder with `files` and a store with one key.
    convenience init(withKey key: String, _ files: [String: String]) throws {
        try self.init(files)
        #expect(try ProgramRun(["keys", "create", key, "--now", Self.present], in: self).status == 0)
    }

    /// Records one start with a key.
    func use(_ key: String, _ id: String) throws {
        let words = ["usage", "record", "--key", key, "--source", "t", "--id", id, "--now", Self.present]
        #expect(try ProgramRun(words, in: self).status == 0)
    }

    deinit {
        try? FileSystem.remove(path)
        try? FileSystem.remove(path + ".runs")
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let folder = name.split(separator: "/").dropLast().joined(separator: "/")
        try FileSystem.makeDirectory(path + "/" + folder)
        try FileSystem.write(bytes, to: path + "/" + name)
    }

    func bytes(_ name: String) throws -> [UInt8] { try FileSystem.read(path + "/" + name) }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// A folder beside the site for the streams of one run.
    func scratch() -> String {
        let number = runs.withLock { count in
            count += 1
            return count
        }
        return "\(path).runs/\(number)"
    }

    /// Everything that runs have written to standard output and standard error.
    func streams() throws -> [String: File] { try Self.snapshot(path + ".runs", "") }

    /// Every file below `folder` with its bytes and the time of its last change; empty where there is nothing.
    func snapshot(_ folder: String = "") throws -> [String: File] { try Self.snapshot(path + "/" + folder, "") }

    /// The bytes of every file below `folder`.
    func contents(_ folder: String) throws -> [String: [UInt8]] { try snapshot(folder).mapValues(\.bytes) }

    private static func snapshot(_ root: String, _ below: String) throws -> [String: File] {
        var files: [String: File] = [:]
        guard FileSystem.isDirectory(root + below) else { return files }
        for entry in try FileSystem.list(root + below) {
            let name = "\(below)/\(entry.name)"
            if entry.kind == .directory {
                files.merge(try snapshot(root, name)) { $1 }
            } else if entry.kind == .file {
                files[name] = File(
                    bytes: try FileSystem.read(root + name), modified: try FileSystem.status(root + name)?.modified ?? 0
                )
            }
        }
        return files
    }

    /// Makes the example workspace of the repository in `store`, up to ``present``.
    func makeExampleStore() throws {
        let status = try RunningProgram(["store", "--until", Self.present], in: self, product: "demo-store").wait(
            limit: 60)
        if status != 0 { throw FileError("make", path + "/store", number: EIO) }
    }

    /// The time of the tests that have a store.
    static let present = "2026-11-23T09:00:00Z"
}

extension [UInt8] {
    /// Whether the bytes of `text` stand in it.
    func contains(_ text: String) -> Bool {
        let needle = Array(text.utf8)
        guard let first = needle.first else { return true }
        return withUnsafeBytes { all in
            var start = 0
            while start + needle.count <= all.count {
                let rest = all.count - needle.count + 1 - start
                guard let base = all.baseAddress, let hit = memchr(base + start, Int32(first), rest) else {
                    return false
                }
                start = UnsafeRawPointer(hit) - base
                if memcmp(hit, needle, needle.count) == 0 { return true }
                start += 1
            }
            return false
        }
    }
}

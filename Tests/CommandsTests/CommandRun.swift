import Files
import Glibc

@testable import Commands

/// What one command line did.
struct CommandRun {
    let status: Int32
    let output: String
    let messages: String

    /// Runs a command line within this process, its streams on files.
    init(_ words: [String], input: String = "") throws {
        let folder = try TemporaryFolder()
        try FileSystem.write(Array(input.utf8), to: folder.path + "/in")
        let descriptors = (
            open(folder.path + "/in", O_RDONLY), open(folder.path + "/out", O_RDWR | O_CREAT, 0o600),
            open(folder.path + "/err", O_RDWR | O_CREAT, 0o600)
        )
        let console = Console(input: descriptors.0, output: descriptors.1, error: descriptors.2)
        status = KeyportCommand.dispatch(words, console: console).rawValue
        _ = (close(descriptors.0), close(descriptors.1), close(descriptors.2))
        output = String(decoding: try FileSystem.read(folder.path + "/out"), as: UTF8.self)
        messages = String(decoding: try FileSystem.read(folder.path + "/err"), as: UTF8.self)
    }
}

/// A folder of its own, which goes away with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = "/tmp/keyport-commands-\(UInt64.random(in: 0...UInt64.max))"
        try FileSystem.makeDirectory(path)
    }

    deinit { try? FileSystem.remove(path) }

    /// Every file in it and below, by its path within.
    func files(below: String = "") throws -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for entry in try FileSystem.list(path + below) {
            let inner = "\(below)/\(entry.name)"
            if entry.kind == .directory {
                files += try self.files(below: inner)
            } else {
                files.append((inner, try FileSystem.read(path + inner)))
            }
        }
        return files
    }
}

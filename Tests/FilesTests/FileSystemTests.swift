import Files
internal import Glibc
import Testing
import Text

@Suite struct FileSystemTests {
    /// A fresh folder; the system removes what stands in its temporary folder.
    static func temporaryFolder() throws -> String {
        var template = Array("/tmp/keyport-files-XXXXXX".utf8CString)
        return String(cString: try #require(mkdtemp(&template)))
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 1_000_000])
    func readsBackWhatItWrote(_ count: Int) throws {
        let path = try Self.temporaryFolder() + "/file"
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try FileSystem.write(bytes, to: path)
        #expect(try FileSystem.read(path) == bytes)
        try FileSystem.write([1, 2, 3], to: path, atomically: true)
        #expect(try FileSystem.read(path) == [1, 2, 3])
    }

    @Test func readsAFileThatSaysItIsEmpty() throws {
        // What stands in /proc has a size of zero and content all the same.
        #expect(try !FileSystem.read("/proc/self/status").isEmpty)
    }

    @Test(arguments: [0, 5, 3_000_000])
    func givesAProgramItsInputAndTakesItsOutput(_ count: Int) throws {
        // More than a pipe holds, both ways.
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let run = try Subprocess(["cat"], input: bytes)
        #expect(run.status == 0)
        #expect(run.output == bytes)
    }

    @Test func saysWhichCallFailedAndWhy() throws {
        let folder = try Self.temporaryFolder()
        let missing = #expect(throws: FileError.self) { try FileSystem.read(folder + "/none") }
        #expect(missing?.isNotFound == true)
        #expect(missing?.diagnostic.rendered == "\(folder)/none: error: cannot read: No such file or directory")
        #expect(throws: FileError("read", folder, number: EISDIR)) { try FileSystem.read(folder) }
        #expect(throws: FileError.self) { try FileSystem.write([1], to: folder + "/none/file") }
    }

    @Test func leavesTheOldContentWhenAnAtomicWriteFails() throws {
        let folder = try Self.temporaryFolder()
        try FileSystem.makeDirectory(folder + "/target")
        #expect(throws: FileError.self) { try FileSystem.write([1], to: folder + "/target", atomically: true) }
        #expect(try FileSystem.list(folder).map(\.name) == ["target"])
    }

    @Test func listsInTheOrderOfBytesAndTellsKindsApart() throws {
        let folder = try Self.temporaryFolder()
        for name in ["b", "a", "Z", "ä"] { try FileSystem.write([], to: "\(folder)/\(name)") }
        try FileSystem.makeDirectory(folder + "/sub")
        symlink("nowhere", folder + "/link")
        let entries = try FileSystem.list(folder)
        #expect(entries.map(\.name) == ["Z", "a", "b", "link", "sub", "ä"])
        #expect(entries.map(\.kind) == [.file, .file, .file, .link, .directory, .file])
    }

    @Test func makesFoldersAndThoseAboveOnce() throws {
        let folder = try Self.temporaryFolder()
        try FileSystem.makeDirectory(folder + "/a/b/c")
        try FileSystem.makeDirectory(folder + "/a/b/c")
        #expect(FileSystem.isDirectory(folder + "/a/b/c"))
        try FileSystem.write([], to: folder + "/file")
        #expect(throws: FileError("make folder", folder + "/file", number: ENOTDIR)) {
            try FileSystem.makeDirectory(folder + "/file")
        }
    }

    @Test func removesAFolderWithoutFollowingItsLinks() throws {
        let folder = try Self.temporaryFolder()
        try FileSystem.write([1], to: folder + "/kept")
        try FileSystem.makeDirectory(folder + "/gone/deep")
        symlink(folder, folder + "/gone/deep/link")
        try FileSystem.remove(folder + "/gone")
        #expect(!FileSystem.isDirectory(folder + "/gone"))
        #expect(FileSystem.isFile(folder + "/kept"))
        try FileSystem.remove(folder + "/gone")
    }

    @Test func knowsTheSameFileUnderTwoNames() throws {
        let folder = try Self.temporaryFolder()
        try FileSystem.write([1, 2], to: folder + "/file")
        symlink("file", folder + "/link")
        let direct = try #require(try FileSystem.status(folder + "/file"))
        let through = try #require(try FileSystem.status(folder + "/link"))
        #expect(direct.identity == through.identity)
        #expect(try FileSystem.status(folder + "/link", followingLinks: false)?.kind == .link)
        #expect(try FileSystem.status(folder + "/none") == nil)
        #expect(try FileSystem.realPath(folder + "/link") == FileSystem.realPath(folder) + "/file")
    }
}

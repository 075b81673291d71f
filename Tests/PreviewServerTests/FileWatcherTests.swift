internal import Glibc
import PreviewServer
import Testing

@Suite struct FileWatcherTests {
    static func temporaryFolder() throws -> String {
        var template = Array("/tmp/keyport-watch-XXXXXX".utf8CString)
        let path = try #require(mkdtemp(&template))
        return String(cString: path)
    }

    static func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    @Test func reportsAFileThatWasSaved() throws {
        let folder = try Self.temporaryFolder()
        let watcher = try FileWatcher(roots: [folder])
        Self.write("x", to: "\(folder)/a.md")
        #expect(watcher.changes(timeout: 2000) == ["\(folder)/a.md"])
        #expect(watcher.changes(timeout: 0) == [])
    }

    @Test func watchesAFolderThatIsMadeLater() throws {
        let folder = try Self.temporaryFolder()
        let watcher = try FileWatcher(roots: [folder])
        mkdir("\(folder)/new", 0o755)
        #expect(watcher.changes(timeout: 2000) == ["\(folder)/new"])
        Self.write("x", to: "\(folder)/new/a.md")
        #expect(watcher.changes(timeout: 2000) == ["\(folder)/new/a.md"])
    }

    @Test func reportsRenamingAndRemoving() throws {
        let folder = try Self.temporaryFolder()
        Self.write("x", to: "\(folder)/a")
        let watcher = try FileWatcher(roots: [folder])
        rename("\(folder)/a", "\(folder)/b")
        #expect(watcher.changes(timeout: 2000) == ["\(folder)/a", "\(folder)/b"])
        unlink("\(folder)/b")
        #expect(watcher.changes(timeout: 2000) == ["\(folder)/b"])
    }

    @Test func leavesOutWhatIsIgnored() throws {
        let folder = try Self.temporaryFolder()
        let watcher = try FileWatcher(roots: [folder]) { $0.hasSuffix("~") }
        Self.write("x", to: "\(folder)/a~")
        #expect(watcher.changes(timeout: 200) == [])
    }
}

import Files
import Glibc
import Testing

@testable import Commands

@Suite struct TerminalTests {
    /// Answers the question of `keys delete` on a terminal of our own; returns the status and whether the key is left.
    private func delete(answering answer: String) throws -> (status: Int32, isLeft: Bool, said: String) {
        let site = try TemporaryFolder()
        _ = try CommandRun(["keys", "create", "nightly", "-s", site.path])
        // What posix_openpt, unlockpt and ptsname do, which Glibc's module does not show.
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var lock: Int32 = 0
        var number: Int32 = 0
        try #require(master >= 0 && ioctl(master, 0x4004_5431, &lock) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        defer { _ = (close(slave), close(master)) }
        let bytes = Array((answer + "\n").utf8)
        try #require(write(master, bytes, bytes.count) == bytes.count)
        let console = Console(input: slave, output: slave, error: slave)
        let status = KeyportCommand.dispatch(["keys", "delete", "nightly", "-s", site.path], console: console)
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = max(0, read(master, &buffer, buffer.count))
        let list = try CommandRun(["keys", "list", "-s", site.path])
        return (status.rawValue, list.output.contains("nightly"), String(decoding: buffer[..<count], as: UTF8.self))
    }

    @Test(.serialized, arguments: ["y", "YES"]) func yesOnATerminalDeletes(_ answer: String) throws {
        let result = try delete(answering: answer)
        #expect(result.status == 0)
        #expect(!result.isLeft)
        #expect(result.said.contains("Delete \"nightly\""))
    }

    @Test(.serialized, arguments: ["n", "", "yesterday"]) func anythingElseLeavesTheKey(_ answer: String) throws {
        let result = try delete(answering: answer)
        #expect(result.status == 1)
        #expect(result.isLeft)
    }
}

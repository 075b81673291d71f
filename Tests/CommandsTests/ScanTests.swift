import Files
import Glibc
import Testing

@testable import Commands

@Suite struct ScanTests {
    private let site: TemporaryFolder
    private let secret: String

    init() throws {
        site = try TemporaryFolder()
        secret = String(try CommandRun(["keys", "create", "nightly", "-s", site.path]).output.dropLast())
        try FileSystem.makeDirectory(site.path + "/tree/deep/.hidden")
    }

    private func scan(_ path: String) throws -> CommandRun {
        try CommandRun(["keys", "scan", site.path + path, "-s", site.path])
    }

    private func places(_ run: CommandRun) -> [String] {
        run.output.split(separator: "\n").map { line in
            String(line.split(separator: " ")[0]).replacing(site.path, with: "")
        }
    }

    @Test func aSecretIsFoundWithItsPlaceAndIsNotPrinted() throws {
        let body = secret.dropFirst(5)
        try FileSystem.write(Array("a\nbc TOKEN=\(secret)\n".utf8), to: site.path + "/tree/env")
        try FileSystem.write(Array("x\(secret)\(secret)y".utf8), to: site.path + "/tree/deep/.hidden/twice")
        let run = try scan("/tree")
        #expect(run.status == 1)
        #expect(places(run) == ["/tree/env:2:10:", "/tree/deep/.hidden/twice:1:2:", "/tree/deep/.hidden/twice:1:43:"])
        #expect(run.output.contains("\"nightly\" (key_") && run.output.contains("): valid\n"))
        #expect(!(run.output + run.messages).contains(body))
        _ = try CommandRun(["keys", "delete", "nightly", "--yes", "-s", site.path])
        #expect(try scan("/tree/env").output.hasSuffix("): deleted\n"))
    }

    @Test func whatIsNoSecretIsNotFound() throws {
        var wrong = Array(secret.utf8)
        wrong[12] = wrong[12] == 0x61 ? 0x62 : 0x61
        let texts = [String(secret.dropLast()), String(decoding: wrong, as: UTF8.self), "lsci_", "lsat_lsci_", ""]
        for (index, text) in texts.enumerated() {
            try FileSystem.write(Array(text.utf8), to: site.path + "/tree/\(index)")
        }
        let run = try scan("/tree")
        #expect(run.status == 0 && run.output.isEmpty)
    }

    @Test func aSecretOfAnotherWorkspaceIsFoundAsUnknown() throws {
        let other = try TemporaryFolder()
        let foreign = String(try CommandRun(["keys", "create", "x", "-s", other.path]).output.dropLast())
        try FileSystem.write(Array(foreign.utf8), to: site.path + "/tree/env")
        let run = try scan("/tree")
        #expect(run.status == 1)
        #expect(run.output.hasSuffix(" not_found\n"))
    }

    @Test func binaryFilesAndBordersBetweenPiecesHideNothing() throws {
        // A file is read a mebibyte at a time: the secret stands at every place around the border.
        let piece = 1 << 20
        var expected: [String] = []
        for shift in [0, 1, 20, 40, 41, 42] {
            var bytes = [UInt8](repeating: 0, count: piece - shift)
            bytes[100] = 0x0A
            bytes += Array(secret.utf8) + [0xFF, 0x00, 0x0A]
            try FileSystem.write(bytes, to: site.path + "/tree/b\(shift)")
            expected.append("/tree/b\(shift):2:\(piece - shift - 100):")
        }
        #expect(try places(scan("/tree")) == expected.sorted())
    }

    @Test func linksAreNotFollowedAndPipesDoNotBlock() throws {
        let outside = try TemporaryFolder()
        try FileSystem.write(Array(secret.utf8), to: outside.path + "/env")
        #expect(symlink(outside.path, site.path + "/tree/folder") == 0)
        #expect(symlink(outside.path + "/env", site.path + "/tree/file") == 0)
        #expect(symlink(site.path + "/tree", site.path + "/tree/deep/loop") == 0)
        #expect(mkfifo(site.path + "/tree/pipe", 0o600) == 0)
        #expect(try scan("/tree").status == 0)
        // The path that was named is meant, though it is a link.
        #expect(try scan("/tree/file").status == 1)
        #expect(try scan("/tree/pipe").messages.contains("it is no file and no folder"))
    }
}

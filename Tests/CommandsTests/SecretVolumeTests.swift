import Files
import Glibc
import KeyLedger
import Testing

@testable import Commands

/// Many secrets made, used and rotated: no part of one, nor of its hash, is in anything but the answer that it was.
@Suite struct SecretVolumeTests {
    /// Finds parts of secrets and of their hashes in any bytes.
    private struct Needles {
        private var secrets = Set<[UInt8]>()
        private var hashes = Set<[UInt8]>()
        private let secretLength = 10
        private let hashLength = 16

        /// The middle of a secret, which no hint shows, in three parts.
        mutating func add(secret: String) {
            let body = Array(secret.utf8.suffix(36))
            for start in [4, 14, 22] { secrets.insert(Array(body[start..<(start + secretLength)])) }
        }

        mutating func add(hash: Substring) {
            let digits = Array(hash.utf8)
            for start in stride(from: 0, to: 64, by: hashLength) {
                hashes.insert(Array(digits[start..<(start + hashLength)]))
            }
        }

        var hashCount: Int { hashes.count / 4 }

        /// Whether a part of a secret, or of a hash where those may not be either, stands in `bytes`.
        func stand(in bytes: [UInt8], withHashes: Bool = true) -> Bool {
            // Only within words that are long enough can either stand.
            for word in bytes.split(whereSeparator: { !Self.isWordByte($0) }) where word.count >= secretLength {
                for start in word.startIndex...(word.endIndex - secretLength)
                where secrets.contains(Array(word[start..<(start + secretLength)])) { return true }
                guard withHashes, word.count >= hashLength else { continue }
                for start in word.startIndex...(word.endIndex - hashLength)
                where hashes.contains(Array(word[start..<(start + hashLength)])) { return true }
            }
            return false
        }

        private static func isWordByte(_ byte: UInt8) -> Bool {
            0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
        }
    }

    /// Lives of 20 secrets for each of 15 keys in a site of their own; 34 sites are 10,200 secrets.
    @Test func noneIsInOutputLogsErrorsExportsOrPages() throws {
        let rounds = getenv("KEYPORT_LONG_TESTS") != nil ? 34 : 1
        var count = 0
        for _ in 0..<rounds { count += try Self.round(keys: 15, secrets: rounds == 1 ? 4 : 20) }
        print("secrets: \(count) looked for")
        #expect(count >= rounds * 60)
    }

    private static func round(keys: Int, secrets: Int) throws -> Int {
        let site = try TemporaryFolder()
        try FileSystem.makeDirectory(site.path + "/content")
        try FileSystem.write(Array("title = \"Docs\"\n".utf8), to: site.path + "/hugo.toml")
        try FileSystem.write(Array("---\ntitle: Start\n---\n".utf8), to: site.path + "/content/_index.md")
        var all: [String] = []
        var said: [String] = []
        func run(_ words: [String], input: String = "") throws -> CommandRun {
            let run = try CommandRun(words + ["-s", site.path], input: input)
            said += [run.output, run.messages]
            return run
        }
        func secret(_ words: [String]) throws {
            let run = try CommandRun(words + ["-s", site.path])
            #expect(run.status == 0, "\(run.messages)")
            all.append(String(run.output.dropLast()))
            said.append(run.messages)
        }
        for key in 0..<keys {
            let kind = key % 2 == 0 ? "ci_key" : "ci_auth_token"
            try secret(["keys", "create", "key \(key)", "--kind", kind])
        }
        for turn in 1..<secrets {
            for key in 0..<keys {
                try secret(["keys", "rotate", "key \(key)"] + (turn % 2 == 0 ? ["--overlap", "3d"] : []))
                guard (turn + key) % 5 == 0, let newest = all.last else { continue }
                // Used as it is meant, and in all the ways in which it is not.
                #expect(try run(["keys", "verify", "--json"], input: newest).status == 0)
                _ = try run(["usage", "record", "--key", "key \(key)", "--id", "\(turn)/\(key)"])
                _ = try run(["usage", "record", "--key", newest])
                _ = try run(["keys", "show", newest])
                _ = try run(["keys", "create", newest])
                _ = try run(["keys", "list", "--name", newest])
                _ = try run(["keys", "import", "-"], input: "name,hash\n\(newest),\(newest)\n")
                _ = try run(
                    ["usage", "import", "-"],
                    input:
                        "{\"id\":\"\(newest)\",\"source\":\"s\",\"time\":\"2026-11-20T10:00:00Z\",\"key\":\"\(newest)\"}\n"
                )
                _ = try run(["usage", "import", "-"], input: "id,source,time,key\n1,\(newest),never,\(newest)\n")
                #expect(try run(["keys", "scan", "-"], input: "x \(newest)").status == 1)
            }
        }
        for words in [
            ["keys", "list", "--all"], ["keys", "list", "--json"], ["keys", "list", "--format", "csv"],
            ["keys", "export"],
            ["keys", "export", "--format", "csv"], ["keys", "show", "key 3", "--json"], ["audit", "list"],
            ["audit", "list", "--json"], ["audit", "verify"], ["usage", "summary"], ["usage", "summary", "--json"],
            ["usage", "verify", "--json"], ["report", "--format", "json"], ["report", "--format", "csv"],
            ["report", "--format", "md"], ["report", "--format", "html"], ["build"],
        ] {
            #expect(try run(words).status == 0, "\(words): \(said.last ?? "")")
        }
        #expect(try run(["keys", "scan", site.path]).status == 0)

        var needles = Needles()
        for secret in all { needles.add(secret: secret) }
        #expect(Set(all).count == keys * secrets)
        let files = try site.files()
        for file in files where file.path.hasSuffix("/keys.json") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for match in text.matches(of: /sha256:([0-9a-f]{64})/) { needles.add(hash: match.output.1) }
        }
        #expect(needles.hashCount == keys * secrets)
        // The search would find them.
        #expect(needles.stand(in: Array("x\(all[7])y".utf8)))
        #expect(files.contains { $0.path.hasSuffix("public/keys/index.html") })
        for file in files {
            let isTheStore = file.path.hasSuffix("/store/keys.json")
            #expect(!needles.stand(in: file.bytes, withHashes: !isTheStore), "\(file.path)")
        }
        for text in said { #expect(!needles.stand(in: Array(text.utf8)), "\(text.prefix(200))") }
        return all.count
    }
}

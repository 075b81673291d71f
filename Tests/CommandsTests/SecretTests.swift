import Files
import Glibc
import Testing
import Values

@testable import Commands

@Suite struct SecretTests {
    @Test func aSecretIsOnStandardOutputOnceAndNowhereElse() throws {
        let site = try TemporaryFolder()
        var secrets: [String] = []
        var printed: [String] = []
        func run(_ words: String..., input: String = "") throws -> CommandRun {
            let run = try CommandRun(words + ["-s", site.path], input: input)
            printed += [run.output, run.messages]
            return run
        }
        func secret(_ words: String...) throws {
            let run = try CommandRun(words + ["-s", site.path])
            #expect(run.status == 0)
            #expect(run.output.last == "\n")
            let secret = String(run.output.dropLast())
            #expect(secret.wholeMatch(of: /ls(ci|at)_[0-9A-Za-z]{36}/) != nil)
            secrets.append(secret)
            printed.append(run.messages)
        }
        try secret("keys", "create", "first", "--project", "web")
        try secret("keys", "create", "second", "--kind", "ci_auth_token")
        try secret("keys", "rotate", "first", "--overlap", "2d")
        try secret("keys", "rotate", "second")
        for (secret, outcome) in zip(secrets, ["valid_overlap", "rotated", "valid", "valid"]) {
            let answer = try run("keys", "verify", input: secret + "\n")
            #expect(answer.output == outcome + "\n")
            #expect(answer.status == (outcome == "rotated" ? 1 : 0))
        }
        _ = try run("usage", "record", "--key", "first", "--id", "1", "--json")
        _ = try run("usage", "record", "--key", secrets[0])
        _ = try run("keys", "show", secrets[1])
        for words in [["keys", "list"], ["keys", "show", "first"], ["usage", "summary"], ["audit", "list"]] {
            _ = try run(words[0], words[1], words.dropFirst(2).first ?? "--json")
            _ = try run(words[0], words[1], words.dropFirst(2).first ?? "--now=2027-01-01", "--json")
        }
        _ = try run("usage", "verify")
        _ = try run("keys", "delete", "second", "--yes")
        #expect(Set(secrets).count == 4)

        let hashes = try site.files().filter { $0.path.hasSuffix("/keys.json") }.flatMap { file in
            String(decoding: file.bytes, as: UTF8.self).matches(of: /sha256:([0-9a-f]{64})/).map { String($0.output.1) }
        }
        #expect(hashes.count == 4)
        for file in try site.files() {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for secret in secrets { #expect(!text.contains(secret.dropFirst(5)), "\(file.path)") }
            guard !file.path.hasSuffix("/keys.json") else { continue }
            for hash in hashes { #expect(!text.contains(hash), "\(file.path)") }
        }
        for text in printed {
            for hash in hashes { #expect(!text.contains(hash)) }
        }
    }

    @Test func aSecretThatCannotBeWrittenIsNotForgottenInSilence() throws {
        let site = try TemporaryFolder()
        let full = open("/dev/full", O_WRONLY)
        let errors = open(site.path + "/err", O_RDWR | O_CREAT, 0o600)
        defer { _ = (close(full), close(errors)) }
        let console = Console(output: full, error: errors)
        let status = KeyportCommand.dispatch(["keys", "create", "lost", "-s", site.path], console: console)
        #expect(status == .failed)
        let said = String(decoding: try FileSystem.read(site.path + "/err"), as: UTF8.self)
        #expect(said.contains("error: the secret could not be written"))
        #expect(said.contains("help: keyport keys rotate key_"))
    }

    @Test func aReaderOfASecretThatWentAwayIsAnError() throws {
        signal(SIGPIPE, SIG_IGN)
        let site = try TemporaryFolder()
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        let errors = open(site.path + "/err", O_RDWR | O_CREAT, 0o600)
        defer { _ = (close(ends[1]), close(errors)) }
        let console = Console(output: ends[1], error: errors)
        #expect(KeyportCommand.dispatch(["keys", "create", "lost", "-s", site.path], console: console) == .failed)
        // A list that nobody reads to its end is none.
        #expect(KeyportCommand.dispatch(["keys", "list", "-s", site.path], console: console) == .done)
    }

    @Test func aFullDiskUnderAListIsAnError() throws {
        let site = try TemporaryFolder()
        _ = try CommandRun(["keys", "create", "a", "-s", site.path])
        let full = open("/dev/full", O_WRONLY)
        let errors = open(site.path + "/err", O_RDWR | O_CREAT, 0o600)
        defer { _ = (close(full), close(errors)) }
        let console = Console(output: full, error: errors)
        #expect(KeyportCommand.dispatch(["keys", "list", "-s", site.path], console: console) == .failed)
    }
}

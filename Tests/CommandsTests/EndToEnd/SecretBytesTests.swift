import Files
import Testing

/// A secret is printed once and is nowhere else: not in the store, not in the site, not in a message.
@Suite struct SecretBytesTests {
    @Test func noByteOfASecretIsKeptOrPublished() throws {
        let site = try SiteFolder()
        try site.makeExampleStore()
        let now = ["--now", "2026-11-23T10:00:00Z"]
        var secrets: [String] = []
        for words in [
            ["keys", "create", "secret one", "--kind", "ci_auth_token", "--project", "pay"],
            ["keys", "create", "secret two", "--kind", "ci_auth_token"], ["keys", "rotate", "secret one"],
            ["keys", "rotate", "secret two", "--overlap", "7d"],
        ] {
            let run = try ProgramRun(words + now, in: site)
            #expect(run.status == 0, "\(run.messages)")
            let secret = run.output.hasSuffix("\n") ? String(run.output.dropLast()) : run.output
            #expect(secret.utf8.count == 41 && secret.hasPrefix("lsat_"), "\(words)")
            #expect(!run.messages.contains(secret))
            secrets.append(secret)
        }
        #expect(Set(secrets).count == 4)
        for (number, key) in ["secret one", "secret two"].enumerated() {
            let run = try ProgramRun(
                ["usage", "record", "--key", key, "--id", "s\(number)", "--source", "ci"] + now, in: site)
            #expect(run.status == 0, "\(run.messages)")
        }
        // Where a key is named by mistake with its secret, the message must not repeat it.
        let mistakes = [
            try ProgramRun(["keys", "show", secrets[2]] + now, in: site),
            try ProgramRun(["usage", "record", "--key", secrets[3], "--id", "m", "--source", "ci"] + now, in: site),
        ]
        for run in mistakes {
            for secret in secrets { #expect(!run.messages.contains(secret) && !run.output.contains(secret)) }
        }
        for words in [
            ["keys", "list"], ["keys", "list", "--json"], ["keys", "show", "secret one", "--json"], ["report"],
            ["report", "--format", "json"],
        ] {
            let run = try ProgramRun(words + now, in: site)
            #expect(run.status == 0, "\(words) \(run.messages)")
            for secret in secrets { #expect(!(run.output + run.messages).contains(secret), "\(words)") }
            #expect(!run.output.contains("sha256:"), "\(words)")
        }
        #expect(try ProgramRun(["build"] + now, in: site).status == 0)

        let store = try site.contents("store")
        let published = try site.contents("public")
        #expect(published.contains { $0.value.contains("secret one") })
        for secret in secrets {
            let body = String(secret.dropFirst("lsat_".count))
            for (name, bytes) in store { #expect(!bytes.contains(body), "a secret is in store\(name)") }
            for (name, bytes) in published { #expect(!bytes.contains(body), "a secret is in public\(name)") }
            let streams = try site.streams().filter { $0.value.bytes.contains(body) }
            #expect(streams.count == 1 && streams.keys.allSatisfy { $0.hasSuffix("/out") }, "\(streams.keys)")
        }
        let keys = try site.text("store/keys.json")
        let hashes = keys.components(of: "sha256:").dropFirst().map { String($0.prefix(32)) }
        #expect(hashes.count > 20)
        for hash in hashes {
            for (name, bytes) in published { #expect(!bytes.contains(hash), "a hash is in public\(name)") }
        }
    }
}

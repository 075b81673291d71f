import Files
import Testing

/// Stores that cannot be used: the place, the exit status, and both the store and the last good site as they were.
@Suite struct BadStoreTests {
    private static let present = ["--now", SiteFolder.present]

    private func siteWithStore() throws -> SiteFolder {
        let site = try SiteFolder()
        #expect(try ProgramRun(["keys", "create", "nightly", "--project", "pay"] + Self.present, in: site).status == 0)
        #expect(
            try ProgramRun(
                ["usage", "record", "--key", "nightly", "--id", "1", "--source", "ci"] + Self.present, in: site
            ).status == 0)
        #expect(try ProgramRun(["build"] + Self.present, in: site).status == 0)
        return site
    }

    @Test(arguments: [
        ("usage/2026-11.jsonl", "garbage\n", "store/usage/2026-11.jsonl:1:1: error:"),
        ("keys.json", "{\"schema\":1,\"keys\":[{]}", "store/keys.json:1:"),
        ("keys.json", "", "store/keys.json:1:1: error:"),
        (
            "workspace.json", "{ \"schema\": 9, \"name\": \"W\" }",
            "store/workspace.json:1:13: error: the store has schema 9"
        ),
        ("workspace.json", "{ \"schema\": 1, ", "store/workspace.json:1:"),
    ])
    func damageIsSaidWithItsPlaceAndNothingIsTouched(_ file: String, _ text: String, _ place: String) throws {
        let site = try siteWithStore()
        let good = try site.snapshot("public")
        let old = file.hasPrefix("usage") ? try site.text("store/" + file) : ""
        try site.write(text + old, to: "store/" + file)
        let store = try site.contents("store")
        for words in [
            ["build"], ["usage", "summary"], ["report"],
            ["usage", "record", "--key", "nightly", "--id", "2", "--source", "ci"],
        ] {
            let run = try ProgramRun(words + Self.present, in: site)
            #expect(run.status == 3, "\(words): \(run.messages)")
            #expect(run.output.isEmpty, "\(words)")
            #expect(run.findings.filter { $0.contains("error: ") }.count == 1, "\(words): \(run.messages)")
            #expect(run.messages.contains(place), "\(words): \(run.messages)")
        }
        #expect(try site.contents("store") == store)
        #expect(try site.snapshot("public") == good)
    }

    @Test func aStoreThatIsNotThereIsAnErrorWhenItWasNamed() throws {
        let site = try SiteFolder()
        for words in [["build"], ["report"], ["keys", "list"], ["usage", "summary"]] {
            let run = try ProgramRun(words + ["--store", "nowhere"], in: site)
            #expect(run.status == 3, "\(words)")
            #expect(run.messages.contains("nowhere: error: there is no store here"), "\(run.messages)")
        }
        #expect(!FileSystem.isDirectory(site.path + "/nowhere"))
        try FileSystem.makeDirectory(site.path + "/store")
        #expect(try ProgramRun(["build"], in: site).status == 0)
        #expect(try ProgramRun(["build", "--store", "store"], in: site).status == 3)
    }

    @Test func aStoreWithoutKeysHasAPortal() throws {
        let site = try siteWithStore()
        try site.write("{ \"schema\": 1, \"keys\": [] }", to: "store/keys.json")
        for name in ["usage", "audit.jsonl", ".cache"] { try FileSystem.remove(site.path + "/store/" + name) }
        let run = try ProgramRun(["build", "--cleanDestinationDir"] + Self.present, in: site)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try site.text("public/keys/index.html").contains("<html"))
        #expect(try site.text("public/reports/index.html").contains("<html"))
    }

    @Test(arguments: [
        ["keys", "show", "nosuch"], ["keys", "rename", "nosuch", "other"], ["keys", "rotate", "nosuch"],
        ["keys", "delete", "nosuch", "--yes"],
        ["keys", "create", "nightly"], ["keys", "create", ""],
        ["usage", "record", "--key", "nosuch", "--id", "9", "--source", "ci"],
        ["report", "--period", "2026-99"], ["usage", "summary", "--period", "never"],
    ])
    func whatCannotBeDoneLeavesTheStore(_ words: [String]) throws {
        let site = try siteWithStore()
        let store = try site.contents("store")
        let run = try ProgramRun(words + Self.present, in: site)
        #expect(run.status == 1 || run.status == 2, "\(run.status) \(run.messages)")
        #expect(run.output.isEmpty)
        #expect(run.findings.count == 1, "\(run.messages)")
        #expect(try site.contents("store") == store)
    }
}

import KeyLedger
import Testing
import Text
import Values

/// The fast way and the long way through `keys.json` come to the same keys.
@Suite struct KeyFileScannerTests {
    private static let hash = "sha256:" + String(repeating: "0a", count: 32)

    private static func entry(_ id: String, _ members: String) -> String {
        """
        { "id": "\(id)", "kind": "ci_key", "name": "key \(id)", "hint": "lsci_ab…yz", "hash": "\(hash)", "state": "active",
          "createdAt": "2025-11-01T08:00:00Z"\(members) }
        """
    }

    private static let entries = [
        entry("k1", ""),
        entry(
            "k2", ", \"project\": \"a project with a long name\", \"createdBy\": null, \"tags\": {}, \"overlap\": []"),
        entry("k3", ", \"project\": \"another one of that size..\", \"tags\": { \"team\": \"größer\", \"b\": \"\" }"),
        entry("k4", ", \"rotatedAt\": \"2025-12-01T09:00:00.5+01:00\", \"expiresAt\": \"2027-01-01T00:00:00Z\""),
        entry("k5", ", \"deletedAt\": null, \"migratedTo\": \"k1\", \"migratedFrom\": \"k2\", \"disabledAt\": null"),
    ]

    private static func keys(_ text: String) throws -> [String] {
        let store = try TemporaryStore()
        try store.write(text, to: "keys.json")
        return try store.open(.read).keys.map { String(describing: $0) }
    }

    @Test func bothWaysComeToTheSameKeys() throws {
        let list = Self.entries.joined(separator: ",\n")
        let fast = try Self.keys("{ \"schema\": 1, \"keys\": [\(list)] }\n")
        // Another order of the members goes the long way.
        let long = try Self.keys("{ \"keys\": [\(list)], \"schema\": 1 }\n")
        #expect(fast.count == 5 && fast == long)
    }

    /// Two threads read a large file: what is wrong near either end, and what only looks like a key, is found as in a small one.
    @Test(arguments: ["\n", " "]) func aLargeFileIsReadFromItsMiddleToo(_ separator: String) throws {
        let entries = (0..<1_500).map { number in
            Self.entry("k\(number)", number % 2 == 0 ? "" : ", \"tags\": { \"team\": \"\(number)\" ,\n\"b\": \"\" }")
        }
        func file(_ entries: [String]) -> String {
            "{ \"schema\": 1, \"keys\": [\(entries.joined(separator: ",\(separator)"))] }\n"
        }
        #expect(file(entries).utf8.count > 300_000)
        let fast = try Self.keys(file(entries))
        let long = try Self.keys("{ \"keys\": [\(entries.joined(separator: ","))], \"schema\": 1 }\n")
        #expect(fast.count == 1_500 && fast == long)
        var wrong = entries
        wrong[1_498] = Self.entry("k0", "")
        let text = file(wrong)
        let twice = #expect(throws: LedgerError.self) { try Self.keys(text) }
        #expect(twice?.diagnostic.message == "the id \"k0\" stands twice")
        let cut = String(text.prefix(text.count / 4 * 3))
        #expect(throws: LedgerError.self) { try Self.keys(cut) }
    }

    @Test(arguments: [
        ("\"state\": \"active\"", "\"state\": \"lost\""), ("\"id\": \"k2\"", "\"id\": \"k1\""),
        ("\"id\": \"k3\"", "\"id\": \"a b\""), ("sha256:0a0a", "sha256:0A0a"), ("08:00:00Z\" },", "08:00:00\" },"),
        ("\"hint\": \"lsci_ab…yz\"", "\"hint\": 5"), ("\"overlap\": []", "\"overlap\": [{}]"), ("] }", "], }"),
        ("\"schema\": 1,", "\"schema\": 2,"), ("\"name\": \"key k4\"", "\"name\": null"), ("] }\n", "] } x\n"),
    ])
    func whatIsWrongIsNamedWithItsLine(_ old: String, _ new: String) throws {
        let store = try TemporaryStore()
        let text = "{ \"schema\": 1, \"keys\": [\(Self.entries.joined(separator: ",\n"))] }\n"
        #expect(text.contains(old))
        try store.write(text.replacing(old, with: new), to: "keys.json")
        let found = error { () throws(LedgerError) in _ = try store.open(.read) }
        #expect(found?.status == .store)
        #expect(found?.diagnostic.rendered.contains("keys.json:") == true)
    }

    @Test func escapesAndUnknownMembersAreRead() throws {
        let odd = Self.entry("k9", ", \"project\": \"a\\u0041\\n\", \"owner\": [1, \"x\"]")
        let keys = try Self.keys("{ \"schema\": 1, \"keys\": [\(Self.entries[0]), \(odd)] }\n")
        #expect(keys.count == 2 && keys[1].contains("aA"))
    }
}

import Files
import KeyLedger
import Testing
import Text
import Values

@Suite struct StoreFileTests {
    @Test func unknownMembersOfKeysStayInTheirOrder() throws {
        let store = try TemporaryStore()
        _ = try store.open().createKey(name: "a")
        var text = store.text("keys.json")
        text = text.replacing("\"schema\": 1,", with: "\"schema\": 1, \"zebra\": [1, {\"x\": null}], \"apple\": 2,")
        text = text.replacing("\"kind\":", with: "\"owner\": \"ana\", \"cost\": 12, \"kind\":")
        try store.write(text, to: "keys.json")
        let ledger = try store.open()
        _ = try ledger.renameKey("a", to: "b")
        let after = store.text("keys.json")
        let top = try #require(try JSON.parse(Array(after.utf8)).mapValue)
        #expect(top.keys == ["schema", "keys", "zebra", "apple"])
        let key = try #require(top["keys"]?.listValue?.first?.mapValue)
        #expect(Array(key.keys.suffix(2)) == ["owner", "cost"])
        #expect(ledger.key("b", member: "owner") == nil)
    }

    @Test func aHandEditedFileIsTakenAndTheAuditLogSaysSo() throws {
        let store = try TemporaryStore()
        _ = try store.open().createKey(name: "a")
        try store.write(store.text("keys.json").replacing("\"a\"", with: "\"by hand\""), to: "keys.json")
        let ledger = try store.open()
        #expect(try ledger.key("by hand").name == "by hand")
        _ = try ledger.createKey(name: "c")
        #expect(try ledger.history().map(\.action) == ["workspace.seen", "key.created", "keys.edited", "key.created"])
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        let file: String
        let text: String
        let position: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Damage(
            file: "keys.json", text: "{\"schema\": 1, \"keys\": [\n  {\"id\": }]}", position: "keys.json:2:10: error"),
        Damage(file: "keys.json", text: "", position: "keys.json:1:1: error"),
        Damage(file: "keys.json", text: "{\"schema\": 2, \"keys\": []}", position: "keys.json:1:12: error"),
        Damage(
            file: "keys.json", text: "{\"schema\": 1,\n \"keys\": [{\"id\": 7}]}", position: "keys.json:2:11: error"),
        Damage(file: "workspace.json", text: "{\"schema\": 9}", position: "workspace.json:1:12: error"),
        Damage(
            file: "workspace.json", text: "{\"schema\": 1,\n\"period\": {\"anchorDay\": 32}}",
            position: "workspace.json:2:25: error"),
        Damage(
            file: "workspace.json", text: "{\"schema\": 1, \"period\": {\"timeZone\": \"Mars/Base\"}}",
            position: "workspace.json:1:38: error"),
        Damage(
            file: "workspace.json", text: "{\"schema\": 1, \"quota\": [{\"from\": \"2026-02-30\", \"tokens\": 1}]}",
            position: "workspace.json:1:34: error"),
    ])
    func aMalformedFileIsNamedWithItsPlace(_ damage: Damage) throws {
        let store = try TemporaryStore()
        try store.write(damage.text, to: damage.file)
        for access in [Ledger.Access.read, .write] {
            let found = error { () throws(LedgerError) in
                let ledger = try store.open(access)
                if access == .write { _ = try ledger.createKey(name: "x") }
            }
            #expect(found?.status == .store)
            #expect(
                found?.diagnostic.rendered.hasPrefix("\(store.path)/\(damage.position)") == true,
                "\(found?.diagnostic.rendered ?? "none")")
        }
        #expect(store.text(damage.file) == damage.text)
    }

    @Test func aMissingStoreIsStatusThree() {
        let found = error { () throws(LedgerError) in _ = try Ledger.open("/tmp/keyport-no-such-store") }
        #expect(found?.status == .store)
    }

    @Test func aReaderCannotWrite() throws {
        let store = try TemporaryStore()
        let ledger = try store.open(.read)
        #expect(error { () throws(LedgerError) in _ = try ledger.createKey(name: "a") }?.status == .store)
    }

    @Test func twoLedgersInThreadsLoseNothing() async throws {
        let store = try TemporaryStore()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    let ledger = try Ledger.open(store.path, access: .write, clock: store.clock.clock)
                    for turn in 0..<10 {
                        let key = try ledger.createKey(name: "k\(worker)-\(turn)").key
                        _ = try ledger.record(key: key.id, id: "\(worker)/\(turn)", source: "s")
                    }
                }
            }
            try await group.waitForAll()
        }
        let ledger = try store.open(.read)
        #expect(ledger.keys.count == 40)
        #expect(try ledger.summary().used == 40)
        #expect(try ledger.history().count == 41)
    }
}

extension Ledger {
    /// What a key shows to the outside under that name.
    func key(_ reference: String, member: String) -> Value? { (try? key(reference))?.fields[member] }
}

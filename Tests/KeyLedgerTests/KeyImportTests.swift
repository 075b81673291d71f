import KeyLedger
import Testing
import Text
import Values

@Suite struct KeyImportTests {
    private func exported(_ ledger: Ledger) throws -> SourceFile {
        let keys = ledger.keys.map { Value.map($0.fields(withHashes: true)) }
        return SourceFile(path: "keys.json", text: try JSON.string(.map(ValueMap([("keys", .list(keys))]))))
    }

    @Test func keysMoveToAnotherStoreWithTheirSecrets() throws {
        let (from, to) = (try TemporaryStore(), try TemporaryStore())
        let source = try from.open()
        let first = try source.createKey(name: "a", project: "p", tags: [("t", "1")])
        let second = try source.rotateKey("a", overlap: 3600)
        let migrated = try source.migrateKey("a")
        _ = try source.createKey(name: "gone")
        _ = try source.deleteKey("gone")
        let target = try to.open()
        let rows = try IncomingKey.read(try exported(source))
        #expect(try target.importKeys(rows).count(.imported) == 3)
        #expect(to.text("keys.json") == from.text("keys.json"))
        for (secret, outcome) in [
            (first.secret, KeyVerification.Outcome.validOverlap), (second.secret, .valid), (migrated.secret, .valid),
        ] {
            #expect(try target.verify(secret).outcome == outcome)
        }
        #expect(try target.history(of: first.key.id).map(\.action) == ["key.imported"])
        // Once more changes nothing, and says nothing in the audit log.
        let lines = try target.history().count
        #expect(try target.importKeys(rows).count(.unchanged) == 3)
        #expect(try target.history().count == lines)
        #expect(to.text("keys.json") == from.text("keys.json"))
    }

    @Test func aRowWithASecretIsRefusedAndTheSecretIsNowhere() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let secret = try ledger.createKey(name: "a").secret
        let hash = "sha256:" + String(repeating: "ab", count: 32)
        for row in [
            "{\"name\": \"x\", \"hash\": \"\(secret)\"}", "{\"name\": \"\(secret)\", \"hash\": \"\(hash)\"}",
            "{\"name\": \"x\", \"hash\": \"\(hash)\", \"note\": [\"\(secret)\"]}",
            "{\"name\": \"x\", \"hash\": \"\(hash)\", \"hint\": \"\(secret)\"}",
        ] {
            let report = try ledger.importKeys(IncomingKey.read(SourceFile(path: "k", text: "[\(row)]")))
            #expect(report.count(.refused) == 1)
            #expect(!"\(report)".contains(secret))
        }
        for file in ["keys.json", "audit.jsonl"] { #expect(!store.text(file).contains(secret)) }
    }

    @Test func aLinkToARefusedRowRefusesTheOtherEndToo() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        func row(_ letter: String, _ link: String) -> String {
            let id = "key_" + String(repeating: letter, count: 12)
            let hash = "sha256:" + String(repeating: letter, count: 64)
            return "{\"id\": \"\(id)\", \"name\": \"\(letter)\", \"hash\": \"\(hash)\"\(link)}"
        }
        let text = """
            [\(row("a", ", \"migratedTo\": \"key_bbbbbbbbbbbb\"")), \(row("b", ", \"migratedTo\": \"key_cccccccccccc\"")),
             \(row("c", ", \"kind\": \"none\"")), \(row("d", ""))]
            """
        let report = try ledger.importKeys(IncomingKey.read(SourceFile(path: "k", text: text)))
        #expect(report.rows.map(\.outcome) == [.refused, .refused, .refused, .imported])
        #expect(ledger.keys.map(\.name) == ["d"])
    }

    @Test func allOrNothingTakesInNothing() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let hash = String(repeating: "0", count: 64)
        let text = "name,hash\na,\(hash)\nb,\n"
        let report = try ledger.importKeys(
            IncomingKey.read(SourceFile(path: "k", text: text)), isAllOrNothing: true)
        #expect(!report.isWritten && report.count(.refused) == 2 && ledger.keys.isEmpty)
        #expect(try ledger.importKeys(IncomingKey.read(SourceFile(path: "k", text: text))).count(.imported) == 1)
    }
}

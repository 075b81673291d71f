import Files
import KeyLedger
import Testing
import Text
import Values

@Suite struct KeyLifeTests {
    @Test func aNewKeyIsInTheStoreAndItsSecretIsNot() throws {
        let store = try TemporaryStore()
        let made = try store.open().createKey(name: "payments nightly", project: "payments", tags: [("team", "pay")])
        #expect(made.secret.hasPrefix("lsci_"))
        #expect(made.secret.utf8.count == 41)
        let body = made.secret.dropFirst(5)
        #expect(made.key.hint == "lsci_\(body.prefix(4))…\(body.suffix(4))")
        let again = try store.open(.read).key("payments nightly")
        #expect(again.id == made.key.id)
        #expect(again.tags.map(\.value) == ["pay"])
        for file in try FileSystem.list(store.path) where file.kind == .file {
            #expect(!store.text(file.name).contains(body), "\(file.name)")
        }
    }

    @Test func neitherSecretNorHashIsInTheAuditLog() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        _ = try ledger.createKey(name: "a")
        _ = try ledger.rotateKey("a", overlap: 3600)
        let keys = try JSON.parse(Array(store.text("keys.json").utf8))
        let key = keys.mapValue?["keys"]?.listValue?.first?.mapValue
        let hash = key?["hash"]?.stringValue?.dropFirst(7)
        let old = key?["overlap"]?.listValue?.first?.mapValue?["hash"]?.stringValue?.dropFirst(7)
        let audit = store.text("audit.jsonl")
        #expect(audit.utf8.count > 100)
        #expect(!audit.contains(try #require(hash)))
        #expect(!audit.contains(try #require(old)))
    }

    @Test(arguments: [
        "", "  ", "\u{7}bell", "line\nbreak", " leading", "trailing ", String(repeating: "x", count: 101),
        "\u{202E}desrever", "key_0123456789ab", "e" + String(repeating: "\u{301}", count: 500),
    ])
    func aNameThatCannotBeIsRefused(_ name: String) throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let before = store.text("keys.json")
        #expect(error { () throws(LedgerError) in _ = try ledger.createKey(name: name) }?.status == .invalid)
        #expect(store.text("keys.json") == before)
    }

    @Test(arguments: ["x", String(repeating: "ü", count: 100), "日本語 CI", "a/b:c \"quoted\" \\ back", "👩‍👩‍👧"])
    func anyOtherNameIsKept(_ name: String) throws {
        let store = try TemporaryStore()
        _ = try store.open().createKey(name: name)
        #expect(try store.open(.read).key(name).name == name)
    }

    @Test func aNameIsTakenUntilItsKeyIsDeleted() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let first = try ledger.createKey(name: "nightly").key
        let taken = error { () throws(LedgerError) in _ = try ledger.createKey(name: "nightly") }
        #expect(taken?.status == .failed)
        #expect(taken?.diagnostic.code == "ledger.name-taken")
        _ = try ledger.deleteKey("nightly")
        let second = try ledger.createKey(name: "nightly").key
        #expect(second.id != first.id)
        #expect(try ledger.key("nightly").id == second.id)
        #expect(
            error { () throws(LedgerError) in _ = try ledger.restoreKey(first.id) }?.diagnostic.code
                == "ledger.name-taken")
        _ = try ledger.renameKey("nightly", to: "other")
        #expect(try ledger.restoreKey(first.id).id == first.id)
    }

    @Test func anUnknownKeyIsAnErrorThatNamesTheNearest() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        _ = try ledger.createKey(name: "payments")
        let missing = error { () throws(LedgerError) in _ = try ledger.key("paymants") }
        #expect(missing?.status == .failed)
        #expect(missing?.diagnostic.suggestion?.contains("payments") == true)
    }

    @Test func aRestoreComesWithinTheTrashDays() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        _ = try ledger.createKey(name: "a")
        _ = try ledger.disableKey("a")
        _ = try ledger.deleteKey("a")
        store.clock.advance(seconds: 30 * 86_400 - 1)
        #expect(try ledger.restoreKey("a").state(at: ledger.now, in: ledger.workspace) == .disabled)
        _ = try ledger.deleteKey("a")
        store.clock.advance(seconds: 30 * 86_400)
        #expect(
            error { () throws(LedgerError) in _ = try ledger.restoreKey("a") }?.diagnostic.code == "ledger.too-late")
    }

    @Test func everyOutcomeOfVerifyIsReached() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        func outcome(_ secret: String) throws -> KeyVerification.Outcome { try ledger.verify(secret).outcome }
        let first = try ledger.createKey(name: "a", expiresAt: instant("2027-02-01T00:00:00Z"))
        #expect(try outcome(first.secret) == .valid)
        #expect(try outcome("hello") == .malformed)
        var wrong = Array(first.secret.utf8)
        wrong[8] = wrong[8] == 0x61 ? 0x62 : 0x61
        #expect(try outcome(String(decoding: wrong, as: UTF8.self)) == .malformed)
        let other = try Ledger.open(
            store.path, access: .write, clock: store.clock.clock, randomness: .seeded(99)
        ).createKey(name: "gone")
        try ledger.refresh()
        let second = try ledger.rotateKey("a", overlap: 3600)
        #expect(try outcome(first.secret) == .validOverlap)
        #expect(try outcome(second.secret) == .valid)
        store.clock.advance(seconds: 3599)
        #expect(try outcome(first.secret) == .validOverlap)
        store.clock.advance(seconds: 1)
        #expect(try outcome(first.secret) == .rotated)
        _ = try ledger.deleteKey("gone")
        #expect(try outcome(other.secret) == .deleted)
        _ = try ledger.disableKey("a")
        #expect(try outcome(second.secret) == .disabled)
        _ = try ledger.enableKey("a")
        _ = try ledger.ingest([
            IncomingEvent(UsageEvent(id: "1", source: "s", time: ledger.now, key: second.key.id, tokens: 999))
        ])
        #expect(try outcome(second.secret) == .valid)
        _ = try ledger.record(key: "a", id: "2")
        #expect(try outcome(second.secret) == .quotaExceeded)
        store.clock.set("2027-02-01T00:00:00Z")
        #expect(try outcome(second.secret) == .expired)
        _ = try ledger.expireKey("a", at: nil)
        #expect(try outcome(second.secret) == .valid)
        store.clock.set("2027-03-31T00:00:00Z")
        #expect(try outcome(second.secret) == .sunset)
        let unknown = try TemporaryStore(now: "2026-12-01T00:00:00Z")
        #expect(try unknown.open(.read).verify(second.secret).outcome == .notFound)
    }

    @Test func aRotationWithoutOverlapEndsOlderSecretsToo() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let first = try ledger.createKey(name: "a")
        _ = try ledger.rotateKey("a", overlap: 86_400)
        _ = try ledger.rotateKey("a")
        #expect(try ledger.verify(first.secret).outcome == .rotated)
        for overlap in [-1, 30 * 86_400 + 1] {
            #expect(
                error { () throws(LedgerError) in _ = try ledger.rotateKey("a", overlap: overlap) }?.status == .invalid)
        }
    }

    @Test func aClosedKindMakesNoKeysAndARotationYieldsItsSuccessor() throws {
        let store = try TemporaryStore(now: "2026-12-31T23:59:59Z")
        let ledger = try store.open()
        let old = try ledger.createKey(name: "a", kind: .ciKey)
        store.clock.advance(seconds: 1)
        let refused = error { () throws(LedgerError) in _ = try ledger.createKey(name: "b", kind: .ciKey) }
        #expect(refused?.diagnostic.code == "ledger.sunset")
        let new = try ledger.rotateKey("a", overlap: 30 * 86_400)
        #expect(new.secret.hasPrefix("lsat_"))
        #expect(new.key.kind == .ciAuthToken)
        #expect(new.key.id == old.key.id)
        #expect(try ledger.verify(old.secret).outcome == .validOverlap)
        #expect(try ledger.createKey(name: "c").key.kind == .ciAuthToken)
    }

    @Test func aMigratedKeyAndItsSuccessorAreLinkedAndShareTheirName() throws {
        let store = try TemporaryStore()
        let ledger = try store.open()
        let old = try ledger.createKey(name: "a", project: "p", tags: [("t", "1")]).key
        let new = try ledger.migrateKey("a").key
        #expect(new.migratedFrom == old.id)
        #expect(ledger.key(id: old.id)?.migratedTo == new.id)
        #expect(new.project == "p" && new.name == "a" && new.kind == .ciAuthToken)
        #expect(try ledger.key("a").id == new.id)
        #expect(try ledger.history(of: new.id).map(\.action) == ["key.migrated"])
        #expect(
            error { () throws(LedgerError) in _ = try ledger.migrateKey(old.id) }?.diagnostic.code == "ledger.migrated")
    }

    @Test func secretsHaveTheCheckDigitsOfTheZlibCRC() throws {
        let store = try TemporaryStore()
        let secret = try store.open().createKey(name: "a").secret
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in secret.utf8.dropLast(6) {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        var rest = crc ^ 0xFFFF_FFFF
        var digits: [Character] = []
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        for _ in 0..<6 {
            digits.insert(alphabet[Int(rest % 62)], at: 0)
            rest /= 62
        }
        #expect(String(secret.suffix(6)) == String(digits))
    }
}

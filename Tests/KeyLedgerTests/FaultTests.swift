import Files
import Glibc
import KeyLedger
import Testing
import Text
import Values

/// Lets every call on the file system fail in turn: a command that fails leaves the store as it was, one that does not
/// fail is there, and either way the next command works.
@Suite struct FaultTests {
    private static func start(_ id: String, _ key: String, _ time: String) -> IncomingEvent {
        IncomingEvent(UsageEvent(id: id, source: "s", time: instant(time), key: key))
    }

    private enum Step: CaseIterable {
        case create, record, deliver, rotate, rename, migrate, importKey, delete, close, revise

        func run(_ ledger: Ledger) throws(LedgerError) {
            switch self {
            case .create: _ = try ledger.createKey(name: "a")
            case .record: _ = try ledger.record(key: "a", id: "1", source: "s")
            case .deliver:
                _ = try ledger.ingest([
                    start("2", "a", "2026-10-31T10:00:00Z"), start("3", "a", "2026-11-01T10:00:00Z"),
                    start("4", "nobody", "2026-11-01T10:00:00Z"),
                ])
            case .rotate: _ = try ledger.rotateKey("a", overlap: 60)
            case .rename: _ = try ledger.renameKey("a", to: "b")
            case .migrate: _ = try ledger.migrateKey("b")
            case .importKey:
                let text = "name,hash\nc,\(String(repeating: "5", count: 64))\n"
                _ = try ledger.importKeys(IncomingKey.read(SourceFile(path: "k", text: text)))
            case .delete: _ = try ledger.deleteKey("b")
            case .close: _ = try ledger.closeDuePeriods()
            case .revise: _ = try ledger.revise(ledger.period(named: "2026-10"))
            }
        }
    }

    /// What can be seen of a store.
    private struct View: Equatable {
        let keys: [String]
        let used: [Int]
        let closed: [Int]

        init(_ ledger: Ledger) throws(LedgerError) {
            keys = ledger.keys.map { "\($0.id) \($0.name) \($0.hint) \($0.isDeleted) \($0.overlap.count)" }
            used = try ledger.periodTotals().map(\.used)
            closed = try ledger.closedReports(named: "2026-10").map(\.used)
        }
    }

    @Test(arguments: [ENOSPC, EIO]) func aFailedCallLeavesTheStoreAsItWas(_ number: Int32) throws {
        // What it looks like after each step when nothing fails.
        let calm = try TemporaryStore()
        var views = [try View(calm.open())]
        let ledger = try Ledger.open(calm.path, access: .write, clock: calm.clock.clock, randomness: .seeded(5))
        for step in Step.allCases {
            try step.run(ledger)
            views.append(try View(calm.open(.read)))
        }
        var failing = 1
        while failing < 500 {
            let store = try TemporaryStore()
            let files = FaultyFileSystem(failing: failing, number: number)
            var done = 0
            var failure: LedgerError?
            do throws(LedgerError) {
                let ledger = try Ledger.open(
                    store.path, access: .write, clock: store.clock.clock, randomness: .seeded(5), fileSystem: files)
                for step in Step.allCases {
                    try step.run(ledger)
                    done += 1
                    if files.hasFailed { break }
                }
            } catch {
                failure = error
            }
            if !files.hasFailed { break }
            if let failure {
                #expect(failure.status == .store)
                #expect(failure.diagnostic.suggestion != nil, "call \(failing): no way out")
            }
            #expect(try View(store.open(.read)) == views[done], "call \(failing), a reader")
            let next = try store.open()
            #expect(try View(next) == views[done], "call \(failing), the next writer")
            #expect(try next.health().isSound)
            _ = try next.createKey(name: "after")
            failing += 1
        }
        #expect(failing > 60 && failing < 500)
    }
}

import Files
import KeyLedger
import Synchronization
import Values

/// A clock that a test sets.
final class ManualClock: Sendable {
    private let time: Mutex<Int>

    init(_ text: String) { time = Mutex(Instant(rfc3339: text)?.nanoseconds ?? 0) }

    var clock: LedgerClock { LedgerClock { self.time.withLock { $0 } } }

    func set(_ text: String) { time.withLock { $0 = Instant(rfc3339: text)?.nanoseconds ?? 0 } }

    func advance(seconds: Int) { time.withLock { $0 += seconds * 1_000_000_000 } }
}

/// A store in a folder of its own, which goes away with it.
final class TemporaryStore: Sendable {
    let path: String
    let clock: ManualClock
    let randomness = LedgerRandomness.seeded(7)

    static let workspace = """
        { "schema": 1, "name": "Acme", "quota": [ { "from": "2025-01-01", "tokens": 1000 } ],
          "period": { "anchorDay": 1, "timeZone": "UTC", "closeAfterHours": 72 }, "thresholds": [75, 90, 100],
          "sunset": { "ci_key": { "announced": "2026-11-01", "noNewFrom": "2027-01-01", "endsOn": "2027-03-31",
                                  "successor": "ci_auth_token" } },
          "staleAfterDays": 90, "trashDays": 30 }

        """

    /// - Parameter name: what the name of its folder ends with.
    init(
        now: String = "2026-11-23T12:00:00Z", workspace: String = TemporaryStore.workspace, name: String = ""
    ) throws {
        path = "/tmp/keyport-ledger-\(UInt64.random(in: 0...UInt64.max))\(name)"
        clock = ManualClock(now)
        _ = try Ledger.create(path, workspace: workspace, clock: clock.clock, actor: "test")
    }

    deinit { try? FileSystem.remove(path) }

    func open(_ access: Ledger.Access = .write) throws(LedgerError) -> Ledger {
        try Ledger.open(path, access: access, clock: clock.clock, actor: "test", randomness: randomness)
    }

    func text(_ file: String) -> String {
        String(decoding: (try? FileSystem.read("\(path)/\(file)")) ?? [], as: UTF8.self)
    }

    func write(_ text: String, to file: String) throws {
        try FileSystem.write(Array(text.utf8), to: "\(path)/\(file)")
    }
}

func instant(_ text: String) -> Instant { Instant(rfc3339: text) ?? Instant(nanoseconds: 0) }

/// The error that `body` throws; nil when it throws none.
func error(of body: () throws(LedgerError) -> Void) -> LedgerError? {
    do throws(LedgerError) {
        try body()
        return nil
    } catch {
        return error
    }
}

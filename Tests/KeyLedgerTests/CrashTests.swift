import KeyLedger
import Testing
import Text
import Values

/// Lets the machine crash after every call, with everything that was not synced kept, dropped or torn.
@Suite struct CrashTests {
    private struct View: Equatable {
        let keys: [String]
        let used: [Int]

        init(_ ledger: Ledger) throws(LedgerError) {
            keys = ledger.keys.map { "\($0.id) \($0.name) \($0.hint) \($0.isDeleted) \($0.overlap.count)" }
            used = try ledger.periodTotals().map(\.used)
        }
    }

    private static func start(_ id: Int, _ time: String) -> IncomingEvent {
        IncomingEvent(UsageEvent(id: "\(id)", source: "s", time: instant(time), key: "a"))
    }

    private static func run(_ step: Int, _ ledger: Ledger) throws(LedgerError) {
        switch step {
        case 0: _ = try ledger.createKey(name: "a")
        case 1: _ = try ledger.record(key: "a", id: "1", source: "s")
        case 2: _ = try ledger.ingest([start(2, "2026-10-31T10:00:00Z"), start(3, "2026-11-01T10:00:00Z")])
        case 3: _ = try ledger.rotateKey("a", overlap: 60)
        case 4: _ = try ledger.ingest((4..<24).map { start($0, "2026-11-02T10:00:00Z") })
        case 5: _ = try ledger.renameKey("a", to: "b")
        case 6: _ = try ledger.record(key: "b", id: "30", source: "s")
        default: _ = try ledger.deleteKey("b")
        }
    }

    @Test func whatWasAcknowledgedIsThereAndTheRestIsWholeOrNotThere() throws {
        let clock = LedgerClock.fixed(instant("2026-11-23T12:00:00Z"))
        let files = CrashingFileSystem()
        _ = try Ledger.create("/s", workspace: TemporaryStore.workspace, clock: clock, fileSystem: files)
        let ledger = try Ledger.open("/s", access: .write, clock: clock, randomness: .seeded(5), fileSystem: files)
        var views = [try View(ledger)]
        // The moments that belong to each step, up to its acknowledgement.
        var bounds = [files.moments.count]
        for step in 0..<8 {
            try Self.run(step, ledger)
            bounds.append(files.moments.count)
            views.append(try View(Ledger.open("/s", clock: clock, fileSystem: files)))
        }
        let moments = files.moments
        var random = SplitMix(state: 11)
        var wrong: [String] = []
        var states = 0
        for step in 0..<8 {
            for moment in bounds[step]..<bounds[step + 1] {
                let isAcknowledged = moment == bounds[step + 1] - 1
                for _ in 0..<6 {
                    states += 1
                    let image = CrashingFileSystem.crash(moments[moment], using: &random)
                    do throws(LedgerError) {
                        let left = CrashingFileSystem(image)
                        let reader = try View(Ledger.open("/s", clock: clock, fileSystem: left))
                        let writer = try Ledger.open(
                            "/s", access: .write, clock: clock, randomness: .seeded(9), fileSystem: left)
                        let view = try View(writer)
                        let isRight = view == views[step + 1] || (!isAcknowledged && view == views[step])
                        if !isRight || reader != view { wrong.append("step \(step), moment \(moment - bounds[step])") }
                        _ = try writer.createKey(name: "after")
                        _ = try writer.record(key: "after", id: "after", source: "s")
                        if try !writer.health().isSound { wrong.append("step \(step): not sound") }
                        // A line whose keys.json is lost would look like an edit by hand.
                        if try writer.history().contains(where: { $0.action == "keys.edited" }) {
                            wrong.append(
                                "step \(step), moment \(moment - bounds[step]): the log says what was not done")
                        }
                    } catch {
                        wrong.append("step \(step), moment \(moment - bounds[step]): \(error.diagnostic.message)")
                    }
                }
            }
        }
        #expect(states > 500)
        #expect(wrong.isEmpty, "\(wrong.count) of \(states): \(Set(wrong).sorted().prefix(12))")
    }
}

/// A source of chance that a test can repeat.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

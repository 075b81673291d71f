import KeyLedger
import Testing
import Text
import Values

/// Lets the machine crash after every call, with everything that was not synced kept, dropped or torn.
@Suite struct CrashTests {
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

    private enum Step {
        case create, rotate, rename, importKey, migrate, delete, close
        case record(Int)
        case deliver(ClosedRange<Int>, refused: Bool)
        /// A long delivery, five events at a time.
        case stream(ClosedRange<Int>)

        /// Runs the step; `acknowledge` hears of each part of it that is there for good, but for the last.
        func run(_ ledger: Ledger, _ acknowledge: () -> Void) throws(LedgerError) {
            switch self {
            case .create: _ = try ledger.createKey(name: "a")
            case .rotate: _ = try ledger.rotateKey("a", overlap: 60)
            case .rename: _ = try ledger.renameKey("a", to: "b")
            case .importKey:
                let text = "name,hash\nc,\(String(repeating: "5", count: 64))\n"
                _ = try ledger.importKeys(IncomingKey.read(SourceFile(path: "k", text: text)))
            case .migrate: _ = try ledger.migrateKey("b")
            case .delete: _ = try ledger.deleteKey(ledger.keys[0].id)
            case .close: _ = try ledger.closeDuePeriods()
            case .record(let id): _ = try ledger.record(key: ledger.keys[0].id, id: "\(id)", source: "s")
            case .deliver(let ids, let refused):
                var events = ids.map { Self.event($0, ledger.keys[0].id) }
                if refused { events.append(Self.event(0, "nobody")) }
                _ = try ledger.ingest(events)
            case .stream(let ids):
                var writer = ByteWriter()
                for id in ids { Self.usage(id, ledger.keys[0].id).write(into: &writer) }
                let file = SourceFile(path: "e", bytes: writer.bytes)
                try ledger.ingest(try UsageDelivery(file), batch: 5) { _, _ in acknowledge() }
            }
        }

        private static func usage(_ id: Int, _ key: String) -> UsageEvent {
            let time = id % 2 == 0 ? "2026-10-31T10:00:00Z" : "2026-11-01T10:00:00Z"
            return UsageEvent(id: "\(id)", source: "s", time: instant(time), key: key)
        }

        private static func event(_ id: Int, _ key: String) -> IncomingEvent {
            IncomingEvent(usage(id, key))
        }
    }

    /// The life of a key and of those beside it, with a hundred events.
    private static let steps: [Step] =
        [.create] + (1...15).map(Step.record) + [.deliver(16...25, refused: false), .rotate]
        + (26...35).map(Step.record) + [.deliver(36...65, refused: true), .rename, .importKey, .migrate]
        + (66...75).map(Step.record) + [.deliver(76...80, refused: false), .stream(81...100), .delete, .close]

    @Test func whatWasAcknowledgedIsThereAndTheRestIsWholeOrNotThere() throws {
        // October closes with the last step.
        let manual = ManualClock("2026-11-03T12:00:00Z")
        let clock = manual.clock
        let files = CrashingFileSystem()
        _ = try Ledger.create("/s", workspace: TemporaryStore.workspace, clock: clock, fileSystem: files)
        let ledger = try Ledger.open("/s", access: .write, clock: clock, randomness: .seeded(5), fileSystem: files)
        var views = [try View(ledger)]
        let steps = Self.steps
        // The moments that belong to each step, up to its acknowledgement.
        var bounds = [files.moments.count]
        for step in steps {
            if case .close = step { manual.set("2026-11-05T12:00:00Z") }
            func acknowledge() throws(LedgerError) {
                bounds.append(files.moments.count)
                views.append(try View(Ledger.open("/s", clock: clock, fileSystem: files)))
            }
            try step.run(ledger) {
                do throws(LedgerError) { try acknowledge() } catch { Issue.record(error) }
            }
            try acknowledge()
        }
        #expect(views.last?.used.reduce(0, +) == 100)
        let moments = files.moments
        var random = SplitMix(state: 11)
        var wrong: [String] = []
        var states = Set<Int>()
        let wanted = TrustRun.isLong ? 20_000 : 400
        var turns = 0
        while states.count < wanted, turns < 5_000 {
            turns += 1
            for step in 0..<(bounds.count - 1) where states.count < wanted || TrustRun.isLong {
                for moment in bounds[step]..<bounds[step + 1] {
                    let isAcknowledged = moment == bounds[step + 1] - 1
                    var image = CrashingFileSystem.crash(moments[moment], using: &random)
                    // The machine may crash again while what the first crash left is put right.
                    if Int.random(in: 0..<4, using: &random) == 0 {
                        let again = CrashingFileSystem(image)
                        _ = try? Ledger.open(
                            "/s", access: .write, clock: clock, randomness: .seeded(9), fileSystem: again)
                        if let second = again.moments.randomElement(using: &random) {
                            image = CrashingFileSystem.crash(second, using: &random)
                        }
                    }
                    // Each state once, and with it the step that it is held against.
                    guard states.insert(image.fingerprint &+ step &* 2 &+ (isAcknowledged ? 1 : 0)).inserted else {
                        continue
                    }
                    if let problem = Self.problem(
                        image, clock, allowed: isAcknowledged ? [views[step + 1]] : [views[step], views[step + 1]])
                    {
                        wrong.append("step \(step), moment \(moment - bounds[step]): \(problem)")
                    }
                }
            }
        }
        print("crashes: \(states.count) states of \(moments.count) moments")
        #expect(states.count >= wanted)
        #expect(wrong.isEmpty, "\(wrong.count) of \(states.count): \(Set(wrong).sorted().prefix(12))")
    }

    /// What is wrong with what a crash left; nil when nothing is.
    private static func problem(
        _ image: CrashingFileSystem.Image, _ clock: LedgerClock, allowed: [View]
    ) -> String? {
        do throws(LedgerError) {
            let left = CrashingFileSystem(image, isRecording: false)
            let reader = try View(Ledger.open("/s", clock: clock, fileSystem: left))
            let writer = try Ledger.open("/s", access: .write, clock: clock, randomness: .seeded(9), fileSystem: left)
            let view = try View(writer)
            guard allowed.contains(view) else { return "neither before nor after" }
            guard reader == view else { return "a reader sees something else than a writer" }
            let made = try writer.createKey(name: "after").key
            guard try writer.record(key: made.id, id: "after", source: "s").isNew else { return "not new" }
            let health = try writer.health()
            guard health.isSound else { return "not sound: \(health.findings.map(\.message))" }
            // A line whose keys.json is lost would look like an edit by hand.
            let actions = try writer.history().map(\.action)
            if actions.contains("keys.edited") { return "the log says what was not done" }
            if actions.contains("period.closed") == view.closed.isEmpty { return "the log and the reports differ" }
            return nil
        } catch {
            return error.diagnostic.message
        }
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

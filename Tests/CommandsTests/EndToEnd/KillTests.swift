import Glibc
import KeyLedger
import Testing

/// Processes that are killed at any moment: what they acknowledged is there, the rest is wholly there or wholly not.
@Suite(.serialized) struct KillTests {
    /// `KEYPORT_LONG_TESTS` asks for the thousand kills and the eight thousand events.
    private static let isLong = getenv("KEYPORT_LONG_TESTS") != nil
    private static let present = ["--now", "2026-11-03T12:00:00Z"]

    private struct KeyView: Equatable {
        var name: String
        var hint: String
        var isDeleted: Bool
        var oldSecrets: Int
    }

    private struct View: Equatable {
        let keys: [KeyView]
        let used: Int

        init(_ ledger: Ledger) throws {
            keys = ledger.keys.map {
                KeyView(name: $0.name, hint: $0.hint, isDeleted: $0.isDeleted, oldSecrets: $0.overlap.count)
            }
            used = try ledger.periodTotals().map(\.used).reduce(0, +)
        }

        init(keys: [KeyView], used: Int) {
            self.keys = keys
            self.used = used
        }
    }

    private static func open(_ site: SiteFolder, _ access: Ledger.Access) throws -> Ledger {
        let clock = LedgerClock.fixed(try #require(Instant(rfc3339: "2026-11-03T12:00:00Z")))
        return try Ledger.open(site.path + "/store", access: access, clock: clock)
    }

    private enum Work: CaseIterable {
        case create, record, deliver, rotate, rename, delete

        /// The command line of the turn; 12 events stand in the file of a delivery, over two months.
        func words(_ turn: Int, _ site: SiteFolder) throws -> [String] {
            switch self {
            case .create: return ["keys", "create", "key \(turn)"]
            case .record: return ["usage", "record", "--key", "first", "--id", "r\(turn)", "--source", "t"]
            case .deliver:
                let lines = (0..<12).map { number in
                    let time = number % 2 == 0 ? "2026-11-02T10:00:00Z" : "2026-10-30T10:00:00Z"
                    return "{\"id\":\"d\(turn)/\(number)\",\"source\":\"t\",\"time\":\"\(time)\",\"key\":\"first\"}\n"
                }
                try site.write(lines.joined(), to: "delivery.jsonl")
                return ["usage", "import", "delivery.jsonl"]
            case .rotate: return ["keys", "rotate", "spare", "--overlap", "1d"]
            case .rename: return ["keys", "rename", "spare", "spare"]
            case .delete: return ["keys", "delete", "spare", "--yes"]
            }
        }

        /// Whether `after` is what the work makes of `before`.
        func made(_ after: View, of before: View, turn: Int) -> Bool {
            guard let spare = before.keys.lastIndex(where: { $0.name == "spare" && !$0.isDeleted }) else {
                return false
            }
            var keys = before.keys
            switch self {
            case .record: return after == View(keys: keys, used: before.used + 1)
            case .deliver: return after == View(keys: keys, used: before.used + 12)
            case .create:
                guard let made = after.keys.last, made.name == "key \(turn)" else { return false }
                keys.append(made)
            case .rotate:
                guard after.keys.count == keys.count, after.keys[spare].hint != keys[spare].hint else { return false }
                keys[spare].hint = after.keys[spare].hint
                keys[spare].oldSecrets += 1
            case .rename: break
            case .delete: keys[spare].isDeleted = true
            }
            return after == View(keys: keys, used: before.used)
        }
    }

    @Test func aKilledCommandLeavesTheStateBeforeOrAfter() throws {
        let site = try SiteFolder(isSite: false)
        for name in ["first", "spare"] {
            #expect(try ProgramRun(["keys", "create", name] + Self.present, in: site).status == 0)
        }
        let kills = Self.isLong ? 1_000 : 50
        var (done, killed, turn) = (0, 0, 0)
        // The time that a command takes here: kills come within it.
        var window = 60_000
        while killed < kills, turn < kills * 20 {
            turn += 1
            let work = Work.allCases[turn % Work.allCases.count]
            let before = try View(Self.open(site, .read))
            let process = try RunningProgram(try work.words(turn, site) + Self.present, in: site)
            usleep(UInt32.random(in: 0...UInt32(window)))
            process.kill9()
            let status = process.wait(limit: 60)
            if status == 0 { window = max(2_000, window * 9 / 10) } else { window = min(400_000, window * 21 / 20) }
            // A secret that was printed belongs to a key that is there.
            let isAcknowledged = status == 0 || !process.output.isEmpty
            if status == 0 { done += 1 } else { killed += 1 }
            #expect(status == 0 || status == 128 + SIGKILL, "\(work): \(process.messages)")
            let reader = try View(Self.open(site, .read))
            let after = try View(Self.open(site, .write))
            #expect(reader == after, "turn \(turn), \(work): a reader sees something else than the next writer")
            let isDone = work.made(after, of: before, turn: turn)
            #expect(isDone || (after == before && !isAcknowledged), "turn \(turn), \(work), status \(status)")
            if work == .delete, after != before {
                #expect(try ProgramRun(["keys", "create", "spare"] + Self.present, in: site).status == 0)
            }
        }
        print("kills: \(killed) killed, \(done) done")
        #expect(killed == kills && done > 0)
        let ledger = try Self.open(site, .read)
        #expect(try ledger.health().isSound)
        #expect(try !ledger.history().contains { $0.action == "keys.edited" })
    }

    @Test func eightProcessesThatAreKilledLoseNothingAndCountNothingTwice() throws {
        let site = try SiteFolder(isSite: false)
        #expect(try ProgramRun(["keys", "create", "first"] + Self.present, in: site).status == 0)
        let count = Self.isLong ? 1_000 : 15
        struct Worker {
            var next = 0
            var process: RunningProgram?
            var killAt: ContinuousClock.Instant?
        }
        var workers = [Worker](repeating: Worker(), count: 8)
        var (killed, repeated) = (0, 0)
        while workers.contains(where: { $0.next < count }) {
            for index in workers.indices where workers[index].next < count {
                guard let process = workers[index].process else {
                    let id = "\(index)/\(workers[index].next)"
                    workers[index].process = try RunningProgram(
                        ["usage", "record", "--key", "first", "--id", id, "--source", "t"] + Self.present, in: site)
                    let isKilled = Int.random(in: 0..<4) == 0
                    workers[index].killAt =
                        isKilled ? .now + .microseconds(Int.random(in: 0...150_000)) : nil
                    continue
                }
                if let killAt = workers[index].killAt, killAt <= .now {
                    process.kill9()
                    workers[index].killAt = nil
                }
                guard let status = process.poll() else { continue }
                workers[index].process = nil
                // Whoever got no answer asks again, with the same name for the same event.
                if status == 0 { workers[index].next += 1 } else { killed += 1 }
                #expect(status == 0 || status == 128 + SIGKILL, "\(process.messages)")
            }
            usleep(300)
        }
        let ledger = try Self.open(site, .read)
        var names = Set<UsageEvent.Name>()
        try ledger.engine.forEachEvent(in: nil) { event in
            if !names.insert(event.name).inserted { repeated += 1 }
        }
        print("eight processes: \(names.count) events, \(killed) kills")
        #expect(names.count == 8 * count && repeated == 0)
        #expect(try ledger.summary().used == 8 * count)
        #expect(try ledger.health().isSound)
        #expect(killed > 0)
    }
}

internal import KeyLedger
internal import Synchronization
internal import Text
internal import Values

/// A workspace with fourteen months of believable use, made through the ledger's own commands.
///
/// The same end and seed give the same bytes. Nothing in it is anybody's: secrets come from the seed and are dropped.
final class Demonstration {
    private let until: Instant
    private let clock = SetClock()
    private let random: LedgerRandomness
    private let ledger: Ledger
    private let today: CivilDate
    /// The first day of the running month.
    private let month: CivilDate
    private var ids: [String: String] = [:]
    private var runs: [String: Int] = [:]

    /// Months before the running one.
    private static let monthCount = 14
    /// Tokens of each month, the oldest first, the running one last: what a growing team would use.
    private static let monthTargets = [540, 585, 610, 600, 640, 690, 735, 720, 768, 850, 880, 905, 940, 965, 1048]
    /// The use of a day of the week against a Monday, Sunday first.
    private static let weekdays = [15, 100, 108, 110, 104, 90, 20]

    private final class SetClock: Sendable {
        private let time = Mutex(0)
        var clock: LedgerClock { LedgerClock { self.time.withLock { $0 } } }
        func set(_ instant: Instant) { time.withLock { $0 = instant.nanoseconds } }
    }

    /// Begins an empty store in a folder.
    init(_ path: String, until: Instant, seed: UInt64) throws(LedgerError) {
        self.until = until.wholeSeconds
        random = .seeded(seed)
        today = until.day(in: .utc)
        month = CivilDate(year: today.year, month: today.month, day: 1)
        let first = CivilDate(year: month.year, month: month.month - Self.monthCount, day: 1)
        clock.set(Self.instant(first, hour: -24 * 40))
        ledger = try Ledger.create(
            path, workspace: Self.workspace(today: today, month: month, first: first), clock: clock.clock,
            actor: "cli:ana", randomness: .seeded(seed ^ 0xD1B5_4A32_D192_ED03))
    }

    private static func instant(_ day: CivilDate, hour: Int = 0) -> Instant {
        Instant(seconds: day.dayNumber * 86_400 + hour * 3600)
    }

    private static func workspace(today: CivilDate, month: CivilDate, first: CivilDate) -> String {
        let raised = CivilDate(year: month.year, month: month.month - 5, day: 1)
        return """
            {
              "schema": 1,
              "name": "Acme",
              "quota": [
                { "from": "\(first.adding(days: -40))", "tokens": 750 },
                { "from": "\(raised)", "tokens": 1000 }
              ],
              "period": { "anchorDay": 1, "timeZone": "UTC", "closeAfterHours": 72 },
              "thresholds": [75, 90, 100],
              "sunset": {
                "ci_key": {
                  "announced": "\(today.adding(days: -150))",
                  "noNewFrom": "\(today.adding(days: -60))",
                  "endsOn": "\(today.adding(days: 52))",
                  "successor": "ci_auth_token"
                }
              },
              "staleAfterDays": 90,
              "trashDays": 30
            }

            """
    }

    /// One thing that happens at a moment.
    private struct Step {
        let time: Instant
        let run: (Demonstration) throws(LedgerError) -> Void
    }

    /// Lets the fourteen months happen.
    func run() throws(LedgerError) {
        var steps: [Step] = []
        for (index, key) in DemonstrationKey.all.enumerated() { steps += self.steps(of: key, index: index) }
        steps.sort { $0.time < $1.time }
        // What comes in and what closes goes by the month.
        for back in (0...Self.monthCount).reversed() {
            let first = CivilDate(year: month.year, month: month.month - back, day: 1)
            let next = CivilDate(year: first.year, month: first.month + 1, day: 1)
            let end = min(Self.instant(next), until)
            while let step = steps.first, step.time < end {
                steps.removeFirst()
                clock.set(step.time)
                try step.run(self)
            }
            clock.set(end)
            try deliver(events(from: first, to: next, target: Self.monthTargets[Self.monthCount - back]))
            if back == 1 { try deliverLate(of: first, closing: next) }
            try close(after: next)
        }
        for step in steps where step.time <= until {
            clock.set(step.time)
            try step.run(self)
        }
        clock.set(until)
        _ = try ledger.closeDuePeriods()
    }

    /// Closes the month that ended at `bound`, three days later, if that is over yet.
    private func close(after bound: CivilDate) throws(LedgerError) {
        let time = Self.instant(bound, hour: 80)
        guard time <= until else { return }
        clock.set(time)
        _ = try ledger.closeDuePeriods()
    }

    // MARK: Keys

    private func time(daysAgo: Int, _ index: Int) -> Instant {
        // Office hours, each key at its own minute.
        Instant(seconds: today.adding(days: -daysAgo).dayNumber * 86_400 + 9 * 3600 + index * 613)
    }

    private func steps(of key: DemonstrationKey, index: Int) -> [Step] {
        let first = CivilDate(year: month.year, month: month.month - Self.monthCount, day: 1)
        let made =
            key.madeDaysAgo.map { time(daysAgo: $0, index) }
            ?? Self.instant(first.adding(days: -30 + index), hour: 10).adding(seconds: index * 37)
        var steps = [
            Step(time: made) { demo throws(LedgerError) in
                let new = try demo.ledger.createKey(
                    name: key.name, kind: key.kind, project: key.project, tags: key.tags)
                demo.ids[key.name] = new.key.id
            }
        ]
        func add(_ daysAgo: Int, _ run: @escaping (Demonstration, String) throws(LedgerError) -> Void) {
            steps.append(
                Step(time: time(daysAgo: daysAgo, index)) { demo throws(LedgerError) in
                    try run(demo, demo.ids[key.name] ?? "")
                })
        }
        switch key.fate {
        case .kept, .forgotten: break
        case .rotated(let days, let overlap):
            add(days) { demo, id throws(LedgerError) in
                _ = try demo.ledger.rotateKey(id, overlap: overlap * 86_400)
            }
        case .migrated(let days):
            add(days) { demo, id throws(LedgerError) in
                demo.ids[key.name + " (successor)"] = try demo.ledger.migrateKey(id).key.id
            }
        case .deleted(let days): add(days) { demo, id throws(LedgerError) in _ = try demo.ledger.deleteKey(id) }
        case .disabled(let days): add(days) { demo, id throws(LedgerError) in _ = try demo.ledger.disableKey(id) }
        case .expired(let days):
            let end = time(daysAgo: days, index)
            add(days + 120) { demo, id throws(LedgerError) in _ = try demo.ledger.expireKey(id, at: end) }
        case .renamed(let days, let name):
            add(days) { demo, id throws(LedgerError) in _ = try demo.ledger.renameKey(id, to: name) }
        }
        return steps
    }

    // MARK: Use

    /// A key as it can be used on a day.
    private struct User {
        let id: String
        let key: DemonstrationKey
        let weight: Int
    }

    private func users(on day: CivilDate) -> [User] {
        let daysAgo = today.days(since: day)
        let isWeekend = day.weekday == 0 || day.weekday == 6
        var users: [User] = []
        for key in DemonstrationKey.all {
            if let made = key.madeDaysAgo, daysAgo >= made { continue }
            let weight = isWeekend && key.isNightly ? key.weight * 5 : key.weight
            if case .migrated(let days) = key.fate, daysAgo < days, let id = ids[key.name + " (successor)"] {
                let isMoved = daysAgo <= days - 9
                users.append(User(id: id, key: key, weight: isMoved ? weight : weight / 2))
                if isMoved { continue }
            }
            if let last = key.lastUseDaysAgo, daysAgo <= last { continue }
            if let id = ids[key.name] { users.append(User(id: id, key: key, weight: weight)) }
        }
        return users
    }

    private func events(from first: CivilDate, to next: CivilDate, target: Int) -> [UsageEvent] {
        let days = (0..<next.days(since: first)).map { first.adding(days: $0) }
        let weights = days.map { day in
            // The company rests between the years.
            let isHoliday = (day.month == 12 && day.day >= 23) || (day.month == 1 && day.day == 1)
            return isHoliday ? 12 : Self.weekdays[day.weekday]
        }
        let total = max(1, weights.reduce(0, +))
        var events: [UsageEvent] = []
        for (day, weight) in zip(days, weights) where day <= today {
            let noise = 86 + Int(random.number(below: 29))
            var count = (target * weight * noise / 100 + total / 2) / total
            let users = users(on: day)
            var drawn = (0..<count).compactMap { _ in draw(users) }
            // One Wednesday three months back, somebody let a load test run in a loop.
            let back = (month.year - day.year) * 12 + month.month - day.month
            if back == 3, day.weekday == 3, (8...14).contains(day.day),
                let load = users.first(where: { $0.key.name == "platform load test" })
            {
                drawn += [User](repeating: load, count: 74)
                count += 74
            }
            var found = drawn.map { (time(of: $0, on: day), $0) }
            found.sort { ($0.0, $0.1.id) < ($1.0, $1.1.id) }
            for (time, user) in found where time.adding(seconds: 60) < until { events.append(event(user, at: time)) }
        }
        return events
    }

    private func draw(_ users: [User]) -> User? {
        let total = users.reduce(0) { $0 + $1.weight }
        var ticket = Int(random.number(below: UInt32(max(total, 1))))
        for user in users {
            if ticket < user.weight { return user }
            ticket -= user.weight
        }
        return users.last
    }

    private func time(of user: User, on day: CivilDate) -> Instant {
        let second: Int
        if user.key.isNightly {
            second = 2 * 3600 + Int(random.number(below: 5400))
        } else {
            // Two draws make the middle of the day the likely one.
            second = 7 * 3600 + Int(random.number(below: 6 * 3600)) + Int(random.number(below: 6 * 3600))
        }
        return Instant(seconds: day.dayNumber * 86_400 + second)
    }

    private func event(_ user: User, at time: Instant, recorded: Instant? = nil) -> UsageEvent {
        let source = "\(user.key.provider)/acme/\(user.key.project)"
        let run = (runs[source] ?? 100) + 1
        runs[source] = run
        return UsageEvent(
            id: "\(run)/1", source: source, time: time,
            recorded: recorded ?? time.adding(seconds: 1 + Int(random.number(below: 20))), key: user.id, tokens: 1,
            project: user.key.project, provider: user.key.provider)
    }

    private func deliver(_ events: [UsageEvent]) throws(LedgerError) {
        guard !events.isEmpty else { return }
        let report = try ledger.ingest(events.map { IncomingEvent($0, origin: "demonstration") }, keepsRecorded: true)
        guard report.refused == 0 else {
            throw LedgerError(
                .failed, Diagnostic(code: "demo", "an event was refused: \(report.quarantined[0].detail)"))
        }
        // Somebody counted a start twice, said so a day later, and had it taken back.
        if let event = events.dropFirst(events.count / 2).first, event.time.adding(seconds: 86_400) < clock.clock.now {
            let correction = UsageEvent(
                id: "void:" + event.id, source: event.source, time: event.time.adding(seconds: 86_000),
                recorded: event.time.adding(seconds: 86_000), key: "", tokens: 0, voids: event.name)
            _ = try ledger.ingest([IncomingEvent(correction)], keepsRecorded: true)
        }
    }

    /// Some starts of the last day of a month, which come only when it has closed: an adjustment of the next report.
    private func deliverLate(of first: CivilDate, closing next: CivilDate) throws(LedgerError) {
        let recorded = Self.instant(next, hour: 90)
        guard recorded < until else { return }
        let day = next.adding(days: -1)
        let users = users(on: day).filter { $0.key.provider == "jenkins" }
        guard let user = users.first else { return }
        try close(after: next)
        clock.set(recorded)
        let late = (0..<6).map { event(user, at: time(of: user, on: day).adding(seconds: $0), recorded: recorded) }
        _ = try ledger.ingest(late.map { IncomingEvent($0) }, keepsRecorded: true)
    }
}

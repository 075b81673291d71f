import Files
import KeyLedger
import Text
import Values

/// Usage files of chance, with everything that a line may be, and what they must add up to.
struct RandomLogs {
    private var random: SplitMix
    /// The events in the order in which they stand, by month.
    private(set) var months: [String: [UsageEvent]] = [:]
    private let path: String

    init(seed: UInt64, path: String) {
        random = SplitMix(state: seed)
        self.path = path
    }

    private static let texts = ["payments", "a \"b\" \\ c", "größer", "", "x", "search and find"]

    /// Appends lines to the files, some of them saying again what stands there, or something else under its name.
    mutating func append(_ count: Int, to month: String? = nil) throws {
        var writers: [String: ByteWriter] = [:]
        for _ in 0..<count {
            let event = next(month)
            let name = event.time.monthName
            months[name, default: []].append(event)
            writers[name, default: ByteWriter()].write(event)
        }
        for (month, writer) in writers {
            let file = "\(path)/usage/\(month).jsonl"
            let before = (try? FileSystem.read(file)) ?? []
            try FileSystem.write(before + writer.bytes, to: file)
        }
    }

    private mutating func next(_ month: String?) -> UsageEvent {
        let known = months.values.joined().count
        let kind = Int.random(in: 0..<12, using: &random)
        if kind < 4, known > 0,
            let other = months.sorted(by: { $0.key < $1.key }).flatMap(\.value).randomElement(using: &random),
            month == nil || other.time.monthName == month
        {
            switch kind {
            case 0: return other
            case 1:
                return UsageEvent(
                    id: other.id, source: other.source, time: other.time.adding(seconds: 60), recorded: other.recorded,
                    key: "key_1", tokens: 5)
            case 2:
                var again = other
                again.recorded = other.time.adding(seconds: 9)
                return again
            default:
                return UsageEvent(
                    id: "void:\(other.id)", source: other.source, time: other.time.adding(seconds: 1),
                    recorded: other.time.adding(seconds: 2), key: "", tokens: 0, voids: other.name)
            }
        }
        let day = Int.random(in: 1...28, using: &random)
        let chosen = month ?? ["2026-09", "2026-10", "2026-11"].randomElement(using: &random) ?? "2026-11"
        let time = instant("\(chosen)-\(day < 10 ? "0" : "")\(day)T00:00:00Z")
            .adding(seconds: Int.random(in: 0..<80_000, using: &random))
        return UsageEvent(
            id: "\(Int.random(in: 0..<1_000_000, using: &random))", source: ["s", "github-actions/acme"][kind % 2],
            time: kind == 5 ? Instant(nanoseconds: time.nanoseconds + 250_000_000) : time,
            recorded: kind == 6 ? nil : time.adding(seconds: Int.random(in: 0..<4_000_000, using: &random)),
            key: "key_\(Int.random(in: 0..<4, using: &random))", tokens: Int.random(in: 0...2000, using: &random),
            project: Self.texts.randomElement(using: &random).flatMap { $0.isEmpty ? nil : $0 },
            provider: kind % 3 == 0 ? nil : "github-actions", unknown: kind == 7 ? "\"runner\":\"x\"" : "")
    }

    /// What all of it must come to: the first of a name counts, and what was taken back does not.
    var expected: Totals {
        var first: [UsageEvent.Name: UsageEvent] = [:]
        for (_, events) in months.sorted(by: { $0.key < $1.key }) {
            for event in events where first[event.name] == nil { first[event.name] = event }
        }
        let voided = Set(first.values.compactMap(\.voids))
        var totals = Totals()
        for event in first.values where event.voids == nil {
            var use = totals.uses[event.key] ?? Totals.Use(first: event.time, last: event.time, events: 0)
            use.first = min(use.first, event.time)
            use.last = max(use.last, event.time)
            use.events += 1
            totals.uses[event.key] = use
            guard !voided.contains(event.name) else { continue }
            let day = "\(event.time.day(in: .utc)) \(event.key) \(event.project ?? "") \(event.provider ?? "")"
            totals.tokens[day, default: 0] += event.tokens
            totals.events[day, default: 0] += 1
        }
        totals.tokens = totals.tokens.filter { totals.events[$0.key] != 0 }
        return totals
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ event: UsageEvent) { event.write(into: &self) }
}

/// The sums of a store in a form that can be compared.
struct Totals: Equatable {
    struct Use: Equatable {
        var first: Instant
        var last: Instant
        var events: Int
    }

    /// By day, key, project and provider.
    var tokens: [String: Int] = [:]
    var events: [String: Int] = [:]
    var uses: [String: Use] = [:]

    init() {}

    /// What a ledger says.
    init(_ ledger: Ledger) throws(LedgerError) {
        let totals = try ledger.allUsage()
        let cube = totals.cube
        for row in cube.rows {
            let project = row.project < 0 ? "" : cube.projects[row.project]
            let provider = row.provider < 0 ? "" : cube.providers[row.provider]
            let day = "\(totals.days.dates[row.bucket]) \(cube.keys[row.key]) \(project) \(provider)"
            tokens[day, default: 0] += row.tokens
            events[day, default: 0] += row.events
        }
        // What came in time and was taken back late stands in two rows.
        events = events.filter { $0.value != 0 }
        tokens = tokens.filter { events[$0.key] != nil }
        for (key, use) in cube.uses { uses[key] = Use(first: use.first, last: use.last, events: use.events) }
    }
}

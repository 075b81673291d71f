import KeyLedger
import Synchronization
import Text
import Values

/// The simplest engine that keeps what `UsageEngine` promises: a list of events.
final class MemoryEngine: UsageEngine {
    private struct State {
        var events: [UsageEvent] = []
        var places: [UsageEvent.Name: Int] = [:]
        var refused = 0
    }

    private let state = Mutex(State())

    func ingest(
        _ events: [IncomingEvent], rules: @autoclosure () throws(LedgerError) -> IngestRules
    ) throws(LedgerError) -> IngestReport {
        try state.withLock { state throws(LedgerError) in
            let rules = try rules()
            var next = state
            var report = IngestReport()
            for incoming in events {
                func refuse(_ reason: QuarantineReason, _ name: UsageEvent.Name?) {
                    report.quarantined.append(
                        IngestReport.Refusal(
                            reason: reason, detail: reason.rawValue, origin: incoming.origin, name: name))
                }
                guard case .event(var event) = incoming.content, !event.id.isEmpty, event.tokens >= 0 else {
                    refuse(.malformed, nil)
                    continue
                }
                if let id = rules.keys[event.key], id != event.key {
                    event = UsageEvent(
                        id: event.id, source: event.source, time: event.time, recorded: event.recorded, key: id,
                        tokens: event.tokens, project: event.project, provider: event.provider)
                }
                if let place = next.places[event.name] {
                    if next.events[place].hasSamePayload(as: event) {
                        report.duplicates += 1
                    } else {
                        refuse(.conflict, event.name)
                    }
                    continue
                }
                event.recorded = rules.keepsRecorded ? event.recorded ?? rules.now : rules.now
                let age = (event.recorded ?? rules.now).seconds - event.time.seconds
                if -age > IngestRules.aheadLimit {
                    refuse(.tooEarly, event.name)
                } else if age > IngestRules.behindLimit {
                    refuse(.tooLate, event.name)
                } else if event.voids == nil, rules.keys[event.key] == nil {
                    refuse(.unknownKey, event.name)
                } else {
                    next.places[event.name] = next.events.count
                    next.events.append(event)
                    report.accepted += 1
                }
            }
            if rules.isAllOrNothing, report.refused > 0 {
                report.isWritten = false
                report.accepted = 0
                return report
            }
            next.refused += report.refused
            state = next
            return report
        }
    }

    func cube(over days: DayTable) throws(LedgerError) -> UsageCube {
        let events = state.withLock { $0.events }
        let starts = events.filter { $0.voids == nil }
        func names(_ name: (UsageEvent) -> String?) -> [String] {
            Set(starts.compactMap(name)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
        let (keys, projects, providers) = (names(\.key), names(\.project), names(\.provider))
        let voided = Set(events.compactMap(\.voids))
        var sums: [[Int]: (tokens: Int, events: Int)] = [:]
        var uses: [String: UsageCube.Use] = [:]
        for event in starts {
            let use = uses[event.key]
            uses[event.key] = UsageCube.Use(
                first: min(use?.first ?? event.time, event.time), last: max(use?.last ?? event.time, event.time),
                events: (use?.events ?? 0) + 1)
            let bucket = days.starts.lastIndex { $0 <= event.time.seconds } ?? 0
            guard !voided.contains(event.name), bucket < days.count else { continue }
            let row = [
                bucket, keys.firstIndex(of: event.key) ?? -1, projects.firstIndex { $0 == event.project } ?? -1,
                providers.firstIndex { $0 == event.provider } ?? -1,
            ]
            sums[row, default: (0, 0)].tokens += event.tokens
            sums[row, default: (0, 0)].events += 1
        }
        let rows = sums.map { row, sum in
            UsageCube.Row(
                bucket: row[0], key: row[1], project: row[2], provider: row[3], listedIn: -1, tokens: sum.tokens,
                events: sum.events)
        }
        return UsageCube(
            keys: keys, projects: projects, providers: providers, rows: rows, uses: uses,
            dataTo: starts.map(\.time).max())
    }

    func span() throws(LedgerError) -> ClosedRange<Instant>? {
        let times = state.withLock { $0.events.map(\.time) }
        guard let first = times.min(), let last = times.max() else { return nil }
        return first...last
    }

    func event(_ name: UsageEvent.Name) throws(LedgerError) -> UsageEvent? {
        state.withLock { state in state.places[name].map { state.events[$0] } }
    }

    func forEachEvent(in range: ClosedRange<Instant>?, _ body: (UsageEvent) -> Void) throws(LedgerError) {
        let events = state.withLock { $0.events }
        for event in events {
            let month = event.time.monthName
            if let range, month < range.lowerBound.monthName || month > range.upperBound.monthName { continue }
            body(event)
        }
    }

    func health() throws(LedgerError) -> UsageHealth {
        state.withLock { state in
            var health = UsageHealth()
            health.events = state.events.count
            health.voids = state.events.count { $0.voids != nil }
            health.quarantined = state.refused
            return health
        }
    }
}

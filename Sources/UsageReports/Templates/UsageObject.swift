internal import KeyLedger
internal import Values

/// The figures of a period to a template.
final class UsageObject: ValueObject {
    private let figures: UsageFigures
    private let space: KeyportNamespace

    /// The object over `figures`.
    init(_ figures: UsageFigures, in space: KeyportNamespace) {
        self.figures = figures
        self.space = space
    }

    var goType: String { "*keyport.Usage" }
    var members: MemberTable { Self.table }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Period", of: UsageObject.self) { usage in
            .object(
                PeriodObject(usage.figures.periods, isClosed: usage.figures.isClosed, now: usage.figures.now))
        }
        table.field("Quota", of: UsageObject.self) { $0.figures.quota.map { .int($0) } ?? .null }
        table.field("Used", of: UsageObject.self) { .int($0.figures.used) }
        table.field("Events", of: UsageObject.self) { .int($0.figures.events) }
        table.field("Left", of: UsageObject.self) { $0.figures.left.map { .int($0) } ?? .null }
        table.field("Percent", of: UsageObject.self) { $0.figures.percent.map { .int($0) } ?? .null }
        table.field("PercentText", of: UsageObject.self) { $0.figures.percentText.map { .string($0) } ?? .null }
        table.field("Projected", of: UsageObject.self) { $0.figures.projected.map { .int($0) } ?? .null }
        table.field("ProjectionMethod", of: UsageObject.self) { usage in
            .string(usage.figures.forecast?.method.sentence ?? "")
        }
        table.field("RunsOutOn", of: UsageObject.self) { usage in usage.time(usage.figures.runsOutOn) }
        table.field("DataTo", of: UsageObject.self) { usage in
            usage.figures.dataTo.map { .time($0.zoned(in: usage.figures.zone)) } ?? .null
        }
        table.field("DataToText", of: UsageObject.self) { usage in
            usage.figures.dataToText.map { .string($0) } ?? .null
        }
        table.field("Days", of: UsageObject.self) { usage in
            .list(
                usage.figures.days.map { day in
                    .map(
                        ValueMap([
                            ("Date", .time(PeriodObject.time(day.date, in: usage.figures.zone))),
                            ("Tokens", .int(day.tokens)), ("Phase", .string(day.phase.rawValue)),
                        ]))
                })
        }
        table.field("Keys", of: UsageObject.self) { usage in
            let known = try usage.known()
            return .list(
                try usage.figures.keys.map { part in
                    let key = known[part.id]
                    return .map(
                        ValueMap([
                            ("Key", try usage.space.key(id: part.id)), ("Name", .string(part.name)),
                            ("Tokens", .int(part.tokens)), ("Share", .float(part.share)),
                            ("State", .string(part.state.rawValue)), ("Kind", .string(key?.kind.rawValue ?? "")),
                            ("KindTitle", .string(key?.kind.title ?? "")), ("Stale", .bool(key?.isStale ?? false)),
                            ("Legacy", .bool(key?.isLegacy ?? false)),
                        ]))
                })
        }
        table.field("Projects", of: UsageObject.self) { parts($0.figures.projects) }
        table.field("Providers", of: UsageObject.self) { parts($0.figures.providers) }
        table.field("Previous", of: UsageObject.self) { $0.previous }
        table.field("Thresholds", of: UsageObject.self) { usage in
            .list(
                usage.figures.thresholds.map { threshold in
                    .map(
                        ValueMap([
                            ("Percent", .int(threshold.percent)), ("Tokens", .int(threshold.tokens)),
                            ("ReachedOn", usage.time(threshold.reachedOn)),
                        ]))
                })
        }
        table.field("Adjustments", of: UsageObject.self) { usage in
            let known = try usage.known()
            return .list(
                try usage.figures.adjustments.map { adjustment in
                    .map(
                        ValueMap([
                            ("Period", .string(adjustment.period)), ("Key", try usage.space.key(id: adjustment.key)),
                            ("Name", .string(known[adjustment.key]?.name ?? adjustment.key)),
                            ("Tokens", .int(adjustment.tokens)), ("Events", .int(adjustment.events)),
                        ]))
                })
        }
        table.field("BusiestDay", of: UsageObject.self) { usage in
            guard let day = usage.figures.busiestDay else { return .null }
            return .map(
                ValueMap([
                    ("Date", .time(PeriodObject.time(day.date, in: usage.figures.zone))), ("Tokens", .int(day.tokens)),
                ]))
        }
        table.field("BusiestHour", of: UsageObject.self) { try $0.busiestHour() }
        table.field("Changes", of: UsageObject.self) { usage in
            .list(
                usage.figures.changes.map { change in
                    .map(
                        ValueMap([
                            ("Extent", .string(change.extent.rawValue)), ("Period", .string(change.period)),
                            ("Before", .int(change.before)), ("Now", .int(change.now)),
                            ("Text", .string(change.text ?? "")),
                        ]))
                })
        }
        table.field("ProjectedLow", of: UsageObject.self) { $0.figures.forecast.map { .int($0.low) } ?? .null }
        table.field("ProjectedHigh", of: UsageObject.self) { $0.figures.forecast.map { .int($0.high) } ?? .null }
        return table
    }()

    private static func parts(_ parts: [UsageFigures.Part]) -> Value {
        .list(
            parts.map { part in
                .map(
                    ValueMap([
                        ("Name", .string(part.name)), ("Tokens", .int(part.tokens)), ("Share", .float(part.share)),
                    ]))
            })
    }

    /// The keys as they were when the figures end, or as they are.
    private func known() throws -> [String: KeyInReport] {
        let store = try space.store()
        let period = figures.period
        return try space.asking { () throws(LedgerError) in try store.keys(in: period) }
    }

    private func time(_ day: CivilDate?) -> Value {
        day.map { .time(PeriodObject.time($0, in: figures.zone)) } ?? .null
    }

    /// The hour with the most tokens; nil for several periods, and for a part of the use.
    private func busiestHour() throws -> Value {
        guard figures.periods.count == 1, figures.filter.isAll else { return .null }
        let store = try space.store()
        let period = figures.period
        let hour = try space.asking { () throws(LedgerError) in try store.busiestHour(of: period) }
        guard let hour else { return .null }
        return .map(
            ValueMap([
                ("Start", .time(hour.start.zoned(in: figures.zone))),
                ("End", .time(hour.start.adding(seconds: 3600).zoned(in: figures.zone))),
                ("Tokens", .int(hour.tokens)),
            ]))
    }

    private var previous: Value {
        guard let previous = figures.previous else { return .null }
        let period = PeriodObject(
            [previous.period], isClosed: (try? space.isClosed(previous.period)) ?? false, now: figures.now)
        return .map(
            ValueMap([
                ("Period", .object(period)), ("Used", .int(previous.used)),
                ("UsedToSameDay", .int(previous.usedToSameDay)),
            ]))
    }
}

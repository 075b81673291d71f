internal import KeyLedger
internal import Values

/// How far a kind that ends has come by the end of a report's period, to a template.
final class SunsetProgressObject: ValueObject {
    private let progress: SunsetProgress
    private let zone: TimeZoneRules
    private let space: KeyportNamespace

    /// The object over `progress`; its days are those of `zone`.
    init(_ progress: SunsetProgress, zone: TimeZoneRules, in space: KeyportNamespace) {
        self.progress = progress
        self.zone = zone
        self.space = space
    }

    var goType: String { "*keyport.SunsetProgress" }
    var members: MemberTable { Self.table }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Kind", of: SunsetProgressObject.self) { .string($0.progress.rule.kind.rawValue) }
        table.field("KindTitle", of: SunsetProgressObject.self) { .string($0.progress.rule.kind.title) }
        table.field("SuccessorTitle", of: SunsetProgressObject.self) {
            .string($0.progress.rule.successor?.title ?? "")
        }
        table.field("Phase", of: SunsetProgressObject.self) { .string($0.progress.phase.rawValue) }
        table.field("Date", of: SunsetProgressObject.self) { .time(PeriodObject.time($0.progress.day, in: $0.zone)) }
        table.field("EndsOn", of: SunsetProgressObject.self) { sunset in
            sunset.progress.rule.endsOn.map { .time(PeriodObject.time($0, in: sunset.zone)) } ?? .null
        }
        table.field("DaysLeft", of: SunsetProgressObject.self) { $0.progress.daysLeft.map { .int($0) } ?? .null }
        table.field("AllKeys", of: SunsetProgressObject.self) { .int($0.progress.keys) }
        table.field("KeysLeft", of: SunsetProgressObject.self) { .int($0.progress.left.count) }
        table.field("Moved", of: SunsetProgressObject.self) { .int($0.progress.moved) }
        table.field("Tokens", of: SunsetProgressObject.self) { .int($0.progress.tokens) }
        table.field("Share", of: SunsetProgressObject.self) { .float($0.progress.share) }
        table.field("Keys", of: SunsetProgressObject.self) { sunset in
            .list(try sunset.progress.left.map { try sunset.key($0) })
        }
        table.field("Next", of: SunsetProgressObject.self) { sunset in
            try sunset.progress.next.map { try sunset.key($0) } ?? .null
        }
        return table
    }()

    private func key(_ left: SunsetProgress.KeyLeft) throws -> Value {
        .map(
            ValueMap([
                ("Key", try space.key(id: left.id)), ("Name", .string(left.name)), ("Project", .string(left.project)),
                ("Tokens", .int(left.tokens)),
            ]))
    }
}

internal import KeyLedger
internal import Values

/// How a kind of key ends, to a template.
final class SunsetObject: ValueObject {
    private let rule: SunsetRule
    private let space: KeyportNamespace

    /// The object over `rule`.
    init(_ rule: SunsetRule, in space: KeyportNamespace) {
        self.rule = rule
        self.space = space
    }

    var goType: String { "*keyport.Sunset" }
    var members: MemberTable { Self.table }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Kind", of: SunsetObject.self) { .string($0.rule.kind.rawValue) }
        table.field("KindTitle", of: SunsetObject.self) { .string($0.rule.kind.title) }
        table.field("Announced", of: SunsetObject.self) { try $0.time($0.rule.announced) }
        table.field("NoNewFrom", of: SunsetObject.self) { try $0.time($0.rule.noNewFrom) }
        table.field("EndsOn", of: SunsetObject.self) { try $0.time($0.rule.endsOn) }
        table.field("DaysLeft", of: SunsetObject.self) { sunset in
            try sunset.rule.daysLeft(on: sunset.today()).map { .int($0) } ?? .null
        }
        table.field("Warning", of: SunsetObject.self) { sunset in
            try sunset.rule.warning(on: sunset.today()).map { .int($0) } ?? .null
        }
        table.field("Successor", of: SunsetObject.self) { .string($0.rule.successor?.rawValue ?? "") }
        table.field("SuccessorTitle", of: SunsetObject.self) { .string($0.rule.successor?.title ?? "") }
        table.field("Phase", of: SunsetObject.self) { .string($0.rule.phase(on: try $0.today()).rawValue) }
        table.field("KeysLeft", of: SunsetObject.self) { .int(try $0.keysLeft().count) }
        table.field("Keys", of: SunsetObject.self) { sunset in
            .list(try sunset.keysLeft().map { .object(KeyObject($0, in: sunset.space)) })
        }
        return table
    }()

    private func today() throws -> CivilDate {
        let figures = try space.store()
        return figures.now.day(in: figures.workspace.zone)
    }

    private func time(_ day: CivilDate?) throws -> Value {
        let zone = try space.store().workspace.zone
        return day.map { .time(PeriodObject.time($0, in: zone)) } ?? .null
    }

    /// The keys of the kind that still have to move.
    private func keysLeft() throws -> [KeyFigures] {
        let figures = try space.store()
        return try space.asking { () throws(LedgerError) in try figures.keys() }.filter {
            $0.key.kind == rule.kind && $0.hasToMove
        }
    }
}

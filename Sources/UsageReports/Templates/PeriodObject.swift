internal import KeyLedger
internal import Values

/// A billing period, or several in a row, to a template.
final class PeriodObject: ValueObject {
    private let periods: [BillingPeriod]
    private let isClosed: Bool
    private let now: Instant

    /// The object over `periods`, the oldest first, never empty.
    init(_ periods: [BillingPeriod], isClosed: Bool, now: Instant) {
        self.periods = periods
        self.isClosed = isClosed
        self.now = now
    }

    var goType: String { "*keyport.Period" }
    var members: MemberTable { Self.table }
    var goString: String { name }

    private var first: BillingPeriod { periods[0] }
    private var last: BillingPeriod { periods[periods.count - 1] }

    private var name: String { periods.count == 1 ? last.name : "\(first.name) – \(last.name)" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Name", of: PeriodObject.self) { .string($0.name) }
        table.field("Start", of: PeriodObject.self) { .time($0.first.start.zoned(in: $0.first.zone)) }
        table.field("End", of: PeriodObject.self) { .time($0.last.end.zoned(in: $0.last.zone)) }
        table.field("LastDay", of: PeriodObject.self) { .time(time($0.last.lastDay, in: $0.last.zone)) }
        table.field("TimeZone", of: PeriodObject.self) { .string($0.last.zone.name) }
        table.field("Closed", of: PeriodObject.self) { .bool($0.isClosed) }
        table.field("Running", of: PeriodObject.self) { .bool($0.last.contains($0.now)) }
        table.field("DaysLeft", of: PeriodObject.self) { .int($0.last.daysLeft(at: $0.now)) }
        table.field("DaysElapsed", of: PeriodObject.self) { object in
            .int(object.periods.reduce(0) { $0 + $1.daysElapsed(at: object.now) })
        }
        table.field("Days", of: PeriodObject.self) { object in .int(object.periods.reduce(0) { $0 + $1.days }) }
        return table
    }()

    /// The first instant of a day.
    static func time(_ day: CivilDate, in zone: TimeZoneRules) -> ZonedTime {
        ZonedTime(seconds: zone.firstInstant(ofDay: day), zone: zone)
    }
}

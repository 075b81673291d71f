internal import Text

/// A date, a time of day, or both, that names no zone: what TOML calls local.
///
/// Printed as it is written there. A date becomes an instant where a zone is known: the site's.
package final class LocalDateTime: ValueObject {
    /// Year, month and day; nil for a time of day.
    package let date: (year: Int, month: Int, day: Int)?
    /// The time of day; nil for a date.
    package let time: (hour: Int, minute: Int, second: Int, nanosecond: Int)?

    /// One of the two, or both.
    package init(
        date: (year: Int, month: Int, day: Int)?, time: (hour: Int, minute: Int, second: Int, nanosecond: Int)?
    ) {
        self.date = date
        self.time = time
    }

    /// The instant in `zone`; nil for a time of day.
    package func time(in zone: TimeZoneRules) -> ZonedTime? {
        guard let date else { return nil }
        var result = ZonedTime(
            year: date.year, month: date.month, day: date.day, hour: time?.hour ?? 0, minute: time?.minute ?? 0,
            second: time?.second ?? 0, zone: zone)
        result.nanoseconds = Int32(time?.nanosecond ?? 0)
        return result
    }

    /// As TOML writes it: `1979-05-27`, `07:32:00.5` or `1979-05-27T07:32:00`.
    package var goString: String {
        var text = ByteWriter()
        if let date {
            text.write(integer: date.year, width: 4)
            for part in [date.month, date.day] {
                text.write(byte: UInt8(ascii: "-"))
                text.write(integer: part, width: 2)
            }
        }
        guard let time else { return text.string }
        if date != nil { text.write(byte: UInt8(ascii: "T")) }
        text.write(integer: time.hour, width: 2)
        for part in [time.minute, time.second] {
            text.write(byte: UInt8(ascii: ":"))
            text.write(integer: part, width: 2)
        }
        if time.nanosecond != 0 { text.write("." + fraction) }
        return text.string
    }

    /// The digits of the fraction of a second without zeros at their end.
    private var fraction: String {
        let digits = String((time?.nanosecond ?? 0) + 1_000_000_000).dropFirst()
        return String(digits.reversed().drop { $0 == "0" }.reversed())
    }

    package var goType: String {
        date == nil ? "toml.LocalTime" : time == nil ? "toml.LocalDate" : "toml.LocalDateTime"
    }
    package var members: MemberTable { Self.table }
    package var dataValue: Value? { .string(goString) }

    /// Whether both are the same date and time.
    package func isEqual(to other: any ValueObject) -> Bool {
        guard let other = other as? LocalDateTime else { return false }
        return goType == other.goType && goString == other.goString
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("String", of: LocalDateTime.self) { .string($0.goString) }
        table.field("Year", of: LocalDateTime.self) { .int($0.date?.year ?? 0) }
        table.field("Month", of: LocalDateTime.self) { .int($0.date?.month ?? 0) }
        table.field("Day", of: LocalDateTime.self) { .int($0.date?.day ?? 0) }
        table.field("Hour", of: LocalDateTime.self) { .int($0.time?.hour ?? 0) }
        table.field("Minute", of: LocalDateTime.self) { .int($0.time?.minute ?? 0) }
        table.field("Second", of: LocalDateTime.self) { .int($0.time?.second ?? 0) }
        table.field("Nanosecond", of: LocalDateTime.self) { .int($0.time?.nanosecond ?? 0) }
        table.field("Precision", of: LocalDateTime.self) { .int($0.time?.nanosecond == 0 ? 0 : $0.fraction.utf8.count) }
        return table
    }()
}

extension Value {
    /// The time that the value is, one without a zone taken for one in `zone`; nil for anything else.
    package func time(in zone: TimeZoneRules) -> ZonedTime? {
        switch self {
        case .time(let time): return time
        case .object(let object): return (object as? LocalDateTime)?.time(in: zone)
        default: return nil
        }
    }
}

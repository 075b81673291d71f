internal import Glibc

/// An instant with the zone it is shown in: Go's `time.Time`.
///
/// Two times are equal when they are the same instant, whatever their zones.
package struct ZonedTime: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package var seconds: Int
    /// Nanoseconds within the second, 0 to 999,999,999.
    package var nanoseconds: Int32
    /// The zone it is shown in.
    package var zone: TimeZoneRules

    /// The parts of a time as a calendar and a clock in its zone show them.
    package struct Components: Sendable {
        /// The year.
        package let year: Int
        /// The month, 1 to 12.
        package let month: Int
        /// The day of the month, 1 to 31.
        package let day: Int
        /// The hour, 0 to 23.
        package let hour: Int
        /// The minute, 0 to 59.
        package let minute: Int
        /// The second, 0 to 59.
        package let second: Int
        /// The day of the week, 0 for Sunday to 6.
        package let weekday: Int
        /// The day of the year, 1 to 366.
        package let yearDay: Int
        /// Seconds east of UTC.
        package let offset: Int
        /// The letters of the offset, such as `CET`; empty where it has none.
        package let abbreviation: String
    }

    /// The limit of the seconds that are held: about a billion years, so that no arithmetic on them overflows.
    private static let limit = 31_556_900_000_000_000

    /// An instant; nanoseconds outside of 0..<1,000,000,000 carry over.
    package init(seconds: Int, nanoseconds: Int32 = 0, zone: TimeZoneRules = .utc) {
        let carry =
            nanoseconds >= 0 ? Int(nanoseconds / 1_000_000_000) : -Int((999_999_999 - Int(nanoseconds)) / 1_000_000_000)
        self.seconds = min(max(seconds, -Self.limit), Self.limit) + carry
        self.nanoseconds = Int32(Int(nanoseconds) - carry * 1_000_000_000)
        self.zone = zone
    }

    /// The instant at which the clock of `zone` shows the given parts; parts out of range carry over, and gaps and
    /// repeated hours are read as by Go's `time.Date`.
    package init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, nanoseconds: Int = 0,
        zone: TimeZoneRules = .utc
    ) {
        func clamp(_ value: Int) -> Int { min(max(value, -1_000_000_000_000), 1_000_000_000_000) }
        let carry = nanoseconds >= 0 ? nanoseconds / 1_000_000_000 : (nanoseconds - 999_999_999) / 1_000_000_000
        let days = CivilDate.dayNumber(year: year, month: month, day: clamp(day))
        let local =
            min(max(days, -365_242_498_900), 365_242_498_900) * 86_400
            + clamp(hour) * 3600 + clamp(minute) * 60 + clamp(second) + clamp(carry)
        self.init(
            seconds: zone.instant(ofLocal: local), nanoseconds: Int32(nanoseconds - carry * 1_000_000_000), zone: zone)
    }

    /// The present moment in the zone of this machine.
    package static func now() -> ZonedTime {
        var clock = timespec()
        clock_gettime(CLOCK_REALTIME, &clock)
        return ZonedTime(seconds: clock.tv_sec, nanoseconds: Int32(clock.tv_nsec), zone: .local)
    }

    /// Go's zero time, 0001-01-01T00:00:00Z.
    package static let zero = ZonedTime(seconds: -62_135_596_800)

    /// Whether this is 0001-01-01T00:00:00Z, which stands for a time that was not given.
    package var isZero: Bool { seconds == -62_135_596_800 && nanoseconds == 0 }

    /// The calendar and the clock of the zone at this instant.
    package var components: Components {
        let type = zone.localType(at: seconds)
        let local = seconds + type.offset
        let days = (local >= 0 ? local : local - 86_399) / 86_400
        let clock = local - days * 86_400
        let date = CivilDate(dayNumber: days)
        return Components(
            year: date.year, month: date.month, day: date.day, hour: clock / 3600, minute: clock / 60 % 60,
            second: clock % 60, weekday: date.weekday, yearDay: date.yearDay, offset: type.offset,
            abbreviation: type.abbreviation)
    }

    /// The day that the calendar of the zone shows.
    package var date: CivilDate {
        let local = seconds + zone.offset(at: seconds)
        return CivilDate(dayNumber: (local >= 0 ? local : local - 86_399) / 86_400)
    }

    /// The same instant shown in `zone`.
    package func `in`(_ zone: TimeZoneRules) -> ZonedTime {
        ZonedTime(seconds: seconds, nanoseconds: nanoseconds, zone: zone)
    }

    /// The time `duration` nanoseconds later.
    package func adding(nanoseconds duration: Int) -> ZonedTime {
        let sum = Int(nanoseconds) + duration % 1_000_000_000
        let carry = sum >= 0 ? sum / 1_000_000_000 : (sum - 999_999_999) / 1_000_000_000
        return ZonedTime(
            seconds: seconds + duration / 1_000_000_000 + carry, nanoseconds: Int32(sum - carry * 1_000_000_000),
            zone: zone)
    }

    /// The time `seconds` later.
    package func adding(seconds duration: Int) -> ZonedTime {
        let (sum, overflow) = seconds.addingReportingOverflow(duration)
        return ZonedTime(seconds: overflow ? (duration > 0 ? .max : .min) : sum, nanoseconds: nanoseconds, zone: zone)
    }

    /// The same time of day the given years, months and days later: Go's `AddDate`.
    package func adding(years: Int, months: Int, days: Int) -> ZonedTime {
        func clamp(_ value: Int) -> Int { min(max(value, -1_000_000_000_000), 1_000_000_000_000) }
        let now = components
        return ZonedTime(
            year: now.year + clamp(years), month: now.month + clamp(months), day: now.day + clamp(days), hour: now.hour,
            minute: now.minute, second: now.second, nanoseconds: Int(nanoseconds), zone: zone)
    }

    /// The nanoseconds from `other` to this time; beyond 292 years the largest there are, as Go's `Sub`.
    package func nanoseconds(since other: ZonedTime) -> Int {
        let (product, overflow) = (seconds - other.seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflowAgain) = product.addingReportingOverflow(Int(nanoseconds) - Int(other.nanoseconds))
        if overflow || overflowAgain { return self < other ? .min : .max }
        return sum
    }

    /// The time rounded down to a multiple of `duration` nanoseconds since the zero time: Go's `Truncate`.
    package func truncated(toNanoseconds duration: Int) -> ZonedTime {
        guard duration > 0 else { return self }
        return adding(nanoseconds: -remainder(of: duration))
    }

    /// The time rounded to the nearest multiple of `duration` nanoseconds since the zero time, half up: Go's `Round`.
    package func rounded(toNanoseconds duration: Int) -> ZonedTime {
        guard duration > 0 else { return self }
        let rest = remainder(of: duration)
        return adding(nanoseconds: rest < duration - rest ? -rest : duration - rest)
    }

    /// The nanoseconds since the last multiple of `duration` after the zero time.
    private func remainder(of duration: Int) -> Int {
        let since = Int128(seconds - Self.zero.seconds) * 1_000_000_000 + Int128(nanoseconds)
        let rest = since % Int128(duration)
        return Int(rest < 0 ? rest + Int128(duration) : rest)
    }

    /// Whether `left` lies before `right`.
    package static func < (left: ZonedTime, right: ZonedTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// Whether both are the same instant.
    package static func == (left: ZonedTime, right: ZonedTime) -> Bool {
        left.seconds == right.seconds && left.nanoseconds == right.nanoseconds
    }

    /// Feeds the instant.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }
}

package import Text
package import Values

/// A point in time as nanoseconds since 1970-01-01T00:00:00Z; every time in the store is one.
///
/// Reaches from 1678 to 2262; what lies beyond is not accepted from outside.
package struct Instant: Sendable, Hashable, Comparable {
    /// Nanoseconds since 1970-01-01T00:00:00Z.
    package let nanoseconds: Int

    /// The instant that many nanoseconds after 1970-01-01T00:00:00Z.
    package init(nanoseconds: Int) {
        self.nanoseconds = nanoseconds
    }

    /// The instant that many seconds after 1970-01-01T00:00:00Z; beyond the range it is the range's end.
    package init(seconds: Int) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        nanoseconds = overflow ? (seconds < 0 ? .min : .max) : product
    }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int {
        let quotient = nanoseconds / 1_000_000_000
        return nanoseconds < 0 && nanoseconds % 1_000_000_000 != 0 ? quotient - 1 : quotient
    }

    /// The nanoseconds within the second, 0 to 999,999,999.
    package var fraction: Int { nanoseconds &- seconds &* 1_000_000_000 }

    /// The same instant cut to whole seconds.
    package var wholeSeconds: Instant { Instant(seconds: seconds) }

    /// The instant `seconds` later, earlier when negative; it stops at the end of the range.
    package func adding(seconds: Int) -> Instant {
        let (product, tooFar) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflow) = nanoseconds.addingReportingOverflow(product)
        return Instant(nanoseconds: tooFar || overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    /// The instant with a zone, as templates take it.
    package func zoned(in zone: TimeZoneRules) -> ZonedTime {
        ZonedTime(seconds: seconds, nanoseconds: Int32(fraction), zone: zone)
    }

    /// The day that the instant lies in, in `zone`.
    package func day(in zone: TimeZoneRules) -> CivilDate { zoned(in: zone).date }

    /// Whether `left` is earlier than `right`.
    package static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }
}

extension Instant {
    /// The UTC month as `2026-11`: the name of the usage file that holds the instant.
    package var monthName: String {
        let date = CivilDate(dayNumber: Self.dayNumber(ofSeconds: seconds))
        var writer = ByteWriter(capacity: 7)
        writer.write(integer: date.year, width: 4)
        writer.write(byte: 0x2D)
        writer.write(integer: date.month, width: 2)
        return writer.string
    }

    /// The instant as the store writes it: `2026-11-23T18:42:00Z`, with a fraction only where there is one.
    package var rfc3339: String {
        var writer = ByteWriter(capacity: 30)
        write(into: &writer)
        return writer.string
    }

    /// Writes `rfc3339`.
    package func write(into writer: inout ByteWriter) {
        let seconds = seconds
        let days = Self.dayNumber(ofSeconds: seconds)
        let date = CivilDate(dayNumber: days)
        let rest = seconds - days * 86_400
        func two(_ number: Int, _ mark: UInt8?) {
            writer.write(byte: 0x30 + UInt8(truncatingIfNeeded: number / 10))
            writer.write(byte: 0x30 + UInt8(truncatingIfNeeded: number % 10))
            if let mark { writer.write(byte: mark) }
        }
        two(date.year / 100, nil)
        two(date.year % 100, 0x2D)
        two(date.month, 0x2D)
        two(date.day, 0x54)
        two(rest / 3600, 0x3A)
        two(rest / 60 % 60, 0x3A)
        two(rest % 60, nil)
        var fraction = fraction
        if fraction != 0 {
            var width = 9
            while fraction % 10 == 0 {
                fraction /= 10
                width -= 1
            }
            writer.write(byte: 0x2E)
            writer.write(integer: fraction, width: width)
        }
        writer.write(byte: 0x5A)
    }

    /// The instant of an RFC 3339 text with any offset and up to nine digits of a second; nil for anything else.
    ///
    /// A leap second (`:60`) is not a time here; a year must be 1678 to 2261, so that nanoseconds hold it.
    package init?(rfc3339 text: String) {
        var text = text
        guard let parsed = text.withUTF8({ Self.parse($0) }) else { return nil }
        self = parsed
    }

    /// The instant of the RFC 3339 text that `bytes` holds, all of it; nil for anything else.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        guard bytes.count >= 20, bytes.count <= 35 else { return nil }
        func two(_ at: Int) -> Int {
            let tens = Int(bytes[at]) - 0x30
            let ones = Int(bytes[at + 1]) - 0x30
            guard 0...9 ~= tens, 0...9 ~= ones else { return 1_000_000 }
            return tens * 10 + ones
        }
        guard bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] | 0x20 == 0x74, bytes[13] == 0x3A, bytes[16] == 0x3A else {
            return nil
        }
        let year = two(0) * 100 + two(2)
        let month = two(5)
        let day = two(8)
        let hour = two(11)
        let minute = two(14)
        let second = two(17)
        guard 1678...2261 ~= year, 1...12 ~= month, day >= 1, day <= CivilDate.daysIn(month: month, year: year),
            hour <= 23, minute <= 59, second <= 59
        else { return nil }
        var next = 19
        var fraction = 0
        if bytes[next] == 0x2E {
            next += 1
            var digits = 0
            while next < bytes.count, 0x30...0x39 ~= bytes[next] {
                guard digits < 9 else { return nil }
                fraction = fraction * 10 + Int(bytes[next] - 0x30)
                digits += 1
                next += 1
            }
            guard digits > 0 else { return nil }
            for _ in digits..<9 { fraction *= 10 }
        }
        guard next < bytes.count else { return nil }
        var offset = 0
        if bytes[next] | 0x20 == 0x7A {
            next += 1
        } else {
            guard bytes[next] == 0x2B || bytes[next] == 0x2D, next + 6 == bytes.count, bytes[next + 3] == 0x3A else {
                return nil
            }
            let hours = two(next + 1)
            let minutes = two(next + 4)
            guard hours <= 23, minutes <= 59 else { return nil }
            offset = (hours * 60 + minutes) * (bytes[next] == 0x2D ? -60 : 60)
            next += 6
        }
        guard next == bytes.count else { return nil }
        let seconds = daysFromCivil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
        return Instant(nanoseconds: seconds * 1_000_000_000 + fraction)
    }

    /// The days from 1970-01-01 to a day of a year after 0 (Howard Hinnant, `days_from_civil`).
    ///
    /// Here and not through `CivilDate`, because it is called for each event line.
    @inline(__always)
    static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func dayNumber(ofSeconds seconds: Int) -> Int {
        seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    }
}

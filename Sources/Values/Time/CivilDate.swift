/// A day of the proleptic Gregorian calendar without a time and a zone.
///
/// Any year within ±999,999,999 is held; the conversions are the `days_from_civil` algorithms of Howard Hinnant
/// ("chrono-Compatible Low-Level Date Algorithms"), which count 400-year eras from 1 March.
package struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year; 0 is 1 BC.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, 1 to 31.
    package let day: Int

    private static let yearLimit = 999_999_999

    /// The day that `year`, `month` and `day` name; out-of-range parts carry over as in Go's `time.Date`
    /// (31 April is 1 May, month 13 is January of the next year).
    package init(year: Int, month: Int, day: Int) {
        self.init(dayNumber: Self.dayNumber(year: year, month: month, day: day))
    }

    /// The day that `year`, `month` and `day` name, nil when the calendar has no such day.
    package init?(exactYear year: Int, month: Int, day: Int) {
        guard year.magnitude <= Self.yearLimit, 1...12 ~= month, day >= 1, day <= Self.daysIn(month: month, year: year)
        else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day written as `2026-04-24`: four, two and two digits; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(exactYear: year, month: month, day: day)
    }

    /// The day that lies `dayNumber` days after 1970-01-01.
    package init(dayNumber: Int) {
        let limit = 365_242_498_900
        let shifted = min(max(dayNumber, -limit), limit) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The days from 1970-01-01 to this day.
    package var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day) }

    /// The days from 1970-01-01; out-of-range parts carry over, years beyond the limit stop at it.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let limit = 12 * yearLimit
        let months = min(max(month, -limit), limit) - 1
        let carried = months >= 0 ? months / 12 : (months - 11) / 12
        let month = months - carried * 12 + 1
        var year = min(max(min(max(year, -yearLimit), yearLimit) + carried, -yearLimit), yearLimit)
        if month <= 2 { year -= 1 }
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return days + min(max(day, -400 * limit), 400 * limit) - 1
    }

    /// The number of days of a month, 1 to 12, in `year`.
    package static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: return isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Whether `year` has a 29 February.
    package static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The day of the week, 0 for Sunday to 6 for Saturday.
    package var weekday: Int {
        let days = (dayNumber + 4) % 7
        return days < 0 ? days + 7 : days
    }

    /// The day of the year, 1 to 366.
    package var yearDay: Int { dayNumber - Self.dayNumber(year: year, month: 1, day: 1) + 1 }

    /// The year and the week, 1 to 53, of ISO 8601.
    package var isoWeek: (year: Int, week: Int) {
        // The week belongs to the year that its Thursday lies in.
        let thursday = CivilDate(dayNumber: dayNumber + 3 - (weekday + 6) % 7)
        return (thursday.year, (thursday.yearDay - 1) / 7 + 1)
    }

    /// The day `days` later, earlier when negative.
    package func adding(days: Int) -> CivilDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return CivilDate(dayNumber: overflow ? (days > 0 ? .max : .min) : sum)
    }

    /// The same day of the month `months` later; a day that month does not have carries over, as in Go's `AddDate`.
    package func adding(months: Int) -> CivilDate {
        CivilDate(year: year, month: month + min(max(months, -24_000_000_000), 24_000_000_000), day: day)
    }

    /// The days from `other` to this day.
    package func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }

    /// Whether `left` lies before `right`.
    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The day as `2026-04-24`.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        appendPadded(year, width: 4, to: &bytes)
        bytes.append(0x2D)
        appendPadded(month, width: 2, to: &bytes)
        bytes.append(0x2D)
        appendPadded(day, width: 2, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Appends a decimal number with zeros in front up to `width` digits; the sign is not counted.
func appendPadded(_ value: Int, width: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(0x2D) }
    let digits = String(value.magnitude)
    for _ in 0..<max(0, width - digits.utf8.count) { bytes.append(0x30) }
    bytes.append(contentsOf: digits.utf8)
}

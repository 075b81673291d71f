/// A day of the Gregorian calendar, with no time and no zone; what a day on an axis is.
package struct ChartDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    package let number: Int
    /// The year.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, 1 to 31.
    package let day: Int

    /// The day that is `number` days after 1970-01-01.
    ///
    /// The arithmetic is Howard Hinnant's `civil_from_days`; numbers beyond some millions of years are held there.
    package init(number: Int) {
        let number = min(max(number, -1_000_000_000), 1_000_000_000)
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        self.number = number
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The day of that date; a month or a day beyond its range counts on into the next, as Go's `time.Date` does.
    package init(year: Int, month: Int, day: Int) {
        let monthIndex = min(max(month, -100_000), 100_000) - 1
        let carried = (monthIndex >= 0 ? monthIndex : monthIndex - 11) / 12
        let normalYear = min(max(year, -1_000_000), 1_000_000) + carried
        let normalMonth = monthIndex - carried * 12 + 1
        let shiftedYear = normalMonth <= 2 ? normalYear - 1 : normalYear
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (normalMonth > 2 ? normalMonth - 3 : normalMonth + 9) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: era * 146_097 + dayOfEra - 719_468 + min(max(day, -1_000_000), 1_000_000) - 1)
    }

    /// The day of the week, 0 for Monday to 6 for Sunday.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    /// The day that comes `days` later.
    package func adding(_ days: Int) -> ChartDay { ChartDay(number: number &+ days) }

    /// `19 Jun`.
    package var short: String { "\(day) \(Self.shortMonths[month - 1])" }

    /// `19 June 2026`.
    package var long: String { "\(day) \(Self.months[month - 1]) \(year)" }

    /// `2026-06-19`.
    package var iso: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value.magnitude)
            return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Earlier days come first.
    package static func < (left: ChartDay, right: ChartDay) -> Bool { left.number < right.number }

    /// The names of the months, January first.
    package static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The names of the months in three letters.
    package static let shortMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

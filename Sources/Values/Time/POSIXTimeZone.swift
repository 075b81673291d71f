/// The rule in the footer of a zone file: `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// The format is that of the `TZ` variable of POSIX with the hours from -167 to 167 that RFC 9636 adds.
struct POSIXTimeZone: Sendable {
    /// The day of the year and the time of the day at which the clock is set.
    private struct Change: Sendable {
        enum Day: Sendable {
            /// 1 to 365; 29 February is never counted.
            case julian(Int)
            /// 0 to 365.
            case ordinal(Int)
            /// The `week`th (5: the last) `weekday` of `month`.
            case weekday(month: Int, week: Int, weekday: Int)
        }
        let day: Day
        /// Seconds after midnight.
        let time: Int

        /// Seconds since 1970 as if the clock were UTC.
        func localSeconds(year: Int) -> Int {
            let date: Int
            switch day {
            case .julian(let number):
                let leap = CivilDate.isLeap(year: year) && number >= 60 ? 1 : 0
                date = CivilDate.dayNumber(year: year, month: 1, day: number + leap)
            case .ordinal(let number):
                date = CivilDate.dayNumber(year: year, month: 1, day: number + 1)
            case .weekday(let month, let week, let weekday):
                let first = CivilDate(year: year, month: month, day: 1)
                var day = 1 + (weekday - first.weekday + 7) % 7 + (week - 1) * 7
                if day > CivilDate.daysIn(month: month, year: year) { day -= 7 }
                date = first.dayNumber + day - 1
            }
            return date * 86_400 + time
        }
    }

    private let standard: TimeZoneRules.LocalType
    private let daylight: (type: TimeZoneRules.LocalType, start: Change, end: Change)?

    /// The stretch of unchanging clock around `instant`.
    func segment(at instant: Int) -> TimeZoneRules.Segment {
        // Beyond a hundred million years the calendar does not reach.
        let limit = 3_000_000_000_000_000
        guard let daylight, instant.magnitude < limit else {
            return TimeZoneRules.Segment(start: nil, end: nil, type: standard)
        }
        let local = instant + standard.offset
        let year = CivilDate(dayNumber: (local >= 0 ? local : local - 86_399) / 86_400).year
        var changes: [(instant: Int, isStart: Bool)] = []
        for year in (year - 1)...(year + 1) {
            changes.append((daylight.start.localSeconds(year: year) - standard.offset, true))
            changes.append((daylight.end.localSeconds(year: year) - daylight.type.offset, false))
        }
        // Where an end and the next start coincide, daylight time holds all year.
        changes.sort { $0.instant != $1.instant ? $0.instant < $1.instant : !$0.isStart && $1.isStart }
        let next = changes.firstIndex { $0.instant > instant } ?? changes.count
        guard next > 0 else { return TimeZoneRules.Segment(start: nil, end: nil, type: standard) }
        let current = changes[next - 1]
        return TimeZoneRules.Segment(
            start: current.instant, end: next < changes.count ? changes[next].instant : nil,
            type: current.isStart ? daylight.type : standard)
    }

    /// The rule that `text` writes, nil when it is not well formed.
    init?(_ text: [UInt8]) {
        var scanner = Scanner(text)
        guard let name = scanner.name(), let offset = scanner.time(hours: 24) else { return nil }
        standard = .init(offset: -offset, isDaylight: false, abbreviation: name)
        if scanner.isAtEnd {
            daylight = nil
            return
        }
        guard let daylightName = scanner.name() else { return nil }
        var daylightOffset = -offset + 3600
        if !scanner.isAtEnd, scanner.peek != 0x2C {
            guard let offset = scanner.time(hours: 24) else { return nil }
            daylightOffset = -offset
        }
        guard abs(daylightOffset) <= TZif.offsetLimit, scanner.take(0x2C), let start = Self.change(&scanner),
            scanner.take(0x2C), let end = Self.change(&scanner), scanner.isAtEnd
        else { return nil }
        daylight = (.init(offset: daylightOffset, isDaylight: true, abbreviation: daylightName), start, end)
    }

    private static func change(_ scanner: inout Scanner) -> Change? {
        let day: Change.Day
        if scanner.take(0x4A) {
            guard let number = scanner.number(in: 1...365) else { return nil }
            day = .julian(number)
        } else if scanner.take(0x4D) {
            guard let month = scanner.number(in: 1...12), scanner.take(0x2E), let week = scanner.number(in: 1...5),
                scanner.take(0x2E), let weekday = scanner.number(in: 0...6)
            else { return nil }
            day = .weekday(month: month, week: week, weekday: weekday)
        } else {
            guard let number = scanner.number(in: 0...365) else { return nil }
            day = .ordinal(number)
        }
        guard scanner.take(0x2F) else { return Change(day: day, time: 7200) }
        guard let time = scanner.time(hours: 167) else { return nil }
        return Change(day: day, time: time)
    }

    /// Reads the parts of a rule.
    private struct Scanner {
        let bytes: [UInt8]
        var index = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
        var isAtEnd: Bool { index >= bytes.count }

        mutating func take(_ byte: UInt8) -> Bool {
            guard peek == byte else { return false }
            index += 1
            return true
        }

        /// Letters, or anything between `<` and `>`; at least three.
        mutating func name() -> String? {
            let quoted = take(0x3C)
            let start = index
            while let byte = peek {
                let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                let isOther = (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D
                guard isLetter || (quoted && isOther) else { break }
                index += 1
            }
            let name = bytes[start..<index]
            guard name.count >= 3, !quoted || take(0x3E) else { return nil }
            return String(decoding: name, as: UTF8.self)
        }

        mutating func number(in range: ClosedRange<Int>) -> Int? {
            let start = index
            var value = 0
            while let byte = peek, byte >= 0x30, byte <= 0x39, index - start < 4 {
                value = value * 10 + Int(byte - 0x30)
                index += 1
            }
            return index > start && range.contains(value) ? value : nil
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func time(hours: Int) -> Int? {
            let isNegative = take(0x2D)
            if !isNegative { _ = take(0x2B) }
            guard var seconds = number(in: 0...hours) else { return nil }
            seconds *= 3600
            if take(0x3A) {
                guard let minutes = number(in: 0...59) else { return nil }
                seconds += minutes * 60
                if take(0x3A) {
                    guard let rest = number(in: 0...59) else { return nil }
                    seconds += rest
                }
            }
            return isNegative ? -seconds : seconds
        }
    }
}

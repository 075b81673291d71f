internal import Text

extension ZonedTime {
    /// The time that `text` writes in a layout of Go's `time` package; without a zone in the text it is one of `zone`.
    ///
    /// What Go's `time.ParseInLocation` accepts is accepted, such as a fraction of a second that the layout has not.
    /// Throws in Go's words.
    package static func parse(
        _ text: String, layout: String, zone: TimeZoneRules = .utc
    ) throws(ValueError) -> ZonedTime {
        var parser = TimeParser(Array(text.utf8)[...], zone: zone)
        let bytes = Array(layout.utf8)[...]
        var index = 0
        while true {
            let next = TimeLayout.nextPart(in: bytes, from: index)
            let literal = bytes[index..<(next?.range.lowerBound ?? bytes.endIndex)]
            let held = parser.rest
            guard parser.skip(literal) else {
                throw failure(text, layout, rest: held, element: literal)
            }
            guard let next else {
                guard parser.rest.isEmpty else {
                    throw ValueError(
                        "parsing time \(quoted(text)): extra text: \(quoted(String(decoding: parser.rest, as: UTF8.self)))"
                    )
                }
                break
            }
            let before = parser.rest
            switch parser.read(next.part, followedBy: bytes[next.range.upperBound...]) {
            case .done: break
            case .malformed: throw failure(text, layout, rest: before, element: bytes[next.range])
            case .outOfRange(let what): throw ValueError("parsing time \(quoted(text)): \(what) out of range")
            }
            index = next.range.upperBound
        }
        guard let time = parser.result() else {
            throw ValueError("parsing time \(quoted(text)): \(parser.dayProblem) out of range")
        }
        return time
    }

    private static func failure(
        _ text: String, _ layout: String, rest: ArraySlice<UInt8>, element: ArraySlice<UInt8>
    ) -> ValueError {
        let rest = String(decoding: rest, as: UTF8.self)
        let element = String(decoding: element, as: UTF8.self)
        return ValueError(
            "parsing time \(quoted(text)) as \(quoted(layout)): cannot parse \(quoted(rest)) as \(quoted(element))")
    }

    private static func quoted(_ text: String) -> String { "\"\(text.singleLine)\"" }
}

/// The parts of a time as they are read; the rules are those of Go's `time.Parse`.
private struct TimeParser {
    enum Outcome {
        case done
        case malformed
        case outOfRange(String)
    }

    var rest: ArraySlice<UInt8>
    private let zone: TimeZoneRules
    private var year = 0
    private var month: Int?
    private var day: Int?
    private var yearDay: Int?
    private var hour = 0
    private var minute = 0
    private var second = 0
    private var nanoseconds = 0
    private var isAfternoon = false
    private var isForenoon = false
    private var isUTC = false
    private var offset: Int?
    private var abbreviation = ""
    /// What is wrong when `result` gives nothing.
    private(set) var dayProblem = "day"

    init(_ text: ArraySlice<UInt8>, zone: TimeZoneRules) {
        rest = text
        self.zone = zone
    }

    /// Skips literal text; a space stands for any number of them.
    mutating func skip(_ literal: ArraySlice<UInt8>) -> Bool {
        var literal = literal
        while let first = literal.first {
            if first == 0x20 {
                if let byte = rest.first, byte != 0x20 { return false }
                literal = literal.drop { $0 == 0x20 }
                rest = rest.drop { $0 == 0x20 }
                continue
            }
            guard rest.first == first else { return false }
            literal = literal.dropFirst()
            rest = rest.dropFirst()
        }
        return true
    }

    mutating func read(_ part: TimeLayout.Part, followedBy layout: ArraySlice<UInt8>) -> Outcome {
        switch part {
        case .year:
            guard let two = digits(exactly: 2) else { return .malformed }
            year = two >= 69 ? 1900 + two : 2000 + two
        case .longYear:
            guard let four = digits(exactly: 4) else { return .malformed }
            year = four
        case .month, .longMonth:
            guard let index = name(among: TimeLayout.months, isShort: part == .month) else { return .malformed }
            month = index + 1
        case .numericMonth, .paddedMonth:
            guard let number = number(isPadded: part == .paddedMonth) else { return .malformed }
            guard 1...12 ~= number else { return .outOfRange("month") }
            month = number
        case .weekday, .longWeekday:
            guard name(among: TimeLayout.weekdays, isShort: part == .weekday) != nil else { return .malformed }
        case .day, .spacedDay, .paddedDay:
            if part == .spacedDay, rest.first == 0x20 { rest = rest.dropFirst() }
            guard let number = number(isPadded: part == .paddedDay) else { return .malformed }
            // Whether the month has that day is asked at the end.
            day = number
        case .spacedYearDay, .paddedYearDay:
            if part == .spacedYearDay {
                for _ in 0..<2 where rest.first == 0x20 { rest = rest.dropFirst() }
                guard let number = digits(upTo: 3) else { return .malformed }
                yearDay = number
            } else {
                guard let number = digits(exactly: 3) else { return .malformed }
                yearDay = number
            }
        case .hour:
            guard let number = number(isPadded: false) else { return .malformed }
            guard number < 24 else { return .outOfRange("hour") }
            hour = number
        case .hour12, .paddedHour12:
            guard let number = number(isPadded: part == .paddedHour12) else { return .malformed }
            guard number <= 12 else { return .outOfRange("hour") }
            hour = number
        case .minute, .paddedMinute:
            guard let number = number(isPadded: part == .paddedMinute) else { return .malformed }
            guard number < 60 else { return .outOfRange("minute") }
            minute = number
        case .second, .paddedSecond:
            guard let number = number(isPadded: part == .paddedSecond) else { return .malformed }
            guard number < 60 else { return .outOfRange("second") }
            second = number
            // A fraction may follow although the layout has none.
            if let separator = rest.first, separator == 0x2E || separator == 0x2C,
                rest.dropFirst().first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false, !startsWithFraction(layout)
            {
                readFraction(digits: rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }.count)
            }
        case .upperHalf, .lowerHalf:
            let pair = Array(rest.prefix(2))
            if pair == (part == .upperHalf ? [0x50, 0x4D] : [0x70, 0x6D]) {
                isAfternoon = true
            } else if pair == (part == .upperHalf ? [0x41, 0x4D] : [0x61, 0x6D]) {
                isForenoon = true
            } else {
                return .malformed
            }
            rest = rest.dropFirst(2)
        case .offset(let isISO, let hasColons, let minutes, let seconds):
            if isISO, rest.first == 0x5A {
                rest = rest.dropFirst()
                isUTC = true
                return .done
            }
            return readOffset(hasColons: hasColons, minutes: minutes, seconds: seconds)
        case .zone:
            if rest.prefix(3).elementsEqual("UTC".utf8) {
                isUTC = true
                rest = rest.dropFirst(3)
                return .done
            }
            guard let length = zoneNameLength() else { return .malformed }
            abbreviation = String(decoding: rest.prefix(length), as: UTF8.self)
            rest = rest.dropFirst(length)
        case .fraction(let digits, let isTrimmed, _):
            return readFraction(layoutDigits: digits, isTrimmed: isTrimmed)
        }
        return .done
    }

    /// The time, nil when the day does not exist.
    mutating func result() -> ZonedTime? {
        if isAfternoon, hour < 12 { hour += 12 } else if isForenoon, hour == 12 { hour = 0 }
        if let yearDay {
            guard yearDay >= 1, yearDay <= (CivilDate.isLeap(year: year) ? 366 : 365) else {
                dayProblem = "day-of-year"
                return nil
            }
            let date = CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: 1, day: yearDay))
            if (month ?? date.month) != date.month || (day ?? date.day) != date.day {
                dayProblem = "day-of-year does not match \((month ?? date.month) != date.month ? "month" : "day"):"
                return nil
            }
            month = date.month
            day = date.day
        }
        guard let date = CivilDate(exactYear: year, month: month ?? 1, day: day ?? 1) else { return nil }
        func time(_ zone: TimeZoneRules) -> ZonedTime {
            ZonedTime(
                year: date.year, month: date.month, day: date.day, hour: hour, minute: minute, second: second,
                nanoseconds: nanoseconds, zone: zone)
        }
        if isUTC { return time(.utc) }
        var found = time(.utc)
        if let offset {
            found = found.adding(seconds: -offset)
            // The zone itself, when it has that offset then.
            let here = zone.localType(at: found.seconds)
            if here.offset == offset, abbreviation.isEmpty || here.abbreviation == abbreviation {
                return found.in(zone)
            }
            return found.in(.fixed(offsetSeconds: offset, name: abbreviation))
        }
        if !abbreviation.isEmpty {
            if let offset = zone.offset(ofAbbreviation: abbreviation, near: found.seconds) {
                return found.adding(seconds: -offset).in(zone)
            }
            // An abbreviation that the zone does not know has no offset, except for GMT+3.
            var offset = 0
            if abbreviation.hasPrefix("GMT"), let hours = Int(abbreviation.dropFirst(3)) { offset = hours * 3600 }
            return found.adding(seconds: -offset).in(.fixed(offsetSeconds: offset, name: abbreviation))
        }
        return time(zone)
    }

    // MARK: Pieces

    private mutating func digits(exactly count: Int) -> Int? {
        let found = rest.prefix(count)
        guard found.count == count, found.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        rest = rest.dropFirst(count)
        return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func digits(upTo limit: Int) -> Int? {
        let count = rest.prefix(limit).prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        return count > 0 ? digits(exactly: count) : nil
    }

    /// One or two digits; two when the layout pads.
    private mutating func number(isPadded: Bool) -> Int? {
        isPadded ? digits(exactly: 2) : digits(upTo: 2)
    }

    private mutating func name(among names: [[UInt8]], isShort: Bool) -> Int? {
        func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
        for (index, full) in names.enumerated() {
            let name = isShort ? full.prefix(3) : full[...]
            if rest.count >= name.count, zip(rest, name).allSatisfy({ lower($0) == lower($1) }) {
                rest = rest.dropFirst(name.count)
                return index
            }
        }
        return nil
    }

    private func startsWithFraction(_ layout: ArraySlice<UInt8>) -> Bool {
        guard let next = TimeLayout.nextPart(in: layout, from: layout.startIndex) else { return false }
        if case .fraction = next.part { return true }
        return false
    }

    private mutating func readFraction(digits count: Int) {
        var value = 0
        let found = rest.dropFirst().prefix(count)
        for index in 0..<9 {
            value = value * 10 + (index < found.count ? Int(found[found.startIndex + index] - 0x30) : 0)
        }
        nanoseconds = value
        rest = rest.dropFirst(1 + count)
    }

    private mutating func readFraction(layoutDigits: Int, isTrimmed: Bool) -> Outcome {
        let hasSeparator = rest.first == 0x2E || rest.first == 0x2C
        let available = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        if isTrimmed {
            // With nines the fraction may be missing and as long as it likes.
            if hasSeparator, available > 0 { readFraction(digits: available) }
            return .done
        }
        guard hasSeparator, available >= layoutDigits else { return .malformed }
        readFraction(digits: layoutDigits)
        return .done
    }

    private mutating func readOffset(hasColons: Bool, minutes: Bool, seconds: Bool) -> Outcome {
        guard let sign = rest.first, sign == 0x2B || sign == 0x2D else { return .malformed }
        rest = rest.dropFirst()
        guard let hours = digits(exactly: 2) else { return .malformed }
        var total = hours * 3600
        for (isAsked, unit) in [(minutes, 60), (seconds, 1)] where isAsked {
            if hasColons {
                guard rest.first == 0x3A else { return .malformed }
                rest = rest.dropFirst()
            }
            guard let number = digits(exactly: 2) else { return .malformed }
            guard number < 60 else { return .outOfRange("time zone offset \(unit == 60 ? "minute" : "second")") }
            total += number * unit
        }
        // As in Go, 24 hours are one too many for any zone but are read.
        guard hours <= 24 else { return .outOfRange("time zone offset hour") }
        offset = sign == 0x2D ? -total : total
        return .done
    }

    /// The length of a zone abbreviation by Go's rules: `MeST`, `GMT+3`, `+03`, three or four capitals, five with a T
    /// at the end, `WITA`.
    private func zoneNameLength() -> Int? {
        guard rest.count >= 3 else { return nil }
        let start = Array(rest.prefix(6))
        if start.starts(with: "ChST".utf8) || start.starts(with: "MeST".utf8) { return 4 }
        if start.starts(with: "GMT".utf8) {
            let signed = rest.dropFirst(3)
            return 3 + (signedHoursLength(signed) ?? 0)
        }
        if start[0] == 0x2B || start[0] == 0x2D { return signedHoursLength(rest) }
        let capitals = start.prefix { $0 >= 0x41 && $0 <= 0x5A }.count
        switch capitals {
        case 5: return start[4] == 0x54 ? 5 : nil
        case 4: return start[3] == 0x54 || start.starts(with: "WITA".utf8) ? 4 : nil
        case 3: return 3
        default: return nil
        }
    }

    private func signedHoursLength(_ text: ArraySlice<UInt8>) -> Int? {
        guard let sign = text.first, sign == 0x2B || sign == 0x2D else { return nil }
        let digits = text.dropFirst().prefix(3).prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !digits.isEmpty, let hours = Int(String(decoding: digits, as: UTF8.self)), hours <= 23 else { return nil }
        return 1 + digits.count
    }
}

/// A layout of Go's `time` package taken apart: literal text between the parts of the reference time
/// `Mon Jan 2 15:04:05 MST 2006`.
enum TimeLayout {
    /// One part of the reference time.
    enum Part: Sendable, Equatable {
        case longMonth, month, numericMonth, paddedMonth
        case longWeekday, weekday
        case day, spacedDay, paddedDay, spacedYearDay, paddedYearDay
        case hour, hour12, paddedHour12
        case minute, paddedMinute, second, paddedSecond
        case longYear, year
        case upperHalf, lowerHalf
        case zone
        /// An offset such as `-07:00`; with `Z` in place of zero when `isISO`.
        case offset(isISO: Bool, hasColons: Bool, minutes: Bool, seconds: Bool)
        /// A fraction of `digits` digits; trailing zeros, and a bare separator, are dropped when `isTrimmed`.
        case fraction(digits: Int, isTrimmed: Bool, separator: UInt8)
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ].map { Array($0.utf8) }
    static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"].map {
        Array($0.utf8)
    }

    /// The first part at or after `start` with its range, nil when only literal text is left.
    static func nextPart(in layout: ArraySlice<UInt8>, from start: Int) -> (part: Part, range: Range<Int>)? {
        var index = start
        while index < layout.endIndex {
            if let (part, length) = part(in: layout[index...], isStart: index == layout.startIndex, layout: layout) {
                // `_2006` is a literal underscore and a year.
                let skip = part == .longYear && layout[index] == 0x5F ? 1 : 0
                return (part, index + skip..<index + length)
            }
            index += 1
        }
        return nil
    }

    private static func part(
        in rest: ArraySlice<UInt8>, isStart: Bool, layout: ArraySlice<UInt8>
    ) -> (Part, Int)? {
        func has(_ text: StaticString) -> Bool {
            rest.count >= text.utf8CodeUnitCount
                && text.withUTF8Buffer { rest.prefix($0.count).elementsEqual($0) }
        }
        func byte(_ offset: Int) -> UInt8 {
            let index = rest.startIndex + offset
            return index < rest.endIndex ? rest[index] : 0
        }
        func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
        func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
        switch byte(0) {
        case 0x4A:  // J
            if has("January") { return (.longMonth, 7) }
            if has("Jan"), !isLower(byte(3)) { return (.month, 3) }
        case 0x4D:  // M
            if has("Monday") { return (.longWeekday, 6) }
            if has("Mon"), !isLower(byte(3)) { return (.weekday, 3) }
            if has("MST") { return (.zone, 3) }
        case 0x30:  // 0
            switch byte(1) {
            case 0x31: return (.paddedMonth, 2)
            case 0x32: return (.paddedDay, 2)
            case 0x33: return (.paddedHour12, 2)
            case 0x34: return (.paddedMinute, 2)
            case 0x35: return (.paddedSecond, 2)
            case 0x36: return (.year, 2)
            case 0x30: if byte(2) == 0x32 { return (.paddedYearDay, 3) }
            default: break
            }
        case 0x31:  // 1
            return byte(1) == 0x35 ? (.hour, 2) : (.numericMonth, 1)
        case 0x32:  // 2
            return has("2006") ? (.longYear, 4) : (.day, 1)
        case 0x5F:  // _
            if has("_2006") { return (.longYear, 5) }
            if has("__2") { return (.spacedYearDay, 3) }
            if has("_2") { return (.spacedDay, 2) }
        case 0x33: return (.hour12, 1)
        case 0x34: return (.minute, 1)
        case 0x35: return (.second, 1)
        case 0x50: if byte(1) == 0x4D { return (.upperHalf, 2) }
        case 0x70: if byte(1) == 0x6D { return (.lowerHalf, 2) }
        case 0x2D, 0x5A:  // - Z
            let isISO = byte(0) == 0x5A
            func found(_ colons: Bool, _ minutes: Bool, _ seconds: Bool, _ length: Int) -> (Part, Int) {
                (.offset(isISO: isISO, hasColons: colons, minutes: minutes, seconds: seconds), length)
            }
            let after = rest.dropFirst()
            func follows(_ text: StaticString) -> Bool {
                text.withUTF8Buffer { after.prefix($0.count).elementsEqual($0) }
            }
            if follows("070000") { return found(false, true, true, 7) }
            if follows("07:00:00") { return found(true, true, true, 9) }
            if follows("0700") { return found(false, true, false, 5) }
            if follows("07:00") { return found(true, true, false, 6) }
            if follows("07") { return found(false, false, false, 3) }
        case 0x2E, 0x2C:  // . ,
            let digit = byte(1)
            guard digit == 0x30 || digit == 0x39 else { return nil }
            var end = 1
            while byte(end) == digit, rest.startIndex + end < rest.endIndex { end += 1 }
            // Digits that go on are no fraction.
            if !isDigit(byte(end)) {
                return (.fraction(digits: end - 1, isTrimmed: digit == 0x39, separator: byte(0)), end)
            }
        default: break
        }
        return nil
    }
}

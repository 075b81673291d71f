package import Text

extension ZonedTime {
    /// The time as `2026-04-24T09:30:00+02:00`, with a fraction only when there is one: Go's RFC3339Nano.
    package var rfc3339: String { format(goLayout: "2006-01-02T15:04:05.999999999Z07:00") }

    /// What Go prints for a `time.Time`: `2026-04-24 09:30:00 +0200 CEST`.
    package var goString: String { format(goLayout: "2006-01-02 15:04:05.999999999 -0700 MST") }

    /// The time in a layout of Go's `time` package, such as `2 January 2006`.
    package func format(goLayout layout: String) -> String {
        var writer = ByteWriter(capacity: layout.utf8.count + 16)
        write(goLayout: layout, into: &writer)
        return writer.string
    }

    /// Writes the time in a layout of Go's `time` package.
    package func write(goLayout layout: String, into writer: inout ByteWriter) {
        let layout = Array(layout.utf8)[...]
        let parts = components
        var index = 0
        while index < layout.endIndex {
            guard let (part, range) = TimeLayout.nextPart(in: layout, from: index) else {
                writer.write(bytes: layout[index...])
                return
            }
            writer.write(bytes: layout[index..<range.lowerBound])
            write(part, of: parts, into: &writer)
            index = range.upperBound
        }
    }

    private func write(_ part: TimeLayout.Part, of parts: Components, into writer: inout ByteWriter) {
        let hour12 = parts.hour % 12 == 0 ? 12 : parts.hour % 12
        switch part {
        case .longMonth: writer.write(bytes: TimeLayout.months[parts.month - 1])
        case .month: writer.write(bytes: TimeLayout.months[parts.month - 1].prefix(3))
        case .numericMonth: writer.write(integer: parts.month)
        case .paddedMonth: writer.write(integer: parts.month, width: 2)
        case .longWeekday: writer.write(bytes: TimeLayout.weekdays[parts.weekday])
        case .weekday: writer.write(bytes: TimeLayout.weekdays[parts.weekday].prefix(3))
        case .day: writer.write(integer: parts.day)
        case .spacedDay:
            if parts.day < 10 { writer.write(byte: 0x20) }
            writer.write(integer: parts.day)
        case .paddedDay: writer.write(integer: parts.day, width: 2)
        case .spacedYearDay:
            if parts.yearDay < 100 { writer.write(byte: 0x20) }
            if parts.yearDay < 10 { writer.write(byte: 0x20) }
            writer.write(integer: parts.yearDay)
        case .paddedYearDay: writer.write(integer: parts.yearDay, width: 3)
        case .hour: writer.write(integer: parts.hour, width: 2)
        case .hour12: writer.write(integer: hour12)
        case .paddedHour12: writer.write(integer: hour12, width: 2)
        case .minute: writer.write(integer: parts.minute)
        case .paddedMinute: writer.write(integer: parts.minute, width: 2)
        case .second: writer.write(integer: parts.second)
        case .paddedSecond: writer.write(integer: parts.second, width: 2)
        case .longYear: writer.write(integer: parts.year, width: 4)
        case .year: writer.write(integer: max(0, parts.year) % 100, width: 2)
        case .upperHalf: writer.write(literal: parts.hour >= 12 ? "PM" : "AM")
        case .lowerHalf: writer.write(literal: parts.hour >= 12 ? "pm" : "am")
        case .zone:
            if parts.abbreviation.isEmpty {
                let minutes = parts.offset / 60
                writer.write(byte: minutes < 0 ? 0x2D : 0x2B)
                writer.write(integer: abs(minutes) / 60, width: 2)
                writer.write(integer: abs(minutes) % 60, width: 2)
            } else {
                writer.write(parts.abbreviation)
            }
        case .offset(let isISO, let hasColons, let minutes, let seconds):
            if isISO, parts.offset == 0 {
                writer.write(byte: 0x5A)
                return
            }
            // As in Go, the sign is that of the offset in minutes.
            writer.write(byte: parts.offset / 60 < 0 ? 0x2D : 0x2B)
            let magnitude = abs(parts.offset)
            writer.write(integer: magnitude / 3600, width: 2)
            if hasColons { writer.write(byte: 0x3A) }
            if minutes { writer.write(integer: magnitude / 60 % 60, width: 2) }
            if seconds {
                if hasColons { writer.write(byte: 0x3A) }
                writer.write(integer: magnitude % 60, width: 2)
            }
        case .fraction(let digits, let isTrimmed, let separator):
            writeFraction(digits: digits, isTrimmed: isTrimmed, separator: separator, into: &writer)
        }
    }

    private func writeFraction(digits: Int, isTrimmed: Bool, separator: UInt8, into writer: inout ByteWriter) {
        var all: [UInt8] = []
        appendPadded(Int(nanoseconds), width: 9, to: &all)
        all = Array(all.prefix(digits))
        if isTrimmed { while all.last == 0x30 { all.removeLast() } }
        if isTrimmed, all.isEmpty { return }
        writer.write(byte: separator)
        writer.write(bytes: all)
    }
}

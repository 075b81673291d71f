extension ZonedTime {
    /// Whether the text of a layout says where on earth it was written.
    private enum ZoneKind {
        /// Not at all, or by letters that stand for no offset.
        case none
        /// By an offset.
        case offset
    }

    /// The forms that `spf13/cast` tries for a date, in its order.
    private static let hugoLayouts: [(layout: String, kind: ZoneKind)] = [
        ("2006-01-02", .none),
        ("2006-01-02T15:04:05Z07:00", .offset),
        ("2006-01-02T15:04:05", .none),
        ("Mon, 02 Jan 2006 15:04:05 -0700", .offset),
        ("Mon, 02 Jan 2006 15:04:05 MST", .none),
        ("02 Jan 06 15:04 -0700", .offset),
        ("02 Jan 06 15:04 MST", .none),
        ("Monday, 02-Jan-06 15:04:05 MST", .none),
        ("2006-01-02 15:04:05.999999999 -0700 MST", .offset),
        ("2006-01-02T15:04:05-0700", .offset),
        ("2006-01-02 15:04:05Z0700", .offset),
        ("2006-01-02 15:04:05", .none),
        ("Mon Jan _2 15:04:05 2006", .none),
        ("Mon Jan _2 15:04:05 MST 2006", .none),
        ("Mon Jan 02 15:04:05 -0700 2006", .offset),
        ("2006-01-02 15:04:05Z07:00", .offset),
        ("02 Jan 2006", .none),
        ("2006-01-02 15:04:05 -07:00", .offset),
        ("2006-01-02 15:04:05 -0700", .offset),
        ("3:04PM", .offset),
        ("Jan _2 15:04:05", .offset),
        ("Jan _2 15:04:05.000", .offset),
        ("Jan _2 15:04:05.000000", .offset),
        ("Jan _2 15:04:05.000000000", .offset),
    ]

    /// The time that `text` writes in any form Hugo takes in front matter and in `time.AsTime`, or nil.
    ///
    /// Text without an offset is a time of `defaultZone`, even where it names a zone by letters, as in Hugo.
    package static func parseHugo(_ text: String, defaultZone: TimeZoneRules = .utc) -> ZonedTime? {
        // No form is shorter than `3:04PM` or has more than 64 bytes and a fraction.
        guard 6...128 ~= text.utf8.count else { return nil }
        for (layout, kind) in hugoLayouts {
            guard let time = try? parse(text, layout: layout) else { continue }
            guard kind == .none else { return time }
            let parts = time.components
            return ZonedTime(
                year: parts.year, month: parts.month, day: parts.day, hour: parts.hour, minute: parts.minute,
                second: parts.second, nanoseconds: Int(time.nanoseconds), zone: defaultZone)
        }
        return nil
    }
}

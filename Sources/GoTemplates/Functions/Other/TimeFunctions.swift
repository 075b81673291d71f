internal import Text
internal import Values

extension FunctionTable {
    /// The namespace `time`.
    mutating func registerTime() {
        register("time.Now", aliases: ["now"], 0...0) { .time($0.environment?.currentTime ?? ZonedTime.now()) }
        register("time.AsTime", aliases: ["time"], 1...2) { call in
            let zone = call.count > 1 ? try TimeZoneRules.named(try call.text(1)) : call.timeZone
            return .time(try Self.time(call[0], zone: zone))
        }
        register("time.Format", aliases: ["dateFormat"], 2...2) { call in
            let layout = try call.string(0)
            let time = try Self.time(call[1], zone: call.timeZone)
            var plain = time
            // Of what is a time already Hugo's formatter knows neither fractions of a second nor the name of the zone.
            if case .time = call[1] {
                let parts = time.components
                let zone: TimeZoneRules =
                    parts.abbreviation == "UTC" ? .utc : .fixed(offsetSeconds: parts.offset)
                plain = ZonedTime(seconds: time.seconds, zone: zone)
            }
            return .string(call.locale?.format(plain, layout: layout) ?? plain.format(goLayout: layout))
        }
        register("time.Duration", aliases: ["duration"], 2...2) { .duration(try Self.duration($0)) }
        register("time.ParseDuration", 1...1) { .duration(try GoDuration.parse(try $0.text(0))) }
        register("time.In", 2...2) { call in
            let zone = try TimeZoneRules.named(try call.text(0))
            return .time(try Self.time(call[1], zone: call.timeZone).in(zone))
        }
    }

    /// The time that a value is or writes.
    private static func time(_ value: Value, zone: TimeZoneRules) throws(ValueError) -> ZonedTime {
        switch value {
        case .time(let time): return time
        case .null: return .zero
        case .int(let seconds), .int64(let seconds): return ZonedTime(seconds: seconds, zone: .utc)
        case .uint(let seconds): return ZonedTime(seconds: Int(truncatingIfNeeded: seconds), zone: .utc)
        case .float(let seconds):
            return ZonedTime(seconds: Int(exactly: seconds.rounded(.towardZero)) ?? 0, zone: .utc)
        case .string, .safe:
            let text = value.stringValue ?? ""
            guard let time = ZonedTime.parseHugo(text, defaultZone: zone) else {
                throw ValueError("unable to parse date: \(text)")
            }
            return time
        case .object(let object):
            if let time = (object as? LocalDateTime)?.time(in: zone) { return time }
            throw ValueError("unable to cast \(goSprintf("%#v", [value])) of type \(value.goType) to Time")
        default:
            throw ValueError("unable to cast \(goSprintf("%#v", [value])) of type \(value.goType) to Time")
        }
    }

    private static func duration(_ call: Invocation) throws(ValueError) -> Int {
        let unit: Int
        let name = try call.text(0)
        switch name {
        case "hour", "h": unit = 3_600_000_000_000
        case "minute", "m": unit = 60_000_000_000
        case "second", "s": unit = 1_000_000_000
        case "millisecond", "ms": unit = 1_000_000
        case "microsecond", "us", "µs": unit = 1_000
        case "nanosecond", "ns": unit = 1
        default: throw ValueError("\(name.goQuoted) is not a valid duration unit")
        }
        return try call.int(1) &* unit
    }
}

extension Invocation {
    /// The zone of times that are written without one.
    var timeZone: TimeZoneRules { environment?.timeZone ?? .utc }
}

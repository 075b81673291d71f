internal import KeyLedger
internal import Text
internal import Values

/// Times and spans as a person types them.
enum TimeArgument {
    /// The instant that `text` names: RFC 3339, or a day or a time of day in `zone`.
    static func instant(_ text: String, _ option: String, in zone: TimeZoneRules) throws(UsageError) -> Instant {
        guard let time = ZonedTime.parseHugo(text, defaultZone: zone), let instant = Instant(time) else {
            throw UsageError(
                message: "\(option): \(text.singleLine) is not a time",
                suggestion: "write it as 2026-03-15T09:12:44Z or 2026-03-15")
        }
        return instant
    }

    /// The instant that `text` names, or that lies a span such as `90d` after `now`.
    static func coming(
        _ text: String, _ option: String, after now: Instant, in zone: TimeZoneRules
    ) throws(UsageError) -> Instant {
        if let seconds = seconds(text) { return now.wholeSeconds.adding(seconds: seconds) }
        do throws(UsageError) {
            return try instant(text, option, in: zone)
        } catch {
            throw UsageError(
                message: error.message, suggestion: "write it as 2027-03-31, 2027-03-31T12:00:00Z or 90d")
        }
    }

    /// The seconds of a span such as `7d`, `12h` or `1d12h`.
    static func span(_ text: String, _ option: String) throws(UsageError) -> Int {
        guard let seconds = seconds(text) else {
            throw UsageError(
                message: "\(option): \(text.singleLine) is not a span of time", suggestion: "write it as 7d or 12h")
        }
        return seconds
    }

    /// Days, hours, minutes and seconds, each with its letter; a lone 0 needs none. At most a hundred years.
    private static func seconds(_ text: String) -> Int? {
        if text == "0" { return 0 }
        guard !text.isEmpty, text.utf8.count <= 32 else { return nil }
        var total = 0
        var number: Int?
        for byte in text.utf8 {
            if 0x30...0x39 ~= byte {
                let next = (number ?? 0) * 10 + Int(byte - 0x30)
                guard next < 10_000_000_000 else { return nil }
                number = next
                continue
            }
            let unit: Int
            switch byte {
            case UInt8(ascii: "w"): unit = 604_800
            case UInt8(ascii: "d"): unit = 86_400
            case UInt8(ascii: "h"): unit = 3600
            case UInt8(ascii: "m"): unit = 60
            case UInt8(ascii: "s"): unit = 1
            default: return nil
            }
            guard let count = number else { return nil }
            total += count * unit
            guard total <= 100 * 366 * 86_400 else { return nil }
            number = nil
        }
        return number == nil ? total : nil
    }
}

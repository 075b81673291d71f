/// Spans of time as Go's `time.Duration` writes and reads them; a span is a number of nanoseconds.
package enum GoDuration {
    /// The units by name, in nanoseconds.
    private static func unit(_ name: ArraySlice<UInt8>) -> UInt64? {
        switch String(decoding: name, as: UTF8.self) {
        case "ns": return 1
        // The micro sign, U+00B5, and the Greek letter, U+03BC.
        case "us", "\u{B5}s", "\u{3BC}s": return 1_000
        case "ms": return 1_000_000
        case "s": return 1_000_000_000
        case "m": return 60_000_000_000
        case "h": return 3_600_000_000_000
        default: return nil
        }
    }

    /// The span as Go prints it: `1h2m3.5s`, `1.5ms`, `0s`.
    package static func string(_ nanoseconds: Int) -> String {
        let magnitude = UInt64(nanoseconds.magnitude)
        let sign = nanoseconds < 0 ? "-" : ""
        if magnitude == 0 { return "0s" }
        if magnitude < 1_000 { return "\(sign)\(magnitude)ns" }
        if magnitude < 1_000_000 { return sign + decimal(magnitude, unit: 1_000) + "\u{B5}s" }
        if magnitude < 1_000_000_000 { return sign + decimal(magnitude, unit: 1_000_000) + "ms" }
        let seconds = magnitude / 1_000_000_000
        let rest = decimal(seconds % 60 * 1_000_000_000 + magnitude % 1_000_000_000, unit: 1_000_000_000) + "s"
        if seconds < 60 { return sign + rest }
        if seconds < 3600 { return "\(sign)\(seconds / 60)m\(rest)" }
        return "\(sign)\(seconds / 3600)h\(seconds / 60 % 60)m\(rest)"
    }

    /// A number of units with the fraction it needs.
    private static func decimal(_ value: UInt64, unit: UInt64) -> String {
        let fraction = value % unit
        if fraction == 0 { return String(value / unit) }
        var digits: [UInt8] = []
        appendPadded(Int(fraction), width: String(unit).utf8.count - 1, to: &digits)
        while digits.last == 0x30 { digits.removeLast() }
        return "\(value / unit)." + String(decoding: digits, as: UTF8.self)
    }

    /// The span that `text` writes, such as `-1.5h` or `300ms`: Go's `time.ParseDuration`; throws in Go's words.
    package static func parse(_ text: String) throws(ValueError) -> Int {
        let invalid = ValueError("time: invalid duration \"\(text)\"")
        var rest = Array(text.utf8)[...]
        var isNegative = false
        if let sign = rest.first, sign == 0x2B || sign == 0x2D {
            isNegative = sign == 0x2D
            rest = rest.dropFirst()
        }
        if rest.elementsEqual([0x30]) { return 0 }
        guard !rest.isEmpty else { throw invalid }
        var total: UInt64 = 0
        let limit: UInt64 = 1 << 63
        while !rest.isEmpty {
            let whole = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
            rest = rest.dropFirst(whole.count)
            var value: UInt64 = 0
            for byte in whole {
                guard value <= limit / 10 else { throw invalid }
                value = value * 10 + UInt64(byte - 0x30)
                guard value <= limit else { throw invalid }
            }
            var fraction: ArraySlice<UInt8> = []
            if rest.first == 0x2E {
                fraction = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
                rest = rest.dropFirst(1 + fraction.count)
            }
            guard !whole.isEmpty || !fraction.isEmpty else { throw invalid }
            let name = rest.prefix { $0 != 0x2E && ($0 < 0x30 || $0 > 0x39) }
            guard !name.isEmpty else { throw ValueError("time: missing unit in duration \"\(text)\"") }
            guard let unit = unit(name) else {
                let name = String(decoding: name, as: UTF8.self)
                throw ValueError("time: unknown unit \"\(name)\" in duration \"\(text)\"")
            }
            rest = rest.dropFirst(name.count)
            guard value <= limit / unit else { throw invalid }
            value *= unit
            if !fraction.isEmpty { value += nanoseconds(ofFraction: fraction, unit: unit) }
            let (sum, overflow) = total.addingReportingOverflow(value)
            guard !overflow, sum <= limit else { throw invalid }
            total = sum
        }
        if isNegative { return total == limit ? .min : -Int(total) }
        guard total < limit else { throw invalid }
        return Int(total)
    }

    /// The digits after the point as nanoseconds; digits that no longer fit change nothing, as in Go.
    private static func nanoseconds(ofFraction digits: ArraySlice<UInt8>, unit: UInt64) -> UInt64 {
        var value: UInt64 = 0
        var scale = 1.0
        for byte in digits.prefix(18) {
            value = value * 10 + UInt64(byte - 0x30)
            scale *= 10
        }
        return UInt64(Double(value) * (Double(unit) / scale))
    }
}

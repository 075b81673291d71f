/// The one form in which every graph and table writes a count.
package enum ChartNumber {
    /// `1,234`; from ten million on three digits and a letter, `12.3M`, as no graph has room for more.
    package static func text(_ value: Int) -> String {
        let magnitude = value.magnitude
        let sign = value < 0 ? "−" : ""
        guard magnitude >= 10_000_000 else { return sign + grouped(magnitude) }
        var unit: UInt = 1_000_000
        var letters = ["M", "B", "T", "Q"][...]
        while magnitude / unit >= 1000, letters.count > 1 {
            unit *= 1000
            letters.removeFirst()
        }
        let whole = magnitude / unit
        // Rounded down: a graph must not say that more was used than was.
        let rest = magnitude % unit
        var text = grouped(whole)
        if whole < 100 {
            let tenths = rest / (unit / 10)
            let hundredths = rest / (unit / 100) % 10
            if whole < 10 && hundredths != 0 {
                text += ".\(tenths)\(hundredths)"
            } else if tenths != 0 {
                text += ".\(tenths)"
            }
        }
        return sign + text + (letters.first ?? "")
    }

    /// Every digit, `12,345,678`; what a table shows.
    package static func exact(_ value: Int) -> String {
        (value < 0 ? "−" : "") + grouped(value.magnitude)
    }

    /// `27%`; `<1%` for what is not nothing, `>99%` for what is not all.
    package static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0%" }
        let permille = Int128(part) * 1000 / Int128(whole)
        let percent = (permille + 5) / 10
        if permille < 10 { return "<1%" }
        if percent >= 100 && part < whole { return ">99%" }
        return grouped(UInt(clamping: percent)) + "%"
    }

    /// A part of a quota: as `percent(_:of:)`, and `>100%` of a quota of 0 once something is used.
    package static func percent(_ part: Int, ofQuota quota: Int) -> String {
        quota <= 0 && part > 0 ? ">100%" : percent(part, of: quota)
    }

    private static func grouped(_ value: UInt) -> String {
        let digits = Array(String(value).utf8)
        var result: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { result.append(0x2C) }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension Int {
    /// The sum, or the greatest integer where it would not fit; counts come from outside.
    func addingSaturated(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? Int.min : Int.max) : sum
    }
}

extension Sequence<Int> {
    /// The sum of what is not negative, held at the greatest integer.
    func saturatedSum() -> Int { reduce(0) { $0.addingSaturated(Swift.max(0, $1)) } }
}

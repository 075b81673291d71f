internal import Text
internal import Values

/// The signs of a written number.
struct NumberFormat {
    var minus = "-"
    var point = "."
    var group = ","

    /// The number with `precision` decimals and its thousands in groups.
    func format(_ number: Double, precision: Int) -> String { write(number, precision: max(0, min(precision, 100))) }

    /// The same; a negative precision rounds before the point and, as in Hugo, makes no groups.
    func formatCustom(_ number: Double, precision: Int) -> String {
        guard precision < 0 else { return write(number, precision: min(precision, 100)) }
        var unit = 1.0
        for _ in 0..<Swift.min(precision.magnitude, 300) { unit *= 10 }
        let rounded = (number / unit).rounded(.toNearestOrAwayFromZero) * unit
        return NumberFormat(minus: minus, point: point, group: "").write(rounded, precision: 0)
    }

    /// The number with so many decimals, rounded half away from zero behind a shift of its point, as Hugo does it.
    private static func rounded(_ number: Double, precision: Int) -> String {
        var unit = 1.0
        for _ in 0..<precision { unit *= 10 }
        let shifted = (number * unit).rounded(.toNearestOrAwayFromZero) / unit
        return goSprintf("%.\(precision)f", [.float(shifted.isFinite ? shifted : number)])
    }

    private func write(_ number: Double, precision: Int) -> String {
        guard number.isFinite else { return number.plainDecimal }
        var digits = Self.rounded(number, precision: precision)
        let isNegative = digits.hasPrefix("-")
        if isNegative { digits.removeFirst() }
        let (whole, decimals, _) = digits.cut(at: UInt8(ascii: "."))
        var result = isNegative ? minus : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.utf8.count - index) % 3 == 0 { result += group }
            result.append(digit)
        }
        return decimals.isEmpty ? result : result + point + decimals
    }
}

/// The fewest decimal digits that read back as the same number: what Go's `strconv` prints with precision -1.
///
/// The digits are those of Swift's own `description` (the SwiftDtoa algorithm), which are the shortest and of those
/// the closest; only their layout differs from Go's.
struct ShortestDecimal {
    /// Whether the sign bit is set.
    let isNegative: Bool
    /// ASCII digits without zeros in front or behind; `0` for zero.
    let digits: [UInt8]
    /// The power of ten of the first digit.
    let exponent: Int

    /// The digits of a finite number.
    init(_ number: Double) {
        isNegative = number.sign == .minus
        var digits: [UInt8] = []
        var pointAfter: Int?
        var scale = 0
        let text = Array(number.magnitude.description.utf8)
        for (index, byte) in text.enumerated() {
            if byte == 0x2E {
                pointAfter = digits.count
            } else if byte == 0x65 {
                scale = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
                break
            } else {
                digits.append(byte)
            }
        }
        var exponent = (pointAfter ?? digits.count) - 1 + scale
        let zeros = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(zeros)
        exponent -= zeros
        while digits.last == 0x30 { digits.removeLast() }
        if digits.isEmpty {
            digits = [0x30]
            exponent = 0
        }
        self.digits = digits
        self.exponent = exponent
    }

    /// Appends `d.ddde±dd`.
    func appendScientific(to bytes: inout [UInt8], exponentLetter: UInt8 = 0x65) {
        if isNegative { bytes.append(0x2D) }
        bytes.append(digits[0])
        if digits.count > 1 {
            bytes.append(0x2E)
            bytes.append(contentsOf: digits[1...])
        }
        bytes.append(exponentLetter)
        bytes.append(exponent < 0 ? 0x2D : 0x2B)
        appendPadded(Int(exponent.magnitude), width: 2, to: &bytes)
    }

    /// Appends the digits without an exponent.
    func appendPlain(to bytes: inout [UInt8]) {
        if isNegative { bytes.append(0x2D) }
        if exponent < 0 {
            bytes.append(0x30)
            bytes.append(0x2E)
            bytes.append(contentsOf: repeatElement(0x30, count: -exponent - 1))
            bytes.append(contentsOf: digits)
        } else {
            let whole = digits.prefix(exponent + 1)
            bytes.append(contentsOf: whole)
            bytes.append(contentsOf: repeatElement(0x30, count: exponent + 1 - whole.count))
            if digits.count > whole.count {
                bytes.append(0x2E)
                bytes.append(contentsOf: digits[whole.count...])
            }
        }
    }
}

internal import Glibc
internal import Text

extension ValuePrinter {
    /// Prints a whole number by a verb.
    mutating func writeInteger(magnitude: UInt64, isNegative: Bool, verb: Unicode.Scalar, value: Value) {
        let isUnsigned: Bool
        if case .uint = value { isUnsigned = true } else { isUnsigned = false }
        switch verb {
        case "v" where flags.sharpV && isUnsigned:
            flags.sharp = true
            writeDigits(magnitude, isNegative, radix: 16, verb: "v")
        case "v", "d": writeDigits(magnitude, isNegative, radix: 10, verb: verb)
        case "b": writeDigits(magnitude, isNegative, radix: 2, verb: verb)
        case "o", "O": writeDigits(magnitude, isNegative, radix: 8, verb: verb)
        case "x", "X": writeDigits(magnitude, isNegative, radix: 16, verb: verb)
        case "c": flags.pad(Array(Self.text(ofScalar: magnitude, isNegative).utf8), zeros: flags.zero, into: &bytes)
        case "q":
            let text = Self.text(ofScalar: magnitude, isNegative)
            flags.pad(Array(GoQuoting.quoteScalar(text, asciiOnly: flags.plus).utf8), zeros: flags.zero, into: &bytes)
        case "U":
            let number = isNegative ? 0 &- magnitude : magnitude
            var hex = String(number, radix: 16, uppercase: true)
            hex = String(repeating: "0", count: max(0, max(4, flags.precision ?? 0) - hex.utf8.count)) + hex
            var text = "U+" + hex
            if flags.sharp, let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init),
                scalar.isGoPrintable
            {
                text += " '\(String(scalar))'"
            }
            flags.pad(Array(text.utf8), into: &bytes)
        default: writeBad(verb, value)
        }
    }

    private static func text(ofScalar magnitude: UInt64, _ isNegative: Bool) -> String {
        guard !isNegative, let scalar = UInt32(exactly: magnitude).flatMap(Unicode.Scalar.init) else {
            return "\u{FFFD}"
        }
        return String(scalar)
    }

    private mutating func writeDigits(_ magnitude: UInt64, _ isNegative: Bool, radix: Int, verb: Unicode.Scalar) {
        var digits = Array(String(magnitude, radix: radix, uppercase: verb == "X").utf8)
        if flags.precision == 0, magnitude == 0 {
            let held = flags.zero
            flags.zero = false
            flags.pad([], into: &bytes)
            flags.zero = held
            return
        }
        var prefix: [UInt8] = []
        if isNegative {
            prefix.append(0x2D)
        } else if flags.plus {
            prefix.append(0x2B)
        } else if flags.space {
            prefix.append(0x20)
        }
        if flags.sharp {
            switch radix {
            case 2: prefix.append(contentsOf: [0x30, 0x62])
            case 8: if digits.first != 0x30 { digits.insert(0x30, at: 0) }
            case 16: prefix.append(contentsOf: [0x30, verb == "X" ? 0x58 : 0x78])
            default: break
            }
        }
        if verb == "O" { prefix.append(contentsOf: [0x30, 0x6F]) }
        // Zeros go between the sign and the digits, and only to the left; a precision takes their place.
        var wanted = flags.precision ?? 0
        if flags.precision == nil, flags.zero, !flags.minus, let width = flags.width {
            wanted = width - (isNegative || flags.plus || flags.space ? 1 : 0)
        }
        let zeros = repeatElement(0x30 as UInt8, count: max(0, wanted - digits.count))
        flags.pad(prefix + zeros + digits, into: &bytes)
    }

    /// Prints a floating-point number by a verb.
    mutating func writeFloat(_ number: Double, verb: Unicode.Scalar, value: Value) {
        var text: [UInt8]
        if number.isNaN || number.isInfinite {
            guard "vbeEfFgGxX".unicodeScalars.contains(verb) else {
                writeBad(verb, value)
                return
            }
            text = Array((number.isNaN ? "NaN" : number < 0 ? "-Inf" : "Inf").utf8)
            // Go writes the sign of infinity even where none is asked for.
            if number > 0, !flags.space { flags.plus = true }
        } else {
            switch verb {
            case "v": text = Self.general(number, precision: flags.precision, letter: 0x67)
            case "g", "G":
                text = Self.general(number, precision: flags.precision, letter: verb == "G" ? 0x47 : 0x67)
            case "e", "E": text = Self.fixed(number, precision: flags.precision ?? 6, letter: verb == "E" ? 0x45 : 0x65)
            case "f", "F": text = Self.fixed(number, precision: flags.precision ?? 6, letter: 0x66)
            case "x", "X": text = Self.hexadecimal(number, precision: flags.precision, isUpper: verb == "X")
            case "b":
                let bits = number.bitPattern
                let field = Int(bits >> 52 & 0x7FF)
                let fraction = bits & (1 << 52 - 1)
                let mantissa = field == 0 ? fraction : fraction | 1 << 52
                text = Array("\(number.sign == .minus ? "-" : "")\(mantissa)p".utf8)
                let exponent = max(field, 1) - 1075
                text.append(contentsOf: "\(exponent >= 0 ? "+" : "")\(exponent)".utf8)
            default:
                writeBad(verb, value)
                return
            }
            if flags.sharp, verb != "b", verb != "x", verb != "X" { keepPoint(&text, number, verb) }
        }
        writeSigned(text, isFinite: number.isFinite)
    }

    /// Puts the sign, and zeros between it and the digits.
    private mutating func writeSigned(_ text: [UInt8], isFinite: Bool) {
        let isNegative = text.first == 0x2D
        let digits = isNegative ? Array(text.dropFirst()) : text
        var sign: [UInt8] = []
        if isNegative {
            sign = [0x2D]
        } else if flags.plus {
            sign = [0x2B]
        } else if flags.space {
            sign = [0x20]
        }
        if flags.zero, isFinite, !flags.minus, let width = flags.width {
            bytes.append(contentsOf: sign)
            bytes.append(contentsOf: repeatElement(0x30, count: max(0, width - sign.count - digits.count)))
            bytes.append(contentsOf: digits)
            return
        }
        flags.pad(sign + digits, into: &bytes)
    }

    /// `#` keeps the decimal point and, for `%g`, the zeros behind it.
    private func keepPoint(_ text: inout [UInt8], _ number: Double, _ verb: Unicode.Scalar) {
        let end = text.firstIndex { $0 | 0x20 == 0x65 } ?? text.count
        let mantissa = text[..<end]
        var kept = Array(mantissa)
        if !kept.contains(0x2E) { kept.append(0x2E) }
        if verb == "g" || verb == "G" || verb == "v" {
            let wanted = flags.precision ?? 6
            let significant = kept.drop { $0 == 0x2D || $0 == 0x30 || $0 == 0x2E }.filter { $0 != 0x2E }.count
            let counted = number == 0 ? kept.filter { $0 == 0x30 }.count : significant
            if counted < wanted { kept.append(contentsOf: repeatElement(0x30, count: wanted - counted)) }
        }
        text = kept + text[end...]
    }

    /// Go's `%g`: shortest digits without a precision, with an exponent below -4 and from 6 (or the precision) on.
    private static func general(_ number: Double, precision: Int?, letter: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        guard let precision else {
            let decimal = ShortestDecimal(number)
            if number != 0, decimal.exponent < -4 || decimal.exponent >= 6 {
                decimal.appendScientific(to: &bytes, exponentLetter: letter == 0x47 ? 0x45 : 0x65)
            } else {
                decimal.appendPlain(to: &bytes)
            }
            return bytes
        }
        // C drops the zeros behind as Go does.
        return cFormat(number, precision: min(precision, precisionLimit), letter: letter)
    }

    private static func fixed(_ number: Double, precision: Int, letter: UInt8) -> [UInt8] {
        cFormat(number, precision: min(precision, precisionLimit), letter: letter)
    }

    private static let precisionLimit = 100_000

    /// `%.*f` and its family by the C library, whose digits are exact.
    private static func cFormat(_ number: Double, precision: Int, letter: UInt8) -> [UInt8] {
        let format = "%.\(precision)\(Character(Unicode.Scalar(letter)))"
        return withVaList([number]) { arguments in
            // The largest number has 309 digits before the point.
            [UInt8](unsafeUninitializedCapacity: precision + 340) { buffer, count in
                buffer.withMemoryRebound(to: CChar.self) { text in
                    let written = vsnprintf(text.baseAddress, text.count, format, arguments)
                    count = min(max(0, Int(written)), text.count)
                }
            }
        }
    }

    /// Go's `%x` of a float: C's with an exponent of at least two digits.
    private static func hexadecimal(_ number: Double, precision: Int?, isUpper: Bool) -> [UInt8] {
        var text: [UInt8]
        if let precision {
            text = cFormat(number, precision: min(precision, precisionLimit), letter: 0x61)
        } else {
            // Enough digits for all bits; those that are zero are dropped.
            text = cFormat(number, precision: 13, letter: 0x61)
            if let mark = text.firstIndex(of: 0x70) {
                var mantissa = Array(text[..<mark])
                while mantissa.last == 0x30, mantissa.contains(0x2E) { mantissa.removeLast() }
                if mantissa.last == 0x2E { mantissa.removeLast() }
                text = mantissa + text[mark...]
            }
        }
        if let mark = text.firstIndex(of: 0x70), text.count - mark == 3 { text.insert(0x30, at: mark + 2) }
        return isUpper ? text.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 } : text
    }
}

// Normalisation without Foundation has no other door than this one of the standard library.
@_spi(_Unicode) internal import Swift

/// The order in which people look names up, near the Unicode Collation Algorithm's default table.
///
/// Letters first, without regard to accents and case; then accents; then case, small before capital. Spaces and
/// punctuation stand before symbols, those before digits, and digits before letters. What Hugo sorts titles by.
/// Letters of scripts other than Latin follow it in the order of their code points.
package enum Collation {
    /// Whether `left` stands before `right`.
    package static func precedes(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }

    /// Negative, zero or positive.
    package static func compare(_ left: String, _ right: String) -> Int {
        if left.utf8.elementsEqual(right.utf8) { return 0 }
        let first = Key(left)
        let second = Key(right)
        for (one, other) in [
            (first.primary, second.primary), (first.secondary, second.secondary), (first.tertiary, second.tertiary),
        ] {
            if one.lexicographicallyPrecedes(other) { return -1 }
            if other.lexicographicallyPrecedes(one) { return 1 }
        }
        return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }

    /// The three levels of a text; make it once for each element of a long list.
    package struct Key: Sendable {
        /// Base letters.
        let primary: [UInt32]
        /// Accents.
        let secondary: [UInt32]
        /// Case.
        let tertiary: [UInt32]

        /// The levels of `text`.
        package init(_ text: String) {
            var primary: [UInt32] = []
            var secondary: [UInt32] = []
            var tertiary: [UInt32] = []
            func add(_ scalar: Unicode.Scalar) {
                let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
                if scalar.properties.canonicalCombiningClass.rawValue != 0 {
                    if !secondary.isEmpty { secondary[secondary.count - 1] &+= scalar.value }
                    return
                }
                let (letters, accent) = Collation.expansion(lower)
                for letter in letters {
                    primary.append(Collation.weight(letter))
                    secondary.append(accent)
                    tertiary.append(lower == scalar ? 0 : 1)
                }
            }
            if text.utf8.allSatisfy({ $0 < 0x80 }) {
                for scalar in text.unicodeScalars { add(scalar) }
            } else {
                for scalar in text._nfd { add(scalar) }
            }
            self.primary = primary
            self.secondary = secondary
            self.tertiary = tertiary
        }

        /// Negative, zero or positive; texts that differ in nothing but invisible characters are equal.
        package static func compare(_ left: Key, _ right: Key) -> Int {
            if left.primary != right.primary { return left.primary.lexicographicallyPrecedes(right.primary) ? -1 : 1 }
            if left.secondary != right.secondary {
                return left.secondary.lexicographicallyPrecedes(right.secondary) ? -1 : 1
            }
            if left.tertiary != right.tertiary {
                return left.tertiary.lexicographicallyPrecedes(right.tertiary) ? -1 : 1
            }
            return 0
        }
    }

    private static let punctuation: [UInt32] = {
        var order = [UInt32](repeating: 0, count: 128)
        let scalars = "\t\n\u{0B}\u{0C}\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$".unicodeScalars
        for (index, scalar) in scalars.enumerated() { order[Int(scalar.value)] = UInt32(index + 1) }
        return order
    }()

    /// Letters that the table takes for others with an accent of their own.
    private static func expansion(_ scalar: Unicode.Scalar) -> ([Unicode.Scalar], UInt32) {
        switch scalar {
        case "ß": return (["s", "s"], 1)
        case "æ": return (["a", "e"], 1)
        case "œ": return (["o", "e"], 1)
        case "ø": return (["o"], 0x338)
        case "ł": return (["l"], 0x335)
        case "đ": return (["d"], 0x335)
        default: return ([scalar], 0)
        }
    }

    private static func weight(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x30...0x39: return 0x1000 + scalar.value
        case 0x61...0x7A: return 0x2000 + scalar.value * 16
        case 0..<0x80: return punctuation[Int(scalar.value)]
        default:
            if scalar.properties.isWhitespace { return 6 }
            if scalar.properties.isAlphabetic { return 0x10000 + scalar.value }
            return scalar.isDecimalDigit ? 0x1800 + scalar.value & 0x7FF : 0x100 + scalar.value % 0xE00
        }
    }
}

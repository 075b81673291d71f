@_spi(_Unicode) internal import Swift

/// A text as bytes that sort as its readers expect: `a`, `A`, `ä`, `b`, whatever the case and the accents.
///
/// Stands for Go's `collate` with the root collation, which Hugo sorts titles with: first the letters, digits and signs
/// themselves (signs before digits before letters), then accents, then case with small letters first. Letters outside
/// Latin sort by their code point.
package struct CollationKey: Sendable, Hashable, Comparable {
    private let bytes: [UInt8]

    /// The key of `text`.
    package init(_ text: String) {
        var primary: [UInt8] = []
        primary.reserveCapacity(text.utf8.count * 2 + 2)
        var secondary: [UInt8] = []
        var tertiary: [UInt8] = []
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 { Self.append(ascii: byte, to: &primary, &tertiary) }
        } else {
            for scalar in text._nfd {
                if scalar.value < 0x80 {
                    Self.append(ascii: UInt8(scalar.value), to: &primary, &tertiary)
                } else if scalar.properties.generalCategory == .nonspacingMark {
                    Self.append(accent: scalar, at: primary.count, to: &secondary)
                } else if let letters = Self.expansion(of: scalar) {
                    for letter in letters { Self.append(ascii: letter, to: &primary, &tertiary) }
                    Self.append(accent: scalar, at: primary.count, to: &secondary)
                } else {
                    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
                    primary.append(contentsOf: [
                        0xF0, UInt8(truncatingIfNeeded: lower.value >> 16), UInt8(truncatingIfNeeded: lower.value >> 8),
                        UInt8(truncatingIfNeeded: lower.value),
                    ])
                    tertiary.append(lower == scalar ? 1 : 2)
                }
            }
        }
        // A shorter text sorts before a longer one that begins with it, so the separator is below every weight.
        bytes = primary + [0] + secondary + [0] + tertiary
    }

    /// An accent and its place; no byte is the separator's zero, and of two texts the one whose accent comes first is last.
    private static func append(accent: Unicode.Scalar, at place: Int, to secondary: inout [UInt8]) {
        let place = min(place, 254 * 254 - 1)
        secondary.append(contentsOf: [
            UInt8(255 - place / 254), UInt8(255 - place % 254), UInt8(truncatingIfNeeded: accent.value >> 8) | 1,
            UInt8(truncatingIfNeeded: accent.value) | 1,
        ])
    }

    /// The ASCII letters that a letter of Latin sorts as, which Unicode does not take apart itself.
    private static func expansion(of scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar {
        case "ß": return Array("ss".utf8)
        case "ẞ": return Array("SS".utf8)
        case "æ": return Array("ae".utf8)
        case "Æ": return Array("AE".utf8)
        case "œ": return Array("oe".utf8)
        case "Œ": return Array("OE".utf8)
        case "ø": return Array("o".utf8)
        case "Ø": return Array("O".utf8)
        case "ł": return Array("l".utf8)
        case "Ł": return Array("L".utf8)
        case "đ": return Array("d".utf8)
        case "Đ": return Array("D".utf8)
        default: return nil
        }
    }

    private static func append(ascii byte: UInt8, to primary: inout [UInt8], _ tertiary: inout [UInt8]) {
        let weight = weights[Int(byte)]
        guard weight > 0 else { return }
        primary.append(weight)
        tertiary.append(byte >= 0x41 && byte <= 0x5A ? 2 : 1)
    }

    /// The order of ASCII in the root collation; control characters have no weight.
    private static let weights: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 128)
        var next: UInt8 = 1
        for byte in Array("\t\n\u{0B}\u{0C}\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789".utf8) {
            table[Int(byte)] = next
            next += 1
        }
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            table[Int(letter)] = next
            table[Int(letter) - 32] = next
            next += 1
        }
        return table
    }()

    /// Whether the text of `left` stands before that of `right`.
    package static func < (left: CollationKey, right: CollationKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

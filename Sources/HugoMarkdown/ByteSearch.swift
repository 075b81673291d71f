/// The first offset at or after `start` at which `needle` stands in `bytes`, or nil.
func find(_ bytes: [UInt8], _ needle: [UInt8], from start: Int = 0) -> Int? {
    guard let first = needle.first, start >= 0, bytes.count >= needle.count else { return nil }
    var index = start
    let last = bytes.count - needle.count
    while index <= last {
        if bytes[index] == first, starts(bytes, with: needle, at: index) { return index }
        index += 1
    }
    return nil
}

/// Whether `needle` stands in `bytes`.
func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool { find(bytes, needle) != nil }

/// Whether `prefix` stands in `bytes` at `offset`.
func starts(_ bytes: [UInt8], with prefix: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, bytes.count - offset >= prefix.count else { return false }
    for index in prefix.indices where bytes[offset + index] != prefix[index] { return false }
    return true
}

/// Whether `byte` is an ASCII letter or digit.
@inline(__always)
func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
}

/// Whether `scalar` is a letter or a decimal digit, as Go's `unicode.IsLetter` and `IsDigit` say.
func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isASCIIAlphanumeric(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
        return true
    default: return false
    }
}

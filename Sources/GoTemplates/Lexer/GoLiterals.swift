internal import Text

/// `text` in double quotes with escapes, as Go's `%q` writes it.
func goQuoted(_ text: String) -> String { text.goQuoted }

/// The bytes that a quoted Go literal means, or nil when an escape in it is no escape of Go.
///
/// `bytes` with both quotes. `\x` and octal escapes are bytes, `\u` and `\U` are scalars.
func goUnquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard let quote = bytes.first, bytes.count >= 2, bytes.last == quote else { return nil }
    let inner = Array(bytes.dropFirst().dropLast())
    var result: [UInt8] = []
    result.reserveCapacity(inner.count)
    var index = 0
    while index < inner.count {
        let byte = inner[index]
        guard byte == UInt8(ascii: "\\") else {
            if byte == quote { return nil }
            result.append(byte)
            index += 1
            continue
        }
        guard index + 1 < inner.count else { return nil }
        let kind = inner[index + 1]
        index += 2
        switch kind {
        case UInt8(ascii: "a"): result.append(0x07)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "v"): result.append(0x0B)
        case UInt8(ascii: "\\"): result.append(kind)
        case quote: result.append(kind)
        case UInt8(ascii: "x"):
            guard let value = digits(inner, at: &index, count: 2, radix: 16), value <= 0xFF else { return nil }
            if quote == UInt8(ascii: "'") {
                guard let scalar = Unicode.Scalar(value) else { return nil }
                result.append(contentsOf: String(Character(scalar)).utf8)
            } else {
                result.append(UInt8(value))
            }
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            guard let value = digits(inner, at: &index, count: kind == UInt8(ascii: "u") ? 4 : 8, radix: 16),
                let scalar = Unicode.Scalar(value)
            else { return nil }
            result.append(contentsOf: String(Character(scalar)).utf8)
        case 0x30...0x37:
            index -= 1
            guard let value = digits(inner, at: &index, count: 3, radix: 8), value <= 0xFF else { return nil }
            result.append(UInt8(value))
        default: return nil
        }
    }
    return result
}

private func digits(_ bytes: [UInt8], at index: inout Int, count: Int, radix: UInt32) -> UInt32? {
    guard index + count <= bytes.count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<count {
        guard let digit = Character(Unicode.Scalar(bytes[index + offset])).hexDigitValue, digit < radix else {
            return nil
        }
        value = value &* radix &+ UInt32(digit)
    }
    index += count
    return value
}

/// Numbers in as few characters as they take.
enum CSSNumber {
    /// The shortest text of a number: `0.50` is `.5`, `1000` is `1e3`.
    static func shortest(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > 1 else { return String(text) }
        var index = 0
        let isNegative = bytes[0] == 0x2D
        if isNegative || bytes[0] == 0x2B { index = 1 }
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x2E {
                point = digits.count
            } else if byte | 0x20 == 0x65 {
                guard let number = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)), abs(number) < 10_000
                else { return String(text) }
                exponent = number
                break
            } else {
                digits.append(byte)
            }
            index += 1
        }
        let hadPoint = point != nil
        // The value is 0.DIGITS times ten to the power of `scale`.
        var scale = (point ?? digits.count) + exponent
        while digits.last == 0x30 { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(zeros)
        scale -= zeros
        guard !digits.isEmpty else { return "0" }
        return (isNegative ? "-" : "") + written(String(decoding: digits, as: UTF8.self), scale, hadPoint)
    }

    private static func written(_ digits: String, _ scale: Int, _ hadPoint: Bool) -> String {
        let count = digits.utf8.count
        let power = scale - count
        if power >= 0 { return digits + (power >= 3 ? "e\(power)" : String(repeating: "0", count: power)) }
        let powerLength = String(-power).utf8.count
        if hadPoint, scale < -3, String(-scale).utf8.count < powerLength { return ".\(digits)e\(scale)" }
        guard scale >= -powerLength - 1 else { return "\(digits)e\(power)" }
        if scale <= 0 { return "." + String(repeating: "0", count: -scale) + digits }
        return digits.prefix(scale) + "." + digits.dropFirst(scale)
    }
}

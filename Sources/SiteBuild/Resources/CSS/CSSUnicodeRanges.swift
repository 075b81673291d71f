/// Ranges of characters.
enum CSSUnicodeRanges {
    /// The ranges in order, joined where they meet, with question marks where those are shorter.
    static func shortest(_ values: [CSSToken]) -> [CSSToken] {
        var ranges: [ClosedRange<Int>] = []
        for value in values where value.kind != .comma {
            guard value.kind == .unicodeRange, let range = range(value.text.dropFirst(2)) else { return values }
            ranges.append(range)
        }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var joined: [ClosedRange<Int>] = []
        for range in ranges {
            if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return Array(
            joined.map { [CSSToken(kind: .unicodeRange, text: text(of: $0))] }
                .joined(separator: [CSSToken(kind: .comma, text: ",")]))
    }

    private static func range(_ text: Substring) -> ClosedRange<Int>? {
        guard text.utf8.count <= 20 else { return nil }
        let parts = text.split(separator: "-")
        guard let first = parts.first, let low = Int(first.replacing("?", with: "0"), radix: 16),
            let high = Int((parts.count == 2 ? parts[1] : first).replacing("?", with: "F"), radix: 16)
        else { return nil }
        return low...max(low, high)
    }

    private static func text(of range: ClosedRange<Int>) -> String {
        let (low, high) = (range.lowerBound, range.upperBound)
        func hexadecimal(_ number: Int) -> String { String(number, radix: 16, uppercase: true) }
        if low == high { return "U+" + hexadecimal(low) }
        if low == 0, high == 0x10FFFF { return "initial" }
        var count = 0
        while count < 6, low >> (count * 4) & 15 == 0, high >> (count * 4) & 15 == 15 { count += 1 }
        guard count > 0, low >> (count * 4) == high >> (count * 4) else {
            return "U+\(hexadecimal(low))-\(hexadecimal(high))"
        }
        let head = low >> (count * 4)
        return "U+" + (head == 0 ? "" : hexadecimal(head)) + String(repeating: "?", count: count)
    }
}

/// Writes a list of words as one pattern.
///
/// The words are folded into a tree of their letters, since an alternation is tried from end to end at each place: a
/// few hundred keywords cost more than all other rules together.
enum WordPattern {
    /// A pattern that matches the longest of `words`, and a shorter one where what follows wants it.
    ///
    /// A word may write a character as `\x20` or `\?`; where one holds more of a pattern, the list is an alternation.
    static func pattern(_ words: [Substring]) -> String {
        var letters: [[UInt32]] = []
        letters.reserveCapacity(words.count)
        for word in words {
            guard let split = split(word) else { return alternation(words) }
            letters.append(split)
        }
        letters.sort { $0.lexicographicallyPrecedes($1) }
        var pattern: [UInt8] = []
        fold(letters[...], from: 0, into: &pattern)
        return String(decoding: pattern, as: UTF8.self)
    }

    /// The longest first: `\b` also stands before a hyphen, so `border` would win over `border-top`.
    private static func alternation(_ words: [Substring]) -> String {
        words.sorted { $0.utf8.count == $1.utf8.count ? $0 < $1 : $0.utf8.count > $1.utf8.count }
            .joined(separator: "|")
    }

    /// The characters of a word, escapes as one, each as its bytes from the highest of a number on: none has more than
    /// four, and their order is that of the numbers. Nil when it is more than a word.
    private static func split(_ word: Substring) -> [UInt32]? {
        let bytes = Array(word.utf8)
        var letters: [UInt32] = []
        letters.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            var length = 1
            switch bytes[at] {
            case UInt8(ascii: "\\"):
                guard at + 1 < bytes.count else { return nil }
                if bytes[at + 1] == UInt8(ascii: "x") {
                    length = 4
                } else if "?!.*+$^|()[]{}#-/".utf8.contains(bytes[at + 1]) {
                    length = 2
                } else {
                    return nil
                }
            case 0xF0...: length = 4
            case 0xE0...: length = 3
            case 0xC0...: length = 2
            case let byte where "?.*+$^|()[]{}".utf8.contains(byte): return nil
            default: break
            }
            guard at + length <= bytes.count else { return nil }
            var letter: UInt32 = 0
            for offset in 0..<4 { letter = letter << 8 | (offset < length ? UInt32(bytes[at + offset]) : 0) }
            letters.append(letter)
            at += length
        }
        return letters
    }

    /// The tree of what follows the first `depth` characters, which `words`, in their order, share.
    private static func fold(_ words: ArraySlice<[UInt32]>, from depth: Int, into pattern: inout [UInt8]) {
        // What ends here comes before what goes on.
        let longer = words.drop { $0.count == depth }
        let endsHere = longer.count < words.count
        guard let first = longer.first, let last = longer.last else { return }
        let isBranching = endsHere || first[depth] != last[depth]
        if isBranching { pattern += "(?:".utf8 }
        var rest = longer
        while let letter = rest.first?[depth] {
            let end = rest.firstIndex { $0[depth] != letter } ?? rest.endIndex
            if rest.startIndex > longer.startIndex { pattern.append(UInt8(ascii: "|")) }
            for shift in [24, 16, 8, 0] where letter >> UInt32(shift) & 0xFF != 0 {
                pattern.append(UInt8(letter >> UInt32(shift) & 0xFF))
            }
            fold(rest[rest.startIndex..<end], from: depth + 1, into: &pattern)
            rest = rest[end...]
        }
        if isBranching { pattern += (endsHere ? ")?" : ")").utf8 }
    }
}

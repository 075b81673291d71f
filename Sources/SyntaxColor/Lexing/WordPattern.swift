/// Writes a list of words as one pattern.
///
/// The words are folded into a tree of their letters, since an alternation is tried from end to end at each place: a
/// few hundred keywords cost more than all other rules together.
enum WordPattern {
    /// A pattern that matches the longest of `words`, and a shorter one where what follows wants it.
    ///
    /// A word may write a character as `\x20` or `\?`; where one holds more of a pattern, the list is an alternation.
    static func pattern(_ words: [Substring]) -> String {
        // The longest first: `\b` also stands before a hyphen, so `border` would win over `border-top`.
        let sorted = words.sorted { $0.utf8.count == $1.utf8.count ? $0 < $1 : $0.utf8.count > $1.utf8.count }
        var letters: [[Substring]] = []
        for word in sorted {
            guard let split = split(word) else { return sorted.joined(separator: "|") }
            letters.append(split)
        }
        return fold(letters, from: 0)
    }

    /// The characters of a word, escapes as one; nil when it is more than a word.
    private static func split(_ word: Substring) -> [Substring]? {
        var parts: [Substring] = []
        var rest = word
        while let first = rest.unicodeScalars.first {
            var length = 1
            if first == "\\" {
                guard let next = rest.unicodeScalars.dropFirst().first else { return nil }
                if next == "x" {
                    length = 4
                } else if "?!.*+$^|()[]{}#-/".unicodeScalars.contains(next) {
                    length = 2
                } else {
                    return nil
                }
            } else if "?.*+$^|()[]{}".unicodeScalars.contains(first) {
                return nil
            }
            guard rest.unicodeScalars.count >= length else { return nil }
            let end = rest.unicodeScalars.index(rest.startIndex, offsetBy: length)
            parts.append(rest[..<end])
            rest = rest[end...]
        }
        return parts
    }

    /// The tree of what follows the first `depth` characters, which `words` share.
    private static func fold(_ words: [[Substring]], from depth: Int) -> String {
        var order: [Substring] = []
        var branches: [Substring: [[Substring]]] = [:]
        var endsHere = false
        for word in words {
            guard depth < word.count else {
                endsHere = true
                continue
            }
            if branches[word[depth]] == nil { order.append(word[depth]) }
            branches[word[depth], default: []].append(word)
        }
        let parts = order.sorted().map { letter in String(letter) + fold(branches[letter] ?? [], from: depth + 1) }
        guard endsHere || parts.count > 1 else { return parts.first ?? "" }
        return parts.isEmpty ? "" : "(?:\(parts.joined(separator: "|")))\(endsHere ? "?" : "")"
    }
}

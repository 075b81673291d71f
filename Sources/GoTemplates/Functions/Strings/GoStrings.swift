internal import Glibc
internal import Text

// Go's `strings` on bytes and scalars: no grapheme clusters, no locale.

extension Unicode.Scalar {
    /// Go's `unicode.IsSpace`.
    var isGoSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0: return true
        case 0..<0x1680: return false
        default: return properties.isWhitespace
        }
    }
}

extension String {
    /// Whether the bytes of `part` stand in this text.
    func goContains(_ part: String) -> Bool {
        part.isEmpty || !ranges(ofBytes: Array(part.utf8), limit: 1).isEmpty
    }

    /// The places of `part` that do not overlap, as byte offsets; at most `limit` when it is not negative.
    private func ranges(ofBytes part: [UInt8], limit: Int) -> [Int] {
        guard let first = part.first else { return [] }
        var copy = self
        return copy.withUTF8 { text in
            var found: [Int] = []
            guard let start = text.baseAddress else { return found }
            var index = 0
            while index + part.count <= text.count, limit < 0 || found.count < limit,
                let next = memchr(start + index, Int32(first), text.count - part.count + 1 - index)
            {
                index = UnsafeRawPointer(next) - UnsafeRawPointer(start)
                if memcmp(next, part, part.count) == 0 {
                    found.append(index)
                    index += part.count
                } else {
                    index += 1
                }
            }
            return found
        }
    }

    /// Go's `strings.Split`; an empty separator splits into characters.
    func goSplit(by separator: String) -> [String] {
        if separator.isEmpty { return unicodeScalars.map { String($0) } }
        let places = ranges(ofBytes: Array(separator.utf8), limit: -1)
        if places.isEmpty { return [self] }
        let bytes = Array(utf8)
        let width = separator.utf8.count
        var parts: [String] = []
        var start = 0
        for place in places {
            parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
            start = place + width
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }

    /// Go's `strings.Replace`; an empty `old` stands before every character and at the end.
    func goReplacing(_ old: String, with new: String, limit: Int) -> String {
        if old.isEmpty {
            var result = ""
            var left = limit < 0 ? Int.max : limit
            for scalar in unicodeScalars {
                if left > 0 {
                    result += new
                    left -= 1
                }
                result.unicodeScalars.append(scalar)
            }
            return left > 0 ? result + new : result
        }
        let places = ranges(ofBytes: Array(old.utf8), limit: limit)
        guard !places.isEmpty else { return self }
        let bytes = Array(utf8)
        var writer = ByteWriter(capacity: bytes.count)
        var start = 0
        for place in places {
            writer.write(bytes: bytes[start..<place])
            writer.write(new)
            start = place + old.utf8.count
        }
        writer.write(bytes: bytes[start...])
        return writer.string
    }

    /// The text without the scalars of `set` at its ends.
    func trimming(_ set: Set<Unicode.Scalar>, start: Bool, end: Bool) -> String {
        var scalars = unicodeScalars[...]
        if start { while let first = scalars.first, set.contains(first) { scalars.removeFirst() } }
        if end { while let last = scalars.last, set.contains(last) { scalars.removeLast() } }
        return String(scalars)
    }

    /// Go's `strings.TrimSpace`.
    var trimmingGoSpace: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isGoSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isGoSpace { scalars.removeLast() }
        return String(scalars)
    }

    /// The text with its first letter in upper case.
    var upperCasingFirst: String {
        guard let first = unicodeScalars.first else { return self }
        return String(first).goUppercased + String(unicodeScalars.dropFirst())
    }
}

internal import Synchronization

extension RegularExpression {
    private static let goCache = Mutex<[String: RegularExpression]>([:])

    /// The number of patterns that stay compiled; a site uses some dozens.
    private static let cacheLimit = 1_000

    /// The compiled form of a pattern in Go's dialect, made once for the life of the process.
    package static func cached(go pattern: String) throws(RegularExpressionError) -> RegularExpression {
        if let known = goCache.withLock({ $0[pattern] }) { return known }
        let fresh = try RegularExpression(go: pattern)
        goCache.withLock { cache in
            if cache.count >= cacheLimit { cache.removeAll(keepingCapacity: true) }
            cache[pattern] = fresh
        }
        return fresh
    }

    /// Whether the pattern matches anywhere.
    package func matches(_ subject: MatchSubject) throws(RegularExpressionError) -> Bool {
        try firstMatch(in: subject) != nil
    }

    /// The matches from left to right that do not overlap, at most `limit` of them when it is not negative.
    ///
    /// Go's rule: an empty match right after a match does not count.
    package func allMatches(
        in subject: MatchSubject, limit: Int = -1
    ) throws(RegularExpressionError) -> [RegularExpressionMatch] {
        var found: [RegularExpressionMatch] = []
        var offset = 0
        var previousEnd = -1
        while offset <= subject.count, limit < 0 || found.count < limit {
            guard let match = try firstMatch(in: subject, from: offset) else { break }
            let range = match.range
            let counts = !(range.isEmpty && range.lowerBound == previousEnd)
            if range.upperBound > offset {
                offset = range.upperBound
            } else {
                offset = range.upperBound < subject.count ? subject.offset(after: range.upperBound) : subject.count + 1
            }
            previousEnd = range.upperBound
            if counts { found.append(match) }
        }
        return found
    }

    /// The text with its matches replaced, at most `limit` of them when it is not negative.
    ///
    /// In `template` a `$1`, `$name`, `${1}` or `${name}` stands for a group and `$$` for `$`, as Go expands them: a
    /// name is the longest run of letters, digits and `_`, and one that is no group stands for nothing.
    package func replacing(
        in subject: MatchSubject, with template: String, limit: Int = -1
    ) throws(RegularExpressionError) -> [UInt8] {
        let matches = try allMatches(in: subject, limit: limit)
        guard !matches.isEmpty else { return subject.bytes }
        let parts = ReplacementTemplate.parse(template, groupNames: groupNames)
        var result: [UInt8] = []
        result.reserveCapacity(subject.count)
        var end = 0
        for match in matches {
            result.append(contentsOf: subject.bytes[end..<match.range.lowerBound])
            for part in parts {
                switch part {
                case .text(let bytes): result.append(contentsOf: bytes)
                case .group(let index):
                    if let range = match.range(of: index) { result.append(contentsOf: subject.bytes[range]) }
                }
            }
            end = match.range.upperBound
        }
        result.append(contentsOf: subject.bytes[end...])
        return result
    }

    /// `text` with its matches replaced; see `replacing(in:with:limit:)`.
    package func replacing(
        in text: String, with template: String, limit: Int = -1
    ) throws(RegularExpressionError) -> String {
        String(decoding: try replacing(in: MatchSubject(text), with: template, limit: limit), as: UTF8.self)
    }
}

/// A replacement text cut into what stands for itself and what stands for a group.
private enum ReplacementTemplate {
    enum Part {
        case text([UInt8])
        case group(Int)
    }

    static func parse(_ template: String, groupNames: [String]) -> [Part] {
        let bytes = Array(template.utf8)
        var parts: [Part] = []
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x24, index + 1 < bytes.count else {
                text.append(bytes[index])
                index += 1
                continue
            }
            if bytes[index + 1] == 0x24 {
                text.append(0x24)
                index += 2
                continue
            }
            guard let (name, next) = reference(bytes, index) else {
                text.append(0x24)
                index += 1
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = []
            if let number = Int(name), number >= 0, name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
                parts.append(.group(number))
            } else if let group = groupNames.lastIndex(of: name) {
                parts.append(.group(group))
            }
            index = next
        }
        if !text.isEmpty { parts.append(.text(text)) }
        return parts
    }

    /// The name after the `$` at `index` and the offset behind it, or nil where the `$` is malformed.
    private static func reference(_ bytes: [UInt8], _ index: Int) -> (String, Int)? {
        let braced = bytes[index + 1] == 0x7B
        let start = index + (braced ? 2 : 1)
        var decoder = UTF8()
        var rest = bytes[start...].makeIterator()
        var end = start
        while case .scalarValue(let scalar) = decoder.decode(&rest),
            scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        {
            end += UTF8.width(scalar)
        }
        guard end > start else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        if !braced { return (name, end) }
        guard end < bytes.count, bytes[end] == 0x7D else { return nil }
        return (name, end + 1)
    }
}

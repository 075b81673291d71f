/// A pattern of paths as Hugo has it: `*` within a folder, `**` across folders, `?`, `[a-z]`, `{a,b}`.
struct Glob: Sendable {
    private let alternatives: [[UInt8]]

    /// Reads a pattern; more alternatives than a few hundred are cut off, since each brace multiplies them.
    init(_ pattern: String) {
        alternatives = Self.expand(Array(pattern.utf8), limit: 256)
    }

    /// Whether the whole of `text` fits the pattern.
    func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return alternatives.contains { Self.fits($0, bytes) }
    }

    private static func expand(_ pattern: [UInt8], limit: Int) -> [[UInt8]] {
        guard let open = pattern.firstIndex(of: 0x7B), let close = pattern[open...].firstIndex(of: 0x7D) else {
            return [pattern]
        }
        var result: [[UInt8]] = []
        for tail in expand(Array(pattern[(close + 1)...]), limit: limit) {
            for choice in pattern[(open + 1)..<close].split(separator: 0x2C, omittingEmptySubsequences: false)
            where result.count < limit {
                result.append(pattern[..<open] + choice + tail)
            }
        }
        return result
    }

    /// Matches with one place to go back to for each kind of star, which keeps it linear in text times pattern.
    private static func fits(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        var p = 0
        var t = 0
        var single: (p: Int, t: Int)?
        var double: (p: Int, t: Int)?
        while t < text.count {
            if p < pattern.count, pattern[p] == 0x2A {
                if p + 1 < pattern.count, pattern[p + 1] == 0x2A {
                    double = (p + 2, t)
                    single = nil
                    p += 2
                } else {
                    single = (p + 1, t)
                    p += 1
                }
                continue
            }
            if p < pattern.count, let next = step(pattern, p, text[t]) {
                p = next
                t += 1
                continue
            }
            if let back = single, text[back.t] != 0x2F {
                single = (back.p, back.t + 1)
                (p, t) = (back.p, back.t + 1)
            } else if let back = double {
                double = (back.p, back.t + 1)
                single = nil
                (p, t) = (back.p, back.t + 1)
            } else {
                return false
            }
        }
        while p < pattern.count, pattern[p] == 0x2A { p += 1 }
        return p == pattern.count
    }

    /// The place in the pattern behind what takes `byte`, or nil when it does not.
    private static func step(_ pattern: [UInt8], _ p: Int, _ byte: UInt8) -> Int? {
        switch pattern[p] {
        case 0x3F: return byte == 0x2F ? nil : p + 1
        case 0x5B:
            guard let close = pattern[(p + 1)...].firstIndex(of: 0x5D) else { return byte == 0x5B ? p + 1 : nil }
            var index = p + 1
            let negated = index < close && (pattern[index] == 0x21 || pattern[index] == 0x5E)
            if negated { index += 1 }
            var found = false
            while index < close {
                if index + 2 < close, pattern[index + 1] == 0x2D {
                    if pattern[index] <= byte, byte <= pattern[index + 2] { found = true }
                    index += 3
                } else {
                    if pattern[index] == byte { found = true }
                    index += 1
                }
            }
            return found != negated ? close + 1 : nil
        case 0x5C where p + 1 < pattern.count: return pattern[p + 1] == byte ? p + 2 : nil
        default: return pattern[p] == byte ? p + 1 : nil
        }
    }
}

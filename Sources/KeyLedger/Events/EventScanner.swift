/// The fast reader of event lines: plain members in any order, no white space, no escapes, nothing unknown.
///
/// What it does not understand is no error: it answers `nil`, and the line goes the slow way through a JSON reader.
enum EventScanner {
    /// The end of a line that carries a checksum: `,"crc":"` and eight digits, a quote and a brace.
    static let checksumTail = 18
    private static let tailPrefix: [UInt8] = Array(",\"crc\":\"".utf8)

    /// What the end of a line says about its checksum.
    enum Checksum {
        /// There is none.
        case absent
        /// There is one, and it fits.
        case sound
        /// There is one, and it does not fit; or there was one before a byte of it was changed.
        case wrong
    }

    /// Holds a line, without its line feed, against its checksum.
    static func checksum(of line: UnsafeRawBufferPointer) -> Checksum {
        guard line.count > checksumTail else { return .absent }
        let tail = line.count - checksumTail
        var different = 0
        for at in 0..<8 where line[tail + at] != tailPrefix[at] { different += 1 }
        var stated: UInt32 = 0
        for at in 8..<16 {
            switch line[tail + at] {
            case let digit where digit >= 0x30 && digit <= 0x39: stated = stated << 4 | UInt32(digit - 0x30)
            case let digit where digit >= 0x61 && digit <= 0x66: stated = stated << 4 | UInt32(digit - 0x61 + 10)
            default: different += 1
            }
        }
        if line[tail + 16] != 0x22 { different += 1 }
        if line[tail + 17] != 0x7D { different += 1 }
        if different == 1 { return .wrong }
        if different > 1 { return .absent }
        let body = UnsafeRawBufferPointer(rebasing: line[..<tail])
        return CRC32.castagnoli.checksum(body) == stated ? .sound : .wrong
    }

    /// Reads a line without its line feed; nil when it must go the slow way. The checksum is not looked at.
    static func scan(_ line: UnsafeRawBufferPointer) -> EventFields? {
        let end = line.count
        guard end > 2, line[0] == 0x7B, line[end - 1] == 0x7D else { return nil }
        var fields = EventFields()
        var seen: UInt = 0
        var at = 1
        while true {
            // "name":
            guard at < end, line[at] == 0x22 else { return nil }
            let name = at + 1
            guard let nameEnd = endOfText(line, from: name), nameEnd + 2 < end, line[nameEnd + 1] == 0x3A else {
                return nil
            }
            let member = member(line, name, nameEnd - name)
            guard member != 0, seen & member == 0 else { return nil }
            seen |= member
            at = nameEnd + 2
            if member == Member.tokens {
                var value = 0
                let digits = at
                while at < end, line[at] &- 0x30 < 10 {
                    value = value &* 10 &+ Int(line[at] &- 0x30)
                    at += 1
                }
                // A leading zero, a sign, a fraction or an exponent goes the slow way.
                guard at > digits, at - digits <= 10, at - digits == 1 || line[digits] != 0x30, at < end else {
                    return nil
                }
                fields.tokens = value
            } else {
                guard line[at] == 0x22, let close = endOfText(line, from: at + 1) else { return nil }
                let text = UnsafeRawBufferPointer(rebasing: line[(at + 1)..<close])
                switch member {
                case Member.id: fields.id = text
                case Member.source: fields.source = text
                case Member.key: fields.key = text
                case Member.project: fields.project = text
                case Member.provider: fields.provider = text
                case Member.crc: fields.hasChecksum = true
                case Member.time:
                    guard let time = instant(text) else { return nil }
                    fields.time = time
                case Member.recorded:
                    guard let time = instant(text) else { return nil }
                    fields.recorded = time
                default: return nil
                }
                at = close + 1
            }
            guard at < end else { return nil }
            if line[at] == 0x2C {
                at += 1
            } else if line[at] == 0x7D, at == end - 1 {
                break
            } else {
                return nil
            }
        }
        guard seen & Member.required == Member.required, fields.tokens <= UsageEvent.tokenLimit, !fields.id.isEmpty,
            !fields.source.isEmpty, !fields.key.isEmpty
        else { return nil }
        return fields
    }

    private enum Member {
        static let id: UInt = 1
        static let source: UInt = 2
        static let time: UInt = 4
        static let recorded: UInt = 8
        static let key: UInt = 16
        static let tokens: UInt = 32
        static let project: UInt = 64
        static let provider: UInt = 128
        static let crc: UInt = 256
        static let required: UInt = id | source | time | key | tokens
    }

    @inline(__always)
    private static func member(_ line: UnsafeRawBufferPointer, _ at: Int, _ count: Int) -> UInt {
        func matches(_ name: StaticString) -> Bool {
            name.withUTF8Buffer { buffer in
                for index in 0..<buffer.count where line[at + index] != buffer[index] { return false }
                return true
            }
        }
        switch count {
        case 2: return matches("id") ? Member.id : 0
        case 3: return matches("key") ? Member.key : matches("crc") ? Member.crc : 0
        case 4: return matches("time") ? Member.time : 0
        case 6: return matches("source") ? Member.source : matches("tokens") ? Member.tokens : 0
        case 7: return matches("project") ? Member.project : 0
        case 8: return matches("recorded") ? Member.recorded : matches("provider") ? Member.provider : 0
        default: return 0
        }
    }

    /// The quote that ends the text that starts at `at`; nil at a backslash, a control character or the end.
    @inline(__always)
    private static func endOfText(_ line: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var at = start
        // Eight bytes a step: stop at a quote, a backslash or what is below a space ("Bit Twiddling Hacks", Anderson).
        while at + 8 <= line.count {
            let word = line.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let ones: UInt64 = 0x0101_0101_0101_0101
            let highs: UInt64 = 0x8080_8080_8080_8080
            let quote = word ^ (ones &* 0x22)
            let slash = word ^ (ones &* 0x5C)
            let below = (word &- ones &* 0x20) & ~word
            let found = ((quote &- ones) & ~quote | (slash &- ones) & ~slash | below) & highs
            if found == 0 {
                at += 8
                continue
            }
            // The first flag is exact; later ones may be borrowed.
            at += UInt64(littleEndian: found).trailingZeroBitCount >> 3
            return line[at] == 0x22 ? at : nil
        }
        while at < line.count {
            let byte = line[at]
            if byte == 0x22 { return at }
            if byte == 0x5C || byte < 0x20 { return nil }
            at += 1
        }
        return nil
    }

    /// The common form `2026-03-15T09:12:44Z` at once, the others through the full reader.
    @inline(__always)
    private static func instant(_ text: UnsafeRawBufferPointer) -> Instant? {
        Instant.parse(text.assumingMemoryBound(to: UInt8.self))
    }
}

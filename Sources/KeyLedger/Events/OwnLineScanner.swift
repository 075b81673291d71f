internal import CCRC32C

/// The fastest reader of event lines: exactly what `UsageEvent.write(into:)` writes for a start, member by member.
///
/// What differs by a byte is no error: it answers nil, and the line goes to `EventScanner`. The checksum is held against the
/// line, so that what this reader accepts is sound.
struct OwnLineScanner {
    /// The day of the last time that was read, as its ten bytes, and its first second.
    private var day: (head: UInt64, tail: UInt16, second: Int) = (0, 0, 0)
    private let castagnoli = CRC32.castagnoli

    /// How far beyond the end of a part the reader may look.
    private static let margin = 64

    /// Reads the line at `at` into `fields`; answers the offset behind its line feed, nil when it is not of this shape.
    @inline(__always)
    mutating func read(_ bytes: UnsafeRawBufferPointer, at start: Int, into fields: inout EventFields) -> Int? {
        guard let base = bytes.baseAddress, bytes.count - start > Self.margin else { return nil }
        let last = bytes.count - Self.margin
        var at = start
        guard Self.word(base, at) & 0x00FF_FFFF_FFFF_FFFF == Self.idStart,
            let idEnd = Self.endOfText(base, at + 7, last), idEnd > at + 7
        else { return nil }
        fields.id = UnsafeRawBufferPointer(start: base + (at + 7), count: idEnd - at - 7)
        at = idEnd
        guard Self.word(base, at) == Self.sourceStart, Self.half(base, at + 8) == Self.sourceRest,
            let sourceEnd = Self.endOfText(base, at + 12, last), sourceEnd > at + 12
        else { return nil }
        fields.source = UnsafeRawBufferPointer(start: base + (at + 12), count: sourceEnd - at - 12)
        at = sourceEnd
        guard Self.word(base, at) == Self.timeStart, Self.word(base, at + 2) == Self.timeRest,
            let time = instant(base, at + 10)
        else { return nil }
        fields.time = Instant(seconds: time)
        at += 30
        guard at < last else { return nil }
        if Self.word(base, at) == Self.recordedStart, Self.word(base, at + 6) == Self.recordedRest {
            guard let recorded = instant(base, at + 14) else { return nil }
            fields.recorded = Instant(seconds: recorded)
            at += 34
            guard at < last else { return nil }
        } else {
            fields.recorded = nil
        }
        guard Self.word(base, at) == Self.keyStart, Self.byte(base, at + 8) == 0x22,
            let keyEnd = Self.endOfText(base, at + 9, last), keyEnd > at + 9
        else { return nil }
        fields.key = UnsafeRawBufferPointer(start: base + (at + 9), count: keyEnd - at - 9)
        at = keyEnd
        guard Self.word(base, at) == Self.tokensStart, Self.word(base, at + 3) == Self.tokensRest else { return nil }
        at += 11
        let digits = at
        var tokens = 0
        while Self.byte(base, at) &- 0x30 < 10, at - digits < 10 {
            tokens = tokens &* 10 &+ Int(Self.byte(base, at) &- 0x30)
            at += 1
        }
        guard at > digits, at - digits == 1 || Self.byte(base, digits) != 0x30, tokens <= UsageEvent.tokenLimit else {
            return nil
        }
        fields.tokens = tokens
        if Self.word(base, at) == Self.projectStart, Self.half(base, at + 8) == Self.projectRest {
            guard let end = Self.endOfText(base, at + 12, last) else { return nil }
            fields.project = UnsafeRawBufferPointer(start: base + (at + 12), count: end - at - 12)
            at = end + 1
        } else {
            fields.project = UnsafeRawBufferPointer(start: nil, count: 0)
        }
        if Self.word(base, at) == Self.providerStart, Self.word(base, at + 5) == Self.providerRest {
            guard let end = Self.endOfText(base, at + 13, last) else { return nil }
            fields.provider = UnsafeRawBufferPointer(start: base + (at + 13), count: end - at - 13)
            at = end + 1
        } else {
            fields.provider = UnsafeRawBufferPointer(start: nil, count: 0)
        }
        guard Self.word(base, at) == Self.crcStart, Self.half(base, at + 16) & 0x00FF_FFFF == Self.crcEnd else {
            return nil
        }
        let crc = castagnoli.checksum(UnsafeRawBufferPointer(start: base + start, count: at - start))
        guard Self.word(base, at + 8) == Self.digits(crc) else { return nil }
        fields.hasChecksum = true
        fields.isVoid = false
        return at + 19
    }

    // MARK: What stands between the texts, as little-endian words

    /// `{"id":"`
    private static let idStart: UInt64 = 0x0022_3A22_6469_227B
    /// `","sourc`
    private static let sourceStart: UInt64 = 0x6372_756F_7322_2C22
    /// `e":"`
    private static let sourceRest: UInt32 = 0x223A_2265
    /// `","time"`
    private static let timeStart: UInt64 = 0x2265_6D69_7422_2C22
    /// `"time":"`
    private static let timeRest: UInt64 = 0x223A_2265_6D69_7422
    /// `","recor`
    private static let recordedStart: UInt64 = 0x726F_6365_7222_2C22
    /// `orded":"`
    private static let recordedRest: UInt64 = 0x223A_2264_6564_726F
    /// `","key":`
    private static let keyStart: UInt64 = 0x3A22_7965_6B22_2C22
    /// `","token`
    private static let tokensStart: UInt64 = 0x6E65_6B6F_7422_2C22
    /// `tokens":`
    private static let tokensRest: UInt64 = 0x3A22_736E_656B_6F74
    /// `,"projec`
    private static let projectStart: UInt64 = 0x6365_6A6F_7270_222C
    /// `t":"`
    private static let projectRest: UInt32 = 0x223A_2274
    /// `,"provid`
    private static let providerStart: UInt64 = 0x6469_766F_7270_222C
    /// `vider":"`
    private static let providerRest: UInt64 = 0x223A_2272_6564_6976
    /// `,"crc":"`
    private static let crcStart: UInt64 = 0x223A_2263_7263_222C
    /// `"}LF`
    private static let crcEnd: UInt32 = 0x000A_7D22

    @inline(__always)
    private static func word(_ base: UnsafeRawPointer, _ at: Int) -> UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }

    @inline(__always)
    private static func half(_ base: UnsafeRawPointer, _ at: Int) -> UInt32 {
        UInt32(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }

    @inline(__always)
    private static func byte(_ base: UnsafeRawPointer, _ at: Int) -> UInt8 {
        base.load(fromByteOffset: at, as: UInt8.self)
    }

    /// The offset of the quote that ends a text; nil at a backslash, a control character, or close to the end.
    @inline(__always)
    private static func endOfText(_ base: UnsafeRawPointer, _ start: Int, _ last: Int) -> Int? {
        var at = start
        while at < last {
            let stops = keyport_text_stops(base + at)
            if stops != 0 {
                at += stops.trailingZeroBitCount
                return at < last && byte(base, at) == 0x22 ? at : nil
            }
            at += 16
        }
        return nil
    }

    /// The second of `2026-03-15T09:12:44Z"` at `at`; nil for every other form.
    @inline(__always)
    private mutating func instant(_ base: UnsafeRawPointer, _ at: Int) -> Int? {
        let head = Self.word(base, at)
        let tail = UInt16(littleEndian: base.loadUnaligned(fromByteOffset: at + 8, as: UInt16.self))
        if head != day.head || tail != day.tail {
            let text = UnsafeRawBufferPointer(start: base + at, count: 20)
            guard let instant = Instant.parse(text.assumingMemoryBound(to: UInt8.self)) else { return nil }
            let second = instant.seconds
            day = (head, tail, second >= 0 ? second / 86_400 * 86_400 : second - ((second % 86_400) + 86_400) % 86_400)
        }
        // `T09:12:4` and `4Z"`: six digits between known marks.
        let clock = Self.word(base, at + 10)
        let rest = Self.half(base, at + 18) & 0x00FF_FFFF
        guard clock & 0x00FF_0000_FF00_00FF == 0x003A_0000_3A00_0054, rest & 0x00FF_FF00 == 0x0022_5A00 else {
            return nil
        }
        let digits = clock &- 0x3000_3030_0030_3000
        let ones = rest &- 0x30
        func digit(_ index: UInt64) -> Int { Int(truncatingIfNeeded: digits >> (8 * index) & 0xFF) }
        let (hourTens, hourOnes, minuteTens, minuteOnes, secondTens) = (
            digit(1), digit(2), digit(4), digit(5), digit(7)
        )
        let secondOnes = Int(ones & 0xFF)
        guard hourTens <= 2, hourOnes <= 9, hourTens * 10 + hourOnes < 24, minuteTens <= 5, minuteOnes <= 9,
            secondTens <= 5, secondOnes <= 9
        else { return nil }
        return day.second + (hourTens * 10 + hourOnes) * 3600 + (minuteTens * 10 + minuteOnes) * 60 + secondTens * 10
            + secondOnes
    }

    /// The eight lower-case hexadecimal digits of a checksum as the word that they are in memory.
    @inline(__always)
    private static func digits(_ value: UInt32) -> UInt64 {
        var spread = UInt64(value)
        spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
        spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
        spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = (spread &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return (spread &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).byteSwapped
    }
}

internal import Glibc

/// The reader of compiled zone files, versions 1 to 4 (RFC 9636).
///
/// Nothing in the file is trusted: every count and index is checked, and what is not sound gives nil.
enum TZif {
    /// The largest offset from UTC that is believed, in seconds; RFC 9636 allows from -25 to +26 hours.
    static let offsetLimit = 26 * 3600

    /// The largest file that is read; the largest real one has 4 KiB.
    private static let sizeLimit = 1 << 20

    /// The content of a regular file of a believable size, or nil.
    static func readFile(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(facts.st_size)
        guard size > 0, size <= sizeLimit else { return nil }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < buffer.count {
                let got = read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failed = true }
                if got <= 0 { return }
                filled += got
            }
        }
        return failed ? nil : bytes
    }

    private struct Header {
        let version: UInt8
        let utcIndicators: Int
        let standardIndicators: Int
        let leapSeconds: Int
        let times: Int
        let types: Int
        let letters: Int

        static let size = 44

        init?(_ bytes: [UInt8], at start: Int) {
            guard start >= 0, start + Self.size <= bytes.count,
                bytes[start..<start + 4].elementsEqual([0x54, 0x5A, 0x69, 0x66])
            else { return nil }
            version = bytes[start + 4]
            func count(_ index: Int) -> Int { Int(TZif.bigEndian(bytes, at: start + 20 + index * 4, width: 4)) }
            utcIndicators = count(0)
            standardIndicators = count(1)
            leapSeconds = count(2)
            times = count(3)
            types = count(4)
            letters = count(5)
            // A type is named by one byte.
            guard types >= 1, types <= 256, letters >= 1 else { return nil }
        }

        /// The size of the data after the header; the counts are below 2^32, so that nothing overflows.
        func dataSize(timeWidth: Int) -> Int {
            times * (timeWidth + 1) + types * 6 + letters + leapSeconds * (timeWidth + 4) + standardIndicators
                + utcIndicators
        }
    }

    /// The rules in a zone file, nil when it is not sound.
    static func decode(_ bytes: [UInt8], name: String) -> TimeZoneRules? {
        guard let first = Header(bytes, at: 0) else { return nil }
        if first.version == 0 {
            return decodeData(bytes, at: Header.size, header: first, width: 4, name: name, rule: nil)
        }
        // From version 2 on, a second header with 64-bit times follows the first block, and a footer that.
        let second = Header.size + first.dataSize(timeWidth: 4)
        guard let header = Header(bytes, at: second) else { return nil }
        let data = second + Header.size
        let footer = data + header.dataSize(timeWidth: 8)
        guard footer < bytes.count, bytes[footer] == 0x0A,
            let end = bytes[(footer + 1)...].firstIndex(of: 0x0A)
        else { return nil }
        let text = bytes[(footer + 1)..<end]
        var rule: POSIXTimeZone?
        if !text.isEmpty {
            rule = POSIXTimeZone(Array(text))
            guard rule != nil else { return nil }
        }
        return decodeData(bytes, at: data, header: header, width: 8, name: name, rule: rule)
    }

    private static func decodeData(
        _ bytes: [UInt8], at start: Int, header: Header, width: Int, name: String, rule: POSIXTimeZone?
    ) -> TimeZoneRules? {
        guard start + header.dataSize(timeWidth: width) <= bytes.count else { return nil }
        let indexes = start + header.times * width
        let records = indexes + header.times
        let letters = records + header.types * 6
        var kinds: [TimeZoneRules.LocalType] = []
        for index in 0..<header.types {
            let record = records + index * 6
            let offset = Int(Int32(truncatingIfNeeded: bigEndian(bytes, at: record, width: 4)))
            let letter = Int(bytes[record + 5])
            guard abs(offset) <= offsetLimit, letter < header.letters else { return nil }
            let name = bytes[(letters + letter)..<(letters + header.letters)].prefix { $0 != 0 }
            kinds.append(
                .init(
                    offset: offset, isDaylight: bytes[record + 4] != 0,
                    abbreviation: String(decoding: name, as: UTF8.self)))
        }
        var times: [Int] = []
        var types: [TimeZoneRules.LocalType] = []
        for index in 0..<header.times {
            let raw = bigEndian(bytes, at: start + index * width, width: width)
            let time = width == 4 ? Int(Int32(truncatingIfNeeded: raw)) : Int(Int64(bitPattern: raw))
            let kind = Int(bytes[indexes + index])
            guard kind < kinds.count, times.last.map({ $0 < time }) ?? true else { return nil }
            times.append(time)
            types.append(kinds[kind])
        }
        return TimeZoneRules(name: name, initial: kinds[0], times: times, types: types, rule: rule)
    }

    /// An unsigned number of `width` bytes, the highest first; the caller has checked that they are there.
    private static func bigEndian(_ bytes: [UInt8], at offset: Int, width: Int) -> UInt64 {
        var value: UInt64 = 0
        for byte in bytes[offset..<(offset + width)] { value = value << 8 | UInt64(byte) }
        return value
    }
}

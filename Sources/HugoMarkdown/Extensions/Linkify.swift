/// Finds bare addresses by the rules of Goldmark's linkifier.
enum Linkify {
    /// An address in running text.
    struct Match {
        /// What is shown.
        let label: [UInt8]
        /// How many bytes of the text it takes.
        let length: Int
        /// Whether it needs `mailto:`.
        let isMail: Bool
        /// Whether it names no protocol.
        let needsProtocol: Bool
    }

    /// The address that begins at `start`, where `https:`, `http:`, `ftp:` or `www.` stands.
    static func address(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
        // The address without the stand-ins of its marks, and where each of its bytes ends in the text.
        var text: [UInt8] = []
        var ends: [Int] = []
        var index = start
        func read(upTo limit: Int, before stop: UInt8? = nil, onlyHost: Bool = false) {
            while index < bytes.count, text.count < limit, bytes[index] != stop {
                if isAddressByte(bytes[index]) {
                    text.append(bytes[index])
                    index += 1
                } else if let mark = StandIns.addressMark(bytes, at: index) {
                    text.append(mark)
                    index += 4
                } else {
                    break
                }
                ends.append(index)
                if onlyHost, let last = text.last, !isHostByte(last) { break }
            }
        }
        // `https://` or `www.`, then the host and no further, or a text of beginnings would be read for each of them.
        read(upTo: 8)
        let isBare = HugoMarkdown.starts(text, with: Array("www.".utf8), at: 0)
        var hostStart = 4
        if !isBare {
            guard let colon = text.firstIndex(of: 0x3A), HugoMarkdown.starts(text, with: [0x3A, 0x2F, 0x2F], at: colon)
            else { return nil }
            hostStart = colon + 3
        }
        // A bare address ends at a dollar: what follows is not read for it, or it would be read for each address.
        let stop: UInt8? = isBare ? 0x24 : nil
        if text[min(hostStart, text.count)...].allSatisfy(isHostByte) {
            read(upTo: 300, before: stop, onlyHost: true)
        }
        guard var end = hostEnd(text, hostStart) else { return nil }
        if !isBare, end + 1 < text.count, text[end] == 0x3A, isDigit(text[end + 1]) {
            end += 1
            while end < text.count, isDigit(text[end]) { end += 1 }
        }
        if end < text.count, text[end] == 0x2F || text[end] == 0x23 || text[end] == 0x3F {
            read(upTo: .max, before: stop)
            end = text.count
        }
        end = trimmed(text, end)
        return Match(label: Array(text[..<end]), length: ends[end - 1] - start, isMail: false, needsProtocol: isBare)
    }

    /// Where the host ends: after the last dot that small letters follow.
    private static func hostEnd(_ text: [UInt8], _ start: Int) -> Int? {
        var limit = start
        while limit < text.count, limit - start <= 257, isHostByte(text[limit]) { limit += 1 }
        var dot = limit - 1
        while dot > start {
            if text[dot] == 0x2E, dot - start <= 256, dot + 1 < text.count, text[dot + 1] >= 0x61, text[dot + 1] <= 0x7A
            {
                var end = dot + 1
                while end < text.count, text[end] >= 0x61, text[end] <= 0x7A { end += 1 }
                return end
            }
            dot -= 1
        }
        return nil
    }

    /// `end` moved before what belongs to the sentence and not to the address.
    private static func trimmed(_ text: [UInt8], _ limit: Int) -> Int {
        var end = limit
        while end > 1, [0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E].contains(text[end - 1]) { end -= 1 }
        switch text[end - 1] {
        case 0x29:
            var closing = 0
            for byte in text[..<end] {
                if byte == 0x29 { closing += 1 } else if byte == 0x28 { closing -= 1 }
            }
            if closing > 0 { end -= closing }
        case 0x3B:
            var index = end - 2
            while index >= 0, isASCIIAlphanumeric(text[index]) { index -= 1 }
            if index >= 0, index != end - 2, text[index] == 0x26 { end = index }
        default: break
        }
        return max(1, end)
    }

    /// The mail address whose `@` stands at `at`, looking back no further than `limit`.
    static func mail(_ bytes: UnsafeBufferPointer<UInt8>, at: Int, limit: Int) -> (start: Int, match: Match)? {
        var start = at
        while start > limit, isLocalByte(bytes[start - 1]) { start -= 1 }
        guard start < at, !isPunctuation(bytes[start]) else { return nil }
        var end = at + 1
        var hasDot = false
        while end < bytes.count {
            var label = end
            while label < bytes.count, isASCIIAlphanumeric(bytes[label]) || bytes[label] == 0x2D { label += 1 }
            while label > end, bytes[label - 1] == 0x2D { label -= 1 }
            guard label > end, bytes[end] != 0x2D else { break }
            end = label
            guard end + 1 < bytes.count, bytes[end] == 0x2E, isASCIIAlphanumeric(bytes[end + 1]) else { break }
            hasDot = true
            end += 1
        }
        guard hasDot, end > at + 1 else { return nil }
        if end < bytes.count, bytes[end] == 0x2D || bytes[end] == 0x5F { return nil }
        return (
            start, Match(label: Array(bytes[start..<end]), length: end - start, isMail: true, needsProtocol: false)
        )
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        if isASCIIAlphanumeric(byte) { return true }
        switch byte {
        case 0x2D, 0x40, 0x3A, 0x25, 0x2E, 0x5F, 0x2B, 0x7E, 0x23, 0x3D: return true
        default: return false
        }
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        if isASCIIAlphanumeric(byte) { return true }
        switch byte {
        case 0x2E, 0x21, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2A, 0x2B, 0x2F, 0x3D, 0x3F, 0x5E, 0x5F, 0x60, 0x7B, 0x7C,
            0x7D, 0x7E, 0x2D:
            return true
        default: return false
        }
    }
}

extension StandIns {
    /// The character of an address whose stand-in is at `index`.
    static func addressMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
        guard isMark(bytes, at: index) else { return nil }
        switch bytes[index + 3] {
        case 0x81 + underscoreCode: return 0x5F
        case 0x81 + tildeCode: return 0x7E
        case 0x81 + ampersandCode: return 0x26
        case 0x81 + backtickCode: return 0x60
        default: return nil
        }
    }
}

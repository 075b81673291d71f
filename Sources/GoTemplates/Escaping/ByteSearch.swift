/// A run of bytes in which contexts are searched for.
typealias Bytes = ArraySlice<UInt8>

extension ArraySlice<UInt8> {
    /// The first position at or behind `start` with one of the bytes of `set`.
    func firstIndex(ofAny set: StaticString, from start: Int? = nil) -> Int? {
        set.withUTF8Buffer { wanted in
            var index = start ?? startIndex
            while index < endIndex {
                if wanted.contains(self[index]) { return index }
                index += 1
            }
            return nil
        }
    }

    /// Whether `text` stands at `index`.
    func has(_ text: StaticString, at index: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index >= startIndex, index + count <= endIndex else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<count where self[index + offset] != wanted[offset] { return false }
            return true
        }
    }

    /// Whether the lower-case `text` stands at `index` in any case.
    func hasFolded(_ text: StaticString, at index: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index >= startIndex, index + count <= endIndex else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<count where self[index + offset].lowercased != wanted[offset] { return false }
            return true
        }
    }

    /// The first position of `text` at or behind `start`.
    func firstIndex(of text: StaticString, from start: Int? = nil) -> Int? {
        var index = start ?? startIndex
        let last = endIndex - text.utf8CodeUnitCount
        while index <= last {
            if has(text, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// The first position at or behind `start` without white space of HTML.
    func skippingSpace(from start: Int) -> Int {
        var index = start
        while index < endIndex, self[index].isHTMLSpace { index += 1 }
        return index
    }

    /// The bytes as text, cut to `limit` scalars, in quotes.
    func quoted(_ limit: Int = .max) -> String {
        let scalars = String(decoding: self.prefix(limit > 1024 ? 1024 : limit * 4), as: UTF8.self).unicodeScalars
        return goQuoted(String(String.UnicodeScalarView(scalars.prefix(limit))))
    }
}

extension UInt8 {
    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    var isHTMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

    var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

    var isHexDigit: Bool { isASCIIDigit || ((self | 0x20) >= 0x61 && (self | 0x20) <= 0x66) }

    /// What may stand in a JavaScript name, as far as ASCII goes.
    var isScriptNamePart: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: "$") || self == UInt8(ascii: "_")
    }
}

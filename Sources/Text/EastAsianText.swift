extension Unicode.Scalar {
    /// Whether this belongs to Han, Hangul, Hiragana or Katakana.
    package var isCJK: Bool {
        switch value {
        case 0..<0x1100: return false
        case 0x1100...0x11FF, 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3041...0x3096,
            0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF, 0x3131...0x318E, 0x31F0...0x321E, 0x3260...0x327E,
            0x32D0...0x32FE, 0x3300...0x3357, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97C, 0xAC00...0xD7FB,
            0xF900...0xFAD9, 0xFF66...0xFF6F, 0xFF71...0xFF9D, 0xFFA0...0xFFDC, 0x1B000...0x1B167, 0x1F200,
            0x20000...0x323AF:
            return true
        default: return false
        }
    }
}

extension [UInt8] {
    /// Whether a character of Han, Hangul, Hiragana or Katakana stands in this text.
    package var holdsCJK: Bool {
        // None of them begins with a lower byte: most texts are done with at the first look.
        guard contains(where: { $0 >= 0xE1 }) else { return false }
        return String(decoding: self, as: UTF8.self).unicodeScalars.contains(where: \.isCJK)
    }
}

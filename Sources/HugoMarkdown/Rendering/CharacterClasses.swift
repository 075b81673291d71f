/// The scalar that begins at `index`; U+FFFD where the bytes are no UTF-8, nil at the end.
func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar? {
    guard index >= 0, index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte < 0x80 { return Unicode.Scalar(byte) }
    var iterator = bytes[index..<min(bytes.count, index + 4)].makeIterator()
    var decoder = Unicode.UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
    return "\u{FFFD}"
}

/// The scalar that ends before `index`, nil at the beginning.
func scalar(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Unicode.Scalar? {
    guard index > 0, index <= bytes.count else { return nil }
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(bytes, at: start)
}

extension Unicode.Scalar {
    /// Go's `unicode.IsPunct`.
    var isPunctuation: Bool {
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    /// Go's `unicode.IsPunct` or `IsSymbol`.
    var isPunctuationOrSymbol: Bool {
        if value < 0x80 { return HugoMarkdown.isPunctuation(UInt8(value)) }
        switch properties.generalCategory {
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return true
        default: return isPunctuation
        }
    }

    /// Go's `unicode.IsSpace`.
    var isSpace: Bool {
        if value < 0x80 { return value == 0x20 || (value >= 0x09 && value <= 0x0D) }
        return properties.isWhitespace
    }

    /// Whether it is Han, Hiragana, Katakana, Hangul or a modifier letter: Goldmark's wide characters of East Asia.
    var isEastAsianWide: Bool {
        switch value {
        case 0x1100...0x11FF, 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3038...0x303B,
            0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3131...0x318E, 0x31F0...0x31FF,
            0x3200...0x321E, 0x3260...0x327E, 0x32D0...0x32FE, 0x3300...0x3357, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xD7B0...0xD7FB, 0xF900...0xFAD9, 0xFF66...0xFFDC, 0x1B000...0x1B167,
            0x20000...0x323AF:
            return true
        default: return value >= 0x80 && properties.generalCategory == .modifierLetter
        }
    }

    /// Go's `unicode.IsLetter`.
    var isLetter: Bool { isLetterOrDigit(self) && properties.generalCategory != .decimalNumber }
}

/// Whether a run of marks between two characters may open and may close, by CommonMark's flanking rules.
func flanking(before: Unicode.Scalar, after: Unicode.Scalar) -> (canOpen: Bool, canClose: Bool) {
    let beforeSpace = before.isSpace
    let afterSpace = after.isSpace
    let beforeMark = before.isPunctuationOrSymbol
    let afterMark = after.isPunctuationOrSymbol
    return (
        !afterSpace && (!afterMark || beforeSpace || beforeMark),
        !beforeSpace && (!beforeMark || afterSpace || afterMark)
    )
}

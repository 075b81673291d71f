internal import Text

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
    var isEastAsianWide: Bool { isCJK || value >= 0x80 && properties.generalCategory == .modifierLetter }

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

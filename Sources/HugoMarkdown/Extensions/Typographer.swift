/// Quotation marks that were opened and not closed in the present block.
struct OpenQuotes {
    var single = 0
    var double = 0
    /// The run of equal quotes that was looked at last; each of its quotes asks for its end.
    private var run: (text: UnsafePointer<UInt8>?, range: Range<Int>) = (nil, 0..<0)

    /// Where the run of quotes around `index` ends.
    mutating func endOfRun(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        if run.text == bytes.baseAddress, run.range.contains(index) { return run.range.upperBound }
        var end = index
        while end < bytes.count, bytes[end] == bytes[index] { end += 1 }
        run = (bytes.baseAddress, index..<end)
        return end
    }
}

/// Decides what stands for a quote, by the rules of Goldmark's typographer.
struct Typographer {
    let texts: MarkdownOptions.Typographer

    /// The text for the quote at `index`, or nil where it stays.
    func quote(_ text: TextSurroundings, at index: Int, _ open: inout OpenQuotes) -> String? {
        let quote = text.bytes[index]
        let before = text.scalar(before: index)
        let end = open.endOfRun(text.bytes, at: index)
        let (canOpen, canClose) = flanking(before: before, after: text.scalar(at: end) ?? " ")
        if quote == 0x27 { return single(text, at: index, before, canOpen, canClose, &open) }
        if canOpen, !canClose {
            open.double += 1
            return texts.leftDoubleQuote
        }
        guard open.double > 0, canClose, !canOpen || closesBeforeMark(text, at: index) else { return nil }
        // 21" is a length.
        if text.byte(index + 1) == 0x22, before.properties.generalCategory == .decimalNumber { return nil }
        open.double -= 1
        return texts.rightDoubleQuote
    }

    private func single(
        _ text: TextSurroundings, at index: Int, _ before: Unicode.Scalar, _ canOpen: Bool, _ canClose: Bool,
        _ open: inout OpenQuotes
    ) -> String? {
        let first = text.byte(index + 1)
        let second = text.byte(index + 2)
        let third = text.byte(index + 3)
        if canOpen, !canClose, isDigit(first), isDigit(second), third == 0x73 {
            let after = text.scalar(at: index + 4) ?? " "
            if after.isSpace || after.isPunctuationOrSymbol { return texts.apostrophe }
        }
        // 'twas, 'em, 'net; to Goldmark the mark of a quotation is no punctuation here.
        if before.isPunctuation || before.isSpace,
            first == 0x74 || first == 0x65 || first == 0x6E || first == 0x6C
        {
            return texts.apostrophe
        }
        if isLetterOrDigit(before), let letter = text.scalar(at: index + 1), letter.isLetter { return texts.apostrophe }
        if canOpen, !canClose {
            if let first, [0x73, 0x6D, 0x74, 0x64].contains(first), endsWord(second) { return texts.rightSingleQuote }
            if first == 0x76 && second == 0x65 || first == 0x6C && second == 0x6C || first == 0x72 && second == 0x65,
                endsWord(third)
            {
                return texts.rightSingleQuote
            }
            open.single += 1
            return texts.leftSingleQuote
        }
        // The plural's possessive and abbreviations: the Smiths', doin'
        if second != nil, let next = text.scalar(at: index + 1), next.properties.generalCategory != .decimalNumber {
            return texts.rightSingleQuote
        }
        guard open.single > 0, canClose, !canOpen || closesBeforeMark(text, at: index) else { return nil }
        open.single -= 1
        return texts.rightSingleQuote
    }

    /// Whether a quote that could open as well stands before a mark that ends a clause.
    private func closesBeforeMark(_ text: TextSurroundings, at index: Int) -> Bool {
        guard let next = text.scalar(at: index + 1), next.isPunctuation else { return false }
        if index + 1 < text.bytes.count, StandIns.isEscape(text.bytes, at: index + 1) { return true }
        guard let second = text.byte(index + 2) else { return true }
        return isPunctuation(second) || isSpace(second)
    }

    private func endsWord(_ byte: UInt8?) -> Bool {
        guard let byte else { return true }
        return isPunctuation(byte) || isSpace(byte)
    }

    private func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}

extension Transition {
    /// CSS outside of strings, URLs and comments.
    static func css(_ context: EscapeContext, _ text: Bytes) -> (EscapeContext, Int) {
        var next = context
        var position = text.startIndex
        while let index = text.firstIndex(ofAny: "(\"'/", from: position) {
            position = index + 1
            switch text[index] {
            case UInt8(ascii: "("):
                guard endsWithURL(text[..<index]) else { continue }
                var start = text.skippingSpace(from: position)
                if start < text.endIndex, text[start] == UInt8(ascii: "\"") {
                    next.state = .cssDqURL
                    start += 1
                } else if start < text.endIndex, text[start] == UInt8(ascii: "'") {
                    next.state = .cssSqURL
                    start += 1
                } else {
                    next.state = .cssURL
                }
                return (next, start)
            case UInt8(ascii: "/"):
                guard position < text.endIndex else { continue }
                if text[position] == UInt8(ascii: "/") {
                    next.state = .cssLineCmt
                    return (next, position + 1)
                }
                if text[position] == UInt8(ascii: "*") {
                    next.state = .cssBlockCmt
                    return (next, position + 1)
                }
            case UInt8(ascii: "\""):
                next.state = .cssDqStr
                return (next, position)
            default:
                next.state = .cssSqStr
                return (next, position)
            }
        }
        return (next, text.endIndex)
    }

    /// Whether the keyword `url` stands in front of a parenthesis.
    private static func endsWithURL(_ text: Bytes) -> Bool {
        var end = text.endIndex
        while end > text.startIndex, text[end - 1].isHTMLSpace { end -= 1 }
        guard text[..<end].hasFolded("url", at: end - 3) else { return false }
        return end - 4 < text.startIndex || !CSSEscaping.isNamePart(text[end - 4])
    }

    /// A string or a URL of CSS up to its end.
    static func cssString(_ context: EscapeContext, _ text: Bytes) throws(ContextError) -> (EscapeContext, Int) {
        let ends: StaticString =
            switch context.state {
            case .cssDqStr, .cssDqURL: "\\\""
            case .cssSqStr, .cssSqURL: "\\'"
            default: "\\\t\n\u{C}\r )"
            }
        var next = context
        var position = text.startIndex
        while let index = text.firstIndex(ofAny: ends, from: position) {
            position = index + 1
            guard text[index] == UInt8(ascii: "\\") else {
                next.state = .css
                return (next, position)
            }
            if position == text.endIndex {
                throw ContextError("unfinished escape sequence in CSS string: \(text.quoted())")
            }
            next = url(next, CSSEscaping.decoded(text[..<(position + 1)])[...])
            position += 1
        }
        if position < text.endIndex { next = url(next, CSSEscaping.decoded(text[position...])[...]) }
        return (next, text.endIndex)
    }
}

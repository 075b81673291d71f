internal import Text
internal import Values

/// `truncate LENGTH [ELLIPSIS] TEXT`: cut at a word, with the tags that are open closed again when the text is HTML.
func truncate(_ call: Invocation) throws -> Value {
    let length = try call.int(0)
    guard call.count > 1 else { throw ValueError("truncate requires a length and a string") }
    guard call.count <= 3 else { throw ValueError("too many arguments passed to truncate") }
    var ellipsis = " …"
    if call.count == 3 {
        guard let given = try? call.text(1) else { throw ValueError("ellipsis must be a string") }
        ellipsis = call[1].isHTML ? given : htmlEscaped(given, style: .goHTML)
    }
    let subject = call[call.count - 1]
    guard let text = try? subject.castToString() else { throw ValueError("text must be a string") }
    return .html(Truncation(text: text, isHTML: subject.isHTML).cut(to: length, ellipsis: ellipsis))
}

extension Value {
    /// Whether this was declared safe as HTML.
    var isHTML: Bool {
        if case .safe(let safe) = self { return safe.kind == .html }
        return false
    }
}

/// A text that is to be cut, with what was seen of its tags.
private struct Truncation {
    private struct Tag {
        var name: String
        var offset: Int
        var opens: Bool
    }

    let isHTML: Bool
    private let text: String
    private let bytes: [UInt8]

    init(text: String, isHTML: Bool) {
        self.text = text
        self.isHTML = isHTML
        bytes = Array(text.utf8)
    }

    private func shown(_ end: Int) -> String {
        let part = String(decoding: bytes[..<end], as: UTF8.self)
        return isHTML ? part : htmlEscaped(part, style: .goHTML)
    }

    func cut(to length: Int, ellipsis: String) -> String {
        if text.unicodeScalars.count <= length { return shown(bytes.count) }
        var tags: [Tag] = []
        var lastWord = 0
        var lastNonSpace = 0
        var seen = 0
        var nextText = 0
        var offset = 0
        var seenNothing = Barren()
        for scalar in text.unicodeScalars {
            defer { offset += UTF8.width(scalar) }
            if offset < nextText { continue }
            if isHTML, scalar == "<", let (tag, end, isVoid) = tag(at: offset, &seenNothing) {
                nextText = end
                lastWord = lastNonSpace
                if !isVoid { tags.append(tag) }
                continue
            }
            seen += 1
            if scalar.isGoSpace {
                lastWord = lastNonSpace
            } else if scalar.isCJK {
                lastWord = offset
            } else {
                lastNonSpace = offset + UTF8.width(scalar)
            }
            if seen > length {
                let end = lastWord == 0 ? offset : lastWord
                return shown(end) + ellipsis + closing(tags, at: end)
            }
        }
        return shown(bytes.count)
    }

    private func closing(_ tags: [Tag], at end: Int) -> String {
        var result = ""
        var closed: String?
        for tag in tags.reversed() {
            if tag.offset >= end || closed != nil {
                if closed == tag.name { closed = nil }
                continue
            }
            if tag.opens {
                result += "</\(tag.name)>"
            } else {
                closed = tag.name
            }
        }
        return result
    }

    private static let voidNames: Set<String> = [
        "br", "col", "link", "base", "img", "param", "area", "hr", "input",
    ]

    /// What was gone through in vain, so that many a `<` does not go through it again.
    private struct Barren {
        /// Places at which no name ends; none ends behind them either, for a space does.
        var names = 0..<0
        /// Bytes among which is neither `>` nor a line break.
        var attributes = 0..<0
    }

    /// The tag at a `<`, the offset behind it, and whether it has no end tag; nil where none is read as one.
    ///
    /// As Hugo's pattern `<(/)?([^ ]+?)(?:(\s*/)|\s.*?)?>` has it: the shortest name without a space, which may hold line
    /// breaks, then attributes on one line.
    private func tag(at start: Int, _ barren: inout Barren) -> (Tag, Int, Bool)? {
        var nameStart = start + 1
        guard nameStart < bytes.count else { return nil }
        let opens = bytes[nameStart] != UInt8(ascii: "/")
        if !opens { nameStart += 1 }
        var end = nameStart + 1
        if barren.names.contains(end) { return nil }
        while end < bytes.count, bytes[end - 1] != 0x20 {
            if let (close, isVoid) = closing(of: end, &barren) {
                let name = String(decoding: bytes[nameStart..<end], as: UTF8.self)
                return (Tag(name: name, offset: start, opens: opens), close, isVoid || Self.voidNames.contains(name))
            }
            end += 1
        }
        if end > nameStart + 1 { barren.names = nameStart + 1..<end }
        return nil
    }

    /// The offset behind the `>` of a tag whose name ends at `end`, and whether a slash stands before it.
    private func closing(of end: Int, _ barren: inout Barren) -> (Int, Bool)? {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        // Within a run of white space the answer is that of its start.
        if !isSpace(bytes[end - 1]) || !isSpace(bytes[end]) {
            let slash = bytes[end...].firstIndex { !isSpace($0) }
            if let slash, bytes[slash] == UInt8(ascii: "/"), slash + 1 < bytes.count,
                bytes[slash + 1] == UInt8(ascii: ">")
            {
                return (slash + 2, true)
            }
        }
        if isSpace(bytes[end]) {
            let from = barren.attributes.contains(end + 1) ? barren.attributes.upperBound : end + 1
            let close = bytes[from...].firstIndex { $0 == UInt8(ascii: ">") || $0 == 0x0A } ?? bytes.count
            barren.attributes = end + 1..<close
            if close < bytes.count, bytes[close] != 0x0A { return (close + 1, false) }
        }
        return bytes[end] == UInt8(ascii: ">") ? (end + 1, false) : nil
    }
}

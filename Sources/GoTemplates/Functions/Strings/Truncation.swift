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
        for scalar in text.unicodeScalars {
            defer { offset += UTF8.width(scalar) }
            if offset < nextText { continue }
            if isHTML, scalar == "<", let (tag, end, isVoid) = tag(at: offset) {
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

    /// The tag at a `<`, the offset behind it, and whether it has no end tag; nil where there is no `>`.
    private func tag(at start: Int) -> (Tag, Int, Bool)? {
        guard let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        var nameStart = start + 1
        let opens = bytes[nameStart] != UInt8(ascii: "/")
        if !opens { nameStart += 1 }
        guard nameStart < close else { return nil }
        var nameEnd = nameStart
        while nameEnd < close, bytes[nameEnd] != 0x20, bytes[nameEnd] != UInt8(ascii: "/") { nameEnd += 1 }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
        let isVoid = Self.voidNames.contains(name) || bytes[close - 1] == UInt8(ascii: "/")
        return (Tag(name: name, offset: start, opens: opens), close + 1, isVoid)
    }
}

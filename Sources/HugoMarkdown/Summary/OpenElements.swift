/// The elements that are open at a place of an HTML text: a stack of tags, which knows nothing of implied end tags.
///
/// Hugo looks at tags alone too, so `<p>` that nothing closes stays open.
struct OpenElements {
    private var names: [[UInt8]] = []
    private var counts: [[UInt8]: Int] = [:]

    /// Where the elements that are open at `cut` are all closed; `cut` itself when none is open or one stays so.
    static func balancedEnd(_ html: [UInt8], cut: Int) -> Int {
        var open = OpenElements()
        var head = TagScanner(html, from: 0, limit: cut)
        while let tag = head.next() { open.take(tag) }
        if open.names.isEmpty { return cut }
        var rest = TagScanner(html, from: cut, limit: html.count)
        while let tag = rest.next() {
            open.take(tag)
            if open.names.isEmpty { return tag.end }
        }
        return cut
    }

    private mutating func take(_ tag: TagScanner.Tag) {
        guard tag.isEnd else {
            if tag.isSelfClosing {
                names.append([])
                return
            }
            if Self.void.contains(tag.name) { return }
            names.append(tag.name)
            counts[tag.name, default: 0] += 1
            return
        }
        // To Hugo the next end tag closes one that closes itself, and so the element around it stays open.
        if names.last == [] {
            names.removeLast()
            return
        }
        // Without the counts each end tag that closes nothing would go through the whole stack.
        guard counts[tag.name, default: 0] > 0 else { return }
        while let last = names.popLast() {
            if last.isEmpty { continue }
            counts[last, default: 1] -= 1
            if last == tag.name { return }
        }
    }

    private static let void = Set(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr",
        ].map { Array($0.utf8) })
}

/// Reads the tags of an HTML text one after the other, past comments and the text of scripts.
private struct TagScanner {
    /// One tag.
    struct Tag {
        /// The name in lower case.
        let name: [UInt8]
        /// Whether it is an end tag.
        let isEnd: Bool
        /// Whether it ends in `/>`.
        let isSelfClosing: Bool
        /// Where it ends, the text of a script included.
        let end: Int
    }

    private let html: [UInt8]
    private let limit: Int
    private var position: Int

    init(_ html: [UInt8], from start: Int, limit: Int) {
        self.html = html
        self.limit = limit
        position = start
    }

    /// The next tag; one that the limit cuts ends there. Nil when there is none.
    mutating func next() -> Tag? {
        while position + 1 < limit {
            guard html[position] == 0x3C else {
                position += 1
                continue
            }
            let second = html[position + 1]
            if second == 0x21 || second == 0x3F {
                guard skipDeclaration() else { return nil }
            } else if second == 0x2F {
                if position + 2 < limit, isLetter(html[position + 2]) { return tag(isEnd: true) }
                position += 2
            } else if isLetter(second) {
                return tag(isEnd: false)
            } else {
                position += 1
            }
        }
        return nil
    }

    /// Goes behind a comment or what else begins with `<!` or `<?`; false when it does not end.
    private mutating func skipDeclaration() -> Bool {
        let isComment = starts(html, with: Array("<!--".utf8), at: position)
        guard
            let end = isComment
                ? find(html, Array("-->".utf8), from: position + 2) : find(html, [0x3E], from: position),
            end < limit
        else {
            position = limit
            return false
        }
        position = end + (isComment ? 3 : 1)
        return true
    }

    private mutating func tag(isEnd: Bool) -> Tag {
        var index = position + (isEnd ? 2 : 1)
        let start = index
        while index < limit, isNameByte(html[index]) { index += 1 }
        let name = html[start..<index].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        var quote: UInt8?
        while index < limit {
            let byte = html[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                break
            }
        }
        let isSelfClosing = !isEnd && index >= 2 && html[index - 1] == 0x3E && html[index - 2] == 0x2F
        if !isEnd, Self.rawText.contains(name) { index = rawTextEnd(name, from: index) }
        position = index
        return Tag(name: name, isEnd: isEnd, isSelfClosing: isSelfClosing, end: index)
    }

    /// Where the end tag of a script or the like begins.
    private func rawTextEnd(_ name: [UInt8], from start: Int) -> Int {
        var index = start
        while index < limit {
            if html[index] == 0x3C, index + 1 < limit, html[index + 1] == 0x2F, index + 2 + name.count < limit,
                zip(html[(index + 2)...], name).allSatisfy({ $0 | 0x20 == $1 })
            {
                let after = html[index + 2 + name.count]
                if !isNameByte(after), after != 0x2F { return index }
            }
            index += 1
        }
        return limit
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private func isNameByte(_ byte: UInt8) -> Bool {
        isASCIIAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x3A || byte == 0x5F || byte >= 0x80
    }

    /// The elements whose content is no markup.
    private static let rawText = Set(
        ["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"].map { Array($0.utf8) })
}

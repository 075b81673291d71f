/// Walks the start tags of HTML, as much of the standard's tokenizer as it takes to find attributes.
struct TagScanner {
    /// A start tag.
    struct Tag {
        /// The name in lower case.
        var name: String
        /// The attributes' names in lower case, each with the bytes of its value; empty for none.
        var attributes: [(name: String, value: Range<Int>)] = []
        /// Whether it is a `link` that only names a host (`preconnect`, `dns-prefetch`).
        var isHint = false
    }

    private let html: [UInt8]
    private var index = 0

    init(_ html: [UInt8]) { self.html = html }

    /// The next start tag; nil at the end.
    mutating func next() -> Tag? {
        while let open = position(of: 0x3C, from: index) {
            index = open + 1
            guard index < html.count else { return nil }
            if html[index] == 0x21 {
                skipDeclaration()
            } else if Self.isLetter(html[index]) {
                let tag = readTag()
                if ["script", "style", "textarea", "title", "noembed", "noframes", "iframe", "xmp"].contains(tag.name) {
                    skipRawText(of: tag.name)
                }
                return tag
            }
        }
        return nil
    }

    private mutating func readTag() -> Tag {
        let start = index
        while index < html.count, html[index] > 0x20, html[index] != 0x2F, html[index] != 0x3E { index += 1 }
        var tag = Tag(name: lowercased(start..<index))
        while index < html.count, html[index] != 0x3E {
            if html[index] <= 0x20 || html[index] == 0x2F {
                index += 1
            } else {
                tag.attributes.append(readAttribute())
            }
        }
        if tag.name == "link", let rel = tag.attributes.first(where: { $0.name == "rel" }) {
            let words = lowercased(rel.value).split(separator: " ")
            tag.isHint = words.contains { $0 == "preconnect" || $0 == "dns-prefetch" }
        }
        return tag
    }

    private mutating func readAttribute() -> (name: String, value: Range<Int>) {
        let start = index
        index += 1
        while index < html.count, html[index] > 0x20, ![0x2F, 0x3D, 0x3E].contains(html[index]) { index += 1 }
        let name = lowercased(start..<index)
        var ahead = index
        while ahead < html.count, html[ahead] <= 0x20 { ahead += 1 }
        guard ahead < html.count, html[ahead] == 0x3D else { return (name, index..<index) }
        index = ahead + 1
        while index < html.count, html[index] <= 0x20 { index += 1 }
        guard index < html.count else { return (name, index..<index) }
        if html[index] == 0x22 || html[index] == 0x27 {
            let first = index + 1
            let end = position(of: html[index], from: first) ?? html.count
            index = min(end + 1, html.count)
            return (name, first..<max(first, end))
        }
        let first = index
        while index < html.count, html[index] > 0x20, html[index] != 0x3E { index += 1 }
        return (name, first..<index)
    }

    /// Goes behind a comment, or behind `<!DOCTYPE …>`.
    private mutating func skipDeclaration() {
        guard html[index...].starts(with: [0x21, 0x2D, 0x2D]) else {
            index = position(of: 0x3E, from: index) ?? html.count
            return
        }
        // The two dashes that open may also be those that close: `<!-->`.
        index += 1
        while let dash = position(of: 0x2D, from: index) {
            if html[dash...].starts(with: [0x2D, 0x2D, 0x3E]) {
                index = dash + 3
                return
            }
            index = dash + 1
        }
        index = html.count
    }

    /// Goes to the end tag of an element that holds text alone.
    private mutating func skipRawText(of name: String) {
        let name = Array(name.utf8)
        while let open = position(of: 0x3C, from: index) {
            index = open + 1
            guard index < html.count, html[index] == 0x2F else { continue }
            let end = index + 1 + name.count
            guard end <= html.count, html[index + 1..<end].elementsEqual(name, by: { $0 | 0x20 == $1 }) else {
                continue
            }
            if end == html.count || !Self.isLetter(html[end]) { return }
        }
        index = html.count
    }

    private func position(of byte: UInt8, from start: Int) -> Int? {
        start < html.count ? html[start...].firstIndex(of: byte) : nil
    }

    private func lowercased(_ range: Range<Int>) -> String {
        String(decoding: html[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// Makes a page shorter without changing what it shows, by the rules of the minifier that Hugo uses (tdewolff/minify with
/// Hugo's settings): white space at the edges of blocks goes, other white space is one space or line break, comments go but
/// for those that older browsers obey, quotes and empty or doubled values go where they say nothing.
///
/// Works in one pass over the bytes; what is no markup is text. Elements are not moved, added or left out, so a page that
/// is broken stays as broken as it was.
struct HTMLMinifier {
    private let bytes: [UInt8]
    private var index = 0
    private var out: [UInt8] = []
    /// Whether white space that comes next says nothing.
    private var omitsSpace = true
    /// Whether text stands in a `pre`, where all of it is seen.
    private var isPreformatted = false

    /// For style sheets and scripts in the page.
    private let minifier: Minifier

    private init(_ bytes: [UInt8], _ minifier: Minifier) {
        self.bytes = bytes
        self.minifier = minifier
        out.reserveCapacity(bytes.count)
    }

    /// The shorter page.
    static func minified(_ bytes: [UInt8], with minifier: Minifier) -> [UInt8] {
        var page = HTMLMinifier(bytes, minifier)
        page.run()
        return page.out
    }

    private mutating func run() {
        while index < bytes.count {
            let start = index
            if bytes[index] == UInt8(ascii: "<") {
                if stands("<!--") {
                    takeComment()
                    continue
                }
                if stands("<!") || stands("<?") {
                    takeDeclaration()
                    continue
                }
                if let tag = HTMLTag(bytes, at: index) {
                    index = tag.end
                    write(tag)
                    continue
                }
                if opensMarkup(index) {
                    // A tag without an end: what is left is no page any more, and stays.
                    out.append(contentsOf: bytes[index...])
                    return
                }
                index += 1
            }
            while index < bytes.count, bytes[index] != UInt8(ascii: "<") || !opensMarkup(index) { index += 1 }
            writeText(bytes[start..<index])
        }
    }

    private func stands(_ text: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? index
        return text.withUTF8Buffer { text in
            place + text.count <= bytes.count && bytes[place..<place + text.count].elementsEqual(text)
        }
    }

    private func opensMarkup(_ place: Int) -> Bool {
        guard place + 1 < bytes.count else { return false }
        let next = bytes[place + 1]
        return next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/")
            || HTMLTag.isLetter(next)
    }

    // MARK: Comments

    private mutating func takeComment() {
        var end = index + 4
        while end < bytes.count, !stands("-->", at: end) { end += 1 }
        end = min(end + 3, bytes.count)
        if stands("<!--[if") || stands("<!--<![endif") { out.append(contentsOf: bytes[index..<end]) }
        index = end
    }

    private mutating func takeDeclaration() {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        if HTMLTag.lowered(bytes[index..<min(index + 9, end)]).elementsEqual("<!doctype".utf8) {
            out.append(contentsOf: "<!doctype html>".utf8)
            omitsSpace = true
        } else {
            out.append(contentsOf: bytes[index..<end])
        }
        index = end
    }

    // MARK: Tags

    private mutating func write(_ tag: HTMLTag) {
        let isPlain = tag.attributes.isEmpty
        if !tag.isClosing, ["script", "style", "textarea", "svg", "math", "iframe"].contains(tag.name) {
            let content = takeContent(of: tag.name)
            if isPlain, ["script", "style"].contains(tag.name), content.allSatisfy(HTMLTag.isSpace) {
                // Nothing at all: the element goes with its end.
                if let end = HTMLTag(bytes, at: index) { index = end.end }
                return
            }
            if ["svg", "math"].contains(tag.name) {
                out.append(contentsOf: XMLMinifier.minified(Array(bytes[tag.start..<tag.end]) + content))
            } else {
                tag.write(into: &out)
                out.append(contentsOf: shorter(content, of: tag))
            }
        } else {
            tag.write(into: &out)
        }
        if tag.name == "pre" { isPreformatted = !tag.isClosing }
        if HTMLTag.replaced.contains(tag.name) {
            omitsSpace = false
        } else if HTMLTag.blocks.contains(tag.name) {
            omitsSpace = true
        } else if HTMLTag.phrasing.contains(tag.name), !tag.isClosing {
            // An icon without text is seen, and so is the space around it.
            if HTMLTag.voids.contains(tag.name) || stands("</") { omitsSpace = false }
        }
    }

    /// What stands before the closing tag of an element whose content is no HTML for now.
    private mutating func takeContent(of name: String) -> ArraySlice<UInt8> {
        let start = index
        let name = Array(name.utf8)
        while index < bytes.count {
            if stands("</"), HTMLTag.lowered(bytes[index + 2..<min(index + 2 + name.count, bytes.count)]) == name {
                break
            }
            index += 1
        }
        return bytes[start..<index]
    }

    private func shorter(_ content: ArraySlice<UInt8>, of tag: HTMLTag) -> [UInt8] {
        switch tag.name {
        case "style": return minifier.minified(Array(content), mediaType: "text/css")
        case "script":
            let type = tag.value(of: "type") ?? "text/javascript"
            if content.allSatisfy(HTMLTag.isSpace) { return [] }
            return minifier.minified(Array(content), mediaType: type)
        case "iframe": return HTMLTag.trimmed(Array(content))
        default: return Array(content)
        }
    }

    // MARK: Text

    private mutating func writeText(_ text: ArraySlice<UInt8>) {
        if isPreformatted {
            out.append(contentsOf: text)
            return
        }
        var result = HTMLText.collapsed(HTMLEntityMinifier.shortened(text, isAttribute: false))
        if omitsSpace, let first = result.first, HTMLTag.isSpace(first) { result.removeFirst() }
        omitsSpace = false
        if result.isEmpty {
            omitsSpace = true
        } else if let last = result.last, HTMLTag.isSpace(last) {
            omitsSpace = true
            if endsBlock(at: index) {
                result.removeLast()
                omitsSpace = false
            }
        }
        out.append(contentsOf: result)
    }

    /// Whether the next thing that is seen is the edge of a block, or the end.
    private func endsBlock(at place: Int) -> Bool {
        var place = place
        while place < bytes.count {
            if stands("<!--", at: place) {
                while place < bytes.count, !stands("-->", at: place) { place += 1 }
                place = min(place + 3, bytes.count)
                continue
            }
            guard let tag = HTMLTag(bytes, at: place) else { return false }
            if HTMLTag.blocks.contains(tag.name) { return true }
            if !tag.isClosing { return false }
            place = tag.end
        }
        return true
    }
}

/// White space in text.
enum HTMLText {
    /// Each run of white space as a line break where it has one, else as a space.
    static func collapsed(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard HTMLTag.isSpace(text[index]) else {
                result.append(text[index])
                index += 1
                continue
            }
            var hasBreak = false
            while index < text.count, HTMLTag.isSpace(text[index]) {
                hasBreak = hasBreak || text[index] == 0x0A || text[index] == 0x0D
                index += 1
            }
            result.append(hasBreak ? 0x0A : 0x20)
        }
        return result
    }
}

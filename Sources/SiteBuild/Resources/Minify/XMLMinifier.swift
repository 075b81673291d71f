/// Makes XML and SVG shorter: comments go, white space at the edges of text and in tags goes, elements without content close
/// themselves. Text with white space alone goes; CDATA and processing instructions stay.
enum XMLMinifier {
    /// The shorter document.
    static func minified(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        // Whether a start tag was written last: text, CDATA and instructions may end in what looks like one.
        var isOpen = false
        func find(_ text: StaticString, from start: Int) -> Int {
            text.withUTF8Buffer { text in
                var place = start
                while place + text.count <= bytes.count {
                    if bytes[place] == text[0], bytes[place..<place + text.count].elementsEqual(text) {
                        return place + text.count
                    }
                    place += 1
                }
                return bytes.count
            }
        }
        while index < bytes.count {
            let rest = bytes[index...]
            if rest.starts(with: "<!--".utf8) {
                index = find("-->", from: index + 4)
            } else if rest.starts(with: "<![CDATA[".utf8) || rest.starts(with: "<?".utf8)
                || rest.starts(with: "<!".utf8)
            {
                let end = rest.starts(with: "<![CDATA[".utf8) ? find("]]>", from: index) : find(">", from: index)
                out.append(contentsOf: bytes[index..<end])
                index = end
                isOpen = false
            } else if bytes[index] == UInt8(ascii: "<") {
                index = writeTag(bytes, from: index, isOpen: &isOpen, into: &out)
            } else {
                let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                let text = HTMLText.collapsed(Array(bytes[index..<end]))
                if !text.allSatisfy(HTMLTag.isSpace) { out.append(contentsOf: HTMLTag.trimmed(text)) }
                index = end
                isOpen = false
            }
        }
        return out
    }

    /// Writes the tag at `start` and gives where it ends; quoted values stay as they are.
    ///
    /// `isOpen` says whether a start tag with nothing behind it was written last, and is set for the next one.
    private static func writeTag(
        _ bytes: [UInt8], from start: Int, isOpen: inout Bool, into out: inout [UInt8]
    ) -> Int {
        var index = start
        var quote: UInt8?
        let isClosing = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
        // `<a></a>` is `<a/>`.
        if isClosing, isOpen {
            isOpen = false
            out.removeLast()
            out.append(contentsOf: "/>".utf8)
            return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        }
        isOpen = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                out.append(byte)
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                quote = byte
                out.append(byte)
            case UInt8(ascii: ">"):
                while let last = out.last, HTMLTag.isSpace(last) { out.removeLast() }
                if out.last == UInt8(ascii: "/") {
                    out.removeLast()
                    while let last = out.last, HTMLTag.isSpace(last) { out.removeLast() }
                    out.append(UInt8(ascii: "/"))
                } else {
                    isOpen = !isClosing
                }
                out.append(byte)
                return index
            case _ where HTMLTag.isSpace(byte):
                if let last = out.last, !HTMLTag.isSpace(last), last != UInt8(ascii: "=") { out.append(0x20) }
            case UInt8(ascii: "="):
                while let last = out.last, HTMLTag.isSpace(last) { out.removeLast() }
                out.append(byte)
            default: out.append(byte)
            }
        }
        return index
    }
}

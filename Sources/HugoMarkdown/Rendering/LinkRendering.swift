internal import CLibCMark
internal import Text
internal import Values

extension TreeRenderer {
    mutating func enterLink(_ node: CommonMarkNode) throws -> Bool {
        if let label = autolinkLabel(node) {
            let url = resolved(node.url)
            let isMail = url.count == label.count + 7 && !label.starts(with: Array("mailto:".utf8))
            try writeAutolink(destination: url, label: label, isMail: isMail)
            return false
        }
        collectMarks(node)
        linkDepth += 1
        beginContent()
        return true
    }

    /// The text of a link written `<https://…>`, or nil for any other link.
    ///
    /// libcmark does not say. Such a link holds one text that is its address; one written out that way that is none
    /// renders the same, save to a hook.
    func autolinkLabel(_ node: CommonMarkNode) -> [UInt8]? {
        guard node.title.isEmpty, let only = node.firstChild, only.next == nil, only.kind == CMARK_NODE_TEXT else {
            return nil
        }
        let url = node.url
        let text = only.literal
        guard text.count == url.count || text.count + 7 == url.count, text.contains(0x3A) || text.contains(0x40),
            url.suffix(text.count).elementsEqual(text),
            text.count == url.count || url.prefix(7).elementsEqual("mailto:".utf8)
        else { return nil }
        return resolved(text)
    }

    mutating func exitLink(_ node: CommonMarkNode) throws {
        if autolinkLabel(node) != nil { return }
        linkDepth -= 1
        let content = takeContent()
        let destination = resolved(node.url)
        let title = resolved(node.title)
        if let hook = hooks.link {
            defer { ordinals.link += 1 }
            let context = LinkContext(
                destination: String(decoding: destination, as: UTF8.self),
                title: String(decoding: title, as: UTF8.self),
                text: String(decoding: content, as: UTF8.self), plainText: plainText(of: node), ordinal: ordinals.link)
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
        }
        out.write(literal: "<a href=\"")
        destination.withUnsafeBufferPointer { writeDestination($0) }
        out.write(byte: 0x22)
        writeTitle(title)
        out.write(byte: 0x3E)
        out.write(bytes: content)
        out.write(literal: "</a>")
    }

    mutating func exitImage(_ node: CommonMarkNode) throws {
        let content = takeContent()
        defer { ordinals.image += 1 }
        let destination = resolved(node.url)
        let title = resolved(node.title)
        let isBlock = !options.wrapsLoneImages && node.previous == nil && node.next == nil
        let attributes = isBlock ? node.parent.flatMap { shape.attributes[$0] } : nil
        if let hook = hooks.image {
            let context = ImageContext(
                destination: String(decoding: destination, as: UTF8.self),
                title: String(decoding: title, as: UTF8.self),
                text: String(decoding: content, as: UTF8.self), plainText: plainText(of: node),
                ordinal: ordinals.image, isBlock: isBlock, attributes: attributes?.hookMap ?? ValueMap())
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
        }
        out.write(literal: "<img src=\"")
        destination.withUnsafeBufferPointer { writeDestination($0) }
        out.write(literal: "\" alt=\"")
        out.write(bytes: content)
        out.write(byte: 0x22)
        writeTitle(title)
        if let attributes { out.write(attributes) }
        out.write(literal: options.xhtml ? " />" : ">")
    }

    private mutating func writeTitle(_ title: [UInt8]) {
        guard !title.isEmpty else { return }
        out.write(literal: " title=\"")
        out.writeHTMLEscaped(title[...], style: .markdown)
        out.write(byte: 0x22)
    }

    /// Writes an address, or nothing where a browser would run it and raw HTML is off.
    mutating func writeDestination(_ url: UnsafeBufferPointer<UInt8>) {
        if !options.unsafe, isDangerous(url) { return }
        out.writeURLEscaped(url)
    }
}

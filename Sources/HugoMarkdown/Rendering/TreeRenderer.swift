internal import CLibCMark
internal import Text
internal import Values

/// Walks libcmark's tree once, without recursion, and writes the HTML.
struct TreeRenderer {
    let options: MarkdownOptions
    let hooks: RenderHooks
    var out: ByteWriter
    var ids: HeadingIDs
    var headings: [RenderedHeading] = []
    var omittedRawHTML = false
    var ordinals = Ordinals()
    /// The text that was parsed.
    private let text: UnsafeBufferPointer<UInt8>
    /// Its lines; most documents never ask for them.
    private(set) lazy var lines = SourceLines(text)

    /// Where the content of a node that a hook will take begins in `out`.
    private var marks: [Int] = []
    /// How many images are around the present node; inside one only text is written.
    var imageDepth = 0

    /// How many nodes of a kind were rendered.
    struct Ordinals {
        var link = 0
        var autolink = 0
        var image = 0
        var heading = 0
        var codeBlock = 0
        var blockquote = 0
        var table = 0
        var passthrough = 0
    }

    init(options: MarkdownOptions, hooks: RenderHooks, text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.options = options
        self.hooks = hooks
        out = ByteWriter(capacity: text.count + text.count / 2)
        ids = HeadingIDs(style: options.headingIDStyle)
    }

    consuming func finish() -> RenderedMarkdown {
        RenderedMarkdown(
            html: out.bytes, headings: headings, identifiers: ids.names, omittedRawHTML: omittedRawHTML)
    }

    /// Renders `root` and all under it.
    mutating func render(_ root: CommonMarkNode) throws {
        var node = root
        while true {
            if try enter(node), let child = node.firstChild {
                node = child
                continue
            }
            while true {
                try exit(node)
                if node == root { return }
                if let next = node.next {
                    node = next
                    break
                }
                guard let parent = node.parent else { return }
                node = parent
            }
        }
    }

    mutating func mark() { marks.append(out.count) }

    /// Takes back what was written since the last mark.
    mutating func popMarked() -> [UInt8] {
        guard let start = marks.popLast() else { return [] }
        let content = Array(out.bytes[start...])
        out.bytes.removeSubrange(start...)
        return content
    }

    // MARK: Nodes

    /// Writes what stands before the children; whether to go into them.
    private mutating func enter(_ node: CommonMarkNode) throws -> Bool {
        let kind = node.kind
        if imageDepth > 0 { return enterInsideImage(node, kind) }
        switch kind {
        case CMARK_NODE_DOCUMENT: break
        case CMARK_NODE_PARAGRAPH:
            if !isTight(node) { out.write(literal: "<p>") }
        case CMARK_NODE_BLOCK_QUOTE: mark()
        case CMARK_NODE_LIST: enterList(node)
        case CMARK_NODE_ITEM:
            out.write(literal: "<li>")
            if let first = node.firstChild, !(first.kind == CMARK_NODE_PARAGRAPH && isTight(first)) {
                out.write(byte: 0x0A)
            }
        case CMARK_NODE_HEADING: mark()
        case CMARK_NODE_CODE_BLOCK: try writeCodeBlock(node)
        case CMARK_NODE_HTML_BLOCK: writeHTMLBlock(node)
        case CMARK_NODE_THEMATIC_BREAK: out.write(literal: options.xhtml ? "<hr />\n" : "<hr>\n")
        case CMARK_NODE_TEXT: out.writeHTMLEscaped(node.literal, style: .markdown)
        case CMARK_NODE_SOFTBREAK:
            if options.hardWraps { writeLineBreak() } else { out.write(byte: 0x0A) }
        case CMARK_NODE_LINEBREAK: writeLineBreak()
        case CMARK_NODE_CODE:
            out.write(literal: "<code>")
            out.writeHTMLEscaped(node.literal, style: .markdown)
            out.write(literal: "</code>")
        case CMARK_NODE_HTML_INLINE:
            if options.unsafe {
                out.write(bytes: node.literal)
            } else {
                out.write(literal: "<!-- raw HTML omitted -->")
                omittedRawHTML = true
            }
        case CMARK_NODE_EMPH: out.write(literal: "<em>")
        case CMARK_NODE_STRONG: out.write(literal: "<strong>")
        case CMARK_NODE_LINK: mark()
        case CMARK_NODE_IMAGE:
            mark()
            if hooks.image == nil { imageDepth += 1 }
        default: break
        }
        return true
    }

    /// Writes what stands after the children.
    private mutating func exit(_ node: CommonMarkNode) throws {
        let kind = node.kind
        if imageDepth > 0 {
            guard kind == CMARK_NODE_IMAGE else { return }
            imageDepth -= 1
            if imageDepth > 0 { return }
        }
        switch kind {
        case CMARK_NODE_PARAGRAPH:
            if !isTight(node) {
                out.write(literal: "</p>\n")
            } else if node.next != nil, node.firstChild != nil {
                out.write(byte: 0x0A)
            }
        case CMARK_NODE_BLOCK_QUOTE: try exitBlockquote(node)
        case CMARK_NODE_LIST:
            out.write(literal: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n")
        case CMARK_NODE_ITEM: out.write(literal: "</li>\n")
        case CMARK_NODE_HEADING: try exitHeading(node)
        case CMARK_NODE_EMPH: out.write(literal: "</em>")
        case CMARK_NODE_STRONG: out.write(literal: "</strong>")
        case CMARK_NODE_LINK: try exitLink(node)
        case CMARK_NODE_IMAGE: try exitImage(node)
        default: break
        }
    }

    private mutating func enterInsideImage(_ node: CommonMarkNode, _ kind: cmark_node_type) -> Bool {
        switch kind {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: out.writeHTMLEscaped(node.literal, style: .markdown)
        case CMARK_NODE_SOFTBREAK: out.write(byte: 0x0A)
        case CMARK_NODE_LINEBREAK: writeLineBreak()
        case CMARK_NODE_IMAGE: imageDepth += 1
        default: break
        }
        return true
    }

    private mutating func writeLineBreak() {
        out.write(literal: options.xhtml ? "<br />\n" : "<br>\n")
    }

    private func isTight(_ paragraph: CommonMarkNode) -> Bool {
        guard let list = paragraph.parent?.parent, list.kind == CMARK_NODE_LIST else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    private mutating func enterList(_ node: CommonMarkNode) {
        guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else {
            out.write(literal: "<ul>\n")
            return
        }
        let start = Int(cmark_node_get_list_start(node))
        if start == 1 {
            out.write(literal: "<ol>\n")
        } else {
            out.write(literal: "<ol start=\"")
            out.write(integer: start)
            out.write(literal: "\">\n")
        }
    }

    private mutating func exitBlockquote(_ node: CommonMarkNode) throws {
        let content = popMarked()
        out.write(literal: "<blockquote>\n")
        out.write(bytes: content)
        out.write(literal: "</blockquote>\n")
    }

    private mutating func exitHeading(_ node: CommonMarkNode) throws {
        let content = popMarked()
        let level = Int(cmark_node_get_heading_level(node))
        let plain = plainText(of: node)
        let id = options.headingIDs && !plain.isEmpty ? ids.generate(from: plain) : ""
        let text = String(decoding: content, as: UTF8.self)
        headings.append(RenderedHeading(level: level, id: id, titleHTML: text, plain: plain))
        defer { ordinals.heading += 1 }
        var attributes = ValueMap()
        if !id.isEmpty { attributes["id"] = .string(id) }
        if let hook = hooks.heading,
            let html = try hook(
                HeadingContext(
                    level: level, anchor: id, text: text, plainText: plain, ordinal: ordinals.heading,
                    attributes: attributes))
        {
            out.write(bytes: html)
            return
        }
        out.write(literal: "<h")
        out.write(integer: level)
        if !id.isEmpty {
            out.write(literal: " id=\"")
            out.writeHTMLEscaped(id, style: .markdown)
            out.write(byte: 0x22)
        }
        out.write(byte: 0x3E)
        out.write(bytes: content)
        out.write(literal: "</h")
        out.write(integer: level)
        out.write(literal: ">\n")
    }

    private mutating func exitLink(_ node: CommonMarkNode) throws {
        let content = popMarked()
        let title = node.title
        if let hook = hooks.link {
            defer { ordinals.link += 1 }
            let context = LinkContext(
                destination: String(decoding: node.url, as: UTF8.self),
                title: String(decoding: title, as: UTF8.self),
                text: String(decoding: content, as: UTF8.self), plainText: plainText(of: node),
                ordinal: ordinals.link)
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
        }
        out.write(literal: "<a href=\"")
        writeDestination(node.url)
        out.write(byte: 0x22)
        writeTitle(title)
        out.write(byte: 0x3E)
        out.write(bytes: content)
        out.write(literal: "</a>")
    }

    private mutating func exitImage(_ node: CommonMarkNode) throws {
        let content = popMarked()
        defer { ordinals.image += 1 }
        let title = node.title
        if let hook = hooks.image {
            let context = ImageContext(
                destination: String(decoding: node.url, as: UTF8.self),
                title: String(decoding: title, as: UTF8.self),
                text: String(decoding: content, as: UTF8.self), plainText: plainText(of: node),
                ordinal: ordinals.image, isBlock: false, attributes: ValueMap())
            if let html = try hook(context) {
                out.write(bytes: html)
                return
            }
        }
        out.write(literal: "<img src=\"")
        writeDestination(node.url)
        out.write(literal: "\" alt=\"")
        out.write(bytes: content)
        out.write(byte: 0x22)
        writeTitle(title)
        out.write(literal: options.xhtml ? " />" : ">")
    }

    private mutating func writeTitle(_ title: UnsafeBufferPointer<UInt8>) {
        guard !title.isEmpty else { return }
        out.write(literal: " title=\"")
        out.writeHTMLEscaped(title, style: .markdown)
        out.write(byte: 0x22)
    }

    mutating func writeDestination(_ url: UnsafeBufferPointer<UInt8>) {
        if !options.unsafe, isDangerous(url) { return }
        out.writeURLEscaped(url)
    }

    private mutating func writeCodeBlock(_ node: CommonMarkNode) throws {
        let literal = node.literal
        if node.fenceInfo.isEmpty, !lines.isFenced(node) {
            out.write(literal: "<pre><code>")
            out.writeHTMLEscaped(literal, style: .markdown)
            out.write(literal: "</code></pre>\n")
            return
        }
        let info = node.fenceInfo
        let language = info.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x7B }
        if options.highlightsCodeFences {
            var code = literal
            if code.last == 0x0A { code = UnsafeBufferPointer(rebasing: code.dropLast()) }
            let context = CodeBlockContext(
                language: String(decoding: language, as: UTF8.self), inner: String(decoding: code, as: UTF8.self),
                ordinal: ordinals.codeBlock, attributes: ValueMap(), options: ValueMap(), line: node.startLine)
            ordinals.codeBlock += 1
            if let html = try hooks.codeBlock?(context) ?? hooks.highlight?(context) {
                out.write(bytes: html)
                return
            }
            out.write(literal: "<pre tabindex=\"0\"><code")
            if !language.isEmpty {
                out.write(literal: " class=\"language-")
                out.writeHTMLEscaped(UnsafeBufferPointer(rebasing: language), style: .markdown)
                out.write(literal: "\" data-lang=\"")
                out.writeHTMLEscaped(UnsafeBufferPointer(rebasing: language), style: .markdown)
                out.write(byte: 0x22)
            }
        } else {
            out.write(literal: "<pre><code")
            let word = info.prefix { $0 != 0x20 && $0 != 0x09 }
            if !word.isEmpty {
                out.write(literal: " class=\"language-")
                out.writeHTMLEscaped(UnsafeBufferPointer(rebasing: word), style: .markdown)
                out.write(byte: 0x22)
            }
        }
        out.write(byte: 0x3E)
        out.writeHTMLEscaped(literal, style: .markdown)
        out.write(literal: "</code></pre>\n")
    }

    private mutating func writeHTMLBlock(_ node: CommonMarkNode) {
        if options.unsafe {
            out.write(bytes: node.literal)
        } else {
            out.write(literal: "<!-- raw HTML omitted -->\n")
            omittedRawHTML = true
        }
    }

    /// The text under `node` without markup.
    func plainText(of node: CommonMarkNode) -> String {
        var bytes: [UInt8] = []
        var current = node.firstChild
        while let child = current {
            switch child.kind {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: bytes.append(contentsOf: child.literal)
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: bytes.append(0x0A)
            default: break
            }
            if let inner = child.firstChild {
                current = inner
                continue
            }
            var up = child
            while up.next == nil, let parent = up.parent, parent != node { up = parent }
            current = up.next
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

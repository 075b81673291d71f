internal import CLibCMark
internal import Text
internal import Values

/// Walks libcmark's tree once, without recursion, and writes the HTML.
struct TreeRenderer {
    let options: MarkdownOptions
    var hooks: RenderHooks
    /// What was changed before parsing.
    let prepared: PreparedSource
    /// What the blocks are that libcmark does not know.
    let shape: DocumentShape
    let scan: TextScan
    let typographer: Typographer?
    let inlineMarks: InlineMarks
    /// The lines that were parsed.
    let lines: SourceLines

    var out: ByteWriter
    var ids: HeadingIDs
    var headings: [RenderedHeading] = []
    var omittedRawHTML = false
    var ordinals = Ordinals()
    /// Whether the title of a heading is written for the table of contents.
    var isContentsTitle = false
    /// The references to footnotes.
    let footnotes: FootnoteOrder
    /// Whether the text of footnotes is left out.
    let footnotesAreUnread: Bool
    /// The footnote whose content is being written.
    var currentFootnote: Int?

    /// Where the text of the present paragraph begins behind its tag.
    var paragraphStart: Int?
    /// Whether a block stood in the present paragraph and divided it.
    var paragraphIsDivided = false
    /// The blocks that divide the present paragraph.
    var dividers = ParagraphDividers()
    /// Where in the output the text of the present block begins, behind the last block that divided it.
    var textStart = 0
    /// Where in the output the last block ends that divided the text of the present one, which has no tags.
    var dividedAt: Int?
    /// Where in the output the box of the present block's task ends.
    var taskBoxEnd: Int?
    /// How many quotations are around the present node.
    var quoteDepth = 0
    /// How many images are around the present node; inside one only text is written.
    var imageDepth = 0
    /// How many links are around the present node; inside one no address becomes a link.
    var linkDepth = 0
    /// Brackets that were opened in the text of the present block.
    var openBrackets = 0
    /// Quotes that were opened and not closed; Goldmark counts them on from block to block.
    var openQuotes = OpenQuotes()
    /// Those at the beginning of the present block.
    var quotesBeforeBlock = OpenQuotes()
    /// The runs of marks in the present block that make elements.
    var marks: [CommonMarkNode: [MarkRun]] = [:]
    /// The text node at the end of the present heading that ends in attributes, and its length without them.
    var shortened: (node: CommonMarkNode, length: Int)?
    /// The node behind a task's box that nothing else is on the line of; a line break there is not written.
    var skippedBreak: CommonMarkNode?
    /// How many line breaks written as backslashes came before in the present block: libcmark does not count their lines.
    var uncountedLines = 0
    /// Whether an address or an entity stood at the end of the text that was written last.
    var endsInElement = false
    /// The texts of the terms of the present paragraph that are still to come.
    var termNames: [String] = []
    /// The line of the present term, and whether what stands before its text is kept.
    var termLine = 0
    var keepsIndentation = false
    /// The column at which the block begins that the present term stands in.
    var termColumn = 0
    /// The text before the table that is being written, and the paragraph that both were.
    var introduction: (text: CommonMarkNode, paragraph: CommonMarkNode)?
    /// What the names of footnotes begin with.
    var footnotePrefix = ""
    /// The quotes that are open where the footnotes stand, by footnote.
    var quotesOfFootnotes: [Int: OpenQuotes] = [:]
    /// The attributes of the present heading.
    var headingAttributes = AttributeList()

    /// Where the content of a node that a hook may take begins in `out`.
    private var contentStarts: [Int] = []

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

    init(
        options: MarkdownOptions, hooks: RenderHooks, prepared: PreparedSource, shape: DocumentShape, lines: SourceLines
    ) {
        self.options = options
        self.hooks = hooks
        self.prepared = prepared
        self.shape = shape
        self.lines = lines
        scan = TextScan(options: options, prepared: prepared)
        typographer = options.typographer.map(Typographer.init)
        inlineMarks = InlineMarks(options: options)
        out = ByteWriter(capacity: lines.text.count + lines.text.count / 2)
        ids = HeadingIDs(style: options.headingIDStyle)
        footnotes = shape.footnoteOrder
        footnotesAreUnread = shape.footnotesAreUnread
    }

    consuming func finish() -> RenderedMarkdown {
        RenderedMarkdown(html: out.bytes, headings: headings, identifiers: ids.names, omittedRawHTML: omittedRawHTML)
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

    /// Renders what is under `parent`, and nothing for it.
    mutating func renderChildren(of parent: CommonMarkNode) throws {
        var child = parent.firstChild
        while let node = child {
            try render(node)
            child = node.next
        }
    }

    /// Remembers where the content of a node begins.
    mutating func beginContent() { contentStarts.append(out.count) }

    /// Takes back what was written since the last beginning.
    mutating func takeContent() -> [UInt8] {
        guard let start = contentStarts.popLast() else { return [] }
        // `Array` of a slice that is the whole would share its storage: each cell of a table at the head would keep all.
        var content: [UInt8] = []
        content.append(contentsOf: out.bytes[start...])
        out.bytes.removeSubrange(start...)
        return content
    }

    // MARK: Nodes

    /// Writes what stands before the children; whether to go into them.
    private mutating func enter(_ node: CommonMarkNode) throws -> Bool {
        let kind = node.kind
        if imageDepth > 0 { return try enterInsideImage(node, kind) }
        if isUnread(kind) { return false }
        switch kind {
        case CMARK_NODE_TEXT: try writeText(node)
        case CMARK_NODE_PARAGRAPH: return try enterParagraph(node)
        case CMARK_NODE_BLOCK_QUOTE: enterBlockquote(node)
        case CMARK_NODE_LIST:
            if node == shape.firstFootnoteList { try collectHeadingsOfFootnotes() }
            return enterList(node)
        case CMARK_NODE_ITEM: enterItem(node)
        case CMARK_NODE_HEADING: enterHeading(node)
        case CMARK_NODE_CODE_BLOCK: try writeCodeBlock(node)
        case CMARK_NODE_HTML_BLOCK: writeHTMLBlock(node)
        case CMARK_NODE_THEMATIC_BREAK: writeThematicBreak(node)
        case CMARK_NODE_SOFTBREAK: if node != skippedBreak { writeSoftBreak(node) }
        case CMARK_NODE_LINEBREAK:
            if node == skippedBreak { break }
            if shape.isTerm(node.parent) {
                // To Goldmark a term is a line, and a backslash at its end is text.
                if TextSurroundings.isBackslash(node) { out.write(byte: 0x5C) }
                writeTermBreak()
            } else {
                writeHardBreak(node)
            }
        case CMARK_NODE_CODE:
            out.write(literal: "<code>")
            writeOriginal(node.literal, inSpan: true)
            out.write(literal: "</code>")
        case CMARK_NODE_HTML_INLINE: writeInlineHTML(node)
        case CMARK_NODE_EMPH:
            collectMarks(node)
            out.write(literal: "<em>")
        case CMARK_NODE_STRONG:
            collectMarks(node)
            out.write(literal: "<strong>")
        case CMARK_NODE_LINK: return try enterLink(node)
        case CMARK_NODE_IMAGE:
            beginContent()
            if hooks.image == nil { imageDepth += 1 } else { collectMarks(node) }
        default: break
        }
        return true
    }

    /// Whether a node is text that Goldmark never reads.
    private func isUnread(_ kind: cmark_node_type) -> Bool {
        footnotesAreUnread && currentFootnote != nil && kind.rawValue >= CMARK_NODE_TEXT.rawValue
    }

    /// Writes what stands after the children.
    private mutating func exit(_ node: CommonMarkNode) throws {
        let kind = node.kind
        if isUnread(kind) { return }
        if imageDepth > 0 {
            guard kind == CMARK_NODE_IMAGE else { return }
            imageDepth -= 1
            if imageDepth > 0 { return }
        }
        switch kind {
        case CMARK_NODE_PARAGRAPH: try exitParagraph(node)
        case CMARK_NODE_BLOCK_QUOTE: try exitBlockquote(node)
        case CMARK_NODE_LIST: exitList(node)
        case CMARK_NODE_ITEM: exitItem(node)
        case CMARK_NODE_HEADING: try exitHeading(node)
        case CMARK_NODE_EMPH: out.write(literal: "</em>")
        case CMARK_NODE_STRONG: out.write(literal: "</strong>")
        case CMARK_NODE_LINK: try exitLink(node)
        case CMARK_NODE_IMAGE: try exitImage(node)
        case CMARK_NODE_DOCUMENT: try writeFootnotes()
        default: break
        }
    }

    private mutating func enterInsideImage(_ node: CommonMarkNode, _ kind: cmark_node_type) throws -> Bool {
        switch kind {
        case CMARK_NODE_TEXT: try writeText(node)
        case CMARK_NODE_CODE: writeOriginal(node.literal, inSpan: true)
        case CMARK_NODE_SOFTBREAK: out.write(byte: 0x0A)
        case CMARK_NODE_LINEBREAK: writeHardBreak(node)
        case CMARK_NODE_IMAGE: imageDepth += 1
        // Goldmark takes no text of `<https://…>`.
        case CMARK_NODE_LINK: return autolinkLabel(node) == nil
        default: break
        }
        return true
    }

    /// Finds the marks among the children of `node` that make elements.
    mutating func collectMarks(_ node: CommonMarkNode) {
        guard prepared.hasTilde || prepared.hasExtraMarks else { return }
        marks.merge(inlineMarks.runs(under: node, lines)) { _, new in new }
    }

    /// The run of marks at `offset` of `text` that makes elements.
    func mark(in text: CommonMarkNode, at offset: Int) -> MarkRun? {
        guard !marks.isEmpty, let runs = marks[text] else { return nil }
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].offset == offset ? runs[low] : nil
    }

    /// Forgets what belongs to the text of one block.
    mutating func beginBlockText(_ node: CommonMarkNode) {
        quotesBeforeBlock = openQuotes
        openBrackets = 0
        taskBoxEnd = nil
        dividedAt = nil
        // Nor does it count the definitions of links at the head of a paragraph.
        uncountedLines =
            prepared.hasLinkDefinitions && node.kind == CMARK_NODE_PARAGRAPH ? LinkDefinitions.count(node, lines) : 0
        textStart = out.count
        marks.removeAll(keepingCapacity: true)
        collectMarks(node)
    }

    mutating func writeLineBreak() {
        out.write(literal: options.xhtml ? "<br />\n" : "<br>\n")
    }

    /// A break that the source asks for. Of more than three spaces before it Goldmark keeps the rest where it looks for
    /// addresses: each space ends a piece of text then.
    private mutating func writeHardBreak(_ node: CommonMarkNode) {
        if TextSurroundings.isBackslash(node) {
            uncountedLines += 1
        } else if options.linkify, let next = node.next {
            let spaces = lines.line(next.startLine + uncountedLines - 1).reversed().prefix { $0 == 0x20 || $0 == 0x09 }
            if spaces.count > 3 { out.write(bytes: spaces.reversed().dropLast(3)) }
        }
        writeLineBreak()
    }

    private mutating func writeSoftBreak(_ node: CommonMarkNode) {
        if shape.isTerm(node.parent) {
            writeTermBreak()
        } else if options.hardWraps {
            writeLineBreak()
        } else if !options.eastAsianLineBreaks || keepsLineBreak(node) {
            out.write(byte: 0x0A)
        }
    }

    /// Whether a line break stays where those between East Asian characters vanish.
    ///
    /// Goldmark drops it as well where no text follows, but an element or an entity; and keeps it behind an element.
    private func keepsLineBreak(_ node: CommonMarkNode) -> Bool {
        guard let before = node.previous, before.kind == CMARK_NODE_TEXT, let end = before.literal.last, !endsInElement
        else { return true }
        let line = node.next.map { lines.line($0.startLine + uncountedLines - 1) } ?? lines.line(0)
        // A space at the end of the line is a text of its own, of which nothing is left.
        if line.last == 0x20 || line.last == 0x09 { return true }
        if end == 0x2A || end == 0x5F || end == 0x7E || end == 0x60
            || prepared.standIns.endsInBackticks(before.literal),
            line.dropLast().last != 0x5C
        {
            return true
        }
        guard let after = node.next, after.kind == CMARK_NODE_TEXT else { return false }
        let bytes = after.literal
        if mark(in: after, at: 0) != nil { return false }
        if StandIns.isMark(bytes, at: 0), case (.entry(let number), _) = prepared.standIns.read(bytes, at: 0) {
            switch prepared.standIns.entries[number].meaning {
            case .markup, .passthrough: return false
            case .filler: return false
            case .text(let replaced):
                if replaced.isEmpty, prepared.standIns.read(bytes, at: 0).end == bytes.count { return false }
            case .footnote: if footnotes.reference(after, at: 0) != nil { return false }
            default: break
            }
        }
        let text = TextSurroundings(after, bytes, lines)
        var quotes = openQuotes
        if let first = bytes.first, first < 0x80, typographer?.replacement(text, at: 0, &quotes) != nil { return false }
        if options.linkify, linkDepth == 0, openBrackets == 0, Linkify.address(bytes, at: 0) != nil { return false }
        if options.linkify, linkDepth == 0, openBrackets == 0, let at = bytes.firstOffset(of: 0x40),
            Linkify.mail(bytes, at: at, limit: 0)?.start == 0
        {
            return false
        }
        guard let last = scalar(before.literal, before: before.literal.count), let next = scalar(bytes, at: 0) else {
            return true
        }
        return !(last.isEastAsianWide && next.isEastAsianWide)
    }

    /// Writes code or HTML escaped, as it stood in the source.
    mutating func writeOriginal(_ bytes: UnsafeBufferPointer<UInt8>, inSpan: Bool = false) {
        if prepared.hasStandIns, bytes.contains(0xF0) {
            out.writeHTMLEscaped(prepared.standIns.restoringOriginal(bytes, inSpan: inSpan)[...], style: .markdown)
        } else {
            out.writeHTMLEscaped(bytes, style: .markdown)
        }
    }

    /// Writes HTML as it stood in the source.
    mutating func writeRaw(_ bytes: UnsafeBufferPointer<UInt8>) {
        if prepared.hasStandIns, bytes.contains(0xF0) {
            out.write(bytes: prepared.standIns.restoringOriginal(bytes))
        } else {
            out.write(bytes: bytes)
        }
    }

    /// An address, a title or an info string with escapes and entities resolved.
    func resolved(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        prepared.hasStandIns && bytes.contains(0xF0) ? prepared.standIns.restoringText(bytes) : Array(bytes)
    }

    private mutating func writeInlineHTML(_ node: CommonMarkNode) {
        if options.unsafe {
            writeRaw(node.literal)
        } else if !isHTMLComment(node.literal) {
            out.write(literal: "<!-- raw HTML omitted -->")
            omittedRawHTML = true
        }
    }
}

/// Whether raw HTML begins with a comment, in the first column: Hugo leaves it out without a word, with what follows.
func isHTMLComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool { html.count > 4 && html.starts(with: "<!--".utf8) }

/// Whether a block of raw HTML is one that only its own mark ends, and that mark stands below the first line. For such a
/// block Hugo says twice that it is left out.
func endsBelowFirstLine(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = html.prefix(10).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.drop { $0 == 0x20 }
    let closers: [String]
    if ["<script", "<pre", "<style", "<textarea"].contains(where: { head.starts(with: $0.utf8) }) {
        closers = ["</script>", "</pre>", "</style>", "</textarea>"]
    } else if head.starts(with: "<?".utf8) {
        closers = ["?>"]
    } else if head.starts(with: "<![cdata[".utf8) {
        closers = ["]]>"]
    } else if head.starts(with: "<!--".utf8) {
        closers = ["-->"]
    } else if head.starts(with: "<!".utf8) {
        closers = [">"]
    } else {
        return false
    }
    let first = html.firstIndex(of: 0x0A) ?? html.endIndex
    func hasCloser(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        closers.contains { closer in
            let wanted = Array(closer.utf8)
            var index = text.startIndex
            while index + wanted.count <= text.endIndex {
                let isHere = text[index..<index + wanted.count].elementsEqual(wanted) {
                    ((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) == $1
                }
                if isHere { return true }
                index += 1
            }
            return false
        }
    }
    return !hasCloser(html[..<first]) && hasCloser(html[first...])
}

internal import CLibCMark

/// A text node with the characters that stand before and after it in the source.
///
/// The typographer and the linkifier look at neighbours, and in the tree those are marks of other nodes.
struct TextSurroundings {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The character before the first byte.
    let before: Unicode.Scalar
    /// The character after the last byte; nil at the end of a block.
    let after: UInt8?
    /// Whether more follows after it on the line.
    let hasMore: Bool
    /// The byte after that one, where the tree says it; a letter stands for what it does not say. Nil at the end of the line.
    let second: UInt8?

    /// `uncounted` lines before `node` libcmark did not count.
    init(_ node: CommonMarkNode, _ bytes: UnsafeBufferPointer<UInt8>, _ lines: SourceLines, uncounted: Int = 0) {
        self.bytes = bytes
        if let previous = node.previous {
            switch previous.kind {
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
                before = Self.followsQuotation(bytes, lines.line(node.startLine + uncounted)) ? ">" : "\n"
            case CMARK_NODE_CODE:
                before = "`"
            case CMARK_NODE_HTML_INLINE:
                before = ">"
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
                before = ")"
            default:
                before = "*"
            }
        } else {
            switch node.parent?.kind {
            case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
                before = "*"
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
                before = "["
            default:
                before = "\n"
            }
        }
        if let next = node.next {
            switch next.kind {
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
                (after, hasMore) = Self.end(of: node, before: next, lines, uncounted)
            case CMARK_NODE_CODE: (after, hasMore) = (0x60, true)
            case CMARK_NODE_HTML_INLINE: (after, hasMore) = (0x3C, true)
            case CMARK_NODE_LINK: (after, hasMore) = (0x5B, true)
            case CMARK_NODE_IMAGE: (after, hasMore) = (0x21, true)
            default: (after, hasMore) = (0x2A, true)
            }
            // Behind a backslash that breaks the line it ends.
            second = hasMore ? after == 0x5C && next.kind == CMARK_NODE_LINEBREAK ? 0x0A : 0x78 : nil
        } else {
            switch node.parent?.kind {
            case CMARK_NODE_STRONG: (after, hasMore, second) = (0x2A, true, 0x2A)
            case CMARK_NODE_EMPH: (after, hasMore, second) = (0x2A, true, node.parent.flatMap(Self.following))
            // Nearly every text of a link stands before its address.
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE: (after, hasMore, second) = (0x5D, true, 0x28)
            default: (after, hasMore, second) = (nil, false, nil)
            }
        }
    }

    /// Whether a text that begins with a quote stands directly behind the mark of a quotation.
    private static func followsQuotation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ line: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        guard let first = bytes.first, first == 0x22 || first == 0x27, let quote = line.firstIndex(of: first),
            quote > line.startIndex, line[quote - 1] == 0x3E
        else { return false }
        return line[..<quote].allSatisfy { $0 == 0x3E || $0 == 0x20 }
    }

    /// The byte behind the mark that ends `node`; nil at the end of a block.
    private static func following(_ node: CommonMarkNode) -> UInt8? {
        guard let next = node.next else {
            switch node.parent?.kind {
            case CMARK_NODE_EMPH, CMARK_NODE_STRONG: return 0x2A
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE: return 0x5D
            default: return nil
            }
        }
        switch next.kind {
        case CMARK_NODE_TEXT: return next.literal.first ?? 0x78
        case CMARK_NODE_SOFTBREAK: return 0x0A
        case CMARK_NODE_LINEBREAK: return isBackslash(next) ? 0x5C : 0x20
        case CMARK_NODE_CODE: return 0x60
        case CMARK_NODE_HTML_INLINE: return 0x3C
        case CMARK_NODE_LINK: return 0x5B
        case CMARK_NODE_IMAGE: return 0x21
        default: return 0x2A
        }
    }

    /// What stands between a text and the end of its line, which libcmark has taken away.
    ///
    /// Only a quotation mark asks for it.
    private static func end(
        of node: CommonMarkNode, before lineBreak: CommonMarkNode, _ lines: SourceLines, _ uncounted: Int
    ) -> (UInt8, Bool) {
        let isHard = lineBreak.kind == CMARK_NODE_LINEBREAK
        if isHard { return (isBackslash(lineBreak) ? 0x5C : 0x20, true) }
        guard let last = node.literal.last, last == 0x22 || last == 0x27, let following = lineBreak.next,
            let ending = lines.lastByte(following.startLine + uncounted - 1)
        else { return (0x0A, false) }
        return ending == 0x20 || ending == 0x09 || ending == 0x0D ? (ending, true) : (0x0A, false)
    }

    /// Whether a hard line break was written as a backslash: libcmark does not count the line behind one.
    static func isBackslash(_ lineBreak: CommonMarkNode) -> Bool {
        guard let before = lineBreak.previous, let after = lineBreak.next else { return false }
        return before.endLine == after.startLine
    }

    /// The byte at `index`, which may be beyond the node; nil beyond the line.
    func byte(_ index: Int) -> UInt8? {
        if index < bytes.count {
            return bytes[index] == 0xF0 && StandIns.isEscape(bytes, at: index) ? 0x5C : bytes[index]
        }
        if index == bytes.count { return after }
        if index == bytes.count + 1 { return hasMore ? second : nil }
        return hasMore && second != nil ? 0x78 : nil
    }

    /// The character at `index`; nil beyond the line.
    func scalar(at index: Int) -> Unicode.Scalar? {
        // An escape begins with its backslash.
        if index < bytes.count, StandIns.isEscape(bytes, at: index) { return "\\" }
        return index < bytes.count ? HugoMarkdown.scalar(bytes, at: index) : byte(index).map { Unicode.Scalar($0) }
    }

    /// The character before `index`.
    func scalar(before index: Int) -> Unicode.Scalar {
        index == 0 ? before : HugoMarkdown.scalar(bytes, before: index) ?? "\n"
    }
}

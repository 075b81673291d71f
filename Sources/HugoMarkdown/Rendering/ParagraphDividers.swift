internal import CLibCMark
internal import Text

/// The blocks of passthrough that stand in a paragraph and divide it, when attributes follow: those belong to the last of
/// the pieces.
struct ParagraphDividers {
    /// How many of the blocks have not been written.
    private(set) var left = 0
    /// The attributes of what stands behind the last block; nil when they are the block's own.
    private(set) var attributes: AttributeList?
    private var own: AttributeList?

    /// None.
    init() {}

    /// Those of `paragraph`, which `attributes` follow; none without attributes.
    init(of paragraph: CommonMarkNode, _ attributes: AttributeList?, _ standIns: StandIns) {
        guard let attributes else { return }
        var isLast = false
        var child = paragraph.firstChild
        while let node = child {
            child = node.next
            guard node.kind == CMARK_NODE_TEXT else {
                if node.kind != CMARK_NODE_SOFTBREAK { isLast = false }
                continue
            }
            let bytes = node.literal
            var index = 0
            while index < bytes.count {
                guard bytes[index] == 0xF0, StandIns.isMark(bytes, at: index) else {
                    if bytes[index] != 0x20, bytes[index] != 0x09 { isLast = false }
                    index += 1
                    continue
                }
                let (piece, end) = standIns.read(bytes, at: index)
                isLast = false
                if case .entry(let number) = piece, case .passthrough(_, true) = standIns.entries[number].meaning {
                    left += 1
                    isLast = true
                }
                index = end
            }
        }
        if isLast { own = attributes } else if left > 0 { self.attributes = attributes }
    }

    /// The attributes of the block that is written now.
    mutating func next() -> AttributeList? {
        left = max(0, left - 1)
        return left == 0 ? own : nil
    }
}

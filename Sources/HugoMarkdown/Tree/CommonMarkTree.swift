internal import CLibCMark

/// A node of libcmark's tree; valid as long as its tree is.
typealias CommonMarkNode = OpaquePointer

/// The tree that libcmark made of one text.
struct CommonMarkTree: ~Copyable {
    /// The document node.
    let root: CommonMarkNode

    /// Parses `text`, counting the lines of code and raw HTML as well, or nil when there is no memory for its tree.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        let parsed: OpaquePointer? =
            if let base = text.baseAddress {
                base.withMemoryRebound(to: CChar.self, capacity: text.count) {
                    cmark_parse_document($0, text.count, CMARK_OPT_SOURCEPOS)
                }
            } else {
                cmark_parse_document("", 0, CMARK_OPT_DEFAULT)
            }
        guard let parsed else { return nil }
        root = parsed
    }

    deinit {
        cmark_node_free(root)
    }
}

extension CommonMarkNode {
    /// What the node is.
    var kind: cmark_node_type { cmark_node_get_type(self) }
    /// The first child.
    var firstChild: CommonMarkNode? { cmark_node_first_child(self) }
    /// The last child.
    var lastChild: CommonMarkNode? { cmark_node_last_child(self) }
    /// The node after it under the same parent.
    var next: CommonMarkNode? { cmark_node_next(self) }
    /// The node before it under the same parent.
    var previous: CommonMarkNode? { cmark_node_previous(self) }
    /// The node around it.
    var parent: CommonMarkNode? { cmark_node_parent(self) }
    /// The 1-based first line of a block.
    var startLine: Int { Int(cmark_node_get_start_line(self)) }
    /// The 1-based last line of a block.
    var endLine: Int { Int(cmark_node_get_end_line(self)) }
    /// The text of a text, code or HTML node.
    var literal: UnsafeBufferPointer<UInt8> { bytes(of: cmark_node_get_literal(self)) }
    /// Where a link or an image leads.
    var url: UnsafeBufferPointer<UInt8> { bytes(of: cmark_node_get_url(self)) }
    /// The title of a link or an image.
    var title: UnsafeBufferPointer<UInt8> { bytes(of: cmark_node_get_title(self)) }
    /// What stands after an opening fence.
    var fenceInfo: UnsafeBufferPointer<UInt8> { bytes(of: cmark_node_get_fence_info(self)) }

    /// The 1-based byte column at which a block begins on its first line.
    var startColumn: Int { Int(cmark_node_get_start_column(self)) }

    private func bytes(of text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        let raw = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: raw, count: cStringLength(text))
    }
}

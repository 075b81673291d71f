internal import CLibCMark
internal import Text

/// In what order footnotes are referred to, and how often.
struct FootnoteOrder {
    /// The numbers of the definitions in the order of their first reference.
    private(set) var referred: [Int] = []
    private var indexes: [Int?]
    private var counts: [Int]
    /// The footnote whose content is being written.
    var current: Int?

    init(count: Int) {
        indexes = Array(repeating: nil, count: count)
        counts = Array(repeating: 0, count: count)
    }

    /// The 1-based number that the reference shows, and how many references to the same footnote came before.
    mutating func refer(to footnote: Int) -> (index: Int, reference: Int) {
        let index: Int
        if let known = indexes[footnote] {
            index = known
        } else {
            referred.append(footnote)
            index = referred.count
            indexes[footnote] = index
        }
        defer { counts[footnote] += 1 }
        return (index, counts[footnote])
    }

    /// The number and the references of a footnote that was referred to.
    func references(to footnote: Int) -> (index: Int, count: Int) { (indexes[footnote] ?? 0, counts[footnote]) }
}

extension TreeRenderer {
    /// Writes the raised number that leads to a footnote.
    mutating func writeFootnoteReference(_ footnote: Int) {
        guard imageDepth == 0, shape.footnotes[footnote] != nil else { return }
        let (index, reference) = footnotes.refer(to: footnote)
        out.write(literal: "<sup id=\"fnref")
        if reference > 0 { out.write(integer: reference) }
        out.write(byte: 0x3A)
        out.write(integer: index)
        out.write(literal: "\"><a href=\"#fn:")
        out.write(integer: index)
        out.write(literal: "\" class=\"footnote-ref\" role=\"doc-noteref\">")
        out.write(integer: index)
        out.write(literal: "</a></sup>")
    }

    /// Writes the footnotes that were referred to at the end of the document.
    mutating func writeFootnotes() throws {
        guard !footnotes.referred.isEmpty else { return }
        out.write(literal: "<div class=\"footnotes\" role=\"doc-endnotes\">\n")
        out.write(literal: options.xhtml ? "<hr />\n<ol>\n" : "<hr>\n<ol>\n")
        var next = 0
        // Footnotes may refer to further footnotes.
        while next < footnotes.referred.count {
            let footnote = footnotes.referred[next]
            next += 1
            guard let item = shape.footnotes[footnote] else { continue }
            out.write(literal: "<li id=\"fn:")
            out.write(integer: next)
            out.write(literal: "\">\n")
            footnotes.current = footnote
            try renderChildren(of: item)
            if item.lastChild?.kind != CMARK_NODE_PARAGRAPH { writeBacklinks(footnote) }
            footnotes.current = nil
            out.write(literal: "</li>\n")
        }
        out.write(literal: "</ol>\n</div>\n")
    }

    /// Writes the links that lead back to the references of a footnote.
    mutating func writeBacklinks(_ footnote: Int) {
        let (index, count) = footnotes.references(to: footnote)
        for reference in 0..<count {
            out.write(literal: "&#160;<a href=\"#fnref")
            if reference > 0 { out.write(integer: reference) }
            out.write(byte: 0x3A)
            out.write(integer: index)
            out.write(literal: "\" class=\"footnote-backref\" role=\"doc-backlink\">")
            out.write(options.footnoteBacklink)
            out.write(literal: "</a>")
        }
    }
}

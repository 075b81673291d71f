/// The headings of a document as a tree, as Hugo's `.Fragments` has it.
///
/// A level that is skipped is an empty heading, so that depth in the tree is the level.
package struct Fragments: Sendable {
    /// A heading and those under it.
    package struct Heading: Sendable, Hashable {
        /// Its name; empty in a level that was skipped.
        package var id = ""
        /// 1 to 6; 0 in a level that was skipped.
        package var level = 0
        /// The text as HTML without links.
        package var title = ""
        /// Those under it.
        package var headings: [Heading] = []

        /// Whether the level was skipped.
        package var isEmpty: Bool { id.isEmpty && title.isEmpty }
    }

    /// The topmost headings.
    package private(set) var headings: [Heading] = []
    /// The names in ascending order.
    package let identifiers: [String]

    /// Builds the tree.
    package init(headings list: [RenderedHeading], identifiers: [String]) {
        var row = -1
        for heading in list {
            if heading.level == 1 || row == -1 { row += 1 }
            while headings.count <= row { headings.append(Heading()) }
            let node = Heading(id: heading.id, level: heading.id.isEmpty ? 0 : heading.level, title: heading.titleHTML)
            if heading.level <= 1 {
                headings[row] = node
            } else {
                Self.add(node, to: &headings[row], depth: heading.level - 2)
            }
        }
        self.identifiers = identifiers.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Adds `node` under the last heading `depth` levels below `heading`; a level is at most 6, so this ends soon.
    private static func add(_ node: Heading, to heading: inout Heading, depth: Int) {
        guard depth > 0 else {
            heading.headings.append(node)
            return
        }
        if heading.headings.isEmpty { heading.headings.append(Heading()) }
        add(node, to: &heading.headings[heading.headings.count - 1], depth: depth - 1)
    }

    /// Every heading that has a name, by name; of equal names the last one.
    package var headingsByID: [String: Heading] {
        var found: [String: Heading] = [:]
        func visit(_ heading: Heading) {
            if !heading.id.isEmpty { found[heading.id] = heading }
            heading.headings.forEach(visit)
        }
        headings.forEach(visit)
        return found
    }

    /// The headings of any depth that fit, in their order, each with those under it.
    package func headings(where fits: (Heading) -> Bool) -> [Heading] {
        var found: [Heading] = []
        func visit(_ heading: Heading) {
            if fits(heading) { found.append(heading) }
            heading.headings.forEach(visit)
        }
        headings.forEach(visit)
        return found
    }

    /// The table of contents in Hugo's markup; `endLevel` -1 is all.
    package func html(startLevel: Int, endLevel: Int, ordered: Bool) -> String {
        var lines = ContentsWriter(startLevel: startLevel, endLevel: endLevel, tag: ordered ? "ol" : "ul")
        lines.text = "<nav id=\"TableOfContents\">"
        lines.write(headings, level: 1, indent: 0)
        lines.text += "</nav>"
        return lines.text
    }
}

/// Writes the nested lists of a table of contents.
private struct ContentsWriter {
    let startLevel: Int
    let endLevel: Int
    let tag: String
    var text = ""

    mutating func write(_ headings: [Fragments.Heading], level: Int, indent: Int) {
        if level < startLevel {
            for heading in headings { write(heading.headings, level: level + 1, indent: indent) }
            return
        }
        if endLevel != -1, level > endLevel { return }
        if headings.isEmpty { return }
        text += "\n"
        spaces(indent + 1)
        text += "<\(tag)>\n"
        for heading in headings {
            spaces(indent + 2)
            text += "<li>"
            if !heading.isEmpty { text += "<a href=\"#\(heading.id)\">\(heading.title)</a>" }
            write(heading.headings, level: level + 1, indent: indent + 2)
            text += "</li>\n"
        }
        spaces(indent + 1)
        text += "</\(tag)>\n"
        spaces(indent)
    }

    private mutating func spaces(_ count: Int) {
        for _ in 0..<count { text += "  " }
    }
}

internal import CLibCMark

/// A run of `~` and the like in a text node, and what is written for it.
struct MarkRun {
    let offset: Int
    let length: Int
    let markup: String
    /// How many elements the run opens and closes.
    let opened: Int
    let closed: Int
}

/// Pairs runs of marks that libcmark does not know among the children of one node.
struct InlineMarks {
    /// An element that a mark makes.
    struct Element {
        let name: String
        /// The fewest and the most marks of a run.
        let lengths: ClosedRange<Int>
        /// Whether one mark on each side is enough.
        let takesSingle: Bool
    }

    private struct Run {
        let node: CommonMarkNode
        let mark: UInt8
        let element: Element
        let offset: Int
        let length: Int
        let canOpen: Bool
        let canClose: Bool
        var rest: Int
        var openings: [String] = []
        var closings: [String] = []
    }

    private let elements: [UInt8: [Element]]

    init(options: MarkdownOptions) {
        var elements: [UInt8: [Element]] = [:]
        func add(_ mark: UInt8, _ element: Element) { elements[mark, default: []].append(element) }
        if options.strikethrough {
            add(0x7E, Element(name: "del", lengths: 1...2, takesSingle: true))
        } else {
            if options.extraDelete { add(0x7E, Element(name: "del", lengths: 2...2, takesSingle: false)) }
            if options.extraSubscript { add(0x7E, Element(name: "sub", lengths: 1...1, takesSingle: true)) }
        }
        if options.extraInsert { add(0x2B, Element(name: "ins", lengths: 2...2, takesSingle: false)) }
        if options.extraMark { add(0x3D, Element(name: "mark", lengths: 2...2, takesSingle: false)) }
        if options.extraSuperscript { add(0x5E, Element(name: "sup", lengths: 1...1, takesSingle: true)) }
        self.elements = elements
    }

    /// Whether `byte` is a mark.
    func isMark(_ byte: UInt8) -> Bool { elements[byte] != nil }

    /// What is written for the runs among the children of `parent`, by text node.
    func runs(under parent: CommonMarkNode, _ lines: SourceLines) -> [CommonMarkNode: [MarkRun]] {
        var runs: [Run] = []
        var child = parent.firstChild
        while let node = child {
            if node.kind == CMARK_NODE_TEXT { collect(node, lines, &runs) }
            child = node.next
        }
        guard runs.count > 1 else { return [:] }
        match(&runs)
        var found: [CommonMarkNode: [MarkRun]] = [:]
        for run in runs where !run.openings.isEmpty || !run.closings.isEmpty {
            let literal = String(repeating: Character(Unicode.Scalar(run.mark)), count: run.rest)
            let markup = run.closings.joined() + literal + run.openings.reversed().joined()
            found[run.node, default: []].append(
                MarkRun(
                    offset: run.offset, length: run.length, markup: markup, opened: run.openings.count,
                    closed: run.closings.count))
        }
        return found
    }

    private func collect(_ node: CommonMarkNode, _ lines: SourceLines, _ runs: inout [Run]) {
        let bytes = node.literal
        var index = 0
        var surroundings: TextSurroundings?
        while index < bytes.count {
            let byte = bytes[index]
            guard let candidates = elements[byte] else {
                index += 1
                continue
            }
            var end = index
            while end < bytes.count, bytes[end] == byte { end += 1 }
            if let element = candidates.first(where: { $0.lengths.contains(end - index) }),
                !StandIns.isEscapedTilde(bytes, before: index)
            {
                let text = surroundings ?? TextSurroundings(node, bytes, lines)
                surroundings = text
                let (canOpen, canClose) = flanking(
                    before: text.scalar(before: index), after: text.scalar(at: end) ?? " ")
                runs.append(
                    Run(
                        node: node, mark: byte, element: element, offset: index, length: end - index, canOpen: canOpen,
                        canClose: canClose, rest: end - index))
            }
            index = end
        }
    }

    /// Matches closers with the nearest opener of their mark, as emphasis is matched.
    private func match(_ runs: inout [Run]) {
        var open: [String: [Int]] = [:]
        for index in runs.indices {
            let element = runs[index].element
            let mark = element.name
            while runs[index].canClose, runs[index].rest > 0, let top = open[mark]?.last {
                let count = consumption(runs[top], runs[index], element)
                if count == 0 { break }
                runs[top].rest -= count
                runs[index].rest -= count
                runs[top].openings.append("<\(element.name)>")
                runs[index].closings.append("</\(element.name)>")
                // What opened between the two can no longer be closed.
                for other in Array(open.keys) where other != mark {
                    while let last = open[other]?.last, last > top { open[other]?.removeLast() }
                }
                if runs[top].rest == 0 { open[mark]?.removeLast() }
            }
            if runs[index].canOpen, runs[index].rest > 0 { open[mark, default: []].append(index) }
        }
    }

    private func consumption(_ opener: Run, _ closer: Run, _ element: Element) -> Int {
        if opener.canClose || closer.canOpen, (opener.length + closer.length) % 3 == 0, closer.length % 3 != 0 {
            return 0
        }
        if opener.rest >= 2, closer.rest >= 2 { return 2 }
        return element.takesSingle ? 1 : 0
    }
}

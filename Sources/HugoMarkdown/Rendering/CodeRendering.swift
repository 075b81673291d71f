internal import CLibCMark
internal import Text
internal import Values

extension TreeRenderer {
    mutating func writeCodeBlock(_ node: CommonMarkNode) throws {
        let info = resolved(node.fenceInfo)
        if info.isEmpty, !lines.isFenced(node) {
            out.write(literal: "<pre><code>")
            if lines.endsInCarriageReturn(node.startLine) {
                out.writeHTMLEscaped(withCarriageReturns(node.literal, of: node)[...], style: .markdown)
            } else {
                writeOriginal(node.literal)
            }
            out.write(literal: "</code></pre>\n")
            return
        }
        guard options.highlightsCodeFences else {
            writePlainCode(node, language: info.prefix { $0 != 0x20 && $0 != 0x09 })
            return
        }
        let source = sourceOfInfo(node) ?? info
        let language = source.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x7B }
        var code: [UInt8]
        if lines.endsInCarriageReturn(node.startLine) {
            code = withCarriageReturns(node.literal, of: node)
        } else {
            code = prepared.hasStandIns ? prepared.standIns.restoringOriginal(node.literal) : Array(node.literal)
        }
        code = withoutTabIndentation(withBlankLines(code, of: node, from: node.startLine + 1), of: node)
        while let last = code.last, last == 0x0A || last == 0x0D { code.removeLast() }
        let attributes = try codeAttributes(source, line: node.startLine)
        let context = CodeBlockContext(
            language: String(decoding: language, as: UTF8.self), inner: String(decoding: code, as: UTF8.self),
            ordinal: ordinals.codeBlock, attributes: attributes.codeAttributes, options: attributes.codeOptions,
            line: node.startLine)
        ordinals.codeBlock += 1
        if let html = try hooks.codeBlock?(context) ?? hooks.highlight?(context) {
            out.write(bytes: html)
            return
        }
        out.write(literal: "<pre tabindex=\"0\"><code")
        if !language.isEmpty {
            out.write(literal: " class=\"language-")
            out.writeHTMLEscaped(language, style: .markdown)
            out.write(literal: "\" data-lang=\"")
            out.writeHTMLEscaped(language, style: .markdown)
            out.write(byte: 0x22)
        }
        out.write(byte: 0x3E)
        // What Hugo's highlighter does with a language that it does not know.
        out.writeHTMLEscaped(code[...], style: .goHTML)
        out.write(literal: code.isEmpty ? "</code></pre>" : "\n</code></pre>")
    }

    /// Code or HTML with the ends of its lines as they were: Goldmark keeps them, but on blank lines in list items.
    func withCarriageReturns(_ literal: UnsafeBufferPointer<UInt8>, of node: CommonMarkNode) -> [UInt8] {
        var ancestor = node.parent
        while let block = ancestor, block.kind != CMARK_NODE_BLOCK_QUOTE,
            block.kind != CMARK_NODE_ITEM || markerLine(block) != nil
        {
            ancestor = block.parent
        }
        // In a quotation a blank line has the mark of it.
        let isInItem = ancestor?.kind == CMARK_NODE_ITEM
        let source = prepared.hasStandIns ? prepared.standIns.restoringOriginal(literal) : Array(literal)
        var text: [UInt8] = []
        text.reserveCapacity(source.count + source.count / 16)
        for byte in source {
            let isBlank = text.isEmpty || text.last == 0x0A
            if byte == 0x0A, text.last != 0x0D, !isInItem || !isBlank { text.append(0x0D) }
            text.append(byte)
        }
        return text
    }

    /// Code or HTML in a definition or a footnote with the white space of its blank lines, which Goldmark leaves there.
    /// `first` is the line at which it begins.
    func withBlankLines(_ text: [UInt8], of node: CommonMarkNode, from first: Int) -> [UInt8] {
        guard !prepared.markerLines.isEmpty, let item = node.parent, markerLine(item) != nil else { return text }
        // An item of a list around them takes it away.
        var ancestor = item.parent
        while let block = ancestor {
            if block.kind == CMARK_NODE_ITEM, markerLine(block) == nil { return text }
            ancestor = block.parent
        }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        let split = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (number, line) in split.enumerated() {
            if number > 0 { result.append(0x0A) }
            // Behind the last end of a line there is none.
            if number == split.count - 1, line.isEmpty { break }
            let source = lines.line(first + number)
            let isBlank = source.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            result.append(
                contentsOf: isBlank && line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? Array(source) : Array(line))
        }
        return result
    }

    /// The code of a fence in a list item without all of the columns by which the fence is indented: of a tab libcmark counts
    /// one of them.
    private func withoutTabIndentation(_ code: [UInt8], of node: CommonMarkNode) -> [UInt8] {
        guard let item = node.parent, item.kind == CMARK_NODE_ITEM, item.startLine < node.startLine else { return code }
        let space = lines.line(node.startLine).prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
        guard space.contains(0x09) else { return code }
        let indentation = SourceLines.column(after: space) - lines.contentColumn(of: item)
        // The tab that reaches over the beginning of the content counts as one, as do the spaces behind it.
        let counted = max(1, space.reversed().prefix { $0 == 0x20 }.count + (indentation > 0 ? 1 : 0))
        let rest = min(3, indentation) - counted
        guard rest > 0 else { return code }
        let trimmed = code.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.dropFirst(min(rest, line.prefix { $0 == 0x20 }.count))
        }
        return Array(trimmed.joined(separator: [0x0A]))
    }

    /// What stands after an opening fence as it was written: Hugo resolves neither escapes nor entities there.
    private func sourceOfInfo(_ node: CommonMarkNode) -> [UInt8]? {
        let line = lines.line(node.startLine)
        let start = line.startIndex + max(0, node.startColumn - 1)
        guard start < line.endIndex, line[start] == 0x60 || line[start] == 0x7E else { return nil }
        let info = line[start...].drop { $0 == line[start] }
        let source = UnsafeBufferPointer(rebasing: info)
        return Array((prepared.hasStandIns ? prepared.standIns.restoringOriginal(source) : Array(source)).trimmingSpace)
    }

    private mutating func writePlainCode(_ node: CommonMarkNode, language: ArraySlice<UInt8>) {
        out.write(literal: "<pre><code")
        if !language.isEmpty {
            out.write(literal: " class=\"language-")
            out.writeHTMLEscaped(language, style: .markdown)
            out.write(byte: 0x22)
        }
        out.write(byte: 0x3E)
        writeOriginal(node.literal)
        out.write(literal: "</code></pre>\n")
    }

    /// The attributes in braces of an info string.
    private func codeAttributes(_ info: [UInt8], line: Int) throws -> AttributeList {
        guard let open = info.firstIndex(of: 0x7B), let close = info[open...].firstIndex(of: 0x7D) else {
            return AttributeList()
        }
        return try info.withUnsafeBufferPointer { bytes in
            var parser = AttributeParser(bytes, at: open, limit: close + 1)
            guard let attributes = parser.parse() else {
                throw Diagnostic(
                    code: "markdown.code-attributes",
                    "failed to parse Markdown attributes; you may need to quote the values: "
                        + String(decoding: info[open...close], as: UTF8.self),
                    notes: ["the fence stands on line \(line) of the content"])
            }
            return attributes
        }
    }
}

extension AttributeList {
    /// The names that steer the highlighter and are no attributes of an element.
    private static let optionNames: Set<String> = [
        "anchorlinenos", "guesssyntax", "hl_lines", "hl_inline", "lineanchors", "linenos", "linenostart",
        "linenumbersintable", "noclasses", "style", "tabwidth",
    ]

    /// The attributes that are options of the highlighter; `hl_lines` as pairs of first and last line from zero.
    var codeOptions: ValueMap {
        var map = ValueMap()
        for item in items where !item.isScript && Self.optionNames.contains(item.name.lowercased()) {
            map[item.name] = Self.lineRanges(item.value)
        }
        return map
    }

    /// The attributes that are no options of the highlighter.
    var codeAttributes: ValueMap {
        var map = ValueMap()
        for item in items where !item.isScript && !Self.optionNames.contains(item.name.lowercased()) {
            map[item.name.lowercased()] = Self.lineRanges(item.value)
        }
        return map
    }

    private static func lineRanges(_ value: Value) -> Value {
        guard case .list(let list) = value else { return value }
        return .list(
            list.compactMap { element in
                if case .float(let number) = element, let line = Int(exactly: number) {
                    return .list([.int(line &- 1), .int(line &- 1)])
                }
                guard let parts = element.stringValue?.split(separator: "-", omittingEmptySubsequences: false),
                    let first = parts.first.flatMap({ Int($0) })
                else { return nil }
                let last = parts.count > 1 ? Int(parts[1]) : first
                return last.map { .list([.int(first &- 1), .int($0 &- 1)]) }
            })
    }
}

package import Text
internal import Values

/// Finds the shortcodes of a page's body and nests them, with the rules and the words of Hugo.
///
/// It runs before Markdown, so that a shortcode stands wherever text may: in lists, tables and code.
package struct ShortcodeParser {
    /// How deep shortcodes may stand in each other.
    package static let maximumDepth = 200

    private let file: SourceFile
    private let range: Range<Int>
    private let usesInner: (String) -> Bool?
    private let findsSummaryDivider: Bool

    /// A parser of `range` of `file`.
    ///
    /// `usesInner` says whether the template of that name asks for what it encloses, nil when there is no template;
    /// `findsSummaryDivider` is off for text that is no page.
    package init(
        file: SourceFile, range: Range<Int>, findsSummaryDivider: Bool = true,
        usesInner: @escaping (_ name: String) -> Bool?
    ) {
        self.file = file
        self.range = range.clamped(to: 0..<file.bytes.count)
        self.findsSummaryDivider = findsSummaryDivider
        self.usesInner = usesInner
    }

    /// A shortcode whose end has not been found.
    private struct Frame {
        var shortcode: Shortcode
        var nestedOrdinal = 0
    }

    /// The items of the body in their order.
    package func parse() throws(Diagnostic) -> [ContentItem] {
        var run = Run(bytes: file.bytes, position: range.lowerBound, limit: range.upperBound)
        run.dividerMayFollow = findsSummaryDivider
        do throws(ShortcodeError) {
            return try run.parse(usesInner)
        } catch {
            throw Diagnostic(
                code: error.code, error.message, at: SourceRange(file, at: error.offset), suggestion: error.suggestion)
        }
    }

    private struct Run {
        let bytes: [UInt8]
        var position: Int
        let limit: Int
        var dividerMayFollow = true
        private var textStart: Int
        private var items: [ContentItem] = []
        private var stack: [Frame] = []
        private var ordinal = 0
        private var named: Set<String> = []

        init(bytes: [UInt8], position: Int, limit: Int) {
            self.bytes = bytes
            self.position = position
            self.limit = limit
            textStart = position
        }

        mutating func parse(_ usesInner: (String) -> Bool?) throws(ShortcodeError) -> [ContentItem] {
            while position < limit {
                let byte = bytes[position]
                if byte == 0x7B, position + 2 < limit, bytes[position + 1] == 0x7B,
                    bytes[position + 2] == 0x3C || bytes[position + 2] == 0x25
                {
                    try parseTag(usesInner)
                } else if byte == 0x3C, dividerMayFollow, hasDivider() {
                    emitText()
                    let start = position
                    position += Self.divider.count
                    while position < limit, isSpace(bytes[position]) { position += 1 }
                    append(.summaryDivider(start..<position))
                    textStart = position
                    dividerMayFollow = false
                } else {
                    position += 1
                }
            }
            emitText()
            // Hugo names the outermost one that is still open after those in it.
            if let open = stack.last {
                throw ShortcodeError(
                    code: "shortcode.unclosed",
                    message:
                        "failed to extract shortcode: shortcode \"\(open.shortcode.name)\" must be closed or self-closed",
                    offset: open.shortcode.range.lowerBound,
                    suggestion: "write {{< /\(open.shortcode.name) >}} after it or end the tag with />}}")
            }
            return items
        }

        private static let divider = Array("<!--more-->".utf8)

        private func hasDivider() -> Bool {
            position + Self.divider.count <= limit
                && bytes[position..<position + Self.divider.count].elementsEqual(Self.divider)
        }

        private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

        private mutating func emitText() {
            if position > textStart { append(.text(textStart..<position)) }
            textStart = position
        }

        private mutating func append(_ item: ContentItem) {
            if stack.isEmpty {
                items.append(item)
            } else {
                stack[stack.count - 1].shortcode.inner.append(item)
            }
        }

        private mutating func parseTag(_ usesInner: (String) -> Bool?) throws(ShortcodeError) {
            let indentation = indentationBefore()
            emitText()
            let start = position
            if position + 4 < limit, bytes[position + 3] == 0x2F, bytes[position + 4] == 0x2A {
                try parseEscaped()
                return
            }
            var scanner = ShortcodeTagScanner(bytes: bytes, at: position, limit: limit)
            let tag = try scanner.scan(wasNamed: !named.isEmpty)
            if let open = stack.last, open.shortcode.isInline, tag.kind != .closing || tag.name != open.shortcode.name {
                throw ShortcodeError(
                    code: "shortcode.inline-nesting", message: "inline shortcodes do not support nesting", offset: start
                )
            }
            position = tag.range.upperBound
            textStart = position
            if tag.kind == .closing {
                try close(tag)
                return
            }
            if tag.name.isEmpty {
                throw ShortcodeError(
                    code: "shortcode.no-name", message: "shortcode has no name", offset: start,
                    suggestion: "write {{</* name */>}} to show a shortcode as text")
            }
            named.insert(tag.name)
            try open(tag, indentation: indentation, usesInner)
        }

        private mutating func open(
            _ tag: ShortcodeTag, indentation: Range<Int>, _ usesInner: (String) -> Bool?
        ) throws(ShortcodeError) {
            var shortcode = Shortcode(
                name: tag.name, range: tag.range, openingTag: tag.range, isMarkdown: tag.isMarkdown,
                ordinal: nextOrdinal(), level: stack.count, indentation: indentation)
            shortcode.arguments = tag.arguments
            shortcode.isInline = tag.isInline
            shortcode.isSelfClosing = tag.kind == .selfClosing
            var wantsInner = true
            if !tag.isInline {
                guard let answer = usesInner(tag.name) else {
                    throw ShortcodeError(
                        code: "shortcode.not-found",
                        message: "failed to extract shortcode: template for shortcode \"\(tag.name)\" not found",
                        offset: tag.range.lowerBound, suggestion: "add layouts/_shortcodes/\(tag.name).html")
                }
                wantsInner = answer
            }
            if tag.kind == .selfClosing {
                if !wantsInner { throw closesWithoutInner(tag.name, at: tag.range.lowerBound) }
                append(.shortcode(shortcode))
            } else if wantsInner {
                if stack.count >= ShortcodeParser.maximumDepth {
                    throw ShortcodeError(
                        code: "shortcode.too-deep",
                        message: "shortcodes stand in each other more than \(ShortcodeParser.maximumDepth) deep",
                        offset: tag.range.lowerBound)
                }
                stack.append(Frame(shortcode: shortcode))
            } else {
                append(.shortcode(shortcode))
            }
        }

        private mutating func close(_ tag: ShortcodeTag) throws(ShortcodeError) {
            if !tag.name.isEmpty, !named.contains(tag.name) {
                throw ShortcodeError(
                    code: "shortcode.mismatched-close",
                    message: "closing tag for shortcode '\(tag.name)' does not match start tag",
                    offset: tag.nameOffset)
            }
            // Hugo lets any closing tag close the innermost shortcode, and the wrong one shows at the end.
            guard var frame = stack.popLast() else { throw closesWithoutInner(tag.name, at: tag.range.lowerBound) }
            frame.shortcode.hasClosingTag = true
            frame.shortcode.range = frame.shortcode.range.lowerBound..<tag.range.upperBound
            append(.shortcode(frame.shortcode))
        }

        private func closesWithoutInner(_ name: String, at offset: Int) -> ShortcodeError {
            ShortcodeError(
                code: "shortcode.no-inner",
                message: "failed to extract shortcode: shortcode \"\(name)\" does not evaluate .Inner or "
                    + ".InnerDeindent, yet a closing tag was provided",
                offset: offset)
        }

        private mutating func nextOrdinal() -> Int {
            if stack.isEmpty {
                defer { ordinal += 1 }
                return ordinal
            }
            defer { stack[stack.count - 1].nestedOrdinal += 1 }
            return stack[stack.count - 1].nestedOrdinal
        }

        /// `{{</* x */>}}` is text without the comment marks.
        private mutating func parseEscaped() throws(ShortcodeError) {
            let open = position
            let closer: [UInt8] = [0x2A, 0x2F, bytes[open + 2] == 0x25 ? 0x25 : 0x3E, 0x7D, 0x7D]
            var end = open + 5
            while end + closer.count <= limit, !bytes[end..<end + closer.count].elementsEqual(closer) { end += 1 }
            guard end + closer.count <= limit else {
                throw ShortcodeError(
                    code: "shortcode.unclosed-comment", message: "comment must be closed", offset: open)
            }
            append(.text(open..<open + 3))
            append(.text(open + 5..<end))
            append(.text(end + 2..<end + 5))
            position = end + 5
            textStart = position
        }

        /// The white space before the tag, when its line or the text since the tag before holds nothing else.
        private func indentationBefore() -> Range<Int> {
            var index = position
            while index > textStart {
                let byte = bytes[index - 1]
                if byte == 0x0A { return index..<position }
                guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return position..<position }
                index -= 1
            }
            return index..<position
        }
    }
}

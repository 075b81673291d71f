internal import Text

/// Writes tokens as the HTML of Chroma's formatter inside Hugo's wrapper.
struct CodeRenderer {
    let options: HighlightOptions
    let language: String
    /// nil writes CSS classes.
    private let style: HighlightStyle?
    private let ranges: [ClosedRange<Int>]

    /// What line numbers look like in every style.
    private static let numberLayout =
        "white-space:pre;-webkit-user-select:none;user-select:none;margin-right:0.4em;padding:0 0.4em 0 0.4em;"
    private static let cellLayout = "vertical-align:top;padding:0;margin:0;border:0;"

    init(options: HighlightOptions, language: String) {
        self.options = options
        self.language = language
        style = options.noClasses ? HighlightStyle.named(options.style) : nil
        ranges = options.highlightedRanges
    }

    // MARK: The wrapper

    /// Writes code that no lexer reads; answers where the code itself stands, without what is around it.
    func writePlain(_ code: [UInt8], into out: inout ByteWriter) -> Range<Int> {
        if options.hlInline {
            writeInlineStart(into: &out)
            out.writeHTMLEscaped(code[...], style: .goHTML)
            out.write(literal: "</code>")
            return 0..<out.count
        }
        writePreStart(styled: false, isCode: true, into: &out)
        let start = out.count
        out.writeHTMLEscaped(code[...], style: .goHTML)
        defer { out.write(literal: "</code></pre>") }
        return start..<out.count
    }

    /// Writes `code` with its tokens; answers where the lines stand, without what is around them.
    func write(
        _ code: [UInt8], tokens: TokenList, attributes: [(String, String)], into out: inout ByteWriter
    ) -> Range<Int> {
        if options.hlInline {
            writeInlineStart(into: &out)
            var start = 0
            for token in tokens.tokens {
                // Each line of a token is a token of its own, as in blocks.
                for piece in LinePieces(code, start..<token.end) { writeToken(code[piece], token.kind, into: &out) }
                start = token.end
            }
            out.write(literal: "</code>")
            return 0..<out.count
        }
        out.write(literal: "<div class=\"")
        out.write(options.wrapperClass)
        if let own = attributes.first(where: { $0.0 == "class" }) {
            out.write(byte: 0x20)
            out.writeHTMLEscaped(own.1, style: .markdown)
        }
        out.write(byte: 0x22)
        for (name, value) in attributes where name != "class" {
            out.write(byte: 0x20)
            out.write(name)
            out.write(literal: "=\"")
            out.writeHTMLEscaped(value, style: .markdown)
            out.write(byte: 0x22)
        }
        out.write(byte: 0x3E)
        let inner: Range<Int>
        if options.lineNos, options.lineNumbersInTable {
            writeTableStart(lines: LinePieces(code, 0..<tokens.end).count, into: &out)
            inner = writeLines(code, tokens, into: &out)
            out.write(literal: "</td></tr></table>\n</div>\n")
        } else {
            inner = writeLines(code, tokens, into: &out)
        }
        out.write(literal: "</div>")
        return inner
    }

    private func writeInlineStart(into out: inout ByteWriter) {
        out.write(literal: "<code class=\"code-inline language-")
        out.writeHTMLEscaped(language, style: .goHTML)
        out.write(literal: "\">")
    }

    private func writePreStart(styled: Bool, isCode: Bool, into out: inout ByteWriter) {
        out.write(literal: "<pre tabindex=\"0\"")
        if styled { writeAttribute(class: "chroma", css: blockCSS, into: &out) }
        out.write(literal: "><code")
        if isCode, !language.isEmpty {
            out.write(literal: " class=\"language-")
            out.writeHTMLEscaped(language, style: .goHTML)
            out.write(literal: "\" data-lang=\"")
            out.writeHTMLEscaped(language, style: .goHTML)
            out.write(byte: 0x22)
        }
        out.write(byte: 0x3E)
    }

    /// The declarations of the outer element.
    private var blockCSS: String {
        guard let style else { return "" }
        var css = style.base.css + ";"
        if options.tabWidth != 0, options.tabWidth != 8 {
            css += "-moz-tab-size:\(options.tabWidth);-o-tab-size:\(options.tabWidth);tab-size:\(options.tabWidth);"
        }
        css += "-webkit-text-size-adjust:none;"
        if !ranges.isEmpty { css += "display:grid;" }
        return css
    }

    private func writeAttribute(class name: StaticString, css: String, into out: inout ByteWriter) {
        if style == nil {
            out.write(literal: " class=\"")
            out.write(literal: name)
        } else {
            out.write(literal: " style=\"")
            out.write(css)
        }
        out.write(byte: 0x22)
    }

    // MARK: Lines

    private func writeTableStart(lines count: Int, into out: inout ByteWriter) {
        out.write(literal: "<div")
        writeAttribute(class: "chroma", css: blockCSS, into: &out)
        out.write(literal: ">\n<table")
        writeAttribute(class: "lntable", css: "border-spacing:0;padding:0;margin:0;border:0;", into: &out)
        out.write(literal: "><tr><td")
        writeAttribute(class: "lntd", css: Self.cellLayout, into: &out)
        out.write(literal: ">\n")
        writePreStart(styled: true, isCode: false, into: &out)
        var marks = MarkedLines(ranges)
        let width = digits(of: options.lineNoStart &+ count &- 1)
        for index in 0..<count {
            let number = options.lineNoStart &+ index
            let isMarked = marks.contains(number)
            if isMarked {
                out.write(literal: "<span")
                writeAttribute(class: "hl", css: style?.markedLine ?? "", into: &out)
                out.write(byte: 0x3E)
            }
            out.write(literal: "<span")
            writeNumber(number, width: width, class: "lnt", end: "\n", into: &out)
            if isMarked { out.write(literal: "</span>") }
        }
        out.write(literal: "</code></pre></td>\n<td")
        writeAttribute(class: "lntd", css: Self.cellLayout + ";width:100%", into: &out)
        out.write(literal: ">\n")
    }

    private func writeNumber(
        _ number: Int, width: Int, class name: StaticString, end: StaticString, into out: inout ByteWriter
    ) {
        let color = options.lineNumbersInTable ? style?.tableLineNumber : style?.lineNumber
        writeAttribute(class: name, css: Self.numberLayout + (color ?? ""), into: &out)
        let id = options.lineAnchors.isEmpty ? "\(number)" : "\(options.lineAnchors)-\(number)"
        if options.anchorLineNos {
            out.write(literal: " id=\"")
            out.write(id)
            out.write(literal: "\"><a")
            writeAttribute(class: "lnlinks", css: "outline:none;text-decoration:none;color:inherit", into: &out)
            out.write(literal: " href=\"#")
            out.write(id)
            out.write(byte: 0x22)
        }
        out.write(byte: 0x3E)
        for _ in 0..<max(0, width - digits(of: number)) { out.write(byte: 0x20) }
        out.write(integer: number)
        if options.anchorLineNos { out.write(literal: "</a>") }
        out.write(literal: end)
        out.write(literal: "</span>")
    }

    private func digits(of number: Int) -> Int { String(number).utf8.count }

    private func writeLines(_ code: [UInt8], _ tokens: TokenList, into out: inout ByteWriter) -> Range<Int> {
        writePreStart(styled: true, isCode: true, into: &out)
        let inner = out.count
        let numbersInLine = options.lineNos && !options.lineNumbersInTable
        let width = numbersInLine ? digits(of: options.lineNoStart &+ LinePieces(code, 0..<tokens.end).count &- 1) : 0
        var marks = MarkedLines(ranges)
        var number = options.lineNoStart
        var isOpen = false
        var start = 0
        for token in tokens.tokens {
            for piece in LinePieces(code, start..<token.end) {
                if !isOpen {
                    writeLineStart(marked: marks.contains(number), into: &out)
                    if numbersInLine {
                        out.write(literal: "<span")
                        writeNumber(number, width: width, class: "ln", end: "", into: &out)
                    }
                    out.write(literal: "<span")
                    if style == nil { out.write(literal: " class=\"cl\"") }
                    out.write(byte: 0x3E)
                    isOpen = true
                    number &+= 1
                }
                writeToken(code[piece], token.kind, into: &out)
                if code[piece.upperBound - 1] == 0x0A {
                    out.write(literal: "</span></span>")
                    isOpen = false
                }
            }
            start = token.end
        }
        if isOpen { out.write(literal: "</span></span>") }
        defer { out.write(literal: "</code></pre>") }
        return inner..<out.count
    }

    private func writeLineStart(marked: Bool, into out: inout ByteWriter) {
        guard let style else {
            out.write(literal: marked ? "<span class=\"line hl\">" : "<span class=\"line\">")
            return
        }
        out.write(literal: "<span style=\"display:flex;")
        if marked {
            out.write(byte: 0x20)
            out.write(style.markedLine)
        }
        out.write(literal: "\">")
    }

    private func writeToken(_ text: ArraySlice<UInt8>, _ kind: TokenClass, into out: inout ByteWriter) {
        let name = kind.cssName
        guard let value = style.map({ $0.css(of: kind) }) ?? (name.isEmpty ? nil : name) else {
            out.writeHTMLEscaped(text, style: .goHTML)
            return
        }
        out.write(literal: style == nil ? "<span class=\"" : "<span style=\"")
        out.write(value)
        out.write(literal: "\">")
        out.writeHTMLEscaped(text, style: .goHTML)
        out.write(literal: "</span>")
    }
}

/// Whether a line lies in one of several sorted ranges, asked from the first line to the last.
struct MarkedLines {
    private let ranges: [ClosedRange<Int>]
    private var index = 0

    init(_ ranges: [ClosedRange<Int>]) { self.ranges = ranges }

    mutating func contains(_ line: Int) -> Bool {
        while index < ranges.count, line > ranges[index].upperBound { index += 1 }
        return index < ranges.count && ranges[index].contains(line)
    }
}

/// The ranges of the lines of a piece of text, each with its line break.
struct LinePieces: Sequence, IteratorProtocol {
    private let text: [UInt8]
    private var rest: Range<Int>

    init(_ text: [UInt8], _ range: Range<Int>) {
        self.text = text
        rest = range
    }

    mutating func next() -> Range<Int>? {
        guard !rest.isEmpty else { return nil }
        let end = text[rest].firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.upperBound
        defer { rest = end..<rest.upperBound }
        return rest.lowerBound..<end
    }

    /// How many there are.
    var count: Int { reduce(into: 0) { count, _ in count += 1 } }
}

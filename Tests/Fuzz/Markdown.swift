import FuzzInput
import HugoMarkdown
import Text
import Values

/// A document under any options, rendered with all that is asked of it: contents, summary, plain text, names.
@_cdecl("LLVMFuzzerTestOneInput")
public func markdown(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let (options, hasHooks) = options(&input)
    let source = input.bytes
    do {
        let rendered = try MarkdownRenderer(options: options, hooks: hasHooks ? hooks() : RenderHooks()).render(source)
        let isSound = isUTF8(source)
        require(!isSound || isUTF8(rendered.html), "UTF-8 became something else")
        // A character may become an entity or an element; a footnote names its references. More than that is a blow-up.
        require(rendered.html.count <= 4096 + source.count * 2048, "the page is out of proportion")
        for heading in rendered.headings { require((1...6).contains(heading.level), "a heading without a level") }
        _ = rendered.tableOfContents(startLevel: 1, endLevel: -1, ordered: source.count & 1 == 0)
        _ = rendered.inlineHTML
        let plain = PlainText(html: rendered.html, isCJK: source.count & 1 == 0)
        require(plain.wordCount >= 0 && plain.words.count <= plain.wordCount, "plain text is broken")
        let summary = Summary(automatic: rendered.html, words: 5)
        require(summary.html.count + summary.rest.count <= rendered.html.count, "a summary grows")
        if let divided = Summary(divided: rendered.html) {
            require(divided.content.count <= rendered.html.count, "a divided page grows")
        }
    } catch {
        // A finding with a place is an answer.
        _ = "\(error)"
    }
    var ids = HeadingIDs(style: options.headingIDStyle)
    let text = String(decoding: source.prefix(256), as: UTF8.self)
    require(ids.generate(from: text) != ids.generate(from: text), "two headings have one name")
    return 0
}

/// Hugo's defaults where the bytes are zero.
private func options(_ input: inout FuzzInput) -> (MarkdownOptions, hasHooks: Bool) {
    let bits = input.bits(24)
    var options = bits[0] ? MarkdownOptions.gfm : bits[1] ? .commonMark : .hugo
    let switches: [WritableKeyPath<MarkdownOptions, Bool>] = [
        \.emoji, \.extraDelete, \.extraInsert, \.extraMark, \.extraSubscript, \.extraSuperscript, \.eastAsianLineBreaks,
        \.unsafe, \.hardWraps, \.xhtml, \.blockAttributes, \.wrapsLoneImages, \.definitionTermIDs, \.footnoteIDPrefix,
        \.tables, \.linkify,
    ]
    for (path, isToggled) in zip(switches, bits[2...]) where isToggled { options[keyPath: path].toggle() }
    if bits[18] {
        options.passthroughInline = [.init(open: "\\(", close: "\\)"), .init(open: "$", close: "$")]
        options.passthroughBlock = [.init(open: "\\[", close: "\\]"), .init(open: "$$", close: "$$")]
    }
    if bits[19] { options.headingIDStyle = bits[20] ? .githubASCII : .blackfriday }
    if bits[21] { options.typographer = nil }
    return (options, bits[22])
}

private func hooks() -> RenderHooks {
    var hooks = RenderHooks()
    hooks.link = { Array("<a>\($0.plainText.count)".utf8) + Array($0.text.utf8) }
    hooks.image = { $0.isBlock ? Array($0.text.utf8) : nil }
    hooks.heading = { Array("<h\($0.level) id=\($0.anchor)>\($0.text)".utf8) }
    hooks.codeBlock = { $0.language.isEmpty ? nil : Array($0.inner.utf8) }
    hooks.blockquote = { Array($0.text.utf8) }
    hooks.table = { _ in [0x74] }
    hooks.passthrough = { Array($0.inner.utf8) }
    return hooks
}

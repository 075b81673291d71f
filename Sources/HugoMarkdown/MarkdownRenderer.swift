internal import Text

/// Renders Markdown as Hugo does: libcmark parses, the extensions work on its tree, and one walk writes the HTML.
package struct MarkdownRenderer {
    /// What is understood and how it is written.
    package let options: MarkdownOptions
    /// What a site puts in the place of the renderer's own markup.
    package var hooks: RenderHooks
    /// What the names of footnotes begin with, so that those of two documents on a page stay apart.
    package var footnotePrefix = ""

    /// A renderer; it holds no state between documents.
    package init(options: MarkdownOptions = .hugo, hooks: RenderHooks = RenderHooks()) {
        self.options = options
        self.hooks = hooks
    }

    /// Renders `source`.
    ///
    /// Throws what a hook throws, and a `Diagnostic` when a document is too large for the parser.
    package func render(_ source: [UInt8]) throws -> RenderedMarkdown {
        try render(source[...])
    }

    /// Renders the UTF-8 of `source`.
    package func render(_ source: String) throws -> RenderedMarkdown {
        try render(Array(source.utf8)[...])
    }

    /// Renders `source`; bytes that are no UTF-8 become U+FFFD.
    ///
    /// Throws what a hook throws, and a `Diagnostic` when a document is too large for the parser.
    package func render(_ source: ArraySlice<UInt8>) throws -> RenderedMarkdown {
        // libcmark counts in 32 bits.
        guard source.count < 1 << 30 else {
            throw Diagnostic(
                code: "markdown.too-large", "a document of \(source.count) bytes is too large to render",
                suggestion: "split the page")
        }
        return try source.withUnsafeBufferPointer { text in
            // What is no UTF-8 is no character to libcmark: emphasis would not open beside it, a title would not close.
            let bytes = text.span
            guard (try? UTF8Span(validating: bytes)) != nil else {
                return try render(String(decoding: text, as: UTF8.self))
            }
            guard SourcePreparer.isNeeded(options) else { return try render(text, PreparedSource()).rendered() }
            var refused: Set<Int> = []
            // A line that looked like a definition and is none is left alone the next time.
            for _ in 0..<Self.maximumAttempts {
                var preparer = SourcePreparer(text, options: options, refusedLines: refused)
                let prepared = preparer.prepare()
                let outcome =
                    try prepared.text?.withUnsafeBufferPointer { try render($0, prepared) } ?? render(text, prepared)
                switch outcome {
                case .rendered(let rendered): return rendered
                case .refused(let lines): refused.formUnion(lines)
                }
            }
            var preparer = SourcePreparer(text, options: options, refusedLines: nil)
            let prepared = preparer.prepare()
            return try prepared.text?.withUnsafeBufferPointer { try render($0, prepared).rendered() }
                ?? render(text, prepared).rendered()
        }
    }

    /// How often a text is parsed before its definitions and footnotes are given up.
    private static let maximumAttempts = 4

    private enum Outcome {
        case rendered(RenderedMarkdown)
        case refused(Set<Int>)

        func rendered() throws -> RenderedMarkdown {
            guard case .rendered(let rendered) = self else {
                throw Diagnostic(
                    code: "markdown.unstable", "the definitions of the document cannot be told from its text")
            }
            return rendered
        }
    }

    private func render(_ text: UnsafeBufferPointer<UInt8>, _ prepared: PreparedSource) throws -> Outcome {
        guard let tree = CommonMarkTree(text) else {
            throw Diagnostic(code: "markdown.no-memory", "there is no memory for the tree of the document")
        }
        let lines = SourceLines(text)
        let shape = prepared.needsShape ? DocumentShape(tree.root, prepared, lines) : DocumentShape()
        guard shape.refusedLines.isEmpty else { return .refused(shape.refusedLines) }
        var renderer = TreeRenderer(options: options, hooks: hooks, prepared: prepared, shape: shape, lines: lines)
        renderer.footnotePrefix = footnotePrefix
        try renderer.render(tree.root)
        return .rendered(renderer.finish())
    }
}

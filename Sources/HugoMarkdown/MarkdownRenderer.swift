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
            guard SourcePreparer.isNeeded(options) else { return try finish(text, PreparedSource()) }
            var hints = PreparationHints()
            for _ in 0..<Self.maximumAttempts {
                switch try attempt(text, hints) {
                case .rendered(let rendered): return rendered
                case .unsettled(let next): hints = next
                }
            }
            // What comes now is taken, unless lines have to be refused still: then all of them are.
            if case .rendered(let rendered) = try attempt(text, hints, isLast: true) { return rendered }
            hints.outline = nil
            hints.refusesAll = true
            guard case .rendered(let rendered) = try attempt(text, hints, isLast: true) else {
                throw Diagnostic(
                    code: "markdown.unstable", "the definitions of the document cannot be told from its text")
            }
            return rendered
        }
    }

    /// How often a text is parsed before its definitions and footnotes are given up.
    private static let maximumAttempts = 8

    private enum Outcome {
        case rendered(RenderedMarkdown)
        case unsettled(PreparationHints)
    }

    private func attempt(
        _ text: UnsafeBufferPointer<UInt8>, _ hints: PreparationHints, isLast: Bool = false
    ) throws -> Outcome {
        var preparer = SourcePreparer(text, options: options, hints: hints)
        let prepared = preparer.prepare()
        return try prepared.text?.withUnsafeBufferPointer { try render($0, prepared, text, hints, isLast) }
            ?? render(text, prepared, text, hints, isLast)
    }

    private func render(
        _ text: UnsafeBufferPointer<UInt8>, _ prepared: PreparedSource, _ source: UnsafeBufferPointer<UInt8>,
        _ hints: PreparationHints, _ isLast: Bool
    ) throws -> Outcome {
        let tree = try tree(text)
        let lines = SourceLines(text)
        let shape = prepared.needsShape ? DocumentShape(tree.root, prepared, lines) : DocumentShape()
        if !shape.hints.refusedLines.isEmpty || !isLast && !shape.hints.isEmpty {
            // A line that looked like a definition and is none is left alone the next time.
            var next = hints
            next.add(shape.hints)
            return .unsettled(next)
        }
        if isLast, shape.hasMarkerInVerbatim { return .unsettled(hints) }
        if !isLast, let outline = outline(tree, shape, prepared, lines, source, hints) {
            var next = hints
            next.outline = outline
            return .unsettled(next)
        }
        return .rendered(try render(tree, prepared, shape, lines))
    }

    /// The outline of the tree, where it is not what the text was prepared with.
    private func outline(
        _ tree: borrowing CommonMarkTree, _ shape: DocumentShape, _ prepared: PreparedSource, _ lines: SourceLines,
        _ source: UnsafeBufferPointer<UInt8>, _ hints: PreparationHints
    ) -> BlockOutline? {
        guard
            prepared.isGuessed || shape.hasMarkerInVerbatim || hints.outline != nil || shape.hasFootnoteInItem
                || !prepared.tables.isEmpty
                || !shape.tables.isEmpty
        else { return nil }
        let outline = BlockOutline(tree.root, shape, prepared, lines, SourceLines(source))
        if let known = hints.outline { return known == outline ? nil : outline }
        let isSettled =
            !prepared.isGuessed && !shape.hasMarkerInVerbatim && prepared.tables == outline.tables
            && outline.footnoteColumns.isEmpty
        return isSettled ? nil : outline
    }

    /// Renders `text`, in which nothing was changed.
    private func finish(_ text: UnsafeBufferPointer<UInt8>, _ prepared: PreparedSource) throws -> RenderedMarkdown {
        try render(try tree(text), prepared, DocumentShape(), SourceLines(text))
    }

    private func tree(_ text: UnsafeBufferPointer<UInt8>) throws -> CommonMarkTree {
        guard let tree = CommonMarkTree(text) else {
            throw Diagnostic(code: "markdown.no-memory", "there is no memory for the tree of the document")
        }
        return tree
    }

    private func render(
        _ tree: borrowing CommonMarkTree, _ prepared: PreparedSource, _ shape: DocumentShape, _ lines: SourceLines
    ) throws -> RenderedMarkdown {
        var renderer = TreeRenderer(options: options, hooks: hooks, prepared: prepared, shape: shape, lines: lines)
        renderer.footnotePrefix = footnotePrefix
        try renderer.render(tree.root)
        return renderer.finish()
    }
}

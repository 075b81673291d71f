internal import Text

/// Renders Markdown as Hugo does: libcmark parses, the extensions work on its tree, and one walk writes the HTML.
package struct MarkdownRenderer {
    /// What is understood and how it is written.
    package let options: MarkdownOptions
    /// What a site puts in the place of the renderer's own markup.
    package var hooks: RenderHooks

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

    /// Renders `source`.
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
            guard let tree = CommonMarkTree(text) else {
                throw Diagnostic(code: "markdown.no-memory", "there is no memory for the tree of the document")
            }
            var renderer = TreeRenderer(options: options, hooks: hooks, text: text)
            try renderer.render(tree.root)
            return renderer.finish()
        }
    }
}

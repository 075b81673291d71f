package import Values

/// A page that no file holds: a key, a report.
package struct GeneratedPage: Sendable {
    /// The path of the page below the content folder, with `/` in front: `/keys/k_7f3a`.
    package var path: String
    /// What it is: `.section` for a folder, `.page` otherwise.
    package var kind: PageKind
    /// The language it belongs to; nil for the default language.
    package var language: String?
    /// The data that a file would have in its front matter.
    package var frontMatter: ValueMap
    /// The content in Markdown.
    package var content: String
    /// Files of the page: their names and bytes.
    package var resources: [(name: String, bytes: [UInt8])]

    /// A page at `path`. A file of the content folder with the same path wins; its keys are laid over these.
    package init(
        path: String, kind: PageKind = .page, language: String? = nil, frontMatter: ValueMap = ValueMap(),
        content: String = "", resources: [(name: String, bytes: [UInt8])] = []
    ) {
        self.path = path
        self.kind = kind
        self.language = language
        self.frontMatter = frontMatter
        self.content = content
        self.resources = resources
    }
}

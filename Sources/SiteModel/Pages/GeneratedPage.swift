package import Text
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
    /// Files of the page.
    package var resources: [GeneratedResource]
    /// What the files are made of; nil where they may be others each time.
    package var stamp: Stamp?
    /// The content adapter that made the page; nil for a page of the program.
    package var adapter: ContentAdapter?

    /// Data that stay: as long as the digest is the same, so is all that is shown of them.
    package struct Stamp: Sendable {
        /// The name by which functions say that they show these data, such as `2026-10`.
        package let name: String
        /// The digest of all that the data come from.
        package let digest: String

        /// The data called `name`.
        package init(name: String, digest: String) {
            self.name = name
            self.digest = digest
        }
    }

    /// The path by which the page is found.
    package var logicalPath: String { LogicalPath.normalized(LogicalPath.cleanedPath(path)) }

    /// A page at `path`. A file of the content folder with the same path wins; its keys are laid over these.
    package init(
        path: String, kind: PageKind = .page, language: String? = nil, frontMatter: ValueMap = ValueMap(),
        content: String = "", resources: [(name: String, content: PageResource.Content)] = []
    ) {
        self.path = path
        self.kind = kind
        self.language = language
        self.frontMatter = frontMatter
        self.content = content
        self.resources = resources.map { GeneratedResource(path: $0.name, content: $0.content) }
    }
}

/// A file of a generated page.
package struct GeneratedResource: Sendable {
    /// The path below the page.
    package var path: String
    /// The name by which templates find it; nil for the path.
    package var name: String?
    /// The title; nil for the name.
    package var title: String?
    /// The parameters.
    package var params = ValueMap(foldsCase: true)
    /// The media type; nil for the one of the extension.
    package var mediaType: MediaType?
    /// Where its bytes are.
    package var content: PageResource.Content
    /// Where it goes below the destination folder; nil for its place beside the page.
    package var outputPath: String?

    /// A file at `path` with its bytes.
    package init(path: String, content: PageResource.Content) {
        self.path = path
        self.content = content
    }
}

/// A template in the content folder that adds pages: `_content.gotmpl`.
package struct ContentAdapter: Sendable {
    /// Its text.
    package let source: SourceFile
    /// The logical path of its folder, below which its pages stand: `/books`, or `/`.
    package let folder: String
    /// The language that its name or its mount gives; nil when it says which by itself.
    package let language: String?
    /// Where it stands, for `.File` of its pages.
    package let file: ContentFile
}

/// What content adapters added.
package struct AdaptedContent: Sendable {
    /// The pages.
    package var pages: [GeneratedPage] = []
    /// Files that stand beside pages, by the language and the logical path of each: `/books/one/cover.png`.
    package var resources: [(language: String, resource: GeneratedResource)] = []
    /// Findings.
    package var diagnostics: [Diagnostic] = []

    /// Nothing.
    package init() {}
}

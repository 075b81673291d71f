internal import DataFormats
internal import Text

/// A content file, read and split.
struct ParsedContent: Sendable {
    let found: ContentWalk.Found
    let source: SourceFile
    let frontMatter: FrontMatter
}

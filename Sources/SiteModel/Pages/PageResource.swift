internal import Files
package import Text
package import Values

/// A file of a bundle.
package final class PageResource: Sendable {
    /// Where its bytes are.
    package enum Content: Sendable {
        /// A file that can be opened.
        case file(String)
        /// Bytes that were made here.
        case bytes([UInt8])
        /// Bytes that are made when they are needed, each time anew.
        case made(@Sendable () throws(Diagnostic) -> [UInt8])

        /// The bytes.
        package func read() throws(Diagnostic) -> [UInt8] {
            switch self {
            case .bytes(let bytes): return bytes
            case .made(let make): return try make()
            case .file(let path):
                do throws(FileError) {
                    return try FileSystem.read(path)
                } catch {
                    throw error.diagnostic
                }
            }
        }
    }

    /// The path below the bundle with `/`, normalised as Hugo does it: what `.Name` is unless metadata rename it.
    package let path: String
    /// The name: `path`, or what the `resources` of the front matter say.
    package let name: String
    /// The title: `name`, or what the `resources` of the front matter say.
    package let title: String
    /// The parameters that the `resources` of the front matter give.
    package let params: ValueMap
    /// The media type by its extension.
    package let mediaType: MediaType
    /// Where its bytes are.
    package let content: Content
    /// The page, of a content file inside a leaf bundle: it is rendered but has no address of its own.
    package let page: Page?
    /// The address below the site, with the path of `baseURL` in front; empty when the page has none.
    package let relPermalink: String
    /// The path below the destination folder: `docs/setup/plan.png`; empty when the page has no address.
    package let outputPath: String

    /// Hugo's `.ResourceType`: the main media type, such as `image` or `text`; `page` for content.
    package var resourceType: String { page == nil ? mediaType.mainType : "page" }

    init(
        path: String, name: String, title: String, params: ValueMap, mediaType: MediaType, content: Content,
        page: Page?, relPermalink: String, outputPath: String
    ) {
        self.path = path
        self.name = name
        self.title = title
        self.params = params
        self.mediaType = mediaType
        self.content = content
        self.page = page
        self.relPermalink = relPermalink
        self.outputPath = outputPath
    }
}

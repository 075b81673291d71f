/// Where the content of a page stands: Hugo's `.File`.
package struct ContentFile: Sendable, Hashable {
    /// The path inside the content folder with `/`, as it is on disk: `docs/Intro.en.md`.
    package let path: String
    /// The path that can be opened.
    package let filename: String
    /// The name without its folder: `Intro.en.md`.
    package let logicalName: String
    /// The name without its extension: `Intro.en`.
    package let baseFileName: String
    /// The name without extension and language: `Intro`; of a bundle `index` or `_index`.
    package let translationBaseName: String
    /// The same, but the name of the folder for `index` files.
    package let contentBaseName: String
    /// The extension without the dot: `md`.
    package let fileExtension: String
    /// The folder with a `/` at its end, empty for the content folder itself: `docs/`.
    package let directory: String
    /// The first folder of the path, empty for files of the content folder itself.
    package let section: String
    /// The language that the name or the folder gives.
    package let language: String
    /// Whether it is a content adapter, which makes pages.
    package var isAdapter = false
}

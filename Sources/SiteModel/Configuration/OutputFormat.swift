/// A form in which a page is written: HTML, RSS, JSON, or one that the configuration adds.
package struct OutputFormat: Sendable, Hashable {
    /// The name in lower case: `html`.
    package var name: String
    /// What the files are.
    package var mediaType: MediaType
    /// The name of the file without extension: `index`.
    package var baseName = ""
    /// The `rel` of a link to it.
    package var rel = ""
    /// A folder below the page's own that the files go into.
    package var path = ""
    /// What stands in place of `https://` in its addresses.
    package var protocolPrefix = ""
    /// Whether templates are run without HTML escaping.
    package var isPlainText = false
    /// Whether it is HTML.
    package var isHTML = false
    /// Whether pages of it never get ugly addresses.
    package var noUgly = false
    /// Whether pages of it get ugly addresses in any case.
    package var ugly = false
    /// Whether it is left out of a page's alternatives.
    package var notAlternative = false
    /// Whether the file goes into the root of the destination.
    package var root = false
    /// Whether `.Permalink` of a page may be the address of this format.
    package var isPermalinkable = false
    /// The place among the formats; zero is none.
    package var weight = 0

    /// A format of that name.
    package init(_ name: String, mediaType: MediaType) {
        self.name = name
        self.mediaType = mediaType
    }

    /// Hugo's name as it is printed: `html`, `rss`, as configured otherwise.
    package static func == (left: OutputFormat, right: OutputFormat) -> Bool { left.name == right.name }

    /// Feeds the name.
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

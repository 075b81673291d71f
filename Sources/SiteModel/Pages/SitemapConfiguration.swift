/// What the sitemap says about a page.
package struct SitemapConfiguration: Sendable, Hashable {
    /// How often it changes, or an empty string.
    package var changeFrequency = ""
    /// How important it is, 0 to 1; -1 is not said.
    package var priority = -1.0
    /// The name of the file.
    package var filename = "sitemap.xml"
    /// Whether the page is left out.
    package var isDisabled = false

    /// Hugo's defaults.
    package init() {}
}

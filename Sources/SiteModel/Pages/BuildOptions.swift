/// Which parts of a page take part in the build: the `build` map of a front matter.
package struct BuildOptions: Sendable, Hashable {
    /// Where a page is listed.
    package enum Listing: String, Sendable, Hashable {
        /// In every collection.
        case always
        /// In no collection.
        case never
        /// Only in the collections of its own section.
        case local
    }

    /// Whether a page is written.
    package enum Rendering: String, Sendable, Hashable {
        /// Written.
        case always
        /// Neither written nor addressed.
        case never
        /// Not written, but it has an address.
        case link
    }

    /// Where the page is listed.
    package var list: Listing = .always
    /// Whether the page is written.
    package var render: Rendering = .always
    /// Whether the resources of its bundle are written without being asked for.
    package var publishResources = true

    /// Everything takes part.
    package init() {}

    /// Nothing takes part: what a draft or a disabled kind has.
    static var off: BuildOptions {
        var options = BuildOptions()
        options.list = .never
        options.render = .never
        options.publishResources = false
        return options
    }
}

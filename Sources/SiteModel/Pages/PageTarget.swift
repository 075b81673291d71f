/// Where one page goes in one output format.
package struct PageTarget: Sendable {
    /// The output format.
    package let format: OutputFormat
    /// The address with the path of `baseURL` in front: `/sub/docs/intro/`.
    package let relPermalink: String
    /// The whole address: `https://example.org/sub/docs/intro/`.
    package let permalink: String
    /// The path below the destination folder: `docs/intro/index.html`.
    package let outputPath: String
    /// The folder below the destination folder that pagers and resources go into, without `/` at its ends.
    package let directory: String
}

extension PageTarget {
    /// The same address for a page that is shown in another format, but not written in it.
    package func `in`(_ format: OutputFormat) -> PageTarget {
        PageTarget(
            format: format, relPermalink: relPermalink, permalink: permalink, outputPath: outputPath,
            directory: directory)
    }

    /// Whether the address is that of a file rather than of a folder.
    package var isUgly: Bool {
        format.isHTML && !relPermalink.hasSuffix("/") && !relPermalink.hasSuffix("/index" + format.mediaType.fullSuffix)
    }

    /// Where a pager of an ugly target goes: `docs/page/2.html`.
    package func outputPath(ofPager number: Int, in folder: String) -> String {
        (directory.isEmpty ? "" : directory + "/") + "\(folder)/\(number)\(format.mediaType.fullSuffix)"
    }
}

internal import Text

/// Makes addresses and output paths of pages.
struct TargetPaths {
    let configuration: SiteConfiguration
    private let base: String
    /// What stands in front of addresses without a host: nothing where they become whole ones afterwards.
    private let relativeBase: String
    private let permalinkBase: String
    private let keepsCase: Bool

    init(_ configuration: SiteConfiguration) {
        self.configuration = configuration
        base = configuration.basePath
        relativeBase = configuration.canonifyURLs ? "" : base
        var trimmed = configuration.baseURL
        while trimmed.hasSuffix("/") { trimmed.removeLast() }
        permalinkBase = trimmed
        keepsCase = configuration.disablePathToLower
    }

    /// A part or a path as it is in addresses, not escaped yet.
    func clean(_ path: String) -> String {
        pathSanitized(path, keepingCase: keepsCase, removingAccents: configuration.removePathAccents)
    }

    /// The target of a page in one output format.
    ///
    /// - Parameters:
    ///   - path: where it stands without language and format: `/docs/intro`; `/` for the home page.
    ///   - url: the address that the front matter asks for, expanded; empty for none.
    func target(kind: PageKind, path: String, section: String, url: String, language: Language, format: OutputFormat)
        -> PageTarget
    {
        let suffix = format.mediaType.fullSuffix
        let isUgly = (configuration.uglyURLs.apply(to: section) || format.ugly) && !format.noUgly
        let prefix = format.root ? [] : pathParts(language.prefix)
        var parts: [String] = []
        var file = ""
        if kind.isStandalone {
            let name = kind == .notFound ? "404" : format.baseName
            file = kind == .sitemap || kind == .sitemapIndex ? configuration.sitemap.filename : name + suffix
            if kind != .robotsText { parts = prefix }
            if kind == .sitemap, configuration.isMultilingual { parts = pathParts("/" + language.key) }
        } else if !url.isEmpty, kind != .home {
            // With a slash in front the address is that of the whole site, not of the language.
            parts = (url.hasPrefix("/") ? [] : prefix) + pathParts(format.path) + pathParts(url)
            // One that holds a dot is that of a file, as it is and in every format.
            if !url.hasSuffix("/"), url.utf8.contains(0x2E), let last = parts.popLast() {
                file = last
            } else {
                file = format.baseName + suffix
            }
        } else {
            parts = prefix + pathParts(format.path) + pathParts(path)
            if isUgly, kind == .page || kind == .term, let last = parts.popLast() {
                file = last + suffix
            } else {
                file = format.baseName + suffix
            }
        }
        let directory = parts.joined(separator: "/")
        let output = directory.isEmpty ? file : "\(directory)/\(file)"
        // Of any format: servers give that file for its folder.
        let isPretty = file == "index.html" && !(isUgly && url.isEmpty)
        let link = "/" + (isPretty ? (directory.isEmpty ? "" : directory + "/") : output)
        let escaped = urlEscaped(link, for: .path)
        // The files of docs/intro.html stand in docs/intro.
        let isIndex = file.utf8.starts(with: (format.baseName + ".").utf8)
        let resources = isIndex || kind.isStandalone ? directory : splitName(output).stem
        return PageTarget(
            format: format, relPermalink: relativeBase + escaped, permalink: whole(base + escaped, format),
            outputPath: output,
            directory: resources)
    }

    /// A whole address of one with the path of `baseURL` in front.
    private func whole(_ relative: String, _ format: OutputFormat) -> String {
        var host = permalinkBase
        if !base.isEmpty, host.hasSuffix(base) { host.removeLast(base.count) }
        if !format.protocolPrefix.isEmpty, let scheme = host.range(ofBytes: "://") {
            host = format.protocolPrefix + String(decoding: Array(host.utf8)[scheme.upperBound...], as: UTF8.self)
        }
        return host + relative
    }

    /// The address with the path of `baseURL` in front of a file in the output.
    func relPermalink(ofOutput path: String) -> String { relativeBase + urlEscaped("/" + path, for: .path) }

    /// The alias of a page in `section` as an absolute path below the site, without `/` at its end. A relative one of the
    /// home page begins with `..`: it leads out of the site.
    func alias(_ alias: String, of directory: String, section: String, language: Language) -> String {
        let path: String
        if alias.hasPrefix("/") {
            path = cleaned(language.prefix + alias)
        } else if directory.isEmpty {
            path = relativeCleaned("../" + alias)
        } else {
            path = cleaned("/\(parentPath(directory))/\(alias)")
        }
        guard configuration.uglyURLs.apply(to: section), !path.hasSuffix(".html"), path != "/" else { return path }
        return path + ".html"
    }

    /// The file that redirects from an alias.
    func outputPath(ofAlias alias: String) -> String {
        let path = String(alias.drop { $0 == "/" })
        let fileExtension = splitName(lastName(path)).fileExtension.lowercased()
        if ["html", "htm", "xml", "json", "txt"].contains(fileExtension) { return path }
        return path.isEmpty ? "index.html" : path + "/index.html"
    }
}

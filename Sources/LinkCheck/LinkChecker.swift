internal import Text

/// Follows every address of a built site that leads into the site itself.
package struct LinkChecker {
    /// An address that leads nowhere.
    package struct BrokenLink: Sendable, Equatable {
        /// What is missing.
        package enum Reason: Sendable, Equatable {
            /// No file of the site has that path.
            case noFile(path: String)
            /// The page is there; it has no element with that id.
            case noAnchor(id: String, page: String)
        }

        /// The path of the page it stands in, below the destination folder.
        package let page: String
        /// Its bytes in the page.
        package let range: Range<Int>
        /// The address as the page has it.
        package let address: String
        /// What is missing.
        package let reason: Reason
    }

    private let files: Set<String>
    private let origin: String
    private let basePath: String
    private let read: (String) -> [UInt8]?

    /// - Parameters:
    ///   - files: the paths of all files below the destination folder.
    ///   - baseURL: the address of the site; addresses of the same host below its path belong to the site.
    ///   - read: the bytes of a file of the site.
    package init(files: Set<String>, baseURL: String, read: @escaping (String) -> [UInt8]?) {
        self.files = files
        self.read = read
        let parsed = try? ParsedURL(parsing: baseURL)
        var path = parsed?.path ?? ""
        while path.hasSuffix("/") { path.removeLast() }
        basePath = path
        let host = parsed?.host ?? ""
        origin = host.isEmpty ? "" : "//" + host.lowercased()
    }

    /// Every address of the site's pages that leads nowhere, in the order of the pages' paths.
    ///
    /// Addresses of other hosts are not looked at. An anchor in a page that only sends on to another is taken as good.
    package func check() -> [BrokenLink] {
        let pages = files.filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }.sorted()
        var found: [String: HTMLReferences] = [:]
        for page in pages { found[page] = HTMLReferences(read(page) ?? []) }
        var broken: [BrokenLink] = []
        // What a sidebar leads to is the same on every page.
        var known: [String: BrokenLink.Reason?] = [:]
        for page in pages {
            for address in found[page]?.addresses ?? [] {
                let text = address.text
                // An address from the root on leads to the same place wherever it stands.
                let isRooted = text.utf8.first == 0x2F
                let answer = (isRooted ? known[text] : nil) ?? reason(against: text, in: page, found)
                if isRooted { known[text] = .some(answer) }
                guard let reason = answer else { continue }
                broken.append(BrokenLink(page: page, range: address.range, address: address.text, reason: reason))
            }
        }
        return broken
    }

    private func reason(
        against address: String, in page: String, _ pages: [String: HTMLReferences]
    ) -> BrokenLink.Reason? {
        guard let inside = pathAndFragment(address) else { return nil }
        var target = page
        if let path = inside.path {
            guard let segments = segments(of: path, in: page) else { return nil }
            guard let file = file(segments, isFolder: path.hasSuffix("/") || path.isEmpty) else {
                let tail = path.hasSuffix("/") && !segments.isEmpty ? "/" : ""
                return .noFile(path: "/" + segments.joined(separator: "/") + tail)
            }
            target = file
        }
        guard let fragment = inside.fragment, !fragment.isEmpty, fragment != "top", let other = pages[target],
            !other.isRedirect, !fragment.hasPrefix(":~:"), !other.anchors.contains(fragment)
        else { return nil }
        let decoded = (try? urlUnescaped(fragment, for: .path)) ?? fragment
        return other.anchors.contains(decoded) ? nil : .noAnchor(id: decoded, page: target)
    }

    /// Path (nil for the page itself) and fragment of an address that leads into the site; nil for all others.
    private func pathAndFragment(_ address: String) -> (path: String?, fragment: String?)? {
        let (whole, fragment, hasFragment) = address.cut(at: 0x23)
        var (rest, _, hasQuery) = whole.cut(at: 0x3F)
        if let colon = rest.utf8.firstIndex(of: 0x3A), !rest.utf8[..<colon].contains(0x2F) {
            let scheme = rest[..<colon].lowercased()
            guard scheme == "http" || scheme == "https" else { return nil }
            rest = String(rest[rest.utf8.index(after: colon)...])
        }
        if rest.hasPrefix("//") {
            guard !origin.isEmpty, rest.lowercased().hasPrefix(origin) else { return nil }
            rest = String(decoding: rest.utf8.dropFirst(origin.utf8.count), as: UTF8.self)
            guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
            if rest.isEmpty { rest = "/" }
        }
        let isOwnPage = rest.isEmpty && (hasQuery || hasFragment || whole.isEmpty)
        return (isOwnPage ? nil : rest, hasFragment ? fragment : nil)
    }

    /// The parts of a path from the destination folder on, dots resolved; nil for a path outside the site.
    private func segments(of path: String, in page: String) -> [String]? {
        let decoded = (try? urlUnescaped(path, for: .path)) ?? path
        var parts: [String] = []
        var rest = decoded
        if decoded.hasPrefix("/") {
            guard decoded == basePath || decoded.hasPrefix(basePath + "/") else { return nil }
            rest = String(decoded.dropFirst(basePath.count))
        } else {
            parts = page.split(separator: "/").dropLast().map(String.init)
        }
        for part in rest.split(separator: "/") where part != "." {
            if part == ".." {
                // Above the site there may be another one on the same host.
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(String(part))
            }
        }
        return parts
    }

    private func file(_ segments: [String], isFolder: Bool) -> String? {
        let path = segments.joined(separator: "/")
        let index = path.isEmpty ? "index.html" : path + "/index.html"
        if isFolder || path.isEmpty { return files.contains(index) ? index : nil }
        if files.contains(path) { return path }
        return files.contains(index) ? index : nil
    }
}

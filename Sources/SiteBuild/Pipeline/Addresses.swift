internal import SiteModel
internal import Text

/// Turns paths into addresses of a site: `relURL`, `absURL` and their kin.
struct Addresses: Sendable {
    /// The address of the site with a `/` at its end.
    let baseURL: String
    /// The path of the address without a `/` at its end.
    let basePath: String
    /// What `relURL` puts in front: the same, or nothing where addresses become whole ones afterwards (`canonifyURLs`).
    private let relativeBase: String
    /// Scheme and host without a `/` at the end; empty when the address is a path only.
    let host: String
    /// The first part of the addresses of the language, `/fr` or empty.
    let languagePrefix: String

    init(_ configuration: SiteConfiguration) {
        baseURL = configuration.baseURL.hasSuffix("/") ? configuration.baseURL : configuration.baseURL + "/"
        basePath = configuration.basePath
        relativeBase = configuration.canonifyURLs ? "" : basePath
        languagePrefix = configuration.language.prefix
        host = String(baseURL.dropLast(basePath.utf8.count + 1))
    }

    /// Whether a text is a whole address or one that leads to another host.
    static func isAbsolute(_ text: String) -> Bool {
        if text.hasPrefix("//") { return true }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
        return text[..<colon].utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
        } && text.utf8.first.map { (0x61...0x7A).contains($0 | 0x20) } == true
    }

    /// `relURL`: the path with the path of the site in front, unless it begins with a slash.
    func relative(_ path: String, inLanguage: Bool = false) -> String {
        if Self.isAbsolute(path) {
            guard !host.isEmpty, path.hasPrefix(baseURL) else { return path }
            let rest = path.dropFirst(baseURL.count)
            guard inLanguage, !languagePrefix.isEmpty, !("/" + rest).hasPrefix(languagePrefix + "/") else {
                return relativeBase + "/" + rest
            }
            return relativeBase + languagePrefix + (rest.isEmpty ? "" : "/" + rest)
        }
        if path.hasPrefix("#") || path.hasPrefix("?"), !inLanguage { return relativeBase + "/" + path }
        return (prefix(for: path, base: relativeBase, inLanguage: inLanguage) + path.withLeadingSlash).cleanedAddress
    }

    /// `absURL`: the whole address.
    func absolute(_ path: String, inLanguage: Bool = false) -> String {
        if Self.isAbsolute(path) { return path }
        let front = prefix(for: path, base: basePath, inLanguage: inLanguage)
        // Only a query or a fragment joins the address of the site as it is.
        let isInLanguage = inLanguage && !languagePrefix.isEmpty
        if path.hasPrefix("#") || path.hasPrefix("?"), !front.isEmpty, !isInLanguage { return host + front + path }
        let address = (front + path.withLeadingSlash).cleanedAddress.escapedAddressPath
        // Without a host Hugo puts the language, too, in front of nothing.
        if host.isEmpty, path.hasPrefix("/"), !front.isEmpty { return String(address.dropFirst()) }
        return host + address
    }

    private func prefix(for path: String, base: String, inLanguage: Bool) -> String {
        // A path with a slash in front is one of the host; Hugo adds the language to it all the same.
        var result = path.hasPrefix("/") ? "" : base
        if inLanguage, !languagePrefix.isEmpty, !path.withLeadingSlash.hasPrefix(languagePrefix + "/") {
            result += languagePrefix
        }
        return result
    }

    /// The address of a file of the destination folder, below the host.
    func relative(ofOutputPath path: String) -> String { basePath + Self.escaped("/" + path) }

    /// The path of a file as an address; of what may stand in a path but need not, such as brackets, all or nothing is
    /// escaped, as in Go.
    private static func escaped(_ path: String) -> String {
        let isPlain = !path.utf8.contains { $0 == 0x23 || $0 == 0x25 || $0 == 0x3F }
        return isPlain ? urlPathEscaped(path) : urlEscaped(path, for: .path)
    }

    /// The whole address of a file of the destination folder.
    func absolute(ofOutputPath path: String) -> String { host + relative(ofOutputPath: path) }
}

extension String {
    /// The path of an address in front of its query and fragment, and those.
    private var addressParts: (path: Substring, rest: Substring) {
        let cut = utf8.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? endIndex
        return (self[..<cut], self[cut...])
    }

    /// The address without `.`, `..` and empty parts in its path; `..` does not leave the root.
    var cleanedAddress: String {
        let (path, rest) = addressParts
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        let end = path.hasSuffix("/") && !parts.isEmpty ? "/" : ""
        return "/" + parts.joined(separator: "/") + end + rest
    }

    /// The address with what may not stand in a path escaped; what is escaped already stays.
    var escapedAddressPath: String {
        let (path, rest) = addressParts
        return path.split(separator: "%", omittingEmptySubsequences: false)
            .map { urlPathEscaped(String($0)) }.joined(separator: "%") + rest
    }

    /// The text with one slash in front.
    var withLeadingSlash: String { hasPrefix("/") ? self : "/" + self }
}

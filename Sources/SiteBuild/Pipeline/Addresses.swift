internal import SiteModel

/// Turns paths into addresses of a site: `relURL`, `absURL` and their kin.
struct Addresses: Sendable {
    /// The address of the site with a `/` at its end.
    let baseURL: String
    /// The path of the address without a `/` at its end.
    let basePath: String
    /// Scheme and host without a `/` at the end; empty when the address is a path only.
    let host: String
    /// The first part of the addresses of the language, `/fr` or empty.
    let languagePrefix: String

    init(_ configuration: SiteConfiguration) {
        baseURL = configuration.baseURL.hasSuffix("/") ? configuration.baseURL : configuration.baseURL + "/"
        basePath = configuration.basePath
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
            return basePath + "/" + path.dropFirst(baseURL.count)
        }
        if path.hasPrefix("#") || path.hasPrefix("?"), !inLanguage { return basePath + "/" + path }
        return (prefix(for: path, inLanguage: inLanguage) + path.withLeadingSlash).cleanedAddress
    }

    /// `absURL`: the whole address.
    func absolute(_ path: String, inLanguage: Bool = false) -> String {
        if Self.isAbsolute(path) { return path }
        let front = prefix(for: path, inLanguage: inLanguage)
        // Only a query or a fragment joins the address of the site as it is.
        if path.hasPrefix("#") || path.hasPrefix("?"), !front.isEmpty { return host + front + path }
        return host + (front + path.withLeadingSlash).cleanedAddress.escapedAddressPath
    }

    private func prefix(for path: String, inLanguage: Bool) -> String {
        // A path with a slash in front is one of the host; Hugo adds the language to it all the same.
        var result = path.hasPrefix("/") ? "" : basePath
        if inLanguage, !languagePrefix.isEmpty, !path.withLeadingSlash.hasPrefix(languagePrefix + "/") {
            result += languagePrefix
        }
        return result
    }

    /// The address of a file of the destination folder, below the host.
    func relative(ofOutputPath path: String) -> String { basePath + "/" + path.percentEncodedPath }

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
            .map { String($0).percentEncodedPath }.joined(separator: "%") + rest
    }

    /// The text with one slash in front.
    var withLeadingSlash: String { hasPrefix("/") ? self : "/" + self }

    /// The text with everything escaped that may not stand in the path of an address.
    var percentEncodedPath: String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in utf8 {
            let isPlain: Bool
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: isPlain = true
            default: isPlain = "-._~/!$&'()*+,;=:@".utf8.contains(byte)
            }
            if isPlain {
                result.append(byte)
            } else {
                result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

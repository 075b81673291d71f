/// Rewrites the addresses in a page: relative to it (`relativeURLs`) or absolute (`canonifyURLs`).
///
/// As in Hugo it reads no HTML: what follows `href=` and its like is an address, in whatever they stand, `data-href=` and
/// the `url=` of a redirect included, when it begins with one slash.
struct AddressRewriter {
    private let base: [UInt8]
    private let replacement: [UInt8]

    private let quotes: [[UInt8]]

    /// - Parameters:
    ///   - path: the path of the page below the destination folder.
    ///   - isEscaped: whether the HTML is text in XML, so that its quotes are `&#34;` and `&#39;`.
    init(_ addresses: Addresses, isRelative: Bool, path: String, isEscaped: Bool = false) {
        quotes = (isEscaped ? ["&#34;", "&#39;"] : ["\"", "'"]).map { Array($0.utf8) }
        // Relative addresses keep the path of the base URL, as in Hugo.
        base = isRelative ? [0x2F] : Array((addresses.basePath + "/").utf8)
        replacement = Array((isRelative ? Self.upwards(from: path) : addresses.baseURL).utf8)
    }

    private static func upwards(from path: String) -> String {
        let depth = path.split(separator: "/").count - 1
        return depth <= 0 ? "./" : String(repeating: "../", count: depth)
    }

    private static let attributes = ["src", "href", "url", "action"].map { Array($0.utf8) }
    private static let list = Array("srcset".utf8)
    /// A list of images that is longer stays as it is, as in Hugo.
    private static let longestList = 2000

    /// The page with every such address rewritten.
    func rewrite(_ html: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(html.count + 256)
        var start = 0
        var index = 0
        while index < html.count {
            defer { index += 1 }
            guard html[index] == 0x3D else { continue }
            let after = html[(index + 1)...]
            let quote = quotes.first { after.starts(with: $0) }
            let value = index + 1 + (quote?.count ?? 0)
            guard leadsToHost(html[value...]) else { continue }
            if Self.attributes.contains(where: { html[..<index].hasSuffix($0) }) {
                result.append(contentsOf: html[start..<value])
                result.append(contentsOf: replacement)
                start = value + slashes(html[value...])
                index = start - 1
            } else if let quote, html[..<index].hasSuffix(Self.list) {
                let end = html[value...].prefix(Self.longestList + 1).firstRange(of: quote)?.lowerBound
                guard let end else { continue }
                result.append(contentsOf: html[start..<value])
                result.append(contentsOf: rewrittenList(html[value..<end]))
                start = end
                index = end
            }
        }
        result.append(contentsOf: html[start...])
        return result
    }

    /// Whether an address begins with one slash.
    private func leadsToHost(_ address: ArraySlice<UInt8>) -> Bool {
        address.first == 0x2F && address.dropFirst().first != 0x2F
    }

    /// How much of an address the replacement stands for: its slash, or the path of the site.
    private func slashes(_ address: ArraySlice<UInt8>) -> Int { address.starts(with: base) ? base.count : 1 }

    /// Words between single spaces, each address among them rewritten.
    private func rewrittenList(_ list: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for word in list.split(whereSeparator: { $0 <= 0x20 }) {
            if !result.isEmpty { result.append(0x20) }
            if word.first == 0x2F {
                result.append(contentsOf: replacement)
                result.append(contentsOf: word.dropFirst(slashes(word)))
            } else {
                result.append(contentsOf: word)
            }
        }
        return result
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes end with `ending`.
    fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
        count >= ending.count && suffix(ending.count).elementsEqual(ending)
    }
}

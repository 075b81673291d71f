/// Rewrites the addresses in a page: relative to it (`relativeURLs`) or absolute (`canonifyURLs`).
struct AddressRewriter {
    private let addresses: Addresses
    private let isRelative: Bool
    private let path: String

    /// - Parameter path: the path of the page below the destination folder.
    init(_ addresses: Addresses, isRelative: Bool, path: String) {
        self.addresses = addresses
        self.isRelative = isRelative
        self.path = path
    }

    private static let attributes = ["src", "href", "url", "action", "data-src"].map { Array($0.utf8) }

    /// The page with every `src`, `href` and the like that begins with a slash rewritten.
    func rewrite(_ html: [UInt8]) -> [UInt8] {
        let base = Array((addresses.basePath + "/").utf8)
        let replacement = Array((isRelative ? upwards : addresses.baseURL).utf8)
        var result: [UInt8] = []
        result.reserveCapacity(html.count + 256)
        var start = 0
        var index = 0
        while index + 1 < html.count {
            defer { index += 1 }
            guard html[index] == 0x3D, html[index + 1] == 0x22 || html[index + 1] == 0x27,
                isAddress(html, before: index)
            else { continue }
            let value = index + 2
            guard value < html.count, html[value] == 0x2F, value + 1 >= html.count || html[value + 1] != 0x2F else {
                continue
            }
            result.append(contentsOf: html[start..<value])
            result.append(contentsOf: replacement)
            start = html[value...].starts(with: base) ? value + base.count : value + 1
            index = start - 1
        }
        result.append(contentsOf: html[start...])
        return result
    }

    private var upwards: String {
        let depth = path.split(separator: "/").count - 1
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }

    private func isAddress(_ html: [UInt8], before index: Int) -> Bool {
        Self.attributes.contains { name in
            let start = index - name.count
            guard start > 0, html[start..<index].elementsEqual(name, by: { $0 | 0x20 == $1 }) else { return false }
            return html[start - 1] <= 0x20
        }
    }
}

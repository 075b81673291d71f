internal import Text

/// What a page of HTML points to, and what can be pointed to in it.
package struct HTMLReferences: Sendable {
    /// One address in an attribute.
    package struct Address: Sendable, Equatable {
        /// The bytes of the attribute's value, without its quotes.
        package let range: Range<Int>
        /// The value with its character references replaced and the space around it taken off.
        package let text: String
    }

    /// The addresses in their order.
    package private(set) var addresses: [Address] = []
    /// The values of `id`, and of `name` on `a`.
    package private(set) var anchors: Set<String> = []
    /// Whether the page sends its reader on to another (`<meta http-equiv="refresh">`).
    package private(set) var isRedirect = false

    /// Reads the start tags of `html` in one pass; what stands in comments, scripts and styles is skipped.
    package init(_ html: [UInt8]) {
        var scanner = TagScanner(html)
        while let tag = scanner.next() { add(tag, html) }
    }

    private mutating func add(_ tag: TagScanner.Tag, _ html: [UInt8]) {
        for (name, range) in tag.attributes {
            switch name {
            case "id": anchors.insert(Self.value(html, range))
            case "name" where tag.name == "a": anchors.insert(Self.value(html, range))
            case "http-equiv" where tag.name == "meta":
                if Self.value(html, range).lowercased() == "refresh" { isRedirect = true }
            case "srcset", "imagesrcset": addCandidates(html, range)
            default:
                guard Self.holdsAddress(name, of: tag) else { continue }
                addresses.append(Address(range: range, text: Self.value(html, range)))
            }
        }
    }

    /// The attributes whose value is an address that a browser fetches or follows (HTML standard, "Attributes").
    private static func holdsAddress(_ name: String, of tag: TagScanner.Tag) -> Bool {
        switch name {
        case "href": tag.name != "base" && !(tag.name == "link" && tag.isHint)
        case "src": true
        case "poster": tag.name == "video"
        case "data": tag.name == "object"
        case "action": tag.name == "form"
        case "cite": ["blockquote", "q", "ins", "del"].contains(tag.name)
        default: false
        }
    }

    /// The addresses of a `srcset`: each up to white space, with a width or density behind it, split at commas.
    private mutating func addCandidates(_ html: [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            while index < range.upperBound, html[index] <= 0x20 || html[index] == 0x2C { index += 1 }
            let start = index
            while index < range.upperBound, html[index] > 0x20 { index += 1 }
            var end = index
            while end > start, html[end - 1] == 0x2C { end -= 1 }
            if end > start { addresses.append(Address(range: start..<end, text: Self.value(html, start..<end))) }
            if end == index { while index < range.upperBound, html[index] != 0x2C { index += 1 } }
        }
    }

    private static func value(_ html: [UInt8], _ range: Range<Int>) -> String {
        var range = range
        while !range.isEmpty, html[range.lowerBound] <= 0x20 { range = range.lowerBound + 1..<range.upperBound }
        while !range.isEmpty, html[range.upperBound - 1] <= 0x20 { range = range.lowerBound..<range.upperBound - 1 }
        let text = String(decoding: html[range], as: UTF8.self)
        return html[range].contains(0x26) ? CharacterReferences.unescaping(text) : text
    }
}

/// The links and the anchors of an HTML page, read from its bytes: enough for what Keyport writes itself.
struct PageLinks {
    /// What `href` and `src` hold, in order, with character references resolved.
    private(set) var targets: [String] = []
    /// What `id` and `name` hold.
    private(set) var anchors: Set<String> = []
    /// What a content security policy without `unsafe-inline` refuses: scripts and styles in the page, handlers.
    private(set) var inlineCode: [String] = []

    /// Reads the tags of a page; text, comments and raw text are passed over.
    init(_ page: [UInt8]) {
        var index = 0
        while let open = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            if page[open...].starts(with: "<!--".utf8) {
                index = Self.end(of: "-->", in: page, from: open)
                continue
            }
            index = readTag(page, from: open + 1)
        }
    }

    private static func end(of mark: String, in page: [UInt8], from start: Int) -> Int {
        var index = start
        while index < page.count {
            if page[index...].starts(with: mark.utf8) { return index + mark.utf8.count }
            index += 1
        }
        return page.count
    }

    private mutating func readTag(_ page: [UInt8], from start: Int) -> Int {
        var index = start
        func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ">") || byte <= 0x20 || byte == UInt8(ascii: "/") }
        while index < page.count, !isEnd(page[index]) { index += 1 }
        let name = String(decoding: page[start..<index], as: UTF8.self).lowercased()
        guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return max(index, start) }
        var attributes: [String: String] = [:]
        while index < page.count, page[index] != UInt8(ascii: ">") {
            if page[index] <= 0x20 || page[index] == UInt8(ascii: "/") {
                index += 1
                continue
            }
            let nameStart = index
            while index < page.count, !isEnd(page[index]), page[index] != UInt8(ascii: "=") { index += 1 }
            let attribute = String(decoding: page[nameStart..<index], as: UTF8.self).lowercased()
            var value = ""
            if index < page.count, page[index] == UInt8(ascii: "=") {
                index += 1
                let quote = index < page.count ? page[index] : 0
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    let close = page[(index + 1)...].firstIndex(of: quote) ?? page.count - 1
                    value = String(decoding: page[(index + 1)..<max(close, index + 1)], as: UTF8.self)
                    index = close + 1
                } else {
                    let valueStart = index
                    while index < page.count, page[index] > 0x20, page[index] != UInt8(ascii: ">") { index += 1 }
                    value = String(decoding: page[valueStart..<index], as: UTF8.self)
                }
            } else if index == nameStart {
                index += 1
            }
            attributes[attribute] = value
        }
        keep(name, attributes)
        guard ["script", "style"].contains(name) else { return min(index + 1, page.count) }
        return Self.end(of: "</\(name)", in: page, from: index)
    }

    private mutating func keep(_ name: String, _ attributes: [String: String]) {
        for key in ["href", "src"] {
            if let value = attributes[key] { targets.append(Self.resolved(value)) }
        }
        for key in ["id", "name"] {
            if let value = attributes[key] { anchors.insert(Self.resolved(value)) }
        }
        let isData = attributes["type"].map { $0.contains("json") } ?? false
        if name == "script", attributes["src"] == nil, !isData { inlineCode.append("<script>") }
        if name == "style" { inlineCode.append("<style>") }
        if attributes["style"] != nil { inlineCode.append("<\(name) style>") }
        for key in attributes.keys where key.hasPrefix("on") { inlineCode.append("<\(name) \(key)>") }
        if attributes.values.contains(where: { $0.lowercased().hasPrefix("javascript:") }) {
            inlineCode.append("<\(name)> javascript:")
        }
    }

    private static func resolved(_ text: String) -> String {
        var result = text
        for (reference, character) in [
            ("&#43;", "+"), ("&#34;", "\""), ("&#39;", "'"), ("&quot;", "\""), ("&amp;", "&"),
        ] {
            result = result.components(of: reference).joined(separator: character)
        }
        return result
    }
}

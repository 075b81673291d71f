internal import Text
package import Values

/// Writes a map as XML the way Hugo's `transform.Remarshal` does: what `XMLParser` reads, back again.
///
/// Keys with a `-` before their name are attributes, `#text` is the text of the element itself, a list is an element for
/// each of its values; keys stand in their order by bytes, each level is indented by a tab. The text is not escaped, as
/// it is not in Hugo: it is text again once it is written into a page, which escapes it.
package enum XMLWriter {
    private static let depthLimit = 200

    /// The document with a root element; a map of a single map is that element itself only when it is called `root`.
    package static func text(of map: ValueMap) -> String {
        var writer = ByteWriter()
        write(map["root"]?.mapValue != nil && map.count == 1 ? map["root"] ?? .null : .map(map), "root", 0, &writer)
        return writer.string
    }

    private static func write(_ value: Value, _ name: String, _ depth: Int, _ writer: inout ByteWriter) {
        guard depth < depthLimit else { return }
        if case .list(let list) = value {
            for (index, element) in list.enumerated() {
                if index > 0 { newLine(depth, &writer) }
                write(element, name, depth, &writer)
            }
            return
        }
        writer.write("<\(name)")
        guard case .map(let map) = value else {
            let text = value.isNull ? "" : value.goString
            writer.write(text.isEmpty ? "/>" : ">\(text)</\(name)>")
            return
        }
        let keys = map.sortedKeys
        for key in keys where key.hasPrefix("-") {
            writer.write(" \(key.dropFirst())=\"\((map[key] ?? .null).goString)\"")
        }
        let children = keys.filter { !$0.hasPrefix("-") && $0 != "#text" }
        let text = map["#text"]?.goString ?? ""
        if children.isEmpty {
            writer.write(text.isEmpty ? "/>" : ">\(text)</\(name)>")
            return
        }
        writer.write(">" + text)
        for child in children {
            newLine(depth + 1, &writer)
            write(map[child] ?? .null, child, depth + 1, &writer)
        }
        newLine(depth, &writer)
        writer.write("</\(name)>")
    }

    private static func newLine(_ depth: Int, _ writer: inout ByteWriter) {
        writer.write("\n" + String(repeating: "\t", count: depth))
    }
}

internal import Text
package import Values

/// Writes data as TOML in the style of Hugo's `transform.Remarshal`: values first, then tables, keys sorted.
package struct TOMLWriter {
    private static let depthLimit = 128

    /// The text of a table with a line feed at its end.
    ///
    /// - Throws: for nil values, which TOML does not have, and for data nested deeper than 128 levels.
    package static func text(of map: ValueMap) throws(ValueError) -> String {
        var writer = TOMLWriter()
        try writer.write(map, path: [], indent: "", depth: 0)
        return writer.text
    }

    private var text = ""
    /// Whether nothing, or the header of a table, is what was written last.
    private var standsBelowHeader = true

    private init() {}

    private mutating func write(
        _ map: ValueMap, path: [String], indent: String, depth: Int
    ) throws(ValueError) {
        guard depth < Self.depthLimit else { throw ValueError("the data is nested too deeply for TOML") }
        let entries = map.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        for (name, value) in entries where !Self.isTable(value) && !Self.isListOfTables(value) {
            text += "\(indent)\(Self.quotedKey(name)) = \(try Self.inline(value, depth: depth + 1))\n"
            standsBelowHeader = false
        }
        for (name, value) in entries {
            let inner = path + [Self.quotedKey(name)]
            let title = inner.joined(separator: ".")
            if case .map(let table) = value {
                writeHeader("\(indent)[\(title)]\n")
                try write(table, path: inner, indent: indent + "  ", depth: depth + 1)
            } else if Self.isListOfTables(value), case .list(let list) = value {
                for case .map(let table) in list {
                    writeHeader("\(indent)[[\(title)]]\n")
                    try write(table, path: inner, indent: indent + "  ", depth: depth + 1)
                }
            }
        }
    }

    /// An empty line stands before a table, unless it opens the text or stands right below the header of another.
    private mutating func writeHeader(_ line: String) {
        if !standsBelowHeader { text += "\n" }
        text += line
        standsBelowHeader = true
    }

    private static func isTable(_ value: Value) -> Bool {
        if case .map = value { return true }
        return false
    }

    private static func isListOfTables(_ value: Value) -> Bool {
        guard case .list(let list) = value, !list.isEmpty else { return false }
        return list.allSatisfy(isTable)
    }

    private static func inline(_ value: Value, depth: Int) throws(ValueError) -> String {
        guard depth < depthLimit else { throw ValueError("the data is nested too deeply for TOML") }
        switch value {
        case .null: throw ValueError("TOML has no value for nil")
        case .list(let list):
            var parts: [String] = []
            for element in list { parts.append(try inline(element, depth: depth + 1)) }
            return "[" + parts.joined(separator: ", ") + "]"
        case .map(let map):
            var parts: [String] = []
            for (name, element) in map.sorted(by: { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }) {
                parts.append("\(quotedKey(name)) = \(try inline(element, depth: depth + 1))")
            }
            return "{" + parts.joined(separator: ", ") + "}"
        case .float(let number) where number.isNaN: return "nan"
        case .float(let number) where number.isInfinite: return number < 0 ? "-inf" : "inf"
        case .float(let number) where number == number.rounded() && number.magnitude < 1e15: return "\(Int(number)).0"
        case .time(let time): return time.rfc3339
        case .string(let text): return quoted(text)
        case .safe(let safe): return quoted(safe.text)
        default: return value.goString
        }
    }

    private static func quoted(_ text: String) -> String {
        let needsEscapes = text.utf8.contains { $0 < 0x20 || $0 == 0x27 || $0 == 0x7F }
        return needsEscapes ? escaped(text) : "'\(text)'"
    }

    private static func quotedKey(_ name: String) -> String {
        let isBare =
            !name.isEmpty
            && name.utf8.allSatisfy { byte in
                byte == 0x2D || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte)
            }
        return isBare ? name : quoted(name)
    }

    /// The text in double quotes, with the escapes of JSON and that of U+007F, which JSON lets stand.
    private static func escaped(_ text: String) -> String {
        var writer = ByteWriter(capacity: text.utf8.count + 2)
        JSON.writeString(text, into: &writer)
        return writer.string.split(separator: "\u{7F}", omittingEmptySubsequences: false).joined(separator: "\\u007F")
    }
}

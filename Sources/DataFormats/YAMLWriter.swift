internal import Text
package import Values

/// Writes data as YAML in the style of Hugo's `transform.Remarshal`: blocks, keys sorted, plain text where it reads back.
package enum YAMLWriter {
    private static let depthLimit = 128

    /// The text of `value` with a line feed at its end.
    ///
    /// - Throws: when the data is nested deeper than 128 levels.
    package static func text(of value: Value) throws(ValueError) -> String {
        var lines = ""
        try write(value, indent: "", isInline: false, depth: 0, into: &lines)
        return lines
    }

    private static func write(
        _ value: Value, indent: String, isInline: Bool, depth: Int, into text: inout String
    ) throws(ValueError) {
        guard depth < depthLimit else { throw ValueError("the data is nested too deeply for YAML") }
        switch value {
        case .map(let map) where !map.isEmpty:
            var isFirst = isInline
            for (key, element) in map.sorted(by: { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }) {
                if !isFirst { text += indent }
                isFirst = false
                // A block of lines cannot stand before the colon.
                text += (key.utf8.contains(0x0A) ? escaped(key) : quoted(key, indent: indent)) + ":"
                try writeEntry(element, indent: indent, isMapValue: true, depth: depth, into: &text)
            }
        case .list(let list) where !list.isEmpty:
            var isFirst = isInline
            for element in list {
                if !isFirst { text += indent }
                isFirst = false
                text += "-"
                try writeEntry(element, indent: indent, isMapValue: false, depth: depth, into: &text)
            }
        default: text += scalar(value, indent: indent) + "\n"
        }
    }

    /// What follows `key:` or `-`.
    private static func writeEntry(
        _ value: Value, indent: String, isMapValue: Bool, depth: Int, into text: inout String
    ) throws(ValueError) {
        switch value {
        case .map(let map) where !map.isEmpty:
            text += isMapValue ? "\n" : " "
            try write(value, indent: indent + "  ", isInline: !isMapValue, depth: depth + 1, into: &text)
        case .list(let list) where !list.isEmpty:
            text += isMapValue ? "\n" : " "
            // A list stands at the indentation of its key.
            let inner = isMapValue ? indent : indent + "  "
            try write(value, indent: inner, isInline: !isMapValue, depth: depth + 1, into: &text)
        default: text += " " + scalar(value, indent: indent) + "\n"
        }
    }

    private static func scalar(_ value: Value, indent: String) -> String {
        switch value {
        case .null: return "null"
        case .map: return "{}"
        case .list: return "[]"
        case .float(let number) where number.isNaN: return ".nan"
        case .float(let number) where number.isInfinite: return number < 0 ? "-.inf" : ".inf"
        case .float(let number) where number == number.rounded() && number.magnitude < 1e15: return "\(Int(number)).0"
        case .time(let time): return time.rfc3339
        case .string(let text): return quoted(text, indent: indent)
        case .safe(let safe): return quoted(safe.text, indent: indent)
        case .object(let local as LocalDateTime):
            return local.time == nil ? quoted(local.goString, indent: indent) : local.goString
        default: return value.goString
        }
    }

    private static func quoted(_ text: String, indent: String) -> String {
        let bytes = Array(text.utf8)
        if text.unicodeScalars.contains(where: { $0 != "\n" && isSpecial($0) }) { return escaped(text) }
        if bytes.contains(0x0A) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.allSatisfy(\.isEmpty) || lines.contains(where: { $0.utf8.first == 0x20 }) { return escaped(text) }
            let chomping = text.hasSuffix("\n") ? (text.hasSuffix("\n\n") ? "+" : "") : "-"
            let body = chomping == "-" ? lines[...] : lines.dropLast()
            return "|\(chomping)\n" + body.map { $0.isEmpty ? "" : indent + "  " + $0 }.joined(separator: "\n")
        }
        if isPlain(bytes) { return text }
        // Byte by byte: with an accent behind it a quote is another character.
        return "'" + String(decoding: bytes.flatMap { $0 == 0x27 ? [0x27, 0x27] : [$0] }, as: UTF8.self) + "'"
    }

    private static let words: Set<String> = [
        "true", "false", "yes", "no", "on", "off", "null", "~", "y", "n", ".nan", ".inf", "-.inf",
    ]

    /// Whether the text reads back as itself without quotes.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, let last = bytes.last, last != 0x20, first != 0x20, last != 0x3A else {
            return false
        }
        if words.contains(String(decoding: bytes, as: UTF8.self).lowercased()) { return false }
        if "-?:,[]{}#&*!|>'\"%@`=<".utf8.contains(first) { return false }
        // A number or a date would not come back as text.
        if (0x30...0x39).contains(first) || first == 0x2B || first == 0x2E { return false }
        for (index, byte) in bytes.enumerated() {
            if byte == 0x3A, index + 1 < bytes.count, bytes[index + 1] == 0x20 { return false }
            if byte == 0x23, index > 0, bytes[index - 1] == 0x20 { return false }
        }
        return true
    }

    /// What YAML 1.1 takes for a line break or not for a character: such text stands in escapes.
    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: return true
        default: return false
        }
    }

    /// The text in double quotes, with the escapes of JSON and those that YAML wants besides.
    private static func escaped(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where isSpecial(scalar):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

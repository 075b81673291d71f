internal import Text
internal import Values

/// Makes values of XML the way Hugo's `transform.Unmarshal` does.
///
/// The content of the root element is the value. An element with children or attributes is a map: attributes have a `-`
/// before their name, its own text is `#text`, children of one name are a list. Other elements are text. Prefixes of
/// names are dropped. Document types are refused, so no entity can grow.
struct XMLParser {
    /// How deep elements may nest.
    private static let depthLimit = 200

    private let file: SourceFile
    private let end: Int
    private var index: Int

    /// The value of the document in `bounds` of `file`.
    static func parse(_ file: SourceFile, bounds: Range<Int>) throws(Diagnostic) -> Value {
        var parser = XMLParser(file: file, end: bounds.upperBound, index: bounds.lowerBound)
        if let place = file.offsetOfBrokenText(in: bounds) {
            throw Diagnostic(
                code: "xml.encoding", "XML: the text is not valid UTF-8", at: SourceRange(file, at: place),
                suggestion: "save the file as UTF-8")
        }
        try parser.skipMisc()
        guard parser.index < parser.end else { return .null }
        let (_, value) = try parser.element(depth: 0)
        try parser.skipMisc()
        if parser.index < parser.end { throw parser.error("something follows the root element") }
        return value
    }

    private func error(_ message: String, at offset: Int? = nil) -> Diagnostic {
        Diagnostic(code: "xml.syntax", "XML: \(message)", at: SourceRange(file, at: offset ?? index))
    }

    private func stands(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { text in
            index + text.count <= end && file.bytes[index..<index + text.count].elementsEqual(text)
        }
    }

    private mutating func skipBlanks() {
        while index < end, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[index]) { index += 1 }
    }

    /// Goes behind the next `text`.
    private mutating func skip(behind text: StaticString, _ what: String) throws(Diagnostic) {
        let start = index
        while index < end {
            if stands(text) {
                index += text.utf8CodeUnitCount
                return
            }
            index += 1
        }
        throw error("the \(what) is not closed", at: start)
    }

    /// Blanks, comments and instructions outside of the root element.
    private mutating func skipMisc() throws(Diagnostic) {
        while true {
            skipBlanks()
            if stands("<?") {
                try skip(behind: "?>", "instruction")
            } else if stands("<!--") {
                try skip(behind: "-->", "comment")
            } else if stands("<!DOCTYPE") {
                throw error("a document type is not allowed")
            } else {
                return
            }
        }
    }

    private mutating func name() throws(Diagnostic) -> String {
        let start = index
        while index < end {
            switch file.bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "<"):
                break
            default:
                index += 1
                continue
            }
            break
        }
        guard index > start else { throw error("a name is missing") }
        let bytes = file.bytes[start..<index]
        let local = bytes.firstIndex(of: UInt8(ascii: ":")).map { bytes[($0 + 1)...] } ?? bytes
        return String(decoding: local, as: UTF8.self)
    }

    private mutating func element(depth: Int) throws(Diagnostic) -> (name: String, value: Value) {
        guard depth < Self.depthLimit else { throw error("elements nest deeper than \(Self.depthLimit) levels") }
        let start = index
        guard stands("<") else { throw error("an element is missing") }
        index += 1
        let name = try name()
        var map = ValueMap()
        while true {
            skipBlanks()
            if stands("/>") {
                index += 2
                return (name, map.isEmpty ? .string("") : .map(map))
            }
            if stands(">") {
                index += 1
                break
            }
            guard index < end else { throw error("the element <\(name)> is not closed", at: start) }
            let attribute = try self.name()
            skipBlanks()
            guard stands("=") else { throw error("an attribute has no value") }
            index += 1
            skipBlanks()
            guard index < end, file.bytes[index] == 0x22 || file.bytes[index] == 0x27 else {
                throw error("the value of an attribute must stand in quotes")
            }
            let quote = file.bytes[index]
            index += 1
            var text: [UInt8] = []
            while index < end, file.bytes[index] != quote { try character(into: &text) }
            guard index < end else { throw error("the value of an attribute is not closed", at: start) }
            index += 1
            map["-" + attribute] = .string(String(decoding: text, as: UTF8.self))
        }
        return (name, try content(of: name, from: start, map, depth: depth))
    }

    private mutating func content(
        of name: String, from start: Int, _ attributes: ValueMap, depth: Int
    ) throws(Diagnostic) -> Value {
        var map = attributes
        var lists: Set<String> = []
        var text: [UInt8] = []
        while true {
            guard index < end else { throw error("the element <\(name)> is not closed", at: start) }
            if stands("</") {
                let place = index
                index += 2
                let closing = try self.name()
                skipBlanks()
                guard closing == name, stands(">") else { throw error("</\(closing)> closes <\(name)>", at: place) }
                index += 1
                break
            } else if stands("<!--") {
                try skip(behind: "-->", "comment")
            } else if stands("<![CDATA[") {
                let from = index + 9
                try skip(behind: "]]>", "CDATA section")
                text += file.bytes[from..<index - 3]
            } else if stands("<?") {
                try skip(behind: "?>", "instruction")
            } else if stands("<") {
                let (child, value) = try element(depth: depth + 1)
                if lists.contains(child), case .list(var list)? = map[child] {
                    list.append(value)
                    map[child] = .list(list)
                } else if let first = map[child] {
                    lists.insert(child)
                    map[child] = .list([first, value])
                } else {
                    map[child] = value
                }
            } else {
                try character(into: &text)
            }
        }
        let own = Self.trimmed(text)
        if map.isEmpty { return .string(own) }
        if !own.isEmpty { map["#text"] = .string(own) }
        return .map(map)
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        let start = bytes.firstIndex { !blanks.contains($0) } ?? bytes.count
        let end = (bytes.lastIndex { !blanks.contains($0) } ?? start - 1) + 1
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    /// One byte, or what an entity stands for.
    private mutating func character(into text: inout [UInt8]) throws(Diagnostic) {
        guard file.bytes[index] == UInt8(ascii: "&") else {
            text.append(file.bytes[index])
            index += 1
            return
        }
        let limit = min(end, index + 12)
        guard let semicolon = file.bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")) else {
            throw error("an & must be written &amp;")
        }
        let entity = String(decoding: file.bytes[index + 1..<semicolon], as: UTF8.self)
        switch entity {
        case "amp": text.append(UInt8(ascii: "&"))
        case "lt": text.append(UInt8(ascii: "<"))
        case "gt": text.append(UInt8(ascii: ">"))
        case "quot": text.append(UInt8(ascii: "\""))
        case "apos": text.append(UInt8(ascii: "'"))
        default:
            let number =
                entity.hasPrefix("#x") ? UInt32(entity.dropFirst(2), radix: 16) : UInt32(entity.dropFirst())
            guard entity.hasPrefix("#"), let number, let scalar = Unicode.Scalar(number) else {
                throw error("there is no entity &\(entity);")
            }
            text += Array(String(Character(scalar)).utf8)
        }
        index = semicolon + 1
    }
}

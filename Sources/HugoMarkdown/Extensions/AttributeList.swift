internal import Text
internal import Values

/// The attributes of `{#id .class key="value"}` in their order.
struct AttributeList {
    /// One attribute.
    struct Attribute {
        let name: String
        var value: Value
    }

    var items: [Attribute] = []

    /// The value of the first attribute of that name.
    subscript(name: String) -> Value? { items.first { $0.name == name }?.value }

    /// The text of the attribute of that name.
    func text(_ name: String) -> String? { self[name]?.stringValue }

    /// Adds the attributes of `other` that have no value here.
    mutating func add(missingFrom other: AttributeList) {
        for item in other.items where self[item.name] == nil { items.append(item) }
    }

    /// The attributes that a hook may see: names in lower case, none that holds a script.
    var hookMap: ValueMap {
        var map = ValueMap()
        for item in items where !item.isScript { map[item.name.lowercased()] = item.value }
        return map
    }
}

extension AttributeList {
    /// The attributes that any element may have, as Goldmark knows them.
    static let globalNames: Set<String> = [
        "accesskey", "autocapitalize", "autofocus", "class", "contenteditable", "dir", "draggable", "enterkeyhint",
        "hidden", "id", "inert", "inputmode", "is", "itemid", "itemprop", "itemref", "itemscope", "itemtype", "lang",
        "part", "role", "slot", "spellcheck", "style", "tabindex", "title", "translate",
    ]
}

extension AttributeList.Attribute {
    /// Whether a browser would run the value.
    var isScript: Bool { name.lowercased().hasPrefix("on") }
}

extension ByteWriter {
    /// Appends ` name="value"` for each attribute but scripts; those in `skipping` are left out.
    mutating func write(_ attributes: AttributeList) {
        for item in attributes.items where !item.isScript { write(item) }
    }

    /// Appends those of `attributes` that Goldmark lets an element have: the global ones, `data-…`, and those in `own`.
    mutating func writeAllowed(_ attributes: AttributeList, own: Set<String> = []) {
        for item in attributes.items
        where !item.isScript
            && (AttributeList.globalNames.contains(item.name) || own.contains(item.name)
                || item.name.hasPrefix("data-"))
        {
            write(item)
        }
    }

    private mutating func write(_ item: AttributeList.Attribute) {
        write(byte: 0x20)
        write(item.name)
        write(literal: "=\"")
        switch item.value {
        case .string(let text): writeHTMLEscaped(text, style: .markdown)
        case .bool(let flag): write(flag ? "true" : "false")
        case .float(let number):
            if let whole = Int(exactly: number) { write(integer: whole) } else { write(String(number)) }
        default: break
        }
        write(byte: 0x22)
    }
}

/// Reads attributes with the grammar of Goldmark: `'{' (('#' | '.') word | name '=' value) … '}'`.
struct AttributeParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limit: Int
    private(set) var position: Int

    /// How deep lists may stand in each other.
    private static let maximumDepth = 16

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, limit: Int) {
        self.bytes = bytes
        self.position = position
        self.limit = limit
    }

    private var current: UInt8? { position < limit ? bytes[position] : nil }

    /// The attributes from the opening brace at the position, which then is after the closing one; nil when it is none.
    mutating func parse() -> AttributeList? {
        guard current == 0x7B else { return nil }
        position += 1
        var list = AttributeList()
        while true {
            // Space may stand before an attribute and behind one, and so not in braces around nothing.
            if current == 0x7D {
                position += 1
                return list
            }
            skipSpaces()
            guard let attribute = parseAttribute() else { return nil }
            if attribute.name == "class", let index = list.items.firstIndex(where: { $0.name == "class" }) {
                let joined = (list.items[index].value.stringValue ?? "") + " " + (attribute.value.stringValue ?? "")
                list.items[index].value = .string(joined)
            } else {
                list.items.append(attribute)
            }
            skipSpaces()
            if current == 0x2C {
                position += 1
                skipSpaces()
            }
        }
    }

    private mutating func skipSpaces() {
        while let byte = current, byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { position += 1 }
    }

    private mutating func parseAttribute() -> AttributeList.Attribute? {
        guard let first = current else { return nil }
        if first == 0x23 || first == 0x2E {
            position += 1
            let start = position
            while let byte = current, byte > 0x20,
                !isPunctuation(byte) || byte == 0x5F || byte == 0x2D
                    || byte == 0x3A || byte == 0x2E
            {
                position += 1
            }
            return .init(name: first == 0x23 ? "id" : "class", value: .string(text(start..<position)))
        }
        guard isNameStart(first) else { return nil }
        let start = position
        while let byte = current, isNameByte(byte) { position += 1 }
        let name = text(start..<position)
        skipSpaces()
        guard current == 0x3D else { return nil }
        position += 1
        guard let value = parseValue(depth: 0) else { return nil }
        if name == "class", value.stringValue == nil { return nil }
        return .init(name: name, value: value)
    }

    private mutating func parseValue(depth: Int) -> Value? {
        skipSpaces()
        guard let first = current, depth < Self.maximumDepth else { return nil }
        switch first {
        case 0x5B: return parseList(depth: depth)
        case 0x22: return parseString()
        case 0x2D, 0x2B, 0x30...0x39: return parseNumber()
        default:
            guard isNameStart(first) else { return nil }
            let start = position
            while let byte = current, isNameByte(byte) { position += 1 }
            switch text(start..<position) {
            case "true": return true
            case "false": return false
            case "null": return .null
            case let word: return .string(word)
            }
        }
    }

    private mutating func parseList(depth: Int) -> Value? {
        position += 1
        var list: [Value] = []
        while true {
            skipSpaces()
            if !list.isEmpty, current == 0x2C {
                position += 1
                skipSpaces()
            } else if current == 0x5D {
                position += 1
                return .list(list)
            }
            guard let value = parseValue(depth: depth + 1) else { return nil }
            list.append(value)
        }
    }

    private mutating func parseString() -> Value? {
        position += 1
        var content: [UInt8] = []
        while let byte = current {
            position += 1
            if byte == 0x22 { return .string(String(decoding: content, as: UTF8.self)) }
            guard byte == 0x5C, let escaped = current else {
                content.append(byte)
                continue
            }
            switch escaped {
            case 0x22, 0x2F, 0x5C: content.append(escaped)
            case 0x6E: content.append(0x0A)
            case 0x72: content.append(0x0D)
            case 0x74: content.append(0x09)
            case 0x62: content.append(0x08)
            case 0x66: content.append(0x0C)
            default:
                content.append(0x5C)
                continue
            }
            position += 1
        }
        return nil
    }

    private mutating func parseNumber() -> Value? {
        let start = position
        if current == 0x2D || current == 0x2B { position += 1 }
        guard let first = current, first >= 0x30, first <= 0x39 else { return nil }
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
        while isDigit(current) { position += 1 }
        if current == 0x2E {
            position += 1
            while isDigit(current) { position += 1 }
        }
        if current == 0x65 || current == 0x45 {
            position += 1
            if current == 0x2D { position += 1 }
            while isDigit(current) { position += 1 }
        }
        return Double(text(start..<position)).map { .float($0) }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x3A
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        isNameStart(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x2D
    }
}

/// Whether `byte` is ASCII punctuation.
@inline(__always)
func isPunctuation(_ byte: UInt8) -> Bool {
    (byte >= 0x21 && byte <= 0x2F) || (byte >= 0x3A && byte <= 0x40) || (byte >= 0x5B && byte <= 0x60)
        || (byte >= 0x7B && byte <= 0x7E)
}

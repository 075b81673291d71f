/// One tag of a page with its attributes, and what is known of elements.
struct HTMLTag {
    /// The range of the tag.
    let start: Int
    let end: Int
    /// The name in lower case.
    let name: String
    let isClosing: Bool
    /// Names in lower case and values as they are written, without their quotes; nil for none.
    private(set) var attributes: [(name: String, value: [UInt8]?)] = []

    /// The tag that begins at `place`; nil when none does, or it does not end.
    init?(_ bytes: [UInt8], at place: Int) {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "<") else { return nil }
        var index = place + 1
        isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        guard index < bytes.count, Self.isLetter(bytes[index]) else { return nil }
        func end(_ index: Int) -> Bool {
            Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/")
        }
        let nameStart = index
        while index < bytes.count, !end(index) { index += 1 }
        name = String(decoding: Self.lowered(bytes[nameStart..<index]), as: UTF8.self)
        start = place
        while true {
            while index < bytes.count, Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") { index += 1 }
            guard index < bytes.count else { return nil }
            if bytes[index] == UInt8(ascii: ">") {
                self.end = index + 1
                return
            }
            let attributeStart = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "="), !end(index) { index += 1 }
            if index == attributeStart { index += 1 }
            let attribute = String(
                decoding: Self.lowered(bytes[attributeStart..<min(index, bytes.count)]), as: UTF8.self)
            var next = index
            while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
            guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
                attributes.append((attribute, nil))
                continue
            }
            index = next + 1
            while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
            guard index < bytes.count else { return nil }
            let quote = bytes[index]
            let valueStart: Int
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                valueStart = index + 1
                index = valueStart
                while index < bytes.count, bytes[index] != quote { index += 1 }
                guard index < bytes.count else { return nil }
                attributes.append((attribute, Array(bytes[valueStart..<index])))
                index += 1
            } else {
                valueStart = index
                while index < bytes.count, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
                attributes.append((attribute, Array(bytes[valueStart..<index])))
            }
        }
    }

    /// The value of an attribute as text.
    func value(of wanted: String) -> String? {
        attributes.first { $0.name == wanted }.flatMap {
            $0.value.map { String(decoding: $0, as: UTF8.self).lowercased() }
        }
    }

    /// Writes it as short as can be.
    func write(into out: inout [UInt8]) {
        out.append(UInt8(ascii: "<"))
        if isClosing { out.append(UInt8(ascii: "/")) }
        out.append(contentsOf: name.utf8)
        if !isClosing {
            for (attribute, value) in attributes { write(attribute, value, into: &out) }
        }
        out.append(UInt8(ascii: ">"))
    }

    private func write(_ attribute: String, _ written: [UInt8]?, into out: inout [UInt8]) {
        var value = HTMLEntityMinifier.shortened((written ?? [])[...], isAttribute: true)
        if Self.listAttributes.contains(attribute) {
            value = HTMLText.collapsed(Self.trimmed(value))
        } else if Self.addressAttributes.contains(attribute) {
            value = Self.trimmed(value)
        } else if attribute == "style", !value.isEmpty, !value.contains(UInt8(ascii: "{")),
            !value.contains(UInt8(ascii: "&"))
        {
            let rule = CSSMinifier.minified(Array("a{".utf8) + value + [UInt8(ascii: "}")])
            value = rule.isEmpty ? [] : Array(rule.dropFirst(2).dropLast())
        } else if name == "meta", attribute == "content" {
            value = metaContent(value)
        }
        if value.isEmpty, ["class", "id", "name", "style"].contains(attribute) { return }
        out.append(UInt8(ascii: " "))
        out.append(contentsOf: attribute.utf8)
        if value.isEmpty || Self.switches.contains(attribute) { return }
        out.append(UInt8(ascii: "="))
        Self.appendQuoted(value, always: attribute == "content", into: &out)
    }

    /// Lists of words lose the white space behind their commas.
    private func metaContent(_ value: [UInt8]) -> [UInt8] {
        guard let kind = self.value(of: "name"), kind == "viewport" || kind == "keywords" else { return value }
        var result: [UInt8] = []
        for byte in Self.trimmed(value) {
            if Self.isSpace(byte), result.last == UInt8(ascii: ",") { continue }
            result.append(byte)
        }
        guard kind == "viewport" else { return result }
        let text = String(decoding: result, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
        return Array(text.map { $0.hasSuffix(".0") ? $0.dropLast(2) : $0 }.joined(separator: ",").utf8)
    }

    private static func appendQuoted(_ value: [UInt8], always: Bool, into out: inout [UInt8]) {
        let needsQuotes = value.contains { byte in
            isSpace(byte)
                || [
                    UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "="), UInt8(ascii: "<"),
                    UInt8(ascii: ">"),
                ].contains(byte)
        }
        guard always || needsQuotes else {
            out.append(contentsOf: value)
            return
        }
        let doubles = value.count { $0 == UInt8(ascii: "\"") }
        let singles = value.count { $0 == UInt8(ascii: "'") }
        let quote = doubles > singles ? UInt8(ascii: "'") : UInt8(ascii: "\"")
        out.append(quote)
        for byte in value {
            if byte == quote {
                out.append(contentsOf: (quote == UInt8(ascii: "'") ? "&#39;" : "&#34;").utf8)
            } else {
                out.append(byte)
            }
        }
        out.append(quote)
    }

    static func trimmed(_ value: [UInt8]) -> [UInt8] {
        var value = value[...]
        while let first = value.first, isSpace(first) { value = value.dropFirst() }
        while let last = value.last, isSpace(last) { value = value.dropLast() }
        return Array(value)
    }

    static func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    /// Elements at whose edges white space is not seen.
    static let blocks = words(
        "address article aside blockquote body br caption center col colgroup dd details dir div dl dt fieldset figcaption "
            + "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav noscript ol "
            + "optgroup option p pre script section style summary table tbody td tfoot th thead title tr ul")
    /// Elements that show something of their own, beside which a space is seen.
    static let replaced = words(
        "button canvas iframe math meter object progress q rt rtc select svg textarea video")
    /// Elements of running text.
    static let phrasing = words(
        "abbr b bdi bdo big cite code data datalist dfn dialog em font i img input kbd mark nobr output picture portal rb rp "
            + "ruby s samp slot small span strike strong sub sup time tt u var wbr")
    static let voids = words("area base br col embed hr img input keygen link meta param source track wbr")
    private static let listAttributes = words(
        "class dir lang method type media rel target for width height hidden crossorigin contenteditable draggable spellcheck "
            + "translate")
    private static let addressAttributes = words("href src action cite poster data formaction longdesc manifest")
    /// Attributes that are there or not, whatever their value.
    private static let switches = words(
        "checked disabled selected multiple open async defer autofocus autoplay controls loop muted readonly required "
            + "novalidate formnovalidate ismap reversed itemscope allowfullscreen default nomodule playsinline inert")
}

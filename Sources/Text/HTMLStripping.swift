/// The text of a piece of HTML, as Hugo's `plainify` and `.Plain` give it.
///
/// Tags, comments, scripts and styles go; `</p>` and `<br>` leave a line break; of a run of white space the first
/// character stays. Entities stay as they are. A text without `<` or `>` is given back untouched.
package func plainText(ofHTML html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else { return html }
    let broken = breakingLines(Array(html.utf8))
    let stripped = strippingTags(broken)
    var result = String.UnicodeScalarView()
    var wasSpace = false
    for scalar in String(decoding: stripped, as: UTF8.self).unicodeScalars {
        let isSpace = scalar.properties.isWhitespace
        if !(isSpace && wasSpace) { result.append(scalar) }
        wasSpace = isSpace
    }
    return String(result)
}

/// Line breaks become spaces, and the ends of lines and paragraphs become line breaks.
private func breakingLines(_ bytes: [UInt8]) -> [UInt8] {
    let ends = ["</p>", "<br>", "<br />"].map { Array($0.utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x0A {
            result.append(0x20)
        } else if byte == UInt8(ascii: "<"), let end = ends.first(where: { bytes[index...].starts(with: $0) }) {
            result.append(contentsOf: end)
            result.append(0x0A)
            index += end.count
            continue
        } else {
            result.append(byte)
        }
        index += 1
    }
    return result
}

/// What is left of HTML without its tags (Go's `stripTags`): `<` before anything but a name is text.
package func strippingTags(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "<") else {
            result.append(bytes[index])
            index += 1
            continue
        }
        if bytes[index...].starts(with: "<!--".utf8) {
            index = offset(of: Array("-->".utf8), in: bytes, from: index + 4).map { $0 + 3 } ?? bytes.count
            continue
        }
        let closes = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
        let nameStart = index + (closes ? 2 : 1)
        guard nameStart < bytes.count, isLetter(bytes[nameStart]) else {
            result.append(bytes[index])
            index += 1
            continue
        }
        var nameEnd = nameStart
        while nameEnd < bytes.count, isLetter(bytes[nameEnd]) || (0x30...0x39).contains(bytes[nameEnd]) { nameEnd += 1 }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
        index = endOfTag(bytes, from: nameEnd)
        if !closes, name == "script" || name == "style" {
            index = endOfRawText(bytes, from: index, name: name)
        }
    }
    return result
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

/// The offset behind the `>` of a tag; a `>` inside quotes does not end it.
private func endOfTag(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    var quote: UInt8 = 0
    var afterEquals = false
    while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if quote != 0 {
            if byte == quote { quote = 0 }
            continue
        }
        switch byte {
        case UInt8(ascii: ">"): return index
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if afterEquals { quote = byte }
            afterEquals = false
        case UInt8(ascii: "="): afterEquals = true
        case 0x20, 0x09, 0x0A, 0x0D, 0x0C: break
        default: afterEquals = false
        }
    }
    return index
}

/// The offset of `</name`, or the end.
private func endOfRawText(_ bytes: [UInt8], from start: Int, name: String) -> Int {
    var index = start
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        let rest = bytes[(open + 1)...]
        if rest.first == UInt8(ascii: "/"),
            rest.dropFirst().prefix(name.utf8.count).elementsEqual(name.utf8, by: { $0 | 0x20 == $1 })
        {
            return open
        }
        index = open + 1
    }
    return bytes.count
}

private func offset(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + part.count <= bytes.count {
        if bytes[index...].starts(with: part) { return index }
        index += 1
    }
    return nil
}

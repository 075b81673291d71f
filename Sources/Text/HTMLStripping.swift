/// The text of a piece of HTML, as Hugo's `plainify` and `.Plain` give it.
///
/// Tags, comments, scripts and styles go; `</p>` and `<br>` leave a line break; of a run of white space the first
/// character stays. Entities stay as they are. A text without `<` or `>` is given back untouched.
package func plainText(ofHTML html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else { return html }
    return String(decoding: collapsingSpace(strippingTags(breakingLines(Array(html.utf8)))), as: UTF8.self)
}

/// Of a run of white space (Unicode's property, without asking for it scalar by scalar) only the first character.
private func collapsingSpace(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
        [UInt8](unsafeUninitializedCapacity: bytes.count) { result, filled in
            var index = 0
            var wasSpace = false
            while index < bytes.count {
                let length = spaceLength(bytes, at: index)
                if length == 0 {
                    result[filled] = bytes[index]
                    filled += 1
                    index += 1
                } else {
                    if !wasSpace {
                        for offset in 0..<length { result[filled + offset] = bytes[index + offset] }
                        filled += length
                    }
                    index += length
                }
                wasSpace = length > 0
            }
        }
    }
}

/// The number of bytes of the white space at `index`, by Unicode's property; 0 when there is none.
package func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return first == 0x20 || (first >= 0x09 && first <= 0x0D) ? 1 : 0 }
    guard first == 0xC2 || (first >= 0xE1 && first <= 0xE3), index + 1 < bytes.count else { return 0 }
    let second = bytes[index + 1]
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    let third = bytes[index + 2]
    switch (first, second) {
    case (0xE1, 0x9A), (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xE2, 0x80): return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F ? 3 : 0
    default: return 0
    }
}

/// Line breaks become spaces, and the ends of lines and paragraphs become line breaks.
private func breakingLines(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x0A {
            result.append(0x20)
        } else if byte == UInt8(ascii: "<"), let end = lineEnds.first(where: { starts(bytes, with: $0, at: index) }) {
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

private let lineEnds = ["</p>", "<br>", "<br />"].map { Array($0.utf8) }
private let commentStart = Array("<!--".utf8)
private let commentEnd = Array("-->".utf8)

private func starts(_ bytes: [UInt8], with part: [UInt8], at start: Int) -> Bool {
    guard bytes.count - start >= part.count else { return false }
    for index in 0..<part.count where bytes[start + index] != part[index] { return false }
    return true
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
        if starts(bytes, with: commentStart, at: index) {
            index = offset(of: commentEnd, in: bytes, from: index + 4).map { $0 + 3 } ?? bytes.count
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
        guard let end = endOfTag(bytes, from: nameEnd) else { break }
        index = end
        guard !closes, bytes[nameStart] | 0x20 == UInt8(ascii: "s") else { continue }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
        if name == "script" || name == "style" { index = endOfRawText(bytes, from: index, name: name) }
    }
    return result
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

/// The offset behind the `>` of a tag; a `>` inside quotes does not end it. Nil where Go gives up, which leaves nothing of
/// the rest: at a quote or a `<` in the name of an attribute, and at a `=` without one.
private func endOfTag(_ bytes: [UInt8], from start: Int) -> Int? {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D }
    var index = start
    func skipSpace() { while index < bytes.count, isSpace(bytes[index]) { index += 1 } }
    while true {
        skipSpace()
        guard index < bytes.count else { return index }
        if bytes[index] == UInt8(ascii: ">") { return index + 1 }
        let name = index
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "="),
            bytes[index] != UInt8(ascii: ">")
        {
            switch bytes[index] {
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "<"): return nil
            default: index += 1
            }
        }
        if index == name { return nil }
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
        index += 1
        skipSpace()
        guard index < bytes.count else { return index }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            index = bytes[(index + 1)...].firstIndex(of: quote).map { $0 + 1 } ?? bytes.count
        } else {
            while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
        }
    }
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
        if starts(bytes, with: part, at: index) { return index }
        index += 1
    }
    return nil
}

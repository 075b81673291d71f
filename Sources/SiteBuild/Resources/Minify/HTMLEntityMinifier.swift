internal import Text

/// Writes the characters that entities stand for in the shortest way.
enum HTMLEntityMinifier {
    /// Letters of `CounterClockwiseContourIntegral`.
    private static let longestName = 31

    /// `text` with entities as characters where nothing can be mistaken; a number takes the place of a name that is longer.
    static func shortened(_ text: ArraySlice<UInt8>, isAttribute: Bool) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "&"),
                let end = text[index...].prefix(longestName + 2).firstIndex(of: UInt8(ascii: ";"))
            else {
                result.append(text[index])
                index += 1
                continue
            }
            let next = end + 1 < text.endIndex ? text[end + 1] : nil
            result.append(contentsOf: shortest(text[index...end], before: next, isAttribute: isAttribute))
            index = end + 1
        }
        return result
    }

    private static func shortest(_ entity: ArraySlice<UInt8>, before next: UInt8?, isAttribute: Bool) -> [UInt8] {
        let name = String(decoding: entity.dropFirst().dropLast(), as: UTF8.self)
        let code: UInt32?
        switch name {
        case "amp", "AMP": code = 0x26
        case "lt", "LT": code = 0x3C
        default:
            code =
                name.hasPrefix("#x") || name.hasPrefix("#X")
                ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        }
        if let code {
            switch code {
            case 0x26:
                // What follows must not make an entity of the bare sign.
                let joins =
                    next.map { HTMLTag.isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "#") } ?? false
                return joins ? Array("&amp;".utf8) : [0x26]
            case 0x3C: return isAttribute ? [0x3C] : Array("&lt;".utf8)
            case 0x20..<0x7F: return [UInt8(code)]
            default: return Array(entity)
            }
        }
        guard let characters = CharacterReferences.characters(named: name + ";")?.unicodeScalars,
            let scalar = characters.first, characters.count == 1
        else { return Array(entity) }
        if scalar.value >= 0x20, scalar.value < 0x7F { return [UInt8(scalar.value)] }
        // The shortest of the name, the number, and another name; of two as long as each other the first of these.
        let number = Array("&#\(scalar.value);".utf8)
        let other = Array("&\(CharacterReferences.shortestNames[scalar] ?? name);".utf8)
        let best = number.count <= other.count ? number : other
        return best.count < entity.count ? best : Array(entity)
    }
}

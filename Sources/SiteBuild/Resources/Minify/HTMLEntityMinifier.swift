/// Writes the characters that entities stand for in the shortest way.
enum HTMLEntityMinifier {
    /// `text` with entities as characters where nothing can be mistaken; a number takes the place of a name that is longer.
    static func shortened(_ text: ArraySlice<UInt8>, isAttribute: Bool) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "&"),
                let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
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
        case "amp": code = 0x26
        case "lt": code = 0x3C
        case "gt": code = 0x3E
        case "quot": code = 0x22
        case "apos": code = 0x27
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
        if name == "hellip" { return Array("&mldr;".utf8) }
        guard let scalar = latin[name] else { return Array(entity) }
        let number = Array("&#\(scalar);".utf8)
        return number.count < entity.count ? number : Array(entity)
    }

    /// The names of Latin-1 and of the signs that are longer than their number.
    private static let latin: [String: Int] = [
        "iexcl": 161, "brvbar": 166, "laquo": 171, "plusmn": 177, "acute": 180, "micro": 181, "middot": 183,
        "cedil": 184,
        "raquo": 187, "frac14": 188, "frac12": 189, "frac34": 190, "iquest": 191, "Agrave": 192, "Aacute": 193,
        "Acirc": 194,
        "Atilde": 195, "Aring": 197, "AElig": 198, "Ccedil": 199, "Egrave": 200, "Eacute": 201, "Ecirc": 202,
        "Igrave": 204,
        "Iacute": 205, "Icirc": 206, "Ntilde": 209, "Ograve": 210, "Oacute": 211, "Ocirc": 212, "Otilde": 213,
        "times": 215,
        "Oslash": 216, "Ugrave": 217, "Uacute": 218, "Ucirc": 219, "Yacute": 221, "THORN": 222, "szlig": 223,
        "agrave": 224,
        "aacute": 225, "acirc": 226, "atilde": 227, "aring": 229, "aelig": 230, "ccedil": 231, "egrave": 232,
        "eacute": 233,
        "ecirc": 234, "igrave": 236, "iacute": 237, "icirc": 238, "ntilde": 241, "ograve": 242, "oacute": 243,
        "ocirc": 244,
        "otilde": 245, "divide": 247, "oslash": 248, "ugrave": 249, "uacute": 250, "ucirc": 251, "yacute": 253,
        "thorn": 254,
    ]
}

// Normalisation without Foundation has no other door than this one of the standard library.
@_spi(_Unicode) internal import Swift

/// `text` as a part of a path: what Hugo's `MakePath` keeps of a title, a term or a file name.
///
/// Letters, marks, digits and `. / \ _ # + ~ - @` stay, and a `%` that two hexadecimal digits follow; a run of white
/// space between kept characters becomes one `-`; everything else is dropped. For permalinks, terms and `urlize`.
///
/// - Parameter removingAccents: write `é` as `e` (`removePathAccents` of the configuration).
package func pathSanitized(_ text: String, removingAccents: Bool = false) -> String {
    let clean = sanitized(text)
    return removingAccents ? clean.removingAccents : clean
}

/// Hugo's `MakePathSanitized`: `pathSanitized` in lower case unless `keepingCase` (`disablePathToLower`).
package func pathSanitized(_ text: String, keepingCase: Bool, removingAccents: Bool = false) -> String {
    let path = pathSanitized(text, removingAccents: removingAccents)
    return keepingCase ? path : path.goLowercased
}

/// Hugo's `urlize`: the sanitized path, escaped as a URL; what follows a `#` is escaped as a fragment.
package func urlized(_ text: String, keepingCase: Bool = false, removingAccents: Bool = false) -> String {
    urlPathEscaped(pathSanitized(text, keepingCase: keepingCase, removingAccents: removingAccents))
}

/// Hugo's `URLEscape`: `path` as a URL with everything escaped that must be; unchanged where it is no URL.
package func urlPathEscaped(_ path: String) -> String {
    if path.utf8.allSatisfy({ !URLPart.path.escapes($0) && $0 != UInt8(ascii: ":") }) { return path }
    guard let url = try? ParsedURL(parsing: path) else { return urlEscaped(path, for: .path) }
    return url.string
}

private func sanitized(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var offset = 0
    var result = ""
    result.reserveCapacity(bytes.count)
    var owesHyphen = false
    var wasHyphen = false
    for scalar in text.unicodeScalars {
        if isAllowedInPath(scalar, bytes, offset) {
            wasHyphen = scalar == "-"
            if owesHyphen, !wasHyphen { result += "-" }
            owesHyphen = false
            result.unicodeScalars.append(scalar)
        } else if !result.isEmpty, !wasHyphen, scalar.properties.isWhitespace {
            owesHyphen = true
        }
        offset += UTF8.width(scalar)
    }
    return result
}

private func isAllowedInPath(_ scalar: Unicode.Scalar, _ bytes: [UInt8], _ offset: Int) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "/", "\\", "_", "#", "+", "~", "-", "@": return true
    case "%":
        return offset + 2 < bytes.count && isHexadecimal(bytes[offset + 1]) && isHexadecimal(bytes[offset + 2])
    default:
        guard scalar.value >= 0x80 else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber:
            return true
        default: return false
        }
    }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: return true
    default: return false
    }
}

extension String {
    /// The text with each scalar lower-cased by itself, as Go's `strings.ToLower` does (no final sigma, one to one).
    package var goLowercased: String {
        isASCII ? lowercased() : mappingScalars { $0.properties.lowercaseMapping }
    }

    /// The text with each scalar upper-cased by itself, as Go's `strings.ToUpper` does (`ß` stays).
    package var goUppercased: String {
        isASCII ? uppercased() : mappingScalars { $0.properties.uppercaseMapping }
    }

    /// Of ASCII Unicode says the same everywhere, and needs no table.
    private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

    /// The text with `map` applied to each scalar whose image is one scalar again.
    private func mappingScalars(_ map: (Unicode.Scalar) -> String) -> String {
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            // `İ` is the one letter whose lower case is two scalars in Unicode and one in Go.
            if scalar == "\u{130}", map(scalar).unicodeScalars.first == "i" {
                result += "i"
                continue
            }
            let image = map(scalar).unicodeScalars
            result.unicodeScalars.append(image.count == 1 ? image.first ?? scalar : scalar)
        }
        return result
    }

    /// The text without the accents of its letters: decomposed, non-spacing marks dropped, composed again.
    package var removingAccents: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        var result = ""
        for scalar in _nfd where scalar.properties.generalCategory != .nonspacingMark {
            result.unicodeScalars.append(scalar)
        }
        var composed = ""
        for scalar in result._nfc { composed.unicodeScalars.append(scalar) }
        return composed
    }
}

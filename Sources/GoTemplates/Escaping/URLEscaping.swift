internal import Text
internal import Values

/// Text in URLs.
enum URLEscaping {
    /// Whether a URL has no protocol, or one that runs no script.
    static func isSafe(_ url: String) -> Bool {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
        let scheme = url[..<colon]
        if scheme.utf8.contains(UInt8(ascii: "/")) { return true }
        return ["http", "https", "mailto"].contains(scheme.lowercased())
    }

    /// Percent signs for what may not stand in a URL; when `normalizing`, what has a meaning in a URL keeps it.
    static func escaped(_ text: String, normalizing: Bool) -> String {
        var text = text
        return text.withUTF8 { bytes -> String? in
            guard let first = bytes.indices.first(where: { !stays(bytes, $0, normalizing) }) else { return nil }
            var writer = ByteWriter(capacity: bytes.count + 32)
            writer.write(bytes: UnsafeBufferPointer(rebasing: bytes[..<first]))
            for index in first..<bytes.count {
                if stays(bytes, index, normalizing) {
                    writer.write(byte: bytes[index])
                } else {
                    writePercent(bytes[index], digits: "0123456789abcdef", into: &writer)
                }
            }
            return writer.string
        } ?? text
    }

    private static func stays(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ normalizing: Bool) -> Bool {
        let byte = bytes[index]
        if byte.isASCIILetter || byte.isASCIIDigit { return true }
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): return true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"),
            UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"):
            return normalizing
        case UInt8(ascii: "%"):
            return normalizing && index + 2 < bytes.count && bytes[index + 1].isHexDigit && bytes[index + 2].isHexDigit
        default: return false
        }
    }

    private static func writePercent(_ byte: UInt8, digits: StaticString, into writer: inout ByteWriter) {
        writer.write(byte: UInt8(ascii: "%"))
        digits.withUTF8Buffer {
            writer.write(byte: $0[Int(byte >> 4)])
            writer.write(byte: $0[Int(byte & 15)])
        }
    }

    /// The function `urlquery` of templates.
    static func query(_ text: String) -> String {
        var writer = ByteWriter(capacity: text.utf8.count + 16)
        for byte in text.utf8 {
            if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
            {
                writer.write(byte: byte)
            } else if byte == 0x20 {
                writer.write(byte: UInt8(ascii: "+"))
            } else {
                writePercent(byte, digits: "0123456789ABCDEF", into: &writer)
            }
        }
        return writer.string
    }

    /// The value of `srcset`: URLs with their sizes, between commas.
    static func srcset(_ text: String, kind: SafeText.Kind?) -> String {
        if kind == .srcset { return text }
        if kind == .url { return replacing(escaped(text, normalizing: true)) { $0 == UInt8(ascii: ",") ? "%2c" : nil } }
        return text.split(separator: ",", omittingEmptySubsequences: false).map { source(Array($0.utf8)[...]) }
            .joined(separator: ",")
    }

    private static func source(_ text: Bytes) -> String {
        let start = text.skippingSpace(from: text.startIndex)
        let end = text[start...].firstIndex { $0.isHTMLSpace } ?? text.endIndex
        let url = String(decoding: text[start..<end], as: UTF8.self)
        guard isSafe(url), text[end...].allSatisfy({ $0.isHTMLSpace || $0.isASCIIDigit || $0.isASCIILetter }) else {
            return "#" + Escaper.failsafe
        }
        return String(decoding: text[..<start], as: UTF8.self) + escaped(url, normalizing: true)
            + String(decoding: text[end...], as: UTF8.self)
    }
}

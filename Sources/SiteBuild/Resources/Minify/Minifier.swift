/// Makes style sheets, scripts, data and pages smaller without changing what they mean.
enum Minifier {
    /// The bytes with less white space and without comments; a type that is not known comes back as it is.
    static func minified(_ bytes: [UInt8], mediaType: String) -> [UInt8] {
        switch mediaType {
        case "text/css": return CSSMinifier.minified(bytes)
        case "text/javascript", "application/javascript", "": return ScriptMinifier.minified(bytes)
        case "text/html": return HTMLMinifier.minified(bytes)
        case "image/svg+xml", "application/xml", "text/xml", "application/rss+xml": return XMLMinifier.minified(bytes)
        default: return mediaType.hasSuffix("json") ? data(bytes) : bytes
        }
    }

    /// JSON without the white space between its signs.
    private static func data(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isText = false
        var isEscaped = false
        for byte in bytes {
            if isText {
                result.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
            } else if !HTMLTag.isSpace(byte) {
                isText = byte == UInt8(ascii: "\"")
                result.append(byte)
            }
        }
        return result
    }
}

/// Makes style sheets, scripts, data and pages smaller without changing what they mean.
struct Minifier: Sendable {
    /// The kinds that stay as they are, such as `js`: the section `minify` of the configuration names them.
    var disabled: Set<String> = []
    /// What makes scripts and pictures smaller; nil for ``ScriptMinifier`` and ``XMLMinifier``.
    var program: MinifyProgram?

    /// The bytes with less white space and without comments; a type that is not known comes back as it is.
    static func minified(_ bytes: [UInt8], mediaType: String) -> [UInt8] {
        Minifier().minified(bytes, mediaType: mediaType)
    }

    /// The bytes with less white space and without comments; a type that is not known comes back as it is.
    func minified(_ bytes: [UInt8], mediaType: String) -> [UInt8] {
        guard let kind = Self.kind(of: mediaType), !disabled.contains(kind) else { return bytes }
        switch kind {
        case "css": return CSSMinifier.minified(bytes)
        case "js": return program?.minified(bytes, as: .script) ?? ScriptMinifier.minified(bytes)
        case "html": return HTMLMinifier.minified(bytes, with: self)
        case "svg": return program?.minified(bytes, as: .picture) ?? XMLMinifier.minified(bytes)
        case "json": return Self.data(bytes)
        default: return XMLMinifier.minified(bytes)
        }
    }

    /// The kind as settings call it; nil for a type that is not known.
    private static func kind(of mediaType: String) -> String? {
        switch mediaType {
        case "text/css": "css"
        case "text/javascript", "application/javascript", "module", "": "js"
        case "text/html": "html"
        case "image/svg+xml": "svg"
        case "application/xml", "text/xml", "application/rss+xml": "xml"
        default: mediaType.hasSuffix("json") ? "json" : nil
        }
    }

    /// JSON without the white space between its signs, and without the comma that templates leave behind the last element.
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
                if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]"), result.last == UInt8(ascii: ",") {
                    result.removeLast()
                }
                result.append(byte)
            }
        }
        return result
    }
}

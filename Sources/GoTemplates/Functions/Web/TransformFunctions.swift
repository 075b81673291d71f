internal import Text
internal import Values

extension FunctionTable {
    /// The functions of the namespace `transform` that need no site.
    mutating func registerTransform() {
        register("transform.HTMLEscape", aliases: ["htmlEscape"], 1...1) {
            .string(htmlEscaped(try $0.text(0), style: .goHTML))
        }
        register("transform.HTMLUnescape", aliases: ["htmlUnescape"], 1...1) {
            .string(CharacterReferences.unescaping(try $0.text(0)))
        }
        register("transform.Plainify", aliases: ["plainify"], 1...1) { .html(plainText(ofHTML: try $0.text(0))) }
        register("transform.XMLEscape", 1...1) { .string(Self.xmlEscaped(try $0.text(0))) }
    }

    /// Go's `xml.EscapeText` without the control characters that XML cannot hold.
    private static func xmlEscaped(_ text: String) -> String {
        // A control character is replaced by nothing.
        replacing(text) { byte in
            switch byte {
            case UInt8(ascii: "\""): "&#34;"
            case UInt8(ascii: "'"): "&#39;"
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case 0x09: "&#x9;"
            case 0x0A: "&#xA;"
            case 0x0D: "&#xD;"
            case 0..<0x20: ""
            default: nil
            }
        }
    }

    /// The namespace `safe`: text that its author answers for.
    mutating func registerSafe() {
        let kinds: [(String, String, SafeText.Kind)] = [
            ("HTML", "safeHTML", .html), ("HTMLAttr", "safeHTMLAttr", .htmlAttribute), ("URL", "safeURL", .url),
            ("JS", "safeJS", .javaScript), ("JSStr", "safeJSStr", .javaScriptString), ("CSS", "safeCSS", .css),
        ]
        for (name, alias, kind) in kinds {
            register("safe.\(name)", aliases: [alias], 1...1) { .safe(SafeText(try $0.text(0), kind)) }
        }
    }
}

/// What the value of an HTML attribute is, by the attribute's name.
enum AttributeKind {
    /// Text without a meaning for a browser.
    case plain
    case css
    case html
    case script
    case srcset
    case url
    /// Changes how the page around it is read: never written through a name that a template makes up.
    case unsafe

    /// The kind of an attribute with a lower-case name.
    ///
    /// `data-` and a namespace in front of a name do not change what it means, and what looks like the name of a
    /// handler or of a URL is taken for one.
    init(_ name: String) {
        var name = Substring(name)
        if name.hasPrefix("data-") {
            name = name.dropFirst(5)
        } else if let colon = name.firstIndex(of: ":") {
            if name[..<colon] == "xmlns" {
                self = .url
                return
            }
            name = name[name.index(after: colon)...]
        }
        switch name {
        case "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href", "icon",
            "longdesc", "manifest", "poster", "profile", "src", "usemap", "xmlns":
            self = .url
        case "style": self = .css
        case "srcdoc": self = .html
        case "srcset": self = .srcset
        case "accept-charset", "async", "challenge", "charset", "content", "crossorigin", "defer", "enctype", "form",
            "formenctype", "formmethod", "formnovalidate", "http-equiv", "keytype", "language", "method", "novalidate",
            "pattern", "rel", "sandbox", "type", "value":
            self = .unsafe
        default:
            if Self.plainNames.contains(String(name)) {
                self = .plain
            } else if name.hasPrefix("on") {
                self = .script
            } else if Self.looksLikeURL(name) {
                self = .url
            } else {
                self = .plain
            }
        }
    }

    /// Names that would look like something else.
    private static let plainNames: Set<String> = ["srclang"]

    private static func looksLikeURL(_ name: Substring) -> Bool {
        let bytes = Array(name.utf8)[...]
        return bytes.firstIndex(of: "src") != nil || bytes.firstIndex(of: "uri") != nil
            || bytes.firstIndex(of: "url") != nil
    }
}

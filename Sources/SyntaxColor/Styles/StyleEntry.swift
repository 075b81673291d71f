/// How a style shows a kind of token; what is nil is taken from broader kinds.
struct StyleEntry: Sendable, Equatable {
    /// `#` and six digits.
    var color: String?
    var background: String?
    /// Never written, as in Chroma; but what has a frame of its own is told from the block.
    var border: String?
    var isBold: Bool?
    var isItalic: Bool?
    var isUnderlined: Bool?
    /// Whether nothing is taken from broader kinds.
    var isComplete = false

    /// Reads `bold italic underline #rrggbb bg:#rrggbb`, any part of it; a `no` before a word takes it away, and `noinherit`
    /// all that broader kinds say.
    init(_ text: String) {
        for word in text.split(separator: " ") {
            switch word {
            case "bold": isBold = true
            case "nobold": isBold = false
            case "italic": isItalic = true
            case "noitalic": isItalic = false
            case "underline": isUnderlined = true
            case "noinherit": isComplete = true
            default:
                if word.hasPrefix("bg:") {
                    background = String(word.dropFirst(3))
                } else if word.hasPrefix("border:") {
                    border = String(word.dropFirst(7))
                } else if word.hasPrefix("#") {
                    color = String(word)
                }
            }
        }
    }

    /// This entry, with what it does not say from `other`.
    func inheriting(_ other: StyleEntry?) -> StyleEntry {
        guard let other, !isComplete else { return self }
        var result = self
        result.color = color ?? other.color
        result.background = background ?? other.background
        result.border = border ?? other.border
        result.isBold = isBold ?? other.isBold
        result.isItalic = isItalic ?? other.isItalic
        result.isUnderlined = isUnderlined ?? other.isUnderlined
        return result
    }

    /// What this entry says that `other` does not say in the same way.
    func subtracting(_ other: StyleEntry) -> StyleEntry {
        var result = self
        if color == other.color { result.color = nil }
        if background == other.background { result.background = nil }
        if border == other.border { result.border = nil }
        if isBold == other.isBold { result.isBold = nil }
        if isItalic == other.isItalic { result.isItalic = nil }
        if isUnderlined == other.isUnderlined { result.isUnderlined = nil }
        return result
    }

    /// Whether nothing is said.
    var isEmpty: Bool {
        color == nil && background == nil && border == nil && isBold == nil && isItalic == nil && isUnderlined == nil
    }

    /// The declarations of CSS, without spaces and with short colours where there are any.
    var css: String {
        var parts: [String] = []
        if let color { parts.append("color:\(Self.short(color))") }
        if let background { parts.append("background-color:\(Self.short(background))") }
        if isBold == true { parts.append("font-weight:bold") }
        if isItalic == true { parts.append("font-style:italic") }
        if isUnderlined == true { parts.append("text-decoration:underline") }
        return parts.joined(separator: ";")
    }

    /// `#112233` as `#123`.
    private static func short(_ color: String) -> String {
        let color = color.lowercased()
        let bytes = Array(color.utf8)
        guard bytes.count == 7, bytes[1] == bytes[2], bytes[3] == bytes[4], bytes[5] == bytes[6] else { return color }
        return String(decoding: [bytes[0], bytes[1], bytes[3], bytes[5]], as: UTF8.self)
    }
}

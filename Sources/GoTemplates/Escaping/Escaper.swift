internal import Text
internal import Values

/// A step of escaping that a context asks for; an action has up to three, each working on what the one before it made.
enum Escaper: Sendable {
    /// Between tags.
    case html
    /// In a quoted value.
    case attribute
    /// In a value without quotes.
    case unquotedAttribute
    /// In a textarea or a title.
    case rcdata
    /// The name of an attribute.
    case attributeName
    /// In a comment, which is not written.
    case comment
    /// The start of a URL: only a harmless protocol.
    case urlFilter
    /// Inside of a URL before the query.
    case urlNormalizer
    /// In the query or fragment of a URL.
    case urlQuery
    case srcset
    case scriptValue
    case scriptString
    case scriptTemplate
    case scriptRegexp
    case cssString
    case cssValue
    /// `html` at the end of a pipeline, in the place of what it would repeat.
    case builtinHTML
    /// `urlquery` at the end of a pipeline, in the place of what it would repeat.
    case builtinQuery

    /// What stands for a value that must not be written where it stands.
    static let failsafe = "ZgotmplZ"

    /// Writes `value` as the context of an action asks for.
    static func write(_ value: Value, through escapers: [Escaper], into output: inout ByteWriter) {
        if escapers.count == 1 {
            // Nearly every action: text between tags or in a quoted value.
            switch (escapers[0], value) {
            case (.html, .string(let text)), (.attribute, .string(let text)), (.rcdata, .string(let text)):
                output.writeHTMLEscaped(text, style: .goTemplate)
                return
            case (.html, .safe(let safe)) where safe.kind == .html:
                output.write(safe.text)
                return
            case (.html, .int(let number)), (.attribute, .int(let number)), (.rcdata, .int(let number)),
                (.html, .int64(let number)), (.attribute, .int64(let number)), (.rcdata, .int64(let number)):
                output.write(integer: number)
                return
            default: break
            }
        }
        guard let first = escapers.first else { return }
        var text = first.escaped(value)
        for escaper in escapers.dropFirst() { text = escaper.escaped(.string(text)) }
        output.write(text)
    }

    /// What the step makes of a value.
    func escaped(_ value: Value) -> String {
        if case .scriptValue = self { return ScriptEscaping.value(value) }
        let kind: SafeText.Kind?
        let text: String
        switch value {
        case .string(let plain): (text, kind) = (plain, nil)
        case .safe(let safe): (text, kind) = (safe.text, safe.kind)
        case .null:
            // Only the functions `html` and `urlquery` show what is not there.
            if case .builtinHTML = self {
                (text, kind) = ("<no value>", nil)
            } else if case .builtinQuery = self {
                (text, kind) = ("<no value>", nil)
            } else {
                (text, kind) = ("", nil)
            }
        default: (text, kind) = (value.goString, nil)
        }
        switch self {
        case .html: return kind == .html ? text : HTMLEscaping.text(text)
        case .attribute:
            return kind == .html ? HTMLEscaping.normalized(TagStripping.text(of: text)) : HTMLEscaping.text(text)
        case .unquotedAttribute: return HTMLEscaping.unquoted(text, isHTML: kind == .html)
        case .rcdata: return kind == .html ? HTMLEscaping.normalized(text) : HTMLEscaping.text(text)
        case .attributeName: return HTMLEscaping.attributeName(text, isSafe: kind == .htmlAttribute)
        case .comment: return ""
        case .urlFilter: return kind == .url || URLEscaping.isSafe(text) ? text : "#" + Self.failsafe
        case .urlNormalizer: return URLEscaping.escaped(text, normalizing: true)
        case .urlQuery: return URLEscaping.escaped(text, normalizing: kind == .url)
        case .srcset: return URLEscaping.srcset(text, kind: kind)
        case .scriptValue: return ""
        case .scriptString: return ScriptEscaping.string(text, isEscaped: kind == .javaScriptString)
        case .scriptTemplate: return ScriptEscaping.template(text)
        case .scriptRegexp: return ScriptEscaping.regexp(text)
        case .cssString: return CSSEscaping.string(text)
        case .cssValue: return kind == .css ? text : CSSEscaping.value(text)
        case .builtinHTML: return HTMLEscaping.builtin(text)
        case .builtinQuery: return URLEscaping.query(text)
        }
    }

    /// The escaper that a function at the end of a pipeline already does the work of.
    var builtin: Escaper? {
        switch self {
        case .attribute, .html, .rcdata: .builtinHTML
        case .urlQuery, .urlNormalizer: .builtinQuery
        default: nil
        }
    }
}

/// `text` with the bytes that `replacement` knows replaced; the same string where there is none.
func replacing(_ text: String, _ replacement: (UInt8) -> StaticString?) -> String {
    var text = text
    return text.withUTF8 { bytes -> String? in
        guard let first = bytes.firstIndex(where: { replacement($0) != nil }) else { return nil }
        var writer = ByteWriter(capacity: bytes.count + 32)
        var start = 0
        for index in first..<bytes.count {
            guard let entity = replacement(bytes[index]) else { continue }
            if start < index { writer.write(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index])) }
            writer.write(literal: entity)
            start = index + 1
        }
        if start < bytes.count { writer.write(bytes: UnsafeBufferPointer(rebasing: bytes[start...])) }
        return writer.string
    } ?? text
}

internal import Text

/// Text in HTML.
enum HTMLEscaping {
    /// Everything that HTML gives a meaning escaped.
    static func text(_ text: String) -> String { replacing(text) { entity($0, normalizing: false) } }

    /// The same for HTML: what is a character reference stays one.
    static func normalized(_ text: String) -> String { replacing(text) { entity($0, normalizing: true) } }

    private static func entity(_ byte: UInt8, normalizing: Bool) -> StaticString? {
        if byte > 0x3E { return nil }
        switch byte {
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "&"): return normalizing ? nil : "&amp;"
        case UInt8(ascii: "\""): return "&#34;"
        case UInt8(ascii: "'"): return "&#39;"
        case UInt8(ascii: "+"): return "&#43;"
        case 0: return "\u{FFFD}"
        default: return nil
        }
    }

    /// A value without quotes: white space and all that would end the value or begin another.
    static func unquoted(_ text: String, isHTML: Bool) -> String {
        if text.isEmpty { return Escaper.failsafe }
        let source = isHTML ? TagStripping.text(of: text) : text
        let escaped = replacing(source) { byte -> StaticString? in
            switch byte {
            case 0: return "&#xfffd;"
            case 0x09: return "&#9;"
            case 0x0A: return "&#10;"
            case 0x0B: return "&#11;"
            case 0x0C: return "&#12;"
            case 0x0D: return "&#13;"
            case 0x20: return "&#32;"
            case UInt8(ascii: "="): return "&#61;"
            case UInt8(ascii: "`"): return "&#96;"
            default: return entity(byte, normalizing: isHTML)
            }
        }
        guard escaped.utf8.contains(0xEF) else { return escaped }
        var result = ""
        for scalar in escaped.unicodeScalars {
            // Code points that old browsers take for the end of a value.
            if (0xFDD0...0xFDEF).contains(scalar.value) || (0xFFF0...0xFFFF).contains(scalar.value) {
                result += "&#x" + String(scalar.value, radix: 16) + ";"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The name of an attribute: letters and digits, and no attribute that a browser acts on.
    static func attributeName(_ text: String, isSafe: Bool) -> String {
        if isSafe { return text }
        let name = text.lowercased()
        guard !name.isEmpty, case .plain = AttributeKind(name),
            name.utf8.allSatisfy({ $0.isASCIIDigit || $0.isASCIILetter })
        else { return Escaper.failsafe }
        return name
    }

    /// The function `html` of templates.
    static func builtin(_ text: String) -> String {
        replacing(text) { $0 == UInt8(ascii: "+") ? nil : entity($0, normalizing: false) }
    }
}

/// HTML in the value of an attribute: its text.
enum TagStripping {
    /// The text of HTML without its tags and comments; the same string where there are none.
    static func text(of html: String) -> String {
        guard html.utf8.contains(UInt8(ascii: "<")) else { return html }
        let source = Array(html.utf8)[...]
        var result: [UInt8] = []
        var context = EscapeContext.start
        var position = source.startIndex
        var onlyText = true
        while position < source.endIndex {
            let state = context.state
            if context.delimiter == .none {
                // Scripts and styles are text here, not read.
                var from = context
                if context.element != .none, !state.isInTag { from.state = .rcdata }
                guard let (next, end) = try? Transition.step(from, source[position...]) else { break }
                if state == .text || state == .rcdata {
                    var textEnd = end
                    if next.state != state,
                        let open = source[position..<end].lastIndex(of: UInt8(ascii: "<"))
                    {
                        textEnd = open
                    }
                    result.append(contentsOf: source[position..<textEnd])
                } else {
                    onlyText = false
                }
                // A step that takes nothing has at least changed the state.
                if end == position, next == context { break }
                (context, position) = (next, end)
            } else {
                guard var end = Transition.valueEnd(context.delimiter, source[position...]) else { break }
                if context.delimiter != .spaceOrTagEnd { end += 1 }
                let element = context.element
                context = EscapeContext(state: .tag)
                context.element = element
                position = end
            }
        }
        if onlyText { return html }
        if position < source.endIndex, context.state == .text || context.state == .rcdata {
            result.append(contentsOf: source[position...])
        }
        return String(decoding: result, as: UTF8.self)
    }
}

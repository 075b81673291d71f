/// Which entities an escaper writes; the two ancestors of a Hugo page differ.
package enum HTMLEscapeStyle: Sendable {
    /// Go's `html/template`: `&lt; &gt; &amp; &#34; &#39; &#43;` and U+FFFD for NUL.
    case goTemplate
    /// Go's `html.EscapeString`: `&lt; &gt; &amp; &#34; &#39;`.
    case goHTML
    /// CommonMark and Goldmark: `&lt; &gt; &amp; &quot;`.
    case markdown
}

extension HTMLEscapeStyle {
    /// The entity that stands for `byte`, or nil where the byte stands for itself.
    func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case 0x26: return "&amp;"
        case 0x3C: return "&lt;"
        case 0x3E: return "&gt;"
        case 0x22: return self == .markdown ? "&quot;" : "&#34;"
        case 0x27: return self == .markdown ? nil : "&#39;"
        case 0x2B: return self == .goTemplate ? "&#43;" : nil
        case 0x00: return self == .goTemplate ? "\u{FFFD}" : nil
        default: return nil
        }
    }
}

extension ByteWriter {
    /// Appends `text` with the characters that HTML gives a meaning escaped, copying the runs between them whole.
    package mutating func writeHTMLEscaped(_ text: UnsafeBufferPointer<UInt8>, style: HTMLEscapeStyle) {
        var start = 0
        var index = 0
        let count = text.count
        while index < count {
            let byte = text[index]
            // Everything that is escaped stands at or below '>'.
            if byte <= 0x3E, let entity = style.entity(for: byte) {
                if start < index { write(bytes: UnsafeBufferPointer(rebasing: text[start..<index])) }
                write(literal: entity)
                start = index + 1
            }
            index += 1
        }
        if start < count { write(bytes: UnsafeBufferPointer(rebasing: text[start..<count])) }
    }

    /// Appends `text` escaped for HTML.
    package mutating func writeHTMLEscaped(_ text: String, style: HTMLEscapeStyle) {
        var text = text
        text.withUTF8 { writeHTMLEscaped($0, style: style) }
    }

    /// Appends `text` escaped for HTML.
    package mutating func writeHTMLEscaped(_ text: ArraySlice<UInt8>, style: HTMLEscapeStyle) {
        text.withUnsafeBufferPointer { writeHTMLEscaped($0, style: style) }
    }
}

/// `text` escaped for HTML.
package func htmlEscaped(_ text: String, style: HTMLEscapeStyle = .goTemplate) -> String {
    var writer = ByteWriter(capacity: text.utf8.count + 16)
    writer.writeHTMLEscaped(text, style: style)
    return writer.string
}

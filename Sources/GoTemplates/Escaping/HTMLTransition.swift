/// How text changes the context: one step from a context over a run of bytes.
///
/// Each function gets a context and bytes and gives the context behind the bytes it took, and their end; it takes at
/// least one byte or changes the state.
enum Transition {
    /// The context after text that was written in the template, and how far it reaches.
    static func afterText(_ context: EscapeContext, _ text: Bytes) throws(ContextError) -> (EscapeContext, Int) {
        if context.delimiter == .none {
            let end = specialTagEnd(context, text)
            // The end tag of a script or the like, with all in front of it taken.
            if end == text.startIndex { return (.start, text.startIndex) }
            return try step(context, text[..<(end ?? text.endIndex)])
        }
        return try insideValue(context, text)
    }

    /// One step in the language of the state.
    static func step(_ context: EscapeContext, _ text: Bytes) throws(ContextError) -> (EscapeContext, Int) {
        switch context.state {
        case .text: return Self.text(context, text)
        case .tag: return try tag(context, text)
        case .attrName: return try attributeName(context, text)
        case .afterName: return afterName(context, text)
        case .beforeValue: return beforeValue(context, text)
        case .htmlCmt:
            guard let end = text.firstIndex(of: "-->") else { return (context, text.endIndex) }
            return (.start, end + 3)
        case .rcdata: return (context, text.endIndex)
        case .attr, .srcset, .dead: return (context, text.endIndex)
        case .url: return (url(context, text), text.endIndex)
        case .metaContent, .metaContentURL: return metaContent(context, text)
        case .js: return try script(context, text)
        case .jsDqStr, .jsSqStr, .jsRegexp: return try scriptLiteral(context, text)
        case .jsTmplLit: return try templateLiteral(context, text)
        case .jsBlockCmt, .cssBlockCmt: return blockComment(context, text)
        case .jsLineCmt, .jsHTMLOpenCmt, .jsHTMLCloseCmt, .cssLineCmt: return lineComment(context, text)
        case .css: return css(context, text)
        case .cssDqStr, .cssSqStr, .cssDqURL, .cssSqURL, .cssURL: return try cssString(context, text)
        }
    }

    // MARK: Values of attributes

    /// Inside of an attribute's value, whose delimiter ends it whatever its language says.
    private static func insideValue(
        _ context: EscapeContext, _ text: Bytes
    ) throws(ContextError) -> (EscapeContext, Int) {
        var end = valueEnd(context.delimiter, text) ?? text.endIndex
        if context.delimiter == .spaceOrTagEnd, let bad = text[..<end].firstIndex(ofAny: "\"'<=`") {
            throw ContextError("\(text[bad...bad].quoted()) in unquoted attr: \(text[..<end].quoted())")
        }
        if end == text.endIndex {
            // Languages see the value with its entities decoded: <button onclick="alert(&quot;Hi!&quot;)">.
            let decoded = HTMLEntities.decoded(text)
            var context = context
            var rest = decoded[...]
            while !rest.isEmpty {
                let (next, position) = try step(context, rest)
                context = next
                rest = rest[position...]
            }
            return (context, end)
        }
        var element = context.element
        if context.state == .attr, element == .script, context.attribute == .scriptType,
            !ScriptEscaping.isScriptType(text[..<end])
        {
            element = .none
        }
        if context.delimiter != .spaceOrTagEnd { end += 1 }
        var next = EscapeContext(state: .tag)
        next.element = element
        return (next, end)
    }

    static func valueEnd(_ delimiter: EscapeContext.Delimiter, _ text: Bytes) -> Int? {
        switch delimiter {
        case .none: nil
        case .doubleQuote: text.firstIndex(of: UInt8(ascii: "\""))
        case .singleQuote: text.firstIndex(of: UInt8(ascii: "'"))
        case .spaceOrTagEnd: text.firstIndex(ofAny: " \t\n\u{C}\r>")
        }
    }

    // MARK: HTML

    private static func text(_ context: EscapeContext, _ text: Bytes) -> (EscapeContext, Int) {
        var position = text.startIndex
        while let open = text[position...].firstIndex(of: UInt8(ascii: "<")), open + 1 < text.endIndex {
            if text.has("<!--", at: open) { return (EscapeContext(state: .htmlCmt), open + 4) }
            var name = open + 1
            let isEnd = text[name] == UInt8(ascii: "/")
            if isEnd {
                if name + 1 == text.endIndex { return (context, text.endIndex) }
                name += 1
            }
            let (end, element) = tagName(text, from: name)
            if end != name {
                var next = EscapeContext(state: .tag)
                next.element = isEnd ? .none : element
                return (next, end)
            }
            position = end
        }
        return (context, text.endIndex)
    }

    /// The end of a tag name and which element with rules of its own it names.
    private static func tagName(_ text: Bytes, from start: Int) -> (Int, EscapeContext.Element) {
        guard start < text.endIndex, text[start].isASCIILetter else { return (start, .none) }
        var end = start + 1
        while end < text.endIndex {
            let byte = text[end]
            if byte.isASCIILetter || byte.isASCIIDigit {
                end += 1
            } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-"), end + 1 < text.endIndex,
                text[end + 1].isASCIILetter || text[end + 1].isASCIIDigit
            {
                end += 2
            } else {
                break
            }
        }
        switch String(decoding: text[start..<end], as: UTF8.self).lowercased() {
        case "script": return (end, .script)
        case "style": return (end, .style)
        case "textarea": return (end, .textarea)
        case "title": return (end, .title)
        case "meta": return (end, .meta)
        default: return (end, .none)
        }
    }

    private static func tag(_ context: EscapeContext, _ text: Bytes) throws(ContextError) -> (EscapeContext, Int) {
        let start = text.skippingSpace(from: text.startIndex)
        guard start < text.endIndex else { return (context, text.endIndex) }
        var next = EscapeContext(state: .tag)
        next.element = context.element
        if text[start] == UInt8(ascii: ">") {
            next.state = context.element.contentState
            if context.element == .meta { next.element = .none }
            return (next, start + 1)
        }
        let end = try nameEnd(text, from: start)
        guard end > start else {
            throw ContextError("expected space, attr name, or end of tag, but got \(text[start...].quoted())")
        }
        let name = String(decoding: text[start..<end], as: UTF8.self).lowercased()
        if context.element == .script, name == "type" {
            next.attribute = .scriptType
        } else if context.element == .meta, name == "content" {
            next.attribute = .metaContent
        } else {
            switch AttributeKind(name) {
            case .url: next.attribute = .url
            case .css: next.attribute = .style
            case .script: next.attribute = .script
            case .srcset: next.attribute = .srcset
            default: next.attribute = .none
            }
        }
        next.state = end == text.endIndex ? .attrName : .afterName
        return (next, end)
    }

    /// The end of an attribute's name.
    private static func nameEnd(_ text: Bytes, from start: Int) throws(ContextError) -> Int {
        var end = start
        while end < text.endIndex {
            switch text[end] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "="), UInt8(ascii: ">"): return end
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "<"):
                throw ContextError("\(text[end...end].quoted()) in attribute name: \(text.quoted(32))")
            default: end += 1
            }
        }
        return end
    }

    private static func attributeName(
        _ context: EscapeContext, _ text: Bytes
    ) throws(ContextError) -> (EscapeContext, Int) {
        let end = try nameEnd(text, from: text.startIndex)
        var next = context
        if end != text.endIndex { next.state = .afterName }
        return (next, end)
    }

    private static func afterName(_ context: EscapeContext, _ text: Bytes) -> (EscapeContext, Int) {
        let start = text.skippingSpace(from: text.startIndex)
        guard start < text.endIndex else { return (context, text.endIndex) }
        var next = context
        if text[start] != UInt8(ascii: "=") {
            next.state = .tag
            return (next, start)
        }
        next.state = .beforeValue
        return (next, start + 1)
    }

    private static func beforeValue(_ context: EscapeContext, _ text: Bytes) -> (EscapeContext, Int) {
        var start = text.skippingSpace(from: text.startIndex)
        guard start < text.endIndex else { return (context, text.endIndex) }
        var next = context
        next.delimiter = .spaceOrTagEnd
        if text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'") {
            next.delimiter = text[start] == UInt8(ascii: "'") ? .singleQuote : .doubleQuote
            start += 1
        }
        next.state = context.attribute.valueState
        return (next, start)
    }

    /// Where the end tag of the open script, style, textarea or title begins; nil when there is none in sight.
    private static func specialTagEnd(_ context: EscapeContext, _ text: Bytes) -> Int? {
        guard let name = context.element.name else { return nil }
        if context.element == .script, context.state.isScriptLiteral || context.state.isComment { return nil }
        return tagEnd(name, text)
    }

    private static func tagEnd(_ name: StaticString, _ text: Bytes) -> Int? {
        var position = text.startIndex
        let count = name.utf8CodeUnitCount
        while let open = text.firstIndex(of: "</", from: position) {
            let after = open + 2 + count
            if text.hasFolded(name, at: open + 2), after < text.endIndex,
                text[after].isHTMLSpace && text[after] != 0x0D || text[after] == UInt8(ascii: ">")
                    || text[after] == UInt8(ascii: "/")
            {
                return open
            }
            position = open + 2
        }
        return nil
    }

    /// `content="0; url=…"`: the URL of a page that a browser goes to next.
    private static func metaContent(_ context: EscapeContext, _ text: Bytes) -> (EscapeContext, Int) {
        var next = context
        if context.state == .metaContentURL {
            guard let end = text.firstIndex(of: UInt8(ascii: ";")) else { return (context, text.endIndex) }
            next.state = .metaContent
            return (next, end + 1)
        }
        for index in text.indices where text.hasFolded("url=", at: index) {
            next.state = .metaContentURL
            return (next, index + 4)
        }
        return (context, text.endIndex)
    }

    /// How text changes the part of a URL that follows.
    static func url(_ context: EscapeContext, _ text: Bytes) -> EscapeContext {
        var next = context
        if text.firstIndex(ofAny: "#?") != nil {
            next.urlPart = .queryOrFrag
        } else if context.urlPart == .none, text.skippingSpace(from: text.startIndex) != text.endIndex {
            next.urlPart = .preQuery
        }
        return next
    }
}

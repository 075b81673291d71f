extension Transition {
    /// JavaScript outside of literals and comments.
    static func script(_ context: EscapeContext, _ text: Bytes) throws(ContextError) -> (EscapeContext, Int) {
        var next = context
        guard let index = text.firstIndex(ofAny: "\"`'/{}<-#") else {
            next.slash = slash(after: text, preceding: context.slash)
            return (next, text.endIndex)
        }
        next.slash = slash(after: text[..<index], preceding: context.slash)
        let after = index + 1 < text.endIndex ? text[index + 1] : 0
        switch text[index] {
        case UInt8(ascii: "\""):
            (next.state, next.slash) = (.jsDqStr, .regexp)
        case UInt8(ascii: "'"):
            (next.state, next.slash) = (.jsSqStr, .regexp)
        case UInt8(ascii: "`"):
            (next.state, next.slash) = (.jsTmplLit, .regexp)
        case UInt8(ascii: "/"):
            if after == UInt8(ascii: "/") {
                next.state = .jsLineCmt
                return (next, index + 2)
            }
            if after == UInt8(ascii: "*") {
                next.state = .jsBlockCmt
                return (next, index + 2)
            }
            switch next.slash {
            case .regexp: next.state = .jsRegexp
            case .divOp: next.slash = .regexp
            case .unknown:
                throw ContextError("'/' could start a division or regexp: \(text[index...].quoted(32))")
            }
        case UInt8(ascii: "<"):
            if text.has("<!--", at: index) {
                next.state = .jsHTMLOpenCmt
                return (next, index + 4)
            }
        case UInt8(ascii: "-"):
            if text.has("-->", at: index) {
                next.state = .jsHTMLCloseCmt
                return (next, index + 3)
            }
        case UInt8(ascii: "#"):
            if after == UInt8(ascii: "!") {
                next.state = .jsLineCmt
                return (next, index + 2)
            }
        case UInt8(ascii: "{"):
            if let last = next.braceDepths.indices.last { next.braceDepths[last] += 1 }
        case UInt8(ascii: "}"):
            if let last = next.braceDepths.indices.last {
                next.braceDepths[last] -= 1
                if next.braceDepths[last] < 0 {
                    next.braceDepths.removeLast()
                    next.state = .jsTmplLit
                }
            }
        default: break
        }
        return (next, index + 1)
    }

    /// A template literal up to its end or the next `${`.
    static func templateLiteral(_ context: EscapeContext, _ text: Bytes) throws(ContextError) -> (EscapeContext, Int) {
        var next = context
        var position = text.startIndex
        while let index = text.firstIndex(ofAny: "`\\$", from: position) {
            position = index + 1
            switch text[index] {
            case UInt8(ascii: "\\"):
                position += 1
                if position > text.endIndex {
                    throw ContextError("unfinished escape sequence in JS string: \(text.quoted())")
                }
            case UInt8(ascii: "$"):
                if position < text.endIndex, text[position] == UInt8(ascii: "{") {
                    // Hostile nesting must not make every later context long.
                    guard next.braceDepths.count < 64 else { throw ContextError("template literals nested too deep") }
                    next.braceDepths.append(0)
                    next.state = .js
                    return (next, position + 1)
                }
            default:
                next.state = .js
                return (next, position)
            }
        }
        return (next, text.endIndex)
    }

    /// A string or a regular expression up to its end.
    static func scriptLiteral(_ context: EscapeContext, _ text: Bytes) throws(ContextError) -> (EscapeContext, Int) {
        var next = context
        next.state = .js
        next.slash = .divOp
        var inCharset = false
        var position = text.startIndex
        let specials: StaticString =
            switch context.state {
            case .jsSqStr: "\\'"
            case .jsRegexp: "\\/[]"
            default: "\\\""
            }
        while let index = text.firstIndex(ofAny: specials, from: position) {
            position = index + 1
            switch text[index] {
            case UInt8(ascii: "\\"):
                position += 1
                if position > text.endIndex {
                    throw ContextError("unfinished escape sequence in JS string: \(text.quoted())")
                }
            case UInt8(ascii: "["): inCharset = true
            case UInt8(ascii: "]"): inCharset = false
            case UInt8(ascii: "/"):
                // `</script` in a regular expression does not end it; its `<` is escaped.
                if text.hasFolded("</script", at: index - 1) {
                    position += 1
                } else if !inCharset {
                    return (next, position)
                }
            default:
                if !inCharset { return (next, position) }
            }
        }
        if inCharset { throw ContextError("unfinished JS regexp charset: \(text.quoted())") }
        return (context, text.endIndex)
    }

    static func blockComment(_ context: EscapeContext, _ text: Bytes) -> (EscapeContext, Int) {
        guard let end = text.firstIndex(of: "*/") else { return (context, text.endIndex) }
        var next = context
        next.state = context.state == .cssBlockCmt ? .css : .js
        return (next, end + 2)
    }

    static func lineComment(_ context: EscapeContext, _ text: Bytes) -> (EscapeContext, Int) {
        var end: Int?
        if context.state == .cssLineCmt {
            end = text.firstIndex(ofAny: "\n\u{C}\r")
        } else {
            end = text.indices.first {
                text[$0] == 0x0A || text[$0] == 0x0D || text.has("\u{2028}", at: $0) || text.has("\u{2029}", at: $0)
            }
        }
        guard let end else { return (context, text.endIndex) }
        var next = context
        next.state = context.state == .cssLineCmt ? .css : .js
        // The end of the line is no part of the comment.
        return (next, end)
    }

    /// What a `/` behind `text` begins: after an operator or a keyword a regular expression, after a value a division.
    static func slash(after text: Bytes, preceding: EscapeContext.Slash) -> EscapeContext.Slash {
        var end = text.endIndex
        while end > text.startIndex {
            if text[end - 1].isHTMLSpace {
                end -= 1
            } else if text.has("\u{2028}", at: end - 3) || text.has("\u{2029}", at: end - 3) {
                end -= 3
            } else {
                break
            }
        }
        guard end > text.startIndex else { return preceding }
        let last = text[end - 1]
        switch last {
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            // `++` and `--` end a value, `+` and `-` do not.
            var start = end - 1
            while start > text.startIndex, text[start - 1] == last { start -= 1 }
            return (end - start) & 1 == 1 ? .regexp : .divOp
        case UInt8(ascii: "."):
            if end - 2 >= text.startIndex, text[end - 2].isASCIIDigit { return .divOp }
            return .regexp
        case UInt8(ascii: ","), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "*"),
            UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "?"),
            UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":"),
            UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            return .regexp
        default:
            var start = end
            while start > text.startIndex, text[start - 1].isScriptNamePart { start -= 1 }
            if end - start > 10 { return .divOp }
            switch String(decoding: text[start..<end], as: UTF8.self) {
            case "break", "case", "continue", "delete", "do", "else", "finally", "in", "instanceof", "return", "throw",
                "try", "typeof", "void":
                return .regexp
            default: return .divOp
            }
        }
    }
}

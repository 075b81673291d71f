internal import SyntaxColor
internal import Text
internal import Values

/// Writes code as Hugo does, with the site's `markup.highlight` settings.
struct CodeHighlighter: Sendable {
    private let options: HighlightOptions

    init(_ settings: MarkdownSettings) { options = settings.highlight }

    /// Whether there is a lexer for a language.
    static func knows(language: String) -> Bool { SyntaxHighlighter().knows(language: language) }

    /// The HTML of a block of code.
    ///
    /// - Parameter options: options of this block over those of the site.
    func html(code: String, language: String, options: ValueMap, attributes: ValueMap) -> [UInt8] {
        var merged = self.options
        merged.set(options)
        return SyntaxHighlighter().html(
            code: code, language: language, options: merged, attributes: attributes.map { ($0, $1.goString) })
    }

    /// The HTML of a fenced block, and what of it is the code.
    ///
    /// - Parameters:
    ///   - options: options of the fence, then others over them.
    ///   - ordinal: the number of the block in its page, which names the anchors of its lines.
    func fence(
        code: String, language: String, options: [ValueMap], attributes: ValueMap, ordinal: Int
    ) -> (html: [UInt8], inner: Range<Int>) {
        var merged = self.options
        for map in options { merged.set(map) }
        if merged.lineAnchors.isEmpty { merged.lineAnchors = "hl-\(ordinal)" }
        return SyntaxHighlighter().highlight(
            code: Array(code.utf8), language: language, options: merged,
            attributes: attributes.map { ($0, $1.goString) })
    }
}

extension HighlightOptions {
    /// Sets what a map says; what is no option is passed over.
    mutating func set(_ map: ValueMap) {
        for (name, value) in map {
            if name.lowercased() == "hl_lines", case .list(let list) = value {
                hlLines = list.compactMap(Self.lines).joined(separator: " ")
            } else if let value = Self.optionValue(value) {
                set(name, value)
            }
        }
    }

    /// One entry of `hl_lines`: a number, a text such as `3-5`, or a pair of lines that count from zero, which is what
    /// the attributes of a fence are read as.
    private static func lines(_ value: Value) -> String? {
        if case .list(let pair) = value {
            guard pair.count == 2, let first = pair[0].intValue, let last = pair[1].intValue else { return nil }
            return "\(first &+ 1)-\(last &+ 1)"
        }
        return value.intValue.map { String($0) } ?? value.stringValue
    }

    private static func optionValue(_ value: Value) -> OptionValue? {
        switch value {
        case .bool(let flag): return .bool(flag)
        case .null, .object, .map: return nil
        case .list(let list): return .list(list.compactMap(optionValue))
        default: return value.intValue.map { .int($0) } ?? .string(value.goString)
        }
    }
}

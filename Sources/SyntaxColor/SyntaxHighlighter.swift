internal import Text

/// Colours code as Hugo does: Chroma's token classes or inline styles inside Hugo's wrapper.
///
/// Every highlighter shares the compiled languages; any number of threads may use it.
package struct SyntaxHighlighter: Sendable {
    private let registry = LexerRegistry.shared

    /// A highlighter of all languages that come with the program.
    package init() {}

    /// The names of the languages, sorted.
    package var languages: [String] { registry.names.sorted() }

    /// Whether `language` is a name, an alias, a file extension or a file name of a language.
    package func knows(language: String) -> Bool { registry.index(of: language) != nil }

    /// The HTML of a block of code.
    ///
    /// `attributes` are written to the outer element; a `class` joins the wrapper's. Code of an unknown language is
    /// escaped and not coloured, and then has no outer element. Any bytes will do: what is no UTF-8 is left as it is.
    package func html(
        code: String, language: String, options: HighlightOptions = HighlightOptions(),
        attributes: [(String, String)] = []
    ) -> [UInt8] {
        html(code: Array(code.utf8), language: language, options: options, attributes: attributes)
    }

    /// The HTML of a block of code given as bytes.
    package func html(
        code: [UInt8], language: String, options: HighlightOptions = HighlightOptions(),
        attributes: [(String, String)] = []
    ) -> [UInt8] {
        highlight(code: code, language: language, options: options, attributes: attributes).html
    }

    /// The HTML of a block of code, and where in it the code stands, without the elements around it.
    ///
    /// Of code in a line (`hl_inline`) that is the whole.
    package func highlight(
        code: [UInt8], language: String, options: HighlightOptions = HighlightOptions(),
        attributes: [(String, String)] = []
    ) -> (html: [UInt8], inner: Range<Int>) {
        var out = ByteWriter(capacity: code.count * 4 + 256)
        var language = language
        var lexer = language.isEmpty ? nil : registry.lexer(named: language)
        if lexer == nil, options.guessSyntax {
            lexer = registry.lexer(named: LanguageGuess(code).language)
            language = lexer?.definition.name.lowercased() ?? "fallback"
            if language == "plaintext" { language = "fallback" }
        }
        let renderer = CodeRenderer(options: options, language: language)
        if let lexer {
            let tokenizer = Tokenizer(find: registry.lexer(named:))
            let (text, tokens) = tokenizer.tokenize(Self.withLineFeeds(code), with: lexer)
            let inner = renderer.write(text, tokens: tokens, attributes: attributes, into: &out)
            return (out.bytes, inner)
        }
        let inner = renderer.writePlain(code, into: &out)
        return (out.bytes, inner)
    }

    /// The kinds and the texts of the tokens of `code`, or nil where the language is not known.
    package func tokens(code: [UInt8], language: String) -> [(kind: TokenClass, text: [UInt8])]? {
        guard let lexer = registry.lexer(named: language) else { return nil }
        let (text, list) = Tokenizer(find: registry.lexer(named:)).tokenize(Self.withLineFeeds(code), with: lexer)
        var start = 0
        return list.tokens.map { token in
            defer { start = token.end }
            return (token.kind, Array(text[start..<token.end]))
        }
    }

    /// What is wrong with the definition of a language, nil when it is sound; a language that is not is plain text.
    package func problem(in language: String) -> String? { registry.problem(in: language) }

    /// CRLF and CR as LF.
    private static func withLineFeeds(_ code: [UInt8]) -> [UInt8] {
        guard code.contains(0x0D) else { return code }
        var result: [UInt8] = []
        result.reserveCapacity(code.count)
        for (index, byte) in code.enumerated() {
            if byte != 0x0D {
                result.append(byte)
            } else if index + 1 == code.count || code[index + 1] != 0x0A {
                result.append(0x0A)
            }
        }
        return result
    }
}

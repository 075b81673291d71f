internal import Text
internal import Values

/// Makes definitions of a template's tokens.
///
/// Recursive descent; the grammar of Go's `text/template`. The nodes keep byte offsets, variables become slots.
struct Parser {
    let file: SourceFile
    /// Go's parse name: what error messages call the file.
    let name: String
    let functions: FunctionTable
    let tokens: [Token]
    let lexerFailure: String
    var position = 0
    /// The bodies that `define` and `block` have named so far.
    var definitions: [Definition] = []
    /// The variables in scope, innermost last; the index is the slot.
    var variables: [String] = ["$"]
    var slotCount = 1
    private var rangeDepth = 0
    private var nesting = 0

    /// How deep blocks and parentheses may stand in each other.
    private static let maximumNesting = 200

    init(file: SourceFile, name: String, functions: FunctionTable) {
        self.file = file
        self.name = name
        self.functions = functions
        (tokens, lexerFailure) = Lexer.tokens(of: file.bytes)
    }

    /// The file's own body first, then the named ones in their order.
    ///
    ///     file: { text | action | define }
    mutating func parseFile() throws(Diagnostic) -> [Definition] {
        var body: [Node] = []
        while peek().kind != .endOfFile {
            if peek().kind == .leftDelimiter {
                let start = position
                position += 1
                if nextNonSpace().kind == .keywordDefine {
                    try parseDefinition()
                    continue
                }
                position = start
            }
            switch try parseTextOrAction() {
            case .node(let node): body.append(node)
            case .end(let range): throw failure("unexpected {{end}}", at: range)
            case .otherwise(let range): throw failure("unexpected {{else}}", at: range)
            }
        }
        let own = Definition(name: name, fileName: name, file: file, body: body, slotCount: slotCount)
        try add(own, at: 0..<0)
        // The own body leads, also when an empty one lost to a definition of the same name.
        return definitions.filter { $0 === own } + definitions.filter { $0 !== own }
    }

    private mutating func add(_ definition: Definition, at range: Range<Int>) throws(Diagnostic) {
        if let index = definitions.firstIndex(where: { $0.name == definition.name }) {
            if definitions[index].isEmpty {
                definitions[index] = definition
            } else if !definition.isEmpty {
                throw failure("template: multiple definition of template \(goQuoted(definition.name))", at: range)
            }
            return
        }
        definitions.append(definition)
    }

    // MARK: Bodies

    private enum Item {
        case node(Node)
        case end(Range<Int>)
        case otherwise(Range<Int>)
    }

    /// A body with its own variables, up to its `{{ end }}`.
    private mutating func parseNamedBody(_ name: String, context: String, at range: Range<Int>) throws(Diagnostic) {
        let outer = (variables, slotCount, rangeDepth)
        (variables, slotCount, rangeDepth) = (["$"], 1, 0)
        // After an error as well: the branches around still take their own variables away.
        defer { (variables, slotCount, rangeDepth) = outer }
        let (body, terminator) = try parseItems(openedAt: range)
        guard case .end = terminator else { throw failure("unexpected {{else}} in \(context)", at: range) }
        let definition = Definition(name: name, fileName: self.name, file: file, body: body, slotCount: slotCount)
        try add(definition, at: range)
    }

    /// Items up to `{{ end }}` or `{{ else }}`.
    private mutating func parseItems(openedAt range: Range<Int>) throws(Diagnostic) -> ([Node], Item) {
        try enter(at: range)
        defer { nesting -= 1 }
        var body: [Node] = []
        while peekNonSpace().kind != .endOfFile {
            switch try parseTextOrAction() {
            case .node(let node): body.append(node)
            case let terminator: return (body, terminator)
            }
        }
        var error = failure("unexpected EOF", at: peek().range)
        let (line, column) = file.position(of: range.lowerBound)
        error.notes.append("the block that is not closed opens at line \(line), column \(column)")
        error.suggestion = "close it with {{ end }}"
        throw error
    }

    mutating func enter(at range: Range<Int>) throws(Diagnostic) {
        nesting += 1
        guard nesting <= Self.maximumNesting else {
            throw failure("nested deeper than \(Self.maximumNesting) levels", at: range)
        }
    }

    mutating func leave() { nesting -= 1 }

    /// textOrAction: text | `{{` action `}}`
    private mutating func parseTextOrAction() throws(Diagnostic) -> Item {
        let token = nextNonSpace()
        switch token.kind {
        case .text: return .node(.text(TextNode(range: token.range)))
        case .leftDelimiter: return try parseAction(from: token.range.lowerBound)
        default: throw unexpected(token, in: "input")
        }
    }

    /// action: `if` | `with` | `range` | `template` | `block` | `break` | `continue` | `end` | `else` | pipeline
    private mutating func parseAction(from start: Int) throws(Diagnostic) -> Item {
        let token = nextNonSpace()
        switch token.kind {
        case .keywordBlock: return .node(try parseBlock(from: start))
        case .keywordBreak: return .node(.breakLoop(try parseJump(token, word: "break")))
        case .keywordContinue: return .node(.continueLoop(try parseJump(token, word: "continue")))
        case .keywordElse:
            // `else if` and `else with`: the caller reads on at the second word.
            let after = peekNonSpace()
            if after.kind == .keywordIf || after.kind == .keywordWith { return .otherwise(token.range) }
            try expectEnd(of: "else")
            return .otherwise(token.range)
        case .keywordEnd:
            try expectEnd(of: "end")
            return .end(token.range)
        case .keywordIf: return .node(try parseBranch(.if, from: start))
        case .keywordRange: return .node(try parseBranch(.range, from: start))
        case .keywordWith: return .node(try parseBranch(.with, from: start))
        case .keywordTemplate: return .node(try parseTemplate(from: start))
        default:
            position -= 1
            let pipeline = try parsePipeline(context: "command", end: .rightDelimiter)
            return .node(.action(ActionNode(range: start..<previousEnd, pipeline: pipeline)))
        }
    }

    private mutating func expectEnd(of context: String) throws(Diagnostic) {
        let token = nextNonSpace()
        guard token.kind == .rightDelimiter else { throw unexpected(token, in: context) }
    }

    /// jump: (`break` | `continue`) `}}`, inside a range
    private mutating func parseJump(_ token: Token, word: String) throws(Diagnostic) -> JumpNode {
        let next = nextNonSpace()
        guard next.kind == .rightDelimiter else { throw unexpected(next, in: "{{\(word)}}") }
        guard rangeDepth > 0 else { throw failure("{{\(word)}} outside {{range}}", at: token.range) }
        return JumpNode(range: token.range)
    }

    /// branch: (`if` | `with` | `range`) pipeline `}}` items [`else` [`if` | `with` …] items] `{{ end }}`
    private mutating func parseBranch(_ kind: BranchNode.Kind, from start: Int) throws(Diagnostic) -> Node {
        let scope = variables.count
        defer { variables.removeLast(variables.count - scope) }
        let pipeline = try parsePipeline(context: kind.rawValue, end: .rightDelimiter)
        let opening = start..<previousEnd
        if kind == .range { rangeDepth += 1 }
        let (body, terminator) = try parseItems(openedAt: opening)
        if kind == .range { rangeDepth -= 1 }
        var alternative: [Node]?
        if case .otherwise(let range) = terminator {
            let next = peekNonSpace()
            let continued: BranchNode.Kind? =
                switch (kind, next.kind) {
                case (.if, .keywordIf): .if
                case (.with, .keywordWith): .with
                default: nil
                }
            if let continued {
                // `{{ else if x }}` is `{{ else }}{{ if x }}`, and one `{{ end }}` closes both.
                _ = nextNonSpace()
                try enter(at: range)
                defer { nesting -= 1 }
                alternative = [try parseBranch(continued, from: range.lowerBound)]
            } else if next.kind == .keywordIf || next.kind == .keywordWith {
                throw unexpected(next, in: "input")
            } else {
                let (items, end) = try parseItems(openedAt: range)
                guard case .end = end else { throw failure("expected end; found {{else}}", at: range) }
                alternative = items
            }
        }
        return .branch(BranchNode(kind: kind, range: opening, pipeline: pipeline, body: body, alternative: alternative))
    }

    /// define: `define` string `}}` items `{{ end }}`, only outside of every block
    private mutating func parseDefinition() throws(Diagnostic) {
        let token = nextNonSpace()
        let name = try templateName(token, context: "define clause")
        try expectEnd(of: "define clause")
        try parseNamedBody(name, context: "define clause", at: token.range)
    }

    /// block: `block` string pipeline `}}` items `{{ end }}`, a definition and its execution in one
    private mutating func parseBlock(from start: Int) throws(Diagnostic) -> Node {
        let token = nextNonSpace()
        let name = try templateName(token, context: "block clause")
        let pipeline = try parsePipeline(context: "block clause", end: .rightDelimiter)
        let range = start..<previousEnd
        try parseNamedBody(name, context: "block clause", at: token.range)
        return .template(TemplateNode(range: range, goOffset: token.range.lowerBound, name: name, pipeline: pipeline))
    }

    /// template: `template` string [pipeline] `}}`
    private mutating func parseTemplate(from start: Int) throws(Diagnostic) -> Node {
        let token = nextNonSpace()
        let name = try templateName(token, context: "template clause")
        var pipeline: Pipeline?
        if nextNonSpace().kind != .rightDelimiter {
            position -= 1
            pipeline = try parsePipeline(context: "template clause", end: .rightDelimiter)
        }
        return .template(
            TemplateNode(range: start..<previousEnd, goOffset: token.range.lowerBound, name: name, pipeline: pipeline))
    }

    private func templateName(_ token: Token, context: String) throws(Diagnostic) -> String {
        guard token.kind == .string || token.kind == .rawString else { throw unexpected(token, in: context) }
        return try stringValue(of: token)
    }

    func stringValue(of token: Token) throws(Diagnostic) -> String {
        let bytes = file.bytes[token.range]
        if token.kind == .rawString {
            // As in Go source, a carriage return is no part of a raw string.
            return String(decoding: bytes.dropFirst().dropLast().filter { $0 != 0x0D }, as: UTF8.self)
        }
        guard let unquoted = goUnquoted(bytes) else { throw failure("invalid syntax", at: token.range) }
        return String(decoding: unquoted, as: UTF8.self)
    }

    // MARK: Tokens

    /// The end of the last token that was taken.
    var previousEnd: Int { position > 0 && position <= tokens.count ? tokens[position - 1].range.upperBound : 0 }

    /// The stream ends with an end of file or an error, which is then there for ever.
    private func token(at index: Int) -> Token {
        if index < tokens.count { return tokens[index] }
        return tokens.last ?? Token(kind: .endOfFile, range: 0..<0)
    }

    func peek() -> Token { token(at: position) }

    mutating func next() -> Token {
        let token = peek()
        position += 1
        return token
    }

    mutating func nextNonSpace() -> Token {
        while peek().kind == .space { position += 1 }
        return next()
    }

    mutating func peekNonSpace() -> Token {
        while peek().kind == .space { position += 1 }
        return peek()
    }

    func text(of token: Token) -> String { String(decoding: file.bytes[token.range], as: UTF8.self) }

    // MARK: Errors

    func unexpected(_ token: Token, in context: String) -> Diagnostic {
        if token.kind == .error {
            var error = failure(lexerFailure, at: token.range, code: "template.lex")
            if lexerFailure == "unclosed action" {
                error.code = "template.unclosed-action"
                error.suggestion = "close it with }}"
            }
            return error
        }
        return failure("unexpected \(shown(token)) in \(context)", at: token.range)
    }

    private func shown(_ token: Token) -> String {
        let text = text(of: token)
        switch token.kind {
        case .endOfFile: return "EOF"
        case .keywordNil, .keywordBlock, .keywordBreak, .keywordContinue, .keywordDefine, .keywordElse, .keywordEnd,
            .keywordIf, .keywordRange, .keywordTemplate, .keywordWith, .dot:
            return "<\(text)>"
        default:
            let scalars = text.unicodeScalars
            if scalars.count > 10 { return goQuoted(String(String.UnicodeScalarView(scalars.prefix(10)))) + "..." }
            return goQuoted(text)
        }
    }

    /// An error in Hugo's words at a range of the file.
    func failure(_ reason: String, at range: Range<Int>, code: String = "template.parse") -> Diagnostic {
        let line = file.position(of: range.lowerBound).line
        return Diagnostic(
            code: code, "parse of template failed: template: \(name):\(line): \(reason)", at: SourceRange(file, range))
    }
}

internal import Text
internal import Values

extension Parser {
    /// pipeline: [variable [`,` variable] (`:=` | `=`)] command { `|` command }
    mutating func parsePipeline(context: String, end: Token.Kind) throws(Diagnostic) -> Pipeline {
        let start = peekNonSpace().range.lowerBound
        let (names, isAssignment) = try parseTargets(context: context)
        var commands: [Command] = []
        while true {
            let token = nextNonSpace()
            switch token.kind {
            case end:
                try check(commands, context: context, at: start..<token.range.lowerBound)
                return try pipeline(start..<token.range.lowerBound, commands, names: names, isAssignment: isAssignment)
            case .bool, .characterConstant, .complexNumber, .dot, .field, .identifier, .number, .keywordNil, .rawString,
                .string, .variable, .leftParenthesis:
                position -= 1
                commands.append(try parseCommand())
            default:
                throw unexpected(token, in: context)
            }
        }
    }

    /// The names that `$a, $b :=` or `$a =` in front of a pipeline name.
    private mutating func parseTargets(context: String) throws(Diagnostic) -> (names: [Token], isAssignment: Bool) {
        var names: [Token] = []
        while peekNonSpace().kind == .variable {
            let start = position
            let variable = next()
            let after = peekNonSpace()
            if after.kind == .assign || after.kind == .declare {
                _ = next()
                names.append(variable)
                return (names, after.kind == .assign)
            }
            guard after.kind == .character, text(of: after) == "," else {
                // The variable is an argument.
                position = start
                if !names.isEmpty { throw unexpected(after, in: context) }
                return ([], false)
            }
            _ = next()
            names.append(variable)
            guard context == "range", names.count < 2 else {
                throw failure("too many declarations in \(context)", at: variable.range)
            }
            guard peekNonSpace().kind == .variable else {
                throw failure("range can only initialize variables", at: peek().range)
            }
        }
        return (names, false)
    }

    /// The pipeline with its targets as slots; what is declared is in scope behind it.
    private mutating func pipeline(
        _ range: Range<Int>, _ commands: [Command], names: [Token], isAssignment: Bool
    ) throws(Diagnostic) -> Pipeline {
        var targets: [Pipeline.Target] = []
        for token in names {
            let name = text(of: token)
            if isAssignment {
                targets.append(.init(name: name, slot: try slot(of: name, at: token.range)))
            } else {
                targets.append(.init(name: name, slot: variables.count))
                variables.append(name)
            }
        }
        slotCount = max(slotCount, variables.count)
        return Pipeline(range: range, commands: commands, targets: targets, isAssignment: isAssignment)
    }

    private func slot(of name: String, at range: Range<Int>) throws(Diagnostic) -> Int {
        if let slot = variables.lastIndex(of: name) { return slot }
        var error = failure("undefined variable \(goQuoted(name))", at: range, code: "template.undefined-variable")
        if let near = nearestName(to: name, among: variables) { error.suggestion = "did you mean \(near)?" }
        throw error
    }

    private func check(_ commands: [Command], context: String, at range: Range<Int>) throws(Diagnostic) {
        if commands.isEmpty { throw failure("missing value for \(context)", at: range) }
        for (stage, command) in commands.enumerated().dropFirst() {
            switch command.word {
            case is ConstantExpression, is DotExpression, is NilExpression:
                throw failure("non executable command in pipeline stage \(stage + 1)", at: command.range)
            default: break
            }
        }
    }

    /// command: operand { space operand }, up to `|`, `)` or `}}`
    private mutating func parseCommand() throws(Diagnostic) -> Command {
        let start = peekNonSpace().range.lowerBound
        var operands: [Expression] = []
        loop: while true {
            _ = peekNonSpace()
            if let operand = try parseOperand() { operands.append(operand) }
            let token = next()
            switch token.kind {
            case .space: continue
            case .rightDelimiter, .rightParenthesis:
                position -= 1
                break loop
            case .pipe: break loop
            default: throw unexpected(token, in: "operand")
            }
        }
        guard let word = operands.first else { throw failure("empty command", at: start..<previousEnd) }
        let end = operands.last?.range.upperBound ?? start
        return Command(range: start..<max(start, end), word: word, arguments: Array(operands.dropFirst()))
    }

    /// operand: term { `.name` }; nil when there is none
    private mutating func parseOperand() throws(Diagnostic) -> Expression? {
        let start = peek().range.lowerBound
        if peek().kind == .identifier { return try parseFunction() }
        guard let term = try parseTerm() else { return nil }
        guard peek().kind == .field else { return term }
        let goOffset = peek().range.lowerBound
        let names = takeFields()
        switch term {
        case let field as FieldExpression where field.base is DotExpression:
            return FieldExpression(
                range: start..<previousEnd, goOffset: goOffset, base: field.base, names: field.names + names)
        case is ConstantExpression, is NilExpression, is DotExpression:
            throw failure("unexpected . after term \(goQuoted(term.goText))", at: term.range)
        case is Pipeline:
            return FieldExpression(
                range: start..<previousEnd, goOffset: goOffset, base: ParenthesizedExpression(term), names: names)
        default:
            return FieldExpression(range: start..<previousEnd, goOffset: goOffset, base: term, names: names)
        }
    }

    private mutating func takeFields() -> [String] {
        var names: [String] = []
        while peek().kind == .field { names.append(String(text(of: next()).dropFirst())) }
        return names
    }

    /// A function by its name, or by namespace and name: `strings.ToLower`. Names behind it are fields of its value.
    private mutating func parseFunction() throws(Diagnostic) -> Expression {
        let token = next()
        let name = text(of: token)
        let goOffset = peek().range.lowerBound
        var fields = takeFields()
        var full = name
        var function: TemplateFunction?
        var end = token.range.upperBound
        if let first = fields.first {
            function = functions.function(named: name + "." + first)
            if function != nil || (functions.function(named: name) == nil) {
                full = name + "." + first
                end += 1 + first.utf8.count
                fields.removeFirst()
            }
        }
        if full == name { function = functions.function(named: name) }
        if full == name, function == nil, fields.isEmpty, let namespace = functions.namespace(name) {
            return ConstantExpression(range: token.range, value: .object(namespace), text: name)
        }
        let word = FunctionExpression(
            range: token.range.lowerBound..<end, name: full, function: function, others: functions)
        if fields.isEmpty { return word }
        return FieldExpression(
            range: token.range.lowerBound..<previousEnd, goOffset: goOffset, base: word, names: fields)
    }

    /// term: literal | `.` | `.name` | `$name` | `nil` | `(` pipeline `)`
    private mutating func parseTerm() throws(Diagnostic) -> Expression? {
        let token = nextNonSpace()
        switch token.kind {
        case .dot: return DotExpression(range: token.range)
        case .keywordNil: return NilExpression(range: token.range)
        case .variable:
            let name = text(of: token)
            return VariableExpression(range: token.range, name: name, slot: try slot(of: name, at: token.range))
        case .field:
            let name = String(text(of: token).dropFirst())
            return FieldExpression(
                range: token.range, goOffset: token.range.lowerBound, base: DotExpression(range: token.range),
                names: [name])
        case .bool:
            let text = text(of: token)
            return ConstantExpression(range: token.range, value: .bool(text == "true"), text: text)
        case .characterConstant:
            do throws(ValueError) {
                let value = try NumberLiteral.character(file.bytes[token.range])
                return ConstantExpression(range: token.range, value: value, text: text(of: token))
            } catch { throw failure(error.message, at: token.range) }
        case .number, .complexNumber:
            do throws(ValueError) {
                let value = try NumberLiteral.value(of: text(of: token))
                return ConstantExpression(range: token.range, value: value, text: text(of: token))
            } catch { throw failure(error.message, at: token.range) }
        case .string, .rawString:
            let value = try stringValue(of: token)
            return ConstantExpression(range: token.range, value: .string(value), text: text(of: token))
        case .leftParenthesis:
            try enter(at: token.range)
            defer { leave() }
            return try parsePipeline(context: "parenthesized pipeline", end: .rightParenthesis)
        default:
            position -= 1
            return nil
        }
    }
}

internal import Text

/// Works out the context of every action of a template and of all templates it calls.
///
/// The algorithm of Go's `html/template`: contexts flow through the nodes, branches must agree on where they end, and a
/// template that is called in a context other than the text of a page is looked at anew for that context.
struct ContextAnalysis {
    let scope: TemplateScope
    private var found = Findings()
    /// What is left of the nodes that may be looked at: ranges in ranges are looked at twice each.
    private var budget = 1_000_000

    /// What is known so far; a trial that fails leaves no trace.
    private struct Findings {
        /// The templates in the order in which they were first called.
        var templates: [EscapedTemplate] = []
        var index: [String: Int] = [:]
        /// The context behind each template, by key.
        var outputs: [String: EscapeContext] = [:]
        /// The keys of templates that were called.
        var called: Set<String> = []
    }

    /// Where `break` and `continue` leave the ranges around.
    private struct Jumps {
        var breaks: [(context: EscapeContext, range: Range<Int>)] = []
        var continues: [(context: EscapeContext, range: Range<Int>)] = []
    }

    /// The template whose body is being looked at.
    private var current = ""
    private var jumps: [Jumps] = []
    private var depth = 0

    init(scope: TemplateScope) { self.scope = scope }

    /// `definition` first, then all that it can call, each once for each context.
    mutating func templates(reachedFrom definition: Definition) throws(Diagnostic) -> [EscapedTemplate] {
        do throws(ContextError) {
            let end = try output(of: definition, key: definition.name, from: .start)
            guard end.state == .text else {
                var error = ContextError("ends in a non-text context: \(end.goText)")
                error.definition = definition
                throw error
            }
        } catch { throw diagnostic(error, in: definition) }
        let entry = found.index[definition.name] ?? 0
        return [found.templates[entry]] + found.templates.enumerated().filter { $0.offset != entry }.map(\.element)
    }

    private func diagnostic(_ error: ContextError, in definition: Definition) -> Diagnostic {
        let definition = error.definition ?? definition
        let file = definition.file
        guard let range = error.range, error.namesPlace else {
            return Diagnostic(
                code: "template.context", "html/template:\(definition.fileName): \(error.message)",
                at: SourceRange(file, error.range ?? file.bytes.count..<file.bytes.count))
        }
        let (line, byte) = file.bytePosition(of: range.lowerBound)
        return Diagnostic(
            code: "template.context",
            "html/template:\(definition.fileName):\(line):\(byte): \(error.message)",
            at: SourceRange(file, range))
    }

    // MARK: Templates

    /// The context behind a template called at `context`, and the key of it in that context.
    private mutating func call(
        _ node: TemplateNode, _ context: EscapeContext, in definition: Definition
    ) throws(ContextError) -> EscapeContext {
        let key = context.key(of: node.name)
        found.called.insert(key)
        record { $0.calls[ObjectIdentifier(node)] = key }
        if let known = found.outputs[key] { return known }
        guard let target = scope.definition(named: node.name) else {
            var message = "no such template \(goQuoted(node.name))"
            if let near = nearestName(to: node.name, among: scope.names) {
                message += " (did you mean \(goQuoted(near))?)"
            }
            throw failure(message, at: node.goOffset..<node.range.upperBound, definition)
        }
        return try output(of: target, key: key, from: context)
    }

    private mutating func output(
        of definition: Definition, key: String, from context: EscapeContext
    ) throws(ContextError) -> EscapeContext {
        depth += 1
        defer { depth -= 1 }
        guard depth < 200 else {
            throw failure("templates call each other deeper than 200 levels", at: 0..<0, definition)
        }
        let (first, accurate) = try body(of: definition, key: key, from: context)
        if accurate { return first }
        // Assume that it ends where it just ended, and see whether that holds.
        let (second, accurateNow) = try body(of: definition, key: key, from: first)
        if accurateNow { return second }
        throw failure("cannot compute output context for template \(definition.name)", at: 0..<0, definition)
    }

    /// The context behind a body, and whether it is what was assumed when the template called itself.
    private mutating func body(
        of definition: Definition, key: String, from context: EscapeContext
    ) throws(ContextError) -> (EscapeContext, Bool) {
        let saved = (found, current, jumps)
        found.outputs[key] = context
        // Whether the template calls itself shows only in what its own body calls.
        found.called = []
        if let index = found.index[key] {
            found.templates[index] = EscapedTemplate(key: key, definition: definition)
        } else {
            found.index[key] = found.templates.count
            found.templates.append(EscapedTemplate(key: key, definition: definition))
        }
        (current, jumps) = (key, [])
        let end = try list(definition.body, context, in: definition)
        (current, jumps) = (saved.1, saved.2)
        if !found.called.contains(key) || end == context {
            found.outputs[key] = end
            found.called.formUnion(saved.0.called)
            return (end, true)
        }
        found = saved.0
        return (end, false)
    }

    private mutating func record(_ change: (inout EscapedTemplate) -> Void) {
        guard let index = found.index[current] else { return }
        change(&found.templates[index])
    }

    // MARK: Nodes

    private mutating func list(
        _ nodes: [Node], _ context: EscapeContext, in definition: Definition
    ) throws(ContextError) -> EscapeContext {
        var context = context
        for node in nodes {
            budget -= 1
            guard budget > 0 else { throw failure("too complex to work out its contexts", at: 0..<0, definition) }
            switch node {
            case .text(let text): context = try self.text(text, context, in: definition)
            case .action(let action): context = try self.action(action, context, in: definition)
            case .branch(let branch): context = try self.branch(branch, context, in: definition)
            case .template(let template): context = try call(template, context, in: definition)
            case .breakLoop(let jump):
                if let last = jumps.indices.last { jumps[last].breaks.append((context, jump.range)) }
                context.state = .dead
            case .continueLoop(let jump):
                if let last = jumps.indices.last { jumps[last].continues.append((context, jump.range)) }
                context.state = .dead
            }
            if context.state == .dead { return EscapeContext(state: .dead) }
        }
        return context
    }

    private mutating func branch(
        _ node: BranchNode, _ context: EscapeContext, in definition: Definition
    ) throws(ContextError) -> EscapeContext {
        let range = node.pipeline.range
        let name = node.kind.rawValue
        if node.kind != .range {
            let first = try list(node.body, context, in: definition)
            let second = try list(node.alternative ?? [], context, in: definition)
            return try join(first, second, name, at: range, definition)
        }
        jumps.append(Jumps())
        var end = try list(node.body, context, in: definition)
        end = try joinJumps(end, jumps.removeLast(), definition)
        if end != context { end = try secondTurn(of: node, from: end, in: definition) }
        let alternative = try list(node.alternative ?? [], context, in: definition)
        return try join(end, alternative, name, at: range, definition)
    }

    /// The context behind a body that ended elsewhere than it began, after one more turn: it must end there again.
    private mutating func secondTurn(
        of node: BranchNode, from context: EscapeContext, in definition: Definition
    ) throws(ContextError) -> EscapeContext {
        let saved = found
        defer { found = saved }
        jumps.append(Jumps())
        do throws(ContextError) {
            let again = try list(node.body, context, in: definition)
            let end = try join(context, again, "range", at: node.pipeline.range, definition)
            return try joinJumps(end, jumps.removeLast(), definition)
        } catch {
            var error = error
            error.message = "on range loop re-entry: \(error.message)"
            error.range = node.pipeline.range
            error.definition = definition
            throw error
        }
    }

    private func join(
        _ left: EscapeContext, _ right: EscapeContext, _ name: String, at range: Range<Int>, _ definition: Definition
    ) throws(ContextError) -> EscapeContext {
        if let joined = EscapeContext.joined(left, right) { return joined }
        throw failure(
            "{{\(name)}} branches end in different contexts: \(left.goText), \(right.goText)", at: range, definition)
    }

    private func joinJumps(
        _ context: EscapeContext, _ jumps: Jumps, _ definition: Definition
    ) throws(ContextError) -> EscapeContext {
        var context = context
        for (kind, places) in [("break", jumps.breaks), ("continue", jumps.continues)] {
            for place in places {
                guard let joined = EscapeContext.joined(context, place.context) else {
                    throw failure(
                        "at range loop \(kind): {{range}} branches end in different contexts: \(context.goText), "
                            + place.context.goText, at: place.range, definition)
                }
                context = joined
            }
        }
        return context
    }

    private func failure(_ message: String, at range: Range<Int>, _ definition: Definition) -> ContextError {
        var error = ContextError(message)
        error.range = range
        error.definition = definition
        return error
    }

    // MARK: Actions

    private mutating func action(
        _ node: ActionNode, _ context: EscapeContext, in definition: Definition
    ) throws(ContextError) -> EscapeContext {
        guard node.pipeline.targets.isEmpty else { return context }
        var context = context.nudged()
        let commands = node.pipeline.commands
        for (stage, command) in commands.enumerated() {
            guard let word = command.word as? FunctionExpression, word.name == "html" || word.name == "urlquery" else {
                continue
            }
            if stage < commands.count - 1
                || context.state == .attr && context.delimiter == .spaceOrTagEnd && word.name == "html"
            {
                throw failure(
                    "predefined escaper \(goQuoted(word.name)) disallowed in template", at: node.pipeline.range,
                    definition)
            }
        }
        var escapers: [Escaper] = []
        switch context.state {
        case .url, .cssDqStr, .cssSqStr, .cssDqURL, .cssSqURL, .cssURL:
            switch context.urlPart {
            case .none, .preQuery:
                if context.urlPart == .none { escapers.append(.urlFilter) }
                escapers.append(context.state == .cssDqStr || context.state == .cssSqStr ? .cssString : .urlNormalizer)
            case .queryOrFrag: escapers.append(.urlQuery)
            case .unknown:
                throw failure(
                    "{{\(node.pipeline.goText)}} appears in an ambiguous context within a URL", at: node.pipeline.range,
                    definition)
            }
        case .metaContentURL: escapers.append(.urlFilter)
        case .js:
            escapers.append(.scriptValue)
            // A slash behind a value divides.
            context.slash = .divOp
        case .jsDqStr, .jsSqStr: escapers.append(.scriptString)
        case .jsTmplLit: escapers.append(.scriptTemplate)
        case .jsRegexp: escapers.append(.scriptRegexp)
        case .css: escapers.append(.cssValue)
        case .text: escapers.append(.html)
        case .rcdata: escapers.append(.rcdata)
        case .attrName, .tag:
            context.state = .attrName
            escapers.append(.attributeName)
        case .srcset: escapers.append(.srcset)
        case .attr, .metaContent, .afterName, .beforeValue, .dead: break
        case .htmlCmt, .jsBlockCmt, .jsLineCmt, .jsHTMLOpenCmt, .jsHTMLCloseCmt, .cssBlockCmt, .cssLineCmt:
            escapers.append(.comment)
        }
        switch context.delimiter {
        case .none: break
        case .spaceOrTagEnd: escapers.append(.unquotedAttribute)
        case .doubleQuote, .singleQuote: escapers.append(.attribute)
        }
        let id = ObjectIdentifier(node)
        if let last = commands.last?.word as? FunctionExpression, last.name == "html" || last.name == "urlquery" {
            let builtin: Escaper = last.name == "html" ? .builtinHTML : .builtinQuery
            var replaced = false
            for index in escapers.indices where escapers[index].builtin == builtin {
                escapers[index] = builtin
                replaced = true
            }
            if replaced { record { $0.shortened.insert(id) } }
        }
        record { $0.escapers[id] = escapers }
        return context
    }

    // MARK: Text

    /// The context behind a text; what a browser would not see of it, or would mistake, is taken out or escaped.
    private mutating func text(
        _ node: TextNode, _ start: EscapeContext, in definition: Definition
    ) throws(ContextError) -> EscapeContext {
        let text = definition.file.bytes[node.range]
        var context = start
        var written = text.startIndex
        var position = text.startIndex
        var output: [UInt8] = []
        while position < text.endIndex {
            let next: EscapeContext
            let end: Int
            do throws(ContextError) {
                (next, end) = try Transition.afterText(context, text[position...])
            } catch {
                var error = failure(error.message, at: position..<node.range.upperBound, definition)
                error.namesPlace = false
                throw error
            }
            if context.state == .text || context.state == .rcdata {
                var textEnd = end
                if next.state != context.state,
                    let open = text[position..<end].lastIndex(of: UInt8(ascii: "<"))
                {
                    textEnd = open
                }
                // What is no tag must not become one by what an action writes behind it.
                for index in position..<max(position, textEnd)
                where text[index] == UInt8(ascii: "<") && !text.hasFolded("<!doctype", at: index) {
                    output.append(contentsOf: text[written..<index])
                    output.append(contentsOf: "&lt;".utf8)
                    written = index + 1
                }
            } else if context.state.isComment, context.delimiter == .none {
                switch context.state {
                case .jsBlockCmt:
                    // A comment with a line end in it ends a line.
                    let comment = text[written..<end]
                    let endsLine =
                        comment.firstIndex(ofAny: "\n\r") != nil || comment.firstIndex(of: "\u{2028}") != nil
                        || comment.firstIndex(of: "\u{2029}") != nil
                    output.append(endsLine ? 0x0A : 0x20)
                case .cssBlockCmt: output.append(0x20)
                default: break
                }
                written = end
            }
            if context.state != next.state, next.state.isComment, next.delimiter == .none {
                let opening: Int
                switch next.state {
                case .htmlCmt, .jsHTMLOpenCmt: opening = 4
                case .jsHTMLCloseCmt: opening = 3
                default: opening = 2
                }
                let start = max(written, end - opening)
                output.append(contentsOf: text[written..<start])
                written = end
            }
            if context.state.isScriptLiteral {
                for index in position..<end
                where text[index] == UInt8(ascii: "<")
                    && (text.hasFolded("script", at: index + 1) || text.hasFolded("/script", at: index + 1)
                        || text.has("!--", at: index + 1))
                {
                    output.append(contentsOf: text[written..<index])
                    output.append(contentsOf: "\\x3C".utf8)
                    written = index + 1
                }
            }
            if position == end, context == next {
                throw failure("infinite loop in \(context.goText)", at: node.range, definition)
            }
            (context, position) = (next, end)
        }
        if written > text.startIndex {
            if !context.state.isComment || context.delimiter != .none { output.append(contentsOf: text[written...]) }
            let final = output
            record { $0.texts[ObjectIdentifier(node)] = final }
        }
        return context
    }
}

internal import Text
internal import Values

/// Makes statements of nodes.
struct Lowering {
    let template: EscapedTemplate
    let mode: TemplateMode
    let targets: [String: CompiledTemplate]

    func statements(_ nodes: [Node]) -> [Statement] {
        nodes.compactMap { statement($0) }
    }

    private func statement(_ node: Node) -> Statement? {
        switch node {
        case .text(let text):
            let bytes = template.texts[ObjectIdentifier(text)] ?? Array(template.definition.file.bytes[text.range])
            return bytes.isEmpty ? nil : TextStatement(bytes)
        case .action(let action): return self.action(action)
        case .branch(let branch):
            let body = statements(branch.body)
            let alternative = statements(branch.alternative ?? [])
            switch branch.kind {
            case .range: return RangeStatement(branch.pipeline, body: body, alternative: alternative)
            case .if, .with:
                return ConditionStatement(
                    branch.pipeline, setsDot: branch.kind == .with, body: body, alternative: alternative)
            }
        case .template(let call):
            let key = template.calls[ObjectIdentifier(call)] ?? call.name
            guard let target = targets[key] else { return MissingTemplateStatement(call) }
            return CallStatement(call, target: target)
        case .breakLoop: return JumpStatement(.leave)
        case .continueLoop: return JumpStatement(.turn)
        }
    }

    private func action(_ node: ActionNode) -> Statement {
        guard node.pipeline.targets.isEmpty else { return AssignStatement(node.pipeline) }
        guard mode == .html else { return PrintStatement(node.pipeline) }
        let id = ObjectIdentifier(node)
        let pipeline = template.shortened.contains(id) ? shortened(node.pipeline) : node.pipeline
        return EscapeStatement(pipeline, escapers: template.escapers[id] ?? [.html])
    }

    /// The pipeline without the escaper that it ends with; of an escaper that stands alone, its arguments.
    private func shortened(_ pipeline: Pipeline) -> Pipeline {
        var commands = pipeline.commands
        guard let last = commands.popLast() else { return pipeline }
        if commands.isEmpty {
            guard let printing = FunctionTable.goBuiltins.function(named: "print"), !last.arguments.isEmpty else {
                return pipeline
            }
            if last.arguments.count == 1, let only = last.arguments.first {
                commands = [Command(range: last.range, word: ArgumentExpression(only), arguments: [])]
            } else {
                let word = FunctionExpression(
                    range: last.word.range, name: last.word.goText, function: printing)
                commands = [Command(range: last.range, word: word, arguments: last.arguments)]
            }
        }
        return Pipeline(range: pipeline.range, commands: commands, targets: [], isAssignment: false)
    }
}

/// An argument in the place of a command.
private final class ArgumentExpression: Expression, @unchecked Sendable {
    private let argument: Expression

    init(_ argument: Expression) {
        self.argument = argument
        super.init(range: argument.range)
    }

    override var goText: String { argument.goText }

    override func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) throws -> Value {
        try argument.evaluate(execution, &frame)
    }
}

/// `{{ template "name" }}` of a name that is not there: an error when it is executed.
private final class MissingTemplateStatement: Statement, @unchecked Sendable {
    private let node: TemplateNode

    init(_ node: TemplateNode) { self.node = node }

    override func run(
        _ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter
    ) throws -> Flow {
        throw frame.failure(
            "template \(goQuoted(node.name)) not defined", text: node.goText, range: node.range,
            goOffset: node.goOffset, code: "template.unknown-template")
    }
}

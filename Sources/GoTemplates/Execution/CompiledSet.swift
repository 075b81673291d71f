internal import Text

/// A template with all that it calls, each in the contexts in which it is called.
final class CompiledSet: Sendable {
    /// What is executed.
    let entry: CompiledTemplate
    /// Keeps alive what calls refer to.
    private let all: [CompiledTemplate]

    init(_ definition: Definition, mode: TemplateMode, scope: TemplateScope) throws(Diagnostic) {
        var plan: [EscapedTemplate]
        switch mode {
        case .html:
            var analysis = ContextAnalysis(scope: scope)
            plan = try analysis.templates(reachedFrom: definition)
        case .text:
            plan = try Self.reachable(from: definition, scope: scope)
        }
        if plan.isEmpty { plan = [EscapedTemplate(key: definition.name, definition: definition)] }
        let compiled = plan.map { CompiledTemplate($0.definition, mode: mode) }
        var targets: [String: CompiledTemplate] = [:]
        for (template, compiled) in zip(plan, compiled) { targets[template.key] = compiled }
        for (template, compiled) in zip(plan, compiled) {
            let lowering = Lowering(template: template, mode: mode, targets: targets)
            compiled.statements = lowering.statements(template.definition.body)
        }
        entry = compiled[0]
        all = compiled
    }

    /// Plain text has no contexts: every template is itself. One that is not there fails when it is executed.
    private static func reachable(from definition: Definition, scope: TemplateScope) throws(Diagnostic)
        -> [EscapedTemplate]
    {
        var found = [EscapedTemplate(key: definition.name, definition: definition)]
        var known: Set<String> = [definition.name]
        var index = 0
        func visit(_ nodes: [Node]) {
            for node in nodes {
                switch node {
                case .branch(let branch):
                    visit(branch.body)
                    visit(branch.alternative ?? [])
                case .template(let call):
                    if let target = scope.definition(named: call.name), known.insert(call.name).inserted {
                        found.append(EscapedTemplate(key: call.name, definition: target))
                    }
                default: break
                }
            }
        }
        while index < found.count {
            visit(found[index].definition.body)
            index += 1
        }
        return found
    }
}

/// A definition in one context, with what the context made of its nodes.
struct EscapedTemplate {
    /// What calls refer to it by: its name, and the context it is called in when that is not plain text of a page.
    let key: String
    let definition: Definition
    /// The escapers of actions.
    var escapers: [ObjectIdentifier: [Escaper]] = [:]
    /// Actions whose pipeline ends with an escaper of its own, which stands among `escapers` instead.
    var shortened: Set<ObjectIdentifier> = []
    /// Text that is not written as it stands: comments are gone.
    var texts: [ObjectIdentifier: [UInt8]] = [:]
    /// The keys of called templates.
    var calls: [ObjectIdentifier: String] = [:]

    init(key: String, definition: Definition) {
        self.key = key
        self.definition = definition
    }
}

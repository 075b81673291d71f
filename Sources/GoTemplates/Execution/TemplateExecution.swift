package import Text
package import Values

/// One rendering: what functions and methods see as their `EvaluationContext`.
///
/// One execution belongs to one thread and renders one page. It carries what the site builder needs back in its
/// functions, the resolver of partials, and what may still be spent.
package final class TemplateExecution: EvaluationContext {
    /// Whatever the maker needs in the functions that are called: a site builder's page and site.
    package var environment: (any AnyObject & Sendable)?
    /// Where the time of each template is written down; nil to measure nothing.
    package var metrics: TemplateMetrics?
    /// How the output of the template that is being executed is escaped.
    package var mode: TemplateMode { state.mode }

    /// What is put back when `try` catches an error.
    struct State {
        var depth = 0
        var mode = TemplateMode.html
        var scope: TemplateScope?
    }

    var state = State()
    /// What `return` gave back, until the partial that it stands in ends.
    var returned: Value?
    /// Whether a budget is spent: then nothing catches the error.
    var isAborted: Bool { spent != nil }
    /// Which budget is spent.
    private enum Budget { case steps, output, depth }
    private var spent: Budget?
    private let limits: ExecutionLimits
    private let partials: @Sendable (String) -> Template?
    private var steps = 0
    /// What the writers of partials that are done held.
    private var collectedBytes = 0
    /// Where the stack stood when the outermost template was entered.
    private var stackBase: UInt = 0

    /// The stack that templates may use below the outermost one, in bytes; threads have 8 MiB.
    private static let stackLimit: UInt = 4 << 20

    /// Starts a rendering.
    ///
    /// - Parameter environment: what functions and methods find behind `context`.
    /// - Parameter limits: what it may spend.
    /// - Parameter partials: finds the template of `partial "name"`; inline partials are found before it is asked.
    package init(
        environment: (any AnyObject & Sendable)? = nil, limits: ExecutionLimits = ExecutionLimits(),
        partials: @escaping @Sendable (String) -> Template? = { _ in nil }
    ) {
        self.environment = environment
        self.limits = limits
        self.partials = partials
    }

    // MARK: Executing

    /// Writes what `template` makes of `dot`; what `return` gives back is the result.
    package func render(_ template: Template, dot: Value, into output: inout ByteWriter) throws(Diagnostic) -> Value? {
        let started = metrics.map { _ in ContinuousClock.now }
        defer { if let metrics, let started { metrics.add(template.name, ContinuousClock.now - started) } }
        let compiled = try template.compiled()
        guard enter(written: output.count) else {
            throw exhausted(
                Frame(compiled, dot: .null), text: template.name, range: 0..<0)
        }
        let outer = (state.mode, state.scope, returned)
        (state.mode, state.scope, returned) = (template.mode, template.scope, nil)
        defer {
            leave()
            (state.mode, state.scope, returned) = outer
        }
        do {
            try compiled.run(self, dot: dot, into: &output)
        } catch is ReturnSignal {
        } catch let failure as Diagnostic {
            throw failure
        } catch {
            throw Diagnostic(code: "template.execution", "execute of template failed: \(error)", path: template.name)
        }
        return returned
    }

    /// What `template` makes of `dot` as a value: what it returns, else its output, safe HTML or plain text by its mode.
    package func value(of template: Template, dot: Value) throws(Diagnostic) -> Value {
        var output = ByteWriter()
        let returned = try render(template, dot: dot, into: &output)
        collectedBytes += output.count
        if let returned { return returned }
        return template.mode == .html ? .html(output.string) : .string(output.string)
    }

    /// The value of Hugo's `partial "name" dot`.
    package func partial(named name: String, dot: Value) throws -> Value {
        guard let template = partial(named: name) else { throw ValueError("partial \(goQuoted(name)) not found") }
        return try value(of: template, dot: dot)
    }

    /// The template of a partial: one defined inside the templates at hand, or what the resolver finds.
    package func partial(named name: String) -> Template? {
        state.scope?.inlinePartial(named: name) ?? partials(name) ?? state.scope?.partial(named: name)
    }

    /// The template of that full name among those that the executing one can reach.
    package func template(named name: String) -> Template? { state.scope?.template(named: name) }

    // MARK: Budget

    /// Counts a turn of a range; false when too much is spent.
    func spend(written: Int) -> Bool {
        steps += 1
        if steps > limits.steps {
            spent = .steps
        } else if written > limits.outputBytes - collectedBytes {
            spent = .output
        }
        return spent == nil
    }

    /// Counts the call of a template; false when there are too many in each other or too much is spent.
    ///
    /// `leave` follows only when this was true.
    func enter(written: Int) -> Bool {
        var marker: UInt8 = 0
        let here = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
        if state.depth == 0 { stackBase = here }
        let used = stackBase > here ? stackBase - here : 0
        if state.depth >= limits.depth || used >= Self.stackLimit { spent = .depth }
        guard spent == nil, spend(written: written) else { return false }
        state.depth += 1
        return true
    }

    func leave() { state.depth -= 1 }

    /// Why `spend` or `enter` said no.
    func exhausted(_ frame: Frame, text: String, range: Range<Int>) -> Diagnostic {
        let reason: String
        let suggestion: String
        switch spent {
        case .steps:
            reason = "exceeded the limit of \(limits.steps) range turns and template calls"
            suggestion = "range over less"
        case .output:
            reason = "exceeded the output limit of \(limits.outputBytes) bytes"
            suggestion = "range over less"
        case .depth, nil:
            reason = "exceeded maximum template depth (\(state.depth))"
            suggestion = "look for a template that executes itself"
        }
        var failure = frame.failure(
            reason, text: text, range: range, goOffset: range.lowerBound, code: "template.limit")
        failure.suggestion = suggestion
        return failure
    }
}

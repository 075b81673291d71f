internal import Text
internal import Values

/// The name of a function: called with the arguments of its command, or without any where it is an argument itself.
final class FunctionExpression: Expression, @unchecked Sendable {
    let name: String
    /// Nil when there is no such function: an error when it is executed.
    let function: TemplateFunction?
    /// Where the name that was probably meant is looked for; nil for a function that is there.
    private let others: FunctionTable?

    init(range: Range<Int>, name: String, function: TemplateFunction?, others: FunctionTable? = nil) {
        self.name = name
        self.function = function
        self.others = function == nil ? others : nil
        super.init(range: range)
    }

    override var goText: String { name }

    override func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) throws -> Value {
        try call(execution, &frame, command: nil, arguments: [], piped: nil)
    }

    override func evaluate(
        _ execution: TemplateExecution, _ frame: inout Frame, command: Command, piped: Value?
    ) throws -> Value {
        try call(execution, &frame, command: command, arguments: command.arguments, piped: piped)
    }

    private func call(
        _ execution: TemplateExecution, _ frame: inout Frame, command: Command?, arguments: [Expression], piped: Value?
    ) throws -> Value {
        guard let function else {
            var failure = frame.failure(
                "function \(goQuoted(name)) not defined", at: self, code: "template.unknown-function")
            if let suggestion = others?.nearest(to: name) { failure.suggestion = "did you mean \(suggestion)?" }
            throw failure
        }
        let count = arguments.count + (piped == nil ? 0 : 1)
        guard function.arity.contains(count) else {
            throw frame.failure(wrongCount(of: shortName, function.arity, given: count), at: self)
        }
        switch function.form {
        case .plain: break
        case .and, .or:
            return try shortCircuit(execution, &frame, stopsAt: function.form == .or, arguments, piped: piped)
        case .attempt: return try attempt(execution, &frame, arguments, piped: piped)
        case .giveBack:
            if let word = arguments.first {
                // `return f x` gives back what the command `f x` gives.
                let command = Command(range: range, word: word, arguments: Array(arguments.dropFirst()))
                execution.returned = try word.evaluate(execution, &frame, command: command, piped: piped)
            } else {
                execution.returned = piped
            }
            throw ReturnSignal()
        }
        var values: [Value] = []
        if count > 0 {
            values.reserveCapacity(count)
            for argument in arguments { values.append(try argument.evaluate(execution, &frame)) }
            if let piped { values.append(piped) }
        }
        do {
            return try Self.bounded(try function.call(Invocation(values, context: execution)))
        } catch {
            throw frame.callFailure(
                error, name: shortName, text: command?.goText ?? name, range: command?.range ?? range,
                goOffset: goOffset, isAborted: execution.isAborted)
        }
    }

    /// A list has at most that many elements.
    private static let lengthLimit = 5_000_000

    /// The value, unless it is too large: what doubles a text or a list in each turn of a range fills the memory long before
    /// the turns are too many.
    private static func bounded(_ value: Value) throws(ValueError) -> Value {
        switch value {
        case .string(let text) where text.utf8.count > sizeLimit: throw ValueError("the result is too large")
        case .list(let list) where list.count > lengthLimit: throw ValueError("the result is too large")
        default: return value
        }
    }

    /// Go knows the function of a namespace by its last name only.
    private var shortName: String {
        guard let dot = name.lastIndex(of: ".") else { return name }
        return String(name[name.index(after: dot)...])
    }

    private func shortCircuit(
        _ execution: TemplateExecution, _ frame: inout Frame, stopsAt: Bool, _ arguments: [Expression], piped: Value?
    ) throws -> Value {
        var value = Value.null
        for argument in arguments {
            value = try argument.evaluate(execution, &frame)
            if value.isTruthy == stopsAt { return value }
        }
        return piped ?? value
    }

    /// The value of `try x`: an object with the value or the error.
    private func attempt(
        _ execution: TemplateExecution, _ frame: inout Frame, _ arguments: [Expression], piped: Value?
    ) throws -> Value {
        let state = execution.state
        do {
            let value = try arguments.first?.evaluate(execution, &frame) ?? piped ?? .null
            return .object(AttemptedValue(value: value, failure: nil))
        } catch let failure as Diagnostic {
            // What ends the whole execution, such as a spent budget, is not to be caught.
            if execution.isAborted { throw failure }
            execution.state = state
            return .object(AttemptedValue(value: .null, failure: TemplateError(failure)))
        }
    }
}

/// Ends a template early: Hugo's `return`.
struct ReturnSignal: Error {}

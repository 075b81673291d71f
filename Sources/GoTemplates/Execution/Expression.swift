internal import Values

/// Something in a template that has a value.
///
/// Expressions are made by the parser and executed as they are: variables are slots, names are symbols, functions are
/// found.
class Expression: @unchecked Sendable {
    /// The bytes of the file that it was written with.
    final let range: Range<Int>
    /// The offset that Go's error messages name.
    final let goOffset: Int

    init(range: Range<Int>, goOffset: Int? = nil) {
        self.range = range
        self.goOffset = goOffset ?? range.lowerBound
    }

    /// The expression as Go prints it in errors.
    var goText: String { "" }

    /// Its value where it stands alone or as an argument.
    func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) throws -> Value { .null }

    /// Its value as the first word of a command.
    ///
    /// - Parameter piped: what the command before it hands over, the last argument.
    func evaluate(
        _ execution: TemplateExecution, _ frame: inout Frame, command: Command, piped: Value?
    ) throws -> Value {
        guard command.arguments.isEmpty, piped == nil else {
            throw frame.failure("can't give argument to non-function \(goText)", at: self)
        }
        return try evaluate(execution, &frame)
    }
}

/// `.`
final class DotExpression: Expression, @unchecked Sendable {
    override var goText: String { "." }

    override func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) -> Value { frame.dot }
}

/// `nil`
final class NilExpression: Expression, @unchecked Sendable {
    override var goText: String { "nil" }

    override func evaluate(
        _ execution: TemplateExecution, _ frame: inout Frame, command: Command, piped: Value?
    ) throws -> Value {
        throw frame.failure("nil is not a command", at: self)
    }
}

/// A number, a string, `true` or `false`.
final class ConstantExpression: Expression, @unchecked Sendable {
    let value: Value
    private let text: String

    init(range: Range<Int>, value: Value, text: String) {
        self.value = value
        self.text = text
        super.init(range: range)
    }

    override var goText: String { text }

    override func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) -> Value { value }
}

/// `$` or `$name`
final class VariableExpression: Expression, @unchecked Sendable {
    let name: String
    let slot: Int

    init(range: Range<Int>, name: String, slot: Int) {
        self.name = name
        self.slot = slot
        super.init(range: range)
    }

    override var goText: String { name }

    override func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) -> Value { frame.slots[slot] }
}

/// A pipeline in parentheses with names behind it.
final class ParenthesizedExpression: Expression, @unchecked Sendable {
    let pipeline: Expression

    init(_ pipeline: Expression) {
        self.pipeline = pipeline
        super.init(range: pipeline.range)
    }

    override var goText: String { "(\(pipeline.goText))" }

    override func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) throws -> Value {
        try pipeline.evaluate(execution, &frame)
    }
}

internal import Text
internal import Values

/// How a statement ended.
enum Flow {
    /// The next statement follows.
    case next
    /// `{{ break }}`: the innermost range ends.
    case leave
    /// `{{ continue }}`: the innermost range turns.
    case turn
}

/// A node with its context worked out: text is final, actions know their escapers, calls their templates.
class Statement: @unchecked Sendable {
    func run(_ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter) throws -> Flow { .next }
}

/// Text that is written as it is.
final class TextStatement: Statement, @unchecked Sendable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    override func run(_ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter) -> Flow {
        output.write(bytes: bytes)
        return .next
    }
}

/// `{{ break }}` or `{{ continue }}`
final class JumpStatement: Statement, @unchecked Sendable {
    private let flow: Flow

    init(_ flow: Flow) { self.flow = flow }

    override func run(_ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter) -> Flow { flow }
}

/// `{{ $x := pipeline }}`: nothing is written.
final class AssignStatement: Statement, @unchecked Sendable {
    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    override func run(
        _ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter
    ) throws -> Flow {
        _ = try pipeline.evaluate(execution, &frame)
        return .next
    }
}

/// `{{ pipeline }}` in plain text.
final class PrintStatement: Statement, @unchecked Sendable {
    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    override func run(
        _ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter
    ) throws -> Flow {
        switch try pipeline.evaluate(execution, &frame) {
        case .string(let text): output.write(text)
        case .safe(let safe): output.write(safe.text)
        case .int(let number), .int64(let number): output.write(integer: number)
        case .null: output.write(literal: "<no value>")
        case let value: output.write(value.goString)
        }
        return .next
    }
}

/// `{{ pipeline }}` in a page.
final class EscapeStatement: Statement, @unchecked Sendable {
    private let pipeline: Pipeline
    private let escapers: [Escaper]

    init(_ pipeline: Pipeline, escapers: [Escaper]) {
        self.pipeline = pipeline
        self.escapers = escapers
    }

    override func run(
        _ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter
    ) throws -> Flow {
        let value = try pipeline.evaluate(execution, &frame)
        Escaper.write(value, through: escapers, into: &output)
        return .next
    }
}

/// `{{ if }}` and `{{ with }}`
final class ConditionStatement: Statement, @unchecked Sendable {
    private let pipeline: Pipeline
    private let setsDot: Bool
    private let body: [Statement]
    private let alternative: [Statement]

    init(_ pipeline: Pipeline, setsDot: Bool, body: [Statement], alternative: [Statement]) {
        self.pipeline = pipeline
        self.setsDot = setsDot
        self.body = body
        self.alternative = alternative
    }

    override func run(
        _ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter
    ) throws -> Flow {
        let value = try pipeline.evaluate(execution, &frame)
        guard value.isTruthy else { return try alternative.run(execution, &frame, &output) }
        guard setsDot else { return try body.run(execution, &frame, &output) }
        if case .object(let object) = value, let deferred = object as? DeferredBlock {
            output.write(
                bytes: try deferred.hand(body, at: pipeline.range.lowerBound, in: frame.template, execution))
            return .next
        }
        let dot = frame.dot
        frame.dot = value
        let flow = try body.run(execution, &frame, &output)
        frame.dot = dot
        return flow
    }
}

/// `{{ template "name" pipeline }}`
final class CallStatement: Statement, @unchecked Sendable {
    private let node: TemplateNode
    private unowned let target: CompiledTemplate

    init(_ node: TemplateNode, target: CompiledTemplate) {
        self.node = node
        self.target = target
    }

    override func run(
        _ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter
    ) throws -> Flow {
        let dot = try node.pipeline?.evaluate(execution, &frame) ?? .null
        guard execution.enter(written: output.count) else {
            throw execution.exhausted(frame, text: node.goText, range: node.goOffset..<node.range.upperBound)
        }
        defer { execution.leave() }
        do {
            try target.run(execution, dot: dot, into: &output)
        } catch let failure as Diagnostic {
            throw frame.calling(failure, text: node.goText, goOffset: node.goOffset)
        }
        return .next
    }
}

extension [Statement] {
    /// Runs them in their order up to a jump.
    func run(_ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter) throws -> Flow {
        // Without a retain of the array for every body.
        try withUnsafeBufferPointer { statements in
            for statement in statements {
                let flow = try statement.run(execution, &frame, &output)
                if flow != .next { return flow }
            }
            return .next
        }
    }
}

/// A definition in the context in which it is executed.
final class CompiledTemplate: @unchecked Sendable {
    let definition: Definition
    let mode: TemplateMode
    /// Set once, before the template is handed to anybody.
    var statements: [Statement] = []

    init(_ definition: Definition, mode: TemplateMode) {
        self.definition = definition
        self.mode = mode
    }

    func run(_ execution: TemplateExecution, dot: Value, into output: inout ByteWriter) throws {
        var frame = Frame(self, dot: dot)
        _ = try statements.run(execution, &frame, &output)
    }
}

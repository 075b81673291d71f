internal import Text
internal import Values

/// One or more names behind something: `.A.B`, `$x.A`, `(f 1).A`.
///
/// A name is a key of a map, or a field or method of an object; the last may take arguments.
final class FieldExpression: Expression, @unchecked Sendable {
    let base: Expression
    let names: [String]
    let symbols: [Symbol]

    init(range: Range<Int>, goOffset: Int, base: Expression, names: [String]) {
        self.base = base
        self.names = names
        symbols = names.map { Symbol($0) }
        super.init(range: range, goOffset: goOffset)
    }

    override var goText: String {
        (base is DotExpression ? "" : base.goText) + names.map { "." + $0 }.joined()
    }

    override func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) throws -> Value {
        try evaluate(execution, &frame, arguments: [], piped: nil)
    }

    override func evaluate(
        _ execution: TemplateExecution, _ frame: inout Frame, command: Command, piped: Value?
    ) throws -> Value {
        try evaluate(execution, &frame, arguments: command.arguments, piped: piped)
    }

    private func evaluate(
        _ execution: TemplateExecution, _ frame: inout Frame, arguments: [Expression], piped: Value?
    ) throws -> Value {
        var value = try base.evaluate(execution, &frame)
        // What is not there has no fields, and asking it for one is no error: only a nil inside a chain is.
        if case .null = value {
            if frame.dotIsNilElement, base is DotExpression { throw nilFailure(0, of: value, frame) }
            return .null
        }
        let last = symbols.count - 1
        for index in 0..<last {
            guard let next = try member(index, of: value, execution, &frame, arguments: [], piped: nil) else {
                return .null
            }
            if case .null = next { throw nilFailure(index + 1, of: value, frame) }
            value = next
        }
        return try member(last, of: value, execution, &frame, arguments: arguments, piped: piped) ?? .null
    }

    /// The value of one name; nil when a map has no such key.
    private func member(
        _ index: Int, of value: Value, _ execution: TemplateExecution, _ frame: inout Frame, arguments: [Expression],
        piped: Value?
    ) throws -> Value? {
        switch value {
        case .map(let map):
            if !arguments.isEmpty || piped != nil { throw notAMethod(index, frame) }
            return map[names[index]]
        case .object(let object):
            if let member = object.members[symbols[index]] {
                let values = try evaluated(index, member.arity, execution, &frame, arguments: arguments, piped: piped)
                do {
                    return try member.call(object, Invocation(values, context: execution))
                } catch { throw callFailure(error, index, execution, frame) }
            }
            // A record has values by name without being a map: what it lacks is an error.
            let value = object.value(forKey: names[index])
            if value != nil || object.keys != nil {
                if !arguments.isEmpty || piped != nil { throw notAMethod(index, frame) }
                return value
            }
            throw missing(index, in: object.goType, names: object.members.names, frame)
        case .time(let time):
            guard let method = TimeMethods.method(names[index]) else {
                throw missing(index, in: "time.Time", names: TimeMethods.names, frame)
            }
            let values = try evaluated(index, method.arity, execution, &frame, arguments: arguments, piped: piped)
            do { return try method.call(time, values) } catch { throw callFailure(error, index, execution, frame) }
        case .duration(let nanoseconds):
            guard let method = DurationMethods.method(names[index]) else {
                throw missing(index, in: "time.Duration", names: DurationMethods.names, frame)
            }
            _ = try evaluated(index, 0...0, execution, &frame, arguments: arguments, piped: piped)
            return method(nanoseconds)
        default:
            throw missing(index, in: index == 0 ? value.goType : "interface {}", names: [], frame)
        }
    }

    private func evaluated(
        _ index: Int, _ arity: ClosedRange<Int>, _ execution: TemplateExecution, _ frame: inout Frame,
        arguments: [Expression], piped: Value?
    ) throws -> [Value] {
        let count = arguments.count + (piped == nil ? 0 : 1)
        guard arity.contains(count) else {
            throw frame.failure(wrongCount(of: names[index], arity, given: count), at: self)
        }
        if count == 0 { return [] }
        var values: [Value] = []
        values.reserveCapacity(count)
        for argument in arguments { values.append(try argument.evaluate(execution, &frame)) }
        if let piped { values.append(piped) }
        return values
    }

    // MARK: Errors

    private func notAMethod(_ index: Int, _ frame: borrowing Frame) -> Diagnostic {
        frame.failure("\(names[index]) is not a method but has arguments", at: self)
    }

    private func nilFailure(_ index: Int, of value: Value, _ frame: borrowing Frame) -> Diagnostic {
        var failure = frame.failure(
            "nil pointer evaluating interface {}.\(names[index])", at: self, code: "template.nil")
        failure.suggestion = "guard it with {{ with \(prefixText(index)) }}"
        return failure
    }

    private func prefixText(_ count: Int) -> String {
        let text = (base is DotExpression ? "" : base.goText) + names.prefix(count).map { "." + $0 }.joined()
        return text.isEmpty ? "." : text
    }

    private func missing(_ index: Int, in type: String, names candidates: [String], _ frame: borrowing Frame)
        -> Diagnostic
    {
        var failure = frame.failure(
            "can't evaluate field \(names[index]) in type \(type)", at: self, code: "template.unknown-field")
        if let near = nearestName(to: names[index], among: candidates.sorted()) {
            failure.suggestion = "did you mean .\(near)?"
        }
        return failure
    }

    private func callFailure(
        _ error: any Error, _ index: Int, _ execution: TemplateExecution, _ frame: borrowing Frame
    ) -> any Error {
        frame.callFailure(error, name: names[index], text: goText, at: self, isAborted: execution.isAborted)
    }
}

/// Go's words for a call with too many or too few arguments.
func wrongCount(of name: String, _ arity: ClosedRange<Int>, given: Int) -> String {
    let wanted: String
    if arity.lowerBound == arity.upperBound {
        wanted = "\(arity.lowerBound)"
    } else if given < arity.lowerBound {
        wanted = "at least \(arity.lowerBound)"
    } else {
        wanted = "at most \(arity.upperBound)"
    }
    return "wrong number of args for \(name): want \(wanted) got \(given)"
}

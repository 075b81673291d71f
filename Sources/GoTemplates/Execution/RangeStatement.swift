internal import Text
internal import Values

/// `{{ range }}` over a list, a map in the order of its keys, an integer, or an object that is one of these.
final class RangeStatement: Statement, @unchecked Sendable {
    private let pipeline: Pipeline
    private let body: [Statement]
    private let alternative: [Statement]

    init(_ pipeline: Pipeline, body: [Statement], alternative: [Statement]) {
        self.pipeline = pipeline
        self.body = body
        self.alternative = alternative
    }

    override func run(
        _ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter
    ) throws -> Flow {
        let value = try pipeline.evaluate(execution, &frame)
        let (dot, dotIsNilElement) = (frame.dot, frame.dotIsNilElement)
        defer { (frame.dot, frame.dotIsNilElement) = (dot, dotIsNilElement) }
        switch value {
        case .null: return try alternative.run(execution, &frame, &output)
        case .list(let list): return try run(over: list, execution, &frame, &output)
        case .map(let map):
            let keys = map.sortedKeys
            return try run(overKeys: keys, execution, &frame, &output) { map[$0] ?? .null }
        case .int(let count), .int64(let count): return try run(count: count, value, execution, &frame, &output)
        case .uint(let count): return try run(count: Int(clamping: count), value, execution, &frame, &output)
        case .object(let object):
            if let elements = object.elements { return try run(over: elements, execution, &frame, &output) }
            if let keys = object.keys {
                return try run(overKeys: keys, execution, &frame, &output) { object.value(forKey: $0) ?? .null }
            }
        default: break
        }
        throw frame.failure("range can't iterate over \(value.goString)", at: subject)
    }

    private func run(
        over list: [Value], _ execution: TemplateExecution, _ frame: inout Frame,
        _ output: inout ByteWriter
    ) throws -> Flow {
        guard !list.isEmpty else { return try alternative.run(execution, &frame, &output) }
        let targets = pipeline.targets
        var index = 0
        for element in list {
            if targets.count == 1 {
                frame.slots[targets[0].slot] = element
            } else if targets.count == 2 {
                frame.slots[targets[0].slot] = .int(index)
                frame.slots[targets[1].slot] = element
                index += 1
            }
            if try !turn(element, execution, &frame, &output) { break }
        }
        return .next
    }

    private func run(
        overKeys keys: [String], _ execution: TemplateExecution, _ frame: inout Frame,
        _ output: inout ByteWriter, value: (String) -> Value
    ) throws -> Flow {
        guard !keys.isEmpty else { return try alternative.run(execution, &frame, &output) }
        let targets = pipeline.targets
        for key in keys {
            let element = value(key)
            if targets.count == 1 {
                frame.slots[targets[0].slot] = element
            } else if targets.count == 2 {
                frame.slots[targets[0].slot] = .string(key)
                frame.slots[targets[1].slot] = element
            }
            if try !turn(element, execution, &frame, &output) { break }
        }
        return .next
    }

    private func run(
        count: Int, _ value: Value, _ execution: TemplateExecution, _ frame: inout Frame,
        _ output: inout ByteWriter
    ) throws -> Flow {
        let targets = pipeline.targets
        if targets.count > 1 {
            throw frame.failure("can't use \(value.goString) to iterate over more than one variable", at: subject)
        }
        guard count > 0 else { return try alternative.run(execution, &frame, &output) }
        for index in 0..<count {
            let element: Value
            switch value {
            case .uint: element = .uint(UInt(index))
            case .int64: element = .int64(index)
            default: element = .int(index)
            }
            if let target = targets.first { frame.slots[target.slot] = element }
            if try !turn(element, execution, &frame, &output) { break }
        }
        return .next
    }

    /// What is ranged over, for errors.
    private var subject: Expression { pipeline.commands.last?.word ?? pipeline }

    /// One turn with `element` as dot; false after a break.
    private func turn(
        _ element: Value, _ execution: TemplateExecution, _ frame: inout Frame, _ output: inout ByteWriter
    ) throws -> Bool {
        guard execution.spend(written: output.count) else {
            throw execution.exhausted(frame, text: pipeline.goText, range: pipeline.range)
        }
        frame.dot = element
        frame.dotIsNilElement = element.isNull
        return try body.run(execution, &frame, &output) != .leave
    }
}

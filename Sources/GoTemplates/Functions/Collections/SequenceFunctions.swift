internal import Values

extension FunctionTable {
    /// Parts of lists: `first`, `last`, `after`, `reverse`, `shuffle`, `seq`, `slice`, `append`.
    mutating func registerSequences() {
        register("collections.Slice", aliases: ["slice"], 0...Int.max) { Self.slice($0.arguments) }
        register("collections.First", aliases: ["first"], 2...2) { call in
            try Self.cut(call) { limit, count in 0..<Swift.min(limit, count) }
        }
        register("collections.Last", aliases: ["last"], 2...2) { call in
            try Self.cut(call) { limit, count in (count - Swift.min(limit, count))..<count }
        }
        register("collections.After", aliases: ["after"], 2...2) { call in
            try Self.cut(call, isStart: true) { index, count in Swift.min(index, count)..<count }
        }
        register("collections.Reverse", 1...1) { call in
            if call[0].isNull { return .null }
            guard let list = call[0].listValue else { throw ValueError("argument must be a slice") }
            return call[0].list(of: list.reversed())
        }
        register("collections.Shuffle", aliases: ["shuffle"], 1...1) { call in
            if call[0].isNull { throw ValueError("both count and seq must be provided") }
            guard let list = call[0].listValue else { throw ValueError("can't iterate over \(call[0].goType)") }
            var random = SeededRandom(seed: (call.environment?.drawSeed() ?? 0) ^ UInt64(list.count))
            return call[0].list(of: list.shuffled(using: &random))
        }
        register("collections.Seq", aliases: ["seq"], 0...Int.max) { .list(try Self.sequence($0)) }
        register("collections.Append", aliases: ["append"], 0...Int.max, Self.append)
    }

    /// A list of the arguments; of pages it is a list of pages.
    private static func slice(_ values: [Value]) -> Value {
        guard case .object(let first)? = values.first, values.count > 0 else { return .list(values) }
        let isOneType = values.allSatisfy { value in
            if case .object(let object) = value { return object.goType == first.goType }
            return false
        }
        return isOneType && first.elements == nil ? first.list(of: values) : .list(values)
    }

    private static func cut(
        _ call: Invocation, isStart: Bool = false, _ range: (Int, Int) -> Range<Int>
    ) throws(ValueError) -> Value {
        guard !call[0].isNull, !call[1].isNull else { throw ValueError("both limit and seq must be provided") }
        let limit = try call.int(0)
        if limit < 0 {
            throw ValueError(
                isStart ? "sequence bounds out of range [\(limit):]" : "sequence length must be non-negative")
        }
        if let list = call[1].listValue { return call[1].list(of: Array(list[range(limit, list.count)])) }
        guard let text = call[1].stringValue else { throw ValueError("can't iterate over \(call[1].goType)") }
        let bytes = Array(text.utf8)
        return .string(String(decoding: bytes[range(limit, bytes.count)], as: UTF8.self))
    }

    private static let sequenceLimit = 1_000_000

    private static func sequence(_ call: Invocation) throws(ValueError) -> [Value] {
        guard (1...3).contains(call.count) else { throw ValueError("invalid number of arguments to Seq") }
        var numbers: [Int] = []
        for argument in call.arguments {
            guard let number = try? argument.castToInt() else { throw ValueError("invalid arguments to Seq") }
            numbers.append(number)
        }
        var first = 1
        var step = 1
        let last: Int
        switch numbers.count {
        case 1:
            last = numbers[0]
            if last == 0 { return [] }
            if last < 0 {
                first = -1
                step = -1
            }
        case 2:
            first = numbers[0]
            last = numbers[1]
            if last < first { step = -1 }
        default:
            first = numbers[0]
            step = numbers[1]
            last = numbers[2]
            if step == 0 { throw ValueError("'increment' must not be 0") }
            if first < last, step < 0 { throw ValueError("'increment' must be > 0") }
            if first > last, step > 0 { throw ValueError("'increment' must be < 0") }
        }
        let (distance, overflow) = last.subtractingReportingOverflow(first)
        let size = distance.magnitude / step.magnitude
        guard !overflow, size < UInt(sequenceLimit) else { throw ValueError("size of result exceeds limit") }
        return (0...Int(size)).map { .int(first &+ $0 &* step) }
    }

    private static func append(_ call: Invocation) throws(ValueError) -> Value {
        guard call.count >= 2 else { throw ValueError("need at least 2 arguments to append") }
        let target = call[call.count - 1]
        let added = Array(call.arguments.dropLast())
        if target.isNull { return added.count == 1 && added[0].listValue != nil ? added[0] : slice(added) }
        guard let list = target.listValue else { throw ValueError("expected a slice, got \(target.goType)") }
        // One list is spread, unless lists are what the target holds.
        if added.count == 1, let more = added[0].listValue {
            let holdsLists = !list.isEmpty && list.allSatisfy { $0.listValue != nil }
            let isNested = !more.isEmpty && more.allSatisfy { $0.listValue != nil }
            if !holdsLists || isNested {
                if list.isEmpty { return added[0] }
                return target.list(of: list + more)
            }
        }
        if list.isEmpty, case .list = target { return slice(added) }
        return target.list(of: list + added)
    }
}

extension Value {
    /// A list of the same kind as this one.
    func list(of elements: [Value]) -> Value {
        if case .object(let object) = self { return object.list(of: elements) }
        return .list(elements)
    }
}

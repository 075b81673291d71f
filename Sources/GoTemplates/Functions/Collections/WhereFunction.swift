internal import RegularExpressions
internal import Values

/// What `where` compares with, taken apart once for the whole list.
struct WhereCondition {
    private enum Operator {
        case equal
        case notEqual
        case greaterOrEqual
        case greater
        case lessOrEqual
        case less
        case isIn
        case isNotIn
        case intersects
        case like
    }

    private let operation: Operator
    private let match: Value
    private let expression: RegularExpression?
    private let members: ValueSet

    init(operatorName: String, match: Value) throws(ValueError) {
        switch operatorName {
        case "", "=", "==", "eq": operation = .equal
        case "!=", "<>", "ne": operation = .notEqual
        case ">=", "ge": operation = .greaterOrEqual
        case ">", "gt": operation = .greater
        case "<=", "le": operation = .lessOrEqual
        case "<", "lt": operation = .less
        case "in": operation = .isIn
        case "not in": operation = .isNotIn
        case "intersect": operation = .intersects
        case "like": operation = .like
        default: throw ValueError("no such operator")
        }
        self.match = match
        if operation == .like, let pattern = match.stringValue {
            expression = try compile(pattern)
        } else {
            expression = nil
        }
        members = ValueSet(operation == .isIn || operation == .isNotIn ? match.listValue ?? [] : [])
    }

    /// Whether a value (nil where the element has none) meets the condition.
    func holds(for value: Value?) throws(ValueError) -> Bool {
        let value = value ?? .null
        if value.isNull || match.isNull {
            switch operation {
            case .equal: return value.isNull == match.isNull
            case .notEqual: return value.isNull != match.isNull
            default: return false
            }
        }
        if case .bool(let one) = value, case .bool(let other) = match {
            switch operation {
            case .equal: return one == other
            case .notEqual: return one != other
            default: return false
            }
        }
        switch operation {
        case .equal: return order(value) == 0
        case .notEqual: return order(value).map { $0 != 0 } ?? false
        case .greaterOrEqual: return order(value).map { $0 >= 0 } ?? false
        case .greater: return order(value).map { $0 > 0 } ?? false
        case .lessOrEqual: return order(value).map { $0 <= 0 } ?? false
        case .less: return order(value).map { $0 < 0 } ?? false
        case .isIn: return isIn(value) ?? false
        case .isNotIn: return isIn(value).map { !$0 } ?? false
        case .intersects:
            guard value.listValue != nil, match.listValue != nil else { return false }
            return try !FunctionTable.intersect(value, match).isEmpty
        case .like:
            guard let expression, let text = value.stringValue else { return false }
            return try searching { () throws(RegularExpressionError) in try expression.matches(MatchSubject(text)) }
        }
    }

    /// The order of value and match where both are numbers, texts or times; nil for types that do not compare.
    private func order(_ value: Value) -> Int? {
        if let one = value.stringValue, let other = match.stringValue {
            if one.utf8.elementsEqual(other.utf8) { return 0 }
            return one.utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
        }
        if case .int(let one) = value, case .int(let other) = match { return one < other ? -1 : one > other ? 1 : 0 }
        if let one = value.number, let other = match.number { return one < other ? -1 : one > other ? 1 : 0 }
        if value.time(in: .utc) != nil, match.time(in: .utc) != nil { return Value.compare(value, match) }
        return nil
    }

    private func isIn(_ value: Value) -> Bool? {
        switch value {
        case .list, .map, .bool: return nil
        default: break
        }
        if match.listValue != nil { return members.contains(value) }
        guard let text = match.stringValue, let part = value.stringValue else { return nil }
        return text.goContains(part)
    }
}

/// `where LIST PATH [OPERATOR] VALUE`.
func filter(_ call: Invocation) throws -> Value {
    let operatorName: String
    let match: Value
    switch call.count {
    case 3: (operatorName, match) = ("", call[2])
    case 4:
        guard let name = call[2].stringValue else { throw ValueError("operator argument must be string type") }
        (operatorName, match) = (name.trimmingGoSpace.lowercased(), call[3])
    default:
        throw ValueError(
            "can't evaluate the array by no match argument or more than or equal to two arguments")
    }
    let condition = try WhereCondition(operatorName: operatorName, match: match)
    guard let name = call[1].stringValue else { return call[0].list(of: []) }
    let path = ElementPath(name)
    let context = call.context
    func isWanted(_ element: Value) throws -> Bool {
        let value: Value?
        do {
            value = try path.value(in: element, context: context)
        } catch is ElementPath.Failure {
            // What has no such field has nil there.
            value = nil
        }
        return try condition.holds(for: value)
    }
    if let list = call[0].listValue { return call[0].list(of: try list.filter(isWanted)) }
    guard let map = call[0].mapValue else {
        throw ValueError("can't iterate over \(call[0].isNull ? "<nil>" : call[0].goType)")
    }
    var result = ValueMap(foldsCase: map.foldsCase)
    for (key, value) in map {
        guard let list = value.listValue, try list.contains(where: isWanted) else { continue }
        result[key] = value
    }
    return .map(result)
}

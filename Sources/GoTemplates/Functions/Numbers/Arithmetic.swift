internal import Text
internal import Values

/// Go's arithmetic on values of different types, as Hugo's `math.DoArithmetic` mixes them.
enum Arithmetic {
    /// One of the four operators.
    enum Operator {
        case add
        case subtract
        case multiply
        case divide
    }

    private enum Operand {
        case int(Int)
        case uint(UInt)
        case float(Double)
    }

    /// The result of one operator; whole numbers wrap around as Go's do.
    static func apply(_ operation: Operator, _ left: Value, _ right: Value) throws(ValueError) -> Value {
        if operation == .add, let first = left.stringValue, let second = right.stringValue {
            return .string(first + second)
        }
        guard let first = operand(left), let second = operand(right) else {
            throw ValueError("can't apply the operator to the values")
        }
        switch (first, second) {
        case (.int(let one), .int(let other)): return try whole(operation, one, other)
        case (.uint(let one), .uint(let other)): return try unsigned(operation, one, other)
        case (.int(let one), .uint(let other)):
            if one >= 0 { return try unsigned(operation, UInt(one), other) }
            return try whole(operation, one, Int(truncatingIfNeeded: other))
        case (.uint(let one), .int(let other)):
            if other >= 0 { return try unsigned(operation, one, UInt(other)) }
            return try whole(operation, Int(truncatingIfNeeded: one), other)
        case (.float(let one), .float(let other)): return try real(operation, one, other)
        case (.float(let one), .int(let other)): return try real(operation, one, Double(other))
        case (.int(let one), .float(let other)): return try real(operation, Double(one), other)
        case (.float(let one), .uint(let other)): return try real(operation, one, Double(other))
        case (.uint(let one), .float(let other)): return try real(operation, Double(one), other)
        }
    }

    private static func operand(_ value: Value) -> Operand? {
        switch value.unnamed {
        case .int(let number), .int64(let number), .duration(let number): return .int(number)
        case .uint(let number): return .uint(number)
        case .float(let number): return .float(number)
        default: return nil
        }
    }

    private static let divisionByZero = ValueError("can't divide the value by 0")

    private static func whole(_ operation: Operator, _ left: Int, _ right: Int) throws(ValueError) -> Value {
        switch operation {
        case .add: return .int64(left &+ right)
        case .subtract: return .int64(left &- right)
        case .multiply: return .int64(left &* right)
        case .divide:
            guard right != 0 else { throw divisionByZero }
            return .int64(left.dividedReportingOverflow(by: right).partialValue)
        }
    }

    private static func unsigned(_ operation: Operator, _ left: UInt, _ right: UInt) throws(ValueError) -> Value {
        switch operation {
        case .add: return .uint(left &+ right)
        case .subtract: return .uint(left &- right)
        case .multiply: return .uint(left &* right)
        case .divide:
            guard right != 0 else { throw divisionByZero }
            return .uint(left / right)
        }
    }

    private static func real(_ operation: Operator, _ left: Double, _ right: Double) throws(ValueError) -> Value {
        switch operation {
        case .add: return .float(left + right)
        case .subtract: return .float(left - right)
        case .multiply: return .float(left * right)
        case .divide:
            guard right != 0 else { throw divisionByZero }
            return .float(left / right)
        }
    }
}

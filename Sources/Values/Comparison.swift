extension Value {
    /// Whether `if`, `and`, `not` and their family take the value for true: Go's template truth with Hugo's addition
    /// that a zero time is false.
    package var isTruthy: Bool {
        switch self {
        case .null: return false
        case .bool(let flag): return flag
        case .int(let number), .int64(let number), .duration(let number): return number != 0
        case .uint(let number): return number != 0
        case .float(let number): return number != 0
        case .string(let text): return !text.isEmpty
        case .safe(let safe): return !safe.text.isEmpty
        case .time(let time): return !time.isZero
        case .list(let list): return !list.isEmpty
        case .map(let map): return !map.isEmpty
        case .object(let object): return object.isTruthy
        }
    }

    /// Whether `eq` holds: numbers of any kind by their value, text with safe text by its letters, times by their
    /// instant, lists and maps by their content, objects by their own rule.
    package static func isEqual(_ left: Value, _ right: Value) -> Bool { isEqual(left, right, depth: 0) }

    private static func isEqual(_ left: Value, _ right: Value, depth: Int) -> Bool {
        // Objects can contain themselves; what nests deeper is not looked into.
        guard depth < 512 else { return false }
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.time(let left), .time(let right)): return left == right
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { isEqual($0, $1, depth: depth + 1) }
        case (.map(let left), .map(let right)):
            return left.count == right.count
                && left.allSatisfy { key, value in right[key].map { isEqual(value, $0, depth: depth + 1) } ?? false }
        case (.object(let left), .object(let right)): return left.isEqual(to: right)
        default:
            if let left = left.stringValue, let right = right.stringValue { return left == right }
            let (left, right) = (left.unnamed, right.unnamed)
            if left.isNumber, right.isNumber { return ordering(ofNumbers: left, right) == 0 }
            return false
        }
    }

    /// How `left` stands to `right` for `lt`, `gt` and their family: below zero, zero or above; nil where one is no
    /// number (NaN).
    ///
    /// Hugo's rules (`tpl/compare`): a list or a map counts as its length, a time as its Unix seconds, text as the
    /// number it writes, true as 1, and anything else, and text that is no number, as 0. Two texts compare by their bytes.
    package static func compare(_ left: Value, _ right: Value) -> Int? {
        if let left = left.stringValue, let right = right.stringValue { return ordering(ofText: left, right) }
        if let left = left.time(in: .utc), let right = right.time(in: .utc) {
            return left == right ? 0 : left < right ? -1 : 1
        }
        return ordering(ofNumbers: left.comparisonNumber, right.comparisonNumber)
    }

    private static func ordering(ofText left: String, _ right: String) -> Int {
        if left.utf8.elementsEqual(right.utf8) { return 0 }
        return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }

    private var isNumber: Bool {
        switch self {
        case .int, .int64, .uint, .float, .duration: return true
        default: return false
        }
    }

    /// The number that stands for the value in an order.
    private var comparisonNumber: Value {
        switch self {
        case .int, .int64, .uint, .float, .duration: return self
        case .list(let list): return .int(list.count)
        case .map(let map): return .int(map.count)
        case .time(let time): return .int(time.seconds)
        case .string(let text): return Self.number(in: text)
        case .safe(let safe): return Self.number(in: safe.text)
        case .object(let object as LocalDateTime): return .int(object.time(in: .utc)?.seconds ?? 0)
        case .object(let object): return .int(object.namedNumber ?? object.elements?.count ?? object.keys?.count ?? 0)
        case .bool(let flag): return .int(flag ? 1 : 0)
        case .null: return .int(0)
        }
    }

    private static func number(in text: String) -> Value {
        if let whole = Int(text) { return .int(whole) }
        // Swift reads 0x10, which Go takes for no number without an exponent.
        if text.utf8.contains(where: { $0 | 0x20 == 0x78 }), !text.utf8.contains(where: { $0 | 0x20 == 0x70 }) {
            return .int(0)
        }
        return .float(Double(text) ?? 0)
    }

    private static func ordering(ofNumbers left: Value, _ right: Value) -> Int? {
        // Both fit in 128 bits unless one is a fraction.
        if let left = left.wideInteger, let right = right.wideInteger {
            return left == right ? 0 : left < right ? -1 : 1
        }
        let (left, right) = (left.approximation, right.approximation)
        if left.isNaN || right.isNaN { return nil }
        return left == right ? 0 : left < right ? -1 : 1
    }

    private var wideInteger: Int128? {
        switch self {
        case .int(let number), .int64(let number), .duration(let number): return Int128(number)
        case .uint(let number): return Int128(number)
        default: return nil
        }
    }

    private var approximation: Double {
        switch self {
        case .int(let number), .int64(let number), .duration(let number): return Double(number)
        case .uint(let number): return Double(number)
        case .float(let number): return number
        default: return 0
        }
    }
}

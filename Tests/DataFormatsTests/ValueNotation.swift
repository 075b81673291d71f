import Values

/// A value in a notation that shows its type: `u1` unsigned, `i1` int64, `1` int, `1.5f`, `"text"`.
func notation(_ value: Value) -> String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return "\(number)"
    case .int64(let number): return "i\(number)"
    case .uint(let number): return "u\(number)"
    case .float(let number): return "\(number)f"
    case .string(let text): return "\"" + text.replacing("\n", with: "\\n") + "\""
    case .time(let time): return "t" + time.rfc3339
    case .object(let object as LocalDateTime): return "l" + object.goString
    case .list(let list): return "[" + list.map(notation).joined(separator: " ") + "]"
    case .map(let map):
        return "{" + map.map { "\($0): \(notation($1))" }.joined(separator: ", ") + "}"
    default: return "?"
    }
}

internal import Values

/// Configuration from environment variables: `HUGO_PARAMS_KEY=v`, or `HUGOxPARAMSxMY_KEY=v` with another delimiter.
struct EnvironmentOverrides {
    private let settings: [(path: [String], value: String)]

    /// Takes the variables that begin with `HUGO`.
    init(_ variables: [String: String]) {
        settings = variables.keys.sorted().compactMap { name in
            guard name.hasPrefix("HUGO"), name.utf8.count >= 6 else { return nil }
            let rest = name.dropFirst(4)
            guard let delimiter = rest.first else { return nil }
            let path = rest.dropFirst().split(separator: delimiter, omittingEmptySubsequences: false)
                .map { $0.lowercased() }
            guard !path.contains(""), path != ["environment"], path != ["env"] else { return nil }
            return (path, variables[name] ?? "")
        }
    }

    /// Lays the settings over `map`; a value takes the type of the one it replaces.
    func apply(to map: inout ValueMap) {
        for (path, value) in settings { Self.set(path[...], to: value, in: &map) }
    }

    private static func set(_ path: ArraySlice<String>, to value: String, in map: inout ValueMap) {
        guard let first = path.first else { return }
        // A key may itself hold the delimiter: the longest that is there already wins.
        for width in stride(from: path.count, through: 1, by: -1) {
            let key = path.prefix(width).joined(separator: "_")
            guard let existing = map[key] else { continue }
            if width == path.count {
                map[key] = converted(value, as: existing)
                return
            }
            if case .map(var inner) = existing {
                set(path.dropFirst(width), to: value, in: &inner)
                map[key] = .map(inner)
                return
            }
        }
        if path.count == 1 {
            map[first] = ["disablekinds", "disablelanguages"].contains(first) ? .list(words(value)) : .string(value)
        } else {
            var inner = ValueMap(foldsCase: true)
            set(path.dropFirst(), to: value, in: &inner)
            map[first] = .map(inner)
        }
    }

    private static func converted(_ text: String, as existing: Value) -> Value {
        switch existing {
        case .bool: return Value.string(text).castBool.map(Value.bool) ?? existing
        case .int, .int64, .uint: return Int(text).map(Value.int) ?? existing
        case .float: return Double(text).map(Value.float) ?? existing
        case .list: return .list(words(text))
        default: return .string(text)
        }
    }

    private static func words(_ text: String) -> [Value] {
        text.split { $0 == " " || $0 == "," }.map { .string(String($0)) }
    }
}

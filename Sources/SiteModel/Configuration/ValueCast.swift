internal import Values

// Configuration and front matter are forgiving: `weight: "7"` is a weight. These are the casts of Hugo's `cast`.
extension Value {
    /// The value as text: what a scalar prints; nil for lists, maps and null.
    var castString: String? {
        switch self {
        case .string(let text): return text
        case .safe(let safe): return safe.text
        case .int(let number), .int64(let number): return String(number)
        case .uint(let number): return String(number)
        case .float(let number):
            if let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000_000 { return String(whole) }
            return String(number)
        case .bool(let flag): return flag ? "true" : "false"
        case .time(let time): return time.goString
        case .object(let local as LocalDateTime): return local.goString
        default: return nil
        }
    }

    /// The value as a whole number; text is read, fractions are cut off.
    var castInt: Int? {
        switch self {
        case .int(let number), .int64(let number): return number
        case .uint(let number): return Int(exactly: number)
        case .float(let number): return Int(exactly: number.rounded(.towardZero))
        case .bool(let flag): return flag ? 1 : 0
        case .string(let text): return Int(text)
        default: return nil
        }
    }

    /// The value as a number.
    var castDouble: Double? {
        switch self {
        case .int(let number), .int64(let number): return Double(number)
        case .uint(let number): return Double(number)
        case .float(let number): return number
        case .string(let text): return Double(text)
        default: return nil
        }
    }

    /// The value as a truth value; text as Go's `strconv.ParseBool` reads it.
    var castBool: Bool? {
        switch self {
        case .bool(let flag): return flag
        case .int(let number), .int64(let number): return number != 0
        case .uint(let number): return number != 0
        case .string(let text):
            switch text {
            case "1", "t", "T", "true", "TRUE", "True": return true
            case "0", "f", "F", "false", "FALSE", "False": return false
            default: return nil
            }
        default: return nil
        }
    }

    /// The value as a list of texts; a single scalar is a list of one.
    var castStrings: [String]? {
        switch self {
        case .list(let list): return list.compactMap(\.castString)
        case .null: return nil
        default: return castString.map { [$0] }
        }
    }

    /// The maps of a list of maps, or of a single map, to be asked in any case.
    var castMaps: [ValueMap] {
        switch self {
        case .map(let map): return [map.foldsCase ? map : map.foldingCase()]
        case .list(let list): return list.compactMap { $0.mapValue?.foldingCase() }
        default: return []
        }
    }
}

extension ValueMap {
    /// The value that a path of keys leads to.
    func value(at path: String...) -> Value? {
        var value: Value = .map(self)
        for key in path {
            guard let next = value.mapValue?[key] else { return nil }
            value = next
        }
        return value
    }

    /// Lays `other` over this map; maps that both have are merged, everything else of `other` wins.
    mutating func overlay(_ other: ValueMap) {
        for (key, value) in other {
            if case .map(let theirs) = value, case .map(var ours)? = self[key] {
                ours.overlay(theirs)
                self[key] = .map(ours)
            } else {
                self[key] = value
            }
        }
    }

    /// Adds what this map lacks; with `deep` in the maps that both have too.
    mutating func supplement(_ other: ValueMap, deep: Bool) {
        for (key, value) in other {
            guard let mine = self[key] else {
                self[key] = value
                continue
            }
            if deep, case .map(let theirs) = value, case .map(var ours) = mine {
                ours.supplement(theirs, deep: true)
                self[key] = .map(ours)
            }
        }
    }
}

internal import Text
internal import Values

/// Makes values of YAML the way Hugo's decoder (goccy/go-yaml) does.
///
/// Whole numbers are unsigned unless negative, dates stay text, a key that stands twice is an error, `<<` merges.
struct YAMLParser {
    /// How deep lists and maps may nest.
    static let depthLimit = 200
    /// How many values a document may have when its aliases are written out.
    static let sizeLimit = 500_000

    private struct Anchored {
        let value: Value
        let size: Int
    }

    private let events: YAMLEvents
    private var anchors: [String: Anchored] = [:]
    private var size = 0

    private init(_ events: YAMLEvents) { self.events = events }

    /// The value of the first document in `bounds` of `file`; null when there is none.
    static func parse(_ file: SourceFile, bounds: Range<Int>) throws(Diagnostic) -> Value {
        try file.bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) -> Value in
            var parser = YAMLParser(YAMLEvents(file, bounds: bounds, bytes: bytes))
            return try parser.document()
        }
    }

    private mutating func document() throws(Diagnostic) -> Value {
        while true {
            switch try events.advance() {
            case .streamEnd: return .null
            case .documentStart:
                let value = try node(events.advance(), depth: 0)
                // The rest is read for its errors; a second document is not used, as in Hugo.
                var depth = 0
                while true {
                    switch try events.advance() {
                    case .streamEnd: return value
                    case .sequenceStart, .mappingStart:
                        depth += 1
                        try checkDepth(depth)
                    case .sequenceEnd, .mappingEnd: depth -= 1
                    default: continue
                    }
                }
            default: continue
            }
        }
    }

    private func checkDepth(_ depth: Int) throws(Diagnostic) {
        guard depth > Self.depthLimit else { return }
        throw events.diagnostic(code: "yaml.depth", "YAML: lists and maps nest deeper than \(Self.depthLimit) levels")
    }

    private mutating func count(_ added: Int) throws(Diagnostic) {
        size += added
        guard size > Self.sizeLimit else { return }
        throw events.diagnostic(
            code: "yaml.size", "YAML: with its aliases written out the document has more than \(Self.sizeLimit) values",
            suggestion: "use fewer aliases, or split the file")
    }

    private mutating func node(_ kind: YAMLEvents.Kind, depth: Int) throws(Diagnostic) -> Value {
        try checkDepth(depth)
        let anchor = events.anchor(of: kind)
        if kind == .alias {
            guard let known = anchors[anchor ?? ""] else {
                throw events.diagnostic(
                    code: "yaml.alias", "YAML: could not find alias \"\(anchor ?? "")\"", skipping: 1,
                    suggestion: nearestName(to: anchor ?? "", among: anchors.keys.sorted()).map { "write *\($0)" })
            }
            try count(known.size)
            return known.value
        }
        let before = size
        try count(1)
        let value: Value
        switch kind {
        case .scalar: value = try scalar()
        case .sequenceStart: value = try sequence(depth: depth)
        case .mappingStart: value = try mapping(depth: depth)
        default: value = .null
        }
        if let anchor { anchors[anchor] = Anchored(value: value, size: size - before) }
        return value
    }

    private mutating func sequence(depth: Int) throws(Diagnostic) -> Value {
        var list: [Value] = []
        while true {
            let kind = try events.advance()
            if kind == .sequenceEnd { return .list(list) }
            list.append(try node(kind, depth: depth + 1))
        }
    }

    private mutating func mapping(depth: Int) throws(Diagnostic) -> Value {
        var map = ValueMap()
        var merged: [ValueMap] = []
        while true {
            let kind = try events.advance()
            if kind == .mappingEnd { break }
            let isMerge = kind == .scalar && events.isPlain && events.text == "<<"
            if isMerge {
                let value = try node(events.advance(), depth: depth + 1)
                switch value {
                case .map(let one): merged.append(one)
                case .list(let several):
                    for case .map(let one) in several { merged.append(one) }
                case .null: break
                default:
                    throw events.diagnostic(
                        code: "yaml.merge", "YAML: << wants a map or a list of maps",
                        suggestion: "write << with an alias of a map: <<: *name")
                }
                continue
            }
            let key = try key(kind, depth: depth)
            if map[key] != nil {
                throw events.diagnostic(
                    code: "yaml.duplicate-key", "YAML: mapping key \"\(key)\" already defined",
                    suggestion: "remove one of the two")
            }
            map[key] = try node(events.advance(), depth: depth + 1)
        }
        for other in merged {
            for (key, value) in other where map[key] == nil { map[key] = value }
        }
        return .map(map)
    }

    /// The text of a key; numbers and truth values are keys as they are written.
    private mutating func key(_ kind: YAMLEvents.Kind, depth: Int) throws(Diagnostic) -> String {
        switch kind {
        case .scalar:
            let text = events.text
            _ = try node(kind, depth: depth + 1)
            return text
        case .alias:
            if case .string(let text) = try node(kind, depth: depth + 1) { return text }
            fallthrough
        default:
            throw events.diagnostic(
                code: "yaml.key", "YAML: a key must be text, not a list or a map",
                suggestion: "put the key in quotes if it begins with [ or {")
        }
    }

    private func scalar() throws(Diagnostic) -> Value {
        let text = events.text
        guard let tag = events.scalarTag else {
            return events.isPlain ? YAMLScalar.resolve(text) : .string(text)
        }
        switch tag {
        case "tag:yaml.org,2002:int":
            switch YAMLScalar.resolve(text) {
            case .uint(let number) where Int(exactly: number) != nil: return .int(Int(number))
            case .int64(let number): return .int(number)
            case .float(let number) where Int(exactly: number.rounded(.towardZero)) != nil:
                return .int(Int(number.rounded(.towardZero)))
            default: throw events.diagnostic(code: "yaml.tag", "YAML: \"\(text)\" is no whole number")
            }
        case "tag:yaml.org,2002:float":
            switch YAMLScalar.resolve(text) {
            case .uint(let number): return .float(Double(number))
            case .int64(let number): return .float(Double(number))
            case .float(let number): return .float(number)
            default: throw events.diagnostic(code: "yaml.tag", "YAML: \"\(text)\" is no number")
            }
        case "tag:yaml.org,2002:bool":
            if case .bool(let flag) = YAMLScalar.resolve(text) { return .bool(flag) }
            throw events.diagnostic(
                code: "yaml.tag", "YAML: \"\(text)\" is no truth value", suggestion: "write true or false")
        case "tag:yaml.org,2002:null": return .null
        case "tag:yaml.org,2002:timestamp":
            guard let time = ZonedTime.parseHugo(text) else {
                throw events.diagnostic(code: "yaml.tag", "YAML: \"\(text)\" is no date")
            }
            return .time(time)
        default: return .string(text)
        }
    }
}

extension YAMLParser {
    /// The bytes of the value that a path of keys (in any case) and indexes leads to.
    static func range(of path: [String], in file: SourceFile, bounds: Range<Int>) -> Range<Int>? {
        file.bytes.withUnsafeBufferPointer { bytes in
            let events = YAMLEvents(file, bounds: bounds, bytes: bytes)
            do {
                while true {
                    switch try events.advance() {
                    case .documentStart: return try find(path[...], kind: events.advance(), in: events)
                    case .streamEnd: return nil
                    default: continue
                    }
                }
            } catch { return nil }
        }
    }

    private static func find(
        _ path: ArraySlice<String>, kind: YAMLEvents.Kind, in events: YAMLEvents
    ) throws(Diagnostic) -> Range<Int>? {
        guard let wanted = path.first else {
            let start = events.offset(of: events.start)
            try skip(kind, in: events)
            return start..<max(start, events.offset(of: events.end))
        }
        switch kind {
        case .mappingStart:
            while true {
                let key = try events.advance()
                if key == .mappingEnd { return nil }
                let matches = key == .scalar && events.text.lowercased() == wanted.lowercased()
                try skip(key, in: events)
                let value = try events.advance()
                if matches { return try find(path.dropFirst(), kind: value, in: events) }
                try skip(value, in: events)
            }
        case .sequenceStart:
            var index = 0
            while true {
                let element = try events.advance()
                if element == .sequenceEnd { return nil }
                if String(index) == wanted { return try find(path.dropFirst(), kind: element, in: events) }
                try skip(element, in: events)
                index += 1
            }
        default: return nil
        }
    }

    /// Goes on to the last event of the node that begins with the present one.
    private static func skip(_ kind: YAMLEvents.Kind, in events: YAMLEvents) throws(Diagnostic) {
        var depth = kind == .sequenceStart || kind == .mappingStart ? 1 : 0
        while depth > 0 {
            switch try events.advance() {
            case .sequenceStart, .mappingStart: depth += 1
            case .sequenceEnd, .mappingEnd: depth -= 1
            case .streamEnd: return
            default: continue
            }
        }
    }
}

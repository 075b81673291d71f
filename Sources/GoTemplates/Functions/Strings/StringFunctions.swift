internal import Text
internal import Values

extension FunctionTable {
    /// The namespace `strings`, apart from its regular expressions, `truncate` and `title`.
    mutating func registerStrings() {
        registerStringTests()
        registerStringEdits()
        registerStringCuts()
        registerPatterns()
        register("strings.Truncate", aliases: ["truncate"], 1...Int.max, truncate)
        register("strings.Title", aliases: ["title"], 1...1) { .string(TitleCase.convert(try $0.text(0))) }
    }

    private mutating func registerStringTests() {
        register("strings.Contains", 2...2) { .bool(try $0.text(0).goContains(try $0.text(1))) }
        register("strings.ContainsAny", 2...2) { call in
            let wanted = Set(try call.text(1).unicodeScalars)
            return .bool(try call.text(0).unicodeScalars.contains { wanted.contains($0) })
        }
        register("strings.ContainsNonSpace", 1...1) { .bool(try $0.text(0).unicodeScalars.contains { !$0.isGoSpace }) }
        register("strings.HasPrefix", aliases: ["hasPrefix"], 2...2) { call in
            .bool(try call.text(0).utf8.starts(with: try call.text(1).utf8))
        }
        register("strings.HasSuffix", aliases: ["hasSuffix"], 2...2) { call in
            .bool(try call.text(0).utf8.reversed().starts(with: try call.text(1).utf8.reversed()))
        }
        register("strings.Count", 2...2) { call in
            let part = try call.text(0)
            let text = try call.text(1)
            if part.isEmpty { return .int(text.unicodeScalars.count + 1) }
            return .int(text.goSplit(by: part).count - 1)
        }
        register("strings.CountRunes", aliases: ["countrunes"], 1...1) { call in
            .int(plainText(ofHTML: try call.text(0)).unicodeScalars.count { !$0.isGoSpace })
        }
        register("strings.RuneCount", 1...1) { .int(try $0.text(0).unicodeScalars.count) }
        register("strings.CountWords", aliases: ["countwords"], 1...1) { .int(countWords(try $0.text(0))) }
    }

    /// `text` over and over up to `size` bytes: what is there is copied behind itself, so that few copies make a long text.
    private static func repeated(_ text: String, size: Int) -> String {
        var text = text
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: size) { buffer in
                guard let target = buffer.baseAddress, let source = bytes.baseAddress, size > 0 else { return 0 }
                target.initialize(from: source, count: min(bytes.count, size))
                var filled = min(bytes.count, size)
                while filled < size {
                    let next = min(filled, size - filled)
                    (target + filled).initialize(from: target, count: next)
                    filled += next
                }
                return size
            }
        }
    }

    private mutating func registerStringEdits() {
        register("strings.Chomp", aliases: ["chomp"], 1...1) { call in
            let text = try call.text(0)
            let end = text.utf8.lastIndex { $0 != 0x0A && $0 != 0x0D }
            let kept = end.map { String(text.utf8[...$0]) ?? text } ?? ""
            return call[0].sameKind(kept)
        }
        register("strings.ToLower", aliases: ["lower"], 1...1) { .string(try $0.text(0).goLowercased) }
        register("strings.ToUpper", aliases: ["upper"], 1...1) { .string(try $0.text(0).goUppercased) }
        register("strings.FirstUpper", 1...1) { .string(try $0.text(0).upperCasingFirst) }
        register("strings.Repeat", 2...2) { call in
            let times = try call.int(0)
            let text = try call.text(1)
            guard times >= 0 else { throw ValueError("strings: negative Repeat count") }
            let (size, overflow) = text.utf8.count.multipliedReportingOverflow(by: times)
            guard !overflow, size <= sizeLimit else { throw ValueError("strings.Repeat: the result is too large") }
            return .string(Self.repeated(text, size: size))
        }
        register("strings.Replace", aliases: ["replace"], 3...4) { call in
            let limit = call.count > 3 ? try call.int(3) : -1
            let old = try call.text(1)
            return .string(try call.text(0).goReplacing(old, with: try call.text(2), limit: limit))
        }
        register("strings.ReplacePairs", 0...Int.max, replacePairs)
        register("strings.Trim", aliases: ["trim"], 2...2) { call in
            let set = Set(try call.text(1).unicodeScalars)
            return .string(try call.text(0).trimming(set, start: true, end: true))
        }
        register("strings.TrimLeft", 2...2) { call in
            let set = Set(try call.text(0).unicodeScalars)
            return .string(try call.text(1).trimming(set, start: true, end: false))
        }
        register("strings.TrimRight", 2...2) { call in
            let set = Set(try call.text(0).unicodeScalars)
            return .string(try call.text(1).trimming(set, start: false, end: true))
        }
        register("strings.TrimPrefix", 2...2) { call in
            let prefix = try call.text(0).utf8
            let text = try call.text(1)
            guard text.utf8.starts(with: prefix) else { return .string(text) }
            return .string(String(text.utf8.dropFirst(prefix.count)) ?? text)
        }
        register("strings.TrimSuffix", 2...2) { call in
            let suffix = try call.text(0).utf8
            let text = try call.text(1)
            guard text.utf8.reversed().starts(with: suffix.reversed()) else { return .string(text) }
            return .string(String(text.utf8.dropLast(suffix.count)) ?? text)
        }
        register("strings.TrimSpace", 1...1) { .string(try $0.text(0).trimmingGoSpace) }
    }

    private mutating func registerStringCuts() {
        register("strings.Split", aliases: ["split"], 2...2) { call in
            .list(try call.text(0).goSplit(by: try call.string(1)).map { .string($0) })
        }
        register("strings.SliceString", aliases: ["slicestr"], 1...Int.max, sliceString)
        register("strings.Substr", aliases: ["substr"], 1...Int.max, substring)
    }
}

/// The bytes that one function may make; a template comes from outside.
let sizeLimit = 64 << 20

private func countWords(_ text: String) -> Int {
    let plain = plainText(ofHTML: text)
    let words = plain.unicodeScalars.split { $0.isGoSpace }
    guard plain.unicodeScalars.contains(where: \.isCJK) else { return words.count }
    return words.reduce(0) { total, word in
        total + (word.allSatisfy(\.isASCII) ? 1 : word.count)
    }
}

private func replacePairs(_ call: Invocation) throws -> Value {
    guard call.count >= 2 else { throw ValueError("requires at least 2 arguments") }
    var pairs: [Value]
    if call.count == 2 {
        guard let list = call[0].listValue else {
            throw ValueError(
                "with 2 arguments, the first must be a slice of replacement pairs, got \(call[0].goType)")
        }
        pairs = list
    } else {
        pairs = Array(call.arguments.dropLast())
    }
    guard pairs.count % 2 == 0 else { throw ValueError("uneven number of replacement pairs") }
    var texts: [(old: [UInt8], new: [UInt8])] = []
    for index in stride(from: 0, to: pairs.count, by: 2) {
        texts.append((Array(try pairs[index].castToString().utf8), Array(try pairs[index + 1].castToString().utf8)))
    }
    let source = Array(try call.text(call.count - 1).utf8)
    // Go's Replacer: at each place the first pair that fits, in the order of the arguments.
    var result: [UInt8] = []
    var index = 0
    while index < source.count {
        if let pair = texts.first(where: { !$0.old.isEmpty && source[index...].starts(with: $0.old) }) {
            result.append(contentsOf: pair.new)
            index += pair.old.count
        } else {
            result.append(source[index])
            index += 1
        }
    }
    return .string(String(decoding: result, as: UTF8.self))
}

private func sliceString(_ call: Invocation) throws -> Value {
    let scalars = Array(try call.text(0).unicodeScalars)
    guard call.count <= 3 else { throw ValueError("too many arguments") }
    var start = 0
    var end = scalars.count
    if call.count > 1 {
        guard let value = try? call.int(1) else { throw ValueError("start argument must be integer") }
        start = value
        if start < 0 || start > scalars.count - 1 { throw ValueError("slice bounds out of range") }
    }
    if call.count > 2 {
        guard let value = try? call.int(2) else { throw ValueError("end argument must be integer") }
        end = value
        if end < 0 || end > scalars.count { throw ValueError("slice bounds out of range") }
    }
    guard start <= end else { throw ValueError("runtime error: slice bounds out of range [\(start):\(end)]") }
    return .string(String(String.UnicodeScalarView(scalars[start..<end])))
}

private func substring(_ call: Invocation) throws -> Value {
    let scalars = Array(try call.text(0).unicodeScalars)
    guard call.count > 1 else { throw ValueError("too few arguments") }
    guard call.count <= 3 else { throw ValueError("too many arguments") }
    guard var start = try? call.int(1) else { throw ValueError("start argument must be an integer") }
    var length = scalars.count
    if call.count > 2 {
        guard let value = try? call.int(2) else { throw ValueError("length argument must be an integer") }
        length = value
    }
    if start < 0 { start = max(0, start &+ scalars.count) }
    guard start < scalars.count, length != 0 else { return "" }
    let end = length < 0 ? scalars.count &+ length : start &+ min(length, scalars.count - start)
    guard end > start else { return "" }
    return .string(String(String.UnicodeScalarView(scalars[start..<min(end, scalars.count)])))
}

extension Value {
    /// `text` as HTML where this is HTML, else as a plain string: some functions keep what was declared safe.
    func sameKind(_ text: String) -> Value {
        if case .safe(let safe) = self, safe.kind == .html { return .html(text) }
        return .string(text)
    }
}

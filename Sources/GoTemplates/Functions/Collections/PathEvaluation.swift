internal import Text
internal import Values

/// A dotted path such as `.Params.toc_hide`, looked up in one element after the other by `where`, `sort` and `group`.
///
/// The names are made into symbols once, so that each element costs an array access a name.
struct ElementPath {
    private let names: [String]
    private let symbols: [Symbol]

    /// The path of `text`; dots at its ends do not count.
    init(_ text: String) {
        names = text.trimming(["."], start: true, end: true).goSplit(by: ".")
        symbols = names.map { Symbol($0) }
    }

    /// What can go wrong on the way.
    enum Failure: Error {
        /// An element has neither a key nor a method of that name.
        case unknown(name: String, type: String)
        /// Something on the way is nil.
        case invalid
    }

    /// The value at the path; nil where a map has no such key.
    func value(in element: Value, context: any EvaluationContext) throws -> Value? {
        var value = element
        for index in names.indices {
            guard let next = try step(index, value, context) else {
                if index == names.count - 1 { return nil }
                throw Failure.invalid
            }
            if next.isNull, index < names.count - 1 { throw Failure.invalid }
            value = next
        }
        return value
    }

    private func step(_ index: Int, _ value: Value, _ context: any EvaluationContext) throws -> Value? {
        switch value {
        case .map(let map): return map[names[index]]
        case .object(let object):
            if let member = object.members[symbols[index]], member.arity.contains(0) {
                return try member.call(object, Invocation([], context: context))
            }
            // A record, such as what is known of a file, has fields and is no map.
            if let field = object.value(forKey: names[index]) { return field }
            if object.keys != nil { return nil }
        case .null: throw Failure.invalid
        case .time(let time):
            if let method = TimeMethods.method(names[index]), method.arity.contains(0) {
                return try method.call(time, [])
            }
        default: break
        }
        throw Failure.unknown(name: names[index], type: value.goType)
    }
}

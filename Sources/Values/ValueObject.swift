/// A thing with methods that a template can hold: a page, a site, a resource, a scratch pad.
package protocol ValueObject: AnyObject, Sendable {
    /// The methods and fields that a template can reach.
    var members: MemberTable { get }
    /// The Go type that `printf "%T"` and error messages name, such as `*hugolib.pageState`.
    var goType: String { get }
    /// The elements, when the object is a list that can be ranged over, indexed and counted.
    var elements: [Value]? { get }
    /// The keys in the order of a range, when the object is a map.
    var keys: [String]? { get }
    /// The value of `key`, when the object is a map (`index`, a field without a method of that name).
    func value(forKey key: String) -> Value?
    /// What `index` gives for a key that the map has not: the empty value of what it holds.
    var missingElement: Value { get }
    /// Whether `if` takes the object for true.
    var isTruthy: Bool { get }
    /// The number that it is to arithmetic, comparison and `printf "%d"`, such as a month of Go's `time`; else nil.
    var namedNumber: Int? { get }
    /// Whether both are equal to `eq`.
    func isEqual(to other: any ValueObject) -> Bool
    /// What `print` and an action write.
    var goString: String { get }
    /// What `jsonify` writes, nil when the object has no such form.
    var dataValue: Value? { get }
    /// A list of `elements` of the same kind as this list, or as lists of such objects are: what `where`, `first`,
    /// `sort` and `slice` give for pages, so that `(where .Pages …).ByWeight` works.
    func list(of elements: [Value]) -> Value
}

extension ValueObject {
    /// Not a list.
    package var elements: [Value]? { nil }
    /// Not a map.
    package var keys: [String]? { nil }
    /// Not a map.
    package func value(forKey key: String) -> Value? { nil }
    /// Nothing.
    package var missingElement: Value { .null }
    /// Empty lists and maps are false, other objects true.
    package var isTruthy: Bool {
        if let elements { return !elements.isEmpty }
        if let keys { return !keys.isEmpty }
        return true
    }
    /// None.
    package var namedNumber: Int? { nil }
    /// Identity.
    package func isEqual(to other: any ValueObject) -> Bool { self === other }
    /// The type in brackets.
    package var goString: String { "<\(goType)>" }
    /// None.
    package var dataValue: Value? { nil }
    /// A plain list.
    package func list(of elements: [Value]) -> Value { .list(elements) }
}

/// What a call from a template hands over: the evaluated arguments and who calls.
package struct Invocation {
    /// The arguments; a piped value is the last.
    package let arguments: [Value]
    /// The execution that calls; the site builder and the engine know their own kind behind it.
    package let context: any EvaluationContext

    /// A call with `arguments` from `context`.
    package init(_ arguments: [Value], context: any EvaluationContext) {
        self.arguments = arguments
        self.context = context
    }

    /// The argument at `index`, or nil where fewer were given.
    package func argument(_ index: Int) -> Value? {
        // A bare `nil` beside a value would be read as the value nil, and the argument as given.
        index < arguments.count && index >= 0 ? arguments[index] : Optional.none
    }
}

/// The state of one execution that functions and methods may need; each room casts to the protocol it defines.
package protocol EvaluationContext: AnyObject {}

/// A context for calls that need none.
package final class EmptyContext: EvaluationContext {
    /// Makes one.
    package init() {}
}

/// Why a function or a method refused its arguments; the engine adds the place and the template chain.
package struct ValueError: Error, Sendable {
    /// One sentence in the words of Hugo where Hugo has them.
    package let message: String

    /// An error with `message`.
    package init(_ message: String) { self.message = message }
}

/// A method or a field of an object.
package struct Member: Sendable {
    /// How many arguments it takes.
    package let arity: ClosedRange<Int>
    /// Runs it; the receiver is of the type that the table was made for.
    package let call: @Sendable (_ receiver: any ValueObject, _ invocation: Invocation) throws -> Value
}

/// The methods and fields of one type of object, found by symbol.
///
/// One word wide: a template asks for it at every field.
package struct MemberTable: Sendable {
    private final class Storage: @unchecked Sendable {
        var slots: [Member?] = []
        var names: [String] = []
    }

    private var storage = Storage()

    /// An empty table.
    package init() {}

    /// The names of all members in the order in which they were added.
    package var names: [String] { storage.names }

    /// Adds a field or a method without arguments.
    package mutating func field<Object: ValueObject>(
        _ name: String, of type: Object.Type = Object.self, _ get: @escaping @Sendable (Object) throws -> Value
    ) {
        method(name, of: type, 0...0) { object, _ in try get(object) }
    }

    /// Adds a method that takes `arity` arguments.
    package mutating func method<Object: ValueObject>(
        _ name: String, of type: Object.Type = Object.self, _ arity: ClosedRange<Int>,
        _ call: @escaping @Sendable (Object, Invocation) throws -> Value
    ) {
        add(
            name,
            Member(arity: arity) { receiver, invocation in
                // Nearly always the very class; a cast costs more than many a member does.
                if Swift.type(of: receiver) == Object.self {
                    return try call(unsafeDowncast(receiver, to: Object.self), invocation)
                }
                guard let object = receiver as? Object else { throw ValueError("\(name) called on \(receiver.goType)") }
                return try call(object, invocation)
            })
    }

    private mutating func add(_ name: String, _ member: Member) {
        if !isKnownUniquelyReferenced(&storage) {
            let copy = Storage()
            (copy.slots, copy.names) = (storage.slots, storage.names)
            storage = copy
        }
        let index = Symbol(name).index
        while storage.slots.count <= index { storage.slots.append(nil) }
        storage.slots[index] = member
        storage.names.append(name)
    }

    /// The member of that name, or nil.
    package subscript(symbol: Symbol) -> Member? {
        symbol.index < storage.slots.count ? storage.slots[symbol.index] : nil
    }
}

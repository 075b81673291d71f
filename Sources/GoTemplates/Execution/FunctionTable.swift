internal import Text
package import Values

/// A function that templates call by name.
package final class TemplateFunction: Sendable {
    /// What the engine itself must know of a function, because it does not evaluate all of its arguments first.
    package enum Form: Sendable {
        /// All arguments are evaluated, then it is called.
        case plain
        /// Stops at the first false argument.
        case and
        /// Stops at the first true argument.
        case or
        /// Evaluates its argument and turns an error into a value.
        case attempt
        /// Gives a value to whoever executed the template, as Hugo's partials do.
        case giveBack
    }

    /// The name it was registered under, such as `strings.ToLower`.
    package let name: String
    /// How many arguments it takes.
    package let arity: ClosedRange<Int>
    /// How the engine evaluates it.
    package let form: Form
    /// Runs it.
    package let call: @Sendable (Invocation) throws -> Value

    init(
        _ name: String, arity: ClosedRange<Int>, form: Form = .plain,
        call: @escaping @Sendable (Invocation) throws -> Value
    ) {
        self.name = name
        self.arity = arity
        self.form = form
        self.call = call
    }
}

/// The functions that a template may call, by name.
///
/// A name with a dot is a function of a namespace: `strings.ToLower`. Names are looked up when a template is parsed;
/// one that is not there fails only when it is executed, so that a page that never reaches it still builds.
/// A function throws `ValueError` when it refuses its arguments, or a `Diagnostic` that it knows the place of.
package struct FunctionTable: Sendable {
    private var functions: [String: TemplateFunction] = [:]
    private var namespaces: Set<String> = []

    /// A table without any function.
    package init() {}

    /// Adds a function, or replaces the one of that name; `aliases` are names of the same function.
    ///
    /// - Parameter arity: how many arguments it takes; `1...Int.max` for at least one.
    package mutating func register(
        _ name: String, aliases: [String] = [], _ arity: ClosedRange<Int>,
        _ call: @escaping @Sendable (Invocation) throws -> Value
    ) {
        add(TemplateFunction(name, arity: arity, call: call), as: [name] + aliases)
    }

    mutating func add(_ function: TemplateFunction, as names: [String]) {
        for name in names {
            functions[name] = function
            if let dot = name.firstIndex(of: ".") { namespaces.insert(String(name[..<dot])) }
        }
    }

    /// Gives a function that is already there further names.
    package mutating func alias(_ name: String, _ aliases: [String]) {
        guard let function = functions[name] else { return }
        add(function, as: aliases)
    }

    /// The function of that full name.
    package func function(named name: String) -> TemplateFunction? { functions[name] }

    /// Whether there is a function `name.something`.
    package func hasNamespace(_ name: String) -> Bool { namespaces.contains(name) }

    /// The functions of a namespace as the methods of an object: what `resources` is where it stands alone.
    func namespace(_ name: String) -> NamespaceObject? {
        guard hasNamespace(name) else { return nil }
        var members = MemberTable()
        for (full, function) in functions where full.hasPrefix(name + ".") && function.form == .plain {
            members.method(String(full.dropFirst(name.count + 1)), of: NamespaceObject.self, function.arity) {
                try function.call($1)
            }
        }
        return NamespaceObject(name, members)
    }

    /// The name of a function that was probably meant by one that is not there.
    func nearest(to name: String) -> String? {
        // Names of another length are not near; a template may have thousands that are not there.
        let (length, reach) = (name.utf8.count, max(1, name.utf8.count / 3))
        return nearestName(to: name, among: functions.keys.filter { abs($0.utf8.count - length) <= reach }.sorted())
    }

    /// Every name, ascending.
    package var names: [String] { functions.keys.sorted() }
}

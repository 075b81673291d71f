internal import Synchronization

/// A name that was seen while a template was parsed, as a small number: methods are then found by index.
package struct Symbol: Hashable, Sendable {
    /// The index, dense from zero.
    package let index: Int

    private struct Table: ~Copyable {
        var names: [String] = []
        var indexes: [String: Int] = [:]
    }

    private static let table = Mutex(Table())

    /// The symbol of `name`; the same name is the same symbol for the life of the process.
    package init(_ name: String) {
        index = Self.table.withLock { table in
            if let known = table.indexes[name] { return known }
            let fresh = table.names.count
            table.names.append(name)
            table.indexes[name] = fresh
            return fresh
        }
    }

    /// The name that the symbol was made from.
    package var name: String {
        Self.table.withLock { $0.names[index] }
    }
}

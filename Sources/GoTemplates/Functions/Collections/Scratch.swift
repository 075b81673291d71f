internal import Synchronization
package import Values

/// A pad on which templates note values under names: `newScratch`, and the `.Scratch` and `.Store` of pages.
///
/// Safe to share between pages that render at once.
package final class Scratch: ValueObject {
    private let notes = Mutex(ValueMap())

    /// An empty pad.
    package init() {}

    /// The name of Go's type.
    package var goType: String { "*hstore.Scratch" }

    /// What is noted under `key`, or nil.
    package func get(_ key: String) -> Value? { notes.withLock { $0[key] } }

    /// Notes a value in place of what was there.
    package func set(_ key: String, _ value: Value) { notes.withLock { $0[key] = .some(value) } }

    /// Everything that is noted.
    package var values: ValueMap { notes.withLock { $0 } }

    /// Adds to what is noted: lists grow, numbers are summed, texts are joined.
    package func add(_ key: String, _ value: Value) throws(ValueError) {
        let result: Result<Void, ValueError> = notes.withLock { notes in
            guard let known = notes[key] else {
                notes[key] = .some(value)
                return .success(())
            }
            if let list = known.listValue {
                notes[key] = known.list(of: list + (value.listValue ?? [value]))
                return .success(())
            }
            do throws(ValueError) {
                notes[key] = try Arithmetic.apply(.add, known, value)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Notes a value under a key of the map that is noted under `key`.
    package func set(_ key: String, inMap mapKey: String, _ value: Value) {
        notes.withLock { notes in
            var map = notes[key]?.mapValue ?? ValueMap()
            map[mapKey] = .some(value)
            notes[key] = .map(map)
        }
    }

    /// Forgets a key of the map that is noted under `key`.
    package func delete(_ key: String, inMap mapKey: String) {
        notes.withLock { notes in
            guard var map = notes[key]?.mapValue else { return }
            map[mapKey] = nil
            notes[key] = .map(map)
        }
    }

    /// Forgets what is noted under `key`.
    package func delete(_ key: String) { notes.withLock { $0[key] = nil } }

    /// The methods that templates call.
    package var members: MemberTable { Self.table }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.method("Get", of: Scratch.self, 1...1) { pad, call in pad.get(try call.string(0)) ?? .null }
        table.method("Set", of: Scratch.self, 2...2) { pad, call in
            pad.set(try call.string(0), call[1])
            return ""
        }
        table.method("Add", of: Scratch.self, 2...2) { pad, call in
            try pad.add(try call.string(0), call[1])
            return ""
        }
        table.method("SetInMap", of: Scratch.self, 3...3) { pad, call in
            pad.set(try call.string(0), inMap: try call.string(1), call[2])
            return ""
        }
        table.method("DeleteInMap", of: Scratch.self, 2...2) { pad, call in
            pad.delete(try call.string(0), inMap: try call.string(1))
            return ""
        }
        table.method("Delete", of: Scratch.self, 1...1) { pad, call in
            pad.delete(try call.string(0))
            return ""
        }
        table.method("GetSortedMapValues", of: Scratch.self, 1...1) { pad, call in
            guard let map = pad.get(try call.string(0))?.mapValue else { return .null }
            return .list(map.sortedKeys.map { map[$0] ?? .null })
        }
        table.field("Values", of: Scratch.self) { .map($0.values) }
        return table
    }()
}

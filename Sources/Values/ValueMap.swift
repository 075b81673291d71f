/// A map from text to values that keeps the order in which its keys came.
///
/// One word wide and copied on write. Up to eight keys are found by looking along them; more get a hash index.
/// A map made with `foldsCase` is Hugo's `maps.Params`: its keys are lower case and it is asked in any case.
package struct ValueMap: Sendable {
    private final class Storage: @unchecked Sendable {
        var keys: [String]
        var values: [Value]
        var index: [String: Int]?
        let foldsCase: Bool

        init(keys: [String], values: [Value], index: [String: Int]?, foldsCase: Bool) {
            self.keys = keys
            self.values = values
            self.index = index
            self.foldsCase = foldsCase
        }

        func copy() -> Storage { Storage(keys: keys, values: values, index: index, foldsCase: foldsCase) }

        func position(of key: String) -> Int? {
            if let index { return index[key] }
            return keys.firstIndex(of: key)
        }

        func reindex() {
            index = nil
            guard keys.count > 8 else { return }
            var fresh = [String: Int](minimumCapacity: keys.count)
            for (offset, key) in keys.enumerated() { fresh[key] = offset }
            index = fresh
        }
    }

    private var storage: Storage

    /// An empty map.
    package init(foldsCase: Bool = false) {
        storage = Storage(keys: [], values: [], index: nil, foldsCase: foldsCase)
    }

    /// A map of `pairs` in their order; a key that stands twice keeps its place and the last value.
    package init(_ pairs: some Sequence<(String, Value)>, foldsCase: Bool = false) {
        self.init(foldsCase: foldsCase)
        for (key, value) in pairs { self[key] = value }
    }

    /// Whether keys are lower case and asked for in any case.
    package var foldsCase: Bool { storage.foldsCase }

    /// The number of keys.
    package var count: Int { storage.keys.count }

    /// Whether there are no keys.
    package var isEmpty: Bool { storage.keys.isEmpty }

    /// The keys in the order in which they came.
    package var keys: [String] { storage.keys }

    /// The values in the order of their keys.
    package var values: [Value] { storage.values }

    /// The keys in ascending byte order: the order in which Go ranges over a map and prints it.
    package var sortedKeys: [String] { storage.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// The value of a key; nil where there is none, and setting nil removes the key.
    package subscript(key: String) -> Value? {
        get {
            let key = storage.foldsCase ? key.asciiLowercasedIfNeeded : key
            guard let position = storage.position(of: key) else { return nil }
            return storage.values[position]
        }
        set {
            if !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
            let key = storage.foldsCase ? key.asciiLowercasedIfNeeded : key
            if let position = storage.position(of: key) {
                if let newValue {
                    storage.values[position] = newValue
                } else {
                    storage.keys.remove(at: position)
                    storage.values.remove(at: position)
                    storage.reindex()
                }
            } else if let newValue {
                storage.keys.append(key)
                storage.values.append(newValue)
                if storage.index != nil {
                    storage.index?[key] = storage.keys.count - 1
                } else if storage.keys.count > 8 {
                    storage.reindex()
                }
            }
        }
    }

    /// The same map with its keys, and those of the maps inside it, lower case; maps in lists keep theirs.
    ///
    /// What Hugo does to params: `.Params.myKey` finds `MyKey`.
    package func foldingCase() -> ValueMap {
        var folded = ValueMap(foldsCase: true)
        for (key, value) in self { folded[key.lowercased()] = value.foldingCase() }
        return folded
    }
}

extension ValueMap: Sequence {
    /// The pairs in the order of the keys.
    package func makeIterator() -> Zip2Sequence<[String], [Value]>.Iterator {
        zip(storage.keys, storage.values).makeIterator()
    }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
    /// A map of pairs in the order written; a key that stands twice keeps the last value.
    package init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}

extension Value {
    /// The value with its keys lower case when it is a map, and those of the maps inside it.
    package func foldingCase() -> Value {
        switch self {
        case .map(let map): return .map(map.foldingCase())
        default: return self
        }
    }
}

extension String {
    /// The lower-case text; the same string, without a copy, when it has no upper-case letter.
    fileprivate var asciiLowercasedIfNeeded: String {
        utf8.contains { ($0 >= 0x41 && $0 <= 0x5A) || $0 >= 0x80 } ? lowercased() : self
    }
}

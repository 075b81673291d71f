internal import Glibc
internal import Synchronization

/// Finds secrets of a store in any bytes: by their prefix, their check digits and, among the keys, their hash.
///
/// A secret that no key has is found all the same: prefix and check digits say that it is one.
package struct SecretIndex: Sendable {
    /// A secret that stands somewhere.
    package struct Found: Sendable {
        /// Where it begins, in bytes from the start of what was searched.
        package let offset: Int
        /// Enough of it to recognise it.
        package let hint: String
        /// What it is worth, whatever the quota says; `notFound` when no key has it.
        package let outcome: KeyVerification.Outcome
        /// The key it belongs to, when there is one.
        package let key: Key?
    }

    /// The bytes of the longest secret: as many may stand across the border of two pieces.
    package let longest: Int
    private let prefixes: [String]
    private let owners: [[UInt8]: (key: Key, outcome: KeyVerification.Outcome)]

    init(_ keys: [Key], in workspace: Workspace, at now: Instant) {
        prefixes = workspace.prefixes.map(\.prefix)
        longest = (prefixes.map(\.utf8.count).max() ?? 0) + KeySecret.randomCount + KeySecret.checkCount
        var owners: [[UInt8]: (key: Key, outcome: KeyVerification.Outcome)] = [:]
        for key in keys {
            for old in key.overlap {
                guard let hash = SHA256.bytes(ofName: old.hash) else { continue }
                owners[hash] = (key, key.standing(of: old, at: now, in: workspace))
            }
            if let hash = SHA256.bytes(ofName: key.hash) {
                owners[hash] = (key, key.standing(of: nil, at: now, in: workspace))
            }
        }
        self.owners = owners
    }

    /// The secrets that stand in `bytes`, in the order of their offsets.
    package func secrets(in bytes: UnsafeRawBufferPointer) -> [Found] {
        var found: [Found] = []
        for prefix in prefixes {
            let wanted = Array(prefix.utf8)
            let length = wanted.count + KeySecret.randomCount + KeySecret.checkCount
            // The underscore of a prefix is its rarest letter; the search of the C library reads many bytes a step.
            let anchor = wanted.lastIndex(of: 0x5F) ?? 0
            guard wanted.indices.contains(anchor), let start = bytes.baseAddress else { continue }
            var at = anchor
            while at < bytes.count, let hit = memchr(start + at, Int32(wanted[anchor]), bytes.count - at) {
                let place = start.distance(to: UnsafeRawPointer(hit))
                at = place + 1
                let first = place - anchor
                guard first + length <= bytes.count else { break }
                guard bytes[first..<(first + wanted.count)].elementsEqual(wanted) else { continue }
                let secret = Array(bytes[first..<(first + length)])
                if KeySecret.isWellFormed(secret, prefixes: [prefix]) {
                    found.append(self.found(secret, prefix, first))
                }
            }
        }
        return found.sorted { $0.offset < $1.offset }
    }

    private func found(_ secret: [UInt8], _ prefix: String, _ offset: Int) -> Found {
        let owner = owners[SHA256.digest(secret)]
        return Found(
            offset: offset, hint: KeySecret.hint(of: String(decoding: secret, as: UTF8.self), prefix: prefix),
            outcome: owner?.outcome ?? .notFound, key: owner?.key)
    }
}

extension Ledger {
    /// What finds the secrets of this store, those of deleted keys and replaced ones too, as they stand now.
    package func secretIndex() -> SecretIndex {
        let now = now
        return state.withLock { SecretIndex($0.keyFile.keys, in: $0.workspace, at: now) }
    }
}

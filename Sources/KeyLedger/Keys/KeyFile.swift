internal import Text
package import Values

/// `keys.json`: every key, the deleted ones too, with whatever else somebody wrote into the file.
struct KeyFile: Sendable {
    /// The keys in the order of the file.
    var keys: [Key]
    /// The positions of the keys by id, as the file was read.
    private(set) var positions: [String: Int] = [:]
    /// The members of the outermost object that this program does not know.
    var unknown: ValueMap

    static let schema = 1

    /// A file without keys.
    init() {
        keys = []
        unknown = ValueMap()
    }

    /// Decodes the file; what is wrong in it is named with its line.
    init(path: String, bytes: [UInt8]) throws(LedgerError) {
        if let (keys, positions) = KeyFileScanner.keys(in: bytes) {
            self.keys = keys
            self.positions = positions
            unknown = ValueMap()
            return
        }
        let document = try RecordDocument(path: path, bytes: bytes)
        let top = try document.record(schema: Self.schema)
        unknown = top.unknown(besides: ["schema", "keys"])
        keys = []
        for record in try top.records("keys") {
            let key = try Self.key(record)
            guard positions.updateValue(keys.count, forKey: key.id) == nil else {
                throw record.error("id", "the id \"\(key.id)\" stands twice")
            }
            keys.append(key)
        }
    }

    /// The members of a key that this program knows.
    static let keyMembers: Set<String> = [
        "id", "kind", "name", "project", "tags", "hint", "hash", "state", "createdAt", "createdBy", "rotatedAt",
        "overlap", "expiresAt", "deletedAt", "disabledAt", "migratedTo", "migratedFrom",
    ]

    /// Decodes one entry of the list.
    static func key(_ record: RecordReader) throws(LedgerError) -> Key {
        let stateName = try record.text("state")
        guard let state = Key.StoredState(rawValue: stateName) else {
            throw record.error(
                "state", "there is no state \"\(stateName)\"", suggestion: "active, disabled or deleted")
        }
        let id = try record.text("id")
        guard isID(id) else {
            throw record.error("id", "an id has letters, digits, _ and - only")
        }
        let hash = try record.text("hash")
        guard SHA256.isName(hash) else {
            throw record.error("hash", "\"hash\" must be \"sha256:\" and 64 hexadecimal digits")
        }
        guard let createdAt = try record.optionalInstant("createdAt") else {
            throw record.error("createdAt", "\"createdAt\" is missing")
        }
        var tags: [(name: String, value: String)] = []
        if let record = try record.record("tags") {
            for (name, _) in record.map { tags.append((name, try record.text(name))) }
        }
        var overlap: [Key.OldSecret] = []
        for old in try record.records("overlap") {
            let hash = try old.text("hash")
            guard SHA256.bytes(ofName: hash) != nil else {
                throw old.error("hash", "\"hash\" must be \"sha256:\" and 64 hexadecimal digits")
            }
            guard let until = try old.optionalInstant("validUntil") else {
                throw old.error("validUntil", "\"validUntil\" is missing")
            }
            overlap.append(
                Key.OldSecret(
                    hash: hash, hint: try old.text("hint"), validUntil: until,
                    kind: try old.optionalText("kind").map { KeyKind(rawValue: $0) },
                    unknown: old.unknown(besides: ["hash", "hint", "validUntil", "kind"])))
        }
        return Key(
            id: id, kind: KeyKind(rawValue: try record.text("kind")), name: try record.text("name"),
            project: try record.optionalText("project"), tags: tags, hint: try record.text("hint"), hash: hash,
            stored: state, createdAt: createdAt, createdBy: try record.optionalText("createdBy"),
            rotatedAt: try record.optionalInstant("rotatedAt"), overlap: overlap,
            expiresAt: try record.optionalInstant("expiresAt"), deletedAt: try record.optionalInstant("deletedAt"),
            disabledAt: try record.optionalInstant("disabledAt"), migratedTo: try record.optionalText("migratedTo"),
            migratedFrom: try record.optionalText("migratedFrom"), unknown: record.unknown(besides: keyMembers))
    }

    /// Whether a text can be the id of a key.
    static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 100 && text.utf8.allSatisfy(isIDByte)
    }

    /// An id becomes the name of a page: nothing else can be in it.
    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: return true
        default: return false
        }
    }

    /// The bytes of the file.
    func rendered() throws(LedgerError) -> [UInt8] {
        var top = ValueMap([
            ("schema", .int(Self.schema)), ("keys", .list(keys.map { .map($0.fields(withHashes: true)) })),
        ])
        for (name, value) in unknown { top[name] = value }
        var writer = ByteWriter(capacity: 600 * keys.count + 64)
        do throws(ValueError) {
            try JSON.write(
                .map(top), into: &writer, options: JSON.WriteOptions(indent: "  ", sortedKeys: false))
        } catch {
            throw .store("write", "keys.json cannot be written: \(error.message)")
        }
        writer.write(byte: 0x0A)
        return writer.bytes
    }
}

extension Key {
    /// The members of the key as `keys.json` has them, in its order; without hashes for everything that leaves the store.
    package var fields: ValueMap { fields(withHashes: false) }

    /// The same with the hashes of its secrets, and with what somebody else wrote beside them, for another store.
    package func fields(withHashes: Bool) -> ValueMap {
        func time(_ instant: Instant?) -> Value { instant.map { .string($0.rfc3339) } ?? .null }
        func text(_ text: String?) -> Value { text.map { .string($0) } ?? .null }
        var map = ValueMap()
        map["id"] = .string(id)
        map["kind"] = .string(kind.rawValue)
        map["name"] = .string(name)
        map["project"] = text(project)
        map["tags"] = .map(ValueMap(tags.map { ($0.name, .string($0.value)) }))
        map["hint"] = .string(hint)
        if withHashes { map["hash"] = .string(hash) }
        map["state"] = .string(stored.rawValue)
        map["createdAt"] = time(createdAt)
        map["createdBy"] = text(createdBy)
        map["rotatedAt"] = time(rotatedAt)
        map["overlap"] = .list(
            overlap.map { old in
                var entry = ValueMap()
                if withHashes { entry["hash"] = .string(old.hash) }
                entry["hint"] = .string(old.hint)
                entry["validUntil"] = time(old.validUntil)
                if let kind = old.kind { entry["kind"] = .string(kind.rawValue) }
                // What somebody else wrote is kept in the file; it is not known to hold no secret.
                if withHashes { for (name, value) in old.unknown { entry[name] = value } }
                return .map(entry)
            })
        map["expiresAt"] = time(expiresAt)
        map["deletedAt"] = time(deletedAt)
        if let disabledAt { map["disabledAt"] = time(disabledAt) }
        if let migratedTo { map["migratedTo"] = .string(migratedTo) }
        if let migratedFrom { map["migratedFrom"] = .string(migratedFrom) }
        if withHashes { for (name, value) in unknown { map[name] = value } }
        return map
    }
}

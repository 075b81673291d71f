internal import Files
internal import Values

/// The fast reader of `keys.json`: the members that the store writes, texts without escapes.
///
/// What it does not understand is no error: it answers nil, and the file goes the long way, which also says what is wrong
/// and where. What it accepts, the long way accepts with the same result.
struct KeyFileScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// The texts that were made last, by their lengths: projects and people come again and again.
    private var texts = [String](repeating: "", count: 64)
    /// The members of the key that is being read, by their numbers; those of an earlier key where it lacks one.
    private var textMembers = [String](repeating: "", count: Member.count)
    private var timeMembers = [Instant](repeating: Instant(nanoseconds: 0), count: Member.count)

    private init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int = 0) {
        self.bytes = bytes
        at = start
    }

    /// The keys of a file and their positions by id; nil when it must be read the long way.
    ///
    /// A large file is read by two threads, from its start and from a key near its middle.
    static func keys(in bytes: [UInt8]) -> (keys: [Key], positions: [String: Int])? {
        let middle = bytes.count < largeFile ? nil : startOfKey(after: bytes.count / 2, in: bytes)
        let rest = middle.map { middle in BackgroundResult { Self.list(in: bytes, from: middle) } }
        // The result is fetched in any case: its thread reads these bytes.
        let first = list(in: bytes, from: 0, to: middle)
        let last = rest?.value()
        guard var keys = first else { return nil }
        if rest != nil {
            guard let last else { return nil }
            keys += last
        }
        var positions = [String: Int](minimumCapacity: keys.count)
        for (position, key) in keys.enumerated() {
            guard positions.updateValue(position, forKey: key.id) == nil else { return nil }
        }
        return (keys, positions)
    }

    /// The size from which a second thread saves more than it takes to start.
    private static let largeFile = 1 << 18

    /// Where a key seems to begin behind a comma and a line feed; whoever reads up to there finds out whether one does.
    private static func startOfKey(after start: Int, in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var at = start
            while at + 3 <= bytes.count {
                if bytes[at] == 0x2C, bytes[at + 1] == 0x0A, bytes[at + 2] == 0x7B { return at + 2 }
                at += 1
            }
            return nil
        }
    }

    /// The keys that stand from `start`, where the file or a key begins, up to the key at `bound` or to the end of the file.
    private static func list(in bytes: [UInt8], from start: Int, to bound: Int? = nil) -> [Key]? {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = KeyFileScanner(buffer, at: start)
            guard start > 0 || scanner.head() else { return nil }
            return scanner.list(to: bound)
        }
    }

    private mutating func head() -> Bool {
        skip(0x7B) && name()?.isEqual("schema") == true && skip(0x31) && skip(0x2C) && name()?.isEqual("keys") == true
            && skip(0x5B)
    }

    private mutating func list(to bound: Int?) -> [Key]? {
        var keys: [Key] = []
        keys.reserveCapacity(((bound ?? bytes.count) - at) / 280)
        if peek() != 0x5D {
            repeat {
                guard let key = key() else { return nil }
                keys.append(key)
                guard skip(0x2C) else { break }
                _ = peek()
                if let bound, at >= bound { return at == bound ? keys : nil }
            } while true
        }
        return skip(0x5D) && skip(0x7D) && peek() == nil && bound == nil ? keys : nil
    }

    /// The members of a key in their order, as numbers of the bits that say which were there.
    private enum Member: Int {
        case id, kind, name, project, tags, hint, hash, state, createdAt, createdBy, rotatedAt, overlap, expiresAt
        case deletedAt, disabledAt, migratedTo, migratedFrom

        /// How many there are.
        static let count = 17

        init?(_ name: StaticName) {
            switch name {
            case "id": self = .id
            case "kind": self = .kind
            case "name": self = .name
            case "project": self = .project
            case "tags": self = .tags
            case "hint": self = .hint
            case "hash": self = .hash
            case "state": self = .state
            case "createdAt": self = .createdAt
            case "createdBy": self = .createdBy
            case "rotatedAt": self = .rotatedAt
            case "overlap": self = .overlap
            case "expiresAt": self = .expiresAt
            case "deletedAt": self = .deletedAt
            case "disabledAt": self = .disabledAt
            case "migratedTo": self = .migratedTo
            case "migratedFrom": self = .migratedFrom
            default: return nil
            }
        }
    }

    private mutating func key() -> Key? {
        guard skip(0x7B) else { return nil }
        var seen = 0
        // Those that are there and not null.
        var given = 0
        var tags: [(name: String, value: String)] = []
        repeat {
            guard let name = name(), let member = Member(name), seen & 1 << member.rawValue == 0 else { return nil }
            seen |= 1 << member.rawValue
            if null() { continue }
            given |= 1 << member.rawValue
            switch member {
            case .tags:
                guard skip(0x7B) else { return nil }
                if skip(0x7D) { break }
                repeat {
                    guard let name = text(), skip(0x3A), let value = text(), !tags.contains(where: { $0.name == name })
                    else { return nil }
                    tags.append((name, value))
                } while skip(0x2C)
                guard skip(0x7D) else { return nil }
            case .overlap: guard skip(0x5B), skip(0x5D) else { return nil }
            case .createdAt, .rotatedAt, .expiresAt, .deletedAt, .disabledAt:
                guard let text = rawText(), let time = Instant.parse(text) else { return nil }
                timeMembers[member.rawValue] = time
            case .hash:
                guard let text = rawText(), SHA256.isName(text) else { return nil }
                textMembers[member.rawValue] = String(decoding: text, as: UTF8.self)
            default:
                guard let text = text() else { return nil }
                textMembers[member.rawValue] = text
            }
        } while skip(0x2C)
        func found(_ member: Member) -> String? {
            given & 1 << member.rawValue != 0 ? textMembers[member.rawValue] : nil
        }
        func time(_ member: Member) -> Instant? {
            given & 1 << member.rawValue != 0 ? timeMembers[member.rawValue] : nil
        }
        guard skip(0x7D), let id = found(.id), KeyFile.isID(id), let kind = found(.kind), let name = found(.name),
            let hint = found(.hint), let hash = found(.hash),
            let state = found(.state).flatMap({ Key.StoredState(rawValue: $0) }), let createdAt = time(.createdAt)
        else { return nil }
        return Key(
            id: id, kind: KeyKind(rawValue: kind), name: name, project: found(.project), tags: tags, hint: hint,
            hash: hash, stored: state, createdAt: createdAt, createdBy: found(.createdBy), rotatedAt: time(.rotatedAt),
            overlap: [], expiresAt: time(.expiresAt), deletedAt: time(.deletedAt), disabledAt: time(.disabledAt),
            migratedTo: found(.migratedTo), migratedFrom: found(.migratedFrom), unknown: ValueMap())
    }

    // MARK: Pieces

    /// A name in the file, to be compared with what is known.
    private struct StaticName {
        let bytes: UnsafeBufferPointer<UInt8>

        static func ~= (pattern: StaticString, name: StaticName) -> Bool { name.isEqual(pattern) }

        func isEqual(_ pattern: StaticString) -> Bool {
            guard bytes.count == pattern.utf8CodeUnitCount else { return false }
            for index in 0..<bytes.count where bytes[index] != pattern.utf8Start[index] { return false }
            return true
        }
    }

    /// The next byte that is no white space; nil at the end.
    private mutating func peek() -> UInt8? {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return bytes[at]
            }
        }
        return nil
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        at += 1
        return true
    }

    private mutating func null() -> Bool {
        guard peek() == 0x6E, at + 4 <= bytes.count, bytes[at + 1] == 0x75, bytes[at + 2] == 0x6C,
            bytes[at + 3] == 0x6C
        else { return false }
        at += 4
        return true
    }

    /// The bytes of a text without escapes.
    private mutating func rawText() -> UnsafeBufferPointer<UInt8>? {
        guard skip(0x22) else { return nil }
        let start = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22 {
                at += 1
                return UnsafeBufferPointer(rebasing: bytes[start..<(at - 1)])
            }
            if byte == 0x5C || byte < 0x20 { return nil }
            at += 1
        }
        return nil
    }

    private mutating func text() -> String? {
        guard let bytes = rawText() else { return nil }
        guard bytes.count > 15, bytes.count < texts.count else { return Self.text(of: bytes) }
        // Shorter ones need no memory of their own.
        if texts[bytes.count].utf8.elementsEqual(bytes) { return texts[bytes.count] }
        guard let text = Self.text(of: bytes) else { return nil }
        texts[bytes.count] = text
        return text
    }

    /// The text; nil where it is no UTF-8.
    private static func text(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var all: UInt8 = 0
        for byte in bytes { all |= byte }
        // The check of UTF-8 is generic and slow, and nearly all texts are ASCII.
        return all < 0x80 ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
    }

    private mutating func name() -> StaticName? {
        guard let bytes = rawText(), skip(0x3A) else { return nil }
        return StaticName(bytes: bytes)
    }
}

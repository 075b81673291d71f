internal import Text
package import Values

/// One line of the audit log: what was done, by whom, to what.
package struct AuditEntry: Sendable {
    /// 1 for the first line of the store.
    package let sequence: Int
    /// When it was done.
    package let time: Instant
    /// Who did it, such as `cli:ana`.
    package let actor: String
    /// What was done, such as `key.renamed`.
    package let action: String
    /// The id of the key it was done to.
    package let key: String?
    /// Further facts; never a secret, never a hash of one.
    package let detail: ValueMap
    /// The digest of `keys.json` after it.
    let keysDigest: String
    /// The digest of `workspace.json` at the time.
    let workspaceDigest: String
    /// The hash of the line before.
    let previous: String
    /// The hash of this line up to itself.
    let hash: String

    /// Whether something was done to the key of that id, or it came of it.
    package func concerns(_ id: String) -> Bool {
        if key == id || detail["successor"]?.stringValue == id { return true }
        return detail["keys"]?.listValue?.contains { $0.stringValue == id } ?? false
    }

    /// The detail in one phrase, such as `from "old" to "new"`; empty when there is nothing to say.
    ///
    /// - Parameter reader: the id of the key whose history is told, nil for that of the whole store: a key that came of
    ///   another reads whom it replaces, not that it was replaced by itself.
    package func sentence(toldOf reader: String? = nil) -> String {
        func text(_ name: String) -> String? { detail[name]?.stringValue }
        if let from = text("from"), let to = text("to") { return "from \"\(from)\" to \"\(to)\"" }
        if let until = text("overlapUntil") { return "the old secret is good until \(until)" }
        if let successor = text("successor") {
            if let key, successor == reader { return "replaces \(key)" }
            return "replaced by \(successor)"
        }
        if let expires = text("expiresAt") { return "expires at \(expires)" }
        if let period = text("period"), let used = detail["used"]?.intValue {
            if let percent = detail["percent"]?.intValue, let quota = detail["quota"]?.intValue {
                return "\(percent) % of the quota of \(period): \(used) of \(quota)"
            }
            return "\(period), revision \(detail["revision"]?.intValue ?? 1): \(used) tokens"
        }
        if let month = text("month"), let lines = detail["lines"]?.intValue { return "\(month): \(lines) lines" }
        if let count = detail["count"]?.intValue { return "\(count) \(count == 1 ? "key" : "keys")" }
        return ""
    }
}

/// `audit.jsonl`: a chain of lines, each with the hash of the one before.
struct AuditLog {
    /// The hash that stands before the first line.
    static let origin = "sha256:" + String(repeating: "0", count: 64)
    private static let marker = Array(",\"hash\":\"sha256:".utf8)
    /// Bytes from the marker to the end of a line: the marker, 64 digits, a quote, a brace.
    private static let tail = marker.count + 66

    let path: String
    /// The bytes of all complete lines.
    let bytes: [UInt8]
    /// What follows the last line feed: what a crash left of a line that was never acknowledged.
    let torn: ArraySlice<UInt8>

    init(path: String, bytes: [UInt8]) {
        self.path = path
        let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        torn = bytes[end...]
        self.bytes = torn.isEmpty ? bytes : Array(bytes[..<end])
    }

    /// Throws where lines are missing that were acknowledged: at the place where the chain breaks, or at the end.
    func check(_ acknowledged: AcknowledgedSizes, in store: Store) throws(LedgerError) {
        do throws(LedgerError) {
            try acknowledged.check(store.name(of: path), size: bytes.count + torn.count, in: store)
        } catch {
            _ = try entries()
            throw error
        }
    }

    /// The line after `last`.
    static func line(
        after last: AuditEntry?, time: Instant, actor: String, action: String, key: String?, detail: ValueMap,
        keysDigest: String, workspaceDigest: String
    ) throws(LedgerError) -> [UInt8] {
        var members = ValueMap()
        members["seq"] = .int((last?.sequence ?? 0) + 1)
        members["time"] = .string(time.rfc3339)
        members["actor"] = .string(actor)
        members["action"] = .string(action)
        if let key { members["key"] = .string(key) }
        members["detail"] = .map(detail)
        members["keys"] = .string(keysDigest)
        members["workspace"] = .string(workspaceDigest)
        members["previous"] = .string(last?.hash ?? origin)
        var writer = ByteWriter(capacity: 512)
        do throws(ValueError) {
            try JSON.write(.map(members), into: &writer, options: JSON.WriteOptions(sortedKeys: false))
        } catch {
            throw .store("write", "the audit line cannot be written: \(error.message)")
        }
        writer.bytes.removeLast()
        let hash = Hexadecimal.text(SHA256.digest(writer.bytes))
        writer.write(bytes: marker)
        writer.write(hash)
        writer.write(literal: "\"}\n")
        return writer.bytes
    }

    /// The last complete line, checked against its own hash; nil in an empty log.
    func last() throws(LedgerError) -> AuditEntry? {
        guard bytes.count > 1 else { return nil }
        let start = bytes[..<(bytes.count - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return try entry(start..<(bytes.count - 1))
    }

    /// Every line, each checked against its hash and the hash of the line before.
    func entries() throws(LedgerError) -> [AuditEntry] {
        var entries: [AuditEntry] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let entry = try entry(start..<end)
            guard entry.previous == entries.last?.hash ?? Self.origin, entry.sequence == entries.count + 1 else {
                throw damage(start, "this line does not follow the one before: a line was removed, added or moved")
            }
            entries.append(entry)
            start = end + 1
        }
        return entries
    }

    /// The lines that figures depend on, found without reading every line: the changes of the settings, which cut the
    /// periods, the reports that were closed, the months that were sealed, the thresholds that were reached.
    ///
    /// A change of the settings cannot hide behind a damaged byte: the digest of the settings in its line is another one
    /// than in the line before, and such a line is held against its hash.
    func landmarks() throws(LedgerError) -> [AuditEntry] {
        var entries: [AuditEntry] = []
        var start = 0
        var settings: ArraySlice<UInt8> = []
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end]
            let own = Self.settingsDigest(line)
            // The action stands near the start of its line, behind number, time and actor.
            let isLandmark = Self.isLandmark(line.prefix(400))
            if isLandmark || !own.elementsEqual(settings) {
                let entry = try entry(start..<end)
                if isLandmark { entries.append(entry) }
            }
            settings = own
            start = end + 1
        }
        return entries
    }

    /// What stands where a line has the digest of the settings, before those of the line before and of itself.
    private static func settingsDigest(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.dropLast(tail + 85).suffix(80)
    }

    private static let actionMark = Array("\"action\":\"".utf8)
    private static let landmarkActions = ["workspace.", "period.", "threshold.", "month."].map { Array($0.utf8) }

    private static func isLandmark(_ start: ArraySlice<UInt8>) -> Bool {
        guard let first = actionMark.first else { return false }
        var at = start.startIndex
        while let found = start[at...].firstIndex(of: first) {
            if start[found...].starts(with: actionMark) {
                let action = start[(found + actionMark.count)...]
                return landmarkActions.contains { action.starts(with: $0) }
            }
            at = found + 1
        }
        return false
    }

    private func entry(_ range: Range<Int>) throws(LedgerError) -> AuditEntry {
        let line = bytes[range]
        let start = range.lowerBound
        guard line.count > Self.tail else { throw damage(start, "this line is damaged") }
        let body = line.dropLast(Self.tail)
        let stated = line.suffix(Self.tail)
        guard stated.starts(with: Self.marker), stated.suffix(2).elementsEqual("\"}".utf8),
            let hash = SHA256.bytes(
                ofName: "sha256:" + String(decoding: stated.dropFirst(Self.marker.count).dropLast(2), as: UTF8.self)),
            SHA256.areEqual(hash, SHA256.digest(body))
        else { throw damage(start, "this line is damaged: it does not fit its hash") }
        guard let map = (try? JSON.parse(Array(line)))?.mapValue,
            let sequence = map["seq"]?.intValue, let time = map["time"]?.stringValue.flatMap(Instant.init(rfc3339:)),
            let actor = map["actor"]?.stringValue, let action = map["action"]?.stringValue,
            let keys = map["keys"]?.stringValue, let workspace = map["workspace"]?.stringValue,
            let previous = map["previous"]?.stringValue
        else { throw damage(start, "this line is no audit entry") }
        return AuditEntry(
            sequence: sequence, time: time, actor: actor, action: action, key: map["key"]?.stringValue,
            detail: map["detail"]?.mapValue ?? ValueMap(), keysDigest: keys, workspaceDigest: workspace,
            previous: previous, hash: "sha256:" + Hexadecimal.text(hash))
    }

    private func damage(_ offset: Int, _ message: String) -> LedgerError {
        let file = SourceFile(path: path, bytes: bytes)
        return .store(
            "audit-damaged", message, at: SourceRange(file, at: offset),
            suggestion: "bring the file back from a backup; the lines before are sound")
    }
}

internal import Text
internal import Values

/// A JSON file of the store that is read member by member, so that what is wrong is named with its line.
struct RecordDocument {
    let file: SourceFile
    let value: Value

    /// Parses `bytes`; a file that is no JSON is damage.
    init(path: String, bytes: [UInt8]) throws(LedgerError) {
        file = SourceFile(path: path, bytes: bytes)
        do throws(Diagnostic) {
            value = try JSON.parse(file)
        } catch {
            throw LedgerError(.store, error)
        }
    }

    /// A part of a larger file that was parsed already; its errors have no place.
    init(part value: Value) {
        file = SourceFile(path: "", text: "")
        self.value = value
    }

    /// The error of what stands at `path`. The places are looked for only now: an error is rare, a file is large.
    func error(_ path: [String], _ message: String, suggestion: String? = nil) -> LedgerError {
        var range = 0..<0
        if let tree = try? JSON.parseWithRanges(file).ranges {
            var path = path
            while true {
                if let found = tree.range(ofKeyPath: path) {
                    range = found
                    break
                }
                if path.isEmpty { break }
                path.removeLast()
            }
        }
        return .store(
            "malformed", message, at: SourceRange(file, range.lowerBound..<range.lowerBound), suggestion: suggestion)
    }

    /// The outermost object, whose `schema` this program must know.
    func record(schema known: Int) throws(LedgerError) -> RecordReader {
        guard let map = value.mapValue else { throw error([], "the file must hold an object") }
        guard let schema = map["schema"]?.intValue else {
            throw error(["schema"], "\"schema\" must be a whole number", suggestion: "write \"schema\": \(known)")
        }
        guard schema <= known else {
            throw error(
                ["schema"], "the store has schema \(schema); this program knows schema \(known)",
                suggestion: "use a newer keyport")
        }
        guard schema == known else { throw error(["schema"], "there is no schema \(schema)") }
        return RecordReader(document: self, path: [], map: map)
    }
}

/// One object of such a file.
struct RecordReader {
    let document: RecordDocument
    let path: [String]
    let map: ValueMap

    /// The error of one member.
    func error(_ member: String, _ message: String, suggestion: String? = nil) -> LedgerError {
        document.error(path + [member], message, suggestion: suggestion)
    }

    /// The member, nil where it is missing or null.
    func value(_ member: String) -> Value? {
        guard let value = map[member], !value.isNull else { return nil }
        return value
    }

    func optionalText(_ member: String) throws(LedgerError) -> String? {
        guard let value = value(member) else { return nil }
        guard case .string(let text) = value else { throw error(member, "\"\(member)\" must be a text") }
        return text
    }

    func text(_ member: String) throws(LedgerError) -> String {
        guard let text = try optionalText(member) else { throw error(member, "\"\(member)\" is missing") }
        return text
    }

    func optionalInt(_ member: String, in range: ClosedRange<Int>) throws(LedgerError) -> Int? {
        guard let value = value(member) else { return nil }
        guard let number = value.intValue, range.contains(number) else {
            throw error(
                member, "\"\(member)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func optionalInstant(_ member: String) throws(LedgerError) -> Instant? {
        guard let text = try optionalText(member) else { return nil }
        guard let instant = Instant(rfc3339: text) else {
            throw error(
                member, "\"\(member)\" is no time: \"\(text)\"", suggestion: "write it as 2026-03-15T09:12:44Z")
        }
        return instant
    }

    func optionalDay(_ member: String) throws(LedgerError) -> CivilDate? {
        guard let text = try optionalText(member) else { return nil }
        guard let day = CivilDate(text) else {
            throw error(member, "\"\(member)\" is no day: \"\(text)\"", suggestion: "write it as 2026-03-15")
        }
        return day
    }

    /// The objects of a list; none where it is missing.
    func records(_ member: String) throws(LedgerError) -> [RecordReader] {
        guard let value = value(member) else { return [] }
        guard case .list(let list) = value else { throw error(member, "\"\(member)\" must be a list") }
        var records: [RecordReader] = []
        records.reserveCapacity(list.count)
        for (index, element) in list.enumerated() {
            guard let map = element.mapValue else {
                throw document.error(path + [member, String(index)], "an entry of \"\(member)\" must be an object")
            }
            records.append(RecordReader(document: document, path: path + [member, String(index)], map: map))
        }
        return records
    }

    /// The object that a member holds; nil where it is missing.
    func record(_ member: String) throws(LedgerError) -> RecordReader? {
        guard let value = value(member) else { return nil }
        guard let map = value.mapValue else { throw error(member, "\"\(member)\" must be an object") }
        return RecordReader(document: document, path: path + [member], map: map)
    }

    /// The members with other names than these, in their order.
    func unknown(besides known: Set<String>) -> ValueMap {
        var rest = ValueMap()
        for (name, value) in map where !known.contains(name) { rest[name] = value }
        return rest
    }
}

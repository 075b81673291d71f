package import Text
internal import Values

/// One row of a delivery of keys that another system made: its secret is known by its hash only.
package struct IncomingKey: Sendable {
    /// The members as `keys.json` names them, or what keeps them from being read.
    enum Content: Sendable {
        case members(ValueMap)
        case unreadable(String)
    }

    let content: Content
    /// Where it stood, as `file:line`.
    package let origin: String

    /// The rows of `file`: JSON as `keys.json` has it, a list of such keys, or CSV with a header.
    ///
    /// The columns of a CSV are the members of `keys.json`, and `tag:NAME` for each tag; `overlap` has none.
    ///
    /// - Throws: status 1 when the file as a whole is none of these.
    package static func read(_ file: SourceFile) throws(LedgerError) -> [IncomingKey] {
        let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        switch file.bytes[start...].first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
        case nil: return []
        case 0x7B, 0x5B: return try json(file)
        default: return try csv(file, from: start)
        }
    }

    private static func failure(_ message: String, _ file: SourceFile, at offset: Int, _ help: String?) -> LedgerError {
        LedgerError(
            .failed,
            Diagnostic(code: "ledger.key-file", message, at: SourceRange(file, at: offset), suggestion: help))
    }

    private static func json(_ file: SourceFile) throws(LedgerError) -> [IncomingKey] {
        let value: Value
        let tree: SourceTree
        do throws(Diagnostic) {
            (value, tree) = try JSON.parseWithRanges(file)
        } catch {
            throw LedgerError(.failed, error)
        }
        var path: [String] = []
        var list = value.listValue
        if let top = value.mapValue {
            if let schema = top["schema"]?.intValue, schema > KeyFile.schema {
                throw failure("the file has schema \(schema); this program knows \(KeyFile.schema)", file, at: 0, nil)
            }
            path = ["keys"]
            list = top["keys"]?.listValue
        }
        guard let list else {
            throw failure("the file holds no list of keys", file, at: 0, "write {\"keys\": […]}")
        }
        let places = tree[path]
        return list.enumerated().map { index, element in
            let offset = places?.range(ofKeyPath: [String(index)])?.lowerBound ?? 0
            let origin = "\(file.path):\(file.position(of: offset).line)"
            guard let members = element.mapValue else {
                return IncomingKey(content: .unreadable("a key must be an object"), origin: origin)
            }
            return IncomingKey(content: .members(members), origin: origin)
        }
    }

    private static func csv(_ file: SourceFile, from start: Int) throws(LedgerError) -> [IncomingKey] {
        var rows = CSVRows(file.bytes, from: start)
        guard let header = rows.next() else { return [] }
        let names = header.fields.map { String($0.filter { !$0.isWhitespace }) }
        let columns = KeyFile.keyMembers.subtracting(["tags", "overlap"]).sorted()
        for (index, name) in names.enumerated() {
            guard name.hasPrefix("tag:") || columns.contains(name) else {
                throw failure(
                    "there is no column \"\(name)\"", file, at: header.offset,
                    nearestName(to: name, among: columns).map { "did you mean \($0)?" }
                        ?? "one of " + columns.joined(separator: ", ") + " and tag:NAME")
            }
            if names[..<index].contains(name) {
                throw failure("the column \"\(name)\" stands twice", file, at: header.offset, nil)
            }
        }
        for needed in ["name", "hash"] where !names.contains(needed) {
            throw failure(
                "the header has no column \"\(needed)\"", file, at: header.offset,
                "the first line names the columns: name,kind,project,hash,hint")
        }
        var keys: [IncomingKey] = []
        while let row = rows.next() {
            if row.fields == [""] { continue }
            keys.append(
                IncomingKey(content: content(row, names), origin: "\(file.path):\(row.line)"))
        }
        return keys
    }

    private static func content(_ row: CSVRows.Row, _ names: [String]) -> Content {
        guard row.isSound else { return .unreadable("a quoted field has no end") }
        guard row.fields.count == names.count else {
            return .unreadable("the row has \(row.fields.count) fields, the header \(names.count)")
        }
        var members = ValueMap()
        var tags = ValueMap()
        for (name, field) in zip(names, row.fields) where !field.isEmpty {
            let text = Value.string(plain(field))
            if name.hasPrefix("tag:") { tags[String(name.dropFirst(4))] = text } else { members[name] = text }
        }
        members["tags"] = .map(tags)
        return .members(members)
    }

    /// The field without the apostrophe that an export puts before what a spreadsheet would take for a formula.
    private static func plain(_ field: String) -> String {
        guard field.hasPrefix("'"), let next = field.utf8.dropFirst().first, [0x3D, 0x2B, 0x2D, 0x40].contains(next)
        else { return field }
        return String(field.dropFirst())
    }
}

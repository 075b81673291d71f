internal import Glibc
package import Text
internal import Values

/// Reads deliveries: JSON Lines in the store's own form, CloudEvents 1.0 (lines, one document, a batch), CSV with a header.
///
/// What is not readable becomes an `IncomingEvent` that says so, and goes into quarantine with the rest.
package enum UsageImport {
    /// All events of `file`; the form is found in its first bytes.
    ///
    /// - Throws: status 1 when the file as a whole is none of these: a CSV whose header lacks a column.
    package static func read(_ file: SourceFile) throws(LedgerError) -> [IncomingEvent] {
        var delivery = try UsageDelivery(file)
        return delivery.next(.max)
    }

    /// How the events of a file are to be read.
    static func form(_ file: SourceFile) throws(LedgerError) -> UsageDelivery.Form {
        var start = 0
        if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        guard let first = file.bytes[start...].firstIndex(where: { !isSpace($0) }) else { return .list([]) }
        switch file.bytes[first] {
        case 0x5B: return .list(document(file, origin: file.path))
        case 0x7B:
            let end = file.bytes[first...].firstIndex(of: 0x0A) ?? file.bytes.count
            let isOneLine = (try? JSON.parse(Array(file.bytes[first..<end]))) != nil
            // A document over several lines, as a person would write it.
            if !isOneLine, (try? JSON.parse(file)) != nil { return .list(document(file, origin: file.path)) }
            return .lines(at: first, line: 1 + file.bytes[..<first].count { $0 == 0x0A })
        default:
            var rows = CSVRows(file.bytes, from: start)
            guard let names = try header(&rows, file) else { return .list([]) }
            return .rows(rows, names)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    // MARK: JSON

    /// The event on the line at `start`, nil where the line is empty; and the offset behind the line.
    static func line(_ file: SourceFile, at start: Int, number: Int) -> (event: IncomingEvent?, next: Int) {
        file.bytes.withUnsafeBytes { bytes in
            let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
            var text = rest
            var next = bytes.count
            if let base = rest.baseAddress, let feed = memchr(base, 0x0A, rest.count) {
                text = UnsafeRawBufferPointer(rebasing: rest[..<(UnsafeRawPointer(feed) - base)])
                next = start + text.count + 1
            }
            if text.last == 0x0D { text = UnsafeRawBufferPointer(rebasing: text.dropLast()) }
            guard text.contains(where: { !isSpace($0) }) else { return (nil, next) }
            return (IncomingEvent(.init(file: file, range: start..<(start + text.count), number: number)), next)
        }
    }

    /// What stands on a line.
    static func content(of line: IncomingEvent.Line) -> IncomingEvent.Content {
        line.file.bytes.withUnsafeBytes { content(UnsafeRawBufferPointer(rebasing: $0[line.range])) }
    }

    private static func content(_ line: UnsafeRawBufferPointer) -> IncomingEvent.Content {
        func text() -> String { String(decoding: line.prefix(4096), as: UTF8.self) }
        if EventScanner.checksum(of: line) == .wrong {
            return .unreadable(text: text(), detail: "the line does not fit its checksum")
        }
        if let fields = EventScanner.scan(line) {
            let event = UsageEvent(fields)
            // A text that is no UTF-8 was repaired: that is not what was sent.
            let texts = [
                (event.id, fields.id), (event.source, fields.source), (event.key, fields.key),
                (event.project ?? "", fields.project), (event.provider ?? "", fields.provider),
            ]
            if !texts.allSatisfy({ $0.utf8.elementsEqual($1) }) {
                return .unreadable(text: text(), detail: "the line is no UTF-8")
            }
            return .event(event)
        }
        do throws(Diagnostic) {
            return content(try JSON.parse(Array(line))) { text() }
        } catch {
            return .unreadable(text: text(), detail: error.message)
        }
    }

    private static func content(_ value: Value, text: () -> String) -> IncomingEvent.Content {
        do throws(EventProblem) {
            return .event(try EventDecoder.decode(value))
        } catch {
            return .unreadable(text: text(), detail: error.message)
        }
    }

    private static func document(_ file: SourceFile, origin: String) -> [IncomingEvent] {
        do throws(Diagnostic) {
            let value = try JSON.parse(file)
            guard case .list(let list) = value else {
                return [IncomingEvent(content(value) { jsonText(value) }, origin: origin)]
            }
            return list.enumerated().map { index, element in
                IncomingEvent(content(element) { jsonText(element) }, origin: "\(origin)[\(index)]")
            }
        } catch {
            let text = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
            return [IncomingEvent(.unreadable(text: text, detail: error.message), origin: origin)]
        }
    }

    private static func jsonText(_ value: Value) -> String {
        String(((try? JSON.string(value)) ?? "").prefix(4096))
    }

    // MARK: CSV

    private static let columns: Set<String> = [
        "id", "source", "time", "key", "tokens", "project", "provider", "recorded", "voids_source", "voids_id", "crc",
    ]

    /// The names of the columns; nil in an empty file.
    private static func header(_ rows: inout CSVRows, _ file: SourceFile) throws(LedgerError) -> [String]? {
        guard let header = rows.next() else { return nil }
        let names = header.fields.map { String($0.filter { !$0.isWhitespace }) }
        for needed in ["id", "source", "time", "key"] where !names.contains(needed) {
            throw LedgerError(
                .failed,
                Diagnostic(
                    code: "ledger.csv", "the header has no column \"\(needed)\"",
                    at: SourceRange(file, at: header.offset),
                    suggestion: "the first line names the columns: id,source,time,key,tokens,project,provider"))
        }
        var seen: Set<String> = []
        if let twice = names.first(where: { !seen.insert($0).inserted }) {
            throw LedgerError(
                .failed,
                Diagnostic(
                    code: "ledger.csv", "the column \"\(twice)\" stands twice", at: SourceRange(file, at: header.offset)
                ))
        }
        return names
    }

    /// The event of a row; nil for an empty one.
    static func event(_ row: CSVRows.Row, _ names: [String], path: String) -> IncomingEvent? {
        if row.fields == [""] { return nil }
        let origin = "\(path):\(row.line)"
        func refused(_ detail: String) -> IncomingEvent {
            IncomingEvent(.unreadable(text: row.fields.joined(separator: ","), detail: detail), origin: origin)
        }
        guard row.isSound else { return refused("a quoted field has no end") }
        guard row.fields.count == names.count else {
            return refused("the row has \(row.fields.count) fields, the header \(names.count)")
        }
        var members = ValueMap()
        for (name, field) in zip(names, row.fields) where !field.isEmpty {
            switch name {
            case "tokens":
                guard let tokens = Int(field) else { return refused("\"tokens\" must be a whole number") }
                members[name] = .int(tokens)
            case "voids_source", "voids_id", "crc": break
            default: members[name] = .string(field)
            }
        }
        if let source = names.firstIndex(of: "voids_source"), let id = names.firstIndex(of: "voids_id"),
            !row.fields[id].isEmpty
        {
            members["voids"] = .map(
                ValueMap([("source", .string(row.fields[source])), ("id", .string(row.fields[id]))]))
        }
        return IncomingEvent(content(.map(members)) { row.fields.joined(separator: ",") }, origin: origin)
    }
}

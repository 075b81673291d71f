package import Text
internal import Values

/// Reads deliveries: JSON Lines in the store's own form, CloudEvents 1.0 (lines, one document, a batch), CSV with a header.
///
/// What is not readable becomes an `IncomingEvent` that says so, and goes into quarantine with the rest.
package enum UsageImport {
    /// The events of `file`; the form is found in its first bytes.
    ///
    /// - Throws: status 1 when the file as a whole is none of these: a CSV whose header lacks a column.
    package static func read(_ file: SourceFile) throws(LedgerError) -> [IncomingEvent] {
        var start = 0
        if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        guard let first = file.bytes[start...].firstIndex(where: { !isSpace($0) }) else { return [] }
        switch file.bytes[first] {
        case 0x5B: return document(file, origin: file.path)
        case 0x7B:
            let end = file.bytes[first...].firstIndex(of: 0x0A) ?? file.bytes.count
            let isOneLine = (try? JSON.parse(Array(file.bytes[first..<end]))) != nil
            // A document over several lines, as a person would write it.
            if !isOneLine, (try? JSON.parse(file)) != nil { return document(file, origin: file.path) }
            return lines(file, from: first)
        default: return try csv(file, from: start)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    // MARK: JSON

    private static func lines(_ file: SourceFile, from start: Int) -> [IncomingEvent] {
        var events: [IncomingEvent] = []
        file.bytes.withUnsafeBytes { bytes in
            var at = start
            var line = 1 + bytes[..<start].count { $0 == 0x0A }
            while at < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[at...])
                let length = rest.firstIndex(of: 0x0A) ?? rest.count
                var text = UnsafeRawBufferPointer(rebasing: rest[..<length])
                if text.last == 0x0D { text = UnsafeRawBufferPointer(rebasing: text.dropLast()) }
                if text.contains(where: { !isSpace($0) }) {
                    events.append(IncomingEvent(content(text), origin: "\(file.path):\(line)"))
                }
                at += length + 1
                line += 1
            }
        }
        return events
    }

    private static func content(_ line: UnsafeRawBufferPointer) -> IncomingEvent.Content {
        func text() -> String { String(decoding: line.prefix(4096), as: UTF8.self) }
        if EventScanner.checksum(of: line) == .wrong {
            return .unreadable(text: text(), detail: "the line does not fit its checksum")
        }
        if let fields = EventScanner.scan(line) {
            let event = UsageEvent(fields)
            // A text that is no UTF-8 was repaired: that is not what was sent.
            if !event.id.utf8.elementsEqual(fields.id) || !event.source.utf8.elementsEqual(fields.source) {
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

    private static func csv(_ file: SourceFile, from start: Int) throws(LedgerError) -> [IncomingEvent] {
        var rows = CSVRows(file.bytes, from: start)
        guard let header = rows.next() else { return [] }
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
        var events: [IncomingEvent] = []
        while let row = rows.next() {
            if row.fields == [""] { continue }
            let origin = "\(file.path):\(row.line)"
            func refuse(_ detail: String) {
                events.append(
                    IncomingEvent(
                        .unreadable(text: row.fields.joined(separator: ","), detail: detail), origin: origin))
            }
            guard row.isSound else {
                refuse("a quoted field has no end")
                continue
            }
            guard row.fields.count == names.count else {
                refuse("the row has \(row.fields.count) fields, the header \(names.count)")
                continue
            }
            var members = ValueMap()
            var problem: String?
            for (name, field) in zip(names, row.fields) where !field.isEmpty {
                switch name {
                case "tokens":
                    guard let tokens = Int(field) else {
                        problem = "\"tokens\" must be a whole number"
                        continue
                    }
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
            if let problem {
                refuse(problem)
            } else {
                events.append(
                    IncomingEvent(
                        content(.map(members)) { row.fields.joined(separator: ",") }, origin: origin))
            }
        }
        return events
    }
}

/// The rows of a CSV file (RFC 4180): commas, quotes doubled within quotes, any line ending.
struct CSVRows {
    /// One row.
    struct Row {
        let fields: [String]
        /// The 1-based line on which it starts.
        let line: Int
        /// The offset at which it starts.
        let offset: Int
        /// False when the file ended within quotes.
        let isSound: Bool
    }

    private let bytes: [UInt8]
    private var at: Int
    private var line = 1

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        at = start
    }

    mutating func next() -> Row? {
        guard at < bytes.count else { return nil }
        let start = (line: line, offset: at)
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if at < bytes.count, bytes[at] == 0x22 {
                    field.append(byte)
                    at += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case 0x22 where field.isEmpty: isQuoted = true
            case 0x2C:
                fields.append(String(decoding: field, as: UTF8.self))
                field = []
            case 0x0A, 0x0D:
                if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A {
                    at += 1
                    line += 1
                }
                fields.append(String(decoding: field, as: UTF8.self))
                return Row(fields: fields, line: start.line, offset: start.offset, isSound: true)
            default: field.append(byte)
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return Row(fields: fields, line: start.line, offset: start.offset, isSound: !isQuoted)
    }
}

internal import Glibc
internal import Text
internal import Values

/// One usage file being read: its lines as event fields, each checked.
struct UsageLog: Sendable {
    let path: String
    let contents: FileContents

    /// What stands at one line.
    enum Line {
        /// An event; the fields are good until the next line.
        case event(EventFields)
        /// Something else, in words.
        case damaged(String)
        /// The last line, without its end: a crash came into its writing.
        case torn
    }

    /// Calls `event` with each event that stands on a line which begins from `start` on and before `limit` (nil: the end),
    /// and `other` with everything else that stands there, each with its offset. Empty lines are passed over. Both
    /// answer whether to go on.
    ///
    /// Answers the offset up to which the lines were complete.
    @inline(__always)
    func forEachLine(
        from start: Int, to limit: Int? = nil, event: (EventFields, Int) -> Bool, other: (Line, Int) -> Bool
    ) -> Int {
        let bytes = contents.bytes
        let limit = min(limit ?? bytes.count, bytes.count)
        var scanner = OwnLineScanner()
        var fields = EventFields()
        var at = start
        while at < limit {
            if let next = scanner.read(bytes, at: at, into: &fields) {
                guard event(fields, at) else { return at }
                at = next
                continue
            }
            guard
                let next = readSlowly(
                    at,
                    { line in
                        if case .event(let fields) = line { return event(fields, at) }
                        return other(line, at)
                    })
            else { return at }
            at = next
        }
        return at
    }

    /// Calls `body` with each line from `start` on, events and others.
    func forEachLine(from start: Int, _ body: (Line, Int) -> Bool) -> Int {
        forEachLine(from: start) { fields, offset in
            body(.event(fields), offset)
        } other: { line, offset in
            body(line, offset)
        }
    }

    /// Reads the line at an offset the general way; answers the offset behind it, nil when the reading ends here.
    private func readSlowly(_ at: Int, _ body: (Line) -> Bool) -> Int? {
        let bytes = contents.bytes
        let rest = UnsafeRawBufferPointer(rebasing: bytes[at...])
        let line = UnsafeRawBufferPointer(rebasing: rest[..<(Self.lineFeed(in: rest) ?? rest.count)])
        guard line.count == rest.count else {
            if line.isEmpty { return at + 1 }
            return Self.read(line, body) ? at + line.count + 1 : nil
        }
        // The last line has no line feed: it is complete without, or a crash came into its writing.
        var goesOn = true
        let isComplete = Self.read(line) { found in
            guard case .event = found else { return false }
            goesOn = body(found)
            return true
        }
        if isComplete { return goesOn ? bytes.count : nil }
        // A sound line with another byte where its line feed was is no torn line; a zero there is what a crash leaves of
        // a file whose length came to the disk before its content.
        let shorter = UnsafeRawBufferPointer(rebasing: line.dropLast())
        if let end = line.last, end != 0, EventScanner.checksum(of: shorter) == .sound {
            _ = body(.damaged("the end of this line is damaged"))
        } else {
            _ = body(.torn)
        }
        return nil
    }

    /// The offset at or behind `offset`, and before `limit`, at which a line begins; nil where none does.
    ///
    /// What is beyond the limit is not looked at: a log without line feeds, read in pieces, takes time in proportion to
    /// its size.
    func lineStart(from offset: Int, before limit: Int) -> Int? {
        let limit = min(limit, contents.count)
        guard offset < limit else { return nil }
        guard offset > 0 else { return 0 }
        return Self.lineFeed(in: UnsafeRawBufferPointer(rebasing: contents.bytes[(offset - 1)..<(limit - 1)])).map {
            offset + $0
        }
    }

    private static func lineFeed(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else { return nil }
        return UnsafeRawPointer(found) - base
    }

    /// Whether the line at an offset, where an event was found before, names the same one as `fields`.
    ///
    /// Rarely asked in the midst of what is done for every line, which it must not make larger.
    @inline(never)
    func hasName(at offset: Int, of fields: EventFields) -> Bool {
        withFields(at: offset) { $0.hasName(of: fields) } ?? false
    }

    /// Reads one line and hands it to `body`, whose answer it gives.
    static func read(_ line: UnsafeRawBufferPointer, _ body: (Line) -> Bool) -> Bool {
        let checksum = EventScanner.checksum(of: line)
        if checksum == .wrong { return body(.damaged("this line does not fit its checksum")) }
        if let fields = EventScanner.scan(line) { return body(.event(fields)) }
        let event: UsageEvent
        do {
            event = try EventDecoder.decode(try JSON.parse(Array(line)))
        } catch {
            let message = (error as? EventProblem)?.message ?? (error as? Diagnostic)?.message ?? "it cannot be read"
            return body(.damaged("this line is no event: \(message)"))
        }
        if let problem = EventDecoder.problem(event) {
            return body(.damaged("this line is no event: \(problem.message)"))
        }
        return event.withFields { fields in
            var fields = fields
            fields.hasChecksum = checksum == .sound
            return body(.event(fields))
        }
    }

    /// The event at an offset where one was found before.
    func event(at offset: Int) -> UsageEvent? { Self.event(in: contents.bytes, at: offset) }

    /// The event at an offset of lines where one was found, or written, before.
    static func event(in bytes: UnsafeRawBufferPointer, at offset: Int) -> UsageEvent? {
        guard let line = line(in: bytes, at: offset) else { return nil }
        if let fields = EventScanner.scan(line) { return UsageEvent(fields) }
        return (try? JSON.parse(Array(line))).flatMap { try? EventDecoder.decode($0) }
    }

    private static func line(in bytes: UnsafeRawBufferPointer, at offset: Int) -> UnsafeRawBufferPointer? {
        guard offset < bytes.count else { return nil }
        let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
        return UnsafeRawBufferPointer(rebasing: rest[..<(lineFeed(in: rest) ?? rest.count)])
    }

    /// The fields of the event at an offset where one was found before.
    func withFields<T>(at offset: Int, _ body: (EventFields) -> T) -> T? {
        Self.withFields(in: contents.bytes, at: offset, body)
    }

    /// The fields of the event at an offset of lines where one was found, or written, before.
    static func withFields<T>(in bytes: UnsafeRawBufferPointer, at offset: Int, _ body: (EventFields) -> T) -> T? {
        var scanner = OwnLineScanner()
        var fields = EventFields()
        if offset < bytes.count, scanner.read(bytes, at: offset, into: &fields) != nil { return body(fields) }
        guard let line = line(in: bytes, at: offset) else { return nil }
        var result: T?
        _ = read(line) { found in
            if case .event(let fields) = found { result = body(fields) }
            return true
        }
        return result
    }

    /// The error of a line.
    func damage(_ message: String, at offset: Int) -> LedgerError {
        LedgerError(.store, finding(.damaged(message), at: offset))
    }

    /// What can be wrong with a line.
    enum Trouble {
        /// It is no sound event; why, in words.
        case damaged(String)
        /// A crash, or somebody, cut the last line.
        case torn(wasAcknowledged: Bool)
        /// It has the name of an earlier event, and says something else.
        case conflict
    }

    /// What is to be said about a line; `source` is the file as one to be named, when there is such a copy of it.
    func finding(_ trouble: Trouble, at offset: Int, in source: SourceFile? = nil) -> Diagnostic {
        let place = SourceRange(source ?? SourceFile(path: path, bytes: contents.array), at: offset)
        switch trouble {
        case .damaged(let message):
            return Diagnostic(
                code: "ledger.damaged-line", message, at: place,
                suggestion: "bring the file back from a backup; nothing was counted in its place")
        case .torn(wasAcknowledged: true):
            return Diagnostic(
                code: "ledger.torn-line", "the last line is torn, and it was acknowledged", at: place,
                suggestion:
                    "bring the file back from a backup, or record the event again; the next writer sets it aside")
        case .torn(wasAcknowledged: false):
            return Diagnostic(
                .warning, code: "ledger.torn-line", "the last line is torn", at: place,
                suggestion: "it was never acknowledged and does not count; the next writer sets it aside")
        case .conflict:
            return Diagnostic(
                .warning, code: "ledger.name-conflict",
                "an earlier event of this name says something else; this one does not count", at: place,
                suggestion: "when this one is right, take the first one back, and record this one by another id")
        }
    }
}

extension UsageEvent {
    /// The event of plain fields.
    init(_ fields: EventFields) {
        func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }
        self.init(
            id: text(fields.id), source: text(fields.source), time: fields.time, recorded: fields.recorded,
            key: text(fields.key), tokens: fields.tokens, project: fields.project.isEmpty ? nil : text(fields.project),
            provider: fields.provider.isEmpty ? nil : text(fields.provider))
    }

    /// Calls `body` with views of the event's texts, good only within the call.
    func withFields<T>(_ body: (EventFields) -> T) -> T {
        let texts = [id, source, key, project ?? "", provider ?? "", voids?.source ?? "", voids?.id ?? ""]
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for text in texts {
            bytes.append(contentsOf: text.utf8)
            ends.append(bytes.count)
        }
        return bytes.withUnsafeBytes { buffer in
            func text(_ index: Int) -> UnsafeRawBufferPointer {
                UnsafeRawBufferPointer(rebasing: buffer[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
            }
            return body(
                EventFields(
                    id: text(0), source: text(1), key: text(2), project: text(3), provider: text(4),
                    voidsSource: text(5), voidsID: text(6), isVoid: voids != nil, time: time, recorded: recorded,
                    tokens: tokens))
        }
    }
}

internal import Files
internal import Text
internal import Values

/// One refused thing, as `quarantine.jsonl` keeps it.
struct QuarantineEntry {
    let reason: String
    let detail: String
    let event: UsageEvent?
    /// What could not be read as an event.
    let text: String?
    let origin: String
    let recorded: Instant?

    /// What makes two entries the same, whenever and from wherever they came.
    fileprivate func writeBody(into writer: inout ByteWriter) {
        writer.write(literal: "{\"reason\":")
        JSON.writeString(reason, into: &writer)
        if var event {
            event.recorded = nil
            var line = ByteWriter()
            event.write(into: &line)
            // Without the checksum of its own: the line that it stands in has one.
            let body = line.bytes.dropLast(EventScanner.checksumTail + 1)
            writer.write(literal: ",\"event\":")
            writer.write(bytes: body)
            writer.write(literal: "}")
        }
        if let text {
            writer.write(literal: ",\"text\":")
            JSON.writeString(String(text.prefix(4096)), into: &writer)
        }
    }

    fileprivate func write(into writer: inout ByteWriter) {
        let start = writer.count
        writeBody(into: &writer)
        // How many days late it came depends on the day: the rest says nothing about what it is.
        writer.write(literal: ",\"detail\":")
        JSON.writeString(detail, into: &writer)
        writer.write(literal: ",\"origin\":")
        JSON.writeString(origin, into: &writer)
        if let recorded {
            writer.write(literal: ",\"recorded\":\"")
            recorded.write(into: &writer)
            writer.write(literal: "\"")
        }
        LineChecksum.close(lineFrom: start, in: &writer)
    }
}

/// `quarantine.jsonl`: what was refused, each once, with its reason.
///
/// What was read of it is kept, so that a long delivery with many refusals reads each line once.
struct Quarantine {
    private static let bodyEnd = Array(",\"detail\":".utf8)

    /// What the lines up to `end` say.
    private var known = Set<[UInt8]>()
    private var end = 0

    /// The lines of the entries that are not in the file yet. Only with the lock.
    mutating func fresh(_ entries: [QuarantineEntry], in store: Store) throws(LedgerError) -> [UInt8] {
        guard !entries.isEmpty else { return [] }
        try readTail(store)
        // What is not written in the end is not known either.
        var fresh = Set<[UInt8]>()
        var writer = ByteWriter()
        for entry in entries {
            var body = ByteWriter()
            entry.writeBody(into: &body)
            if !known.contains(body.bytes), fresh.insert(body.bytes).inserted { entry.write(into: &writer) }
        }
        return writer.bytes
    }

    /// Reads what was appended since the last time, or everything when the file is shorter than it was.
    private mutating func readTail(_ store: Store) throws(LedgerError) {
        let contents = try store.wrap { () throws(FileError) in
            try store.files.contents(of: store.quarantine, limit: nil)
        }
        if contents?.count ?? 0 < end { self = Quarantine() }
        guard let contents, contents.count > end else { return }
        let tail = withExtendedLifetime(contents) { Array(contents.bytes[end...]) }
        let complete = tail.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        for line in tail[..<complete].split(separator: 0x0A) {
            if let bodyEnd = Self.lastRange(of: Self.bodyEnd, in: line) { known.insert(Array(line[..<bodyEnd])) }
        }
        end += complete
    }

    /// The number of entries.
    static func count(_ store: Store) throws(LedgerError) -> Int {
        try store.read(store.quarantine)?.split(separator: 0x0A).count ?? 0
    }

    private static func lastRange(of wanted: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
        guard line.count >= wanted.count else { return nil }
        var at = line.endIndex - wanted.count
        while at >= line.startIndex {
            if line[at] == wanted[0], line[at..<(at + wanted.count)].elementsEqual(wanted) { return at }
            at -= 1
        }
        return nil
    }
}
